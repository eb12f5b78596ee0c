"""The cheat sheet as one A4 page of PDF, the same bytes for the same sheet. Needs reportlab (extra ``docs``)."""

from __future__ import annotations

import io
from collections.abc import Sequence

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from scrgraph.cheat_sheet.sheet import Pattern, Sheet, in_parts

_PLAIN, _BOLD, _CODE, _CODE_BOLD = "Helvetica", "Helvetica-Bold", "Courier", "Courier-Bold"
_INK, _QUIET, _RULE, _KEYWORD = "#1b2430", "#4d5866", "#c9d0d9", "#005a8c"
_WIDTH, _HEIGHT = A4
_MARGIN, _GAP, _LOWEST = 26.0, 12.0, 18.0
_COLUMN = (_WIDTH - 2 * _MARGIN - _GAP) / 2
_SIZE, _LEADING = 7.0, 8.4
_QUERY, _QUERY_LEADING = 6.2, 7.6
_MODEL_CODE = 6.0
_LABEL, _PATTERN, _KNOWN = 52.0, 148.0, 70.0


class TooLong(ValueError):
    """What is on the sheet does not fit one page; shorten or leave out something of it."""


def pdf_of(sheet: Sheet) -> bytes:
    """The sheet as a PDF of one page. Raises ``TooLong`` where it does not fit."""
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=A4, invariant=1, pageCompression=0, lang="en-GB")
    canvas.setTitle(sheet.title)
    canvas.setAuthor("scrgraph")
    page = _Page(canvas)
    y = page.header(sheet, _HEIGHT - _MARGIN - 10)
    left = page.known(sheet, _MARGIN, page.things(sheet, _MARGIN, y))
    y = min(left, page.joins(sheet, _MARGIN + _COLUMN + _GAP, y)) - 4
    y = page.patterns(sheet.patterns, y)
    page.lines([sheet.closing], _MARGIN, y - 8, _WIDTH - 2 * _MARGIN, colour=_QUIET)
    if y - 8 < _LOWEST:
        raise TooLong(f"The cheat sheet is {_LOWEST - y + 8:.0f} points longer than its page.")
    canvas.showPage()
    canvas.save()
    return made.getvalue()


class _Page:
    """The page as it is drawn from the top; each part gives the height at which it ends, in points from below."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas

    def header(self, sheet: Sheet, y: float) -> float:
        self._text(sheet.title, _MARGIN, y, _BOLD, 14)
        return self.lines(sheet.intro, _MARGIN, y - 12, _WIDTH - 2 * _MARGIN) - 1

    def things(self, sheet: Sheet, x: float, y: float) -> float:
        y = self._heading("The things", x, y)
        for thing in sheet.things:
            self._text(f":{thing.label}", x, y, _BOLD, _SIZE)
            y = self.lines([thing.meaning], x + _LABEL, y, _COLUMN - _LABEL)
            y = self.lines(
                [", ".join(thing.properties)],
                x + _LABEL,
                y,
                _COLUMN - _LABEL,
                _CODE,
                _MODEL_CODE,
                colour=_KEYWORD,
            )
        return y

    def joins(self, sheet: Sheet, x: float, y: float) -> float:
        y = self._heading("How they are joined", x, y)
        for join in sheet.joins:
            self._text(join.pattern, x, y, _CODE, _MODEL_CODE, _KEYWORD)
            y = self.lines([join.meaning], x + _PATTERN, y, _COLUMN - _PATTERN)
        return y

    def known(self, sheet: Sheet, x: float, y: float) -> float:
        y = self._heading("How far something is known", x, y - 3)
        for name, meaning in sheet.known:
            self._text(name, x, y, _BOLD, _SIZE)
            y = self.lines([meaning], x + _KNOWN, y, _COLUMN - _KNOWN)
        return y

    def patterns(self, patterns: Sequence[Pattern], y: float) -> float:
        y = self._heading("Twelve patterns", _MARGIN, y, _WIDTH - 2 * _MARGIN) + 3
        for first in range(0, len(patterns), 2):
            row = patterns[first : first + 2]
            height = max(self._height(pattern) for pattern in row)
            for place, pattern in enumerate(row):
                self._pattern(pattern, first + place + 1, _MARGIN + place * (_COLUMN + _GAP), y, height)
            y -= height + 4
        return y

    def _pattern(self, pattern: Pattern, number: int, x: float, y: float, height: float) -> None:
        self.canvas.setStrokeColor(HexColor(_RULE))
        self.canvas.roundRect(x, y - height, _COLUMN, height, 3, stroke=1, fill=0)
        line = self.lines([f"{number}  {pattern.says}"], x + 5, y - 8.5, _COLUMN - 10, _BOLD)
        for words in pattern.query:
            at = x + 5
            for part, keyword in in_parts(words):
                font = _CODE_BOLD if keyword else _CODE
                self._text(part, at, line, font, _QUERY, _KEYWORD if keyword else _INK)
                at += self.canvas.stringWidth(part, font, _QUERY)
            if at > x + _COLUMN - 3:
                raise TooLong(f"A line of {pattern.name} is too long for its column: {words}")
            line -= _QUERY_LEADING

    def _height(self, pattern: Pattern) -> float:
        says = simpleSplit(f"12  {pattern.says}", _BOLD, _SIZE, _COLUMN - 10)
        return 5 + len(says) * _LEADING + len(pattern.query) * _QUERY_LEADING

    def lines(
        self,
        texts: Sequence[str],
        x: float,
        y: float,
        width: float,
        font: str = _PLAIN,
        size: float = _SIZE,
        *,
        colour: str = _INK,
    ) -> float:
        """Texts one under another, broken at ``width``."""
        for words in (part for text in texts for part in simpleSplit(text, font, size, width)):
            self._text(words, x, y, font, size, colour)
            y -= _LEADING
        return y

    def _heading(self, words: str, x: float, y: float, width: float = _COLUMN) -> float:
        self._text(words, x, y - 6, _BOLD, 8.5, "#14284b")
        self.canvas.setStrokeColor(HexColor(_RULE))
        self.canvas.setLineWidth(0.6)
        self.canvas.line(x, y - 8.5, x + width, y - 8.5)
        return y - 17

    def _text(self, words: str, x: float, y: float, font: str, size: float, colour: str = _INK) -> None:
        self.canvas.setFont(font, size)
        self.canvas.setFillColor(HexColor(colour))
        self.canvas.drawString(x, y, words)
