"""Actions agreed at meetings: the outcome cell of a row in, batons out."""

from __future__ import annotations

import pytest
from coded_rows import coded, row

from scrgraph.coding.agreed_actions import agreed_actions_of, with_agreed_actions
from scrgraph.coding.meetings import meetings_of
from scrgraph.model.entry import Entry
from scrgraph.model.events import Baton
from scrgraph.model.vocabulary import EventKind, StageName

OTHERS = [row("1 January 2016", agency, "Note", "Rowan") for agency in ("CSC", "HV", "School", "GP")]


def agreed(*rows: Entry) -> list[Baton]:
    """The agreed actions of the rows, in a review of four agencies; the rows are E5, E6 and so on."""
    made = coded([*OTHERS, *rows])
    meetings = meetings_of(made.entries, made.agencies)
    return agreed_actions_of(made.entries, made.agencies, meetings)


def core_group(did: str, agency: str = "CSC", said: str = "Present: HV") -> Entry:
    return row("1 March 2018", agency, "Core group", "Rowan", did=did, said=said)


def owners(batons: list[Baton]) -> list[tuple[str, str]]:
    return [(baton.to_agency_id, baton.what) for baton in batons]


def test_each_action_with_its_owner() -> None:
    found = agreed(core_group("SW to visit; HV Okafor to refer to GP. School to assess needs"))
    assert owners(found) == [
        ("csc", "the agreed action “SW to visit”"),
        ("hv", "the agreed action “HV Okafor to refer to GP”"),
        ("school", "the agreed action “School to assess needs”"),
    ]
    assert [baton.from_agency_id for baton in found] == ["", "csc", "csc"]
    assert {baton.kind for baton in found} == {EventKind.AGREED_ACTION}
    assert [baton.entry_ids for baton in found] == [("E5",)] * 3
    assert found[0].about == ("rowan",)


@pytest.mark.parametrize("did", ["", "NFA", "Registered under neglect", "Minutes to be sent", "None agreed"])
def test_cells_that_name_no_act(did: str) -> None:
    assert agreed(core_group(did)) == []


def test_an_action_with_no_owner_and_one_that_a_statute_gives_an_owner() -> None:
    found = agreed(core_group("Home visits weekly; section 47 enquiry"))
    assert [baton.to_agency_id for baton in found] == ["", "csc"]


def test_received_by_those_who_were_there_and_by_no_other() -> None:
    there, away = agreed(core_group("HV to visit; GP to examine"))
    assert [stage.name for stage in there.stages] == [StageName.PASSED, StageName.RECEIVED]
    assert [stage.name for stage in away.stages] == [StageName.PASSED]


@pytest.mark.parametrize(
    ("later", "done"),
    [
        (row("10 March 2018", "HV", "Home visit", "Rowan"), True),
        (row("1 March 2018", "HV", "Home visit", "Rowan"), True),
        (row("12 April 2018", "HV", "Home visit", "Rowan"), True),
        (row("10 March 2018", "HV", "No access", "Rowan"), True),
        (row("13 April 2018", "HV", "Home visit", "Rowan"), False),
        (row("28 February 2018", "HV", "Home visit", "Rowan"), False),
        (row("10 March 2018", "HV", "Telephone call", "Rowan"), False),
        (row("10 March 2018", "HV", "Home visit", "Finn"), False),
        (row("10 March 2018", "School", "Home visit", "Rowan"), False),
        (row("", "HV", "Home visit", "Rowan"), False),
    ],
)
def test_done_by_an_act_of_the_kind_agreed(later: Entry, done: bool) -> None:
    """A visit of the health visitor about the same child, within six weeks (12 April)."""
    (baton,) = agreed(core_group("HV to visit"), later)
    stage = baton.stage(StageName.ACTED_ON)
    assert (stage is not None) is done
    if stage:
        assert (stage.how, stage.entry_ids) == ("matched", ("E6",))


def test_an_act_that_no_kind_of_row_shows_cannot_be_told() -> None:
    (baton,) = agreed(core_group("School to monitor"), row("5 March 2018", "School", "Visit", "Rowan"))
    stage = baton.stage(StageName.ACTED_ON)
    assert stage is not None
    assert (stage.how, stage.entry_ids) == ("unclear", ("E5",))


def test_what_two_agencies_wrote_of_one_action_is_one_action() -> None:
    found = agreed(core_group("HV to visit"), core_group("Health visitor to visit, SW to refer", agency="HV"))
    assert [(baton.to_agency_id, baton.entry_ids) for baton in found] == [
        ("hv", ("E5", "E6")),
        ("csc", ("E6",)),
    ]


def test_a_row_of_kind_agreed_action_is_a_baton_once() -> None:
    """One that names its addressee in a column is left to the reading of batons."""
    rows = [
        row("1 March 2018", "CSC", "Agreed action", "Rowan", said="HV to visit; school to monitor"),
        row("2 March 2018", "CSC", "Agreed action", "Rowan", said="Visit", to="HV"),
        row("3 March 2018", "CSC", "Agreed action", "Rowan", said="Follow the plan"),
    ]
    made = coded([*OTHERS, *rows])
    found = with_agreed_actions(made.batons(), made.entries, made.agencies, ())
    assert sorted((baton.baton_id, baton.to_agency_id) for baton in found) == [
        ("E5", "hv"),
        ("E5#2", "school"),
        ("E6>hv", "hv"),
        ("E7", ""),
    ]
    assert {baton.from_agency_id for baton in found} == {"csc"}
