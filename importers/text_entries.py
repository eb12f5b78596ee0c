"""Running text cut into entries: one begins wherever a line begins with a date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from importers.heading_row import Row
from importers.headings import HeadingBook, normal
from importers.line_date import LineDate, date_at_start
from importers.sheet_limits import MOST_CELLS, MOST_ROWS, too_many_entries

#: Title lines beyond this number are put together in one row, so that the heading row stays in reach.
_TITLE_ROWS = 10
_LABEL = re.compile(r"[\s*_#>•-]*([A-Za-z][A-Za-z ,/&?'’()-]{0,40}?)[*_]*\s*:[*_]*(?:\s+|$)(.*)", re.DOTALL)
_FURTHER_LABEL = re.compile(r"(?:\s{2,}|\t+|\s*[|;]\s*)(?=[A-Z][A-Za-z /]{1,30}:\s)")
_LONGEST_LINE_OF_LABELS = 500
#: A line of running text such as "Midwife: says weighed" is no label; one of these words says that it is.
_WHO = re.compile(
    r"\b(?:name|names|by|worker|staff|professionals?|practitioner|clinician|officer|persons?|people|re|subject|family)\b",
    re.IGNORECASE,
)
#: These say it only where nothing but names follows: "Child: Rowan Marsh", not "Child: asleep in cot".
_WHOM = re.compile(r"(?:pupil|patient|client|child|children|service user|tenant|woman|baby)s?", re.IGNORECASE)
_FAMILY = frozenset({
    "and", "the", "of", "de", "unborn", "baby", "mother", "father", "mum", "dad", "partner", "ex-partner", "child",
    "sibling", "aged", "brother", "sister", "unknown", "male", "female", "adult", "man", "woman", "boy", "girl", "her",
    "his", "stepfather", "mother's", "grandmother", "grandfather", "parent", "parents",
})  # fmt: skip
_PIECES, _MOST_WORDS_OF_A_NAME = re.compile(r"[;,/&]"), 4
_AGENCY_TITLE = re.compile(
    r"\s*(?:name of |reporting )?(?:agency|organi[sz]ation|service)\b.*:", re.IGNORECASE
)


@dataclass
class _Entry:
    """The lines of one entry as they come: its date, what it says, and what stands under a label."""

    number: int
    place: str
    lines: list[str]
    above: dict[str, str] = field(default_factory=dict)
    date: str = ""
    details: list[str] = field(default_factory=list)
    labelled: dict[str, list[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class _Line:
    """One line with something on it. ``label`` is a recognised heading before a colon, ``rest`` what follows it."""

    number: int
    text: str
    place: str
    after_blank: bool
    starts: LineDate | None = None
    label: str = ""
    means: str = ""
    rest: str = ""


def dated_paragraphs(
    lines: Iterable[tuple[str, str]], book: HeadingBook | None = None, file: str = "this text"
) -> list[Row]:
    """The rows that ``read_sheet`` needs for text without a table; each line is ``(text, place)``.

    Title lines come first, one a row; then the heading row ``Date | Details``, with a further heading for each
    label that lines begin with ("Agency:", "Worker:", "Outcome:"); then one row an entry, with the ``place`` of its
    first line and its lines word for word in ``original``. An entry begins at a line that begins with a date, after a
    bullet, number or weekday at most, or with ``Date:``; every other line belongs to the entry above it. A line with no
    more than a month or year ("March 2008") gives it to the days below ("12th - ..."). Rows are numbered by their line,
    from 1. Empty when no line begins with a date: the text is then no chronology. Raises ``ImporterError``, naming
    ``file``, when more lines begin with a date or label than a chronology has rows.
    """
    held = _understood(lines, book or HeadingBook(), file)
    entries, titles = _entries(held, _opener(held))
    return _rows(entries, titles) if entries else []


def _understood(lines: Iterable[tuple[str, str]], book: HeadingBook, file: str) -> list[_Line]:
    """The lines that hold anything, each with the date or the label that it begins with.

    A blank line ends any sentence. A line of several labels ("Date: 12/3/07  Agency: Police") gives one for each, the
    first with the whole text.
    """
    held: list[_Line] = []
    after_blank, before, dated = True, "", 0
    for number, (text, place) in enumerate(lines, start=1):
        if not text.strip():
            after_blank, before = True, ""
            continue
        line = _Line(number, text.rstrip(), place, after_blank, date_at_start(text, before))
        after_blank, before = False, text
        line = line if line.starts else _labelled(line, text, book)
        dated += line.starts is not None or line.means == "date"
        if dated > MOST_ROWS or number > MOST_CELLS:
            raise too_many_entries(file)
        parts = _FURTHER_LABEL.split(text) if line.label and len(text) <= _LONGEST_LINE_OF_LABELS else []
        labelled = [_labelled(line, part, book) for part in parts]
        if (
            len(labelled) > 1
            and all(part.label for part in labelled)
            and len({p.label for p in labelled}) > 1
        ):
            held += [labelled[0], *(replace(part, text="", after_blank=False) for part in labelled[1:])]
        else:
            held.append(line)
    return held


def _labelled(line: _Line, text: str, book: HeadingBook) -> _Line:
    label = _LABEL.match(text)
    means = book.listed(label[1]) if label else None
    if not label or not means or (means in {"people", "professional"} and not _tells_who(label[1], label[2])):
        return replace(line, label="", means="", rest="") if line.label else line
    return replace(line, label=label[1].strip(), means=means, rest=label[2].strip())


def _tells_who(label: str, rest: str) -> bool:
    """Whether names stand behind the label, as in "Worker: A Roe", and not what somebody said or did."""
    if _WHO.search(label):
        return True
    if not _WHOM.fullmatch(label.strip()) or len(rest) > _LONGEST_LINE_OF_LABELS:
        return False
    pieces = [words for piece in _PIECES.split(rest) if (words := piece.split())]
    named = [all(map(_is_of_a_name, words)) for words in pieces]
    return all(named) or (any(named) and all(len(words) <= _MOST_WORDS_OF_A_NAME for words in pieces))


def _is_of_a_name(word: str) -> bool:
    plain = word.strip(".()[]\"'“”‘’?*").replace("’", "'")
    return not plain[:1].islower() or plain in _FAMILY


def _opener(held: Sequence[_Line]) -> str:
    """The label that begins each entry where entries are blocks of labelled lines, else an empty string.

    It is "Date", or the label above it where each block begins with another. A single "Date:" above dated lines is the
    date of the document.
    """
    dated = [at for at, line in enumerate(held) if line.means == "date"]
    if not dated or (len(dated) == 1 and any(line.starts for line in held)):
        return ""
    first = dated[0]
    while first and not held[first].after_blank and held[first - 1].label:
        first -= 1
    label = normal(held[first].label)
    count = sum(normal(line.label) == label for line in held)
    return label if count == len(dated) else normal(held[dated[0]].label)


def _entries(held: Sequence[_Line], opener: str) -> tuple[list[_Entry], list[_Line]]:
    """The entries, and the lines above the first one. A heading line that no entry stands below goes on as text."""
    entries: list[_Entry] = []
    titles: list[_Line] = []
    headings: list[_Line] = []
    month = year = agency = ""
    above: dict[str, str] = {}
    for line, after in zip(held, [*held[1:], None], strict=False):
        starts = line.starts if line.starts and line.starts.stands(month, year) else None
        if starts and starts.is_heading and after and after.starts:
            above = {"Year": above.get("Year", "")} if starts.kind == "month" else {}
            above["Month" if starts.month else "Year"] = line.text.strip()
            month, year = starts.month, starts.year or year
            headings.append(line)
        elif line.means == "agency" and not opener and entries and after and after.starts:
            agency = line.rest
            headings.append(line)
        elif starts or _opens(line, opener, entries):
            told = {*above.values(), agency} - {""}
            lost = [other.text for other in headings if not told & {other.text.strip(), other.rest}]
            headings.clear()
            entries.append(
                _Entry(line.number, line.place, lost, above | ({"Agency": agency} if agency else {}))
            )
            _begin(entries[-1], line, starts.completed(month, year) if starts else "", agency)
        else:
            for text in (*headings, line):
                _take(entries[-1], text) if entries else titles.append(text)
            headings.clear()
    for line in headings:
        _take(entries[-1], line) if entries else titles.append(line)
    return entries, titles


def _opens(line: _Line, opener: str, entries: Sequence[_Entry]) -> bool:
    """Whether the label begins an entry; one line begins one entry at most."""
    return (
        bool(opener) and normal(line.label) == opener and not (entries and entries[-1].number == line.number)
    )


def _begin(entry: _Entry, line: _Line, date: str, agency: str) -> None:
    """Take the first line of an entry: its date with what follows, or a label of a block."""
    if agency:
        entry.labelled["Agency"] = [agency]
    if not date or not line.starts:
        _take(entry, line if line.text else replace(line, text=f"{line.label}: {line.rest}"))
        return
    entry.date = date
    entry.lines.append(line.text)
    entry.details += [line.starts.rest] if line.starts.rest else []


def _take(entry: _Entry, line: _Line) -> None:
    """Add a line to the entry: under its label, or to what the entry says."""
    if line.text:
        entry.lines.append(line.text)
    if line.means == "date" and not entry.date:
        starts = date_at_start(line.rest)
        entry.date = starts.written if starts else line.rest
        entry.details += [starts.rest] if starts and starts.rest else []
    elif line.label and line.means not in {"date", "text"}:
        entry.labelled.setdefault(_heading(line), []).append(line.rest)
    else:
        entry.details.append(
            line.rest if line.means == "text" else line.text.strip() or f"{line.label}: {line.rest}"
        )


def _heading(line: _Line) -> str:
    return line.label[:1].upper() + line.label[1:]


def _rows(entries: Sequence[_Entry], titles: Sequence[_Line]) -> list[Row]:
    """Title rows, the heading row and a row an entry; titles that name the agency are kept apart from the rest."""
    titles = sorted(
        filter(lambda line: line.text, titles), key=lambda line: not _AGENCY_TITLE.match(line.text)
    )
    first, rest = titles[:_TITLE_ROWS], titles[_TITLE_ROWS:]
    rows = [Row(line.number, (line.text.strip(),), place=line.place) for line in first]
    if rest:
        together = "\n".join(line.text.strip() for line in rest)
        rows.append(Row(rest[0].number, (together,), place=rest[0].place))
    labels = list(dict.fromkeys(label for entry in entries for label in entry.labelled))
    rows.append(Row(0, ("Date", "Details", *labels)))
    for entry in entries:
        cells = (
            entry.date,
            "\n".join(entry.details),
            *("\n".join(entry.labelled.get(label, ())) for label in labels),
        )
        original = {
            **{name: text for name, text in entry.above.items() if text},
            "Entry": "\n".join(entry.lines),
        }
        rows.append(Row(entry.number, cells, place=entry.place, original=original))
    return rows
