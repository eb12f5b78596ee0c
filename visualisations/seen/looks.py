"""What the records say of a child at a contact, and how each answer looks: by shape and fill, never colour alone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from markupsafe import Markup

from visualisations.drawing.svg import element, group, text

HATCH = "seen-hatch"
EMPTY = "#e8ecf1"


class Look(StrEnum):
    """What a contact or row says of a child, the plainest sighting first: a week looks as the first of its own."""

    ALONE = "alone"
    SEEN = "seen"
    UNCLEAR = "unclear"
    NOT_SEEN = "not-seen"
    DISCUSSED = "discussed"


@dataclass(frozen=True)
class LookWords:
    """The words for one look: in the key, and for one and for several of its kind."""

    key: str
    one: str
    many: str


LOOKS = {
    Look.ALONE: LookWords("seen alone", "seen alone", "seen alone"),
    Look.SEEN: LookWords("seen", "seen", "seen"),
    Look.UNCLEAR: LookWords("contact, does not say if seen", "does not say", "do not say"),
    Look.NOT_SEEN: LookWords("not seen, or no access", "not seen", "not seen"),
    Look.DISCUSSED: LookWords("written of only", "written of only", "written of only"),
}
_ALONE, _SEEN, _GREY, _CROSS, _DOT = "#14284B", "#2B7BBA", "#4d5866", "#9A3B00", "#5d6875"


def hatching() -> Markup:
    """The pattern of a contact that does not say; once a page or file."""
    line = element("path", d="M-1 5L5 -1M0 6L6 0", stroke=_GREY, stroke_width=1.1)
    ground = element("rect", width=5, height=5, fill="#fff")
    return element(
        "defs",
        element("pattern", ground, line, id=HATCH, width=5, height=5, patternUnits="userSpaceOnUse"),
    )


def draw_look(
    look: Look, x: float, y: float, width: float, height: float, words: str = "", *, bare: bool = False
) -> Markup:
    """One look in a box: being seen alone is the darkest and stands the highest, with a white dot.

    ``words`` are written upright in a sighting and have to fit; ``bare`` leaves out the ground of a week of life.
    """
    if look is not Look.ALONE and height > 20:
        y, height = y + 4, height - 4
    middle, centre = x + width / 2, y + height / 2
    box = {"x": x, "y": y, "width": width, "height": height}
    if look is Look.ALONE:
        radius = min(3.2, max(0.9, width / 2 - 0.9))
        dot = element("circle", cx=middle, cy=y + 3.6 if words else centre, r=radius, fill="#fff")
        return group(element("rect", **box, fill=_ALONE), dot, _letters(words, middle, y + height - 3))
    if look is Look.SEEN:
        return group(element("rect", **box, fill=_SEEN), _letters(words, middle, y + height - 3))
    if look is Look.UNCLEAR:
        inner = {"x": x + 0.5, "y": y + 0.5, "width": max(1.0, width - 1), "height": height - 1}
        return element("rect", **inner, fill=f"url(#{HATCH})", stroke=_GREY)
    ground = element("rect", **box, fill="#fff" if bare else EMPTY)
    if look is Look.NOT_SEEN:
        half = min(4.5, max(1.2, width / 2 - 0.4))
        cross = (
            f"M{middle - half:.2f} {centre - half:.2f}L{middle + half:.2f} {centre + half:.2f}"
            f"M{middle - half:.2f} {centre + half:.2f}L{middle + half:.2f} {centre - half:.2f}"
        )
        return group(ground, element("path", d=cross, stroke=_CROSS, stroke_width=min(2.2, 0.9 + width / 6)))
    return group(
        ground, element("circle", cx=middle, cy=centre, r=min(2.8, max(1.0, width / 2 - 0.4)), fill=_DOT)
    )


def colour(look: Look) -> str:
    """The colour of a look's outline, where it stands over several weeks."""
    return {Look.ALONE: _ALONE, Look.SEEN: _SEEN, Look.NOT_SEEN: _CROSS}.get(look, _GREY)


def _letters(words: str, middle: float, foot: float) -> Markup | None:
    if not words:
        return None
    return text(
        words, 0, 0, size=11, fill="#fff", transform=f"translate({middle + 3.8:.2f} {foot:.2f}) rotate(-90)"
    )
