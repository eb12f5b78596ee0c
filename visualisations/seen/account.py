"""The seen strip in words, for those who cannot see it and for the foot of a printed one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from scrgraph.model.partial_date import in_words
from visualisations.records.material import Material
from visualisations.seen.looks import LOOKS, Look
from visualisations.seen.school_breaks import breaks_between, said_of_breaks, school_days
from visualisations.seen.sightings import ChildSeen

EMPTY_WEEKS = (
    "An empty week means that the records in hand tell of no contact with the child; it does not show that nobody "
    "saw the child."
)
NOTHING = "No child of this review has a dated contact or row, so there are no weeks to show."


def account(children: Sequence[ChildSeen], period: tuple[dt.date, dt.date] | None) -> str:
    """What the picture shows, child by child, with counts."""
    if period is None:
        return NOTHING
    said = [f"Weeks in which each child was seen, from {in_words(period[0])} to {in_words(period[1])}."]
    return " ".join([*said, *(_of(child) for child in children)])


def _of(child: ChildSeen) -> str:
    name = child.person.name
    counted = [(child.count(look), LOOKS[look]) for look in Look]
    told = [f"{words.key} {number}" for number, words in counted if number]
    said = [f"{name}, contacts and rows: {'; '.join(told) or 'none with a date'}."]
    if child.undated:
        said.append(f"{len(child.undated)} without a date, not drawn among the weeks.")
    for gap in sorted(child.gaps, key=lambda gap: (gap.first - gap.last, gap.first))[:3]:
        days = f"from {in_words(gap.first)} to {in_words(gap.last)}"
        if gap.never and gap.cannot_tell:
            said.append(f"The records in hand do not show that {name} was seen, {days}.")
        elif gap.never:
            said.append(f"No record of {name} being seen was found, {days}.")
        elif gap.cannot_tell:
            said.append(f"{gap.weeks} weeks in which the records in hand do not show {name} as seen, {days}.")
        else:
            said.append(f"{gap.weeks} weeks with no record of being seen, {days}.")
    homes = [
        f"{one.letter} {one.stay.household}" + (f" (since {one.stay.since})" if one.stay.since else "")
        for one in child.stays
    ]
    if homes:
        said.append(f"Lived at {', '.join(homes)}.")
    return " ".join(said)


def breaks_note(
    children: Sequence[ChildSeen], material: Material, period: tuple[dt.date, dt.date] | None
) -> str:
    """What a reader has to know of the school holidays, where any are drawn."""
    for child in children if period else ():
        days = school_days(child.person.born.earliest, *period) if period else None
        if days and breaks_between(material.review.nation, *days):
            return said_of_breaks()
    return ""


def note(material: Material, children: Sequence[ChildSeen], period: tuple[dt.date, dt.date] | None) -> str:
    """What a reader has to keep in mind."""
    said = [
        f"A week looks as the plainest sighting recorded in it. {EMPTY_WEEKS} In a row a year, upright letters name "
        "the agency that saw the child; a number alone says how many agencies did."
    ]
    undated = sum(len(child.undated) for child in children)
    if undated:
        said.append(f"Contacts and rows without a date, which stand beside the names: {undated}.")
    drawn = {(one.stay.person_id, one.stay.household_id) for child in children for one in child.stays}
    ids = {child.person.person_id for child in children}
    loose = sum(
        1 for s in material.records.stays if s.person_id in ids and (s.person_id, s.household_id) not in drawn
    )
    if loose:
        said.append(f"Homes with no dates, not drawn: {loose}.")
    said.append(breaks_note(children, material, period))
    return " ".join(part for part in said if part)
