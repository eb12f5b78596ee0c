"""What the rows pass on, and the stages each baton went through."""

from __future__ import annotations

import pytest
from coded_rows import coded, row

from scrgraph.model.events import Baton, Stage
from scrgraph.model.vocabulary import EventKind, StageName

PASSED, RECEIVED, ACTED_ON = StageName.PASSED, StageName.RECEIVED, StageName.ACTED_ON


def stages(baton: Baton) -> dict[StageName, str]:
    """How each stage is known."""
    return {stage.name: stage.how for stage in baton.stages}


def stage(baton: Baton, name: StageName) -> Stage:
    found = baton.stage(name)
    assert found is not None
    return found


def test_a_referral_that_the_other_side_also_recorded() -> None:
    baton = coded(
        [
            row("1 May 2018", "HV", "referral", "Rowan", to="CSC"),
            row("3 May 2018", "CSC", "referral received", "Rowan", sender="HV"),
        ]
    ).baton()
    assert (baton.kind, baton.from_agency_id, baton.to_agency_id) == (EventKind.REFERRAL, "hv", "csc")
    assert (baton.what, baton.about, baton.entry_ids) == ("a referral", ("rowan",), ("E1",))
    assert stages(baton) == {PASSED: "recorded", RECEIVED: "matched"}
    assert str(stage(baton, RECEIVED).on) == "3 May 2018"
    assert stage(baton, RECEIVED).entry_ids == ("E2",)


def test_what_the_sender_says_of_receipt() -> None:
    said_yes = coded([row("1 May 2018", "HV", "referral", "Rowan", to="CSC", received="yes")]).baton()
    assert stages(said_yes) == {PASSED: "recorded", RECEIVED: "recorded"}
    said_no = coded([row("1 May 2018", "HV", "referral", "Rowan", to="CSC", received="no")]).baton()
    assert stages(said_no) == {PASSED: "recorded", RECEIVED: "recorded not"}
    said_nothing = coded([row("1 May 2018", "HV", "referral", "Rowan", to="CSC")]).baton()
    assert stages(said_nothing) == {PASSED: "recorded"}


def test_a_receipt_both_sides_tell_of_leads_to_both_rows() -> None:
    baton = coded(
        [
            row("1 May 2018", "HV", "referral", "Rowan", to="CSC", received="yes"),
            row("3 May 2018", "CSC", "referral received", "Rowan", sender="HV"),
        ]
    ).baton()
    assert stage(baton, RECEIVED).entry_ids == ("E1", "E2")
    assert str(stage(baton, RECEIVED).on) == "3 May 2018"


def test_something_held_back_was_not_passed() -> None:
    """A contact whose "received" cell says no, to the agency it names."""
    baton = coded([row("1 May 2018", "HV", "visit", "Rowan", to="CSC", received="no")]).baton()
    assert not baton.passed
    assert stages(baton) == {RECEIVED: "recorded not"}
    assert (baton.kind, baton.what) == (EventKind.NOTIFICATION, "information")


def test_one_row_to_several_agencies_is_one_baton_to_each() -> None:
    batons = coded(
        [
            row("1 May 2018", "Police", "notification", "Rowan", to="CSC; GP; HV"),
            row("2 May 2018", "GP", "notification received", "Rowan", sender="Police"),
        ]
    ).batons()
    assert [(baton.baton_id, baton.to_agency_id) for baton in batons] == [
        ("E1>csc", "csc"), ("E1>gp", "gp"), ("E1>hv", "hv"),
    ]  # fmt: skip
    assert [RECEIVED in stages(baton) for baton in batons] == [False, True, False]


def test_a_baton_to_nobody_named() -> None:
    baton = coded([row("1 May 2018", "HV", "referral", "Rowan")]).baton()
    assert (baton.to_agency_id, stages(baton)) == ("", {PASSED: "recorded"})


def test_a_disclosure_is_told_by_the_person_and_received_by_whoever_wrote_it_down() -> None:
    baton = coded([row("1 May 2018", "School", "disclosure", "Skye", said="Afraid to go home")]).baton()
    assert (baton.from_agency_id, baton.from_person_id, baton.to_agency_id) == ("", "skye", "school")
    assert stages(baton)[RECEIVED] == "recorded"


def test_a_receipt_nobody_recorded_sending() -> None:
    baton = coded([row("3 May 2018", "CSC", "referral received", "Rowan", sender="HV")]).baton()
    assert (baton.from_agency_id, baton.to_agency_id) == ("hv", "csc")
    assert stages(baton) == {RECEIVED: "recorded"}


def test_a_receipt_from_the_family_has_no_agency_for_a_sender() -> None:
    baton = coded([row("3 May 2018", "CSC", "referral received", "Rowan", sender="Neighbour")]).baton()
    assert (baton.from_agency_id, baton.to_agency_id) == ("", "csc")


def test_a_row_that_names_only_a_sender_is_something_received() -> None:
    baton = coded([row("3 May 2018", "CSC", "telephoned", "Rowan", sender="HV")]).baton()
    assert (baton.kind, baton.from_agency_id, baton.to_agency_id) == (EventKind.NOTIFICATION, "hv", "csc")


@pytest.mark.parametrize(
    ("outcome", "wanted"),
    [
        ("Accepted and allocated", {StageName.ACCEPTED: "recorded", ACTED_ON: "unclear"}),
        ("Accepted. Home visit made", {StageName.ACCEPTED: "recorded", ACTED_ON: "recorded"}),
        ("NFA, below threshold", {StageName.DECLINED: "recorded"}),
        ("Filed with the earlier ones", {ACTED_ON: "unclear"}),
        ("", {}),
    ],
)
def test_what_the_receiver_did_by_its_own_words(outcome: str, wanted: dict[StageName, str]) -> None:
    baton = coded(
        [
            row("1 May 2018", "HV", "referral", "Rowan", to="CSC"),
            row("3 May 2018", "CSC", "referral received", "Rowan", sender="HV", did=outcome),
        ]
    ).baton()
    assert {name: how for name, how in stages(baton).items() if name not in (PASSED, RECEIVED)} == wanted


@pytest.mark.parametrize(
    ("act", "counts"),
    [
        (row("3 May 2018", "CSC", "visit", "Rowan"), True),
        (row("7 June 2018", "CSC", "strategy discussion", "Rowan; Finn"), True),
        (row("8 June 2018", "CSC", "visit", "Rowan"), False),
        (row("2 May 2018", "CSC", "visit", "Rowan"), False),
        (row("4 May 2018", "CSC", "visit", "Finn"), False),
        (row("4 May 2018", "HV", "visit", "Rowan"), False),
        (row("4 May 2018", "CSC", "case note", "Rowan"), False),
        (row("", "CSC", "visit", "Rowan"), False),
    ],
    ids=lambda value: f"{value.date} {value.event_text}" if hasattr(value, "date") else str(value),
)
def test_the_receivers_next_act_about_the_same_people_within_five_weeks(act: object, counts: bool) -> None:
    rows = [
        row("1 May 2018", "HV", "referral", "Rowan", to="CSC"),
        row("3 May 2018", "CSC", "referral received", "Rowan", sender="HV"),
        act,
    ]
    baton = coded(rows).batons()[0]  # type: ignore[arg-type]
    assert (baton.stage(ACTED_ON) is not None) is counts
    if counts:
        assert stage(baton, ACTED_ON).entry_ids == ("E3",)


def test_words_that_say_no_are_not_outweighed_by_a_later_visit() -> None:
    baton = coded(
        [
            row("3 May 2018", "CSC", "referral received", "Rowan", sender="HV", did="NFA"),
            row("5 May 2018", "CSC", "visit", "Rowan"),
        ]
    ).baton()
    assert stages(baton) == {RECEIVED: "recorded", StageName.DECLINED: "recorded"}


def fed_back(*rows: object) -> list[str]:
    batons = coded(rows).batons()  # type: ignore[arg-type]
    return [baton.baton_id for baton in batons if baton.stage(StageName.FED_BACK)]


def test_feedback_goes_to_the_last_referral_the_other_way_about_the_same_child() -> None:
    rows = (
        row("1 May 2018", "HV", "referral", "Rowan", to="CSC"),
        row("1 June 2018", "HV", "referral", "Rowan", to="CSC"),
        row("2 June 2018", "HV", "referral", "Finn", to="CSC"),
        row("3 June 2018", "GP", "referral", "Rowan", to="CSC"),
        row("20 June 2018", "HV", "referral", "Rowan", to="CSC"),
        row("10 June 2018", "CSC", "feedback", "Rowan", to="HV"),
    )
    assert fed_back(*rows) == ["E2>csc"]


def test_two_items_of_feedback_go_to_two_referrals() -> None:
    assert fed_back(
        row("1 May 2018", "HV", "referral", "Rowan", to="CSC"),
        row("3 May 2018", "HV", "referral", "Rowan", to="CSC"),
        row("10 May 2018", "CSC", "feedback", "Rowan", to="HV"),
        row("12 May 2018", "CSC", "feedback", "Rowan", to="HV"),
    ) == ["E1>csc", "E2>csc"]


def test_feedback_that_only_the_referrer_recorded() -> None:
    assert fed_back(
        row("1 May 2018", "HV", "referral", "Rowan", to="CSC"),
        row("10 May 2018", "HV", "feedback received", "Rowan", sender="CSC"),
    ) == ["E1>csc"]


def test_feedback_after_three_months_or_undated_or_that_did_not_arrive_is_given_to_none() -> None:
    sent = row("1 May 2018", "HV", "referral", "Rowan", to="CSC")
    assert fed_back(sent, row("30 July 2018", "CSC", "feedback", "Rowan", to="HV")) == ["E1>csc"]
    assert fed_back(sent, row("31 July 2018", "CSC", "feedback", "Rowan", to="HV")) == []
    assert fed_back(sent, row("", "CSC", "feedback", "Rowan", to="HV")) == []
    assert fed_back(sent, row("10 May 2018", "CSC", "feedback", "Rowan", to="HV", received="no")) == []


def test_a_request_that_was_answered_was_acted_on_by_the_answer() -> None:
    batons = coded(
        [
            row("1 May 2018", "CSC", "request for information", "Rowan", to="GP"),
            row(
                "2 May 2018",
                "GP",
                "request received",
                "Rowan",
                sender="CSC",
                did="Passed to the practice desk",
            ),
            row("9 May 2018", "GP", "reply sent", "Rowan", to="CSC"),
        ]
    ).batons()
    asked = batons[0]
    assert stages(asked)[ACTED_ON] == "matched"
    assert stage(asked, ACTED_ON).entry_ids == ("E3",)
    assert len([one for one in asked.stages if one.name is ACTED_ON]) == 1


def test_the_receiver_s_own_entry_outweighs_the_sender_s_word_that_nothing_arrived() -> None:
    baton = coded(
        [
            row("1 May 2018", "HV", "referral", "Rowan", to="CSC", received="no"),
            row("3 May 2018", "CSC", "referral received", "Rowan", sender="HV"),
        ]
    ).baton()
    assert stages(baton) == {PASSED: "recorded", RECEIVED: "matched"}
    assert stage(baton, RECEIVED).entry_ids == ("E1", "E2")
    assert "did not arrive" in stage(baton, RECEIVED).reason


def test_a_sender_that_records_no_response_says_that_nothing_was_fed_back() -> None:
    sent = row("1 May 2018", "HV", "referral", "Rowan", to="CSC", received="yes", did="No response received")
    baton = coded([sent]).baton()
    assert stages(baton)[StageName.FED_BACK] == "recorded not"
    answered = coded([sent, row("10 May 2018", "CSC", "feedback", "Rowan", to="HV")])
    assert stages(answered.batons()[0])[StageName.FED_BACK] == "matched"
