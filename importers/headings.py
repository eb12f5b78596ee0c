"""What a column means, by its heading, and what a yes-or-no cell answers. The words are in headings.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

from pydantic import BaseModel, ConfigDict

from scrgraph.model.vocabulary import Tri

Field = Literal[
    "date", "date_precision", "time", "agency", "role", "professional", "people", "event", "to_agency",
    "from_agency", "received", "child_seen", "seen_alone", "action", "text", "reference", "source", "comment",
]  # fmt: skip
_NOT_A_WORD = re.compile(r"[\W_]+")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_NUMBERING = re.compile(r"\s*\d{1,2}\s*[.)]\s*")
_FIRST_WORD = re.compile(
    r"([^\s,;:.(–—-]+(?: (?:not )?(?:seen|received))?)\s*(?:[,;:.(–—]|\s-|-\s).+", re.DOTALL
)
_ASKING: tuple[Field, ...] = ("received", "child_seen", "seen_alone")
#: A heading has no more words and no more letters than this.
_LONGEST_HEADING, _LONGEST_CELL = 15, 200


class HeadingWords(BaseModel):
    """The tables of headings.toml: headings by field, what longer headings begin with, and cell values by answer."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    fields: dict[Field, tuple[str, ...]]
    either: dict[str, tuple[str, ...]]
    beginnings: dict[Field, tuple[str, ...]]
    never: dict[Field, tuple[str, ...]]
    asking: dict[str, tuple[str, ...]]
    hints: dict[str, tuple[str, ...]]
    answers: dict[Tri, tuple[str, ...]]


@dataclass(frozen=True)
class Columns:
    """A heading row understood: a distinct name for each column, and the columns of each field in order.

    ``comments`` are the columns of the author's comments: kept in the row, never read as what happened.
    """

    names: tuple[str, ...]
    fields: Mapping[Field, tuple[int, ...]]
    unknown: tuple[str, ...] = ()
    fallback_agency: int | None = field(default=None)
    comments: tuple[int, ...] = ()

    @property
    def meanings(self) -> dict[str, str]:
        """Heading to field, for every heading that was recognised."""
        found = {self.names[column]: str(name) for name, columns in self.fields.items() for column in columns}
        return found | {self.names[column]: "comment" for column in self.comments}

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
def _beginnings() -> dict[str, Field]:
    """What longer headings may begin with: what headings.toml says, and its own headings of two words or more."""
    words = heading_words()
    known: dict[str, Field] = {
        normal(text): name for name, texts in words.beginnings.items() for text in texts
    }
    for heading, (name, _) in _field_by_heading().items():
        if " " in heading:
            known.setdefault(heading, name)
    return known


@lru_cache(maxsize=4096)
def _in_other_words(heading: str) -> tuple[Field, int] | None:
    """The meaning of a heading that is not listed as it stands: without brackets and numbering, or by how it begins."""
    plain = normal(_BRACKETS.sub(" ", _NUMBERING.sub("", heading, count=1)))
    if found := _field_by_heading().get(plain):
        return found
    tokens = plain.split()
    if len(tokens) > _LONGEST_HEADING:
        return None
    words = heading_words()
    for length in range(len(tokens) - 1, 0, -1):
        beginning = " ".join(tokens[:length])
        name = _beginnings().get(beginning)
        if name is None:
            continue
        rest = tokens[length:]
        if name in _ASKING and not set(rest) <= set(words.asking["words"]):
            return None
        if not set(rest) & set(words.never.get(name, ())):
            return name, _field_by_heading().get(beginning, (name, len(words.fields[name])))[1]
        return None
    return None


@cache
def _either(which: str) -> frozenset[str]:
    return frozenset(map(normal, heading_words().either[which]))


@cache
def _answer_by_value() -> dict[str, Tri]:
    return {
        value.casefold(): answer for answer, values in heading_words().answers.items() for value in values
    }


def answer(cell: str) -> Tri:
    """What a yes-or-no cell says, also where more follows ("Yes - asleep"); anything else is ``unknown``."""
    said, known = cell.casefold().rstrip(".").strip(), _answer_by_value()
    if said in known:
        return known[said]
    first = _FIRST_WORD.fullmatch(said)
    return known.get(first[1], Tri.UNKNOWN) if first else Tri.UNKNOWN


@cache
def _hint_beginnings() -> tuple[str, ...]:
    return tuple(f"{normal(words)} " for words in heading_words().hints["beginnings"])


@cache
def _hints() -> frozenset[str]:
    return frozenset(map(normal, heading_words().hints["words"]))


def is_hint(cell: str) -> bool:
    """Whether a cell below a heading only says how to fill it in: "(dd/mm/yy)", "Y/N", "e.g. 12/03/07"."""
    plain = normal(cell[:_LONGEST_CELL])
    return plain in _hints() or plain.startswith(_hint_beginnings())


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
        found = self._rank_of(heading)
        return found[0] if found else None

    def listed(self, heading: str) -> Field | None:
        """The field of a heading that the author added or headings.toml lists, word for word; else ``None``."""
        plain = normal(heading)
        found = _field_by_heading().get(plain)
        return self._added.get(plain) or (found[0] if found else None)

    def columns(self, headings: Sequence[str]) -> Columns:
        """The meaning of each column. Names are made distinct; a column with no heading is ``(column 3)``.

        The first of several columns with one field is the one it is taken from; for dates the order of
        headings.toml decides, so that "date of event" goes before "date of entry". A column such as "comments"
        is the text where no other column is, else a comment; one such as "contact / event" the text or the event.
        """
        names = _distinct(headings)
        ranked: dict[Field, list[tuple[int, int]]] = {}
        unknown = []
        for column, heading in enumerate(headings):
            found = self._rank_of(heading)
            if found:
                name, rank = found
                ranked.setdefault(name, []).append((rank if name == "date" else 0, column))
            elif heading:
                unknown.append(names[column])
        fields = {name: tuple(column for _, column in sorted(pairs)) for name, pairs in ranked.items()}
        comments = fields.pop("comment", ())
        texts = fields.get("text", ())
        either = {c for c in texts if normal(headings[c]) in _either("text_or_comment") - set(self._added)}
        if either and len(either) < len(texts):
            fields["text"] = tuple(c for c in texts if c not in either)
            comments = tuple(sorted({*comments, *either}))
        events = [
            c
            for c in fields.get("event", ())
            if normal(headings[c]) in _either("text_or_event") - set(self._added)
        ]
        if events and not texts:
            fields = moved(fields, events[0])
        fallback = next((c for c in fields.get("source", ()) if normal(headings[c]) == "source"), None)
        return Columns(names, fields, tuple(unknown), fallback if "agency" not in fields else None, comments)

    def _rank_of(self, heading: str) -> tuple[Field, int] | None:
        if len(heading) > _LONGEST_CELL:
            return None
        plain = normal(heading)
        if plain in self._added:
            return self._added[plain], -1
        return _field_by_heading().get(plain) or (_in_other_words(heading) if " " in plain else None)


def source_as_agency(columns: Columns) -> Columns:
    """``columns`` with the one headed "source" taken for the agency, as in the five-column form."""
    column = columns.fallback_agency
    if column is None:
        return columns
    fields = dict(columns.fields)
    rest = tuple(other for other in fields.pop("source") if other != column)
    if rest:
        fields["source"] = rest
    return Columns(columns.names, {**fields, "agency": (column,)}, columns.unknown, comments=columns.comments)


def moved(fields: Mapping[Field, tuple[int, ...]], column: int) -> dict[Field, tuple[int, ...]]:
    """The fields with a column of events taken for the text."""
    kept = dict(fields)
    rest = tuple(other for other in kept.pop("event") if other != column)
    return kept | ({"event": rest} if rest else {}) | {"text": (column,)}


def looked_for() -> str:
    """The headings that a file needs, in words, for a message."""
    words = heading_words().fields
    some = ", ".join(f"'{words[name][0]}'" for name in ("text", "event", "people"))
    return f"a 'date' heading and at least one such as {some}, 'what happened', 'details' or 'event'"


def _distinct(headings: Sequence[str]) -> tuple[str, ...]:
    names: dict[str, None] = {}
    counts: dict[str, int] = {}
    for number, heading in enumerate(headings, start=1):
        plain = name = heading or f"(column {number})"
        while name in names:
            counts[plain] = counts.get(plain, 1) + 1
            name = f"{plain} ({counts[plain]})"
        names[name] = None
    return tuple(names)
