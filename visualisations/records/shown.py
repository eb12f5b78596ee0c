"""What the network picture shows, as read from the graph: people, agencies, contacts, batons and their rows."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from scrgraph.model.base import Thing

_YES = frozenset({"recorded", "matched"})


class BatonStatus(StrEnum):
    """How far the records follow a baton, in the words the picture uses."""

    ACTED_ON = "received and acted on"
    RECEIVED = "received"
    NOT_ACTED_ON = "received; declined or no action recorded"
    NO_RECORD = "no record of receipt was found"
    RECORDED_NOT = "recorded as not received"
    NOT_PASSED = "recorded as not passed on"
    CANNOT_TELL = "cannot tell: records not in hand"


class When(Thing):
    """A partial date for the picture: its first and last possible day, and the words for people."""

    earliest: dt.date | None = None
    latest: dt.date | None = None
    words: str = "no date given"


class EntryShown(Thing):
    """A source row, named once and pointed to by everything that rests on it."""

    entry_id: str
    file: str
    place: str
    date: str = ""
    words: str = ""
    earliest: dt.date | None = None
    latest: dt.date | None = None


class PersonShown(Thing):
    """A person of the family or its network."""

    person_id: str
    name: str
    role: str = ""
    kind: str = "unknown"
    sex: str = "unknown"
    index_child: bool = False
    unborn: bool = False
    unnamed: bool = False
    group: bool = False
    born: When = When()
    due: When = When()
    died: When = When()
    entry_ids: tuple[str, ...] = ()


class StayShown(Thing):
    """A person's stay in a household; ``since_on`` and ``until_on`` are its ends as days, where they are known."""

    person_id: str
    household_id: str
    household: str
    since: str = ""
    until: str = ""
    since_on: When = When()
    until_on: When = When()


class TieShown(Thing):
    """A family tie: ``kinship`` is what the first person is to the second; ``tie`` is the edge's name."""

    person_id: str
    to_person_id: str
    tie: str
    kinship: str = ""
    since_on: When = When()
    until_on: When = When()


class AgencyShown(Thing):
    """An agency; ``stands_for_agency`` is false for a source such as "Family".

    ``works_with_child``: it was in contact with a child of the family, and adults are not whom it works with first.
    """

    agency_id: str
    name: str
    sector: str = "unknown"
    focus: str = "unknown"
    stands_for_agency: bool = True
    works_with_child: bool = False


class ProfessionalShown(Thing):
    """A professional, in the box of the agency they worked for."""

    professional_id: str
    agency_id: str
    name: str
    role: str = ""


class WithShown(Thing):
    """One person's part in a contact; each answer is ``yes``, ``no`` or ``unknown``."""

    person_id: str
    seen: str = "unknown"
    spoken_to: str = "unknown"
    seen_alone: str = "unknown"


class ContactShown(Thing):
    """A contact, or an attempt at one (``missed``)."""

    contact_id: str
    kind: str
    on: When
    agency_id: str
    professional_id: str = ""
    missed: bool = False
    people: tuple[WithShown, ...] = ()
    entry_ids: tuple[str, ...] = ()


class StageShown(Thing):
    """One stage of a baton and how it is known."""

    stage: str
    how: str
    when: str = ""
    reason: str = ""
    entry_ids: tuple[str, ...] = ()


class BatonShown(Thing):
    """A baton with what the records say of its receipt, action and feedback."""

    baton_id: str
    kind: str
    what: str = ""
    on: When
    passed: bool = True
    receipt: str = "cannot tell"
    action: str = "cannot tell"
    feedback: str = "cannot tell"
    from_agency_id: str = ""
    from_person_id: str = ""
    to_agency_id: str = ""
    about: tuple[str, ...] = ()
    stages: tuple[StageShown, ...] = ()
    entry_ids: tuple[str, ...] = ()

    @property
    def status(self) -> BatonStatus:
        """How far the records follow it; an action on record counts as receipt."""
        if not self.passed:
            return BatonStatus.NOT_PASSED
        declined = any(stage.stage == "declined" and stage.how in _YES for stage in self.stages)
        if self.action in _YES and not declined:
            return BatonStatus.ACTED_ON
        if self.receipt in _YES or declined:
            not_acted = declined or self.action in {"recorded not", "no record found"}
            return BatonStatus.NOT_ACTED_ON if not_acted else BatonStatus.RECEIVED
        if self.receipt == "recorded not":
            return BatonStatus.RECORDED_NOT
        return BatonStatus.NO_RECORD if self.receipt == "no record found" else BatonStatus.CANNOT_TELL


class Records(Thing):
    """Everything the network picture of one review shows, in an order that does not change."""

    review_id: str
    title: str
    as_of: str = ""
    people: tuple[PersonShown, ...] = ()
    stays: tuple[StayShown, ...] = ()
    ties: tuple[TieShown, ...] = ()
    agencies: tuple[AgencyShown, ...] = ()
    professionals: tuple[ProfessionalShown, ...] = ()
    contacts: tuple[ContactShown, ...] = ()
    batons: tuple[BatonShown, ...] = ()
    entries: tuple[EntryShown, ...] = ()
