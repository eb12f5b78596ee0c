"""The chronology and the findings as Excel: real dates, filters, and text that no spreadsheet takes for a formula."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from zipfile import ZipFile

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, NamedStyle, PatternFill
from openpyxl.utils import get_column_letter

from importers.safe_csv import neutral
from scrgraph.model.entry import Entry
from scrgraph.model.vocabulary import Strength
from scrgraph.pseudonyms.child_clock import age_told, in_ages, on_clock
from scrgraph.questions.standing import DecidedFinding
from scrgraph.report.fixed_zip import with_fixed_times
from scrgraph.report.matter import Matter
from scrgraph.report.periods import period_of
from scrgraph.report.word_xml import legal
from visualisations.index import CERTAINTY_WORDS, STRENGTH_WORDS, TOPIC_HEADINGS

Value = str | int | dt.date | None
_LONGEST_CELL = 32_767
_CUT = " […] (cut here: a cell holds no more)"
_SAVED_ON = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
#: The styles of the cells.
_TEXT, _DAY = "Words", "Day"
_CORE = "docProps/core.xml"


@dataclass(frozen=True)
class Sheet:
    """A sheet: its name, its headings with the width of each column in characters, and its rows."""

    name: str
    headings: Sequence[tuple[str, int]]
    rows: Iterable[Sequence[Value]]


def chronology_workbook(matter: Matter) -> bytes:
    """chronology.xlsx: every row, earliest first, and every row that was rejected.

    Key episodes and notes have two columns at the end where the author set any.
    """
    headings: tuple[tuple[str, int], ...] = (
        ("Date", 12), ("Latest day", 12), ("Date as written", 18), ("How it was read", 22), ("Period", 12),
        ("Agency", 26), ("Role", 16), ("Professional", 18), ("About", 22), ("Event", 20), ("To", 20), ("From", 20),
        ("Received", 10), ("Child seen", 10), ("Seen alone", 10), ("What happened", 70), ("Outcome", 40),
        ("Reference", 14), ("Taken as", 18), ("Findings", 16), ("File", 22), ("Place", 16),
    )  # fmt: skip
    if matter.marks:
        headings += (("Key episode", 10), ("Note", 50))
    rejected = Sheet(
        "Rejected rows",
        (("File", 22), ("Place", 16), ("Why", 50), ("The row as it was", 80)),
        ((row.file, row.place, row.reason, row.original) for row in matter.graph.rejected),
    )
    return _workbook((Sheet("Chronology", headings, _chronology_rows(matter)), rejected))


def findings_workbook(matter: Matter) -> bytes:
    """findings.xlsx: every finding with what was decided, its rows, and what could not be answered."""
    findings = Sheet(
        "Findings",
        (
            ("No.", 6), ("Topic", 22), ("Question", 34), ("Finding", 80), ("How known", 16), ("How sure", 22),
            ("People", 22), ("Agencies", 30), ("From", 12), ("To", 12), ("Decided", 16), ("Decided by", 16),
            ("Reason", 34), ("Comments", 40), ("Rows", 8), ("Id", 40),
        ),
        (_finding_row(matter, one) for one in matter.decided.all),
    )  # fmt: skip
    evidence = Sheet(
        "Rows behind them",
        (
            ("Finding", 9),
            ("Date", 12),
            ("Agency", 26),
            ("File", 22),
            ("Place", 16),
            ("What the row says", 90),
        ),
        _evidence_rows(matter),
    )
    open_ = Sheet(
        "Not answered",
        (("Question", 60), ("What is missing", 60)),
        (
            (matter.registry.get(lacking.question).header.question, lacking.missing)
            for lacking in matter.asked.not_answerable
        ),
    )
    return _workbook((findings, evidence, open_))


def _chronology_rows(matter: Matter) -> Iterable[Sequence[Value]]:
    review = matter.graph.review
    for entry in matter.chronology:
        code = entry.kind_code
        numbers = ", ".join(str(one.number) for one in matter.resting_on.get(entry.entry_id, ()))
        yield (
            entry.date.earliest if entry.date.exact else str(entry.date),
            None if entry.date.exact else entry.date.latest,
            entry.date.written,
            entry.date.how,
            period_of(entry, review).value,
            matter.agency_name(entry.agency_id, entry.agency_text),
            *(entry.role_text, entry.professional_text, entry.people_text, entry.event_text, entry.to_text),
            *(
                entry.from_text,
                entry.received.value,
                entry.child_seen.value,
                entry.seen_alone.value,
                entry.text,
            ),
            *(entry.action_text, entry.reference, code.value.replace("_", " ") if code else "", numbers),
            *(entry.file, entry.place),
            *(_marks(matter, entry) if matter.marks else ()),
        )


def _marks(matter: Matter, entry: Entry) -> tuple[str, str]:
    marks = matter.marks_on(entry)
    return "yes" if marks.key_episode else "", "\n".join(marks.notes)


def _finding_row(matter: Matter, one: DecidedFinding) -> Sequence[Value]:
    finding = one.finding
    return (
        one.number,
        TOPIC_HEADINGS[finding.topic],
        matter.registry.get(finding.question).header.title,
        finding.statement,
        STRENGTH_WORDS[Strength(finding.strength)],
        CERTAINTY_WORDS[finding.certainty],
        "; ".join(finding.people),
        "; ".join(finding.agencies),
        finding.from_,
        finding.to,
        one.standing.value,
        one.decided_by,
        one.reason,
        "\n".join(one.comments),
        len(finding.evidence),
        finding.id,
    )


def _evidence_rows(matter: Matter) -> Iterable[Sequence[Value]]:
    for one in matter.decided.all:
        for row in one.finding.evidence:
            entry = matter.entries.get(row.entry_id)
            date: Value = None
            agency = ""
            if entry:
                date = entry.date.earliest if entry.date.exact else str(entry.date)
                agency = matter.agency_name(entry.agency_id, entry.agency_text)
            yield (one.number, date, agency, row.file, row.place, row.text)


def _workbook(sheets: Iterable[Sheet]) -> bytes:
    book = Workbook(write_only=True)
    wrapped, bold = Alignment(wrap_text=True, vertical="top"), Font(name="Arial", size=10, bold=True)
    plain, fill = Font(name="Arial", size=10), PatternFill("solid", fgColor="FFE8EDF4")
    book.add_named_style(NamedStyle(_TEXT, font=plain, alignment=wrapped))
    book.add_named_style(NamedStyle(_DAY, font=plain, alignment=wrapped, number_format="d mmm yyyy"))
    for sheet in sheets:
        page = book.create_sheet(sheet.name)
        page.freeze_panes = "A2"
        for number, (_, width) in enumerate(sheet.headings, start=1):
            page.column_dimensions[get_column_letter(number)].width = width
        head = []
        for heading, _ in sheet.headings:
            cell = WriteOnlyCell(page, heading)
            cell.font, cell.fill, cell.alignment = bold, fill, wrapped
            head.append(cell)
        page.append(head)
        written = 1
        for row in sheet.rows:
            page.append([_cell(page, _value(value)) for value in row])
            written += 1
        page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.headings))}{written}"
        page.page_setup.orientation = "landscape"
        page.page_setup.fitToHeight = False
        page.sheet_properties.pageSetUpPr.fitToPage = True
        page.print_title_rows = "1:1"
    book.properties.creator = "scrgraph"
    book.properties.language = "en-GB"
    data = io.BytesIO()
    book.save(data)
    with ZipFile(io.BytesIO(data.getvalue())) as package:
        core = _SAVED_ON.sub(rb"\g<1>2000-01-01T00:00:00Z", package.read(_CORE))
    return with_fixed_times(data.getvalue(), {_CORE: core})


def _cell(page: Any, value: Value) -> Any:
    """A cell in its style; none where nothing stands in it. A style by name is many times quicker than its parts."""
    if value is None or value == "":
        return None
    cell = WriteOnlyCell(page, value)  # type: ignore[arg-type]
    cell.style = _DAY if isinstance(value, dt.date) else _TEXT
    return cell


def _value(value: Value) -> Value:
    """Text that stays text: a leading ``=`` is kept from being a formula, and what no cell can hold is left out."""
    if isinstance(value, dt.date) and on_clock(value):
        return age_told(value)[1]
    if not isinstance(value, str):
        return value
    text = neutral(legal(in_ages(value)))
    return text if len(text) <= _LONGEST_CELL else text[: _LONGEST_CELL - len(_CUT)] + _CUT
