"""What a Word document is made of: paragraphs and tables, as they stand in its text."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class WordParagraph:
    """One paragraph, its line breaks kept. ``style`` is Word's name for how it looks, empty for the usual one."""

    text: str
    style: str = ""
    heading: bool = False
    listed: bool = False


@dataclass(slots=True)
class WordCell:
    """One cell: the column of the grid it starts at, from 0, how many it covers, and what it holds.

    ``blocks`` are its paragraphs and the tables inside it. ``begins_merge`` and ``continues_merge`` are for cells
    merged with those above or below; ``continues_across`` for the old way to merge with the cell before.
    """

    start: int
    span: int = 1
    blocks: list[Block] = field(default_factory=list)
    begins_merge: bool = False
    continues_merge: bool = False
    continues_across: bool = False
    deleted: bool = False


@dataclass(slots=True)
class WordRow:
    """One row; ``number`` counts from 1 within the table, ``before`` is how many columns it leaves out on the left."""

    number: int
    cells: list[WordCell] = field(default_factory=list)
    before: int = 0
    width: int = 0
    deleted: bool = False


@dataclass(slots=True)
class WordTable:
    """One table; ``widths`` are those of its columns in twentieths of a point."""

    widths: list[int] = field(default_factory=list)
    rows: list[WordRow] = field(default_factory=list)


Block = WordParagraph | WordTable
_BULLET = "• "


def cell_text(cell: WordCell) -> str:
    """The text of a cell, a line for each paragraph, with a bullet before items of a list.

    A row of a table inside it is one line, with tabs between its cells.
    """
    if cell.deleted:
        return ""
    lines = [line for block in cell.blocks for line in _lines(block)]
    return lines[0].removeprefix(_BULLET) if len(lines) == 1 else "\n".join(lines)


def _lines(block: Block) -> list[str]:
    if isinstance(block, WordParagraph):
        return [f"{_BULLET if block.listed else ''}{block.text}"] if block.text else []
    rows = ("\t".join(cell_text(cell) for cell in row.cells).strip() for row in block.rows if not row.deleted)
    return [row for row in rows if row]
