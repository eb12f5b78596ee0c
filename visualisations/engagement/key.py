"""The key of the engagement map: each pattern with its shape, letter and words."""

from __future__ import annotations

from markupsafe import Markup

from visualisations.drawing.svg import INK, element, group, text, together
from visualisations.drawing.text_width import text_width
from visualisations.engagement.patterns import NOT_MADE, PATTERNS, Pattern, draw_pattern

_SIDE = 22.0
_NOT_MADE_WORDS = "contact did not take place"


def key_items() -> list[tuple[str, str, Markup]]:
    """For a page: the value of the tick-box, the words and the drawing of each pattern."""
    return [(pattern.key, _words(pattern), _svg(_swatch(pattern))) for pattern in PATTERNS.values()]


def other_items() -> list[tuple[str, Markup]]:
    """For a page: what else stands in the map."""
    return [(words, _svg(drawn, width)) for drawn, width, words in _others()]


def draw_key(left: float, y: float, width: float) -> tuple[Markup, float]:
    """The key for a file, wrapped to ``width``, and its height."""
    items = [(_swatch(pattern), _SIDE, _words(pattern)) for pattern in PATTERNS.values()]
    shapes, x, line = [], left, y
    for drawn, wide, words in [*items, *_others()]:
        room = wide + 4 + text_width(words, 12)
        if x > left and x + room > left + width:
            x, line = left, line + 27
        shapes.append(group(drawn, transform=f"translate({x:.2f} {line:.2f})"))
        shapes.append(text(words, x + wide + 4, line + 15.5, size=12))
        x += room + 20
    return together(shapes), line + 28 - y


def _others() -> list[tuple[Markup, float, str]]:
    step = element("path", d="M1 16H12V6H26V16H32", fill="none", stroke=INK, stroke_width=2.2)
    told = element("circle", cx=7, cy=11, r=3.6, fill="#fff", stroke=INK, stroke_width=1.6)
    differs = element("path", d="M1 15v-8H28v8", fill="none", stroke=INK, stroke_width=1.8)
    partial = draw_pattern(PATTERNS["co-operation"], 12, 11, open_ends=True)
    return [
        (together((element("rect", x=7, y=6, width=18, height=10, fill="#dde3ea"), told)), 26,
         "row tells of a level, and how long it speaks for"),
        (step, 33, "highest level told of"),
        (differs, 30, "two agencies describe differently (finding)"),
        (partial, 24, "open: some day in a span"),
    ]  # fmt: skip


def _words(pattern: Pattern) -> str:
    return _NOT_MADE_WORDS if pattern.name == NOT_MADE else pattern.name


def _swatch(pattern: Pattern) -> Markup:
    return draw_pattern(pattern, _SIDE / 2, _SIDE / 2)


def _svg(drawn: Markup, width: float = _SIDE) -> Markup:
    return element(
        "svg", drawn, width=width, height=_SIDE, viewBox=f"0 0 {width:g} {_SIDE:g}", aria_hidden="true"
    )
