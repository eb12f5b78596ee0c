"""The genogram and household map: as a page that shows any day, and as a drawing of one day."""

from __future__ import annotations

import dataclasses
import datetime as dt
from html import unescape

from markupsafe import Markup

from scrgraph.model.partial_date import in_words
from visualisations.drawing.svg import QUIET, Drawing, document, element, figure, text
from visualisations.drawing.text_width import wrap
from visualisations.drawing.wanted import Wanted
from visualisations.frame.picture_page import picture_page
from visualisations.genogram.account import account_of, stays_account
from visualisations.genogram.days import Days, days_of
from visualisations.genogram.drawn import genogram
from visualisations.genogram.key import item_figure, key_items, key_lines
from visualisations.genogram.living import HouseholdLook, household_looks
from visualisations.genogram.sheet import Sheet, sheet_of
from visualisations.genogram.showing import Showing
from visualisations.genogram.strip import day_line, strip_of
from visualisations.genogram.told import KINDS, all_marks
from visualisations.page import render_body
from visualisations.records.material import Material

_STRIP_WIDTH = 1036.0
_TITLE = "Genogram and household map"
_NOTE = (
    "Ties, stays and dates of birth are those of people.csv where the author gave them; the others are worked out "
    "from the rows, such as a role (“Mother”) or a row of somebody moving in. Nobody is added: a line stands "
    "for a tie on record, and parents or partners who are not on record are not drawn."
)


def page(material: Material) -> str:
    """The whole page: the genogram on any day, with the strip of stays under it and the key."""
    sheet, looks, days = _laid_out(material)
    words = account_of(material.records, sheet, looks, days)
    showing = Showing(days.on, days.first, days.last, every_day=True)
    strip = strip_of(material.records, sheet, looks, days, _STRIP_WIDTH, line=False)
    line = (
        day_line(0, strip.top, strip.bottom, id="day-line") if material.records.stays and days.dated else None
    )
    inner = render_body(
        "genogram.html",
        empty=not material.records.people,
        drawn=figure(
            sheet.width, sheet.height, _TITLE, words,
            *genogram(material.records, sheet, looks, days, showing, None), name="genogram",
        ),
        strip=figure(
            _STRIP_WIDTH, strip.height, "Where they lived over time", stays_account(material.records, sheet),
            *strip.markup, line, name="strip",
        ),
        key=[(item_figure(item), item.words, item.only) for item in key_items(sheet)],
    )  # fmt: skip
    marks = all_marks(material, sheet, looks, days)
    drawn_ids = _drawn_ids(inner)
    return picture_page(
        material,
        "genogram",
        inner=inner,
        marks=[mark for mark in marks if mark.mark_id in drawn_ids],
        kinds=KINDS,
        controls=render_body("genogram_controls.html", days=days),
        note=_NOTE,
        own={
            "first": days.first.isoformat(),
            "last": days.last.isoformat(),
            "on": days.on.isoformat(),
            "dated": days.dated,
            "changes": [[day.isoformat(), said] for day, said in days.changes],
            "near": next((p.person_id for p in material.records.people if p.index_child), ""),
            "left": strip.axis.left,
            "day_width": strip.axis.day_width,
        },
        scripts=("genogram.js",),
        styles=("genogram.css",),
        filters=("person", "words"),
    )


def drawing(material: Material, wanted: Wanted) -> Drawing:
    """The genogram of one day (``wanted.on``, else the review's own) as a file, with its strip and key."""
    sheet, looks, days = _laid_out(material, wanted.on)
    words = account_of(material.records, sheet, looks, days)
    showing = Showing(days.on, days.first, days.last, every_day=False)
    width = max(sheet.width, 900.0)
    strip = strip_of(material.records, sheet, looks, days, width, line=True)
    top = 58.0
    head = [
        text(line, 12, 26, size=18, bold="yes")
        for line in wrap(f"{_TITLE}: {material.records.title}", width - 24, 18, lines=1, bold=True)
    ]
    day = f"As at {in_words(days.on)}. Ages are on that day." if days.dated else "No dates are on record."
    head.append(text(day, 12, 46, size=13, fill=QUIET))
    parts: list[Markup | None] = [*head]
    if not material.records.people:
        parts.append(text("No people are on record in this review.", 12, top + 20, size=14))
    inside = genogram(material.records, sheet, looks, days, showing, wanted.gentle_deaths)
    parts.append(element("g", *inside, transform=f"translate({(width - sheet.width) / 2:.2f} {top})"))
    y = top + sheet.height
    if material.records.stays:
        parts.append(element("g", *strip.markup, transform=f"translate(0 {y + 8:.2f})"))
        y += strip.height + 8
    key, y = key_lines(
        [i for i in key_items(sheet) if i.only != ("cross" if wanted.gentle_deaths else "soft")],
        12,
        y + 14,
        width - 24,
    )
    parts += key
    height = y + 8
    drawn = figure(width, height, f"{_TITLE}: {material.records.title}", words, *parts)
    return Drawing(document(drawn, width, height), words)


def _laid_out(material: Material, on: dt.date | None = None) -> tuple[Sheet, dict[str, HouseholdLook], Days]:
    sheet = sheet_of(material.records)
    days = days_of(material, sheet.family)
    if on is not None:
        days = dataclasses.replace(
            days, on=on, first=min(days.first, on), last=max(days.last, on), dated=True
        )
    return sheet, household_looks(material.records), days


def _drawn_ids(inner: Markup) -> frozenset[str]:
    """The ids of the marks that the drawing holds."""
    pieces = str(inner).split('data-mark="')[1:]
    return frozenset(unescape(piece.partition('"')[0]) for piece in pieces)
