"""What the records cannot tell: findings, questions, records worth asking for, and dates."""

from __future__ import annotations

from scrgraph.model.derived import SourceGap
from scrgraph.model.sentence_parts import several
from scrgraph.model.vocabulary import Strength
from scrgraph.report.document import PackDocument
from scrgraph.report.matter import Matter
from scrgraph.report.parts.findings import write_by_question
from scrgraph.report.table_xml import Column
from scrgraph.report.told import day, rows_named


def write_not_told(document: PackDocument, matter: Matter) -> None:
    """Everything that stays open until further records are in hand."""
    graph = matter.graph
    document.heading("5 What the records cannot tell", 1)
    document.text(
        "Nothing here counts as something that did not happen. It is what would have to be asked for, or settled, "
        "before more can be said."
    )
    document.heading("Records worth asking for", 2)
    if graph.source_gaps:
        document.table(
            [
                Column("Agency", 3),
                Column("Days", 3.6),
                Column("What rests on them", 3),
                Column("Rows that point there", 4),
            ],
            [
                (
                    matter.agency_name(gap.agency_id),
                    _days(gap),
                    _rests(gap),
                    document.cell(*rows_named(document, matter, gap.entry_ids)),
                )
                for gap in graph.source_gaps
            ],
            summary="Records that are not in hand, with what cannot be judged without them",
        )
    else:
        document.text("No row in hand points to records of an agency that are not in hand.")
    document.heading("Questions that could not be answered", 2)
    if matter.asked.not_answerable:
        document.table(
            [Column("Question", 6), Column("What is missing", 6)],
            [
                (matter.registry.get(lacking.question).header.question, lacking.missing)
                for lacking in matter.asked.not_answerable
            ],
            summary="Questions that the records in hand cannot answer",
        )
    else:
        document.text("Every question could be asked of the records in hand.")
    _write_dates_and_doubts(document, matter)
    untold = [one for one in matter.put_in if one.finding.strength is Strength.CANNOT_TELL]
    document.heading("Findings of which the records cannot tell", 2)
    if not untold:
        document.text("There is none among the findings set out.")
    write_by_question(document, matter, untold)


def _write_dates_and_doubts(document: PackDocument, matter: Matter) -> None:
    graph = matter.graph
    partial = sum(entry.date.known and not entry.date.exact for entry in graph.entries)
    undated = sum(not entry.date.known for entry in graph.entries)
    document.heading("Dates and readings in doubt", 2)
    document.text(
        f"Of {several(len(graph.entries), 'row')}, {partial:,} {'has' if partial == 1 else 'have'} a partial date and "
        f"{undated:,} {'has' if undated == 1 else 'have'} none. Findings that turn on such a date are marked as "
        "possible."
    )
    if graph.doubts:
        many = several(len(graph.doubts), "reading of the rows is", "readings of the rows are")
        document.text(f"{many} still in doubt, as nobody has settled them yet.")


def _days(gap: SourceGap) -> str:
    if gap.from_day and gap.to_day:
        return f"{day(gap.from_day)} to {day(gap.to_day)}"
    return "all the days of the review"


def _rests(gap: SourceGap) -> str:
    parts = [
        several(number, what)
        for number, what in ((gap.batons, "thing passed on"), (gap.contacts, "contact"))
        if number
    ]
    return " and ".join(parts) or "its own account"
