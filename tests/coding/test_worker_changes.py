"""Changes of worker: told from rows and from names, and only where nothing else explains them."""

from __future__ import annotations

import datetime as dt

import pytest
from coded_rows import coded, row

from scrgraph.coding.worker_changes import worker_changes_of
from scrgraph.coding.worker_names import worker_name
from scrgraph.model.entry import Entry
from scrgraph.model.events import WorkerChange
from scrgraph.model.review import Coverage
from scrgraph.model.vocabulary import Detail, Verdict
from scrgraph.temporal.coverage import CoverageBook

NO_RECORD, CANNOT_TELL = Verdict.NO_RECORD_FOUND, Verdict.CANNOT_TELL
RECORDED, RECORDED_NOT = Verdict.RECORDED, Verdict.RECORDED_NOT


def wrote(
    who: str, date: str, event: str = "home visit", people: str = "Rowan", agency: str = "HV", **more: str
) -> Entry:
    """One row of the agency's, written by ``who``."""
    return row(date, agency, event, people, **more).model_copy(update={"professional_text": who})


FIRST = (wrote("HV Stroud", "8 January 2018"), wrote("HV Stroud", "5 March 2018"))
SECOND = (wrote("HV Lomax", "30 April 2018"), wrote("HV Lomax", "4 June 2018"))


def changes(*rows: Entry, last: str = "2018-12-31", detail: Detail = Detail.OWN) -> tuple[WorkerChange, ...]:
    """The changes told, with the agency's chronology in hand from January 2018 to ``last``."""
    known = coded(sorted(rows, key=lambda one: one.date.earliest or dt.date.max))
    first, end = dt.date(2018, 1, 1), dt.date.fromisoformat(last)
    ids = {item.agency_id for item in known.entries}
    covered = [
        Coverage(coverage_id=key, agency_id=key, chronology_id=key, detail=detail, from_=first, to=end)
        for key in ids
    ]
    return worker_changes_of(known.entries, known.agencies, CoverageBook(covered))


def test_one_workers_entries_end_and_anothers_begin_and_last() -> None:
    (change,) = changes(*FIRST, *SECOND)
    assert (change.on.earliest, change.on.latest) == (dt.date(2018, 3, 5), dt.date(2018, 4, 30))
    assert (change.how, change.handover) == ("seen in the names", NO_RECORD)
    assert (change.from_professional_id, change.to_professional_id) == ("hv/hv-stroud", "hv/hv-lomax")
    assert change.about == ("rowan",)
    assert change.entry_ids == ("E2", "E3")


def test_whether_it_was_handed_over_cannot_be_told_without_the_agencys_own_chronology() -> None:
    assert changes(*FIRST, *SECOND, detail=Detail.COMPOSITE)[0].handover is CANNOT_TELL
    assert changes(*FIRST, *SECOND, last="2018-05-10")[0].handover is CANNOT_TELL


@pytest.mark.parametrize(
    ("extra", "verdict", "rows"),
    [
        (wrote("HV Lomax", "23 April 2018", did="Joint visit with Stroud"), RECORDED, ("E2", "E3")),
        (wrote("HV Stroud", "12 March 2018", "note", did="Handover letter written"), RECORDED, ("E3", "E4")),
        (
            wrote("HV admin", "20 March 2018", "note", said="From Stroud to Lomax"),
            RECORDED,
            ("E2", "E4", "E3"),
        ),
        (
            wrote("Duty SW", "20 March 2018", "note", agency="CSC", said="Rang Stroud; Lomax takes it on"),
            RECORDED,
            ("E2", "E4", "E3"),
        ),
        (
            wrote("HV Lomax", "2 May 2018", "note", said="Came without handover"),
            RECORDED_NOT,
            ("E2", "E3", "E4"),
        ),
        (wrote("HV admin", "20 March 2018", "note", said="Filed"), NO_RECORD, ("E2", "E4")),
        (wrote("HV Lomax", "20 August 2018", "note", said="Joint visit, student"), NO_RECORD, ("E2", "E3")),
    ],
)
def test_what_the_rows_around_it_say_of_a_handover(
    extra: Entry, verdict: Verdict, rows: tuple[str, ...]
) -> None:
    (change,) = changes(*FIRST, *SECOND, extra)
    assert change.handover is verdict
    assert change.entry_ids == rows


@pytest.mark.parametrize(
    "rows",
    [
        (*FIRST, SECOND[0]),
        (FIRST[1], *SECOND),
        (*FIRST, *SECOND, wrote("HV Stroud", "7 May 2018")),
        (*FIRST, wrote("J Stroud", "30 April 2018"), wrote("Jo Stroud", "4 June 2018")),
        (*FIRST, wrote("HV Strood", "30 April 2018"), wrote("HV Strood", "4 June 2018")),
        (*FIRST, wrote("HV admin", "30 April 2018"), wrote("HV admin", "4 June 2018")),
        (*FIRST, wrote("Duty HV Lomax", "30 April 2018"), wrote("Duty HV Lomax", "4 June 2018")),
        (*FIRST, wrote("HV Lomax", "30 April 2018", people="Finn"), wrote("HV Lomax", "4 June 2018", people="Finn")),
        (*FIRST, *SECOND, wrote("HV Stroud", "12 March 2018", "case closure")),
        (*FIRST, *SECOND, wrote("HV admin", "12 March 2018", "note", did="Discharged to universal service")),
        (*FIRST, *SECOND, row("26 April 2018", "HV", "referral received", "Rowan", sender="GP")),
        (*FIRST, wrote("HV Lomax", "1 October 2018"), wrote("HV Lomax", "5 November 2018")),
        (*FIRST, *SECOND, wrote("HV Penrose", "15 January 2018"), wrote("HV Penrose", "14 May 2018")),
        (*FIRST, *SECOND[:1], wrote("HV Lomax", "")),
    ],
    ids=[
        "one entry may be cover", "the first wrote once", "the first writes again", "an initial or the whole name",
        "a slip in spelling", "a desk", "on duty", "other people", "closed", "discharged", "a new referral",
        "half a year without either", "a third holds the case throughout", "undated",
    ],
)  # fmt: skip
def test_what_is_no_change_of_worker(rows: tuple[Entry, ...]) -> None:
    assert changes(*rows) == ()


@pytest.mark.parametrize(
    ("agency", "told"), [("GP", 0), ("Police", 0), ("School", 0), ("Hospital", 0), ("CSC", 1)]
)
def test_only_agencies_whose_workers_carry_a_caseload(agency: str, told: int) -> None:
    rows = [entry.model_copy(update={"agency_text": agency}) for entry in (*FIRST, *SECOND)]
    assert len(changes(*rows)) == told


def test_each_change_in_a_row_of_three_workers() -> None:
    third = (wrote("HV Penrose", "2 July 2018"), wrote("HV Penrose", "6 August 2018"))
    told = [change.to_professional_id for change in changes(*FIRST, *SECOND, *third)]
    assert told == ["hv/hv-lomax", "hv/hv-penrose"]


@pytest.mark.parametrize(
    ("event", "words", "verdict"),
    [
        ("change of worker", "Ms Lomax from Monday", NO_RECORD),
        ("handover", "Notes gone through together", RECORDED),
        ("change of worker", "No handover, previous worker had left", RECORDED_NOT),
    ],
)
def test_a_row_that_records_the_change(event: str, words: str, verdict: Verdict) -> None:
    (change,) = changes(wrote("Manager", "26 March 2018", event, agency="School", said=words))
    assert (change.how, change.handover, change.entry_ids) == ("recorded", verdict, ("E1",))


def test_a_change_recorded_and_seen_is_told_once_with_the_names() -> None:
    (change,) = changes(*FIRST, *SECOND, wrote("Team manager", "26 March 2018", "change of worker"))
    assert (change.how, change.from_professional_id, change.to_professional_id) == (
        "recorded", "hv/hv-stroud", "hv/hv-lomax",
    )  # fmt: skip
    assert change.entry_ids == ("E3", "E2", "E4")
    assert change.handover is NO_RECORD


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("J Stroud", "Jo Stroud", True),
        ("SW Stroud", "Stroud, J. (social worker)", True),
        ("Joanna Stroud", "Joanna Lomax", True),
        ("HV Okafor", "HV Mistry", False),
    ],
)
def test_names_that_may_be_one_person(one: str, other: str, same: bool) -> None:
    first, second = worker_name(one), worker_name(other)
    assert first is not None and second is not None
    assert first.may_be(second) is same


@pytest.mark.parametrize(
    "cell", ["", "Duty team", "Social worker", "HV admin", "EDT", "Senior practitioner", "J"]
)
def test_cells_that_name_nobody(cell: str) -> None:
    assert worker_name(cell) is None
