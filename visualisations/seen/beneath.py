"""What stands beneath the weeks of a child: homes, changes of worker, and about when schools were closed."""

from __future__ import annotations

import datetime as dt

from markupsafe import Markup

from visualisations.drawing.svg import INK, QUIET, element, group, text, together
from visualisations.drawing.text_width import text_width, wrap
from visualisations.records.material import Material
from visualisations.seen.background import Change, Stay
from visualisations.seen.background_marks import change_mark, stay_mark
from visualisations.seen.calendar import Row
from visualisations.seen.school_breaks import breaks_between, school_days
from visualisations.seen.sightings import ChildSeen

_HOME, _WORKER, _SCHOOL = 17.0, 15.0, 13.0
_GROUNDS = ("#f6efe0", "#e9efe6")
_NAMES_AT = 14.0


def draw_beneath(
    material: Material,
    child: ChildSeen,
    row: Row,
    y: float,
    period: tuple[dt.date, dt.date],
    *,
    names: bool,
) -> tuple[Markup, float]:
    """The lanes beneath one row and their height; ``names`` writes what each is in front of it."""
    shapes: list[Markup | None] = []
    height = 0.0
    stays = [one for one in child.stays if row.box(*_stay_days(one, period))]
    if stays:
        if names:
            shapes.append(_name("home", y + 11))
        shapes += [_stay(child, one, row, y, period) for one in stays]
        height += _HOME
    changes = [one for one in child.changes if row.box(one.first, one.last)]
    if changes:
        if names or len(stays) == 0:
            shapes.append(_name("change of worker", y + height + 10))
        shapes.append(_changes(material, child, changes, row, y + height))
        height += _WORKER
    closed = _school(material, child, row, y + height, period)
    if closed:
        if names:
            shapes.append(_name("school holidays, about", y + height + 9))
        shapes.append(closed)
        height += _SCHOOL
    return together(shapes), height


def _name(words: str, y: float) -> Markup:
    return text(words, _NAMES_AT, y, size=11, fill=QUIET)


def _stay_days(stay: Stay, period: tuple[dt.date, dt.date]) -> tuple[dt.date, dt.date]:
    """The days on which it may have gone on, within the picture's."""
    return stay.stay.since_on.earliest or period[0], stay.stay.until_on.latest or period[1]


def _stay(child: ChildSeen, one: Stay, row: Row, y: float, period: tuple[dt.date, dt.date]) -> Markup | None:
    """A bar with the letter and name of the home, dashed where it may have begun later or ended sooner."""
    may = row.box(*_stay_days(one, period))
    if may is None:
        return None
    since, until = one.stay.since_on, one.stay.until_on
    sure_from, sure_to = since.latest or period[0], until.earliest or period[1]
    sure = row.box(sure_from, sure_to) if since.latest and sure_from <= sure_to else None
    ground = _GROUNDS[(ord(one.letter[0]) - ord("A")) % len(_GROUNDS)]
    mark = stay_mark(child.person, one)
    label = f"{one.letter}  {one.stay.household}"
    left = sure[0] if sure and sure[1] - sure[0] > 60 else may[0]
    room = may[1] - left - 6
    words = wrap(label, room, 11, lines=1)[0] if room > 60 else (one.letter if room >= 9 else "")
    return group(
        _bar(may, y, "#fff", dashes="3 2"),
        _bar(sure, y, ground) if sure else None,
        text(words, left + 4, y + 10.5, size=11) if words else None,
        data_mark=mark.mark_id,
    )


def _bar(box: tuple[float, float], y: float, fill: str, dashes: str | None = None) -> Markup:
    return element(
        "rect", x=box[0] + 0.5, y=y + 0.5, width=max(1.5, box[1] - box[0] - 1), height=_HOME - 4, fill=fill,
        stroke="#7b6a45", stroke_dasharray=dashes,
    )  # fmt: skip


def _changes(material: Material, child: ChildSeen, changes: list[Change], row: Row, y: float) -> Markup:
    letters = {look.agency_id: look.letters for look in material.looks}
    shapes, free = [], 0.0
    for change in changes:
        box = row.box(change.first, change.last)
        if box is None:
            continue
        x, centre = (box[0] + box[1]) / 2, y + 6
        words = letters.get(change.agency_id, "")
        end = max(box[1], x + 6)
        label = None
        if end + 2 > free and end + text_width(words, 11) + 4 < row.axis.left + row.axis.width + 12:
            label = text(words, end + 3, y + 10, size=11)
            free = end + text_width(words, 11) + 8
        shapes.append(
            group(
                element("rect", x=box[0], y=y, width=max(4, box[1] - box[0]), height=12, fill="#fff"),
                element(
                    "path",
                    d=f"M{box[0]:.2f} {centre:.2f}H{box[1]:.2f}",
                    stroke=INK,
                    stroke_dasharray="2 2",
                ),
                element(
                    "path",
                    d=f"M{x:.2f} {centre - 5:.2f}l5 5l-5 5l-5 -5z",
                    fill="#fff",
                    stroke=INK,
                    stroke_width=1.5,
                ),
                label,
                data_mark=change_mark(material, child.person, change).mark_id,
            )
        )
    return together(shapes)


def _school(
    material: Material, child: ChildSeen, row: Row, y: float, period: tuple[dt.date, dt.date]
) -> Markup | None:
    """Bars with open ends; only for the days on which the child may go to school."""
    days = school_days(
        child.person.born.earliest, max(period[0], row.cells[0][0]), min(period[1], row.cells[-1][1])
    )
    if days is None or (child.ends and child.ends < days[0]):
        return None
    last = min(days[1], child.ends) if child.ends else days[1]
    drawn = []
    for one in breaks_between(material.review.nation, days[0], last):
        box = row.box(max(one.first, days[0]), min(one.last, last))
        if box:
            drawn.append(f"M{box[0]:.2f} {y + 1:.2f}H{box[1]:.2f}v6H{box[0]:.2f}z")
    return element("path", d="".join(drawn), fill="#cfc6e3") if drawn else None
