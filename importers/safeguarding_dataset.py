"""Tables of the Standard Safeguarding Dataset, known by their field names, as rows of a chronology."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import chain, islice

from pydantic import BaseModel, ConfigDict

from importers.cells import Cell, as_it_was, clean, is_blank
from importers.heading_row import Row
from importers.headings import HeadingBook, answer
from scrgraph.model.vocabulary import Tri
from scrgraph.temporal.read_date import UnreadableDate, read_date

_ROWS_LOOKED_AT = 10
_FEWEST_FIELDS = 2
_NOTHING = frozenset({"", "null", "none", "placeholder_data"})
_HEADINGS = (
    "Row id", "Date", "Event type", "Person concerned", "From agency", "Child seen", "Seen alone", "Professional",
    "Role", "Details", "Outcome",
)  # fmt: skip


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Table(_Strict):
    """One table of events: which of its fields gives which column of a chronology."""

    date: tuple[str, ...]
    event: str
    says: str
    event_by: str = ""
    events: Mapping[str, str] = {}
    people: str = ""
    worker: str = ""
    role: str = ""
    reference: str = ""
    seen: str = ""
    alone: str = ""
    outcome: tuple[str, ...] = ()
    dates: Mapping[str, str] = {}
    words: Mapping[str, str] = {}
    sources: tuple[str, ...] = ()

    @property
    def fields(self) -> frozenset[str]:
        """The fields by which the table is known."""
        named = (self.event_by, self.people, self.worker, self.role, self.reference, self.seen, self.alone)
        return frozenset({*self.date, *self.outcome, *self.dates, *self.words, *self.sources, *named} - {""})


class Codes(_Strict):
    """Codes of the children in need census, by kind, and the fields that hold them."""

    fields: Mapping[str, str]
    source: Mapping[str, str]
    need: Mapping[str, str]
    closing: Mapping[str, str]
    legal: Mapping[str, str]

    def in_words(self, field: str, value: str) -> str:
        """The code in words, after the code itself except for a source; any other value as it is."""
        kind = self.fields.get(field, "")
        known: Mapping[str, str] = getattr(self, kind) if kind else {}
        word = known.get(value.casefold(), "")
        if not word:
            return value
        return word if kind == "source" else f"{word} ({value})"


class NoFurtherAction(_Strict):
    """The fields that say yes or no to "no further action", and what to call it."""

    fields: frozenset[str]
    words: str


class Specification(_Strict):
    """safeguarding_dataset.toml: the tables of the published specification and how each is read."""

    specification: Mapping[str, str]
    agency: Mapping[str, str]
    tables: Mapping[str, Table]
    lists: Mapping[str, str]
    flags: Mapping[str, str]
    no_further_action: NoFurtherAction
    codes: Codes


@cache
def specification() -> Specification:
    """The words of safeguarding_dataset.toml, checked."""
    text = (files("importers") / "safeguarding_dataset.toml").read_text(encoding="utf-8")
    return Specification.model_validate(tomllib.loads(text))


def as_chronology(rows: Iterable[Row], book: HeadingBook) -> Iterator[Row]:
    """The rows under ordinary headings where they are a table of the dataset, else as they are.

    One row gives one row, with the same number and place; ``original`` keeps every field under its own name. A title
    line gives children's social care as the agency, which the author's own word goes before.
    """
    rows = iter(rows)
    top = list(islice(rows, _ROWS_LOOKED_AT))
    for at, row in enumerate(top):
        table = table_of(row.texts())
        if table:
            titles = (*top[:at], Row(0, (f"Agency: {specification().agency['name']}",)))
            return chain(titles, _Reading(table, row, book).rows(chain(top[at + 1 :], rows)))
    return chain(top, rows)


def table_of(headings: Sequence[str]) -> Table | None:
    """The table whose fields these are, or ``None``: it has a date and at least one more field that is known."""
    names = {_field(heading) for heading in headings}
    best, most = None, _FEWEST_FIELDS - 1
    for table in specification().tables.values():
        count = len(names & table.fields)
        if count > most and not names.isdisjoint(table.date):
            best, most = table, count
    return best


def list_without_events(headings: Sequence[str]) -> str:
    """The name of a table of the dataset that lists persons, workers or the like and no events; else empty."""
    names = [_field(heading) for heading in headings if heading]
    lists = specification().lists
    found = {lists.get(name.partition("_")[0], "") for name in names}
    return (
        found.pop()
        if len(found) == 1 and len(names) >= _FEWEST_FIELDS and all("_" in n for n in names)
        else ""
    )


def _field(heading: str) -> str:
    """The name of a field as the specification has it, from ``cont_person_id`` or ``ssd_contacts.CONT_PERSON_ID``."""
    return heading.casefold().rpartition(".")[2].strip().replace(" ", "_")


class _Reading:
    """Turns the rows of one table into rows of a chronology."""

    def __init__(self, table: Table, heading: Row, book: HeadingBook) -> None:
        self.table = table
        self.heading = heading
        headings = heading.texts()
        self.names = book.columns(headings).names
        self.fields = [_field(text) for text in headings]
        prefixes = {field.partition("_")[0] for field in table.fields}
        self.others = [
            at for at, field in enumerate(self.fields) if field and field.partition("_")[0] not in prefixes
        ]

    def rows(self, rows: Iterable[Row]) -> Iterator[Row]:
        """The heading row and then a row for each of ``rows``."""
        heading = (*_HEADINGS, *(self.names[at] for at in self.others))
        yield Row(self.heading.number, heading, place=self.heading.place)
        repeat = self.heading.texts()
        for row in rows:
            if row.blank:
                yield row
            elif row.texts() == repeat:
                yield Row(row.number, heading, place=row.place, original=self._original(row))
            else:
                yield Row(row.number, self._cells(row), place=row.place, original=self._original(row))

    def _original(self, row: Row) -> dict[str, str]:
        original = {}
        for at, cell in enumerate(row.cells):
            if not is_blank(cell):
                name = self.names[at] if at < len(self.names) else f"(extra {at - len(self.names) + 1})"
                original[name] = as_it_was(cell)
        return original

    def _cells(self, row: Row) -> tuple[Cell, ...]:
        table = self.table
        held: dict[str, Cell] = {}
        for field, cell in zip(self.fields, row.cells, strict=False):
            if clean(cell).casefold() not in _NOTHING:
                held.setdefault(field, cell)
        texts = {field: clean(cell) for field, cell in held.items()}
        source = self._source(texts)
        event = table.events.get(texts.get(table.event_by, "").casefold(), table.event)
        return (
            texts.get(table.reference, ""),
            next((held[field] for field in table.date if field in held), ""),
            event if table.event_by else table.event,
            texts.get(table.people, ""),
            source,
            texts.get(table.seen, ""),
            texts.get(table.alone, ""),
            texts.get(table.worker, ""),
            texts.get(table.role, ""),
            self._says(held, texts),
            "; ".join(
                dict.fromkeys(
                    part for field in table.outcome for part in _outcome(field, texts.get(field, ""))
                )
            ),
            *(row.cells[at] if at < len(row.cells) else "" for at in self.others),
            *row.cells[len(self.fields) :],
        )

    def _source(self, texts: Mapping[str, str]) -> str:
        """Who it came from: a code of the census in words, else the first source field that is filled."""
        codes = specification().codes
        given = [
            (texts[field], codes.in_words(field, texts[field]))
            for field in self.table.sources
            if field in texts
        ]
        return next((word for value, word in given if word != value), given[0][0] if given else "")

    def _says(self, held: Mapping[str, Cell], texts: Mapping[str, str]) -> str:
        """What the row records, in words: the kind of record, its further dates and fields."""
        codes = specification().codes
        dates = [f"{word} {_day(held[field])}" for field, word in self.table.dates.items() if field in held]
        words = [
            f"{word}: {codes.in_words(field, texts[field])}"
            for field, word in self.table.words.items()
            if field in texts
        ]
        return "; ".join((self.table.says, *dates, *words))


def _day(cell: Cell) -> str:
    try:
        return str(read_date(cell))
    except UnreadableDate:
        return clean(cell)


def _outcome(field: str, text: str) -> Iterator[str]:
    """What was decided, in words: a text as it is, the flags of a JSON object that are set, and its comments."""
    never = specification().no_further_action
    if field in never.fields:
        if answer(text) is Tri.YES:
            yield never.words
        return
    try:
        held = json.loads(text) if text.startswith("{") else None
    except (ValueError, RecursionError):
        held = None
    if not isinstance(held, dict):
        if text:
            yield text
        return
    flags = specification().flags
    comments = []
    for name, value in held.items():
        key, said = str(name).casefold(), clean(str(value))
        if "comment" in key:
            comments += [said] if said.casefold() not in _NOTHING else []
        elif answer(said) is Tri.YES and (key in flags or key.endswith("_flag")):
            word = flags.get(key, key.removesuffix("_flag").replace("_", " "))
            if word:
                yield word
    yield from comments
