"""What a couple was to one another over time: from when to when their line is solid, dashed or cut by a slash."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from visualisations.genogram.family import Bond, Couple, Family
from visualisations.genogram.kinship_words import Line, says_ended
from visualisations.genogram.lives import Span, presence, years
from visualisations.records.shown import TieShown, When

_DAY = dt.timedelta(1)


@dataclass(frozen=True)
class Stretch:
    """Days in which a couple's line looks one way. ``bond`` is ``PARENTS`` while no partnership is on record."""

    span: Span
    bond: Bond
    ended: bool = False
    words: str = ""


def longest_words(couple: Couple) -> str:
    """The longest words that may stand over a couple's line, to keep room for."""
    married = "m. " if couple.bond is Bond.MARRIED else ""
    return (
        ""
        if couple.bond is Bond.PARENTS
        else f"{married}2000–2000"
        if len(couple.ties) < 2
        else "2000–00, 2000–00"
    )


def stretches(couple: Couple, family: Family, ties: Sequence[TieShown]) -> tuple[Stretch, ...]:
    """The looks of a couple's line over time; days on which it is not drawn are left out."""
    own = [ties[place] for place in couple.ties]
    both = [family.people[key] for key in couple.pair]
    there = [presence(person) for person in both]
    together = there[0].within(there[1])
    if together is None:
        return ()
    children = [
        presence(family.people[child]).first
        for descent in family.descents
        if descent.line in (Line.BIRTH, Line.ADOPTION) and set(descent.parents) == set(couple.pair)
        for child in descent.children
    ]
    parents = Span(None if None in children else min((d for d in children if d), default=dt.date.max), None)
    days = sorted({d for tie in own for d in _days(tie)} | {d for d in (together.first, parents.first) if d})
    found: list[Stretch] = []
    for place, first in enumerate([None, *days]):
        last = days[place] - _DAY if place < len(days) else None
        on = first or (
            days[0] - _DAY if days and days[0] > dt.date.min else dt.date.min if days else dt.date.max
        )
        if not together.holds(on):
            continue
        looked = _on(couple, own, on, [person.died for person in both])
        if looked is None:
            if not parents.holds(on):
                continue
            looked = (Bond.PARENTS, False, "")
        bond, ended, words = looked
        if (
            found
            and found[-1].span.last == (first - _DAY if first else None)
            and ((found[-1].bond, found[-1].ended, found[-1].words) == looked)
        ):
            found[-1] = Stretch(Span(found[-1].span.first, last), bond, ended, words)
        else:
            found.append(Stretch(Span(first, last), bond, ended, words))
    return tuple(found)


def _days(tie: TieShown) -> Iterable[dt.date]:
    """The days on which what is known of a tie changes."""
    yield from (d for d in (tie.since_on.earliest, tie.since_on.latest) if d)
    yield from (d + _DAY for d in (tie.until_on.earliest, tie.until_on.latest) if d and d < dt.date.max)


def _on(
    couple: Couple, ties: Sequence[TieShown], day: dt.date, died: Sequence[When]
) -> tuple[Bond, bool, str] | None:
    """How the couple stands on a day: its bond, whether it is over, and its dates; nothing before it began."""
    begun = [tie for tie in ties if _begun(tie, day)]
    if not begun:
        return None
    over = [_over(tie, day) for tie in begun]
    ended = all(over) and not any(_widowed(tie, died) for tie in begun)
    words = ", ".join(
        dict.fromkeys(_dates(tie, gone) for tie, gone in zip(begun, over, strict=True) if _dates(tie, gone))
    )
    doubt = any(_in_doubt(tie, day) for tie in begun)
    married = "m. " if couple.bond is Bond.MARRIED and words else ""
    return couple.bond, ended, f"{married}{words}{'?' if doubt and words else ''}"


def _begun(tie: TieShown, day: dt.date) -> bool:
    if says_ended(tie):
        return True
    return tie.since_on.earliest is None or tie.since_on.earliest <= day


def _over(tie: TieShown, day: dt.date) -> bool:
    if tie.until_on.latest:
        return day > tie.until_on.latest
    return says_ended(tie) and (tie.since_on.latest is None or tie.since_on.latest <= day)


def _in_doubt(tie: TieShown, day: dt.date) -> bool:
    since, until = tie.since_on, tie.until_on
    if since.earliest and since.latest and since.earliest <= day < since.latest:
        return True
    return bool(until.earliest and until.latest and until.earliest < day <= until.latest)


def _widowed(tie: TieShown, died: Sequence[When]) -> bool:
    """Whether the partnership ended with a death."""
    until = tie.until_on
    return any(
        d.earliest and until.earliest and until.latest and d.latest
        and d.earliest <= until.latest and until.earliest <= d.latest
        for d in died
    )  # fmt: skip


def _dates(tie: TieShown, over: bool) -> str:
    """``2007–16``, ``2018–``, ``to 2016`` or nothing."""
    since, until = years(tie.since_on), years(tie.until_on) if over else ""
    if says_ended(tie) and not until:
        since, until = "", since if over else ""
    if not since:
        return f"to {until}" if until else ""
    if since == until:
        return since
    if len(since) == 4 and len(until) == 4 and since[:2] == until[:2]:
        until = until[2:]
    return f"{since}–{until}"
