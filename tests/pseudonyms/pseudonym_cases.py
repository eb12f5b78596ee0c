"""A small review with names that are hard to find, for the tests of texts without names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from scrgraph.model.agencies import Agency, Professional
from scrgraph.model.entry import Entry
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.people import Household, Kinship, Person
from scrgraph.model.review import Review, ReviewGraph
from scrgraph.model.vocabulary import PersonKind, Sex
from scrgraph.pseudonyms.key import Pseudonyms
from scrgraph.pseudonyms.pseudonymise import Replaced, pseudonymised


def person(name: str, *spellings: str, kind: PersonKind = PersonKind.ADULT, sex: Sex = Sex.UNKNOWN) -> Person:
    identity = "-".join(name.lower().split())
    return Person(person_id=identity, display_name=name, spellings=spellings, kind=kind, sex=sex)


MARK = person("Mark Tolland", "Mr Tolland", "MT", sex=Sex.MALE)
OONA = person("Oona O'Neill", "Ms O'Neill", sex=Sex.FEMALE)
ZOE = person("Zoë Smith-Jones", kind=PersonKind.CHILD)
PARK = person("Park", kind=PersonKind.CHILD)
REGEX = person("J(oe) *Brand+", sex=Sex.MALE)
INITIAL = person("K", "Mr K", sex=Sex.MALE)
PEOPLE = (MARK, OONA, ZOE, PARK, REGEX, INITIAL)
AGENCIES = (
    Agency(agency_id="park-school", display_name="Park School", sector="education", area="Eastmoor"),
    Agency(
        agency_id="st-annes", display_name="St Anne's Hospital", sector="hospital", spellings=("hospital",)
    ),
    Agency(agency_id="police", display_name="Eastmoor Police", sector="police", spellings=("police", "cid")),
)
WORKERS = (
    Professional(
        professional_id="police/dc-ward", agency_id="police", display_name="DC Jane Ward", named=True
    ),
    Professional(professional_id="police/desk", agency_id="police", display_name="Front desk"),
)
HOMES = (Household(household_id="high-street", display_name="High Street"),)


def graph_of(*rows: str, people: Sequence[Person] = PEOPLE, kin: Sequence[Kinship] = ()) -> ReviewGraph:
    entries = tuple(
        Entry(
            entry_id=f"f.csv#{number}", chronology_id="f.csv", file="f.csv", place=f"row {number}", row=number,
            date=PartialDate.day(dt.date(2015, 3, 20)), text=text,
        )
        for number, text in enumerate(rows, start=2)
    )  # fmt: skip
    return ReviewGraph(
        review=Review(review_id="case", title="The Tolland case", area="Eastmoor"),
        entries=entries, people=tuple(people), agencies=AGENCIES, professionals=WORKERS, households=HOMES,
        kinships=tuple(kin),
    )  # fmt: skip


def copy_of(*rows: str, key: Pseudonyms | None = None) -> Replaced:
    return pseudonymised(graph_of(*rows), key or Pseudonyms())


def said(text: str, key: Pseudonyms | None = None) -> str:
    return copy_of(text, key=key).graph.entries[0].text
