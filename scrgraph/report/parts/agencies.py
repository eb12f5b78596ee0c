"""The agencies, what their records cover, and every row accounted for."""

from __future__ import annotations

from collections import Counter

from scrgraph.model.agencies import Agency
from scrgraph.model.sentence_parts import several
from scrgraph.model.vocabulary import Detail
from scrgraph.report.document import PackDocument
from scrgraph.report.matter import Matter
from scrgraph.report.table_xml import Column
from scrgraph.report.told import day

_FOCUS = {"child": "the child", "family": "the family", "adult": "adults", "unknown": "not known"}
_REJECTED_SHOWN = 100


def write_agencies(document: PackDocument, matter: Matter) -> None:
    """Agencies with what is in hand of each; files with their rows; rows that could not be used."""
    graph = matter.graph
    document.heading("3 The agencies and their records", 1)
    document.heading("Agencies", 2)
    document.text(
        "Only an agency whose own records are in hand, for the days that matter, can show that something was not "
        "recorded. For the others the pack says that it cannot tell."
    )
    rows = Counter(entry.agency_id for entry in graph.entries)
    document.table(
        [
            Column("Agency", 3.4),
            Column("Kind of service", 2.6),
            Column("Works first with", 1.7),
            Column("Rows", 1),
            Column("Own records in hand for", 4.3),
        ],
        [
            (
                one.display_name,
                _sector(one),
                _FOCUS[one.focus],
                f"{rows[one.agency_id]:,}",
                _covered(matter, one),
            )
            for one in graph.agencies
            if one.stands_for_agency
        ],
        summary="Agencies, and the days for which their own records are in hand",
    )
    document.heading("Files", 2)
    every = "Every row of every file was imported or rejected, and none is left out."
    document.text(every if graph.rejected else f"{every} No row was rejected.")
    undated = Counter(entry.chronology_id for entry in graph.entries if not entry.date.known)
    document.table(
        [
            *(Column("File", 3.4), Column("Agency", 3), Column("Days its rows span", 3)),
            *(Column("Read", 1), Column("Imported", 1.6), Column("Rejected", 1.6), Column("No date", 1.4)),
        ],
        [
            (
                f"{one.file}, sheet {one.sheet}" if one.sheet else one.file,
                one.agency_text or "named row by row",
                f"{day(one.covers_from)} to {day(one.covers_to)}" if one.covers_from else "no dated row",
                f"{one.rows_read:,}",
                f"{one.rows_imported:,}",
                f"{one.rows_rejected:,}",
                f"{undated[one.chronology_id]:,}",
            )
            for one in graph.chronologies
        ],
        summary="Files, with every row imported or rejected",
    )
    if graph.copies:
        same = several(len(graph.copies), "row says", "rows say")
        document.text(f"{same} word for word what a row of another file says, and counts once, as that one.")
    _write_rejected(document, matter)


def _write_rejected(document: PackDocument, matter: Matter) -> None:
    rejected = matter.graph.rejected
    if not rejected:
        return
    document.heading("Rows that could not be used", 2)
    shown = rejected[:_REJECTED_SHOWN]
    if len(shown) < len(rejected):
        document.text(f"The first {len(shown)} of {len(rejected):,}; chronology.xlsx has them all.")
    document.table(
        [Column("File and row", 2.6), Column("Why", 5), Column("The row as it was", 5)],
        [(f"{row.file}, {row.place}", row.reason, row.original) for row in shown],
        summary="Rows that could not be used, with the reason",
    )


def _sector(agency: Agency) -> str:
    words = agency.sector.replace("_", " ").replace("childrens", "children's")
    return {"gp": "general practice", "camhs": "CAMHS", "unknown": "not known"}.get(agency.sector, words)


def _covered(matter: Matter, agency: Agency) -> str:
    spans = sorted(
        {
            (cover.from_, cover.to)
            for cover in matter.graph.coverages
            if cover.agency_id == agency.agency_id and cover.detail is Detail.OWN and cover.from_ and cover.to
        }
    )
    return "; ".join(f"{day(first)} to {day(last)}" for first, last in spans) or "no records in hand"
