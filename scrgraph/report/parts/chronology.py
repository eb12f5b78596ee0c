"""The integrated chronology as a table: the detailed period in full, the earlier one in summary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from scrgraph.model.entry import Entry
from scrgraph.model.sentence_parts import several
from scrgraph.report.document import PackDocument
from scrgraph.report.matter import MOST_ROWS, Matter
from scrgraph.report.parts.key_episodes import marked_words, write_key_episodes
from scrgraph.report.periods import HowMuch, InPeriod, period_of
from scrgraph.report.table_xml import Cell, Column
from scrgraph.report.told import date_cell, finding_links, period, row_bookmark
from scrgraph.report.word_xml import run

_COLUMNS = (
    Column("Date", 3), Column("Agency and worker", 3.7), Column("About", 2.6), Column("What the row says", 9.6),
    Column("File and row", 2.9), Column("Findings", 1.8),
)  # fmt: skip
#: Characters of a row's words that a summary gives.
_SHORT = 180
#: Rows of one table.
_PART = 500


def write_chronology(document: PackDocument, matter: Matter) -> None:
    """The rows of every period on wide pages, each with its file, place and findings."""
    review = matter.graph.review
    document.turn(wide=True)
    document.heading("6 The integrated chronology", 1)
    document.text(
        "The words are those of the records. The workbook chronology.xlsx beside this document has every row in full, "
        "with what it was taken to mean."
    )
    if matter.how_much is not HowMuch.AS_ASKED:
        keys = ", and every key episode" if matter.key_episodes else ""
        document.text(
            f"The review has {len(matter.chronology):,} rows, more than a document that can still be worked in can "
            f"hold ({MOST_ROWS:,}). Set out here: {matter.how_much.value}{keys}. The others are counted by agency. "
            "A shorter detailed period in review.toml brings its rows in full."
        )
    write_key_episodes(document, matter)
    rows: dict[InPeriod, list[Entry]] = {which: [] for which in InPeriod}
    for entry in matter.chronology:
        rows[period_of(entry, review)].append(entry)
    if earlier := rows[InPeriod.SUMMARY]:
        scope = "" if period(review.summary) == "not given" else f", {period(review.summary)}"
        document.heading("The earlier period, in summary", 2)
        _write_summary(document, matter, earlier, f"The earlier period in summary{scope}")
    if detailed := rows[InPeriod.DETAILED]:
        scope = "" if period(review.detailed) == "not given" else f", {period(review.detailed)}"
        if all(entry.entry_id in matter.rows_set_out for entry in detailed):
            document.heading("The detailed period, in full" if scope else "The chronology", 2)
            _write_table(document, matter, detailed, f"The chronology in full{scope}", short=False)
        else:
            document.heading("The detailed period, in part" if scope else "The chronology, in part", 2)
            _write_summary(document, matter, detailed, f"The chronology in part{scope}", short=False)
    if outside := rows[InPeriod.OUTSIDE]:
        document.heading("Rows outside the two periods, in summary", 2)
        _write_summary(document, matter, outside, "Rows outside the two periods, in summary")
    if undated := rows[InPeriod.UNDATED]:
        document.heading("Rows with no date", 2)
        kept = [entry for entry in undated if entry.entry_id in matter.rows_set_out]
        if len(kept) < len(undated):
            document.text(f"{len(kept):,} of {several(len(undated), 'row')}; chronology.xlsx has the others.")
        if kept:
            _write_table(document, matter, kept, "Rows with no date, in the order of the files", short=False)


def _write_summary(
    document: PackDocument, matter: Matter, entries: Sequence[Entry], summary: str, *, short: bool = True
) -> None:
    """The rows of a period that are set out, long ones cut where ``short``; the others are counted."""
    shown = [entry for entry in entries if entry.entry_id in matter.rows_set_out]
    others = Counter(
        matter.agency_name(entry.agency_id, entry.agency_text or "not stated")
        for entry in entries
        if entry.entry_id not in matter.rows_set_out
    )
    only_findings = matter.how_much in (HowMuch.DETAILED, HowMuch.FINDINGS)
    which = "" if only_findings else "record more than a routine contact, and those that "
    told = f"{len(shown):,} of {several(len(entries), 'row')}: those that {which}"
    told += "stand behind a finding that rests on few rows."
    keys = any(matter.marks_on(entry).key_episode for entry in shown)
    if matter.how_much is HowMuch.LATEST:
        told = f"{len(shown):,} of {several(len(entries), 'row')}: {matter.how_much.value}."
    if keys:
        told += " Key episodes are set out in full."
    if short and shown:
        told += f" {'Other long' if keys else 'Long'} rows are cut and end in […]."
    if others:
        named = "; ".join(f"{name} {number:,}" for name, number in sorted(others.items()))
        told += f" Not set out: {named}."
    document.text(told)
    if shown:
        _write_table(document, matter, shown, summary, short=short)


def _write_table(
    document: PackDocument, matter: Matter, entries: Sequence[Entry], summary: str, *, short: bool
) -> None:
    """One table; a long one in parts, each with a heading, as Word slows down in a table of thousands of rows."""
    for first in range(0, len(entries), _PART):
        part = entries[first : first + _PART]
        said = summary
        if len(entries) > _PART:
            days = f"{part[0].date} to {part[-1].date}" if part[0].date.known else "no date"
            document.heading(f"Rows {first + 1:,} to {first + len(part):,}: {days}", 3)
            said = f"{summary}: rows {first + 1:,} to {first + len(part):,}"
        rows = (_row(document, matter, entry, short=short) for entry in part)
        document.table(_COLUMNS, rows, summary=said)


def _row(document: PackDocument, matter: Matter, entry: Entry, *, short: bool) -> Sequence[Cell]:
    who = matter.agency_name(entry.agency_id, entry.agency_text or "not stated")
    worker = ", ".join(part for part in (entry.professional_text, entry.role_text) if part)
    short = short and not matter.marks_on(entry).key_episode
    place = document.marked(run(f"{entry.file}, {entry.place}"), row_bookmark(matter, entry))
    return (
        date_cell(entry.date),
        f"{who}\n{worker}" if worker and not short else who,
        entry.people_text,
        marked_words(document, matter, entry, shortened_to=_SHORT if short else 0),
        document.cell(place),
        document.cell(*finding_links(document, matter.resting_on.get(entry.entry_id, ()))),
    )
