"""The receiver's part: taken on or declined, by its outcome, a later decision or what it did."""

from __future__ import annotations

import pytest
from coded_rows import coded, row

from scrgraph.model.entry import Entry
from scrgraph.model.events import Baton, Stage
from scrgraph.model.vocabulary import StageName

ACCEPTED, DECLINED, ACTED_ON = StageName.ACCEPTED, StageName.DECLINED, StageName.ACTED_ON
SENT = row("1 May 2018", "HV", "referral", "Rowan", to="CSC")
GOT = row("3 May 2018", "CSC", "referral received", "Rowan", sender="HV")
VISIT = row("10 May 2018", "CSC", "visit", "Rowan")


def first(*rows: Entry) -> Baton:
    return coded(rows).batons()[0]


def of(baton: Baton, name: StageName) -> Stage:
    found = baton.stage(name)
    assert found is not None
    return found


def after_receipt(*rows: Entry) -> dict[StageName, str]:
    """How each stage after the receipt is known."""
    past = (StageName.PASSED, StageName.RECEIVED)
    return {stage.name: stage.how for stage in first(SENT, *rows).stages if stage.name not in past}


def test_the_stages_stand_in_the_order_they_happen() -> None:
    baton = first(
        SENT, GOT, VISIT, row("4 May 2018", "CSC", "acknowledgement", "Rowan", to="HV"),
        row("20 May 2018", "CSC", "feedback", "Rowan", to="HV"),
    )  # fmt: skip
    assert [stage.name for stage in baton.stages] == [
        StageName.PASSED, StageName.RECEIVED, StageName.ACKNOWLEDGED, ACCEPTED, ACTED_ON, StageName.FED_BACK,
    ]  # fmt: skip
    assert [str(stage.on) for stage in baton.stages] == [
        "1 May 2018", "3 May 2018", "4 May 2018", "10 May 2018", "10 May 2018", "20 May 2018",
    ]  # fmt: skip
    assert [stage.entry_ids for stage in baton.stages] == [
        ("E1",), ("E2",), ("E4",), ("E3",), ("E3",), ("E5",),
    ]  # fmt: skip


def test_the_pairing_gives_the_receipt_its_confidence() -> None:
    received = of(first(SENT, GOT), StageName.RECEIVED)
    assert received.confidence is not None
    assert 0 < received.confidence <= 1
    assert of(first(SENT, GOT), StageName.PASSED).confidence is None


def test_what_was_acted_on_was_taken_on() -> None:
    assert after_receipt(GOT, VISIT) == {ACCEPTED: "matched", ACTED_ON: "matched"}
    accepted = of(first(SENT, GOT, VISIT), ACCEPTED)
    assert (accepted.reason, accepted.entry_ids) == ("it was acted on", ("E3",))


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("NFA, below threshold", {DECLINED: "matched"}),
        ("Accepted for assessment", {ACCEPTED: "matched"}),
        ("Discussed with the manager", {}),
        ("Mother declined a visit", {}),
    ],
)
def test_a_later_decision_about_the_same_people(words: str, wanted: dict[StageName, str]) -> None:
    assert after_receipt(GOT, row("9 May 2018", "CSC", "decision", "Rowan", said=words)) == wanted


@pytest.mark.parametrize(
    ("decision", "counts"),
    [
        (row("31 May 2018", "CSC", "NFA", "Rowan"), True),
        (row("1 June 2018", "CSC", "NFA", "Rowan"), False),
        (row("9 May 2018", "CSC", "case closure", "Rowan", said="NFA"), True),
        (row("9 May 2018", "CSC", "NFA", "Finn"), False),
        (row("9 May 2018", "Police", "NFA", "Rowan"), False),
        (row("2 May 2018", "CSC", "NFA", "Rowan"), False),
        (row("", "CSC", "NFA", "Rowan"), False),
    ],
    ids=["the last day", "too late", "a closure", "another child", "another agency", "before", "undated"],
)
def test_which_decisions_settle_it(decision: Entry, counts: bool) -> None:
    assert (DECLINED in after_receipt(GOT, decision)) is counts


def test_what_is_closed_after_a_visit_was_taken_on() -> None:
    closed = row("20 May 2018", "CSC", "case closure", "Rowan", said="NFA")
    assert after_receipt(GOT, VISIT, closed) == {ACCEPTED: "matched", ACTED_ON: "matched"}
    assert after_receipt(GOT, VISIT, row("9 May 2018", "CSC", "NFA", "Rowan")) == {DECLINED: "matched"}


def test_waiting_for_a_worker_is_not_taken_on_until_something_is_done() -> None:
    waiting = row("3 May 2018", "CSC", "referral received", "Rowan", sender="HV", did="Awaiting allocation")
    assert after_receipt(waiting) == {ACCEPTED: "recorded not"}
    assert after_receipt(waiting, VISIT) == {ACCEPTED: "matched", ACTED_ON: "matched"}


def test_an_act_on_a_day_that_may_be_before_or_after_counts() -> None:
    """Silence is not read into a partial date."""
    assert after_receipt(GOT, row("May 2018", "CSC", "visit", "Rowan"))[ACTED_ON] == "matched"
    assert after_receipt(GOT, row("April 2018", "CSC", "visit", "Rowan")) == {}


def test_a_row_of_two_senders_that_found_one_of_them_still_names_the_other() -> None:
    rows = [SENT, row("3 May 2018", "CSC", "referral received", "Rowan", sender="HV; School")]
    batons = coded(rows).batons()
    assert [(baton.from_agency_id, baton.stage(StageName.PASSED) is not None) for baton in batons] == [
        ("hv", True), ("school", False),
    ]  # fmt: skip


def test_near_misses_and_why_nothing_was_taken_are_kept() -> None:
    late = row("30 May 2018", "CSC", "referral received", "Rowan", sender="HV")
    baton = first(SENT, late)
    assert baton.stage(StageName.RECEIVED) is None
    assert baton.receipt_reason
