"""How entries describe co-operation, whom that concerns, and the level of intervention then in force."""

from __future__ import annotations

from typing import Any

import pytest
from coded_rows import coded, row

from scrgraph.coding.engagement import engagements_of, level_in, levels_told, patterns_in, says_otherwise
from scrgraph.coding.milestones import milestones_of
from scrgraph.coding.words import normal, word_list
from scrgraph.model.entry import Entry
from scrgraph.model.events import Engagement

LISTS: dict[str, Any] = word_list("engagement.toml")
PATTERNS: dict[str, Any] = LISTS["patterns"]
LEVELS: dict[str, Any] = {key: value for key, value in LISTS["levels"].items() if key.isdigit()}


def described(*rows: Entry) -> list[Engagement]:
    """What some rows describe."""
    found = coded(rows)
    milestones = milestones_of(found.entries, found.agencies)
    levels = levels_told(found.entries, found.agencies, milestones)
    return list(engagements_of(found.entries, found.agencies, levels))


def cases(lists: dict[str, Any], name: str) -> list[tuple[str, str]]:
    """The examples of some lists, each with the key of its list."""
    return [(key, text) for key, entry in lists.items() for text in entry[name]]


@pytest.mark.parametrize(("pattern", "text"), cases(PATTERNS, "examples"))
def test_examples_describe_their_pattern(pattern: str, text: str) -> None:
    assert pattern in patterns_in(text)


@pytest.mark.parametrize(("pattern", "text"), cases(PATTERNS, "not_examples"))
def test_denials_and_other_meanings_do_not(pattern: str, text: str) -> None:
    assert pattern not in patterns_in(text)


@pytest.mark.parametrize("pattern", PATTERNS)
def test_every_phrase_of_a_pattern_is_found_and_denied(pattern: str) -> None:
    for phrase in PATTERNS[pattern]["words"]:
        assert pattern in patterns_in(f"Home visit. {phrase.capitalize()} again")
        assert pattern not in patterns_in(f"Home visit. Never {phrase} again")


def test_no_phrase_describes_two_patterns() -> None:
    for pattern, entry in PATTERNS.items():
        for phrase in entry["words"]:
            assert set(patterns_in(phrase)) == {pattern}, phrase


def test_every_pattern_but_contact_not_made_has_words_and_examples() -> None:
    assert len(PATTERNS) == 6
    assert [key for key, entry in PATTERNS.items() if not entry["words"]] == ["contact not made"]
    assert [key for key, entry in PATTERNS.items() if entry["kinds"]] == ["contact not made"]


def test_lists_are_written_as_words_are_compared() -> None:
    lists = [
        LISTS["denials"],
        LISTS["levels"]["denials"],
        LISTS["levels"]["withdrawn"],
        LISTS["unless"]["words"],
    ]
    lists += [LISTS["retold"]["words"], LISTS["subjects"]["words"]]
    lists += [entry["words"] for entry in (*PATTERNS.values(), *LEVELS.values())]
    assert [word for words in lists for word in words if word != normal(word)] == []


@pytest.mark.parametrize(("level", "text"), cases(LEVELS, "examples"))
def test_examples_tell_their_level(level: str, text: str) -> None:
    assert level_in(text) == int(level)


@pytest.mark.parametrize(("level", "text"), cases(LEVELS, "not_examples"))
def test_what_was_offered_ended_or_denied_is_not_in_force(level: str, text: str) -> None:
    assert level_in(text) != int(level)


@pytest.mark.parametrize("text", LISTS["unless"]["examples"])
def test_reasons_that_lie_elsewhere(text: str) -> None:
    assert says_otherwise(text)
    assert described(row("1 May 2018", "HV", "visit cancelled", "Kayla Marsh", said=text)) == []


@pytest.mark.parametrize("text", LISTS["unless"]["not_examples"])
def test_no_reason_elsewhere(text: str) -> None:
    assert not says_otherwise(text)


@pytest.mark.parametrize("event", ["No access", "DNA", "Cancelled"])
def test_a_contact_that_did_not_take_place_counts_by_its_kind(event: str) -> None:
    (one,) = described(row("1 May 2018", "HV", event, "Kayla Marsh", said="Card left"))
    assert (one.engagement_id, one.pattern, one.words) == ("E1/contact-not-made", "contact not made", event)
    assert (one.agency_id, one.about, one.entry_ids) == ("hv", ("kayla-marsh",), ("E1",))


def test_a_childs_absence_from_school_says_nothing_of_co_operation() -> None:
    assert described(row("1 May 2018", "School", "missed attendance", "Rowan")) == []
    assert described(row("1 May 2018", "HV", "absence", "Rowan")) == []


def test_words_concern_whoever_their_clause_names() -> None:
    (hostile, good) = described(
        row(
            "1 May 2018", "CSC", "visit", "Kayla Marsh; Mr K", said="Mr K hostile. Kayla Marsh engaging well."
        )
    )
    assert (hostile.pattern, hostile.about) == ("no co-operation", ("mr-k",))
    assert (good.pattern, good.about) == ("co-operation", ("kayla-marsh",))
    (both,) = described(row("1 May 2018", "CSC", "visit", "Kayla Marsh; Mr K", said="Warm welcome"))
    assert both.about == ("kayla-marsh", "mr-k")


def about(people: str, said: str) -> list[tuple[str, ...]]:
    """Whom the words of a visit concern."""
    return [one.about for one in described(row("1 May 2018", "Midwifery", "visit", people, said=said))]


def test_words_of_a_partner_or_father_are_not_the_mothers() -> None:
    refused = "Partner asked to step out and would not"
    assert about("Ms Marsh; Mr K", refused.replace("Partner", "Mr K")) == [("mr-k",)]
    assert about("Ms Marsh; Rowan", refused) == []
    assert about("Ms Marsh; Mother's partner", refused) == [("mothers-partner",)]
    assert about("Ms Marsh; Mr K", "Father hostile on the doorstep") == [("mr-k",)]
    assert about("Ms Marsh; Mr K; Mr A", "Father hostile on the doorstep") == []
    assert about("Ms Marsh; Rowan", "Mother hostile to her partner") == [("ms-marsh", "rowan")]


def test_a_referral_that_tells_again_of_contacts_not_made_is_no_entry_of_its_own() -> None:
    """A contact whose words say so is one; a refusal told in a referral may be told nowhere else."""
    said = "Bruise, two missed appointments"
    assert described(row("1 May 2018", "HV", "referral", "Kayla Marsh", to="CSC", said=said)) == []
    (visit,) = described(row("1 May 2018", "HV", "visit", "Kayla Marsh", said=said))
    assert (visit.pattern, visit.words) == ("low co-operation", "missed appointments")
    (refused,) = described(
        row("1 May 2018", "HV", "referral", "Kayla Marsh", to="CSC", said="Mother refused entry")
    )
    assert refused.pattern == "no co-operation"


def test_rows_that_can_say_nothing_here() -> None:
    """No date, no person, no agency, or what another agency told this one."""
    assert described(row("", "CSC", "visit", "Kayla Marsh", said="Warm welcome")) == []
    assert described(row("1 May 2018", "CSC", "visit", "", said="Warm welcome")) == []
    assert described(row("1 May 2018", "Family", "visit", "Kayla Marsh", said="Warm welcome")) == []
    received = row("1 May 2018", "CSC", "referral received", "Kayla Marsh", sender="HV", said="Refused entry")
    assert described(received) == []


def levels(*rows: Entry) -> list[int]:
    """The level at each of some days on which nobody came to the door, after the given rows."""
    days = ["1 May 2018", "20 May 2018", "1 August 2018", "1 February 2019"]
    visits = [row(day, "HV", "no access", "Kayla Marsh") for day in days]
    return [one.level for one in described(*rows, *visits)]


def test_a_level_holds_from_its_row_until_too_long_ago() -> None:
    """A plan of 2 May 2018 is in force for the 183 days to 1 November 2018."""
    assert levels(row("2 May 2018", "CSC", "child protection plan", "Rowan")) == [0, 4, 4, 0]
    assert levels(row("2 May 2018", "CSC", "core assessment", "Rowan")) == [0, 3, 0, 0]
    assert levels() == [0, 0, 0, 0]


def test_the_highest_of_two_agencies_levels_counts() -> None:
    early = row("2 April 2018", "School", "plan", "Rowan", said="Early help plan")
    assert levels(early, row("10 May 2018", "CSC", "core group", "Rowan")) == [2, 4, 4, 0]


def test_a_level_ends_with_the_case_or_the_next_level_of_its_agency() -> None:
    plan = row("2 April 2018", "CSC", "child protection plan", "Rowan")
    assert levels(plan, row("10 May 2018", "CSC", "case closure", "Rowan")) == [4, 0, 0, 0]
    assert levels(plan, row("10 May 2018", "CSC", "plan", "Rowan", said="Child in need plan")) == [4, 3, 3, 0]
    assert levels(plan, row("10 May 2018", "School", "case closure", "Rowan")) == [4, 4, 4, 0]


def test_a_level_is_told_only_when_it_holds_for_every_possible_day() -> None:
    assert levels(row("May 2018", "CSC", "child protection plan", "Rowan")) == [0, 0, 4, 0]


def test_an_assessment_that_closes_puts_no_level_in_force() -> None:
    assert levels(row("2 April 2018", "CSC", "core assessment", "Rowan", did="No further work")) == [
        0,
        0,
        0,
        0,
    ]
