"""The five overlapping patterns of co-operation, and contact not made: each told by its shape and letter.

The order is that of Brandon and others 2009 ("Protocols"); it is no scale, and the colours make none of it.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from visualisations.drawing.svg import element, group, text

SIZE = 17.0
NOT_MADE = "contact not made"


@dataclass(frozen=True)
class Pattern:
    """How a pattern looks: ``key`` stands for it in a page, ``letter`` within its ``shape``."""

    name: str
    key: str
    letter: str
    shape: str
    colour: str

    @property
    def told(self) -> str:
        """What is said of one: a visit or appointment that did not take place, or the pattern a row describes."""
        return (
            "visit, appointment or attendance that did not take place" if self.name == NOT_MADE else self.name
        )


PATTERNS = {
    pattern.name: pattern
    for pattern in (
        Pattern("no co-operation", "none", "N", "octagon", "#7B2D5E"),
        Pattern("low co-operation", "low", "L", "square", "#8A4B00"),
        Pattern("some co-operation", "some", "S", "diamond", "#44546A"),
        Pattern("co-operation", "given", "C", "circle", "#00617A"),
        Pattern("persistent help-seeking", "seeking", "P", "pentagon", "#4B45B2"),
        Pattern(NOT_MADE, "not-made", "", "tick", "#4d5866"),
    )
}
_CORNERS = {
    "octagon": ((-3.6, -8.5), (3.6, -8.5), (8.5, -3.6), (8.5, 3.6), (3.6, 8.5), (-3.6, 8.5), (-8.5, 3.6), (-8.5, -3.6)),
    "square": ((-7.8, -7.8), (7.8, -7.8), (7.8, 7.8), (-7.8, 7.8)),
    "diamond": ((0, -10), (10, 0), (0, 10), (-10, 0)),
    "pentagon": ((0, -10), (9.2, -3), (6.2, 8), (-6.2, 8), (-9.2, -3)),
}  # fmt: skip


def draw_pattern(pattern: Pattern, x: float, y: float, *, open_ends: bool = False) -> Markup:
    """A pattern about the point ``x``, ``y``; with ``open_ends`` as one whose day is not known exactly."""
    if pattern.shape == "tick":
        return draw_tick(x, x, y - 5)
    ground, ink = ("#fff", pattern.colour) if open_ends else (pattern.colour, "#fff")
    look: dict[str, str | int | float | None] = {
        "fill": ground,
        "stroke": pattern.colour,
        "stroke_width": 1.6,
        "stroke_dasharray": "3 2" if open_ends else None,
    }
    if pattern.shape == "circle":
        outline = element("circle", cx=x, cy=y, r=8.2, **look)
    else:
        points = " ".join(f"{x + dx:.2f},{y + dy:.2f}" for dx, dy in _CORNERS[pattern.shape])
        outline = element("polygon", points=points, **look)
    return group(outline, text(pattern.letter, x, y + 4, size=11, fill=ink, anchor="middle", bold="yes"))


def draw_tick(first: float, last: float, y: float, *, open_ends: bool = False) -> Markup:
    """Contact not made: a short upright line, wider over several days, open where the day is not known exactly."""
    colour = PATTERNS[NOT_MADE].colour
    width = max(3.0, last - first + 3)
    hit = element("rect", x=first - 3, y=y - 1, width=width + 3, height=13, fill="transparent")
    if open_ends:
        line = element(
            "rect", x=first - 1, y=y + 0.5, width=max(5.0, width), height=9, fill="#fff", stroke=colour,
            stroke_dasharray="3 2",
        )  # fmt: skip
    else:
        line = element("rect", x=first - 1.5, y=y, width=width, height=10, fill=colour)
    return group(hit, line)
