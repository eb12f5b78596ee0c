"""A review of four rows, loaded in a real embedded store, and question files written for the case in hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from scrgraph.model.agencies import Agency
from scrgraph.model.entry import Chronology, Entry
from scrgraph.model.events import Baton
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.people import Person
from scrgraph.model.review import Review, ReviewGraph
from scrgraph.model.vocabulary import EventKind, PersonKind
from scrgraph.questions.registry import Question, read_question
from scrgraph.store.embedded import EmbeddedStore
from scrgraph.store.graph_rows import graph_rows

PASSED_ON = """\
// ---
// id: passed-on
// title: Passed on
// question: What was passed on?
// why: Whoever passes something on stays responsible until it is taken up (001 para 90).
// topic: batons
// level: 1
// parameters: {as_of: {type: date, default: incident}}
// columns: {baton_id: string, what: string, passed_by: string, passed_on: date, people: list,
//   agencies: list, from_day: date, strength: string, certainty: string, evidence_ids: list}
// needs: [a chronology]
// finding: "{passed_by} recorded passing {what} on {passed_on} about {people}."
// none: "Nothing was passed on."
// ---
MATCH (a:Agency)-[:PASSED]->(b:Baton)
WHERE b.review_id = $review_id AND (b.on_earliest IS NULL OR b.on_earliest <= $as_of)
MATCH (b)-[:RECORDED_IN]->(e:Entry)
OPTIONAL MATCH (b)-[:ABOUT]->(p:Person)
WITH a, b, e, p ORDER BY p.display_name
WITH a, b, collect(DISTINCT e.entry_id) AS evidence_ids, collect(DISTINCT p.display_name) AS people
RETURN b.baton_id AS baton_id, b.what AS what, a.display_name AS passed_by, b.on_earliest AS passed_on,
       people, [a.display_name] AS agencies, b.on_earliest AS from_day,
       CASE WHEN b.receipt = 'recorded' THEN 'recorded' ELSE 'no record found' END AS strength,
       'certain' AS certainty, evidence_ids
ORDER BY baton_id
"""

WriteQuestion = Callable[..., Question]


@dataclass(frozen=True)
class SmallReview:
    """What the tests ask about: the graph's store, the review and its entries by id."""

    store: EmbeddedStore
    graph: ReviewGraph

    @property
    def review(self) -> Review:
        return self.graph.review

    @property
    def entries(self) -> dict[str, Entry]:
        return {entry.entry_id: entry for entry in self.graph.entries}


def entry(entry_id: str, row: int, date: PartialDate, text: str) -> Entry:
    """One row of midwifery.csv."""
    return Entry(
        entry_id=entry_id,
        chronology_id="C1",
        file="midwifery.csv",
        place=f"row {row}",
        row=row,
        date=date,
        agency_text="Midwifery",
        text=text,
    )


def small_graph() -> ReviewGraph:
    """Midwifery passes a letter about two children on 3 March 2008, and a call, undated, about nobody."""
    third, fifth = PartialDate.day(dt.date(2008, 3, 3)), PartialDate.day(dt.date(2008, 3, 5))
    return ReviewGraph(
        review=Review(review_id="R1", title="A small review", incident_date=dt.date(2008, 6, 1)),
        chronologies=(
            Chronology(
                chronology_id="C1", file="midwifery.csv", rows_read=5, rows_imported=4, rows_rejected=1
            ),
        ),
        entries=(
            entry("E1", 2, fifth, "Letter posted again"),
            entry("E2", 3, third, "Letter to health visiting"),
            entry("E3", 4, PartialDate(), "Rang the surgery"),
            entry("E4", 5, PartialDate.day(dt.date(2008, 6, 1)), "Told of the incident"),
        ),
        people=(
            Person(person_id="P1", display_name="Ash", kind=PersonKind.CHILD),
            Person(person_id="P2", display_name="Bryn", kind=PersonKind.CHILD),
        ),
        agencies=(Agency(agency_id="A1", display_name="midwifery"),),
        batons=(
            Baton(
                baton_id="B1",
                kind=EventKind.NOTIFICATION,
                what="a letter",
                on=third,
                from_agency_id="A1",
                about=("P1", "P2"),
                entry_ids=("E1", "E2"),
            ),
            Baton(
                baton_id="B2",
                kind=EventKind.REQUEST,
                what="a call",
                on=PartialDate(),
                from_agency_id="A1",
                entry_ids=("E3",),
            ),
        ),
    )


@pytest.fixture
def small_review() -> Iterator[SmallReview]:
    graph = small_graph()
    with EmbeddedStore() as store:
        store.load(graph_rows(graph))
        yield SmallReview(store, graph)


@pytest.fixture
def write_question(tmp_path: Path) -> WriteQuestion:
    """Writes ``passed-on`` with parts of its text replaced, and its sibling queries, and reads it back."""

    def write(*changes: tuple[str, str], **siblings: str) -> Question:
        text = PASSED_ON
        for old, new in changes:
            assert old in text, old
            text = text.replace(old, new)
        path = tmp_path / "cypher" / "questions" / "batons" / "passed-on.cypher"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        for name, query in siblings.items():
            path.with_name(f"passed-on.{name}.cypher").write_text(query, encoding="utf-8")
        return read_question(path)

    return write
