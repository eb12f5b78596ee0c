"""The key, always shown: what each symbol and line means, with those beyond the common ones where they are in use."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from visualisations.drawing.svg import element, text
from visualisations.drawing.text_width import text_width
from visualisations.genogram.family import Bond
from visualisations.genogram.kinship_words import Line
from visualisations.genogram.lines import LOOKS, slash, stroke
from visualisations.genogram.living import HouseholdLook
from visualisations.genogram.sheet import Sheet
from visualisations.genogram.symbols import brackets, cross, shape, soft_corner, tag

_WIDE, _HIGH = 34.0, 22.0


@dataclass(frozen=True)
class KeyItem:
    """A small drawing 34 by 22 pixels and its words; ``only`` says which sign of a death it belongs to."""

    drawn: tuple[Markup, ...]
    words: str
    only: str = ""


def key_items(sheet: Sheet) -> list[KeyItem]:
    """The common symbols and lines always; others where the family has them."""
    x, y, half = _WIDE / 2, _HIGH / 2, 8.5
    people = sheet.family.people.values()
    items = [
        KeyItem((shape("male", x, y, half),), "male"),
        KeyItem((shape("female", x, y, half),), "female"),
        KeyItem((shape("unknown", x, y, half),), "sex not recorded"),
        KeyItem((shape("pregnancy", x, y, half),), "pregnancy"),
        KeyItem(
            (shape("male", x, y, half), shape("male", x, y, half - 3.5, stroke_width=1.3)), "index child"
        ),
        KeyItem((shape("male", x, y, half), cross("male", x, y, half)), "died", "cross"),
        KeyItem((shape("male", x, y, half), soft_corner("male", x, y, half)), "died", "soft"),
        KeyItem((shape("male", x, y, half, stroke_dasharray="4 3"),), "unnamed person"),
    ]
    if any(person.group for person in people):
        items.append(
            KeyItem(
                (shape("unknown", x + 3, y - 2, half - 1), shape("unknown", x, y, half - 1)), "several people"
            )
        )
    items.append(
        KeyItem(
            (text("4?  7m", x, y + 4, size=12, bold="yes", anchor="middle"),),
            "age: 4 or 5; 7 months (w weeks)",
        )
    )
    flat = ((1.0, y), (_WIDE - 1, y))
    bonds = {couple.bond for couple in sheet.family.couples}
    items += [
        KeyItem((stroke(LOOKS[b], *flat),), b.value)
        for b in Bond
        if b is not Bond.PARENTS or b in bonds or len(bonds) > 0
    ]
    items.append(KeyItem((stroke(LOOKS[Bond.PARTNERS], *flat), slash(x, y)), "separated"))
    items.append(KeyItem((stroke(LOOKS[Bond.MARRIED], *flat), slash(x, y, twice=True)), "divorced"))
    used = {descent.line for descent in sheet.family.descents}
    for line in (
        Line.ADOPTION,
        Line.FOSTER,
        Line.CARER,
        Line.STEP,
        Line.GRANDPARENT,
        Line.SIBLING,
        Line.HALF_SIBLING,
        Line.STEP_SIBLING,
    ):
        if line in used:
            items.append(KeyItem((stroke(LOOKS[line], *flat),), line.value))
    if Line.ADOPTION in used:
        items.append(KeyItem((shape("male", x, y, half - 2), brackets(x, y, half - 2)), "adopted"))
    if sheet.family.twins:
        fork = (stroke(LOOKS[Line.BIRTH], (x - 10, 20), (x, 3), (x + 10, 20)),)
        items.append(KeyItem(fork, "twins"))
        if sheet.family.identical:
            items.append(
                KeyItem((*fork, stroke(LOOKS[Line.BIRTH], (x - 5, 12), (x + 5, 12))), "identical twins")
            )
    home = HouseholdLook("", "", "A", "#0072B2", "2 5")
    box = element("rect", x=2, y=2, width=_WIDE - 4, height=_HIGH - 4, rx=5, fill=home.colour, fill_opacity=0.07,
                  stroke=home.colour, stroke_width=2, stroke_dasharray=home.dashes)  # fmt: skip
    items.append(KeyItem((box,), "lived together on this day"))
    items.append(KeyItem((tag(home, 6, 4, sure=False),), "may have lived in A"))
    return items


def item_figure(item: KeyItem) -> Markup:
    """The small drawing of an item by itself, for a page."""
    return element(
        "svg",
        *item.drawn,
        viewBox=f"0 0 {_WIDE:.0f} {_HIGH:.0f}",
        width=_WIDE,
        height=_HIGH,
        aria_hidden="true",
        data_may_overlap="",
    )


def key_lines(items: Sequence[KeyItem], x: float, y: float, width: float) -> tuple[list[Markup], float]:
    """The key as part of a drawing, in as many lines as it needs; also the y under it."""
    parts: list[Markup] = []
    at = x
    for item in items:
        need = _WIDE + 6 + text_width(item.words, 12)
        if at > x and at + need > x + width:
            at, y = x, y + _HIGH + 4
        parts.append(element("g", *item.drawn, transform=f"translate({at:.2f} {y:.2f})"))
        parts.append(text(item.words, at + _WIDE + 4, y + 15, size=12))
        at += need + 14
    return parts, y + _HIGH + 6
