"""The symbols of people by UK convention, with their age, tags and label."""

from __future__ import annotations

import re

from markupsafe import Markup

from visualisations.drawing.svg import INK, QUIET, element, group, number, text
from visualisations.genogram.labels import DETAIL, HALF, LABEL_LEFT, LINE, NAME
from visualisations.genogram.lives import Span, ages, life_of
from visualisations.genogram.living import HouseholdLook
from visualisations.genogram.sheet import Place
from visualisations.genogram.showing import Showing
from visualisations.records.shown import PersonShown

SOFT = "#858d98"
_WORDS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}


def shape(kind: str, x: float, y: float, half: float = HALF, **attributes: str | float | None) -> Markup:
    """The outline for ``male``, ``female``, ``pregnancy`` or anything else (sex not recorded), centred on (x, y)."""
    drawn: dict[str, str | float | None] = {"fill": "#fff", "stroke": INK, "stroke_width": 2, **attributes}
    if kind == "male":
        return element("rect", x=x - half, y=y - half, width=2 * half, height=2 * half, **drawn)
    if kind == "female":
        return element("circle", cx=x, cy=y, r=half, **drawn)
    if kind == "pregnancy":
        return element(
            "path", d=_closed((x, y - half), (x + half, y + half * 0.8), (x - half, y + half * 0.8)), **drawn
        )
    return element("path", d=_closed((x, y - half), (x + half, y), (x, y + half), (x - half, y)), **drawn)


def _closed(*points: tuple[float, float]) -> str:
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points) + "Z"


def cross(kind: str, x: float, y: float, half: float = HALF) -> Markup:
    """The diagonal cross of a death, which ends at the outline."""
    reach = {"male": 1.0, "female": 0.707}.get(kind, 0.5) * half
    lines = f"M{number(x - reach)} {number(y - reach)}L{number(x + reach)} {number(y + reach)}"
    lines += f"M{number(x + reach)} {number(y - reach)}L{number(x - reach)} {number(y + reach)}"
    return element("path", d=lines, fill="none", stroke=INK, stroke_width=1.6, class_="death-cross")


def soft_corner(kind: str, x: float, y: float, half: float = HALF) -> Markup:
    """The gentler sign of a death: the lower right corner filled in grey."""
    if kind == "male":
        d = _closed((x + half, y - half * 0.2), (x + half, y + half), (x - half * 0.2, y + half))
    elif kind == "female":
        far, near, round_ = half * 0.98, half * 0.2, number(half)
        d = f"M{number(x + far)} {number(y + near)}A{round_} {round_} 0 0 1 {number(x + near)} {number(y + far)}Z"
    else:
        d = _closed((x + half, y), (x, y + half), (x + half * 0.2, y + half * 0.2))
    return element("path", d=d, fill=SOFT, stroke=INK, stroke_width=1, class_="death-soft")


def brackets(x: float, y: float, half: float = HALF) -> Markup:
    """The brackets round an adopted child."""
    reach, top, bottom = half + 4, y - half - 2, y + half + 2
    d = "".join(
        f"M{number(x + side * (reach - 5))} {number(top)}H{number(x + side * reach)}V{number(bottom)}"
        f"H{number(x + side * (reach - 5))}"
        for side in (-1, 1)
    )
    return element("path", d=d, fill="none", stroke=INK, stroke_width=1.6)


def person_symbol(
    person: PersonShown,
    place: Place,
    showing: Showing,
    *,
    adopted: Span | None = None,
    gentle: bool | None = None,
) -> Markup:
    """Symbol, age and label of a person over their life; ``gentle=None`` draws both signs of a death."""
    parts: list[Markup | None] = []
    for span in life_of(person):
        kind = "pregnancy" if span.state == "pregnancy" else person.sex
        parts.append(showing.lasting(span, "g", *_outline(person, kind, place, span, gentle)))
    if adopted is not None:
        held = adopted.within(Span(person.born.earliest, None))
        parts.append(showing.lasting(held, "g", brackets(place.x, place.y)))
    within = Span(showing.first, showing.last)
    ages_shown = () if person.group else ages(person, within)
    for span in ages_shown:
        parts.append(showing.lasting(span, "text", span.state, **_inside(place, span.state)))
    if person.group:
        parts.append(element("text", _how_many(person.name), **_inside(place, "")))
    for part in place.label.parts:
        drawn = text(
            part.words, place.x + LABEL_LEFT, place.y - HALF + NAME - 2 + part.place * LINE,
            size=NAME if part.bold else DETAIL, fill=INK if part.bold else QUIET, bold="yes" if part.bold else None,
        )  # fmt: skip
        parts.append(showing.lasting(part.span, "g", drawn) if part.span else drawn)
    return group(*parts)


def _outline(person: PersonShown, kind: str, place: Place, span: Span, gentle: bool | None) -> list[Markup]:
    dashes = "4 3" if person.unnamed else None
    parts = []
    if person.group:
        parts.append(shape(kind, place.x + 4, place.y - 3, HALF - 1, stroke_dasharray=dashes))
    parts.append(shape(kind, place.x, place.y, stroke_dasharray=dashes))
    if person.index_child:
        parts.append(
            shape(kind, place.x, place.y + (2 if kind == "pregnancy" else 0), HALF - 4.5, stroke_width=1.5)
        )
    if span.state == "dead":
        parts += [cross(kind, place.x, place.y)] if gentle is not True else []
        parts += [soft_corner(kind, place.x, place.y)] if gentle is not False else []
    return parts


def _inside(place: Place, words: str) -> dict[str, str | float]:
    return {
        "x": place.x, "y": place.y + 5, "font_size": 12 if len(words) > 2 and not words.endswith("?") else 14,
        "font_weight": "bold", "text_anchor": "middle", "fill": INK,
        "stroke": "#fff", "stroke_width": 4, "paint_order": "stroke", "stroke_linejoin": "round",
    }  # fmt: skip


def _how_many(name: str) -> str:
    """``×3`` for a group whose name tells its number, else ``+``."""
    for word in re.findall(r"[a-z]+|\d{1,2}\b", name.lower()):
        if word in _WORDS or (word.isdigit() and int(word) > 1):
            return f"×{_WORDS.get(word, word)}"
    return "+"


def tag(look: HouseholdLook, x: float, y: float, *, sure: bool = True) -> Markup:
    """A household's letter in a small box: filled where it is certain, with a dashed edge and "?" where it may be."""
    letters = look.letter + ("" if sure else "?")
    width = max(15.0, 6 + 8 * len(letters))
    return group(
        element("rect", x=x, y=y, width=width, height=15, rx=3, fill=look.colour if sure else "#fff",
                stroke=look.colour, stroke_width=1.2, stroke_dasharray=None if sure else "2 2"),
        text(letters, x + width / 2, y + 11.5, size=11, fill="#fff" if sure else look.colour, bold="yes",
             anchor="middle"),
    )  # fmt: skip
