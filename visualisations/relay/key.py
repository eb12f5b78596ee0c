"""The key: what each shape means, beside its tick-box in the page and below the lanes in a file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from visualisations.drawing.baton_look import LineKind
from visualisations.drawing.svg import INK, QUIET, element, group, text, together
from visualisations.drawing.text_width import text_width
from visualisations.relay import shapes
from visualisations.relay.dots import dot
from visualisations.relay.events import CONTACT_WORDS, LATE, LOOKS, Events
from visualisations.relay.lanes import NOBODY
from visualisations.relay.plane import Plane
from visualisations.relay.sheet import HATCH

SWATCH, TALL = 36, 16
_SHORT = 16


@dataclass(frozen=True)
class KeyItem:
    """One line of the key; ``show`` is the value of its tick-box, empty where it has none."""

    show: str
    words: str
    swatch: Markup
    width: int
    count: int = 0


def key_items(events: Events) -> tuple[KeyItem, ...]:
    """The kinds of contact and baton that are there, in their order."""
    there = Counter(mark.show for mark in events.marks)
    contacts = [
        KeyItem(shows, words, dot(8, 8, shows, INK), _SHORT, there[shows])
        for shows, words in CONTACT_WORDS.items()
        if there[shows]
    ]
    batons = [
        KeyItem(look.key, words, _baton(look), SWATCH, there[look.key])
        for look, words in LOOKS
        if there[look.key]
    ]
    return (*contacts, *batons)


def reading_items(events: Events, plane: Plane) -> tuple[KeyItem, ...]:
    """What else the drawing uses, as far as it does."""
    dated = [b for b in events.batons if b.days]
    first = min((b.days[0] for b in dated if b.days), default=None)
    last = max((b.days[1] for b in dated if b.days), default=None)
    grey = LineKind("", "", QUIET, (), "")
    found: list[KeyItem] = []

    def add(words: str, drawn: str, look: LineKind = grey, width: int = SWATCH) -> None:
        found.append(KeyItem("", words, shapes.svg_of(shapes.look_group(look, drawn)), width))

    if any(b.wait for b in dated):
        add("the wait, from passed to the late step", shapes.wait(2, 29, 29, 8), LATE)
    if any(b.wait and not (b.wait.certain and b.wait.until[0] == b.wait.until[1]) for b in dated):
        add("a wait that may have been shorter", shapes.wait(2, 0, 29, 8), LATE)
    if any(b.days and b.days[0] < b.days[1] for b in dated):
        add("the days a baton may have been passed", shapes.bracket(3, 31, 8))
    if any(c.days and c.days[0] < c.days[1] for c in events.contacts):
        add(
            "the days a contact may have been",
            '<rect x="2" y="5.5" width="30" height="5" rx="2.5" fill="#fff"/>',
        )
    if any(not b.sender or not b.receiver or b.sender == NOBODY for b in dated):
        add("no agency is named", shapes.loose(8, 8), width=_SHORT)
    if first and last and any(lane.gaps(first, last) for lane in plane.lanes):
        add(
            "no records of this agency in hand",
            f'<rect x="1" y="1" width="34" height="14" fill="url(#{HATCH})"/>',
        )
    return tuple(found)


def swatch(item: KeyItem) -> Markup:
    """The swatch of a key line as a small drawing of its own."""
    return element(
        "svg",
        item.swatch,
        width=item.width,
        height=TALL,
        viewBox=f"0 0 {item.width} {TALL}",
        aria_hidden="true",
    )


def draw_key(items: Sequence[KeyItem], width: float) -> tuple[Markup, float]:
    """The key in lines below the lanes, and its height in pixels."""
    parts, x, y = [], 0.0, 0.0
    for item in items:
        words = f"{item.words} ({item.count})" if item.count else item.words
        needs = item.width + 6 + text_width(words, 12) + 20
        if x and x + needs > width:
            x, y = 0.0, y + 22
        parts.append(group(item.swatch, transform=f"translate({round(x)} {round(y)})"))
        parts.append(text(words, round(x) + item.width + 6, y + 12, size=12))
        x += needs
    return together(parts), y + 22


def _baton(look: LineKind) -> Markup:
    """The look of a baton lying on its side."""
    stop = 20 if look is LATE else 30 - {"bar": 4, "box": 5, "circle": 5}.get(look.end, 0)
    drawn = shapes.wait(20, 33, 33, 8) if look is LATE else ""
    drawn += f'<path d="M3 8H{stop}"{shapes.dashes(look)}/>{shapes.foot(look, 3, 8)}'
    drawn += f'<g transform="translate({stop} 8) rotate(-90)">{shapes.end(look, 0, 0, True)}</g>'
    return shapes.svg_of(shapes.look_group(look, drawn))
