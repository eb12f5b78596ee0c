"""Closures, decisions, moves, supervision and disagreements, from the event column or from words that are certain."""

from __future__ import annotations

from typing import Any

import pytest
from coded_rows import coded, row

from scrgraph.coding.milestones import MILESTONE_KINDS, milestones_of
from scrgraph.coding.words import normal, word_list
from scrgraph.model.agencies import Agency
from scrgraph.model.entry import Entry
from scrgraph.model.events import Milestone
from scrgraph.model.vocabulary import EventKind, Tri

LISTS: dict[str, Any] = word_list("milestones.toml")
KINDS = {kind.value for kind in MILESTONE_KINDS}


def told(*rows: Entry, **given: Any) -> list[Milestone]:
    """The milestones of some rows."""
    found = coded(rows, **given)
    return list(milestones_of(found.entries, found.agencies))


def only(*rows: Entry, **given: Any) -> Milestone:
    """The one milestone of some rows."""
    (milestone,) = told(*rows, **given)
    return milestone


def kinds(*rows: Entry) -> list[EventKind]:
    """The kinds of the milestones of some rows."""
    return [milestone.kind for milestone in told(*rows)]


def note(kind: str, text: str) -> Entry:
    """A row that says ``text`` where words of the kind count: a decision in the outcome of what came in."""
    if kind == "decision":
        return row("1 May 2018", "CSC", "referral received", "Rowan", sender="School", did=text)
    return row("1 May 2018", "CSC", "letter", "Rowan", said=text)


@pytest.mark.parametrize(
    ("kind", "text"), [(kind, text) for kind in sorted(KINDS) for text in LISTS[kind]["examples"]]
)
def test_examples_tell_of_their_kind(kind: str, text: str) -> None:
    assert EventKind(kind) in kinds(note(kind, text))


@pytest.mark.parametrize(
    ("kind", "text"), [(kind, text) for kind in sorted(KINDS) for text in LISTS[kind]["not_examples"]]
)
def test_denials_plans_and_others_do_not(kind: str, text: str) -> None:
    assert EventKind(kind) not in kinds(note(kind, text))


def test_every_list_has_examples_for_and_against_and_is_written_as_words_are_compared() -> None:
    for section, lists in LISTS.items():
        if section in ("denials", "same_step"):
            continue
        assert lists["examples"], section
        assert lists["not_examples"], section
        for name, words in lists.items():
            if "examples" not in name:
                assert [word for word in words if word != normal(word)] == [], (section, name)


@pytest.mark.parametrize("kind", sorted(KINDS - {"decision"}))
def test_every_phrase_of_a_kind_is_found_and_denied(kind: str) -> None:
    for phrase in LISTS[kind]["words"]:
        assert EventKind(kind) in kinds(note(kind, f"Rang. {phrase.capitalize()} in May"))
        assert EventKind(kind) not in kinds(note(kind, f"Rang. Never {phrase} in May"))


def test_an_event_column_and_its_words_make_one_milestone() -> None:
    closure = only(row("1 May 2018", "CSC", "case closure", "Rowan", said="Case closed", did="Closed"))
    assert (closure.milestone_id, closure.kind, closure.about) == ("E1", EventKind.CASE_CLOSURE, ("rowan",))


def test_a_letter_that_repeats_a_closure_makes_no_second_one() -> None:
    closed = row("1 May 2018", "CSC", "case closure", "Rowan")

    def with_letter(day: str, about: str = "Rowan") -> list[str]:
        letter = row(day, "CSC", "letter", about, said="Involvement ended")
        return [milestone.milestone_id for milestone in told(closed, letter)]

    assert with_letter("15 May 2018") == ["E1"]
    assert with_letter("16 May 2018") == ["E1", "E2/case-closure"]
    assert with_letter("15 May 2018", "Kayla Marsh") == ["E1", "E2/case-closure"]


@pytest.mark.parametrize(
    ("event", "said", "did", "closes"),
    [
        ("DNA", "Second appointment", "Discharged", True),
        ("Was not brought", "Review", "Discharged from follow-up", True),
        ("Discharge letter", "Did not attend two appointments", "Sent", True),
        ("Case closure", "No response to letters", "", True),
        ("Case closure", "Work completed", "", False),
        ("Letter", "Case closed after non-engagement", "", True),
    ],
)
def test_a_closure_because_the_family_did_not_come(event: str, said: str, did: str, closes: bool) -> None:
    closure = only(row("1 May 2018", "CAMHS", event, "Rowan", said=said, did=did))
    assert (closure.kind, closure.on_non_attendance) == (EventKind.CASE_CLOSURE, closes)


@pytest.mark.parametrize(
    ("event", "said", "did"),
    [
        ("DNA", "First appointment", "Rebook"),
        ("DNA", "First appointment", "To be discharged"),
        ("Discharge letter", "Bronchiolitis, home today", "Posted"),
        ("Visit", "Attended on time", ""),
    ],
)
def test_no_closure_is_made_up(event: str, said: str, did: str) -> None:
    assert told(row("1 May 2018", "Hospital", event, "Rowan", said=said, did=did)) == []


def test_what_another_agency_did_is_not_the_writers_step() -> None:
    assert told(row("1 May 2018", "HV", "letter", "Rowan", said="Case closed by CSC")) == []
    assert told(row("1 May 2018", "HV", "referral", "Rowan", to="CSC", did="NFA. Case closed")) == []
    received = row("1 May 2018", "HV", "feedback received", "Rowan", sender="CSC", said="Case closed")
    assert told(received) == []
    nobody = row("1 May 2018", "Family", "case closure", "Rowan")
    assert told(nobody) == []


def test_the_outcome_of_what_came_in_is_the_receivers_decision() -> None:
    decision = only(row("1 May 2018", "CSC", "referral received", "Rowan", sender="HV", did="NFA"))
    assert (decision.kind, decision.agency_id) == (EventKind.DECISION, "csc")


@pytest.mark.parametrize(
    ("said", "oversight"),
    [
        ("Agreed with manager", Tri.YES),
        ("Signed off", Tri.YES),
        ("No evidence of management oversight", Tri.NO),
        ("Not discussed with manager", Tri.NO),
        ("To be discussed with manager", Tri.UNKNOWN),
        ("Offender manager rang", Tri.UNKNOWN),
        ("Closed", Tri.UNKNOWN),
    ],
)
def test_a_managers_part_in_a_closure(said: str, oversight: Tri) -> None:
    assert only(row("1 May 2018", "CSC", "case closure", "Rowan", said=said)).oversight is oversight


def test_a_managers_own_row_shows_oversight_and_a_practitioners_does_not() -> None:
    closure = row("1 May 2018", "CSC", "case closure", "Rowan")
    by_manager = closure.model_copy(update={"professional_text": "Team Manager"})
    by_worker = closure.model_copy(update={"role_text": "Offender manager"})
    assert only(by_manager).oversight is Tri.YES
    assert only(by_worker).oversight is Tri.UNKNOWN


@pytest.mark.parametrize(
    "did",
    ["Discuss in supervision", "To raise with team lead", "For supervision", "To be discussed with manager"],
)
def test_what_is_only_meant_for_supervision_is_no_oversight(did: str) -> None:
    assert told(row("1 May 2018", "HV", "no access", "Rowan", did=did)) == []


def test_a_managers_part_in_any_other_row_is_supervision() -> None:
    agreed = only(row("1 May 2018", "CSC", "assessment", "Rowan", said="Signed off"))
    assert (agreed.kind, agreed.oversight) == (EventKind.SUPERVISION, Tri.YES)
    held = only(row("1 May 2018", "CSC", "supervision", "Rowan"))
    assert (held.kind, held.oversight) == (EventKind.SUPERVISION, Tri.YES)


@pytest.mark.parametrize(
    ("said", "crossed"),
    [
        ("Moved to another borough", Tri.YES),
        ("Temporary accommodation in Southmere", Tri.YES),
        ("Came from Southmere to Northmere", Tri.YES),
        ("Temporary accommodation in Northmere", Tri.NO),
        ("Two-bed flat, same street", Tri.NO),
        ("Two-bed flat", Tri.UNKNOWN),
        ("Wants to go to Westmere", Tri.UNKNOWN),
    ],
)
def test_whether_a_move_crossed_a_boundary(said: str, crossed: Tri) -> None:
    agencies = [
        Agency(agency_id="housing", display_name="Northmere Housing", sector="housing", area="Northmere"),
        Agency(agency_id="other", display_name="Southmere Housing", sector="housing", area="Southmere"),
    ]
    move = only(row("1 May 2018", "Northmere Housing", "move", "Rowan", said=said), agencies=agencies)
    assert (move.kind, move.out_of_area) == (EventKind.MOVE, crossed)


def test_a_move_that_another_kind_of_row_tells_of() -> None:
    row_of_school = row("1 May 2018", "School", "note", "Rowan", said="Off roll, moved out of area")
    move = only(row_of_school)
    assert (move.milestone_id, move.out_of_area) == ("E1/move", Tri.YES)
    assert told(row("1 May 2018", "School", "note", "Rowan", said="Moved to another class")) == []
