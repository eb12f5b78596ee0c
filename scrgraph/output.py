"""What ``scrgraph review`` writes: the findings page, the tables and the pictures."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from importers.safe_csv import write_rows
from scrgraph.coding.row_marks import RowMarks, row_marks
from scrgraph.model.entry import Entry
from scrgraph.model.review import ReviewGraph
from scrgraph.pipeline import Answered
from scrgraph.questions.output import RowCounts, findings_rows, write_findings_json
from scrgraph.questions.standing import with_decisions
from scrgraph.rejected import write_rejected
from scrgraph.review.decisions import Decision
from scrgraph.store.base import Store
from visualisations.all_pictures import write_pictures
from visualisations.frame.places import PLACES
from visualisations.index import index_page, questions_asked
from visualisations.page import write_page
from visualisations.records.material import Material

_CHRONOLOGY = (
    "date_earliest", "date_latest", "date_as_written", "date_how_read", "agency", "role", "professional",
    "people", "event", "to_agency", "from_agency", "received", "child_seen", "seen_alone", "what_happened",
    "outcome", "reference", "coded_as", "coded_by", "coded_from", "confidence", "file", "place",
    "key_episode", "note",
)  # fmt: skip


def write_review(answered: Answered, store: Store, out: Path, decisions: Sequence[Decision] = ()) -> Path:
    """Write every page, table and picture of a review into ``out``; returns the page to open.

    ``decisions`` say which findings the author accepted, set aside or commented on, and which rows are key episodes or
    have notes.
    """
    out.mkdir(parents=True, exist_ok=True)
    graph = answered.graph
    write_chronology(graph, out, decisions)
    write_rejected(out, graph.rejected, graph.chronologies)
    material = Material.of(store, graph.review, answered.asked.findings)
    for _ in write_pictures(material, out / "pictures"):
        pass
    return write_findings(answered, out, decisions)


def write_chronology(graph: ReviewGraph, out: Path, decisions: Sequence[Decision] = ()) -> None:
    """Write chronology.csv alone: every row, with the author's key episodes and notes."""
    write_rows(out / "chronology.csv", _CHRONOLOGY, _chronology_rows(graph, decisions))


def write_findings(answered: Answered, out: Path, decisions: Sequence[Decision] = ()) -> Path:
    """Write the findings alone, as page and as tables, beside the pictures in ``out``; returns the page."""
    graph, asked = answered.graph, answered.asked
    decided = with_decisions(asked.findings, decisions)
    counts = RowCounts.of(graph.chronologies)
    write_findings_json(out / "findings.json", graph.review, counts, asked, decided)
    write_rows(out / "findings.csv", *findings_rows(asked.findings, decided))
    html = index_page(
        review=graph.review,
        chronologies=graph.chronologies,
        rejected=graph.rejected,
        findings=asked.findings,
        not_answerable=asked.not_answerable,
        questions_asked=questions_asked(answered.registry, asked),
        undated=Counter(entry.chronology_id for entry in graph.entries if not entry.date.known),
        decisions_not_used=graph.decisions_not_used,
        copies=len(graph.copies),
        doubts=len(graph.doubts),
        pictures=[(place.title, f"pictures/{place.key}.html") for place in PLACES],
        decided=decided,
    )
    return write_page(out / "index.html", html)


def _chronology_rows(graph: ReviewGraph, decisions: Sequence[Decision]) -> list[tuple[object, ...]]:
    """The merged chronology, earliest first; entries with no date stand at the end, in the order of the files."""
    never, marks = dt.date.max, row_marks(decisions, graph.entries)
    entries = sorted(
        graph.entries, key=lambda e: (e.date.earliest or never, e.date.latest or never, e.file, e.row)
    )
    return [
        (
            entry.date.earliest, entry.date.latest, entry.date.written, entry.date.how, entry.agency_text,
            entry.role_text, entry.professional_text, entry.people_text, entry.event_text, entry.to_text,
            entry.from_text, entry.received.value, entry.child_seen.value, entry.seen_alone.value, entry.text,
            entry.action_text, entry.reference, *_coding(entry), entry.file, entry.place,
            *_marked(marks.get(entry.entry_id, RowMarks())),
        )
        for entry in entries
    ]  # fmt: skip


def _coding(entry: Entry) -> tuple[object, ...]:
    """What kind of event the row was taken for, who told, from which words and how sure; empty where nobody did."""
    code = entry.kind_code
    return (code.value, code.by, code.words, code.confidence) if code else ("", "", "", "")


def _marked(marks: RowMarks) -> tuple[str, str]:
    """Whether the author called the row a key episode, and the author's notes on it."""
    return "yes" if marks.key_episode else "", "\n".join(marks.notes)
