"""The genogram put together from its parts: boundaries at the back, then lines, then people."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from markupsafe import Markup

from visualisations.drawing.svg import element, group, text
from visualisations.drawing.text_width import text_width, wrap
from visualisations.genogram.days import Days
from visualisations.genogram.family import born_key
from visualisations.genogram.kinship_words import Line
from visualisations.genogram.labels import HALF
from visualisations.genogram.lines import across_line, couple_line, descent_lines, identical_bar, in_care
from visualisations.genogram.lives import Span, presence
from visualisations.genogram.living import (
    HouseholdLook,
    LivingOn,
    StayDays,
    living_on,
    stay_changes,
    stay_days,
)
from visualisations.genogram.outlines import Part, parts_on, path_of
from visualisations.genogram.sheet import Place, Sheet
from visualisations.genogram.showing import Showing
from visualisations.genogram.strip import home_mark
from visualisations.genogram.symbols import person_symbol, tag
from visualisations.records.shown import Records

_DAY = dt.timedelta(1)
#: So many further homes have a tag beside a symbol; all are told when it is pointed at.
_TAGS = 3


def shown_on(sheet: Sheet, day: dt.date) -> frozenset[str]:
    """Everybody drawn on a day."""
    return frozenset(key for key, person in sheet.family.people.items() if presence(person).holds(day))


def boundaries_on(
    stays: Sequence[StayDays], sheet: Sheet, looks: Mapping[str, HouseholdLook], day: dt.date
) -> tuple[list[Part], LivingOn]:
    """The household boundaries of a day, and where everybody lived."""
    living = living_on(stays, day)
    homes = {home: members for home in looks if (members := living.members(home))}
    needs = {home: 21 + text_width(looks[home].name, 12, bold=True) for home in homes}
    return parts_on(sheet, homes, shown_on(sheet, day), needs), living


def genogram(
    records: Records,
    sheet: Sheet,
    looks: Mapping[str, HouseholdLook],
    days: Days,
    showing: Showing,
    gentle: bool | None,
) -> list[Markup | None]:
    """Everything of the genogram, in the order it is painted."""
    parts: list[Markup | None] = []
    homes, tags = _homes(records, sheet, looks, days, showing)
    parts += homes
    ties = records.ties
    couples = []
    for run in sheet.runs:
        if run.line is Line.COUPLE:
            words = sheet.words.get(run.of) if run.track >= 0 else None
            couples.append(
                couple_line(run, words, sheet, ties, showing)
                if words
                else across_line(run, sheet, ties, showing)
            )
    parts += couples
    parts += [descent_lines(of, sheet, ties, showing) for of in range(len(sheet.family.descents))]
    parts += [
        identical_bar(sheet, together, list(sheet.runs), showing)
        for together in sheet.family.twins
        if together in sheet.family.identical
    ]
    adopted = {
        child: in_care(descent, child, ties)
        for descent in sheet.family.descents
        if descent.line is Line.ADOPTION
        for child in descent.children
    }
    people = sheet.family.people
    for key in sorted(sheet.places, key=lambda k: (sheet.places[k].row, born_key(people[k]))):
        symbol = person_symbol(
            people[key], sheet.places[key], showing, adopted=adopted.get(key), gentle=gentle
        )
        drawn = showing.lasting(presence(people[key]), "g", symbol, *tags.get(key, ()), data_mark=key)
        parts.append(drawn)
    return parts


def _homes(
    records: Records, sheet: Sheet, looks: Mapping[str, HouseholdLook], days: Days, showing: Showing
) -> tuple[list[Markup], dict[str, list[Markup]]]:
    """Boundaries, and by person the tags beside their symbol, each over the days on which it stays the same."""
    if not looks:
        return [], {}
    stays = stay_days(records, sheet.family.people)
    turns = [days.on] if not showing.every_day else _turns(stays, sheet, days)
    held: dict[tuple[str, str], list[Span]] = {}
    made: dict[tuple[str, str], tuple[Markup, ...]] = {}
    for place, first in enumerate(turns):
        last = turns[place + 1] - _DAY if place + 1 < len(turns) else None
        found, living = boundaries_on(stays, sheet, looks, first)
        now: list[tuple[str, str]] = []
        for part in found:
            now.append((home_mark(part.household_id), repr(part.boxes)))
            if now[-1] not in made:
                made[now[-1]] = _boundary(part, looks[part.household_id])
        for key, others in living.tags.items():
            now.append((key, repr(others)))
            if now[-1] not in made:
                made[now[-1]] = _tags(sheet.places[key], others, looks)
        for what in now:
            spans = held.setdefault(what, [])
            if place and spans and spans[-1].last == first - _DAY:
                spans[-1] = Span(spans[-1].first, last)
            else:
                spans.append(Span(first if place else None, last))
    homes: list[Markup] = []
    tags: dict[str, list[Markup]] = {}
    for (mark, shape), spans in held.items():
        for span in spans:
            of_home = mark.startswith("home ")
            drawn_now = showing.lasting(span, "g", *made[mark, shape], data_mark=mark if of_home else None)
            if drawn_now is not None:
                (homes if of_home else tags.setdefault(mark, [])).append(drawn_now)
    return homes, tags


def _tags(
    place: Place, others: Sequence[tuple[str, bool]], looks: Mapping[str, HouseholdLook]
) -> tuple[Markup, ...]:
    return tuple(
        tag(looks[home], place.x - HALF - 12 - (7 if not sure else 0), place.y - HALF - 3 + n * 17, sure=sure)
        for n, (home, sure) in enumerate(others[:_TAGS])
    )


def _turns(stays: Sequence[StayDays], sheet: Sheet, days: Days) -> list[dt.date]:
    """The days from which who is drawn, or who lives where, is different."""
    found = set(stay_changes(stays))
    found |= {first for p in sheet.family.people.values() if (first := presence(p).first)}
    return [days.first, *sorted(day for day in found if days.first < day <= days.last)]


def _boundary(part: Part, look: HouseholdLook) -> tuple[Markup, ...]:
    x, y, width = part.heading
    name = wrap(look.name, width - 20, 12, lines=1, bold=True)
    return (
        element("path", d=path_of(part.loops), fill=look.colour, fill_opacity=0.07, fill_rule="evenodd",
                stroke=look.colour, stroke_width=2, stroke_dasharray=look.dashes),
        tag(look, x, y - 11),
        group(*(text(line, x + 19, y, size=12, fill=look.colour, bold="yes") for line in name)),
    )  # fmt: skip
