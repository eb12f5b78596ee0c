"""People of the family and its network, their kinship and the households they lived in."""

from __future__ import annotations

import datetime as dt

from scrgraph.model.base import Thing
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.vocabulary import PersonKind, Sex

UNDATED = PartialDate()


class Person(Thing):
    """A child or adult of the family or its network; ``unnamed`` people are kept as people.

    ``group`` marks an entry such as "three siblings" that stands for more than one person. ``spellings``
    are all the ways the records write this person. ``linked_since`` is the first day on which anything may link an
    adult who came later to the family; ``None`` for those who were of it from the start.
    """

    person_id: str
    display_name: str
    kind: PersonKind = PersonKind.UNKNOWN
    sex: Sex = Sex.UNKNOWN
    role: str = ""
    born: PartialDate = UNDATED
    due: PartialDate = UNDATED
    died: PartialDate = UNDATED
    index_child: bool = False
    unnamed: bool = False
    group: bool = False
    linked_since: dt.date | None = None
    spellings: tuple[str, ...] = ()
    entry_ids: tuple[str, ...] = ()


class Kinship(Thing):
    """A dated tie between two people: ``kinship`` says what the first is to the second."""

    kinship_id: str
    person_id: str
    to_person_id: str
    kinship: str
    since: PartialDate = UNDATED
    until: PartialDate = UNDATED
    entry_ids: tuple[str, ...] = ()


class Household(Thing):
    """People living at one address; the address itself is not needed and need not be given."""

    household_id: str
    display_name: str


class Stay(Thing):
    """One person's stay in a household, with the entries that say so."""

    stay_id: str
    person_id: str
    household_id: str
    since: PartialDate = UNDATED
    until: PartialDate = UNDATED
    entry_ids: tuple[str, ...] = ()
