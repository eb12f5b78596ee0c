"""What may be said of a stage, given whose chronologies are in hand."""

from __future__ import annotations

import datetime as dt

import pytest
from coded_rows import coded, row

from scrgraph.coding.verdicts import with_verdicts
from scrgraph.model.entry import Entry
from scrgraph.model.events import Baton
from scrgraph.model.review import Coverage
from scrgraph.model.vocabulary import Detail, Verdict
from scrgraph.temporal.coverage import CoverageBook

YEAR = (dt.date(2018, 1, 1), dt.date(2018, 12, 31))
RECORDED, MATCHED, RECORDED_NOT = Verdict.RECORDED, Verdict.MATCHED, Verdict.RECORDED_NOT
NO_RECORD, CANNOT_TELL, NOT_DUE = Verdict.NO_RECORD_FOUND, Verdict.CANNOT_TELL, Verdict.NOT_DUE
REFERRAL = row("1 May 2018", "HV", "referral", "Rowan", to="CSC")
RECEIPT = row("3 May 2018", "CSC", "referral received", "Rowan", sender="HV")


def judged(
    *rows: Entry,
    csc: tuple[dt.date, dt.date] | None = None,
    hv: tuple[dt.date, dt.date] | None = None,
    detail: Detail = Detail.OWN,
    as_of: dt.date | None = None,
) -> Baton:
    """The first baton of the rows, with the days that the two agencies' chronologies cover."""
    covers = {"csc": csc, "hv": hv}
    coverages = [
        Coverage(coverage_id=key, agency_id=key, chronology_id=key, detail=detail, from_=days[0], to=days[1])
        for key, days in covers.items()
        if days
    ]
    return with_verdicts(coded(rows).batons(), CoverageBook(coverages), as_of)[0]


def test_no_record_found_takes_the_receivers_own_chronology_for_the_whole_window() -> None:
    assert judged(REFERRAL, csc=YEAR).receipt is NO_RECORD
    assert judged(REFERRAL).receipt is CANNOT_TELL
    assert judged(REFERRAL, hv=YEAR).receipt is CANNOT_TELL
    assert judged(REFERRAL, csc=YEAR, detail=Detail.COMPOSITE).receipt is CANNOT_TELL


@pytest.mark.parametrize(
    ("first", "last", "verdict"),
    [
        (dt.date(2018, 5, 1), dt.date(2018, 5, 15), NO_RECORD),
        (dt.date(2018, 5, 2), dt.date(2018, 12, 31), CANNOT_TELL),
        (dt.date(2018, 1, 1), dt.date(2018, 5, 14), CANNOT_TELL),
    ],
)
def test_a_chronology_that_covers_part_of_the_window_cannot_tell(
    first: dt.date, last: dt.date, verdict: Verdict
) -> None:
    assert judged(REFERRAL, csc=(first, last)).receipt is verdict


def test_a_partial_date_needs_cover_for_every_day_it_may_mean() -> None:
    partly = row("May 2018", "HV", "referral", "Rowan", to="CSC")
    assert judged(partly, csc=(dt.date(2018, 5, 1), dt.date(2018, 6, 14))).receipt is NO_RECORD
    assert judged(partly, csc=(dt.date(2018, 5, 1), dt.date(2018, 6, 13))).receipt is CANNOT_TELL
    assert judged(row("", "HV", "referral", "Rowan", to="CSC"), csc=YEAR).receipt is CANNOT_TELL


def test_what_a_source_says_needs_no_cover() -> None:
    assert (
        judged(row("1 May 2018", "HV", "referral", "Rowan", to="CSC", received="no")).receipt is RECORDED_NOT
    )
    assert judged(row("1 May 2018", "HV", "referral", "Rowan", to="CSC", received="yes")).receipt is RECORDED
    assert judged(REFERRAL, RECEIPT).receipt is MATCHED


def test_a_baton_to_nobody_named_cannot_be_judged() -> None:
    assert judged(row("1 May 2018", "HV", "referral", "Rowan"), csc=YEAR).receipt is CANNOT_TELL


def test_what_could_still_have_followed_is_not_due() -> None:
    assert judged(REFERRAL, csc=YEAR, as_of=dt.date(2018, 5, 14)).receipt is NOT_DUE
    assert judged(REFERRAL, csc=YEAR, as_of=dt.date(2018, 5, 15)).receipt is NO_RECORD


def test_nothing_is_due_of_a_baton_that_did_not_arrive() -> None:
    lost = judged(REFERRAL, csc=YEAR, hv=YEAR)
    assert (lost.action, lost.feedback) == (NOT_DUE, NOT_DUE)


def test_action_after_receipt() -> None:
    visit = row("9 May 2018", "CSC", "visit", "Rowan")
    assert judged(REFERRAL, RECEIPT, visit).action is MATCHED
    assert judged(REFERRAL, RECEIPT, csc=YEAR).action is NO_RECORD
    assert judged(REFERRAL, RECEIPT).action is CANNOT_TELL
    assert judged(REFERRAL, RECEIPT, csc=YEAR, as_of=dt.date(2018, 6, 6)).action is NOT_DUE
    told = {"Home visit": RECORDED, "NFA": RECORDED_NOT, "Filed": CANNOT_TELL}
    for words, verdict in told.items():
        receipt = row("3 May 2018", "CSC", "referral received", "Rowan", sender="HV", did=words)
        assert judged(REFERRAL, receipt, csc=YEAR).action is verdict


def test_words_that_tell_neither_are_not_due_while_something_could_follow() -> None:
    """Received on 3 May: five weeks for an act end on 7 June, four for a decision on 31 May."""
    filed = row("3 May 2018", "CSC", "referral received", "Rowan", sender="HV", did="Filed")
    assert judged(REFERRAL, filed, as_of=dt.date(2018, 6, 6)).action is NOT_DUE
    assert judged(REFERRAL, filed, as_of=dt.date(2018, 6, 7)).action is CANNOT_TELL
    assert judged(REFERRAL, filed, as_of=dt.date(2018, 5, 30)).acceptance is NOT_DUE
    assert judged(REFERRAL, filed, as_of=dt.date(2018, 5, 31)).acceptance is CANNOT_TELL


def test_feedback_is_looked_for_in_the_referrers_records() -> None:
    assert judged(REFERRAL, RECEIPT, hv=YEAR).feedback is NO_RECORD
    assert judged(REFERRAL, RECEIPT, csc=YEAR).feedback is CANNOT_TELL
    assert judged(REFERRAL, RECEIPT, hv=YEAR, as_of=dt.date(2018, 7, 29)).feedback is NOT_DUE
    reply = row("9 May 2018", "HV", "feedback received", "Rowan", sender="CSC")
    assert judged(REFERRAL, RECEIPT, reply).feedback is MATCHED


def test_feedback_is_not_expected_of_every_kind_or_where_nobody_sent_it() -> None:
    notified = row("1 May 2018", "HV", "notification", "Rowan", to="CSC", received="yes")
    assert judged(notified, hv=YEAR).feedback is NO_RECORD
    to_police = row("1 May 2018", "HV", "notification", "Rowan", to="Police", received="yes")
    assert judged(to_police, hv=YEAR).feedback is NOT_DUE
    discharged = row("1 May 2018", "HV", "discharge letter", "Rowan", to="CSC", received="yes")
    assert judged(discharged, hv=YEAR).feedback is NOT_DUE
    from_family = row("3 May 2018", "CSC", "referral received", "Rowan", sender="Neighbour")
    assert judged(from_family, csc=YEAR, hv=YEAR).feedback is NOT_DUE


WAITS = row("3 May 2018", "CSC", "referral received", "Rowan", sender="HV", did="Awaiting allocation")
HEARD = row("6 May 2018", "HV", "acknowledgement received", "Rowan", sender="CSC")


def test_acknowledgement_is_looked_for_in_the_senders_records() -> None:
    assert judged(REFERRAL, RECEIPT, HEARD).acknowledgement is MATCHED
    assert judged(REFERRAL, RECEIPT, hv=YEAR).acknowledgement is NO_RECORD
    assert judged(REFERRAL, RECEIPT, csc=YEAR).acknowledgement is CANNOT_TELL
    assert judged(REFERRAL, RECEIPT, hv=YEAR, detail=Detail.COMPOSITE).acknowledgement is CANNOT_TELL
    assert judged(REFERRAL, RECEIPT, hv=YEAR, as_of=dt.date(2018, 5, 28)).acknowledgement is NOT_DUE
    assert judged(REFERRAL, RECEIPT, hv=YEAR, as_of=dt.date(2018, 5, 29)).acknowledgement is NO_RECORD
    silent = row("1 May 2018", "HV", "referral", "Rowan", to="CSC", did="No response")
    assert judged(silent, RECEIPT).acknowledgement is RECORDED_NOT


@pytest.mark.parametrize(
    ("event", "verdict"),
    [
        ("referral", NO_RECORD),
        ("request", NO_RECORD),
        ("escalation", NO_RECORD),
        ("case transfer", NO_RECORD),
        ("notification", NOT_DUE),
        ("discharge letter", NOT_DUE),
        ("feedback", NOT_DUE),
    ],
)
def test_what_needs_an_acknowledgement_and_somebody_to_take_it_on(event: str, verdict: Verdict) -> None:
    baton = judged(row("1 May 2018", "HV", event, "Rowan", to="CSC", received="yes"), hv=YEAR, csc=YEAR)
    assert (baton.acknowledgement, baton.acceptance) == (verdict, verdict)


def test_acceptance_is_looked_for_in_the_receivers_records() -> None:
    assert judged(REFERRAL, RECEIPT, csc=YEAR).acceptance is NO_RECORD
    assert judged(REFERRAL, RECEIPT, hv=YEAR).acceptance is CANNOT_TELL
    assert judged(REFERRAL, RECEIPT, csc=YEAR, as_of=dt.date(2018, 5, 30)).acceptance is NOT_DUE
    assert judged(REFERRAL, RECEIPT, row("9 May 2018", "CSC", "visit", "Rowan")).acceptance is MATCHED
    assert judged(REFERRAL, RECEIPT, row("9 May 2018", "CSC", "NFA", "Rowan")).acceptance is RECORDED_NOT
    assert judged(REFERRAL, WAITS).acceptance is RECORDED_NOT
    told = {"Accepted": RECORDED, "NFA": RECORDED_NOT, "Filed": CANNOT_TELL}
    for words, verdict in told.items():
        receipt = row("3 May 2018", "CSC", "referral received", "Rowan", sender="HV", did=words)
        assert judged(REFERRAL, receipt, csc=YEAR).acceptance is verdict


def test_a_case_waiting_for_a_worker_with_nothing_after_it_is_not_acted_on() -> None:
    assert judged(REFERRAL, WAITS, csc=YEAR).action is NO_RECORD


def test_nothing_more_is_due_of_what_did_not_arrive() -> None:
    lost = judged(REFERRAL, csc=YEAR, hv=YEAR)
    assert (lost.acknowledgement, lost.acceptance) == (NOT_DUE, NOT_DUE)


def test_the_receipt_is_explained_in_words() -> None:
    days = "from 1 May 2018 to 15 May 2018"
    assert judged(REFERRAL).receipt_reason == f"its own records for every day {days} are not in hand"
    assert judged(REFERRAL, csc=YEAR).receipt_reason
    assert judged(REFERRAL, csc=YEAR, as_of=dt.date(2018, 5, 14)).receipt_reason == (
        "a receipt could still have followed after 14 May 2018"
    )
    nobody = judged(row("1 May 2018", "HV", "referral", "Rowan"))
    assert nobody.receipt_reason == "the record does not say which agency it was for"
    undated = judged(row("", "HV", "referral", "Rowan", to="CSC"), csc=YEAR)
    assert undated.receipt_reason.startswith("it has no date")
    denied = judged(row("1 May 2018", "HV", "referral", "Rowan", to="CSC", received="no"))
    assert denied.receipt_reason == "a source says that it did not arrive"
    assert "the same kind" in judged(REFERRAL, RECEIPT).receipt_reason


CARRIED = row("1 May 2018", "HV", "visit", "Mother", said="Mother to ring CSC")
COMES_BACK = row("1 May 2018", "HV", "visit", "Mother", said="Mother will ring back")


def test_what_the_family_carries_is_judged_by_eight_weeks_of_the_services_records() -> None:
    assert judged(CARRIED, csc=YEAR).receipt is CANNOT_TELL, "no row of the records names CSC as an agency"
    known = row("1 March 2018", "CSC", "visit", "Finn")
    assert judged(CARRIED, known, csc=YEAR).receipt is NO_RECORD
    assert judged(CARRIED, known, csc=(dt.date(2018, 5, 1), dt.date(2018, 6, 25))).receipt is CANNOT_TELL
    assert judged(CARRIED, known, csc=YEAR, as_of=dt.date(2018, 6, 25)).receipt is NOT_DUE
    rang = row("8 May 2018", "CSC", "telephone call", "Mother")
    arrived = judged(CARRIED, known, rang, csc=YEAR, hv=YEAR)
    assert arrived.receipt is MATCHED
    assert {arrived.acknowledgement, arrived.acceptance, arrived.action, arrived.feedback} == {NOT_DUE}


def test_coming_back_is_judged_by_the_askers_own_records() -> None:
    assert judged(COMES_BACK, hv=YEAR).receipt is NO_RECORD
    assert judged(COMES_BACK, csc=YEAR).receipt is CANNOT_TELL
