"""The whole map at one width: dates and levels on top, then each person with a lane for each agency."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from visualisations.drawing.svg import INK, QUIET, RULE, WASH, element, group, text, together
from visualisations.drawing.text_width import text_width, wrap
from visualisations.drawing.time_axis import TimeAxis
from visualisations.engagement.differing import Differing
from visualisations.engagement.lanes import draw_lane
from visualisations.engagement.levels import LevelSpan, steps_of
from visualisations.engagement.measures import Measure
from visualisations.engagement.noted import Lane, PersonNoted

NAMES, LEFT, RIGHT = 230.0, 15.0, 15.0
_TICKS, _LEVEL, _MEASURE, _HEAD, _BRACKET = 20.0, 15.0, 16.0, 22.0, 20.0
_BAND = "#eaf0f8"
#: How each level is told beside its line; the words in full are on its marks.
_SHORT = {4: "protection, care, court", 3: "child in need", 2: "additional needs", 1: "universal services"}


@dataclass(frozen=True)
class Engaged:
    """Everything the map shows, and its days; ``period`` is ``None`` where nothing has a date."""

    people: tuple[PersonNoted, ...]
    levels: tuple[LevelSpan, ...]
    measures: tuple[Measure, ...]
    differing: Mapping[str, tuple[Differing, ...]]
    period: tuple[dt.date, dt.date] | None


@dataclass(frozen=True)
class Part:
    """The names and shapes of the dates on top, or of one person, and the height of both in pixels."""

    names: Markup
    shapes: Markup
    height: float
    person_id: str = ""


@dataclass(frozen=True)
class Sheet:
    """The map in parts, so that names and dates can stay in view; ``width`` is that of the lanes."""

    top: Part
    people: tuple[Part, ...]
    width: float

    @property
    def height(self) -> float:
        """The height of all parts."""
        return self.top.height + sum(part.height for part in self.people)


def draw_sheet(engaged: Engaged, width: float) -> Sheet:
    """The map with lanes of ``width`` pixels. Raises ``ValueError`` where nothing has a date."""
    if engaged.period is None:
        raise ValueError("nothing of this review has a date, so there is no map to draw")
    axis = TimeAxis(*engaged.period, LEFT, width - LEFT - RIGHT)
    people = tuple(
        _draw_person(person, engaged.differing.get(person.person.person_id, ()), axis)
        for person in engaged.people
    )
    return Sheet(_draw_top(engaged, axis), people, width)


def _draw_person(person: PersonNoted, differing: Sequence[Differing], axis: TimeAxis) -> Part:
    """A person's name and lanes, with the brackets of the findings above them."""
    brackets, height = _draw_differing(differing, axis, 4)
    begin = y = max(_HEAD, height + 6)
    names: list[Markup | None] = [_person_name(person, 0)]
    lanes: list[Markup | None] = [*brackets]
    for lane in person.lanes:
        one = draw_lane(lane.noted, axis)
        names.append(_agency_name(lane, y, one.height))
        lanes.append(_rule(y + one.height, axis))
        lanes.append(group(one.shapes, transform=f"translate(0 {y:.2f})"))
        y += one.height
    ground = _ground(axis, 0, y, differing, begin)
    return Part(together(names), together([ground, *lanes]), y + 6, person.person.person_id)


def _draw_top(engaged: Engaged, axis: TimeAxis) -> Part:
    """Dates, levels 4 to 1 with the step line through them, and plans and orders: names, shapes, height."""
    y = _TICKS
    names: list[Markup | None] = [text("Level of intervention", 12, 13, size=11.5, bold="yes")]
    shapes: list[Markup | None] = [_ticks(axis)]
    if engaged.levels:
        names += [
            text(f"{level}  {_SHORT[level]}", 12, y + (4 - level) * _LEVEL + 11, size=11, fill=QUIET)
            for level in (4, 3, 2, 1)
        ]
        shapes += [_level_ground(axis, y)]
        shapes += [_level_mark(told, axis, y) for told in engaged.levels]
        shapes.append(_steps(engaged.levels, axis, y))
        y += 4 * _LEVEL + 4
    else:
        names.append(text("no row tells of a level", 12, y + 11, size=11, fill=QUIET))
        y += _LEVEL + 2
    dated = [measure for measure in engaged.measures if measure.mark.first]
    if dated:
        names.append(text("Plans and orders", 12, y + 11, size=11.5, bold="yes"))
        free: list[float] = []
        for measure in dated:
            shapes.append(_measure(measure, axis, y, free))
        y += len(free) * _MEASURE + 3
    return Part(together(names), together(shapes), y + 3)


def _ticks(axis: TimeAxis) -> Markup:
    shapes, free = [], 0.0
    for tick in axis.ticks(44):
        if (
            tick.x < free
            or tick.x + text_width(tick.words, 11, tick.strong) + 3 > axis.left + axis.width + RIGHT
        ):
            continue
        shapes.append(element("path", d=f"M{tick.x:.2f} 3V{_TICKS - 4:g}", stroke=RULE))
        shapes.append(
            text(tick.words, tick.x + 3, 13, size=11, fill=INK if tick.strong else QUIET,
                 bold="yes" if tick.strong else None)
        )  # fmt: skip
        free = tick.x + text_width(tick.words, 11, tick.strong) + 8
    return together(shapes)


def _level_ground(axis: TimeAxis, y: float) -> Markup:
    lines = [
        f"M{axis.left:g} {y + n * _LEVEL + _LEVEL / 2:.2f}H{axis.left + axis.width:.2f}" for n in range(4)
    ]
    return element("path", d="".join(lines), stroke=RULE)


def _level_y(level: int, y: float) -> float:
    return y + (4 - level) * _LEVEL + _LEVEL / 2


def _level_mark(told: LevelSpan, axis: TimeAxis, y: float) -> Markup | None:
    """A row that tells of a level: a dot, and the time it speaks for as a pale bar."""
    if told.last < axis.first or told.first > axis.last:
        return None
    x, end = axis.middle(max(told.first, axis.first)), axis.middle(min(told.last, axis.last))
    at = _level_y(told.level, y)
    bar = element("rect", x=x, y=at - 5, width=max(2, end - x), height=10, fill="#dde3ea")
    return group(bar, element("circle", cx=x, cy=at, r=3.6, fill="#fff", stroke=INK, stroke_width=1.6),
                 data_mark=told.mark.mark_id)  # fmt: skip


def _steps(levels: Sequence[LevelSpan], axis: TimeAxis, y: float) -> Markup:
    """The highest level told of, day by day: one line that steps; no line where no row tells."""
    path, before = [], 0
    for first, last, level in steps_of(levels, axis.first, axis.last):
        if level:
            path.append(f"{'L' if before else 'M'}{axis.x(first):.2f} {_level_y(level, y):.2f}")
            path.append(f"H{axis.x(last) + axis.day_width:.2f}")
        before = level
    return element("path", d="".join(path), fill="none", stroke=INK, stroke_width=2.2, pointer_events="none")


def _measure(measure: Measure, axis: TimeAxis, y: float, free: list[float]) -> Markup | None:
    """A plan or order from when it began to when it ended; dashed and open where no row tells of an end."""
    begins = measure.began[0] if measure.began else axis.first
    ends = measure.ended[1] if measure.ended else axis.last
    if ends < axis.first or begins > axis.last:
        return None
    x = axis.x(max(begins, axis.first))
    end = max(axis.x(min(ends, axis.last)) + axis.day_width, x + 4)
    wide = text_width(measure.what, 11)
    inside = wide + 10 <= end - x
    taken = end if inside else min(end + wide + 8, axis.left + axis.width + RIGHT)
    line = next((n for n, until in enumerate(free) if until <= x), len(free))
    if line == len(free):
        free.append(0.0)
    free[line] = taken + 3
    at = y + line * _MEASURE
    sure = measure.began is not None and measure.ended is not None
    words = wrap(measure.what, (end - x if inside else taken - end) - 6, 11, lines=1)[:1]
    return group(
        element("rect", x=x + 0.5, y=at + 1.5, width=end - x - 1, height=12, fill=WASH, stroke=INK,
                stroke_dasharray=None if sure else "4 3"),
        text(words[0], (x if inside else end) + 5, at + 11.5, size=11) if words else None,
        data_mark=measure.mark.mark_id,
    )  # fmt: skip


def _person_name(person: PersonNoted, y: float) -> Markup:
    one = person.person
    role = "index child" if one.index_child else one.role
    undated = f"{len(person.undated)} without a date" if person.undated else ""
    room = NAMES - 22 - (text_width(undated, 11) + 14 if undated else 0)
    name = wrap(f"{one.name}, {role}" if role else one.name, room, 13, lines=1, bold=True)[:1]
    parts: list[Markup | None] = [text(words, 12, y + 16, size=13, bold="yes") for words in name]
    if undated:
        x = NAMES - text_width(undated, 11) - 12
        box = element(
            "rect", x=x - 4, y=y + 4, width=text_width(undated, 11) + 8, height=15, fill="#fff", stroke=RULE
        )
        ids = " ".join(noted.mark.mark_id for noted in person.undated)
        parts.append(group(box, text(undated, x, y + 15, size=11, fill=QUIET), data_group=ids))
    return together(parts)


def _agency_name(lane: Lane, y: float, height: float) -> Markup:
    middle = y + height / 2
    letters = lane.agency.letters
    words = wrap(lane.agency.name, NAMES - 72, 11.5, lines=1)[:1]
    return together(
        (
            element("rect", x=24, y=middle - 8, width=34, height=16, rx=2, fill=lane.agency.colour),
            text(letters, 41, middle + 4, size=11, fill="#fff", anchor="middle", bold="yes"),
            *(text(line, 64, middle + 4, size=11.5) for line in words),
        )
    )


def _rule(y: float, axis: TimeAxis) -> Markup:
    return element("path", d=f"M0 {y:.2f}H{axis.left + axis.width + RIGHT:.2f}", stroke="#e4e8ed")


def _ground(axis: TimeAxis, top: float, foot: float, differing: Sequence[Differing], begin: float) -> Markup:
    """Year lines through a person's lanes, and a band where agencies noted different patterns."""
    bands = []
    for one in differing:
        x, end = axis.x(max(one.first, axis.first)), axis.x(min(one.last, axis.last)) + axis.day_width
        if end > x:
            bands.append(element("rect", x=x, y=begin, width=end - x, height=foot - begin, fill=_BAND))
    lines = "".join(f"M{tick.x:.2f} {top:.2f}V{foot:.2f}" for tick in axis.ticks(44) if tick.strong)
    return together((*bands, element("path", d=lines, stroke=RULE) if lines else None))


def _draw_differing(differing: Sequence[Differing], axis: TimeAxis, y: float) -> tuple[list[Markup], float]:
    """Brackets above a person's lanes, those that would meet on lines of their own, and the height they take."""
    free: list[float] = []
    drawn = []
    edge = axis.left + axis.width + RIGHT
    for one in differing:
        if one.last < axis.first or one.first > axis.last:
            continue
        x, end = axis.x(max(one.first, axis.first)), axis.x(min(one.last, axis.last)) + axis.day_width
        names = ", ".join(one.letters)
        tries = (f"described differently: {names}", names, "")
        words = next(w for w in tries if text_width(w, 11, bold=True) < edge - 10)
        wide = text_width(words, 11, bold=True)
        after = end + 5 + wide <= edge
        left, taken = (x, end + 8 + wide) if after else (x - wide - 6, end + 4)
        line = next((n for n, until in enumerate(free) if until <= left), len(free))
        if line == len(free):
            free.append(0.0)
        free[line] = taken
        at = y + line * _BRACKET
        path = f"M{x + 0.8:.2f} {at + 13:.2f}v-8H{max(end - 0.8, x + 3):.2f}v8"
        drawn.append(
            group(
                element("rect", x=x, y=at, width=max(5, end - x), height=15, fill="transparent"),
                element("path", d=path, fill="none", stroke=INK, stroke_width=1.8),
                text(
                    words,
                    end + 5 if after else x - 5,
                    at + 10,
                    size=11,
                    bold="yes",
                    anchor=None if after else "end",
                ),
                data_mark=one.mark.mark_id,
            )
        )
    return drawn, len(free) * _BRACKET
