"""A review in short, for the first cell of a notebook: what was read, and each question's answer."""

from __future__ import annotations

from markupsafe import Markup

from scrgraph.model.partial_date import in_words
from scrgraph.model.review import ReviewGraph
from scrgraph.pipeline import Answered
from scrgraph.store.base import Table

_SUMMARY = Markup(
    "<p><strong>{title}</strong>{as_of}</p>"
    "<table><thead><tr><th>file</th><th>rows read</th><th>imported</th><th>rejected</th></tr></thead>"
    "<tbody>{files}</tbody></table>"
    "<p>{people} people, {agencies} agencies, {batons} batons, {contacts} contacts. "
    "No person or family is scored; every finding leads to its rows.</p>"
)
_FILE = Markup("<tr><td>{file}</td><td>{read}</td><td>{imported}</td><td>{rejected}</td></tr>")


def summary(graph: ReviewGraph) -> str:
    """The review as HTML of escaped text and nothing else."""
    review = graph.review
    files = Markup("").join(
        _FILE.format(
            file=f"{one.file} {one.sheet}".strip(),
            read=one.rows_read,
            imported=one.rows_imported,
            rejected=one.rows_rejected,
        )
        for one in graph.chronologies
    )
    return str(
        _SUMMARY.format(
            title=review.title,
            as_of=f", looked back at from {in_words(review.as_of)}" if review.as_of else "",
            files=files,
            people=len(graph.people),
            agencies=len(graph.agencies),
            batons=len(graph.batons),
            contacts=len(graph.contacts),
        )
    )


def questions_table(answered: Answered) -> Table:
    """Every question with its answer in short; see ``OpenReview.questions``."""
    rows = []
    for question in answered.registry:
        answer, header = answered.asked.answers[question.id], question.header
        found = len(answer.table.rows)
        said = "cannot tell" if not answer.answerable else "found" if found else "none found"
        words = answer.missing or ("" if found else answer.none_sentence)
        rows.append(
            (
                question.id,
                header.topic.value,
                header.level,
                header.question,
                said,
                found,
                answer.denominator,
                words,
            )
        )
    columns = ("id", "topic", "level", "question", "answer", "rows", "out_of", "words")
    return Table(columns, tuple(rows))
