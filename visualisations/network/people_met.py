"""Whom the records show as met, in the dates chosen, and what the picture says of those they do not."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from scrgraph.model.finding import Finding
from scrgraph.model.vocabulary import Strength
from visualisations.network.lines import was_with
from visualisations.records.shown import ContactShown, PersonShown, Records

#: The question whose findings say how far the records in hand can tell.
NEVER_MET = "adults-never-met"
_PRONOUN = {"male": "him", "female": "her"}


class Met(StrEnum):
    """By whom a contact with a person is recorded."""

    CHILDS = "recorded contact with an agency working with the child"
    OTHER = "recorded contact only with agencies not working with the child"
    NONE = "no recorded contact with any agency"


def met(picture: Records, contacts: Iterable[ContactShown]) -> dict[str, Met]:
    """For each person by whom they were met in ``contacts`` that took place and do not say "not seen"."""
    working = {agency.agency_id for agency in picture.agencies if agency.works_with_child}
    found = dict.fromkeys((person.person_id for person in picture.people), Met.NONE)
    for contact in contacts:
        for part in contact.people:
            if was_with(contact.missed, part.seen) and found[part.person_id] is not Met.CHILDS:
                found[part.person_id] = Met.CHILDS if contact.agency_id in working else Met.OTHER
    return found


def cannot_tell(findings: Iterable[Finding]) -> frozenset[str]:
    """The names of those of whom the records of the agencies that may have met them are not all in hand."""
    return frozenset(
        name
        for finding in findings
        if finding.question == NEVER_MET and finding.strength is Strength.CANNOT_TELL
        for name in finding.people
    )


def unseen_words(person: PersonShown, unsure: bool = False) -> str:
    """What stands under a person whom no agency working with the child recorded meeting.

    ``unsure``: the records that could say so are not all in hand, so that nothing is said of those agencies.
    """
    whom = _PRONOUN.get(person.sex, "them")
    if unsure:
        return f"cannot tell whether an agency working with the child met {whom}"
    return f"no agency working with the child recorded meeting {whom}"


def is_man(person: PersonShown) -> bool:
    """Whether the view of men shows this person: recorded as male, and not as a child."""
    return person.sex == "male" and person.kind != "child"


def is_adult(person: PersonShown) -> bool:
    """Whether the view of any adult shows this person."""
    return person.kind == "adult"
