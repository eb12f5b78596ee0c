"""The main text of a Word document as it streams by: its paragraphs and tables in order, as Word shows them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from importers.errors import ImporterError
from importers.word_blocks import Block, WordCell, WordParagraph, WordRow, WordTable
from importers.word_characters import NOT_TICKED, TICKED, readable, symbol
from importers.word_package import LARGEST_TEXT, Package, new_parser
from importers.word_styles import Styles, styles_of

#: More cells and paragraphs than this, letters in one row, or tables deeper in one another, are refused.
MOST_BLOCKS, MOST_LETTERS, DEEPEST_TABLE = 1_000_000, 2_000_000, 30
_MOST_COLUMNS, _MOST_CELLS, _DEEPEST_FIELD = 63, 500, 50
_W = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_SKIPPED = (
    "del", "moveFrom", "tabs", "tblGridChange", "trPrChange", "tcPrChange", "pPrChange", "rPrChange",
    "tblPrChange", "tblPrExChange", "sectPrChange", "numberingChange", "instrText", "delText", "delInstrText",
)  # fmt: skip
_OFF = frozenset({"0", "false", "off"})
_LEVELS = frozenset("012345678")

Attributes = Mapping[str, str]


@dataclass
class WordText:
    """What a document holds, in order. ``foreign`` says that a part of it is another file that was put inside."""

    blocks: list[Block] = field(default_factory=list)
    foreign: bool = False
    pictures: bool = False


def text_of(package: Package) -> WordText:
    """Read the main text. Tracked insertions are kept, deletions dropped; the results of fields are shown.

    Raises ``ImporterError`` for a document that is damaged or too large.
    """
    reader = _TextReader(package.file, styles_of(package))
    parser = new_parser(reader.start, reader.end)
    reader.listen = lambda on: setattr(parser, "CharacterDataHandler", reader.say if on else None)
    package.parse(package.main, parser, LARGEST_TEXT)
    return reader.result


class _TextReader:
    """Follows the XML with stacks of its own, so that no depth of nesting can use up Python's."""

    def __init__(self, file: str, styles: Styles) -> None:
        self.file = file
        self.styles = styles
        self.result = WordText()
        self.listen: Callable[[bool], None] = lambda on: None
        self.skipping = 0
        self.count = 0
        self.tables: list[WordTable] = []
        self.cells: list[WordCell] = []
        self.paragraphs: list[WordParagraph] = []
        self.pieces: list[list[str]] = []
        self.fields: list[bool] = []
        self.placeholders: list[bool] = []
        self.unshown = self.letters = 0
        self.choices: list[bool] = []
        self.font = ""
        self.ticked: dict[str, str] | None = None
        self.choice: list[str] | None = None
        self.in_row_properties = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if self.skipping:
            self.skipping += 1
        elif action := _START.get(tag):
            action(self, attributes)

    def end(self, tag: str) -> None:
        """An element ends."""
        if self.skipping:
            self.skipping -= 1
        elif action := _END.get(tag):
            action(self)

    def say(self, data: str) -> None:
        """Text that Word shows, unless it is the inside of a field or a prompt in an empty control."""
        self.letters += len(data)
        if self.letters > MOST_LETTERS:
            raise ImporterError(
                f"{self.file} has a row or paragraph of more than {MOST_LETTERS:,} letters. Split it and import again."
            )
        if self.pieces and not self.unshown:
            self.pieces[-1].append(readable(data, self.font))

    def skip(self, _: Attributes) -> None:
        if self.in_row_properties and self.tables:
            self.tables[-1].rows[-1].deleted = True
        self.skipping = 1

    def skip_cell(self, _: Attributes) -> None:
        if self.cells:
            self.cells[-1].deleted = True

    def block(self) -> None:
        self.count += 1
        if self.count > MOST_BLOCKS:
            raise ImporterError(
                f"{self.file} holds more than {MOST_BLOCKS:,} cells and paragraphs, more than can be read. Split it "
                "and import the parts."
            )

    def table(self, _: Attributes) -> None:
        if len(self.tables) >= DEEPEST_TABLE:
            raise ImporterError(
                f"{self.file} has tables more than {DEEPEST_TABLE} deep in one another. Copy the chronology into a "
                "new document, save that and import it."
            )
        self.tables.append(WordTable())

    def end_table(self) -> None:
        table = self.tables.pop()
        (self.cells[-1].blocks if self.cells else self.result.blocks).append(table)

    def row(self, _: Attributes) -> None:
        if self.tables:
            self.block()
            self.letters = 0 if len(self.tables) == 1 else self.letters
            self.tables[-1].rows.append(WordRow(len(self.tables[-1].rows) + 1))

    def cell(self, _: Attributes) -> None:
        self.block()
        row = self.tables[-1].rows[-1] if self.tables and self.tables[-1].rows else WordRow(0)
        if len(row.cells) >= _MOST_CELLS:
            raise ImporterError(
                f"{self.file} has a table with more than {_MOST_CELLS} cells in one row, which Word cannot show. Save "
                "the table as CSV or in Excel and import that."
            )
        self.cells.append(WordCell(row.width))
        row.cells.append(self.cells[-1])

    def end_cell(self) -> None:
        cell = self.cells.pop()
        row = self.tables[-1].rows[-1] if self.tables and self.tables[-1].rows else WordRow(0)
        row.width = cell.start + cell.span

    def paragraph(self, _: Attributes) -> None:
        self.block()
        self.letters = self.letters if self.cells or self.paragraphs else 0
        self.paragraphs.append(WordParagraph(""))
        self.pieces.append([])

    def end_paragraph(self) -> None:
        paragraph, pieces = self.paragraphs.pop(), self.pieces.pop()
        paragraph.text = "".join(pieces).strip()
        if not self.paragraphs and any(self.fields):
            self.unshown -= sum(self.fields)
            self.fields = [inside for inside in self.fields if not inside]
        (self.cells[-1].blocks if self.cells else self.result.blocks).append(paragraph)

    def style(self, attributes: Attributes) -> None:
        if self.paragraphs:
            name = _value(attributes)
            paragraph = self.paragraphs[-1]
            paragraph.style = name
            paragraph.heading = paragraph.heading or name in self.styles.headings
            paragraph.listed = paragraph.listed or name in self.styles.lists

    def outline(self, attributes: Attributes) -> None:
        if self.paragraphs and _value(attributes) in _LEVELS:
            self.paragraphs[-1].heading = True

    def numbered(self, attributes: Attributes) -> None:
        if self.paragraphs:
            self.paragraphs[-1].listed = _value(attributes) != "0"

    def run(self, _: Attributes) -> None:
        self.font = ""

    def fonts(self, attributes: Attributes) -> None:
        font = _value(attributes, "ascii")
        self.font = font if font.casefold().startswith(("wingdings", "symbol")) else ""

    def add(self, text: str) -> None:
        if self.pieces:
            self.pieces[-1].append(text)

    def sign(self, attributes: Attributes) -> None:
        self.add(symbol(_value(attributes, "font"), _value(attributes, "char")))

    def field_mark(self, attributes: Attributes) -> None:
        kind = _value(attributes, "fldCharType")
        if kind == "begin" and len(self.fields) < _DEEPEST_FIELD:
            self.fields.append(True)
            self.unshown += 1
        elif kind == "separate" and self.fields:
            self.unshown -= self.fields[-1]
            self.fields[-1] = False
        elif kind == "end" and self.fields:
            self.unshown -= self.fields.pop()

    def box(self, _: Attributes) -> None:
        self.ticked = {}

    def box_state(self, attributes: Attributes, name: str) -> None:
        if self.ticked is not None:
            self.ticked[name] = _value(attributes)

    def end_box(self) -> None:
        states, self.ticked = self.ticked or {}, None
        state = states.get("checked", states.get("default", "0"))
        self.add(NOT_TICKED if state in _OFF else TICKED)

    def options(self, _: Attributes) -> None:
        self.choice, self.ticked = [], {}

    def option(self, attributes: Attributes) -> None:
        if self.choice is not None:
            self.choice.append(_value(attributes))

    def end_options(self) -> None:
        options, states = self.choice or [], self.ticked or {}
        self.choice = self.ticked = None
        chosen = states.get("result", states.get("default", "0"))
        if chosen.isdecimal() and len(chosen) < 6 and int(chosen) < len(options):
            self.add(readable(options[int(chosen)]))

    def prompt(self, attributes: Attributes) -> None:
        if self.placeholders and not self.placeholders[-1] and _value(attributes) not in _OFF:
            self.placeholders[-1] = True
            self.unshown += 1

    def end_control(self) -> None:
        self.unshown -= self.placeholders.pop()

    def alternative(self, _: Attributes) -> None:
        if self.choices and self.choices[-1]:
            self.skipping = 1

    def a_choice(self, _: Attributes) -> None:
        if self.choices:
            self.choices[-1] = True

    def foreign(self, _: Attributes) -> None:
        self.result.foreign = True

    def picture(self, _: Attributes) -> None:
        self.result.pictures = True


def _value(attributes: Attributes, name: str = "val") -> str:
    """The attribute of that name, in either namespace of Word or in none."""
    return attributes.get(f"{_W[0]} {name}") or attributes.get(f"{_W[1]} {name}") or attributes.get(name, "")


def _number(attributes: Attributes, name: str = "val") -> int:
    value = _value(attributes, name)
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 8 else 0


def _grid_column(reader: _TextReader, attributes: Attributes) -> None:
    if reader.tables and len(reader.tables[-1].widths) < 4 * _MOST_COLUMNS:
        reader.tables[-1].widths.append(_number(attributes, "w"))


def _row_properties(reader: _TextReader, inside: bool) -> None:
    reader.in_row_properties = inside and bool(reader.tables and reader.tables[-1].rows)


def _columns_before(reader: _TextReader, attributes: Attributes) -> None:
    if reader.in_row_properties:
        row = reader.tables[-1].rows[-1]
        row.width = row.before = min(_number(attributes), _MOST_COLUMNS)


def _span(reader: _TextReader, attributes: Attributes) -> None:
    if reader.cells:
        reader.cells[-1].span = max(1, min(_number(attributes), _MOST_COLUMNS))


def _merged_down(reader: _TextReader, attributes: Attributes) -> None:
    if reader.cells:
        reader.cells[-1].begins_merge = _value(attributes) == "restart"
        reader.cells[-1].continues_merge = not reader.cells[-1].begins_merge


def _merged_across(reader: _TextReader, attributes: Attributes) -> None:
    if reader.cells:
        reader.cells[-1].continues_across = _value(attributes) != "restart"


_R = _TextReader
_ON_START: dict[str, Callable[[_TextReader, Attributes], None]] = {
    "tbl": _R.table, "tr": _R.row, "tc": _R.cell, "p": _R.paragraph, "r": _R.run,
    "gridCol": _grid_column, "trPr": lambda reader, _: _row_properties(reader, True),
    "gridBefore": _columns_before, "gridSpan": _span, "vMerge": _merged_down, "hMerge": _merged_across,
    "cellDel": _R.skip_cell, "pStyle": _R.style, "outlineLvl": _R.outline, "numId": _R.numbered,
    "rFonts": _R.fonts, "sym": _R.sign, "fldChar": _R.field_mark,
    "t": lambda reader, _: reader.listen(True), "tab": lambda reader, _: reader.add("\t"),
    "ptab": lambda reader, _: reader.add("\t"), "br": lambda reader, _: reader.add("\n"),
    "cr": lambda reader, _: reader.add("\n"), "noBreakHyphen": lambda reader, _: reader.add("-"),
    "checkBox": _R.box, "ddList": _R.options, "listEntry": _R.option,
    "checked": lambda reader, found: reader.box_state(found, "checked"),
    "default": lambda reader, found: reader.box_state(found, "default"),
    "result": lambda reader, found: reader.box_state(found, "result"),
    "sdt": lambda reader, _: reader.placeholders.append(False), "showingPlcHdr": _R.prompt,
    "altChunk": _R.foreign, "subDoc": _R.foreign, "drawing": _R.picture, "pict": _R.picture, "object": _R.picture,
}  # fmt: skip
_ON_END: dict[str, Callable[[_TextReader], object]] = {
    "tbl": _R.end_table, "tc": _R.end_cell, "p": _R.end_paragraph, "checkBox": _R.end_box,
    "ddList": _R.end_options, "trPr": lambda reader: _row_properties(reader, False),
    "t": lambda reader: reader.listen(False), "sdt": _R.end_control,
}  # fmt: skip
_START = {f"{w} {name}": action for w in _W for name, action in _ON_START.items()}
_START |= {f"{w} {name}": _R.skip for w in _W for name in _SKIPPED}
_START |= {f"{_MC} AlternateContent": lambda reader, _: reader.choices.append(False)}
_START |= {f"{_MC} Choice": _R.a_choice, f"{_MC} Fallback": _R.alternative}
_END = {f"{w} {name}": action for w in _W for name, action in _ON_END.items()}
_END |= {f"{_MC} AlternateContent": lambda reader: reader.choices.pop()}
