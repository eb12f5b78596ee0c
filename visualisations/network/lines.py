"""The lines of the network picture: which things share a line, and how each kind of line is drawn."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from visualisations.records.shown import BatonStatus, Records

#: Colours that stay apart for the colour-blind, in the order the agencies stand round the oval.
AGENCY_COLOURS = (
    "#0072B2", "#007A5A", "#B0541E", "#7A4FA3", "#A8326E", "#3F6B1F", "#5B5BD6", "#8A6A00", "#00788A",
    "#6B4A3A", "#44546A", "#9A3B3B",
)  # fmt: skip


@dataclass(frozen=True)
class LineKind:
    """How one kind of line looks: never told by colour alone, always by its dashes and its end as well."""

    key: str
    words: str
    colour: str
    dashes: tuple[int, ...]
    end: str


BATON_LINES: Mapping[BatonStatus, LineKind] = {
    status: LineKind(key, status.value, colour, dashes, end)
    for status, key, colour, dashes, end in (
        (BatonStatus.ACTED_ON, "acted", "#14284B", (), "arrow"),
        (BatonStatus.RECEIVED, "received", "#0072B2", (16, 5), "arrow"),
        (BatonStatus.NOT_ACTED_ON, "not_acted", "#9A5B00", (12, 4, 3, 4), "arrow"),
        (BatonStatus.NO_RECORD, "no_record", "#C4161C", (7, 5), "bar"),
        (BatonStatus.RECORDED_NOT, "recorded_not", "#7B2D8E", (3, 4), "box"),
        (BatonStatus.NOT_PASSED, "not_passed", "#333333", (12, 8), "circle"),
        (BatonStatus.CANNOT_TELL, "cannot_tell", "#8B939E", (2, 5), "vee"),
    )
}
OTHER_LINES = (
    LineKind("contact", "contact (thicker = more)", "", (), ""),
    LineKind("missed", "missed, no access, or not seen", "", (5, 5), ""),
)


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


def baton_lines(picture: Records) -> list[Line]:
    """One arrow for each sender, receiver and status. Batons with no named receiver have no arrow."""
    found: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for baton in picture.batons:
        start = f"agency:{baton.from_agency_id}" if baton.from_agency_id else ""
        start = start or (f"person:{baton.from_person_id}" if baton.from_person_id else "")
        if start and baton.to_agency_id:
            found[start, f"agency:{baton.to_agency_id}", BATON_LINES[baton.status].key].append(baton.baton_id)
    return [
        Line(f"{kind}|{start}|{end}", kind, start, end, tuple(things))
        for (start, end, kind), things in sorted(found.items())
    ]
