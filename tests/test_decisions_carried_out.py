"""Each kind of decision about a row or a name, made in a review folder and carried out at the next reading."""

from __future__ import annotations

from pathlib import Path

import pytest

from scrgraph.model.review import ReviewGraph
from scrgraph.pipeline import read_review
from scrgraph.review.decisions import Decision
from scrgraph.review.folder import ReviewFolder
from scrgraph.review.source_set import SourceSet

POLICE = """Date,Person,Event,Description,To,Child seen
1 March 2018,Rowan; Mother's partner,Referral,Shouting heard,CSC,
2 March 2018,Dean Harker,Contact,Statement taken,Northmere Social Care Dept,
"""
ROW = "police.csv, row 2"


@pytest.fixture
def folder(tmp_path: Path) -> ReviewFolder:
    """A review of one chronology."""
    review = ReviewFolder.create(tmp_path / "review")
    (tmp_path / "police.csv").write_text(POLICE, encoding="utf-8")
    review.add([tmp_path / "police.csv"], agency="Police")
    return review


def after(folder: ReviewFolder, kind: str, subject: str, value: str) -> ReviewGraph:
    """The review once this was decided."""
    folder.decide(Decision.now(kind, subject, value, made_by="A Author"))
    return read_review(SourceSet.of([folder.path]))


def test_to_whom_it_was_passed(folder: ReviewFolder) -> None:
    batons = after(folder, "to", ROW, "Housing; School").batons
    assert sorted(one.to_agency_id for one in batons if one.entry_ids == ("police.csv#2",)) == [
        "housing",
        "school",
    ]


def test_to_nobody(folder: ReviewFolder) -> None:
    batons = after(folder, "to", ROW, "nobody").batons
    assert [one.to_agency_id for one in batons if one.entry_ids == ("police.csv#2",)] == [""]


def test_it_came_in(folder: ReviewFolder) -> None:
    folder.decide(Decision.now("from", ROW, "School", made_by="A Author"))
    folder.decide(Decision.now("to", ROW, "nobody", made_by="A Author"))
    batons = after(folder, "direction", ROW, "in").batons
    ends = [(one.from_agency_id, one.to_agency_id) for one in batons if one.entry_ids == ("police.csv#2",)]
    assert ends == [("school", "police")]


@pytest.mark.parametrize("value", ["yes", "no"])
def test_whether_a_child_was_seen(folder: ReviewFolder, value: str) -> None:
    graph = after(folder, "seen", ROW, value)
    assert {one.contact_id: one.child_seen.value for one in graph.contacts}["police.csv#2"] == value


def test_when_it_was(folder: ReviewFolder) -> None:
    graph = after(folder, "date", ROW, "3 May 2017")
    entry = graph.entries[0]
    assert (str(entry.date), entry.date.written) == ("3 May 2017", "1 March 2018")
    assert entry.original["Date"] == "1 March 2018"


def test_whom_it_concerns(folder: ReviewFolder) -> None:
    (baton,) = [
        one for one in after(folder, "people", ROW, "Finn").batons if one.entry_ids == ("police.csv#2",)
    ]
    assert baton.about == ("finn",)


def test_two_people_are_one(folder: ReviewFolder) -> None:
    graph = after(folder, "person", "Dean Harker = Mother's partner", "same")
    assert [
        one.person_id for one in graph.people if "harker" in one.person_id or "partner" in one.person_id
    ] == ["dean-harker"]


def test_two_agencies_are_one(folder: ReviewFolder) -> None:
    before = read_review(SourceSet.of([folder.path]))
    graph = after(folder, "agency", "CSC = Northmere Social Care Dept", "same")
    assert len(graph.agencies) == len(before.agencies) - 1


def test_a_date_that_cannot_be_read_is_said_and_the_row_keeps_its_own(folder: ReviewFolder) -> None:
    graph = after(folder, "date", ROW, "the other Tuesday")
    assert str(graph.entries[0].date) == "1 March 2018"
    assert "the other Tuesday" in graph.decisions_not_used[0]
