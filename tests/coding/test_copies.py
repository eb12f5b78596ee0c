"""Rows in two versions of a file are one row; what two agencies recorded of one event is one event."""

from __future__ import annotations

from pathlib import Path

import pytest

from scrgraph.model.review import ReviewGraph
from scrgraph.pipeline import read_review
from scrgraph.review.source_set import SourceSet

POLICE = """Agency,Date,Person,Event,Description
Northmere Police,1 March 2018,Rowan,Incident,"Neighbour reports shouting, window broken, child crying upstairs"
Northmere Police,2 March 2018,Rowan,Contact,Telephone call to mother about statement
"""


def review_of(folder: Path, **files: str) -> ReviewGraph:
    """The review of some files given by name."""
    paths = []
    for name, text in files.items():
        paths.append(folder / f"{name}.csv")
        paths[-1].write_text(text, encoding="utf-8")
    return read_review(SourceSet.of(paths))


def test_a_row_of_two_versions_of_a_file_is_one_row(tmp_path: Path) -> None:
    later = POLICE + "Northmere Police,9 March 2018,Rowan,Visit,Statement taken at home\n"
    graph = review_of(tmp_path, v1=POLICE, v2=later)
    assert [(copy.entry_id, copy.of_entry_id) for copy in graph.copies] == [
        ("v2.csv#2", "v1.csv#2"),
        ("v2.csv#3", "v1.csv#3"),
    ]
    assert [contact.contact_id for contact in graph.contacts] == ["v1.csv#2", "v1.csv#3", "v2.csv#4"]


def test_every_row_is_still_accounted_for(tmp_path: Path) -> None:
    graph = review_of(tmp_path, v1=POLICE, v2=POLICE + "\n")
    assert len(graph.entries) == 4
    assert sum(one.rows_imported for one in graph.chronologies) == 4


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("1 March 2018", "3 March 2018"),
        ("Northmere Police", "Housing"),
        ("window broken", "window not broken"),
        ("Rowan,Incident", "Finn,Incident"),
    ],
)
def test_a_row_that_says_anything_else_is_another_row(tmp_path: Path, was: str, now: str) -> None:
    graph = review_of(tmp_path, v1=POLICE, v2=POLICE.replace(was, now))
    assert "v2.csv#2" not in {copy.entry_id for copy in graph.copies}


def test_two_rows_alike_in_one_file_stay_two(tmp_path: Path) -> None:
    twice = POLICE + POLICE.splitlines()[2] + "\n"
    assert review_of(tmp_path, v1=twice).copies == ()


HOUSING = """Agency,Date,Person,Event,Description
Northmere Housing,1 March 2018,Rowan,Incident,"Shouting reported by neighbour, window broken, police there"
"""
HEAD = "Agency,Date,Person,Event,Description\n"


def test_an_incident_that_two_agencies_recorded_is_one_event(tmp_path: Path) -> None:
    graph = review_of(tmp_path, police=POLICE, housing=HOUSING)
    (same,) = graph.same_events
    assert {same.contact_id, same.of_contact_id} == {"police.csv#2", "housing.csv#2"}
    assert "window" in same.reason


def test_a_joint_visit_is_one_event(tmp_path: Path) -> None:
    one = f"{HEAD}Health visiting,4 May 2018,Rowan,Visit,Joint visit with CSC. Weighed.\n"
    other = f"{HEAD}CSC,4 May 2018,Rowan,Visit,Home conditions fair\n"
    (same,) = review_of(tmp_path, hv=one, csc=other).same_events
    assert "joint visit" in same.reason


def test_two_visits_on_one_day_are_two(tmp_path: Path) -> None:
    one = (
        "Agency,Date,Person,Event,Description\nHealth visiting,4 May 2018,Rowan,Visit,Weighed and fed well\n"
    )
    other = "Agency,Date,Person,Event,Description\nCSC,4 May 2018,Rowan,Visit,Home conditions fair and tidy\n"
    assert review_of(tmp_path, hv=one, csc=other).same_events == ()


def test_what_is_passed_and_received_is_not_one_event(tmp_path: Path) -> None:
    head = "Agency,Date,Person,Event,Description,To,From\n"
    words = '"Shouting heard, window broken, child crying upstairs"'
    sent = f"{head}Police,1 March 2018,Rowan,Incident,{words},CSC,\n"
    got = f"{head}CSC,1 March 2018,Rowan,Referral received,{words},,Police\n"
    graph = review_of(tmp_path, police=sent, csc=got)
    assert graph.same_events == ()
    assert [baton.receipt.value for baton in graph.batons] == ["matched"]
