"""The marks of findings in the strip: how each is known is told by shape and fill as well as by colour."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from scrgraph.model.vocabulary import Strength
from visualisations.drawing.svg import INK, Value, element, group, together

#: Height of the shape of a finding, in pixels.
SIZE = 7.0


@dataclass(frozen=True)
class StrengthLook:
    """How findings of one strength look: ``words`` as the legend has them."""

    words: str
    colour: str
    filled: bool
    dashes: str | None


STRENGTH_LOOKS: Mapping[Strength, StrengthLook] = {
    Strength.RECORDED: StrengthLook("recorded", "#14284B", True, None),
    Strength.NO_RECORD_FOUND: StrengthLook("no record found", "#B3151B", False, None),
    Strength.CANNOT_TELL: StrengthLook("cannot tell", "#5F6B78", False, "2 1.6"),
}


def _paint(look: StrengthLook) -> dict[str, Value]:
    return {
        "fill": look.colour if look.filled else "#fff",
        "stroke": look.colour,
        "stroke_width": 1.5,
        "stroke_dasharray": look.dashes,
    }


def point(strength: Strength, x: float, y: float, *, possible: bool = False) -> Markup:
    """A finding of a day or so, its middle at ``x``, ``y``: a filled disc, an open diamond or a dotted square."""
    paint, half = _paint(STRENGTH_LOOKS[strength]), SIZE / 2
    if strength is Strength.RECORDED:
        shape = element("circle", cx=x, cy=y, r=half - 0.3, **paint)
    elif strength is Strength.NO_RECORD_FOUND:
        far = half + 0.3
        shape = element("path", d=_path((x, y - far), (x + far, y), (x, y + far), (x - far, y)), **paint)
    else:
        shape = element(
            "rect", x=x - half + 0.4, y=y - half + 0.4, width=SIZE - 0.8, height=SIZE - 0.8, **paint
        )
    return together((_whiskers(strength, x - half, x + half, y) if possible else None, shape))


def bar(
    strength: Strength,
    left: float,
    right: float,
    y: float,
    *,
    possible: bool = False,
    open_left: bool = False,
    open_right: bool = False,
) -> Markup:
    """A finding over some time, its middle at ``y``; an end that is not given is drawn as a point."""
    half = SIZE / 2 - 0.9
    begin = (
        ((left + 5, y - half), (left, y), (left + 5, y + half))
        if open_left
        else ((left, y - half), (left, y + half))
    )
    end = (
        ((right - 5, y + half), (right, y), (right - 5, y - half))
        if open_right
        else ((right, y + half), (right, y - half))
    )
    shape = element(
        "path", d=_path(*begin, *end), stroke_linejoin="round", **_paint(STRENGTH_LOOKS[strength])
    )
    return together((_whiskers(strength, left, right, y) if possible else None, shape))  # fmt: skip


def _whiskers(strength: Strength, left: float, right: float, y: float) -> Markup:
    """Lines out of both ends of a mark that holds only for one reading of a date."""
    far = 4.0
    d = (
        f"M{left - far:.1f} {y - 2.5:.1f}V{y + 2.5:.1f}M{left - far:.1f} {y:.1f}H{left:.1f}"
        f"M{right:.1f} {y:.1f}H{right + far:.1f}M{right + far:.1f} {y - 2.5:.1f}V{y + 2.5:.1f}"
    )
    return element("path", d=d, stroke=STRENGTH_LOOKS[strength].colour, stroke_width=1.2, fill="none")


def more(x: float, y: float) -> Markup:
    """The mark of several findings for which there is no room one by one: a plus sign."""
    return element(
        "path",
        d=f"M{x - 4:.1f} {y:.1f}H{x + 4:.1f}M{x:.1f} {y - 4:.1f}V{y + 4:.1f}",
        stroke=INK,
        stroke_width=2.4,
    )


def _path(*corners: tuple[float, float]) -> str:
    return "M" + "L".join(f"{x:.2f} {y:.2f}" for x, y in corners) + "Z"


def legend_of_findings(*, possible: bool, several: bool) -> tuple[tuple[Markup, float, str], ...]:
    """What the marks mean: each drawn from x = 0 with its baseline at 0, how wide it is, and its words."""
    items = [
        (group(point(strength, 4, -4), bar(strength, 12, 30, -4)), 30.0, look.words)
        for strength, look in STRENGTH_LOOKS.items()
    ]
    if possible:
        items.append(
            (point(Strength.RECORDED, 8, -4, possible=True), 16, "possible: depends on how a date is read")
        )
    if several:
        items.append((more(4, -4), 8, "several more"))
    return tuple(items)
