"""Tables as WordprocessingML: the header row repeats on every page, and no row is split over two."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from scrgraph.report.word_xml import legal, paragraph

#: A cell: plain text, or whole paragraphs already made.
Cell = str | Markup


@dataclass(frozen=True)
class Column:
    """A heading, and the share of the table's width that its column takes."""

    heading: str
    share: float


@dataclass(frozen=True)
class TableStyles:
    """The ids of the styles of a table and of the paragraphs in it."""

    table: str
    text: str
    heading: str


def table_xml(
    columns: Sequence[Column],
    rows: Iterable[Sequence[Cell]],
    *,
    width: int,
    styles: TableStyles,
    summary: str,
    least_height: int = 0,
    row_headings: bool = False,
) -> Markup:
    """A table ``width`` twentieths of a point wide; ``summary`` is its text for those who cannot see it.

    ``least_height`` is that of each row, in twentieths of a point, for tables to be filled in. Raises
    ``ValueError`` for a row that does not fit the columns.
    """
    whole = sum(column.share for column in columns)
    widths = [round(width * column.share / whole) for column in columns]
    look = (
        f'w:firstRow="1" w:lastRow="0" w:firstColumn="{int(row_headings)}" w:lastColumn="0" '
        'w:noHBand="1" w:noVBand="1"'
    )
    head = (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{styles.table}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="0620" {look}/>'
        f'<w:tblCaption w:val="{escape(legal(summary))}"/></w:tblPr>'
        f"<w:tblGrid>{''.join(f'<w:gridCol w:w={chr(34)}{one}{chr(34)}/>' for one in widths)}</w:tblGrid>"
    )
    headings = [paragraph(column.heading, style=styles.heading, keep_next=True) for column in columns]
    written = [_row(headings, widths, styles, header=True)]
    for row in rows:
        if len(row) != len(columns):
            raise ValueError(f"the row has {len(row)} cells and there are {len(columns)} columns")
        written.append(_row(row, widths, styles, least_height=least_height, row_heading=row_headings))
    return Markup(f"{head}{''.join(written)}</w:tbl>")  # noqa: S704


def _row(
    cells: Sequence[Cell],
    widths: Sequence[int],
    styles: TableStyles,
    *,
    header: bool = False,
    least_height: int = 0,
    row_heading: bool = False,
) -> str:
    height = f'<w:trHeight w:val="{least_height}" w:hRule="atLeast"/>' if least_height else ""
    looks = f"<w:trPr><w:cantSplit/>{height}{'<w:tblHeader/>' * header}</w:trPr>"
    inside = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{_cell(cell, style)}</w:tc>'
        for number, (cell, width) in enumerate(zip(cells, widths, strict=True))
        for style in [styles.heading if row_heading and number == 0 else styles.text]
    )
    return f"<w:tr>{looks}{inside}</w:tr>"


def _cell(cell: Cell, style: str) -> Markup:
    """A cell's paragraphs; a cell holds at least one."""
    if isinstance(cell, Markup):
        return cell or paragraph(style=style)
    return paragraph(cell, style=style)
