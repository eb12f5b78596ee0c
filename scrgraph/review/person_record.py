"""One row of people.csv, with the stays and the kin written in its cells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from scrgraph.model.base import Thing
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.people import Household, Kinship, Person, Stay
from scrgraph.model.vocabulary import PersonKind, Sex
from scrgraph.review.cells import UNDATED, join_list, parse_period, write_period
from scrgraph.review.names import nearest, slug

#: What the person of the row can be to another: the words before "of <person_id>".
KIN = (
    "parent", "step-parent", "grandparent", "carer", "partner", "ex-partner", "sibling", "half-sibling",
    "lodger", "friend",
)  # fmt: skip
#: Ties that are the same from both sides.
MUTUAL = frozenset({"partner", "ex-partner", "sibling", "half-sibling", "friend"})
_KIN = re.compile(r"(?P<kin>.+?)\s+of\s+(?P<person>\S+)(?:\s+(?P<period>\S.*))?", re.IGNORECASE)


class StayRecord(Thing):
    """A stay as the ``stays`` cell gives it: ``home:2016-02..2017-03``."""

    household: str
    since: PartialDate = UNDATED
    until: PartialDate = UNDATED

    @property
    def household_id(self) -> str:
        """The id of the household."""
        return slug(self.household, otherwise="household")


class KinRecord(Thing):
    """A tie as the ``kin`` cell gives it: ``partner of mother 2016-02..``."""

    kinship: str
    person_id: str
    since: PartialDate = UNDATED
    until: PartialDate = UNDATED


class PersonRecord(Thing):
    """A person of the review as people.csv has them."""

    person_id: str
    name: str
    kind: PersonKind = PersonKind.UNKNOWN
    sex: Sex = Sex.UNKNOWN
    role: str = ""
    born: PartialDate = UNDATED
    due: PartialDate = UNDATED
    died: PartialDate = UNDATED
    index_child: bool = False
    spellings: tuple[str, ...] = ()
    stayed: tuple[StayRecord, ...] = ()
    kin: tuple[KinRecord, ...] = ()

    @classmethod
    def of(
        cls, person: Person, stayed: Iterable[StayRecord] = (), kin: Iterable[KinRecord] = ()
    ) -> PersonRecord:
        """The row for a person of the model, as import writes it."""
        return cls(
            person_id=person.person_id,
            name=person.display_name,
            kind=person.kind,
            sex=person.sex,
            role=person.role,
            born=person.born,
            due=person.due,
            died=person.died,
            index_child=person.index_child,
            spellings=person.spellings,
            stayed=tuple(stayed),
            kin=tuple(kin),
        )

    def to_person(self, *, unnamed: bool = False, group: bool = False) -> Person:
        """The person for the model; whether the name names somebody is for ``scrgraph.coding`` to say."""
        return Person(
            person_id=self.person_id,
            display_name=self.name,
            kind=self.kind,
            sex=self.sex,
            role=self.role,
            born=self.born,
            due=self.due,
            died=self.died,
            index_child=self.index_child,
            unnamed=unnamed,
            group=group,
            spellings=self.spellings,
        )

    def stays(self) -> tuple[Stay, ...]:
        """The stays for the model, in the order written."""
        seen: Counter[str] = Counter()
        found = []
        for stay in self.stayed:
            seen[stay.household_id] += 1
            found.append(
                Stay(
                    stay_id=f"stay-{self.person_id}-{stay.household_id}-{seen[stay.household_id]}",
                    person_id=self.person_id,
                    household_id=stay.household_id,
                    since=stay.since,
                    until=stay.until,
                )
            )
        return tuple(found)

    def households(self) -> tuple[Household, ...]:
        """The households this person stayed in, each once."""
        named = {stay.household_id: stay.household for stay in reversed(self.stayed)}
        return tuple(
            Household(household_id=household_id, display_name=named[household_id])
            for household_id in sorted(named)
        )

    def kinships(self) -> tuple[Kinship, ...]:
        """The ties for the model: what this person is to each of the others."""
        seen: Counter[tuple[str, str]] = Counter()
        found = []
        for tie in self.kin:
            seen[tie.kinship, tie.person_id] += 1
            number = seen[tie.kinship, tie.person_id]
            found.append(
                Kinship(
                    kinship_id=f"kin-{self.person_id}-{tie.kinship}-{tie.person_id}-{number}",
                    person_id=self.person_id,
                    to_person_id=tie.person_id,
                    kinship=tie.kinship,
                    since=tie.since,
                    until=tie.until,
                )
            )
        return tuple(found)


def parse_stay(text: str) -> StayRecord:
    """The stay in ``home:2016-02..``; the period may be left out. Raises ``ValueError`` in words."""
    household, _, period = (part.strip() for part in text.partition(":"))
    if not household:
        raise ValueError(f"the stay '{text}' names no household. Write it as 'home:2016-02..2017-03'.")
    since, until = parse_period(period)
    return StayRecord(household=household, since=since, until=until)


def write_stays(stays: Iterable[StayRecord]) -> str:
    """The ``stays`` cell; a colon in the name of a household becomes a space."""
    written = []
    for stay in stays:
        name = " ".join(stay.household.replace(":", " ").split())
        period = write_period(stay.since, stay.until)
        written.append(f"{name}:{period}" if period else name)
    return join_list(written)


def parse_kin(text: str) -> KinRecord:
    """The tie in ``partner of mother 2016-02..2017-06``. Raises ``ValueError`` in words."""
    found = _KIN.fullmatch(text.strip())
    if found is None:
        raise ValueError(f"the tie '{text}' cannot be read. Write it as 'parent of <person_id>'.")
    kinship = "-".join(found["kin"].lower().split())
    if kinship not in KIN:
        hint = nearest(kinship, KIN)
        raise ValueError(f"'{found['kin']} of' is not a tie.{hint} Use one of: {', '.join(KIN)}.")
    since, until = parse_period(found["period"] or "")
    return KinRecord(kinship=kinship, person_id=found["person"], since=since, until=until)


def write_kin(kin: Iterable[KinRecord]) -> str:
    """The ``kin`` cell."""
    return join_list(
        f"{tie.kinship} of {tie.person_id} {write_period(tie.since, tie.until)}".strip() for tie in kin
    )
