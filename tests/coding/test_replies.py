"""What came back to the sender, and which baton it answers."""

from __future__ import annotations

import pytest
from coded_rows import coded, row

from scrgraph.model.entry import Entry
from scrgraph.model.events import Baton, Stage
from scrgraph.model.vocabulary import EventKind, StageName

HEARD, DECLINED, ACTED_ON = StageName.ACKNOWLEDGED, StageName.DECLINED, StageName.ACTED_ON
SENT = row("1 May 2018", "HV", "referral", "Rowan", to="CSC")
GOT = row("3 May 2018", "CSC", "referral received", "Rowan", sender="HV")
OUT = row("4 May 2018", "CSC", "acknowledgement", "Rowan", to="HV")
IN = row("6 May 2018", "HV", "acknowledgement received", "Rowan", sender="CSC")


def heard(*rows: Entry) -> dict[str, tuple[str, ...]]:
    """The batons acknowledged, each with the rows that say so."""
    return {
        baton.baton_id: stage.entry_ids
        for baton in coded(rows).batons()
        if (stage := baton.stage(HEARD)) and stage.how != "recorded not"
    }


def first(*rows: Entry) -> Baton:
    return coded(rows).batons()[0]


def of(baton: Baton, name: StageName) -> Stage:
    found = baton.stage(name)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("reply", "behind"), [((OUT,), ("E3",)), ((IN,), ("E3",)), ((OUT, IN), ("E3", "E4"))]
)
def test_an_acknowledgement_by_either_side_or_both(reply: tuple[Entry, ...], behind: tuple[str, ...]) -> None:
    assert heard(SENT, GOT, *reply) == {"E1>csc": behind}


def test_an_acknowledgement_is_no_baton_of_its_own() -> None:
    assert coded([OUT, IN]).batons() == []
    assert len(coded([SENT, GOT, OUT, IN]).batons()) == 1


def test_the_latest_earlier_one_not_yet_acknowledged_has_it() -> None:
    assert heard(
        SENT,
        row("8 May 2018", "HV", "referral", "Rowan", to="CSC"),
        row("9 May 2018", "HV", "referral", "Finn", to="CSC"),
        row("9 May 2018", "GP", "referral", "Rowan", to="CSC"),
        row("20 May 2018", "HV", "referral", "Rowan", to="CSC"),
        row("10 May 2018", "CSC", "acknowledgement", "Rowan", to="HV"),
        row("12 May 2018", "CSC", "acknowledgement", "Rowan", to="HV"),
        row("13 May 2018", "CSC", "acknowledgement", "Rowan", to="HV"),
    ) == {"E1>csc": ("E7",), "E2>csc": ("E6",)}


def test_one_that_is_known_to_have_arrived_comes_first() -> None:
    later = row("8 May 2018", "HV", "referral", "Rowan", to="CSC")
    assert heard(SENT, later, GOT, row("9 May 2018", "CSC", "acknowledgement", "Rowan", to="HV")) == {
        "E1>csc": ("E4",)
    }


def test_a_kind_that_expects_an_answer_comes_first() -> None:
    note = row("3 May 2018", "HV", "notification", "Rowan", to="CSC")
    assert heard(SENT, note, OUT) == {"E1>csc": ("E3",)}
    assert heard(note, OUT) == {"E1>csc": ("E2",)}


@pytest.mark.parametrize(
    ("reply", "counts"),
    [
        (row("29 May 2018", "CSC", "acknowledgement", "Rowan", to="HV"), True),
        (row("30 May 2018", "CSC", "acknowledgement", "Rowan", to="HV"), False),
        (row("", "CSC", "acknowledgement", "Rowan", to="HV"), False),
        (row("5 May 2018", "CSC", "acknowledgement", "Finn", to="HV"), False),
        (row("5 May 2018", "CSC", "acknowledgement", "Rowan", to="HV", received="no"), False),
    ],
    ids=["the last day", "too late", "undated", "another child", "did not arrive"],
)
def test_what_counts_as_an_acknowledgement(reply: Entry, counts: bool) -> None:
    assert bool(heard(SENT, GOT, reply)) is counts


def test_an_answer_shows_that_it_arrived() -> None:
    received = of(first(SENT, OUT), StageName.RECEIVED)
    assert (received.how, received.reason) == ("matched", "the acknowledgement shows that it arrived")
    assert (str(received.on), received.entry_ids) == ("no date given", ("E2",))
    answered = of(first(SENT, row("20 May 2018", "CSC", "feedback", "Rowan", to="HV")), StageName.RECEIVED)
    assert answered.reason == "the answer shows that it arrived"


def test_what_the_sender_says_did_not_arrive_is_not_what_was_answered() -> None:
    lost = row("1 May 2018", "HV", "referral", "Rowan", to="CSC", received="no")
    assert heard(lost, OUT) == {}


def test_feedback_is_an_acknowledgement_too() -> None:
    told = of(first(SENT, GOT, row("20 May 2018", "CSC", "feedback", "Rowan", to="HV")), HEARD)
    assert (str(told.on), told.reason) == ("20 May 2018", "the feedback acknowledged it")
    both = of(first(SENT, GOT, OUT, row("20 May 2018", "CSC", "feedback", "Rowan", to="HV")), HEARD)
    assert str(both.on) == "4 May 2018"


def test_words_of_either_side_that_it_was_acknowledged() -> None:
    by_receiver = row("3 May 2018", "CSC", "referral received", "Rowan", sender="HV", did="Acknowledged")
    assert of(first(SENT, by_receiver), HEARD).entry_ids == ("E2",)
    sender = row("1 May 2018", "HV", "referral", "Rowan", to="CSC", did="Acknowledgement received")
    assert of(first(sender, GOT), HEARD).entry_ids == ("E1",)
    assert of(first(sender), StageName.RECEIVED).how == "recorded"


def test_a_sender_s_word_that_no_answer_came_stands_until_one_is_found() -> None:
    waits = row("1 May 2018", "HV", "referral", "Rowan", to="CSC", did="No response")
    assert of(first(waits, GOT), HEARD).how == "recorded not"
    assert of(first(waits, GOT, OUT), HEARD).how == "matched"
    no_feedback = row("1 May 2018", "HV", "referral", "Rowan", to="CSC", did="No feedback")
    assert first(no_feedback, GOT).stage(HEARD) is None


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Threshold not met", {DECLINED: "recorded"}),
        ("Accepted, worker to ring", {StageName.ACCEPTED: "recorded"}),
        ("Assessment finished, closed", {StageName.ACCEPTED: "matched", ACTED_ON: "recorded"}),
        ("Thank you", {}),
    ],
)
def test_what_the_feedback_says_was_decided(words: str, wanted: dict[StageName, str]) -> None:
    baton = first(SENT, GOT, row("20 May 2018", "CSC", "feedback", "Rowan", to="HV", said=words))
    after = (StageName.ACCEPTED, DECLINED, ACTED_ON)
    assert {stage.name: stage.how for stage in baton.stages if stage.name in after} == wanted


def test_the_receivers_own_records_outweigh_the_words_of_its_feedback() -> None:
    visit = row("10 May 2018", "CSC", "visit", "Rowan")
    reply = row("20 May 2018", "CSC", "feedback", "Rowan", to="HV", said="NFA")
    assert first(SENT, GOT, visit, reply).stage(DECLINED) is None
    unclear = row("3 May 2018", "CSC", "referral received", "Rowan", sender="HV", did="To manager")
    declined = first(SENT, unclear, reply)
    assert of(declined, DECLINED).entry_ids == ("E3",)
    assert declined.stage(ACTED_ON) is None


def test_the_words_of_an_answer_to_a_request_are_what_was_asked_for() -> None:
    """ "NFA" there is what became of an old incident, not of the request."""
    baton = first(
        row("1 May 2018", "CSC", "request for information", "Rowan", to="Police"),
        row("4 May 2018", "Police", "reply sent", "Rowan", to="CSC", said="Three logs, all NFA"),
    )
    assert (baton.kind, baton.stage(DECLINED)) == (EventKind.REQUEST, None)
    assert of(baton, ACTED_ON).reason == "the request was answered"
