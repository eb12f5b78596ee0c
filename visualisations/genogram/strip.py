"""Who lived where over time: a row a person, a bar a stay, with the day shown as a line through all of them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from visualisations.drawing.svg import INK, QUIET, RULE, element, group, number, text
from visualisations.drawing.text_width import text_width, wrap
from visualisations.drawing.time_axis import TimeAxis
from visualisations.genogram.days import Days
from visualisations.genogram.family import born_key
from visualisations.genogram.lives import Span
from visualisations.genogram.living import HouseholdLook, certain_days, possible_days, unplaced_in_time
from visualisations.genogram.sheet import Sheet
from visualisations.genogram.symbols import tag
from visualisations.records.shown import PersonShown, Records, StayShown

_ROW, _BAR, _HEAD, _LEFT, _SIDE, _LETTER_ROOM = 19.0, 14.0, 40.0, 150.0, 12.0, 14.0


@dataclass(frozen=True)
class Strip:
    """The strip as drawn: ``markup`` from y = 0, its height, and where its days run."""

    markup: tuple[Markup, ...]
    height: float
    axis: TimeAxis
    top: float
    bottom: float


def home_mark(household_id: str) -> str:
    """The id of the mark of a household."""
    return f"home {household_id}"


def stay_mark(place: int) -> str:
    """The id of the mark of a stay, by its place in ``Records.stays``."""
    return f"stay {place}"


def strip_of(
    records: Records,
    sheet: Sheet,
    looks: Mapping[str, HouseholdLook],
    days: Days,
    width: float,
    *,
    line: bool,
) -> Strip:
    """The strip ``width`` wide; with ``line`` the day of ``days`` is drawn as well (a page moves its own)."""
    axis = TimeAxis(days.first, days.last, _LEFT, width - _LEFT - _SIDE)
    people = sheet.family.people
    stays: dict[str, list[tuple[int, StayShown]]] = defaultdict(list)
    for place, stay in enumerate(records.stays):
        if stay.person_id in people:
            stays[stay.person_id].append((place, stay))
    in_order = sorted(
        stays,
        key=lambda k: (not people[k].index_child, people[k].kind != "child", born_key(people[k])),
    )
    parts: list[Markup] = [
        text("Where they lived over time", 8, 16, size=14, bold="yes"),
        text(
            "a bar for each stay; pale and dashed where its dates are partial or missing",
            205,
            16,
            size=12,
            fill=QUIET,
        ),
    ]
    households, y = household_list(looks, 8, 37, width - 16) if in_order else ([], 26.0)
    parts += households
    top = y = y + _HEAD - 8
    rows: list[Markup] = []
    backs: list[Markup] = []
    for number_, key in enumerate(in_order):
        lanes = _lanes(stays[key])
        height = _ROW * (max(lanes.values()) + 1)
        if number_ % 2 == 0:
            backs.append(element("rect", x=0, y=y, width=width, height=height, fill="#f4f6f8"))
        name = wrap(people[key].name.strip() or "no name on record", _LEFT - 18, 12, lines=1)
        rows.append(text(name[0] if name else "", 8, y + 13.5, size=12))
        for place, stay in stays[key]:
            drawn = _bar(place, stay, people[key], looks[stay.household_id], axis, y + lanes[place] * _ROW)
            rows += [drawn] if drawn else []
        y += height
    bottom = y
    parts += [*backs, *_ticks(axis, top, y), *rows]
    without = [p.name.strip() or "no name on record" for p in records.people if p.person_id not in stays]
    undated = len(unplaced_in_time(records.stays))
    said = [f"No stay on record for {', '.join(without)}."] if without else []
    said += (
        [f"{undated} {'stay has' if undated == 1 else 'stays have'} no dates: drawn pale over all days."]
        if undated
        else []
    )
    for words in wrap(" ".join(said), width - 24, 12, lines=4) if said else ():
        y += 16
        parts.append(text(words, 8, y, size=12, fill=QUIET))
    if line and days.dated and in_order:
        parts.append(day_line(axis.middle(days.on), top, bottom))
    return Strip(tuple(parts), y + 12, axis, top, bottom)


def day_line(x: float, top: float, bottom: float, **attributes: str) -> Markup:
    """The line of the day shown."""
    d = f"M{number(x)} {number(top - 10)}V{number(bottom)}"
    head = f"M{number(x - 5)} {number(top - 14)}h10l-5 7z"
    return group(
        element("path", d=d, fill="none", stroke="#fff", stroke_width=4),
        element("path", d=d, fill="none", stroke=INK, stroke_width=1.6),
        element("path", d=head, fill=INK),
        **attributes,
    )


def _ticks(axis: TimeAxis, top: float, bottom: float) -> list[Markup]:
    parts = []
    right = -1e9
    for tick in axis.ticks(44):
        half = text_width(tick.words, 11, tick.strong) / 2
        d = f"M{number(tick.x)} {number(top - 6)}V{number(bottom)}"
        parts.append(element("path", d=d, stroke="#9aa5b1" if tick.strong else RULE, stroke_width=1))
        if tick.x - half > right:
            parts.append(text(tick.words, tick.x, top - 16, size=11, fill=QUIET, anchor="middle",
                              bold="yes" if tick.strong else None))  # fmt: skip
            right = tick.x + half + 4
    return parts


def _lanes(stays: list[tuple[int, StayShown]]) -> dict[int, int]:
    """A lane for each stay, so that stays at the same time stand under one another."""
    lanes: dict[int, int] = {}
    ends: list[dt.date] = []
    for place, stay in sorted(stays, key=lambda s: (s[1].since_on.earliest or dt.date.min, s[0])):
        first, last = stay.since_on.latest or dt.date.min, stay.until_on.earliest or dt.date.max
        lane = next((n for n, end in enumerate(ends) if end <= first), len(ends))
        ends[lane : lane + 1] = [last]
        lanes[place] = lane
    return lanes


def _bar(
    place: int, stay: StayShown, person: PersonShown, look: HouseholdLook, axis: TimeAxis, y: float
) -> Markup | None:
    """The bar of a stay: pale where it may have been going on, full where it certainly was."""
    may, sure = _ends(possible_days(stay, person), axis), _ends(certain_days(stay, person), axis)
    if may is None:
        return None
    y += (_ROW - _BAR) / 2
    left, right = may
    pale = element(
        "rect", x=left, y=y, width=max(2.0, right - left), height=_BAR, rx=2, fill=look.colour, fill_opacity=0.16,
        stroke=look.colour, stroke_width=1, stroke_dasharray="3 3",
    )  # fmt: skip
    full = sure and element(
        "rect", x=sure[0], y=y, width=max(2.0, sure[1] - sure[0]), height=_BAR, rx=2, fill=look.colour
    )
    halo: dict[str, str | float | None] = {"stroke": "#fff", "stroke_width": 3, "paint_order": "stroke"}
    fill = look.colour
    if sure and sure[1] - sure[0] >= _LETTER_ROOM:
        (left, right), fill, halo = sure, "#fff", {}
    words = None
    if right - left >= _LETTER_ROOM:
        room = wrap(f"{look.letter} {look.name}", right - left - 8, 11, lines=1, bold=True)
        told = room[0] if room and len(room[0]) > 5 else look.letter
        words = text(told, left + 4, y + 11, size=11, fill=fill, bold="yes", **halo)
    return group(pale, full, words, data_mark=stay_mark(place))


def _ends(span: Span | None, axis: TimeAxis) -> tuple[float, float] | None:
    """Where days begin and end on the axis; nothing where none of them is on it."""
    here = span and span.within(Span(axis.first, axis.last))
    if not here or not here.first or not here.last:
        return None
    return axis.x(here.first), axis.x(here.last) + axis.day_width


def household_list(
    looks: Mapping[str, HouseholdLook], x: float, y: float, width: float
) -> tuple[list[Markup], float]:
    """The households with their letters, in as many lines as they need; also the y under them."""
    parts: list[Markup] = []
    at = x
    for look in looks.values():
        need = 26 + text_width(look.name, 12)
        if at > x and at + need > x + width:
            at, y = x, y + 20
        name = [text(line, at + 20, y, size=12) for line in wrap(look.name, width - 24, 12, lines=1)]
        parts.append(group(tag(look, at, y - 11), *name, data_mark=home_mark(look.household_id)))
        at += need + 16
    return parts, y + 12
