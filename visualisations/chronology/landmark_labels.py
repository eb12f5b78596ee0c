"""Births, due dates, deaths and moves below a time axis: words that lie over no others, each led to from its day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from visualisations.chronology.landmarks import Landmark
from visualisations.drawing.svg import INK, RULE, element, text
from visualisations.drawing.text_width import text_width, wrap
from visualisations.drawing.time_axis import TimeAxis

_LEVELS = 6


def placed_labels(
    axis: TimeAxis, marks: Sequence[Landmark], right: float
) -> tuple[list[tuple[Landmark, float, int]], int]:
    """Each landmark with where its words begin and on which line, moves last; and how many found no room."""
    taken: list[list[tuple[float, float]]] = [[] for _ in range(_LEVELS)]
    placed, left_out = [], 0
    for mark in sorted(
        (mark for mark in marks if mark.kind != "incident"), key=lambda one: one.kind == "move"
    ):
        wide = text_width(_says(mark), 11.5) + 20
        x = min(axis.x(mark.first), right - wide)
        level = next(
            (
                at
                for at, line in enumerate(taken)
                if all(x >= end or x + wide <= start for start, end in line)
            ),
            None,
        )
        if level is None:
            left_out += 1
        else:
            taken[level].append((x, x + wide))
            placed.append((mark, x, level))
    return placed, left_out


def _says(mark: Landmark) -> str:
    return wrap(mark.words, 330, 11.5, lines=1)[0]


def leader(axis: TimeAxis, mark: Landmark, x: float, y: float, top: float) -> Markup:
    """A line from the day of a landmark to its words."""
    at = axis.x(mark.first)
    return element(
        "path", d=f"M{at:.2f} {top + 5:.1f}V{y - 9:.1f}L{x + 4:.2f} {y - 5:.1f}", fill="none", stroke=RULE
    )


def label(mark: Landmark, x: float, y: float) -> Iterator[Markup]:
    """The words of a landmark on white, so that no line runs through them."""
    words = _says(mark)
    yield element("rect", x=x, y=y - 10, width=text_width(words, 11.5) + 16, height=13, fill="#fff")
    yield element("path", d=f"M{x:.2f} {y - 4:.1f}l4 -4l4 4l-4 4z", fill=INK)
    yield text(words, x + 12, y, size=11.5)
