"""Which tables and paragraphs of a Word document belong together as one chronology, and which to none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from importers.heading_row import ROWS_LOOKED_AT, HeadingRow, Row, find_heading_row
from importers.headings import HeadingBook, normal
from importers.title_agency import stated_agency
from importers.word_blocks import Block, WordParagraph, WordTable
from importers.word_dates import across_the_table, begins_with_date, dated, is_period
from importers.word_tables import LaidOut, lay_out, texts_of


@dataclass
class TableGroup:
    """Tables that are one chronology: with the same headings, or without any below one that has them.

    ``rows`` are numbered through, ``count`` is the last number; ``across`` are the places of rows that are one cell
    from side to side and no month or year.
    """

    first: LaidOut
    heading: HeadingRow
    agency: str
    style: str = ""
    title: str = ""
    rows: list[Row] = field(default_factory=list)
    across: set[str] = field(default_factory=set)
    count: int = 0
    under_period: bool = False


@dataclass
class Lines:
    """Paragraphs that stand together outside the tables, as lines with their places."""

    lines: list[tuple[str, str]]
    agency: str = ""


@dataclass
class Arranged:
    """A document put in order: groups of tables, tables that are none of the chronology, and paragraphs."""

    parts: list[TableGroup | LaidOut | Lines] = field(default_factory=list)
    paragraphs: list[WordParagraph] = field(default_factory=list)

    @property
    def groups(self) -> list[TableGroup]:
        """The groups of tables in order."""
        return [part for part in self.parts if isinstance(part, TableGroup)]


def arranged(blocks: Sequence[Block], book: HeadingBook, titles: Sequence[str], file: str) -> Arranged:
    """Put the blocks of a document in order.

    ``titles`` are those the whole document bears: of its properties, headers and footers.
    """
    blocks = list(_opened(blocks, book))
    tables = sum(isinstance(block, WordTable) for block in blocks)
    arranging = _Arranging(book, list(titles), file, tables)
    for block in blocks:
        if isinstance(block, WordParagraph):
            arranging.near.append(block)
            arranging.result.paragraphs.append(block)
        else:
            arranging.take(block)
    arranging.finish_lines(f"below {arranging.called()}")
    return arranging.result


def _opened(blocks: Sequence[Block], book: HeadingBook) -> Iterator[Block]:
    """The blocks, with a table that only frames the chronology replaced by what stands in it."""
    for block in blocks:
        if isinstance(block, WordTable) and _frames_chronology(block, book):
            inside = [part for row in block.rows for cell in row.cells for part in cell.blocks]
            yield from _opened(inside, book)
        else:
            yield block


def _frames_chronology(table: WordTable, book: HeadingBook) -> bool:
    inside = [
        block
        for row in table.rows
        for cell in row.cells
        for block in cell.blocks
        if isinstance(block, WordTable)
    ]
    if not inside or _heading(lay_out(table, 0), book):
        return False
    return any(_heading(lay_out(nested, 0), book) or _frames_chronology(nested, book) for nested in inside)


def _heading(table: LaidOut, book: HeadingBook) -> HeadingRow | None:
    return find_heading_row(table.rows[: ROWS_LOOKED_AT + 1], book)


class _Arranging:
    """Goes through a document from top to bottom. ``near`` are the paragraphs since the last table."""

    def __init__(self, book: HeadingBook, titles: list[str], file: str, tables: int) -> None:
        self.book = book
        self.titles = titles
        self.file = file
        self.tables = tables
        self.number = 0
        self.result = Arranged()
        self.near: list[WordParagraph] = []
        self.covers: list[str] = []
        self.group: TableGroup | None = None

    def called(self) -> str:
        """What a person calls the last table."""
        return f"table {self.number}" if self.tables > 1 else "the table"

    def take(self, block: WordTable) -> None:
        """Find the table its group, or leave it alone."""
        table = lay_out(block, self.number + 1)
        before = self.called()
        self.number += 1
        if not table.rows:
            return
        heading = _heading(table, self.book)
        near = [paragraph for paragraph in self.near if paragraph.text]
        above = table.rows[: heading.heading_at] if heading else ()
        said = stated_agency([*(p.text for p in near), *(text for row in above for text in row.texts())], "")
        group = self.group
        where = f"below {before}" if self.number > 1 else f"above {self.called()}"
        if group and heading and self._same(group, heading, near, said):
            self.finish_lines(where)
            self._add(group, table, heading, near)
        elif group and not heading and said in ("", group.agency) and _goes_on(group, table):
            self.finish_lines(where)
            self._add(group, table, None, near)
        elif heading:
            agency = said or self._agency(near)
            self.finish_lines(where, agency)
            style = next((p.style for p in near if p.heading and said and stated_agency([p.text], "")), "")
            title = next((p.text for p in reversed(near) if p.heading), "")
            self.group = TableGroup(table, heading, agency, style, " ".join(title.split())[:80])
            self.result.parts.append(self.group)
            self._add(self.group, table, heading, near)
        else:
            self.covers += [] if group else texts_of([table])
            self.finish_lines(where)
            self.result.parts.append(table)

    def _same(self, group: TableGroup, heading: HeadingRow, near: Sequence[WordParagraph], said: str) -> bool:
        """Whether a table with headings belongs to the group above it."""
        other = heading.title_agency or said
        section = any(p.heading and p.style == group.style and not is_period(p.text) for p in near)
        return (
            [*map(normal, heading.columns.names)] == [*map(normal, group.heading.columns.names)]
            and (not other or other.casefold() == (group.heading.title_agency or group.agency).casefold())
            and not (group.style and section and not said)
        )

    def _agency(self, near: Sequence[WordParagraph]) -> str:
        """Whose the whole document is, as far as it tells; of a later section only where nothing sets it apart."""
        group = self.group
        if group is None:
            return stated_agency([*self.covers, *self.titles, *(p.text for p in near)], self.file)
        whole = stated_agency([*self.covers, *self.titles], self.file)
        return whole or ("" if any(p.heading for p in near) else group.agency)

    def _add(
        self, group: TableGroup, table: LaidOut, heading: HeadingRow | None, near: Sequence[WordParagraph]
    ) -> None:
        """Number the rows on from those the group has; headings of a further table and titles above are left out.

        A month or year that stands above the table goes before its rows, as a row that dates them.
        """
        rows, data_from = table.rows, heading.data_from if heading else 0
        if heading and table is not group.first:
            first = rows.index(heading.stray[0]) if heading.stray else data_from
            rows, data_from = rows[first:], 0
        group.rows += [self._numbered(row, group, table) for row in rows[:data_from]]
        for number, paragraph in enumerate(near, start=1):
            if is_period(paragraph.text):
                group.count += 1
                place = f"paragraph {number} above {self.called()}"
                group.rows.append(
                    Row(group.count, (paragraph.text,), place=place, original={"Row": paragraph.text})
                )
                group.under_period = True
        for row in rows[data_from:]:
            numbered = self._numbered(row, group, table)
            if row.number in table.bands:
                numbered = across_the_table(numbered, group.heading.columns)
                under = is_period(next(iter(numbered.original.values()))) if numbered.original else False
                group.under_period = group.under_period or under
                if not under:
                    group.across.add(numbered.place)
            group.rows.append(numbered)
        group.count += table.last

    def _numbered(self, row: Row, group: TableGroup, table: LaidOut) -> Row:
        part = f"table {table.number}, " if self.tables > 1 else ""
        return replace(row, number=group.count + row.number, place=f"{part}row {row.number}")

    def finish_lines(self, where: str, agency: str = "") -> None:
        """Keep the dated ones among the paragraphs since the last table."""
        places = ((line, paragraph) for paragraph in self.near for line in paragraph.text.split("\n"))
        number, lines, last = 0, [], None
        for line, paragraph in places:
            if paragraph is not last and paragraph.text:
                number += 1
            last = paragraph
            lines.append((line, f"paragraph {number} {where}", paragraph.heading))
        kept = dated(lines)
        if kept:
            said = agency or (self.group.agency if self.group else "")
            self.result.parts.append(Lines(kept, said))
        self.near = []


def _goes_on(group: TableGroup, table: LaidOut) -> bool:
    """Whether a table without headings is more of the group: as many columns, and dates where its dates stand."""
    if table.width != group.first.width:
        return False
    date = group.heading.columns.first("date")
    cells = [row.texts()[date] for row in table.rows if date is not None and date < len(row.cells)]
    written = [text for text in cells if text]
    known = sum(begins_with_date(text, group.under_period) for text in written)
    return known > 0 and 2 * known >= len(written)
