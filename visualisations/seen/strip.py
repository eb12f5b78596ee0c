"""One child's strip: the cells of weeks, spans of partial dates above, gaps and what else went on beneath."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from visualisations.drawing.svg import INK, QUIET, RULE, element, group, text, together
from visualisations.drawing.text_width import text_width, wrap
from visualisations.records.material import Material
from visualisations.seen.beneath import draw_beneath
from visualisations.seen.calendar import Row
from visualisations.seen.gap_brackets import BRACKET, draw_gaps
from visualisations.seen.looks import EMPTY, Look, colour, draw_look
from visualisations.seen.sightings import ChildSeen, Told

WIDTH, LEFT, RIGHT = 1040.0, 176.0, 14.0
ACROSS = WIDTH - LEFT - RIGHT
_TICKS, _CELL, _YEAR_CELL, _SPAN, _NAMES = 18.0, 34.0, 36.0, 11.0, LEFT - 22
#: The most lines of spans; what has no room stands in the last.
_MOST_SPANS = 6


@dataclass(frozen=True)
class Drawn:
    """Shapes and the height they take."""

    shapes: Markup
    height: float


def draw_child(
    material: Material,
    child: ChildSeen,
    rows: Sequence[Row],
    period: tuple[dt.date, dt.date],
    *,
    layered: bool = False,
) -> Drawn:
    """The strip of a child over ``rows``; with several rows, each stands for a year.

    ``layered`` is for a page: what stands behind the plainest sighting of a week is there too, for when a filter
    takes that sighting away.
    """
    yearly = bool(rows[0].words)
    shapes: list[Markup | None] = []
    y = 0.0
    if yearly:
        shapes.append(text(_line(child), 14, 15, size=13, bold="yes"))
        y = 22.0
    else:
        shapes.append(_names(child, _TICKS + 12))
    shapes.append(_undated(child, y + (4 if yearly else _TICKS + 12), yearly))
    letters = {look.agency_id: look.letters for look in material.looks}
    for place, row in enumerate([row for row in rows if not yearly or _anything(child, row)]):
        if place == 0 or not yearly:
            shapes.append(_ticks(row, y + 12))
            y += _TICKS
        cell = _YEAR_CELL if yearly else _CELL
        spans = _spans(child, row)
        top = y + _SPAN * (max((line for line, _ in spans), default=-1) + 1)
        shapes += [_span(line, told, row, y) for line, told in spans]
        if yearly:
            shapes.append(text(row.words, LEFT - 10, top + 20, size=12, anchor="end"))
        shapes.append(_ground(child, row, top, cell))
        shapes += _cells(child, row, top, cell, letters if yearly else {}, layered)
        y = top + cell + 2
        gaps = draw_gaps(material, child, row, y)
        if gaps:
            shapes += gaps
            y += BRACKET
        beneath, height = draw_beneath(material, child, row, y + 2, period, names=place == 0 or not yearly)
        shapes.append(beneath)
        y += height + (7 if yearly else 4)
    return Drawn(together(shapes), max(y, 76.0))


def _anything(child: ChildSeen, row: Row) -> bool:
    """Whether a row has a day of the child's life, or anything said of the child before or after."""
    first, last = row.cells[0][0], row.cells[-1][1]
    return _alive(child, first, last) or any(
        t.first and t.last and row.box(t.first, t.last) for t in child.told
    )


def _line(child: ChildSeen) -> str:
    return wrap(f"{child.person.name}, {_what(child)}", WIDTH - 300, 13, lines=1, bold=True)[0]


def _what(child: ChildSeen) -> str:
    person = child.person
    role = "index child" if person.index_child else (person.role or ("children" if person.group else "child"))
    born = f", born {person.born.words}" if person.born.earliest else ""
    due = f", expected {person.due.words}" if not born and person.due.earliest else ""
    died = f", died {person.died.words}" if person.died.earliest else ""
    return f"{role}{born or due}{died}"


def _names(child: ChildSeen, y: float) -> Markup:
    """Name and what is known of the child, beside the strip."""
    lines, size = [], 14.0
    for words in wrap(child.person.name, _NAMES, 13, lines=2, bold=True):
        lines.append(text(words, 14, y, size=13, bold="yes"))
        y += size + 1
    for words in wrap(_what(child), _NAMES, 11, lines=2):
        lines.append(text(words, 14, y, size=11, fill=QUIET))
        y += size
    return together(lines)


def _undated(child: ChildSeen, y: float, yearly: bool) -> Markup:
    """The contacts and rows without a date, as one thing to point at."""
    if not child.undated:
        return Markup("")
    words = f"{len(child.undated)} without a date"
    x, line = (WIDTH - RIGHT - 130, y + 11) if yearly else (14.0, y + 56)
    box = element("rect", x=x - 3, y=line - 11, width=130, height=15, fill="#fff", stroke=RULE)
    ids = " ".join(told.mark.mark_id for told in child.undated)
    return group(box, text(words, x, line, size=11, fill=QUIET), data_group=ids)


def _ticks(row: Row, y: float) -> Markup:
    shapes, free = [], 0.0
    end = row.axis.left + row.axis.width
    if row.words:
        shapes.append(text("Jan", row.axis.left + 3, y, size=11, fill=QUIET))
    for tick in row.axis.ticks(40):
        if row.words and (tick.strong or tick.words == "Jan"):
            continue
        width = text_width(tick.words, 11, tick.strong)
        if tick.x < free or tick.x + width > end + RIGHT:
            continue
        shapes.append(element("path", d=f"M{tick.x:.2f} {y - 9:.2f}V{y + 5:.2f}", stroke=RULE))
        shapes.append(
            text(tick.words, tick.x + 3, y, size=11, fill=INK if tick.strong else QUIET,
                 bold="yes" if tick.strong else None)
        )  # fmt: skip
        free = tick.x + width + 8
    return together(shapes)


def _ground(child: ChildSeen, row: Row, y: float, height: float) -> Markup | None:
    """The empty cells of the child's life: weeks in which nothing is recorded show as these."""
    drawn = []
    for first, last in row.cells:
        if not _alive(child, first, last):
            continue
        x, width = _cell_box(row, first, last)
        drawn.append(f"M{x:.2f} {y + 4:.2f}h{width:.2f}v{height - 4:.2f}h-{width:.2f}z")
    return element("path", d="".join(drawn), fill=EMPTY) if drawn else None


def _alive(child: ChildSeen, first: dt.date, last: dt.date) -> bool:
    """Whether any of these days is one of the child's life, as far as it is known."""
    return not (child.begins and last < child.begins) and not (child.ends and first > child.ends)


def _cell_box(row: Row, first: dt.date, last: dt.date) -> tuple[float, float]:
    x = row.axis.x(first)
    width = row.axis.x(last) + row.axis.day_width - x
    return x, width - (1.2 if width > 9 else 0.8)


def _cells(
    child: ChildSeen, row: Row, y: float, height: float, letters: Mapping[str, str], layered: bool
) -> Iterable[Markup]:
    """One group a cell in which anything is recorded: the plainest sighting shows."""
    found: dict[int, list[Told]] = defaultdict(list)
    for told in child.told:
        if told.first and told.last and (place := row.cell_of(told.first, told.last)) is not None:
            found[place].append(told)
    for place, here in sorted(found.items()):
        x, width = _cell_box(row, *row.cells[place])
        looks = [look for look in Look if any(told.look is look for told in here)]
        shapes = []
        for number, look in enumerate(looks if layered else looks[:1]):
            own = [told for told in here if told.look is look]
            words = _in_cell(own, width, height - (9 if look is Look.ALONE else 6), letters)
            drawn = draw_look(look, x, y, width, height, words, bare=not _alive(child, *row.cells[place]))
            shapes.append(
                group(
                    drawn,
                    _number(own, row, x, y, width, height),
                    data_look=look,
                    data_off="" if number else None,
                )
            )
        ids = [told.mark.mark_id for told in here]
        one = len(ids) == 1
        yield group(*shapes, data_mark=ids[0] if one else None, data_group=None if one else " ".join(ids))


def _in_cell(here: Sequence[Told], width: float, room: float, letters: Mapping[str, str]) -> str:
    """The letters of the agencies that saw the child, where the cell is wide enough to hold them upright."""
    if width < 11 or not letters or here[0].look not in {Look.ALONE, Look.SEEN}:
        return ""
    names = list(dict.fromkeys(letters[a] for told in here for a in told.mark.agencies if a in letters))
    if not names:
        return ""
    more = f"+{len(names) - 1}" if len(names) > 1 else ""
    tries = (f"{names[0]}{more}", str(len(names)) if more else "")
    return next((words for words in tries if text_width(words, 11) <= room), "")


def _number(own: Sequence[Told], row: Row, x: float, y: float, width: float, height: float) -> Markup | None:
    """How often the child was seen in a month or quarter, where there is room."""
    words = str(len(own))
    if (
        row.unit == "week"
        or own[0].look not in {Look.ALONE, Look.SEEN}
        or text_width(words, 11) > width - 0.5
    ):
        return None
    return text(
        words, x + width / 2, y + height - 4, size=11, fill="#fff", anchor="middle", data_number=own[0].look
    )


def _spans(child: ChildSeen, row: Row) -> list[tuple[int, list[Told]]]:
    """What may have been in any of several cells: the same days together, each with the line it stands on."""
    found: dict[tuple[dt.date, dt.date], list[Told]] = defaultdict(list)
    for told in child.told:
        days = (told.first, told.last) if told.first and told.last else None
        if days and row.box(*days) and row.cell_of(*days) is None:
            found[days].append(told)
    free: list[float] = []
    placed = []
    for days, here in sorted(found.items()):
        box = row.box(*days)
        if box is None:
            continue
        line = next((n for n, end in enumerate(free) if end <= box[0]), len(free))
        if line == len(free) and line < _MOST_SPANS:
            free.append(0.0)
        line = min(line, _MOST_SPANS - 1)
        free[line] = max(box[1], box[0] + 10) + 2
        placed.append((line, here))
    return placed


def _span(line: int, here: Sequence[Told], row: Row, y: float) -> Markup | None:
    """An open bar over the weeks in any of which it may have been, with its look at the middle."""
    first, last = here[0].first, here[0].last
    box = row.box(first, last) if first and last else None
    if box is None:
        return None
    x, end = box[0], max(box[1], box[0] + 9)
    top = y + line * _SPAN
    look = next(look for look in Look if any(told.look is look for told in here))
    ids = [told.mark.mark_id for told in here]
    bar = element(
        "rect", x=x + 0.5, y=top + 0.5, width=end - x - 1, height=_SPAN - 3, fill="#fff", stroke=colour(look),
        stroke_dasharray="3 2",
    )  # fmt: skip
    inside = draw_look(look, (x + end) / 2 - 4, top + 2, 8, _SPAN - 6)
    one = len(ids) == 1
    return group(bar, inside, data_mark=ids[0] if one else None, data_group=None if one else " ".join(ids))
