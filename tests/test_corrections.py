"""Corrections of who is who: people.csv put right, ways of writing taken apart, and all of it taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from scrgraph.corrections import AGENCY, PERSON, apart, correction
from scrgraph.doubts import keep, undo
from scrgraph.model.review import ReviewGraph
from scrgraph.pipeline import keep_who_is_who, read_review
from scrgraph.review.decisions import Decision
from scrgraph.review.errors import ReviewError
from scrgraph.review.folder import ReviewFolder
from scrgraph.review.source_set import SourceSet

PEOPLE = (
    "person_id,name,kind,sex,role,born,due,died,index_child,spellings,stays,kin\n"
    "wren-hale,Wren Hale,child,,,2016-02-14,,,yes,Wren Hale; Wren,,\n"
    "tess-hale,Tess Hale,adult,female,mother,1990,,,,Tess Hale; T Hale; Mum,,parent of wren-hale\n"
)
ROWS = (
    "Date,Agency,Person,Event,To,Details\n"
    "1/3/2017,Fenwick Police,T Hale; Wren,visit,,Seen at home\n"
    "2/3/2017,Fenwick Police,Tess Hale,referral,Hospital,Sent on\n"
    "3/3/2017,Fenwick Police,Mum,visit,,Seen again\n"
    '4/3/2017,Fenwick Police,"HALE, Tess",visit,,Seen once more\n'
)


@pytest.fixture
def folder(tmp_path: Path) -> ReviewFolder:
    """A review of four rows about a mother and a child."""
    made = ReviewFolder.create(tmp_path / "review", "A review")
    (tmp_path / "police.csv").write_text(ROWS, encoding="utf-8")
    made.add([tmp_path / "police.csv"])
    made.people_path.write_text(PEOPLE, encoding="utf-8")
    return made


def read(folder: ReviewFolder) -> ReviewGraph:
    """The review as read, with whoever is new written into the folder, as every reading does."""
    sources = SourceSet.of([folder.path])
    graph = read_review(sources)
    keep_who_is_who(sources, graph)
    return graph


def rows_of(graph: ReviewGraph, person_id: str) -> list[int]:
    """The numbers of the rows that name somebody, the first being 2."""
    (person,) = (one for one in graph.people if one.person_id == person_id)
    places = {entry.entry_id: entry.row for entry in graph.entries}
    return sorted(places[key] for key in person.entry_ids)


def decided(folder: ReviewFolder, *wanted: tuple[str, str, str]) -> list[Decision]:
    made = [Decision.now(*one, made_by="A Author") for one in wanted]
    keep(folder, made)
    return made


def undone(folder: ReviewFolder, made: list[Decision]) -> None:
    for one in reversed(made):
        undo(folder, one.decision_id, "A Author")


def test_a_spelling_taken_apart_is_a_person_of_their_own_until_that_is_undone(folder: ReviewFolder) -> None:
    before = folder.people()
    assert rows_of(read(folder), "tess-hale") == [2, 3, 4, 5]
    made = decided(folder, *apart(folder, PERSON, "tess-hale", "T Hale"))
    graph = read(folder)
    assert (rows_of(graph, "tess-hale"), rows_of(graph, "t-hale")) == ([3, 4, 5], [2])
    assert not [one for one in graph.doubts if one.kind == "person" and "t-hale" in one.subject]
    assert graph.decisions_not_used == ()
    undone(folder, made)
    assert rows_of(read(folder), "tess-hale") == [2, 3, 4, 5]
    assert [one.person_id for one in folder.people()] == [one.person_id for one in before]
    assert set(folder.people()[1].spellings) == set(before[1].spellings)


def test_a_spelling_that_only_its_words_made_the_same_can_be_taken_apart_too(folder: ReviewFolder) -> None:
    made = decided(folder, *apart(folder, PERSON, "tess-hale", "HALE, Tess"))
    graph = read(folder)
    assert (rows_of(graph, "tess-hale"), rows_of(graph, "hale-tess")) == ([2, 3, 4], [5])
    undone(folder, made)
    assert rows_of(read(folder), "tess-hale") == [2, 3, 4, 5]


def test_what_its_words_tell_of_somebody_taken_apart_is_taken_in(folder: ReviewFolder) -> None:
    decided(folder, *apart(folder, PERSON, "tess-hale", "Mum"))
    mum = folder.people()[-1]
    assert (mum.person_id, mum.name, mum.kind, mum.sex, mum.role) == ("mum", "Mum", "adult", "female", "mum")


def test_undoing_would_not_lose_what_was_filled_in_since(folder: ReviewFolder) -> None:
    made = decided(folder, *apart(folder, PERSON, "tess-hale", "T Hale"))
    decided(folder, correction(folder, "t-hale", "born", "", "1988").wanted)
    with pytest.raises(ReviewError, match=r"filled in since.*make them one"):
        undo(folder, made[0].decision_id, "A Author")
    assert [one.decision_id for one in folder.decisions()[0]][:2] == [one.decision_id for one in made]


def test_not_same_of_two_spellings_in_one_row_is_said_and_not_passed_over(folder: ReviewFolder) -> None:
    decided(folder, ("person", "Tess Hale = T Hale", "not same"))
    (said,) = read(folder).decisions_not_used
    assert "people.csv, or another decision, has both as one person" in said


@pytest.mark.parametrize(
    ("spelling", "why"),
    [
        ("Tess Hale", "is the name itself"),
        ("wren", "Wren Hale, in a row of their own"),
        (" . ", "Give the way of writing"),
    ],
)
def test_what_cannot_be_taken_apart_is_said(folder: ReviewFolder, spelling: str, why: str) -> None:
    with pytest.raises(ReviewError, match=why):
        apart(folder, PERSON, "tess-hale", spelling)


def test_a_bare_name_taken_from_an_agency_stays_apart_until_that_is_undone(folder: ReviewFolder) -> None:
    folder.agencies_path.write_text(
        "agency_id,name,sector,focus,area,spellings,covers_from,covers_to\n"
        "fenwick-general,Fenwick General Hospital,hospital,child,,Fenwick General Hospital; Hospital,,\n",
        encoding="utf-8",
    )

    def hospitals() -> set[str]:
        return {one.agency_id for one in read(folder).agencies if one.sector == "hospital"}

    assert hospitals() == {"fenwick-general"}
    made = decided(folder, *apart(folder, AGENCY, "fenwick-general", "hospital"))
    assert hospitals() == {"fenwick-general", "hospital"}
    assert folder.agencies()[-1].name == "Hospital"
    undone(folder, made)
    assert hospitals() == {"fenwick-general"}


def test_a_name_put_right_keeps_the_old_one_as_a_way_of_writing(folder: ReviewFolder) -> None:
    (made,) = decided(folder, correction(folder, "tess-hale", "name", "Tess Hale", "Tessa Hale").wanted)
    assert (made.subject, made.value) == ("tess-hale, name", "Tess Hale → Tessa Hale")
    (tessa,) = (one for one in read(folder).people if one.person_id == "tess-hale")
    assert (tessa.display_name, len(tessa.entry_ids)) == ("Tessa Hale", 4)
    undo(folder, made.decision_id, "A Author")
    assert folder.people()[1].name == "Tess Hale"


@pytest.mark.parametrize(
    ("field", "was", "now", "stands"),
    [
        ("born", "1990", "3 May 1990", "3 May 1990"),
        ("born", "1990", "", ""),
        ("kind", "adult", "child", "child"),
        ("sex", "female", "", "unknown"),
        ("role", "mother", "aunt", "aunt"),
        ("died", "", "2018-04", "2018-04"),
    ],
)
def test_each_detail_can_be_put_right_and_taken_back_and_put_right_again(
    folder: ReviewFolder, field: str, was: str, now: str, stands: str
) -> None:
    before = folder.people_path.read_bytes()
    given = correction(folder, "tess-hale", field, was, now)
    (made,) = decided(folder, given.wanted)
    after = folder.people_path.read_bytes()
    assert given.now == stands
    assert after != before
    undo(folder, made.decision_id, "A Author")
    assert folder.people() == ReviewFolder(folder.path).people()
    assert folder.people_path.read_bytes() == before.replace(b"child,,,2016", b"child,unknown,,2016")
    undo(folder, folder.decisions_made()[-1].decision.decision_id, "A Author")
    assert folder.people_path.read_bytes() == after


def test_what_another_window_changed_meanwhile_is_not_written_over(folder: ReviewFolder) -> None:
    (first,) = decided(folder, correction(folder, "tess-hale", "born", "1990", "1991").wanted)
    with pytest.raises(ReviewError, match="was changed to “1991” meanwhile"):
        correction(folder, "tess-hale", "born", "1990", "1992")
    decided(folder, correction(folder, "tess-hale", "born", "1991", "1992").wanted)
    with pytest.raises(ReviewError, match="Undo what was changed after it first"):
        undo(folder, first.decision_id, "A Author")
    decided(folder, correction(folder, "wren-hale", "sex", "unknown", "female").wanted)
    wren, tess = folder.people()
    assert (wren.sex, str(tess.born)) == ("female", "1992")


@pytest.mark.parametrize(
    ("field", "now", "why"),
    [
        ("born", "a while ago", "The date of birth was not changed: 'a while ago' is not a date"),
        ("kind", "teenager", "The kind of person was not changed"),
        ("name", "  ", "Give a name"),
        ("name", "Wren", "is how Wren Hale is written in people.csv"),
        ("stays", "x", "cannot be put right here"),
        ("role", "aunt → uncle", "has an arrow in it"),
    ],
)
def test_what_cannot_stand_in_a_row_is_said(folder: ReviewFolder, field: str, now: str, why: str) -> None:
    with pytest.raises(ReviewError, match=why):
        correction(folder, "tess-hale", field, "", now)
    assert folder.people_path.read_text(encoding="utf-8") == PEOPLE
