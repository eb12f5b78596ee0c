"""What a column means, by its heading, and what a yes-or-no cell answers. The words are in headings.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import BaseModel, ConfigDict

from scrgraph.model.vocabulary import Tri

Field = Literal[
    "date", "date_precision", "time", "agency", "role", "professional", "people", "event", "to_agency",
    "from_agency", "received", "child_seen", "seen_alone", "action", "text", "reference", "source",
]  # fmt: skip
_NOT_A_WORD = re.compile(r"[\W_]+")


class HeadingWords(BaseModel):
    """The two tables of headings.toml: headings by field, and cell values by answer."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    fields: dict[Field, tuple[str, ...]]
    answers: dict[Tri, tuple[str, ...]]


@dataclass(frozen=True)
class Columns:
    """A heading row understood: a distinct name for each column, and the columns of each field in order."""

    names: tuple[str, ...]
    fields: Mapping[Field, tuple[int, ...]]
    unknown: tuple[str, ...] = ()
    fallback_agency: int | None = field(default=None)

    @property
    def meanings(self) -> dict[str, str]:
        """Heading to field, for every heading that was recognised."""
        return {self.names[column]: name for name, columns in self.fields.items() for column in columns}

    def first(self, name: Field) -> int | None:
        """The column a field is taken from, or ``None`` when no heading means it."""
        columns = self.fields.get(name, ())
        return columns[0] if columns else None


def normal(heading: str) -> str:
    """A heading for comparison: small letters, and one space for anything that is not a letter or digit."""
    return _NOT_A_WORD.sub(" ", heading.casefold()).strip()


@cache
def heading_words() -> HeadingWords:
    """The words of headings.toml, checked."""
    text = (files("importers") / "headings.toml").read_text(encoding="utf-8")
    return HeadingWords.model_validate(tomllib.loads(text))


@cache
def _field_by_heading() -> dict[str, tuple[Field, int]]:
    known: dict[str, tuple[Field, int]] = {}
    for name, headings in heading_words().fields.items():
        for rank, heading in enumerate(headings):
            known.setdefault(normal(heading), (name, rank))
    return known


@cache
def _answer_by_value() -> dict[str, Tri]:
    return {
        value.casefold(): answer for answer, values in heading_words().answers.items() for value in values
    }


def answer(cell: str) -> Tri:
    """What a yes-or-no cell says; anything that is not listed as an answer is ``unknown``."""
    return _answer_by_value().get(cell.casefold().rstrip(".").strip(), Tri.UNKNOWN)


class HeadingBook:
    """The headings that are understood: those of headings.toml and any that the author added."""

    def __init__(self, added: Mapping[str, str] | None = None) -> None:
        """``added`` maps a heading to a field and goes before headings.toml. Raises ``ValueError``."""
        self._added: dict[str, Field] = {}
        known = {str(name): name for name in heading_words().fields}
        for heading, name in (added or {}).items():
            if name not in known:
                raise ValueError(
                    f"'{heading}' is given the field '{name}'; the fields are {', '.join(known)}"
                )
            self._added[normal(heading)] = known[name]

    def field_of(self, heading: str) -> Field | None:
        """The field a heading means, or ``None`` when it is not recognised."""
        found = self._rank_of(normal(heading))
        return found[0] if found else None

    def columns(self, headings: Sequence[str]) -> Columns:
        """The meaning of each column. Names are made distinct; a column with no heading is ``(column 3)``.

        The first of several columns with one field is the one it is taken from; for dates the order of
        headings.toml decides, so that "date of event" goes before "date of entry".
        """
        names = _distinct(headings)
        ranked: dict[Field, list[tuple[int, int]]] = {}
        unknown = []
        for column, heading in enumerate(headings):
            found = self._rank_of(normal(heading))
            if found:
                name, rank = found
                ranked.setdefault(name, []).append((rank if name == "date" else 0, column))
            elif heading:
                unknown.append(names[column])
        fields = {name: tuple(column for _, column in sorted(pairs)) for name, pairs in ranked.items()}
        fallback = next((c for c in fields.get("source", ()) if normal(headings[c]) == "source"), None)
        return Columns(names, fields, tuple(unknown), fallback if "agency" not in fields else None)

    def _rank_of(self, heading: str) -> tuple[Field, int] | None:
        if heading in self._added:
            return self._added[heading], -1
        return _field_by_heading().get(heading)


def source_as_agency(columns: Columns) -> Columns:
    """``columns`` with the one headed "source" taken for the agency, as in the five-column form."""
    column = columns.fallback_agency
    if column is None:
        return columns
    fields = dict(columns.fields)
    rest = tuple(other for other in fields.pop("source") if other != column)
    if rest:
        fields["source"] = rest
    return Columns(columns.names, {**fields, "agency": (column,)}, columns.unknown)


def looked_for() -> str:
    """The headings that a file needs, in words, for a message."""
    words = heading_words().fields
    some = ", ".join(f"'{words[name][0]}'" for name in ("text", "event", "people"))
    return f"a 'date' heading and at least one such as {some}, 'what happened', 'details' or 'event'"


def _distinct(headings: Sequence[str]) -> tuple[str, ...]:
    names: list[str] = []
    for number, heading in enumerate(headings, start=1):
        name = heading or f"(column {number})"
        count = 1
        while name in names:
            count += 1
            name = f"{heading or f'(column {number})'} ({count})"
        names.append(name)
    return tuple(names)
