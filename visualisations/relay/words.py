"""What the relay shows, in words: for those who cannot see it, and what it leaves out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from scrgraph.model.partial_date import in_words
from scrgraph.model.sentence_parts import listed, several
from visualisations.records.material import Material
from visualisations.relay.events import CONTACT_WORDS, LOOKS, Events
from visualisations.relay.lanes import FAMILY, NOBODY, Lane, standing_agencies
from visualisations.relay.plane import Plane
from visualisations.relay.waits import Days, days_counted_late

_STATUS = {
    "acted": "received and acted on", "received": "received", "late": "received or dealt with late",
    "not_acted": "received and declined, or with no action recorded",
    "no_record": "with no record of receipt found", "recorded_not": "recorded as not received",
    "not_passed": "recorded as not passed on",
    "cannot_tell": "of which one cannot tell, because the records are not in hand",
}  # fmt: skip
#: Looks whose batons are listed by their two ends.
_LISTED = ("no_record", "recorded_not", "not_passed", "cannot_tell", "not_acted", "late")


def account(events: Events, plane: Plane, days: Days | None) -> str:
    """The whole drawing in words, with counts and names."""
    names = {lane.key: lane.name for lane in plane.lanes if lane.key != NOBODY}
    nobody = "an agency not named"
    agencies = [lane for lane in plane.lanes if lane.key not in (FAMILY, NOBODY)]
    shows = Counter(mark.show for mark in events.marks)
    contacts, batons = len(events.contacts), len(events.batons)
    parts = []
    if days and plane.lanes:
        parts.append(
            f"A lane for each of {several(len(agencies), 'agency', 'agencies')} "
            f"({listed([lane.name for lane in agencies])}) from {in_words(days[0])} to {in_words(days[1])}."
            if agencies
            else f"From {in_words(days[0])} to {in_words(days[1])}."
        )
    if contacts:
        kinds = [f"{shows[key]:,} with {words}" for key, words in CONTACT_WORDS.items() if shows[key]]
        parts.append(f"{several(contacts, 'contact')}: {listed(kinds)}.".replace("with missed", "missed"))
    if batons:
        kinds = [f"{shows[look.key]:,} {_STATUS[look.key]}" for look, _ in LOOKS if shows[look.key]]
        parts.append(f"{several(batons, 'baton')} passed from one to another: {listed(kinds)}.")
    for key in _LISTED:
        pairs = Counter(
            (names.get(b.sender, nobody), names.get(b.receiver, nobody))
            for b in events.batons
            if b.look.key == key
        )
        if pairs:
            ordered = sorted(pairs.items(), key=lambda pair: (-pair[1], pair[0]))
            told = [
                f"{count} from {a} to {b}" if (a, b) != (nobody, nobody) else f"{count} with no agency named"
                for (a, b), count in ordered
            ]
            parts.append(f"{_STATUS[key][0].upper()}{_STATUS[key][1:]}: {listed(told)}.")
    parts += _gaps_in_words(plane, days)
    return " ".join([*parts, *left_out(events)]) or "Nothing was passed on, and there was no contact."


def _gaps_in_words(plane: Plane, days: Days | None) -> list[str]:
    if not days:
        return []
    told = []
    for lane in plane.lanes:
        gaps = lane.gaps(*days)
        if lane.covered == ():
            told.append(lane.name)
        elif gaps:
            told.append(f"{lane.name} ({listed([_gap(gap, days) for gap in gaps])})")
    quoted = [lane.name for lane in plane.lanes if lane.quoted]
    parts = [f"No records are in hand of {listed(told)}; silence there tells nothing."] if told else []
    if quoted:
        parts.append(f"Known only from rows that a joint chronology quotes: {listed(quoted)}.")
    return parts


def _gap(gap: Days, days: Days) -> str:
    if gap[0] == days[0]:
        return f"until {in_words(gap[1])}"
    return f"from {in_words(gap[0])}" + ("" if gap[1] == days[1] else f" to {in_words(gap[1])}")


def left_out(events: Events) -> list[str]:
    """What has no place in the lanes because it has no date."""
    batons, contacts = undated(events)
    if not batons and not contacts:
        return []
    parts = ([several(len(contacts), "contact")] if contacts else []) + (
        [several(len(batons), "baton")] if batons else []
    )
    one = len(contacts) + len(batons) == 1
    return [f"{listed(parts).capitalize()} {'is' if one else 'are'} not drawn, having no date."]


def undated(events: Events) -> tuple[list[str], list[str]]:
    """The ids of the batons and of the contacts that have no date."""
    return [b.mark_id for b in events.batons if not b.days], [
        c.mark_id for c in events.contacts if not c.days
    ]


def silent(material: Material, lanes: Sequence[Lane]) -> str:
    """The agencies that have no lane, as they have nothing to show, in a sentence."""
    shown = {lane.key for lane in lanes}
    agencies = standing_agencies(material)
    names = [look.name for look in material.looks if look.agency_id in agencies - shown]
    return f"No lane, having no contact or baton with a date: {listed(names)}." if names else ""


def note(material: Material, events: Events, lanes: Sequence[Lane]) -> str:
    """The small print of the page."""
    parts = [
        "An arrow leaves the sender's lane on the day it was passed and lands on the day the receiver recorded it; "
        "where no day of receipt is known it goes straight across. Where very many would cross, only their two ends "
        "are drawn in full, until one is pointed at.",
    ]
    if any(b.wait for b in events.batons):
        parts.append(
            "Late means: a step after the limit set for it, which the details name with its authority, or receipt "
            f"recorded {days_counted_late()} days or more after sending, for which no limit is set."
        )
    parts.append(
        "“No record of receipt” means that the receiver's records for those days are in hand and nothing in them "
        "fits. “Cannot tell” means that they are not in hand; it says nothing about the agency."
    )
    parts += left_out(events)
    parts.append(silent(material, lanes))
    return " ".join(part for part in parts if part)
