"""The lines of the network picture: which things share a line, and how each kind of line is drawn."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from visualisations.drawing.baton_look import BATON_LINES, LineKind
from visualisations.records.shown import Records

OTHER_LINES = (
    LineKind("contact", "contact (thicker = more)", "", (), ""),
    LineKind("missed", "missed, no access, or not seen", "", (5, 5), ""),
)
#: The line for all batons between two agencies, where there are too many arrows for one a status and direction.
TOGETHER = LineKind(
    "together", "all batons between two (thicker = more; arrows show which ways)", "#44546a", (), "arrow"
)
#: More arrows than this and they are drawn together at first.
MOST_ARROWS = 70


@dataclass(frozen=True)
class Line:
    """One line to draw and the things it stands for: contact or baton ids, in order."""

    line_id: str
    kind: str
    start: str
    end: str
    things: tuple[str, ...]
    person_id: str = ""


def was_with(missed: bool, seen: str) -> bool:
    """Whether a contact counts as one with the person: it took place and does not say "not seen"."""
    return not missed and seen != "no"


def contact_lines(picture: Records, node_of: Mapping[str, str]) -> list[Line]:
    """One line from each professional (or agency, where none is named) to each person, by kind."""
    found: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for contact in picture.contacts:
        start = node_of.get(contact.professional_id, f"agency:{contact.agency_id}")
        for part in contact.people:
            kind = "contact" if was_with(contact.missed, part.seen) else "missed"
            found[start, part.person_id, kind].append(contact.contact_id)
    return [
        Line(f"{kind}|{start}|{person}", kind, start, f"person:{person}", tuple(things), person)
        for (start, person, kind), things in sorted(found.items())
    ]


def baton_lines(picture: Records, *, together: bool = False) -> list[Line]:
    """One arrow for each sender, receiver and status, or with ``together`` one line for each two agencies.

    Batons with no named sender or receiver have no arrow.
    """
    found: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for baton in picture.batons:
        start = f"agency:{baton.from_agency_id}" if baton.from_agency_id else ""
        start = start or (f"person:{baton.from_person_id}" if baton.from_person_id else "")
        if start and baton.to_agency_id:
            ends = (start, f"agency:{baton.to_agency_id}")
            if together:
                ends = (min(ends), max(ends)) if baton.from_agency_id else ends
                found[*ends, TOGETHER.key].append(baton.baton_id)
            else:
                found[*ends, BATON_LINES[baton.status].key].append(baton.baton_id)
    return [
        Line(f"{kind}|{start}|{end}", kind, start, end, tuple(things))
        for (start, end, kind), things in sorted(found.items())
    ]
