"""Where information could have come, by agency and by worker: a few rows in, days and ways worked out by hand."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from scrgraph.coding.knowledge import Knowledge, knowledge_of
from scrgraph.model.derived import Reach
from scrgraph.model.review import ReviewGraph
from scrgraph.pipeline import read_review
from scrgraph.review.source_set import SourceSet

HEADS = "Date,Agency,Worker,Person,Event,To,From,Description,Received\n"


def review_of(folder: Path, rows: str) -> ReviewGraph:
    path = folder / "rows.csv"
    path.write_text(HEADS + rows.strip() + "\n", encoding="utf-8")
    return read_review(SourceSet.of([path]))


def reach(graph: ReviewGraph, agency_id: str, row: int, topic: str) -> Reach | None:
    """Where the piece that this row of the file tells came, for one agency."""
    wanted = f"rows.csv#{row}/{topic}"
    return next(
        (one for one in graph.reaches if (one.agency_id, one.information_id) == (agency_id, wanted)), None
    )


RELAY = """
1 March 2018,Police,,Mr K,Incident,,,Drinking heavily,
3 March 2018,Police,,Mr K,Notification,HV,,Form sent: drinking heavily,
5 March 2018,HV,,Mr K,Notification received,,Police,Form came,
9 March 2018,HV,,Mr K,Conference,School,,Drinking heavily was raised,
12 March 2018,School,,Mr K,Visit,,,Kept away,
"""


def test_a_notification_then_a_conference(tmp_path: Path) -> None:
    graph = review_of(tmp_path, RELAY)
    first = "the notification of 3 March 2018 to HV (recorded there on 5 March 2018)"
    assert reach(graph, "hv", 2, "substance-misuse") == Reach(
        agency_id="hv",
        information_id="rows.csv#2/substance-misuse",
        at_best=dt.date(2018, 3, 3),
        at_best_by=first,
        as_recorded=dt.date(2018, 3, 5),
        as_recorded_by=first,
        entry_ids=("rows.csv#3", "rows.csv#4"),
    )
    school = reach(graph, "school", 2, "substance-misuse")
    assert school is not None
    assert (school.at_best, school.as_recorded) == (dt.date(2018, 3, 9), dt.date(2018, 3, 9))
    assert school.at_best_by == school.as_recorded_by == f"{first}, then the conference of 9 March 2018"
    assert school.entry_ids == ("rows.csv#3", "rows.csv#4", "rows.csv#5")


def test_an_agency_learns_nothing_from_itself(tmp_path: Path) -> None:
    graph = review_of(tmp_path, RELAY)
    assert {one.agency_id for one in graph.reaches if "#2/" in one.information_id} == {"hv", "school"}


def test_at_best_everything_goes_along_and_as_recorded_only_what_is_told(tmp_path: Path) -> None:
    graph = review_of(
        tmp_path,
        """
1 March 2018,Police,,Mr K,Incident,,,Cocaine found,
1 March 2018,Police,,Mother,Incident,,,Overdose reported,
3 March 2018,Police,,Mother,Notification,HV,,Overdose,
5 March 2018,HV,,Mother,Notification received,,Police,Form came,
""",
    )
    told, untold = reach(graph, "hv", 3, "mental-ill-health"), reach(graph, "hv", 2, "substance-misuse")
    assert told is not None
    assert untold is not None
    assert (told.at_best, told.as_recorded) == (dt.date(2018, 3, 3), dt.date(2018, 3, 5))
    assert (untold.at_best, untold.as_recorded, untold.as_recorded_by) == (dt.date(2018, 3, 3), None, "")


def test_what_concerns_others_too_is_not_recorded_as_passed(tmp_path: Path) -> None:
    """A call about the mother that tells of violence says nothing of what Mr K did."""
    graph = review_of(
        tmp_path,
        """
1 March 2018,Police,,Mother; Mr K,Incident,,,Domestic incident,
1 March 2018,Police,,Mother,Incident,,,Domestic incident,
3 March 2018,Police,,Mother,Notification,HV,,Domestic incident again,
5 March 2018,HV,,Mother,Notification received,,Police,Form came,
""",
    )
    both, her = reach(graph, "hv", 2, "domestic-violence"), reach(graph, "hv", 3, "domestic-violence")
    assert both is not None
    assert her is not None
    assert (both.at_best, both.as_recorded) == (dt.date(2018, 3, 3), None)
    assert (her.at_best, her.as_recorded) == (dt.date(2018, 3, 3), dt.date(2018, 3, 5))


def test_words_that_tell_of_no_topic_carry_nothing_as_recorded(tmp_path: Path) -> None:
    graph = review_of(tmp_path, RELAY.replace("Form sent: drinking heavily", "Form sent"))
    found = reach(graph, "hv", 2, "substance-misuse")
    assert found is not None
    assert (found.at_best, found.as_recorded) == (dt.date(2018, 3, 3), None)


@pytest.mark.parametrize(
    ("received", "expected"),
    [
        ("", (dt.date(2018, 3, 3), None)),
        ("Yes", (dt.date(2018, 3, 3), dt.date(2018, 3, 3))),
        ("No", None),
    ],
)
def test_what_the_sender_says_of_receipt(
    tmp_path: Path, received: str, expected: tuple[dt.date, dt.date | None] | None
) -> None:
    rows = f"""
1 March 2018,Police,,Mr K,Incident,,,Drinking heavily,
3 March 2018,Police,,Mr K,Notification,HV,,Drinking heavily,{received}
9 March 2018,HV,,Mr K,Visit,,,,
"""
    found = reach(review_of(tmp_path, rows), "hv", 2, "substance-misuse")
    assert (found and (found.at_best, found.as_recorded)) == expected


def test_dates_that_are_partial_are_read_both_ways(tmp_path: Path) -> None:
    """At best of 1 March, sent on any later day of the month; for certain only by the form of April."""
    graph = review_of(
        tmp_path,
        """
March 2018,Police,,Mr K,Incident,,,Drinking heavily,
March 2018,Police,,Mr K,Notification,HV,,Drinking heavily was told,Yes
April 2018,Police,,Mr K,Notification,HV,,Drinking heavily again,Yes
""",
    )
    found = reach(graph, "hv", 2, "substance-misuse")
    assert found is not None
    assert (found.at_best, found.as_recorded) == (dt.date(2018, 3, 1), dt.date(2018, 4, 30))
    assert found.at_best_by == "the notification of March 2018 to HV"
    assert found.as_recorded_by == "the notification of April 2018 to HV"


def test_a_day_s_arrivals_leave_the_next_day_as_recorded(tmp_path: Path) -> None:
    rows = """
1 March 2018,Police,,Mr K,Incident,,,Drinking heavily,
3 March 2018,HV,,Mr K,Notification,School,,Drinking heavily,Yes
3 March 2018,Police,,Mr K,Notification,HV,,Drinking heavily,Yes
"""
    found = reach(review_of(tmp_path, rows), "school", 2, "substance-misuse")
    assert found is not None
    assert (found.at_best, found.as_recorded) == (dt.date(2018, 3, 3), None)


def test_one_who_recorded_it_by_then_is_not_told_it(tmp_path: Path) -> None:
    """The health visitor's own note of 2 March makes what comes on the 3rd no news; one of the 4th does not."""
    for day, told in (("2 March 2018", False), ("4 March 2018", True), ("March 2018", True)):
        rows = f"{RELAY}\n{day},HV,,Mr K,Visit,,,Cannabis smelt,"
        assert (reach(review_of(tmp_path, rows), "hv", 2, "substance-misuse") is not None) is told


def test_what_came_before_it_was_known_brought_nothing(tmp_path: Path) -> None:
    graph = review_of(tmp_path, RELAY.replace("1 March 2018,Police", "10 March 2018,Police"))
    assert reach(graph, "hv", 2, "substance-misuse") is None


# One who came to the family later

APART = """
1 March 2018,Police,,Mr K,Incident,,,Drinking heavily,
1 March 2018,Police,,Mother,Incident,,,Overdose reported,
3 March 2018,Police,,Mr K,Notification,Probation,,Form sent,
3 March 2018,Police,,Mother,Notification,HV,,Form sent,
1 June 2018,HV,,Mr K; Child A,Visit,,,,
2 July 2018,Police,,Mother,Notification,School,,Form sent,
3 July 2018,Probation,,Mr K; Mother; Child A,Visit,,,,
"""


def test_before_somebody_is_linked_to_the_family_his_matters_and_theirs_travel_apart(tmp_path: Path) -> None:
    """The health visitor names Mr K beside the child on 1 June; what police pass on later carries both matters."""
    graph = review_of(tmp_path, APART)
    (later,) = [person for person in graph.people if person.display_name == "Mr K"]
    assert later.linked_since == dt.date(2018, 6, 1)
    found = {
        (one.agency_id, one.information_id.removeprefix("rows.csv#")): one.at_best for one in graph.reaches
    }
    assert found == {
        ("probation", "2/substance-misuse"): dt.date(2018, 3, 3),
        ("hv", "3/mental-ill-health"): dt.date(2018, 3, 3),
        ("school", "2/substance-misuse"): dt.date(2018, 7, 2),
        ("school", "3/mental-ill-health"): dt.date(2018, 7, 2),
    }


def test_a_call_of_some_day_carries_both_from_the_day_that_links_them(tmp_path: Path) -> None:
    rows = APART.replace("3 March 2018,Police,,Mr K", "2018,Police,,Mr K")
    found = reach(review_of(tmp_path, rows), "probation", 3, "mental-ill-health")
    assert found is not None
    assert found.at_best == dt.date(2018, 6, 1)
    assert found.at_best_by == "the notification of 2018 to Probation"


# By worker


WORKERS = """
1 March 2018,Police,PC Hale,Mr K,Incident,,,Drinking heavily,
2 March 2018,Police,PC Moss,Mr K,Notification,HV,,Drinking heavily,
3 March 2018,Police,PC Hale,Mr K,Notification,HV,,Drinking heavily,
5 March 2018,HV,Ann Fell,Mr K,Notification received,,Police,Form came,
7 March 2018,HV,Bea Lowe,Mr K,Visit,,,Kept away,
"""


def days_of(knowledge: Knowledge, row: int) -> dict[str, dt.date]:
    """First day at best by worker for the piece this row tells."""
    (place,) = [
        n for n, one in enumerate(knowledge.pieces) if one.information_id.startswith(f"rows.csv#{row}/")
    ]
    holders = ("police/pc-hale", "police/pc-moss", "hv/ann-fell", "hv/bea-lowe", "hv")
    return {who: first.day for who in holders if (first := knowledge.best.get(who, place))}


def test_colleagues_do_not_share_what_they_know(tmp_path: Path) -> None:
    """PC Hale's form is the one Ann Fell has a record of, or PC Moss's is: at best the other one's reached anybody."""
    knowledge = knowledge_of(review_of(tmp_path, WORKERS), by_professional=True)
    hale = days_of(knowledge, 2)
    assert hale["police/pc-hale"] == dt.date(2018, 3, 1)
    assert "police/pc-moss" not in hale
    assert hale["hv/ann-fell"] == dt.date(2018, 3, 3)


def test_where_no_worker_is_named_at_best_it_was_any_of_them(tmp_path: Path) -> None:
    rows = "\n".join(
        line for line in WORKERS.strip().splitlines() if "Form came" not in line and "PC Moss" not in line
    )
    graph = review_of(tmp_path, rows)
    hale = days_of(knowledge_of(graph, by_professional=True), 2)
    assert hale == {
        "police/pc-hale": dt.date(2018, 3, 1),
        "hv/bea-lowe": dt.date(2018, 3, 3),
        "hv": dt.date(2018, 3, 3),
    }
