"""People in a drawing of the network: a symbol by sex, the name and role under it, and who was not met."""

from __future__ import annotations

from markupsafe import Markup

from visualisations.drawing.svg import INK, QUIET, element, group, text
from visualisations.drawing.text_width import wrap
from visualisations.network.canvas_data import UNSEEN_SIZE
from visualisations.network.chosen import Chosen
from visualisations.network.family import CELL, LINE, NAME_SIZE, ROLE_SIZE, PersonPlace, role_of
from visualisations.network.living import Here
from visualisations.network.people_met import Met, is_adult, unseen_words
from visualisations.records.shown import PersonShown

RING = "#8a1458"
_AWAY = "#76808c"
_UNSEEN_LINE = 15


def person_figure(place: PersonPlace, person: PersonShown, now: Chosen) -> Markup:
    """The symbol; dashed for a person who lived elsewhere, ringed for an adult nobody working with the child met."""
    here = now.living.get(place.person_id)
    away = here is not None and here.here is Here.NO
    drawn = symbol(
        "unborn" if person.unborn else person.sex, place.x, place.y, place.size,
        fill="#ffd24d" if person.index_child else "#fff", stroke=_AWAY if away else INK,
        stroke_width=4 if now.person_id == place.person_id else 2.4 if person.index_child else 1.7,
        stroke_dasharray="2 3" if away else None,
    )  # fmt: skip
    if not _unseen(person, now):
        return drawn
    unsure = person.name in now.unsure
    ring = symbol(
        "unborn" if person.unborn else person.sex, place.x, place.y, place.size + 6, fill="none",
        stroke=QUIET if unsure else RING, stroke_width=3, stroke_dasharray="2 5" if unsure else "6 4",
    )  # fmt: skip
    return group(drawn, ring)


def symbol(figure: str, x: float, y: float, r: float, **looks: str | float | None) -> Markup:
    """A square, circle, triangle (unborn) or diamond (sex not recorded) about a point."""
    if figure == "male":
        return element("rect", x=x - r, y=y - r, width=2 * r, height=2 * r, **looks)
    if figure == "female":
        return element("circle", cx=x, cy=y, r=r, **looks)
    points = (
        [(0, -1), (1.1, 1), (-1.1, 1)] if figure == "unborn" else [(0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0)]
    )
    path = "M" + "L".join(f"{x + r * a:.1f} {y + r * b:.1f}" for a, b in points) + "Z"
    return element("path", d=path, **looks)


def person_label(place: PersonPlace, person: PersonShown, now: Chosen) -> Markup:
    """Name, role or where the person lived then, and for an adult nobody met the words that say so."""
    here = now.living.get(place.person_id)
    said = wrap(here.words, CELL - 8, ROLE_SIZE, lines=2) if here and here.words else ()
    below = said or place.role_lines
    unsure = person.name in now.unsure
    unseen = (
        wrap(unseen_words(person, unsure), CELL - 2, UNSEEN_SIZE, lines=4) if _unseen(person, now) else ()
    )
    if unseen and len(below) * LINE + len(unseen) * _UNSEEN_LINE > place.room * LINE + 4:
        below = wrap(here.words if said and here else role_of(person), CELL - 2, ROLE_SIZE, lines=1)
    down = place.y + place.size + 20
    lines = []
    for number, words in enumerate(place.name_lines):
        lines.append(_line(words, place.x, down + number * LINE, NAME_SIZE, INK, bold="yes"))
    down += len(place.name_lines) * LINE
    for number, words in enumerate(below):
        style = "italic" if said else None
        lines.append(_line(words, place.x, down + number * LINE, ROLE_SIZE, QUIET, font_style=style))
    down += len(below) * LINE - 1
    for number, words in enumerate(unseen):
        lines.append(
            _line(words, place.x, down + number * _UNSEEN_LINE, UNSEEN_SIZE, QUIET if unsure else RING)
        )
    return group(*lines)


def _unseen(person: PersonShown, now: Chosen) -> bool:
    return is_adult(person) and now.met[person.person_id] is not Met.CHILDS


def _line(words: str, x: float, y: float, size: float, fill: str, **more: str | None) -> Markup:
    return text(
        words, x, y, size=size, fill=fill, anchor="middle", stroke="#fff", stroke_width=3.5,
        stroke_opacity=0.92, stroke_linejoin="round", paint_order="stroke", **more,
    )  # fmt: skip
