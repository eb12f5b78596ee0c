"""One doubt as the screen shows it: its answers with their keys, and the rows it is about beside each other."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from scrgraph.coding.words import normal
from scrgraph.model.doubt import Doubt
from scrgraph.model.entry import Entry
from scrgraph.web.reading import Reading
from scrgraph.web.screens.row_card import RowCard
from scrgraph.web.screens.telling_words import telling_words

#: The most answers with a digit key, rows shown of one side, and findings named.
_KEYS, _ROWS, _FINDINGS = 9, 3, 8
_BETWEEN = " = "


@dataclass(frozen=True)
class ShownAnswer:
    """An answer that can be given: what is kept of it, what it is called, and whether the doubt is so taken now."""

    value: str
    words: str
    now: bool


@dataclass(frozen=True)
class Side:
    """Rows under a heading; ``more`` counts those not shown, and ``whole`` is where all of them are."""

    title: str
    rows: tuple[RowCard, ...]
    more: int = 0
    whole: str = ""


@dataclass(frozen=True)
class ShownDoubt:
    """A doubt in words. ``keyed`` answers have the digits from 1; ``others`` are the rest."""

    doubt: Doubt
    kind: str
    now: str
    keyed: tuple[ShownAnswer, ...]
    others: tuple[ShownAnswer, ...]
    sides: tuple[Side, ...]
    findings: tuple[str, ...]


def shown(doubt: Doubt, reading: Reading) -> ShownDoubt:
    """A doubt of a reading as it is shown."""
    answers = _answers(doubt)
    rows = set(doubt.entry_ids)
    resting = [
        finding.statement
        for finding in reading.findings
        if any(one.entry_id in rows for one in finding.evidence)
    ]
    return ShownDoubt(
        doubt=doubt,
        kind=kind_words(doubt.kind),
        now=_called(doubt.kind, doubt.now),
        keyed=answers[:_KEYS],
        others=answers[_KEYS:],
        sides=_sides(doubt, reading),
        findings=tuple(resting[:_FINDINGS]),
    )


def kind_words(kind: str) -> str:
    """What a kind of doubt is called."""
    return str(_words()["kinds"].get(kind, kind.replace("-", " ").capitalize()))


def in_words(doubt: Doubt, value: str) -> str:
    """An answer in words."""
    return _called(doubt.kind, value)


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("doubt_words.toml").read_text(encoding="utf-8"))


def _called(kind: str, value: str) -> str:
    words = _words()["answers"].get(kind, {}).get(value)
    return str(words) if words else (value.replace("_", " ") if kind in ("row", "heading") else value)


def _answers(doubt: Doubt) -> tuple[ShownAnswer, ...]:
    """The answers in their order; of very many, that taken now and those the doubt names come first."""
    found = [ShownAnswer(one, _called(doubt.kind, one), one == doubt.now) for one in doubt.answers]
    if len(found) > _KEYS:
        named = f" {normal(doubt.because)} "
        found.sort(key=lambda one: (not one.now, f" {normal(one.value)} " not in named))
    return tuple(found)


def _sides(doubt: Doubt, reading: Reading) -> tuple[Side, ...]:
    entries = [reading.entries[key] for key in doubt.entry_ids if key in reading.entries]
    if doubt.kind == "person":
        return _of_people(doubt, entries, reading)
    if doubt.kind == "agency":
        return _of_agencies(doubt, entries)
    if doubt.kind in ("file", "heading"):
        return (_side(doubt, "The first of its rows", entries, ()),) if entries else ()
    return tuple(Side("", (RowCard.of(one, telling_words(doubt, one)),)) for one in entries[: 2 * _ROWS])


def _of_people(doubt: Doubt, entries: Sequence[Entry], reading: Reading) -> tuple[Side, ...]:
    """The rows of each of the two; a row that names both stands with both."""
    known = {person.person_id: person for person in (reading.graph.people if reading.graph else ())}
    sides = []
    for key in doubt.subject.split(_BETWEEN):
        person = known.get(key)
        names = (person.display_name, *person.spellings) if person else (key,)
        title = f"{_words()['sides']['person']} “{person.display_name if person else key}”"
        own = set(person.entry_ids) if person else set()
        rows = [one for one in entries if one.entry_id in own]
        sides.append(_side(doubt, title, rows, names, f"/people/{key}" if person else ""))
    return tuple(sides)


def _of_agencies(doubt: Doubt, entries: Sequence[Entry]) -> tuple[Side, ...]:
    """The rows that write the second agency's name, and all others with the first's."""
    first, _, second = doubt.subject.partition(_BETWEEN)
    seconds = [one for one in entries if _writes(one, second)]
    firsts = [one for one in entries if one not in seconds or _writes(one, first)]
    title = _words()["sides"]["agency"]
    return (
        _side(doubt, f"{title} “{first}”", firsts, (first,)),
        _side(doubt, f"{title} “{second}”", seconds, (second,)),
    )


def _writes(entry: Entry, name: str) -> bool:
    cells = (entry.agency_text, entry.to_text, entry.from_text)
    return any(normal(name) == normal(cell) for cell in cells) or name.casefold() in entry.words.casefold()


def _side(doubt: Doubt, title: str, entries: Sequence[Entry], names: Sequence[str], whole: str = "") -> Side:
    rows = tuple(RowCard.of(one, telling_words(doubt, one, names)) for one in entries[:_ROWS])
    return Side(title, rows, max(0, len(entries) - _ROWS), whole)
