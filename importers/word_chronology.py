"""Word documents (.docx, .docm): their tables, several in a file, and entries that stand between them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from importers.errors import ImporterError
from importers.heading_row import Row
from importers.headings import looked_for
from importers.rows import Sheet
from importers.source import Source, read_sheets
from importers.text_entries import dated_paragraphs
from importers.title_agency import stated_agency
from importers.word_package import open_package
from importers.word_sheets import Arranged, Lines, TableGroup, arranged
from importers.word_tables import LaidOut
from importers.word_text import WordText, text_of
from scrgraph.model.entry import Imported, RejectedRow

_ACROSS = (
    "is one cell across the whole table and was taken for a heading within the table",
    "nothing needs to be done, unless it is an entry: then give it a date and import again",
)
_NOT_CHRONOLOGY = (
    "is in a table that is not of the chronology: no headings were recognised in it",
    "nothing needs to be done, unless it belongs to the chronology: then give the table headings and import again",
)


def read_word(source: Source) -> Imported:
    """Every row of every table, imported or rejected, and the paragraphs between them that begin with a date.

    Tables with the same headings, or with none and as many columns, are one chronology with the table above. A row that
    is one cell across the table is rejected as a heading, and gives its year or month to dates below that have none.
    Tables without headings that hold no dates (keys, covers, signatures) have their rows rejected. Other paragraphs are
    titles and no rows. Raises ``ImporterError`` for a file that is no Word document, is damaged, has a password, is
    too large, is empty, or has neither headings nor dated paragraphs.
    """
    try:
        package = open_package(source.file, source.data)
        text = text_of(package)
        if text.foreign:
            raise ImporterError(
                f"{source.file} has another file inside it, of which nothing can be read. Open it in Word, save it "
                "under a new name as .docx and import that."
            )
        titles = package.titles()
        document = arranged(text.blocks, source.book, titles, source.file)
        sheets = _sheets(source, document, titles)
        if not sheets:
            raise _nothing_found(source, document, text)
        return _reasons(read_sheets(source, sheets), document)
    except MemoryError as reason:
        raise ImporterError(
            f"{source.file} is too large for this computer. Split it and import the parts."
        ) from reason


def _sheets(source: Source, document: Arranged, titles: Sequence[str]) -> list[Sheet]:
    """What is read as one chronology each. The first that has headings is called by the name of the file alone."""
    if not document.groups:
        return _without_headings(source, document, titles)
    sheets, texts = [], 0
    for part in document.parts:
        if isinstance(part, TableGroup):
            first = part is document.groups[0]
            number = part.first.number
            name = source.file if first else f"{source.file}/table {number}"
            title = part.title or (f"table {number}" if len(document.groups) > 1 else "")
            total = part.rows[-1].number if part.rows else 0
            sheets.append(
                Sheet(
                    source.file,
                    name,
                    part.rows,
                    "",
                    title,
                    source.sha256,
                    source.agency,
                    total,
                    "table",
                    part.agency,
                )
            )
        elif isinstance(part, Lines):
            texts += 1
            rows = dated_paragraphs(part.lines, source.book, source.file)
            name = f"{source.file}/text {texts}"
            sheets.append(_text(source, name, rows, part.agency))
        else:
            sheets.append(_other(source, part, len(document.parts)))
    return sheets


def _without_headings(source: Source, document: Arranged, titles: Sequence[str]) -> list[Sheet]:
    """A document without a table that is a chronology: its paragraphs, where they begin with dates."""
    lines, number = [], 0
    for paragraph in document.paragraphs:
        number += bool(paragraph.text)
        lines += [(line, f"paragraph {number}") for line in paragraph.text.split("\n")]
    others = [part for part in document.parts if isinstance(part, LaidOut)]
    sheets = []
    rows = dated_paragraphs(lines, source.book, source.file)
    if rows:
        above = (text for row in takewhile(lambda row: row.number, rows) for text in row.texts())
        said = stated_agency([*titles, *above], source.file)
        sheets.append(_text(source, source.file, rows, said))
    return sheets + [_other(source, part, len(others) + len(sheets)) for part in others]


def _text(source: Source, name: str, rows: Sequence[Row], agency: str) -> Sheet:
    """Paragraphs that begin with dates, as a sheet without a name."""
    return Sheet(
        source.file,
        name,
        rows,
        sha256=source.sha256,
        agency=source.agency,
        part="text",
        stated_agency=agency,
        lines_wrap=True,
    )


def _other(source: Source, table: LaidOut, parts: int) -> Sheet:
    """A table that is not of the chronology; its rows will be rejected."""
    name = f"{source.file}/table {table.number}" if parts > 1 else source.file
    return Sheet(
        source.file, name, table.rows, str(table.number), "", source.sha256, source.agency, 0, "table"
    )


def _reasons(imported: Imported, document: Arranged) -> Imported:
    """Say in their own words why headings inside tables and rows of other tables were rejected."""
    reasons = {place: _ACROSS for group in document.groups for place in group.across}
    for part in document.parts:
        if isinstance(part, LaidOut):
            reasons |= {f"table {part.number}, row {row.number}": _NOT_CHRONOLOGY for row in part.rows}
    rejected = tuple(
        _said(row, *reasons[row.place]) if row.place in reasons else row for row in imported.rejected
    )
    return imported.model_copy(update={"rejected": rejected})


def _said(row: RejectedRow, fault: str, next_step: str) -> RejectedRow:
    reason = f"{row.place.capitalize()} of {row.file} {fault}. It was kept in rejected.csv; {next_step}."
    return row.model_copy(update={"reason": reason})


def _nothing_found(source: Source, document: Arranged, text: WordText) -> ImporterError:
    line = next((" ".join(paragraph.text.split()) for paragraph in document.paragraphs if paragraph.text), "")
    if text.pictures and not line:
        return ImporterError(
            f"{source.file} holds pictures and no text. Ask the agency for the chronology as text, or copy it into a "
            "table and import that."
        )
    if not line:
        return ImporterError(
            f"{source.file} is empty. Check that it is the right file and ask the agency for it again."
        )
    shown = line if len(line) <= 100 else f"{line[:97]}..."
    return ImporterError(
        f"No chronology was found in {source.file}: no table with headings and no paragraph that begins with a date. A "
        f"table needs {looked_for()}. The first line seen was: {shown}. Give the table headings and import again."
    )
