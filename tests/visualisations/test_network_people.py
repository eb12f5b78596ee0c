"""Who lived where on the days chosen, and whom no agency working with the child recorded meeting."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest
from invented_family import material_of

from scrgraph.model.finding import Evidence, Finding
from scrgraph.model.vocabulary import Certainty, Strength, Topic
from visualisations.drawing.wanted import Wanted
from visualisations.network.living import Here, Living, living
from visualisations.network.people_met import Met, met, unseen_words
from visualisations.network.picture import drawing
from visualisations.records.shown import (
    AgencyShown,
    ContactShown,
    PersonShown,
    Records,
    StayShown,
    When,
    WithShown,
)

JULY = When(earliest=dt.date(2018, 7, 1), latest=dt.date(2018, 7, 31), words="July 2018")
APRIL = When(earliest=dt.date(2018, 4, 7), latest=dt.date(2018, 4, 7), words="7 April 2018")


def day(month: int, number: int = 1) -> dt.date:
    return dt.date(2018, month, number)


def stay(person: str, home: str, since: When | None = None, until: When | None = None) -> StayShown:
    return StayShown(
        person_id=person, household_id=home, household=f"{home} Street",
        since=since.words if since else "", until=until.words if until else "",
        since_on=since or When(), until_on=until or When(),
    )  # fmt: skip


HOUSEHOLDS = Records(
    review_id="r",
    title="t",
    people=(
        PersonShown(person_id="child", name="Ivy", kind="child", index_child=True),
        PersonShown(person_id="new", name="Dean", kind="adult", sex="male", role="mother's partner"),
        PersonShown(person_id="old", name="Gareth", kind="adult", sex="male", role="father"),
        PersonShown(person_id="moved", name="Nan", kind="adult", sex="female"),
        PersonShown(person_id="unsure", name="Lodger", kind="adult"),
    ),
    stays=(
        stay("child", "Alder", since=APRIL),
        stay("new", "Alder", since=JULY),
        stay("old", "Alder", since=When(earliest=day(1), latest=day(1), words="1 January 2018"), until=APRIL),
        stay("moved", "Alder", since=JULY), stay("moved", "Birch", until=JULY), stay("unsure", "Alder"),
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (day(5), day(5, 31), {
            "new": Living(Here.NO, "moved in: July 2018"),
            "old": Living(Here.NO, "lived here until 7 April 2018"),
            "moved": Living(Here.NO, "then at Birch Street"),
            "unsure": Living(Here.PERHAPS, "perhaps here (no dates given)"),
            "child": Living(Here.YES),
        }),
        (day(7, 3), day(7, 3), {"new": Living(Here.PERHAPS, "perhaps here (from July 2018)")}),
        (day(8), None, {"new": Living(Here.YES), "moved": Living(Here.YES)}),
        (day(4, 7), day(4, 7), {"old": Living(Here.YES)}),
        (None, None, {"new": Living(Here.YES), "unsure": Living(Here.YES)}),
    ],
)  # fmt: skip
def test_who_lived_in_the_household_on_the_days_chosen(
    first: dt.date | None, last: dt.date | None, expected: dict[str, Living]
) -> None:
    found = living(HOUSEHOLDS, first, last)
    assert {person: found[person] for person in expected} == expected


def contact(
    number: int, agency: str, person: str, on: dt.date, seen: str = "yes", missed: bool = False
) -> ContactShown:
    return ContactShown(
        contact_id=f"c{number}", kind="visit", agency_id=agency, missed=missed,
        on=When(earliest=on, latest=on, words=on.isoformat()), people=(WithShown(person_id=person, seen=seen),),
    )  # fmt: skip


MEETINGS = HOUSEHOLDS.model_copy(
    update={
        "agencies": (
            AgencyShown(agency_id="hv", name="Health Visiting", works_with_child=True),
            AgencyShown(agency_id="probation", name="Probation"),
        ),
        "contacts": (
            contact(1, "probation", "new", day(8)),
            contact(2, "hv", "old", day(8), seen="no"),
            contact(3, "hv", "moved", day(8)),
            contact(4, "hv", "unsure", day(8), missed=True),
            contact(5, "hv", "old", day(9)),
        ),
    }
)


def test_a_contact_that_was_missed_or_says_not_seen_is_no_meeting() -> None:
    found = met(MEETINGS, MEETINGS.contacts[:4])
    assert found == {
        "child": Met.NONE, "new": Met.OTHER, "old": Met.NONE, "moved": Met.CHILDS, "unsure": Met.NONE,
    }  # fmt: skip
    assert met(MEETINGS, MEETINGS.contacts)["old"] is Met.CHILDS


def test_the_words_about_the_unseen_are_neutral_and_of_the_right_person() -> None:
    people = {person.person_id: unseen_words(person) for person in HOUSEHOLDS.people}
    assert people["new"] == "no agency working with the child recorded meeting him"
    assert people["moved"].endswith("recorded meeting her") and people["unsure"].endswith(
        "recorded meeting them"
    )


def test_of_a_person_the_records_in_hand_cannot_tell_of_nothing_is_said_about_the_agencies() -> None:
    finding = Finding(
        id="f", question="adults-never-met", topic=Topic.ADULTS, strength=Strength.CANNOT_TELL,
        certainty=Certainty.CERTAIN, statement="Cannot tell.", people=("Dean",),
        evidence=(Evidence(file="log.csv", place="row 1", text="x", entry_id="e1"),),
    )  # fmt: skip
    drawn = drawing(dataclasses.replace(material_of(MEETINGS), findings=(finding,)), Wanted())
    assert "Adults whom no agency working with the child recorded meeting: Lodger." in drawn.words
    assert "the records in hand cannot tell whether one met them: Dean." in drawn.words
    assert "cannot tell whether" in drawn.svg.split("</desc>")[1]


def test_a_drawing_of_some_days_says_who_was_met_and_who_lived_there_in_them() -> None:
    whole = drawing(material_of(MEETINGS), Wanted())
    assert "Adults whom no agency working with the child recorded meeting: Dean, Lodger." in whole.words
    assert "at some time" in whole.svg and "moved in" not in whole.svg
    may = drawing(material_of(MEETINGS), Wanted(first=day(5), last=day(5, 31)))
    assert "No contact and no baton is recorded from 1 May 2018 to 31 May 2018." in may.words
    assert "moved in: July" in may.svg and "in these dates" in may.svg
    august = drawing(material_of(MEETINGS), Wanted(first=day(8), last=day(8), person_id="old"))
    assert "0 contacts with Gareth and 1 missed, with no access or not seen, and 0 batons" in august.words
    assert "on 1 August 2018." in august.words


def test_a_drawing_on_a_day_shows_everything_up_to_it() -> None:
    drawn = drawing(material_of(MEETINGS), Wanted(on=day(8)))
    assert (
        "2 contacts and 2 missed, with no access or not seen, and 0 batons, up to 1 August 2018."
        in drawn.words
    )
