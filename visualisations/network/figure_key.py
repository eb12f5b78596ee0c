"""The key under a drawing of the network: every kind of line, and what the figures of people mean."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from visualisations.drawing.baton_look import BATON_LINES, LineKind
from visualisations.drawing.svg import INK, QUIET, element, group, text
from visualisations.drawing.text_width import text_width
from visualisations.network.chosen import Chosen
from visualisations.network.figure_people import RING, symbol
from visualisations.network.line_ends import end_of_line
from visualisations.network.lines import OTHER_LINES, TOGETHER
from visualisations.network.scene import Scene

_SIZE, _ROW, _BETWEEN, _SAMPLE = 13, 22, 22, 44
_FIGURES = (("male", "male"), ("female", "female"), ("unknown", "sex not recorded"), ("unborn", "unborn"))
_NOTE = "A line is what the imported records say. No line does not mean that nothing happened."


def key_of(scene: Scene, now: Chosen, width: float, *, together: bool) -> tuple[Markup, float]:
    """The key and its height, broken into rows no wider than ``width``."""
    parts: list[Markup] = []
    x, y = 0.0, 24.0
    for sample, sample_width, words in _items(now, together):
        needed = sample_width + 8 + text_width(words, _SIZE)
        if x and x + needed > width:
            x, y = 0.0, y + _ROW
        item = (sample, text(words, sample_width + 8, 4.5, size=_SIZE))
        parts.append(group(*item, transform=f"translate({x:.1f} {y:.1f})"))
        x += needed + _BETWEEN
    parts.append(text(_NOTE, 0, y + _ROW + 6, size=_SIZE, fill=QUIET))
    return group(*parts), y + _ROW + 14


def _items(now: Chosen, together: bool) -> Iterator[tuple[Markup, float, str]]:
    for look in (*OTHER_LINES, *((TOGETHER,) if together else BATON_LINES.values())):
        yield _line(look), _SAMPLE, look.words
    for figure, words in _FIGURES:
        yield symbol(figure, 9, 0, 8, fill="#fff", stroke=INK, stroke_width=1.6), 18, words
    yield symbol("male", 9, 0, 8, fill="#ffd24d", stroke=INK, stroke_width=2.2), 18, "index child (yellow)"
    away = symbol("male", 9, 0, 8, fill="#fff", stroke="#76808c", stroke_width=1.7, stroke_dasharray="2 3")
    yield away, 18, "lived elsewhere in these dates"
    ring = symbol("male", 12, 0, 10, fill="none", stroke=RING, stroke_width=2.6, stroke_dasharray="6 4")
    yield ring, 24, "adult: no agency working with the child recorded meeting them"
    if now.unsure:
        dots = symbol("male", 12, 0, 10, fill="none", stroke=QUIET, stroke_width=2.6, stroke_dasharray="2 5")
        yield dots, 24, "cannot tell whether one met them"


def _line(look: LineKind) -> Markup:
    dashes = " ".join(map(str, look.dashes)) or None
    colour = look.colour or "#44546a"
    if not look.end:
        return element("path", d=f"M0 0H{_SAMPLE}", stroke=colour, stroke_width=1.8, stroke_dasharray=dashes)
    end, shape = end_of_line(look, (0, 0), (_SAMPLE - 2, 0), 2.2)
    path = element("path", d=f"M0 0H{end[0]:.1f}", stroke=colour, stroke_width=2.2, stroke_dasharray=dashes)
    return group(path, shape)
