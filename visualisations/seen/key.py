"""The key of the seen strip: every look with its words, beside its tick-box on a page, on top of a file."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from visualisations.drawing.svg import INK, QUIET, element, group, text, together
from visualisations.drawing.text_width import text_width
from visualisations.seen.looks import EMPTY, LOOKS, Look, draw_look
from visualisations.seen.sightings import ChildSeen

_TALL, _WIDE, _BETWEEN, _LINE = 16.0, 13.0, 20.0, 24.0


def look_swatch(look: Look) -> Markup:
    """One look as a small drawing for a page."""
    return _svg(draw_look(look, 0, 0, _WIDE, _TALL), _WIDE)


def other_items(children: Sequence[ChildSeen]) -> list[tuple[Markup, float, str]]:
    """What else stands in the picture: a drawing of 16 pixels height, its width, and its words."""
    items = [
        (element("rect", y=0, width=_WIDE, height=_TALL, fill=EMPTY), _WIDE, "nothing recorded"),
    ]
    if any(told.first != told.last for child in children for told in child.told):
        bar = element(
            "rect", x=0.5, y=3.5, width=30, height=9, fill="#fff", stroke=QUIET, stroke_dasharray="3 2"
        )
        items.append((together((bar, draw_look(Look.SEEN, 12, 5, 8, 6))), 31, "on some day in these weeks"))
    gaps = [gap for child in children for gap in child.gaps]
    if any(not gap.cannot_tell for gap in gaps):
        path = element("path", d="M1 3v6H29v-6", fill="none", stroke=INK, stroke_width=1.8)
        items.append((path, 30, "longest gaps"))
    if any(gap.cannot_tell for gap in gaps):
        path = element(
            "path", d="M1 3v6H29v-6", fill="none", stroke=QUIET, stroke_width=1.8, stroke_dasharray="4 3"
        )
        items.append((path, 30, "gap in the records in hand: others may hold more"))
    if any(child.stays for child in children):
        box = element("rect", x=0.5, y=2.5, width=16, height=12, fill="#f6efe0", stroke="#7b6a45")
        items.append((together((box, text("A", 4.5, 12.5, size=11))), 17, "home"))
    if any(child.changes for child in children):
        path = element("path", d="M7 3l5 5l-5 5l-5 -5z", fill="#fff", stroke=INK, stroke_width=1.5)
        items.append((path, 14, "change of worker"))
    return items


def page_items(children: Sequence[ChildSeen], unit: str) -> list[tuple[Markup, str]]:
    """The other items for a page whose one strip has a cell for each ``unit``."""
    items = [(_svg(drawn, width), words) for drawn, width, words in other_items(children)]
    if unit not in {"", "week"}:
        words = f"in one strip a cell is a {unit}, its number how often seen; a row a year shows weeks"
        items.append((Markup(""), words))
    return items


def draw_key(children: Sequence[ChildSeen], left: float, y: float, width: float) -> tuple[Markup, float]:
    """The whole key for a file, wrapped to ``width``, and its height."""
    items = [(draw_look(look, 0, 0, _WIDE, _TALL), _WIDE, LOOKS[look].key) for look in Look]
    shapes, x, line = [], left, y
    for drawn, wide, words in [*items, *other_items(children)]:
        room = wide + 6 + text_width(words, 12)
        if x > left and x + room > left + width:
            x, line = left, line + _LINE
        shapes.append(group(drawn, transform=f"translate({x:.2f} {line:.2f})"))
        shapes.append(text(words, x + wide + 6, line + 12.5, size=12))
        x += room + _BETWEEN
    return together(shapes), line + _LINE - y


def _svg(drawn: Markup, width: float) -> Markup:
    return element(
        "svg", drawn, width=width, height=_TALL, viewBox=f"0 0 {width:g} {_TALL:g}", aria_hidden="true"
    )
