"""The chronology page: every row in order of its date with the findings that rest on it; its drawing for a report."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from scrgraph.model.partial_date import MONTHS
from scrgraph.model.sentence_parts import several
from scrgraph.model.vocabulary import Topic
from scrgraph.questions.registry import load_questions
from visualisations.chronology.landmarks import Landmark, in_summary_period, landmarks
from visualisations.chronology.lanes import lanes_drawing
from visualisations.chronology.periods import Period, counted, periods
from visualisations.chronology.rows import ChronologyRow, chronology_rows
from visualisations.chronology.strip import strip
from visualisations.chronology.words import earliest_words, how_taken, kind_words, seen_words
from visualisations.drawing.svg import Drawing
from visualisations.drawing.wanted import Wanted
from visualisations.frame.picture_page import picture_page
from visualisations.index import CERTAINTY_WORDS, TOPIC_HEADINGS
from visualisations.page import render_body
from visualisations.records.material import Material

#: Rows that stand in the page itself, for a reader without JavaScript.
ROWS_WITHOUT_SCRIPT = 100
_SIGN = {"alone": 0, "seen": 1, "not": 2}
_NOTE = (
    "Rows stand in the order of their dates; a row with a partial date stands where it may first have happened, and a "
    "row with no date at the end. In the strip a bar with no fill is of rows whose date is wider than the period; a "
    "grey ground is the summary period of the review. The "
    "kind of event is what the row was taken for. A finding describes the records, not a person. Keys: up and down for "
    "rows, Enter for details, right and left to open and close the findings of a row, n and p for the next and "
    "previous row with a finding."
)


@dataclass(frozen=True)
class _Section:
    """What stands under one heading of the page without JavaScript."""

    heading: str
    items: tuple[Mapping[str, object], ...]


def page(material: Material) -> str:
    """The whole page."""
    rows, marks = chronology_rows(material), landmarks(material)
    dated = [row.earliest for row in rows if row.earliest is not None]
    days = [*dated, *(mark.first for mark in marks)] if dated else []
    spans, _, many = periods(min(days), max(days)) if days else ((), "", "")
    return picture_page(
        material,
        "chronology",
        inner=render_body(
            "chronology.html",
            strip=strip(material, spans, counted(rows, spans), many) if spans else "",
            sections=_sections(material, rows, marks),
            all_rows=several(len(rows), "row"),
            first_rows=ROWS_WITHOUT_SCRIPT if len(rows) > ROWS_WITHOUT_SCRIPT else 0,
        ),
        marks=(),
        kinds={},
        controls=render_body("chronology_controls.html"),
        note=_NOTE,
        own=_own(material, rows, marks, spans),
        scripts=("chronology_rows.js", "chronology_list.js", "chronology_strip.js", "chronology_filters.js"),
        styles=("chronology.css",),
        with_marks=False,
    )


def drawing(material: Material, wanted: Wanted) -> Drawing:
    """The chronology at a glance, for a report: the rows of each agency over time, and the findings above them."""
    return lanes_drawing(material, wanted)


def _own(
    material: Material, rows: Sequence[ChronologyRow], marks: Sequence[Landmark], spans: Sequence[Period]
) -> dict[str, object]:
    """The rows as lists, so that names of fields are not written thousands of times; texts that recur stand once."""
    kinds = sorted({row.coded_as for row in rows}, key=lambda kind: (not kind, kind_words(kind)))
    hows, files, titles = _Numbered(), _Numbered(), _Numbered()
    agency = {look.agency_id: number for number, look in enumerate(material.looks)}
    person = {one.person_id: number for number, one in enumerate(material.records.people)}
    topics = [topic for topic in Topic if any(f.topic is topic for f in material.findings)]
    return {
        "rows": [
            [
                "" if row.earliest is not None and row.earliest == row.latest else row.date,
                _iso(row.earliest), "" if row.latest == row.earliest else _iso(row.latest),
                agency.get(row.agency_id, -1), row.people_text, [person[one] for one in row.people],
                kinds.index(row.coded_as), hows.number(how_taken(row)), row.words, files.number(row.file), row.place,
                [[_SIGN[seen.sign], ", ".join(seen.names) or "a child"] for seen in row.seen], list(row.findings),
                *([[row.date_doubt, row.same_as, row.agency_text]]
                  if row.date_doubt or row.same_as or not row.agency_id else []),
            ]
            for row in rows
        ],
        "kinds": [kind_words(kind) for kind in kinds],
        "findings": [
            [topics.index(f.topic), titles.number(_question_title(f.question)), CERTAINTY_WORDS[f.certainty]]
            for f in material.findings
        ],
        "topics": [TOPIC_HEADINGS[topic] for topic in topics],
        "landmarks": [
            [mark.first.isoformat(), mark.date, mark.words, [person[one] for one in mark.people], mark.kind]
            for mark in marks
        ],
        "periods": [
            [span.first.isoformat(), span.name, int(in_summary_period(material, span.first))] for span in spans
        ],
        "hows": hows.texts, "files": files.texts, "titles": titles.texts,
    }  # fmt: skip


class _Numbered:
    """Texts, each kept once, and its number."""

    def __init__(self) -> None:
        self._places: dict[str, int] = {}

    @property
    def texts(self) -> list[str]:
        """The texts in the order of their numbers."""
        return list(self._places)

    def number(self, words: str) -> int:
        """The number of ``words``."""
        return self._places.setdefault(words, len(self._places))


@cache
def _titles() -> Mapping[str, str]:
    return {question.id: question.header.title for question in load_questions()}


def _question_title(question: str) -> str:
    """The title of a question; of one that is not the project's own, its id in words."""
    return _titles().get(question) or question.replace("-", " ")


def _sections(
    material: Material, rows: Sequence[ChronologyRow], marks: Sequence[Landmark]
) -> tuple[_Section, ...]:
    """The first rows under their months, with the landmarks among them, for a reader without JavaScript."""
    looks = {look.agency_id: look for look in material.looks}
    shown = rows[:ROWS_WITHOUT_SCRIPT]
    whole = len(shown) == len(rows)
    last = max((row.earliest for row in shown if row.earliest), default=None)
    found: dict[str, list[Mapping[str, object]]] = {}
    waiting = [mark for mark in marks if last and (whole or mark.first <= last)]
    for row in shown:
        while waiting and (row.earliest is None or waiting[0].first <= row.earliest):
            _under(found, waiting[0].first, {"landmark": waiting.pop(0)})
        look = looks.get(row.agency_id)
        titles = dict.fromkeys(_question_title(material.findings[n].question) for n in row.findings)
        _under(found, row.earliest, {
            "row": row, "letters": look.letters if look else "?", "colour": look.colour if look else "#6b7280",
            "agency": look.name if look else row.agency_text or "agency not told", "kind": kind_words(row.coded_as),
            "how": how_taken(row), "earliest": earliest_words(row), "seen": [seen_words(seen) for seen in row.seen],
            "count": several(len(row.findings), "finding") if row.findings else "", "titles": list(islice(titles, 3)),
        })  # fmt: skip
    for mark in waiting:
        _under(found, mark.first, {"landmark": mark})
    return tuple(_Section(heading, tuple(items)) for heading, items in found.items())


def _under(
    found: dict[str, list[Mapping[str, object]]], day: dt.date | None, item: Mapping[str, object]
) -> None:
    found.setdefault(f"{MONTHS[day.month - 1]} {day.year}" if day else "No date given", []).append(item)


def _iso(day: dt.date | None) -> str:
    return day.isoformat() if day else ""
