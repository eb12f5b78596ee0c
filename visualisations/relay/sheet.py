"""The sheet the relay is drawn on: lane names, dates above, days for which no records are in hand, and the whole."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from scrgraph.model.partial_date import MONTHS
from visualisations.drawing.svg import INK, QUIET, RULE, WASH, element, group, number, text, together
from visualisations.drawing.text_width import text_width, wrap
from visualisations.relay.arrows import draw_batons
from visualisations.relay.dots import draw_contacts
from visualisations.relay.events import Events
from visualisations.relay.lanes import Lane
from visualisations.relay.plane import DATES, NAMES, Level, Plane, Taken

NO_RECORDS = "no records in hand"
HATCH = "relay-hatch"
_NAME_SIZE, _NOTE_SIZE, _LETTERS_X, _NAME_X, _PITCH = 12, 11, 10, 48, 13
_LABEL_EVERY, _MONTH_FROM, _WEEKS_FROM = 640, 110, 46
_DAY = dt.timedelta(1)


@dataclass(frozen=True)
class Sheet:
    """One level drawn: the dates above the lanes and the lanes themselves, each from its own top left corner."""

    level: Level
    dates: Markup
    lanes: Markup


def draw_level(events: Events, plane: Plane, level: Level) -> Sheet:
    """Everything of one level."""
    taken = Taken()
    dots = draw_contacts(events.contacts, plane, level, taken)
    arrows = draw_batons(events.batons, plane, level, taken)
    return Sheet(
        level,
        draw_dates(level),
        together((hatching(), _ground(plane, level), _gaps(plane, level, taken),
                  group(arrows, class_="relay-batons"), group(dots, class_="relay-contacts"))),
    )  # fmt: skip


def hatching() -> Markup:
    """The pattern of days for which no records are in hand."""
    return element(
        "defs",
        element(
            "pattern",
            element("path", d="M0 0V7", stroke="#aab3be", stroke_width=1.3),
            id=HATCH, width=7, height=7, patternUnits="userSpaceOnUse", patternTransform="rotate(45)",
        ),
    )  # fmt: skip


def draw_names(plane: Plane) -> Markup:
    """The names of the lanes with their letters and colours."""
    return together([_name(plane, place, lane) for place, lane in enumerate(plane.lanes)])


def _name(plane: Plane, place: int, lane: Lane) -> Markup:
    top, height = place * plane.lane_height, plane.lane_height
    note = (NO_RECORDS,) if lane.covered == () else ("as quoted by others",) if lane.quoted else ()
    room = max(1, int((height - 3) // _PITCH) - len(note))
    lines = wrap(lane.name, NAMES - _NAME_X - 4, _NAME_SIZE, lines=min(3, room))
    wide = text_width(lane.letters, _NAME_SIZE, bold=True) > _NAME_X - _LETTERS_X - 3
    size = _NOTE_SIZE if wide else _NAME_SIZE
    y = top + height / 2 - (len(lines) + len(note)) * _PITCH / 2 + 10.5
    return group(
        element("title", lane.name),
        element("rect", x=0, y=top, width=NAMES, height=height, fill=_stripe(place), data_ground="1"),
        element("rect", x=0, y=top + 2, width=5, height=height - 4, fill=lane.colour),
        text(lane.letters, _LETTERS_X, top + height / 2 + 4, size=size, fill=lane.colour, bold="yes"),
        *(text(line, _NAME_X, y + _PITCH * row, size=_NAME_SIZE) for row, line in enumerate(lines)),
        *(
            text(words, _NAME_X, y + _PITCH * (len(lines) + row), size=_NOTE_SIZE, fill=QUIET)
            for row, words in enumerate(note)
        ),
        data_lane=place,
    )  # fmt: skip


def _stripe(place: int) -> str:
    return WASH if place % 2 == 0 else "#fff"


def _ground(plane: Plane, level: Level) -> Markup:
    """Stripes, rails and the lines of the dates."""
    height = plane.lane_height
    stripes = [
        element("rect", x=0, y=place * height, width=level.width, height=height,
                fill=_stripe(place), data_lane=place)
        for place in range(len(plane.lanes))
    ]  # fmt: skip
    rails = "".join(
        f"M0 {number(plane.y(place, 'rail'))}H{number(level.width)}" for place in range(len(plane.lanes))
    )
    ticks = level.axis.ticks()
    return together((
        *stripes,
        element("path", d=_uprights([t.x for t in ticks if not t.strong], 0, plane.height), stroke="#e1e6eb"),
        element("path", d=_uprights([t.x for t in ticks if t.strong], 0, plane.height), stroke="#a9b3be"),
        element("path", d=rails, stroke=RULE),
    ))  # fmt: skip


def _uprights(places: list[float], top: float, bottom: float) -> str | None:
    return "".join(f"M{number(x)} {number(top)}V{number(bottom)}" for x in places) or None


def draw_dates(level: Level) -> Markup:
    """The dates above: years and months, or months and the Mondays of weeks where there is room."""
    ticks = level.axis.ticks()
    months = level.axis.day_width * 30 >= _MONTH_FROM
    parts: list[Markup | None] = [
        element("path", d=_uprights([t.x for t in ticks], DATES - 5, DATES), stroke=QUIET)
    ]
    taken = Taken()
    weeks = level.axis.day_width * 7 >= _WEEKS_FROM
    for tick in ticks if weeks or not months else ():
        words = tick.words if not months else " ".join(tick.words.split()[:2])
        half = text_width(words, 11.5, bold=tick.strong) / 2
        box = (tick.x - half - 2, 0.0, tick.x + half + 2, 1.0)
        if tick.x - half < 0 or tick.x + half > level.width or not taken.free(box):
            continue
        taken.take(box)
        parts.append(
            text(words, tick.x, DATES - 9, size=11.5, fill=INK if tick.strong else QUIET, anchor="middle",
                 bold="yes" if tick.strong else None)
        )  # fmt: skip
    if months:
        parts += _months(level)
    return together(parts)


def _months(level: Level) -> list[Markup]:
    """The name of every month where it begins, and of the first where there is room for it."""
    starts: list[dt.date] = []
    day: dt.date | None = level.axis.first
    while day and day <= level.axis.last:
        starts.append(day)
        day = _next_month(day)
    parts = []
    for place, start in enumerate(starts):
        words = f"{MONTHS[start.month - 1]} {start.year}"
        x = level.axis.x(start)
        room = (level.axis.x(starts[place + 1]) if place + 1 < len(starts) else level.width) - x
        if room > text_width(words, 12, bold=True) + 8:
            parts.append(text(words, x + 2, 13, size=12, bold="yes"))
            parts.append(element("path", d=f"M{number(x)} 2V16", stroke=QUIET))
    return parts


def _next_month(day: dt.date) -> dt.date | None:
    year, month = divmod(day.year * 12 + day.month, 12)
    return dt.date(year, month + 1, 1) if year <= dt.MAXYEAR else None


def _gaps(plane: Plane, level: Level, taken: Taken) -> Markup:
    """The days of each lane for which no records are in hand, hatched and in words where there is room."""
    parts = []
    half = text_width(NO_RECORDS, 11) / 2 + 3
    for place, lane in enumerate(plane.lanes):
        top, y = place * plane.lane_height, plane.y(place, "not_seen")
        for first, last in lane.gaps(level.axis.first, level.axis.last):
            left = 0.0 if first == level.axis.first else level.axis.x(first)
            right = level.width if last == level.axis.last else level.axis.x(last + _DAY)
            parts.append(
                element(
                    "rect", x=left, y=top, width=right - left, height=plane.lane_height, fill=f"url(#{HATCH})"
                )
            )
            for x in _label_places(left, right, half, y, taken):
                parts.append(
                    element("rect", x=x - half, y=y - 8, width=2 * half, height=16, rx=3, fill="#fff")
                )
                parts.append(text(NO_RECORDS, x, y + 4, size=11, fill=QUIET, anchor="middle"))
    return group(*parts, class_="relay-gaps")


def _label_places(left: float, right: float, half: float, y: float, taken: Taken) -> Iterator[float]:
    """Places for the words over a gap, about one a screen, where nothing else stands."""
    stretches = max(1, round((right - left) / _LABEL_EVERY))
    length = (right - left) / stretches
    for number_ in range(stretches):
        room = length / 2 - half - 2
        if room < 0:
            return
        middle = left + length * (number_ + 0.5)
        for share in (0, 0.2, -0.2, 0.4, -0.4, 0.6, -0.6, 0.8, -0.8, 1, -1):
            x = middle + share * room
            if taken.free((x - half, y - 8, x + half, y + 8)):
                taken.take((x - half, y - 8, x + half, y + 8))
                yield x
                break
