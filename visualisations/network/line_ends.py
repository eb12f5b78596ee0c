"""The ends of arrows in a drawing: a shape for each status, so that no arrow is told by its colour alone."""

from __future__ import annotations

import math

from markupsafe import Markup

from visualisations.drawing.baton_look import LineKind
from visualisations.drawing.svg import element

Point = tuple[float, float]


def end_of_line(look: LineKind, towards: Point, end: Point, width: float) -> tuple[Point, Markup]:
    """Where the line stops, and the shape at its end; ``towards`` is a point the line comes from."""
    across, down = end[0] - towards[0], end[1] - towards[1]
    length = math.hypot(across, down) or 1.0
    ahead = (across / length, down / length)
    size = 8 + 1.5 * width

    def at(back: float, aside: float) -> Point:
        return end[0] - back * ahead[0] - aside * ahead[1], end[1] - back * ahead[1] + aside * ahead[0]

    if look.end == "bar":
        return end, _path(at(0, -size * 0.62), at(0, size * 0.62), colour=look.colour, width=width + 1.2)
    if look.end == "circle":
        (x, y), radius = at(size * 0.4, 0), size * 0.4
        circle = element("circle", cx=x, cy=y, r=radius, fill=look.colour, stroke="#fff", stroke_width=1)
        return at(size * 0.7, 0), circle
    half = size * 0.42
    if look.end == "box":
        points = [at(0, -half), at(0, half), at(2 * half, half), at(2 * half, -half)]
        return at(2 * half, 0), _shape(points, look.colour)
    notch = size * (0.55 if look.end == "vee" else 0.85)
    return at(notch, 0), _shape([at(0, 0), at(size, half), at(notch, 0), at(size, -half)], look.colour)


def _shape(points: list[Point], colour: str) -> Markup:
    path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + "Z"
    return element("path", d=path, fill=colour, stroke="#fff", stroke_width=1, paint_order="stroke")


def _path(start: Point, end: Point, *, colour: str, width: float) -> Markup:
    path = f"M{start[0]:.1f} {start[1]:.1f}L{end[0]:.1f} {end[1]:.1f}"
    return element("path", d=path, stroke=colour, stroke_width=width)
