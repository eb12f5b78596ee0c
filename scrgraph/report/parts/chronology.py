"""The integrated chronology as a table: the detailed period in full, the earlier one in summary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from scrgraph.model.entry import Entry
from scrgraph.model.sentence_parts import several
from scrgraph.report.document import PackDocument
from scrgraph.report.matter import Matter
from scrgraph.report.periods import InPeriod, period_of
from scrgraph.report.table_xml import Cell, Column
from scrgraph.report.told import date_cell, finding_links, period, row_bookmark, row_words
from scrgraph.report.word_xml import run

_COLUMNS = (
    Column("Date", 3), Column("Agency and worker", 3.7), Column("About", 2.6), Column("What the row says", 9.6),
    Column("File and row", 2.9), Column("Findings", 1.8),
)  # fmt: skip
#: Characters of a row's words that a summary gives.
_SHORT = 180


def write_chronology(document: PackDocument, matter: Matter) -> None:
    """The rows of every period on wide pages, each with its file, place and findings."""
    review = matter.graph.review
    document.turn(wide=True)
    document.heading("6 The integrated chronology", 1)
    document.text(
        "The words are those of the records. The workbook chronology.xlsx beside this document has every row in full, "
        "with what it was taken to mean."
    )
    rows: dict[InPeriod, list[Entry]] = {which: [] for which in InPeriod}
    for entry in matter.chronology:
        rows[period_of(entry, review)].append(entry)
    if earlier := rows[InPeriod.SUMMARY]:
        scope = "" if period(review.summary) == "not given" else f", {period(review.summary)}"
        document.heading("The earlier period, in summary", 2)
        _write_summary(document, matter, earlier, f"The earlier period in summary{scope}")
    if detailed := rows[InPeriod.DETAILED]:
        scope = "" if period(review.detailed) == "not given" else f", {period(review.detailed)}"
        document.heading("The detailed period, in full" if scope else "The chronology", 2)
        _write_table(document, matter, detailed, f"The chronology in full{scope}", short=False)
    if outside := rows[InPeriod.OUTSIDE]:
        document.heading("Rows outside the two periods, in summary", 2)
        _write_summary(document, matter, outside, "Rows outside the two periods, in summary")
    if undated := rows[InPeriod.UNDATED]:
        document.heading("Rows with no date", 2)
        _write_table(document, matter, undated, "Rows with no date, in the order of the files", short=False)


def _write_summary(document: PackDocument, matter: Matter, entries: Sequence[Entry], summary: str) -> None:
    """Rows that record more than a routine contact, or stand behind a finding; the others are counted."""
    shown = [entry for entry in entries if entry.entry_id in matter.rows_set_out]
    others = Counter(
        matter.agency_name(entry.agency_id, entry.agency_text or "not stated")
        for entry in entries
        if entry.entry_id not in matter.rows_set_out
    )
    told = f"{len(shown):,} of {several(len(entries), 'row')}: those that record more than a "
    told += "routine contact, and those behind a finding that rests on few rows. Long rows are cut and end in […]."
    if others:
        told += (
            " Not set out: " + "; ".join(f"{name} {number}" for name, number in sorted(others.items())) + "."
        )
    document.text(told)
    if shown:
        _write_table(document, matter, shown, summary, short=True)


def _write_table(
    document: PackDocument, matter: Matter, entries: Sequence[Entry], summary: str, *, short: bool
) -> None:
    rows = (_row(document, matter, entry, short=short) for entry in entries)
    document.table(_COLUMNS, rows, summary=summary)


def _row(document: PackDocument, matter: Matter, entry: Entry, *, short: bool) -> Sequence[Cell]:
    who = matter.agency_name(entry.agency_id, entry.agency_text or "not stated")
    worker = ", ".join(part for part in (entry.professional_text, entry.role_text) if part)
    place = document.marked(run(f"{entry.file}, {entry.place}"), row_bookmark(matter, entry))
    return (
        date_cell(entry.date),
        f"{who}\n{worker}" if worker and not short else who,
        entry.people_text,
        document.cell(*row_words(matter, entry, shortened_to=_SHORT if short else 0)),
        document.cell(place),
        document.cell(*finding_links(document, matter.resting_on.get(entry.entry_id, ()))),
    )
