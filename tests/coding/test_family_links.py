"""Since when somebody belongs to the family."""

from __future__ import annotations

import datetime as dt

from coded_rows import coded, row

from scrgraph.coding.family_links import with_links
from scrgraph.model.entry import Entry
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.people import Kinship, Person, Stay
from scrgraph.model.vocabulary import PersonKind

ROWAN = Person(person_id="rowan", display_name="Rowan", kind=PersonKind.CHILD)
KAYLA = Person(person_id="kayla", display_name="Kayla", kind=PersonKind.ADULT)
CRAIG = Person(person_id="craig", display_name="Craig", kind=PersonKind.ADULT)
MOTHER = Kinship(kinship_id="k", person_id="kayla", to_person_id="rowan", kinship="parent")


def day(text: str) -> PartialDate:
    return PartialDate.day(dt.date.fromisoformat(text))


def linked(*rows: Entry, ties: tuple[Kinship, ...] = (), stays: tuple[Stay, ...] = ()) -> dict[str, str]:
    people = [ROWAN, KAYLA, CRAIG]
    found = with_links(people, (MOTHER, *ties), stays, coded(rows, people=people).entries)
    return {person.person_id: str(person.linked_since) for person in found if person.linked_since}


def test_the_first_entry_beside_one_of_the_family() -> None:
    rows = (
        row("1 January 2018", "Probation", "contact", "Craig"),
        row("3 May 2018", "Probation", "contact", "Craig; Kayla"),
        row("2 May 2018", "Police", "incident", "Kayla"),
    )
    assert linked(*rows) == {"craig": "2018-05-03"}


def test_a_stay_or_a_dated_tie_that_is_earlier() -> None:
    rows = (row("3 May 2018", "Probation", "contact", "Craig; Kayla"),)
    tie = Kinship(
        kinship_id="p", person_id="craig", to_person_id="kayla", kinship="partner", since=day("2018-04-01")
    )
    stay = Stay(stay_id="s", person_id="craig", household_id="home", since=day("2018-03-01"))
    assert linked(*rows, ties=(tie,)) == {"craig": "2018-04-01"}
    assert linked(*rows, ties=(tie,), stays=(stay,)) == {"craig": "2018-03-01"}


def test_nobody_knows() -> None:
    assert linked(row("1 January 2018", "Probation", "contact", "Craig")) == {}


def test_a_parent_was_of_the_family_from_the_start() -> None:
    tie = Kinship(kinship_id="p", person_id="craig", to_person_id="rowan", kinship="parent")
    assert linked(row("3 May 2018", "Probation", "contact", "Craig; Rowan"), ties=(tie,)) == {}
