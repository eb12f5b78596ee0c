"""Who was asked to a meeting, who came, who sent apologies or a report: rows in, meetings out."""

from __future__ import annotations

import pytest
from coded_rows import coded, row

from scrgraph.coding.meetings import meetings_of
from scrgraph.model.entry import Entry
from scrgraph.model.events import Meeting
from scrgraph.model.vocabulary import Tri

OTHERS = [
    row("1 January 2016", agency, "Note", "Rowan")
    for agency in ("CSC", "HV", "School", "GP", "Police", "Midwifery")
]


def meetings(*rows: Entry) -> list[Meeting]:
    """The meetings of the rows, in a review that six agencies wrote in two years before."""
    made = coded([*OTHERS, *rows])
    return list(meetings_of(made.entries, made.agencies))


def meeting(*rows: Entry) -> Meeting:
    (only,) = meetings(*rows)
    return only


def conference(said: str, agency: str = "CSC", date: str = "2 March 2018", did: str = "") -> Entry:
    return row(date, agency, "Conference", "Rowan", said=said, did=did)


def test_present_apologies_and_reports_in_one_account() -> None:
    found = meeting(
        conference(
            "Present: social worker Bevan, health visitor, DSL from school. Apologies from GP; report from police."
        )
    )
    assert found.held_by == "csc"
    assert found.attended == ("csc", "hv", "school")
    assert (found.apologies, found.reports, found.invited) == (("gp",), ("police",), ())
    assert found.quorate is Tri.UNKNOWN


@pytest.mark.parametrize(
    ("said", "attended", "apologies"),
    [
        ("HV and school present, apologies from GP and police", ("hv", "school"), ("gp", "police")),
        ("HV, school present, GP not present", ("hv", "school"), ()),
        ("Social worker and midwife there", ("midwifery",), ()),
        ("With police and midwife. Children to stay with MGM", ("police", "midwifery"), ()),
        ("Planned with mother, school informed", (), ()),
        ("Attended by HV; no one from the school", ("hv",), ()),
        ("School sent apologies. HV did not attend", (), ("school",)),
        ("Mother present. Father did not attend", (), ()),
        ("Apologies: GP, school nurse, HV", (), ("gp", "hv")),
        ("Good school attendance", (), ()),
    ],
)
def test_the_words_for_who_came(said: str, attended: tuple[str, ...], apologies: tuple[str, ...]) -> None:
    found = meeting(conference(said))
    assert found.attended == ("csc", *attended)
    assert found.apologies == apologies


@pytest.mark.parametrize(
    ("said", "reports"),
    [
        ("HV sent a report. No report from school.", ("hv",)),
        ("Reports from HV and GP", ("hv", "gp")),
        ("Report sent", ("csc",)),
        ("School report that he was tired", ()),
        ("GP report not received", ()),
    ],
)
def test_the_words_for_reports(said: str, reports: tuple[str, ...]) -> None:
    assert meeting(conference(said)).reports == reports


@pytest.mark.parametrize(
    ("said", "quorate"),
    [
        ("Conference was not quorate", Tri.NO),
        ("Inquorate, to be reconvened", Tri.NO),
        ("Quorate.", Tri.YES),
        ("Category: neglect", Tri.UNKNOWN),
    ],
)
def test_quorum(said: str, quorate: Tri) -> None:
    assert meeting(conference(said)).quorate is quorate


def test_the_rows_of_two_agencies_about_one_meeting() -> None:
    """The writer of a row was there unless the row says otherwise."""
    found = meeting(
        conference("Registered", agency="HV"),
        conference("Category neglect"),
        conference("Apologies sent, no cover", agency="School"),
        conference("Unable to attend", agency="GP"),
    )
    assert found.held_by == "csc"
    assert found.attended == ("hv", "csc")
    assert found.apologies == ("school",)
    assert found.entry_ids == ("E7", "E8", "E9", "E10")


def test_a_day_apart_and_certainly_the_same() -> None:
    """HV dated its row the day after; the CSC row says that the health visitor was there."""
    found = meeting(conference("Present: HV"), conference("Attended", agency="HV", date="3 March 2018"))
    assert str(found.on) == "between 2 March 2018 and 3 March 2018"
    assert found.attended == ("csc", "hv")


@pytest.mark.parametrize(
    "other",
    [
        conference("Attended", agency="HV", date="3 March 2018"),
        conference("Present: social worker", agency="HV", date="4 March 2018"),
        conference("Present: social worker", date="3 March 2018"),
        row("3 March 2018", "HV", "Core group", "Rowan", said="Present: social worker"),
        row("3 March 2018", "HV", "Conference", "Finn", said="Present: social worker"),
        conference("Present: social worker", agency="HV", date="March 2018"),
    ],
    ids=["nobody named", "two days", "one agency", "another kind", "another child", "no day"],
)
def test_a_day_apart_and_perhaps_another_meeting(other: Entry) -> None:
    assert len(meetings(conference("Category neglect"), other)) == 2


def test_a_row_that_could_belong_to_the_meeting_before_or_after_joins_neither() -> None:
    found = meetings(
        conference("Present: HV", date="2 March 2018"),
        conference("Present: social worker", agency="HV", date="3 March 2018"),
        conference("Present: HV", agency="School", date="4 March 2018"),
    )
    assert [one.entry_ids for one in found] == [("E7",), ("E8",), ("E9",)]


def test_invitations_on_both_sides_go_to_the_next_meeting_of_the_same_people() -> None:
    first, second = meetings(
        row("1 February 2018", "CSC", "Invitation", "Rowan", to="HV; School"),
        row("5 February 2018", "GP", "Invitation received", "Rowan", sender="CSC"),
        row("5 February 2018", "CSC", "Invitation", "Finn", to="Police"),
        conference("Present: HV", date="20 February 2018"),
        row("21 February 2018", "CSC", "Invitation", "Rowan", to="Midwifery", said="Core group on 9 March"),
        conference("", date="1 March 2018"),
    )
    assert first.invited == ("hv", "school", "gp")
    assert first.entry_ids == ("E10", "E7", "E8")
    assert second.invited == ("midwifery",)


def test_an_invitation_that_gives_the_day_or_the_kind_of_meeting() -> None:
    core = row("10 March 2018", "CSC", "Core group", "Rowan")
    for words in ("Planning for 10/03", "for 10 March", "To core group"):
        asked = row("1 March 2018", "CSC", "Invitation", "Rowan", to="HV", said=words)
        first, second = meetings(asked, conference("", date="5 March 2018"), core)
        assert (first.invited, second.invited) == ((), ("hv",)), words


def test_an_invitation_long_before_or_after_is_for_another_meeting() -> None:
    asked = [row(date, "CSC", "Invitation", "Rowan", to="HV") for date in ("18 January 2018", "3 March 2018")]
    assert meeting(*asked, conference("")).invited == ()


def test_whoever_asked_held_it() -> None:
    found = meeting(
        row("1 February 2018", "School", "Invitation", "Rowan", to="CSC"),
        conference("", agency="HV"),
        conference("", agency="School"),
    )
    assert found.held_by == "school"
    assert found.invited == ("csc",)


def test_a_report_written_for_the_meeting() -> None:
    rows = [
        row("20 February 2018", "School", "Note", "Rowan", said="Report for conference sent"),
        row("20 January 2018", "GP", "Note", "Rowan", said="Report for conference sent"),
        row("20 February 2018", "HV", "Note", "Finn", said="Report for conference sent"),
    ]
    assert meeting(*rows, conference("")).reports == ("school",)


def test_columns_that_list_agencies() -> None:
    cells = {"Attendees": "HV; Police", "Apologies": "GP", "Invited": "School", "Quorate": "No"}
    found = meeting(conference("").model_copy(update={"original": cells}))
    assert found.attended == ("csc", "hv", "police")
    assert (found.apologies, found.invited, found.quorate) == (("gp",), ("school",), Tri.NO)


def test_a_worker_of_a_sector_with_two_agencies_is_nobody_that_can_be_told() -> None:
    schools = [row("1 May 2017", name, "Note", "Rowan") for name in ("Elm School", "Oak School")]
    made = coded([*schools, conference("Present: head teacher, Oak School")])
    (found,) = meetings_of(made.entries, made.agencies)
    assert found.attended == ("csc", "oak-school")
