"""The lines of words on the pages of a PDF, and which of them are headers and footers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pdfplumber.utils.text import extract_words

from importers.line_date import date_at_start
from importers.pdf_pages import ReadPage

_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?", re.IGNORECASE)
_BROKEN = re.compile(r"(\w+)-\n(\w+)")
_WORD = re.compile(r"\w+(?:-\w+)*")
#: The upper and lower part of a page, of its height, in which headers and footers stand.
_EDGE = 0.15


@dataclass(frozen=True)
class Word:
    """A word and its place on the page, in points from the upper left corner."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float


@dataclass(frozen=True)
class Line:
    """One line of words. ``number`` counts the lines of the page from 1; ``at_edge``: high up or far down on it."""

    page: int
    number: int
    words: tuple[Word, ...]
    at_edge: bool

    @property
    def text(self) -> str:
        """The words with one space between them."""
        return " ".join(word.text for word in self.words)

    @property
    def place(self) -> str:
        """Where a person finds it: ``page 3, line 4``."""
        return f"page {self.page}, line {self.number}"


def words_on(page: ReadPage) -> list[Word]:
    """The words of a page, in no order that is promised."""
    return [_word(word) for word in extract_words(page.chars, x_tolerance=2, y_tolerance=3)]


def lines_of(page: ReadPage, words: Iterable[Word]) -> list[Line]:
    """The lines that ``words`` make, from the top of the page, words from the left."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.top, word.x0)):
        middle = (word.top + word.bottom) / 2
        if rows and rows[-1][0].top <= middle <= rows[-1][0].bottom:
            rows[-1].append(word)
        else:
            rows.append([word])
    low, high = page.height * _EDGE, page.height * (1 - _EDGE)
    return [
        Line(
            page.page_number,
            number,
            tuple(sorted(row, key=lambda word: word.x0)),
            row[0].bottom < low or row[0].top > high,
        )
        for number, row in enumerate(rows, start=1)
    ]


def stands_in(word: Word, box: tuple[float, float, float, float]) -> bool:
    """Whether the middle of the word is in the box (left, upper, right and lower end)."""
    across, down = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return box[0] <= across <= box[2] and box[1] <= down <= box[3]


def _word(word: Mapping[str, Any]) -> Word:
    return Word(str(word["text"]), word["x0"], word["x1"], word["top"], word["bottom"])


def running_lines(pages: Sequence[Sequence[Line]]) -> set[tuple[int, int]]:
    """Headers, footers and page numbers, as (page, line number): the same but for numbers on half of the pages."""
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({_pattern(line) for line in page if line.at_edge})
    often = {text for text, count in seen.items() if count > 1 and 2 * count >= len(pages)}
    return {
        (line.page, line.number)
        for page in pages
        for line in page
        if (line.at_edge and _pattern(line) in often) or is_page_number(line)
    }


def is_page_number(line: Line) -> bool:
    """Whether a line is no more than the number of the page, high up or far down on it."""
    return line.at_edge and _PAGE_NUMBER.fullmatch(line.text) is not None


def _pattern(line: Line) -> str:
    """The line with its numbers left open, but for the date that it begins with: an entry is no header."""
    text = line.text.casefold()
    starts = date_at_start(text)
    date = starts.written if starts else ""
    return date + _NUMBER.sub("#", text.removeprefix(date))


class Hyphens:
    """Mends words broken at the end of a line, by how the rest of the file writes them."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._words = {word.casefold() for text in texts for word in _WORD.findall(_BROKEN.sub(" ", text))}

    def mended(self, text: str) -> str:
        """The text with no hyphen at the end of a line: "visi-⏎ted" is one word, "follow-⏎up" keeps its hyphen."""
        if "-\n" not in text and "\u00ad" not in text:
            return text
        return _BROKEN.sub(self._mended, text.replace("\u00ad\n", "").replace("\u00ad", ""))

    def _mended(self, broken: re.Match[str]) -> str:
        first, second = broken[1], broken[2]
        if not second[0].islower() or not first[-1].isalpha():
            return f"{first}-{second}"
        if f"{first}{second}".casefold() in self._words:
            return f"{first}{second}"
        known = f"{first}-{second}".casefold() in self._words
        both = first.casefold() in self._words and second.casefold() in self._words
        return f"{first}-{second}" if known or both else f"{first}{second}"
