"""Who lived in the household they are drawn in, on the days chosen, as far as the dates of their stays say."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum

from visualisations.network.generations import drawn_households
from visualisations.records.shown import Records, StayShown


class Here(StrEnum):
    """Whether a person lived in the household on some of the days chosen."""

    YES = "yes"
    PERHAPS = "perhaps"
    NO = "no"


@dataclass(frozen=True)
class Living:
    """Whether they lived there, and what the picture says of it; no words where there is nothing to say."""

    here: Here
    words: str = ""


def living(picture: Records, first: dt.date | None, last: dt.date | None) -> dict[str, Living]:
    """Each person who is drawn in a household. With no dates chosen everyone lived there at some time."""
    stays: dict[str, list[StayShown]] = defaultdict(list)
    for stay in picture.stays:
        stays[stay.person_id].append(stay)
    homes = drawn_households(picture)
    if first is None and last is None:
        return {person: Living(Here.YES) for person in homes}
    days = (first or dt.date.min, last or dt.date.max)
    return {person: _living(stays[person], home, *days) for person, home in homes.items()}


def _living(stays: list[StayShown], home: str, first: dt.date, last: dt.date) -> Living:
    here = [stay for stay in stays if stay.household_id == home]
    overlaps = [(_overlap(stay, first, last), stay) for stay in here]
    if any(overlap is Here.YES for overlap, _ in overlaps):
        return Living(Here.YES)
    for overlap, stay in overlaps:
        if overlap is Here.PERHAPS:
            return Living(Here.PERHAPS, f"perhaps here ({_dates(stay)})")
    for stay in stays:
        if stay.household_id != home and _overlap(stay, first, last) is not Here.NO:
            return Living(Here.NO, f"then at {stay.household}")
    later = [stay for stay in here if stay.since_on.earliest and stay.since_on.earliest > last]
    if later:
        return Living(Here.NO, f"moved in: {later[0].since_on.words}")
    return Living(Here.NO, f"lived here until {here[-1].until_on.words}")


def _overlap(stay: StayShown, first: dt.date, last: dt.date) -> Here:
    """Whether a stay covers one of the days: for sure, only if its partial dates are taken so, or not at all."""
    since, until = stay.since_on, stay.until_on
    if (since.earliest and since.earliest > last) or (until.latest and until.latest < first):
        return Here.NO
    begun = since.latest is not None and since.latest <= last
    not_over = until.earliest is None or until.earliest >= first
    return Here.YES if begun and not_over else Here.PERHAPS


def _dates(stay: StayShown) -> str:
    parts = [stay.since and f"from {stay.since}", stay.until and f"until {stay.until}"]
    return " ".join(part for part in parts if part) or "no dates given"
