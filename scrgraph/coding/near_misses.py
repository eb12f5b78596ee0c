"""What came near to being the other side of something sent, and in words why nothing was taken."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from scrgraph.coding.candidates import Candidates, window_of
from scrgraph.coding.match_score import Weighed, confidence
from scrgraph.coding.two_sides import Sent, Slot
from scrgraph.coding.words import word_list
from scrgraph.model.events import NearMiss
from scrgraph.model.partial_date import MONTHS, in_words


@dataclass(frozen=True)
class Considered:
    """A slot held against something sent; ``refused_by`` is whoever decided that the two are not the same."""

    slot: Slot
    weighed: Weighed
    refused_by: str = ""

    @property
    def why_not(self) -> str:
        """Why it was not taken, in words."""
        if self.refused_by:
            return f"decided by {self.refused_by} not to be the same"
        if self.weighed.bars:
            return " and ".join(self.weighed.bars)
        if self.weighed.fits:
            return "it fits another row better"
        return f"too little speaks for it ({'; '.join(self.weighed.reasons)})"


def near_misses(considered: Sequence[Considered], taken: str) -> tuple[NearMiss, ...]:
    """The best few of what was considered and not taken, one an entry, the nearest first.

    ``taken`` is the entry that was, if any.
    """
    found: dict[str, NearMiss] = {}
    for near in _ranked(considered):
        entry_id = near.slot.receipt.entry.entry_id
        if entry_id != taken:
            found.setdefault(
                entry_id,
                NearMiss(entry_id=entry_id, confidence=confidence(near.weighed.bits), reason=near.why_not),
            )
    return tuple(found.values())[: word_list("reconcile.toml")["near"]["most"]]


def why_not(one: Sent, considered: Sequence[Considered], candidates: Candidates) -> str:
    """One sentence on why no entry was taken for the other side of something sent."""
    window = window_of(one.item)
    if window is None:
        return "The row has no date, so that no entry of receipt could be held against it."
    between = _between(*window)
    if not one.to_agency:
        return (
            f"The row does not say to whom it was passed, and no entry that names its sender {between} fits."
        )
    if not candidates.has_receiver(one.to_agency):
        return "No entry in hand of the receiving agency records anything received."
    if not considered:
        return f"No entry of the receiving agency {between} records anything received."
    ranked = _ranked(considered)
    if not ranked:
        return f"No entry of the receiving agency {between} is of a like kind about the same people."
    entry = ranked[0].slot.receipt.entry
    return (
        f"No entry of the receiving agency {between} fits. The nearest, {entry.file}, {entry.place}, was not "
        f"taken: {ranked[0].why_not}."
    )


def _ranked(considered: Sequence[Considered]) -> list[Considered]:
    least = word_list("reconcile.toml")["near"]["least"]
    near = [
        one
        for one in considered
        if one.refused_by or (one.weighed.bits >= least and len(one.weighed.bars) < 2)
    ]
    return sorted(near, key=lambda one: (-one.weighed.bits, one.slot.key))


def _between(first: dt.date, last: dt.date) -> str:
    """Two days in words, the month and year given once where they are the same."""
    if first.year != last.year:
        return f"between {in_words(first)} and {in_words(last)}"
    start = str(first.day) if first.month == last.month else f"{first.day} {MONTHS[first.month - 1]}"
    return f"between {start} and {in_words(last)}"
