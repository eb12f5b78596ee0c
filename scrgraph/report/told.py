"""How the pack says things: days and periods, links to findings and rows, and how sure a finding is."""

from __future__ import annotations

import datetime as dt
import textwrap
from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup

from scrgraph.model.entry import Entry
from scrgraph.model.finding import Finding
from scrgraph.model.partial_date import PartialDate, in_words
from scrgraph.model.review import Period
from scrgraph.model.vocabulary import Strength
from scrgraph.questions.standing import DecidedFinding, Standing
from scrgraph.report.document import PackDocument
from scrgraph.report.matter import Matter
from scrgraph.report.word_xml import Inline, run
from visualisations.index import CERTAINTY_WORDS, STRENGTH_WORDS

#: What each strength means, as the pack explains it.
STRENGTH_MEANS = {
    Strength.RECORDED: "a source row says it.",
    Strength.NO_RECORD_FOUND: (
        "the records that should hold it are in hand for those days, and nothing in them fits. It may still have "
        "happened and not been written down."
    ),
    Strength.CANNOT_TELL: "the records that would show it are not in hand, or do not cover those days.",
}
#: Rows set out below a finding; the others are named, and the chronology has their words.
ROWS_SHOWN = 10


def day(date: dt.date | None, otherwise: str = "not given") -> str:
    """A day for people."""
    return in_words(date) if date else otherwise


def period(span: Period) -> str:
    """A period for people."""
    if span.from_ and span.to:
        return f"{in_words(span.from_)} to {in_words(span.to)}"
    if span.from_ or span.to:
        return f"from {in_words(span.from_)}" if span.from_ else f"until {day(span.to)}"
    return "not given"


def date_cell(date: PartialDate) -> str:
    """A row's date, with what was written where it is not a single day."""
    if date.exact or not date.written or date.written.casefold() == str(date).casefold():
        return str(date)
    return f"{date} (written “{date.written}”)"


def how_sure(finding: Finding) -> str:
    """Strength and certainty in words."""
    return f"{STRENGTH_WORDS[finding.strength]}; {CERTAINTY_WORDS[finding.certainty]}"


def standing_words(one: DecidedFinding) -> str:
    """Whether a finding stands, and who said so."""
    by = f" by {one.decided_by}" if one.decided_by else ""
    why = f": {one.reason}" if one.reason and one.standing is Standing.ACCEPTED else ""
    return f"{one.standing.value}{by}{why}"


def finding_links(
    document: PackDocument, findings: Iterable[DecidedFinding], *, word: bool = False
) -> list[Inline]:
    """The numbers of findings with links to them; three or more in a row are written ``3 to 7``."""
    runs: list[list[DecidedFinding]] = []
    for one in sorted(findings, key=lambda one: one.number):
        if runs and one.number == runs[-1][-1].number + 1:
            runs[-1].append(one)
        elif not runs or one.number != runs[-1][-1].number:
            runs.append([one])
    parts: list[Inline] = []
    for group in runs:
        ends = [group[0], group[-1]] if len(group) > 2 else group
        joint = " to " if len(group) > 2 else ", "
        for number, one in enumerate(ends):
            parts += [run(joint if number else ", ")] if parts else []
            parts.append(document.link(str(one.number), one.bookmark))
    if word and parts:
        single = len(runs) == 1 and len(runs[0]) == 1
        parts.insert(0, run("Finding " if single else "Findings "))
    return parts


def row_link(document: PackDocument, matter: Matter, entry: Entry) -> Markup:
    """The file and place of a row, leading to it where the chronology sets it out."""
    words = f"{entry.file}, {entry.place}"
    if entry.entry_id not in matter.rows_set_out:
        return run(words)
    return document.link(words, row_bookmark(matter, entry))


def row_words(matter: Matter, entry: Entry, *, shortened_to: int = 0) -> Iterator[Inline]:
    """What a row says: its event, whom it went to or came from, what happened and what was done, in its own words.

    ``shortened_to`` is how many characters of what happened and was done are given; 0 is all of them.
    """
    sent = " ".join(
        f"{side} {name}." for side, name in (("To", entry.to_text), ("From", entry.from_text)) if name
    )
    if entry.event_text:
        yield run(f"{entry.event_text}. ", bold=True)
    if sent:
        yield run(f"{sent} ", italic=True)
    done = ""
    if entry.action_text:
        done = f"{matter.action_headings.get(entry.chronology_id) or 'Outcome'}: {entry.action_text}"
    if shortened_to:
        stop = "" if not entry.text or entry.text.endswith((".", "?", "!", ";")) else "."
        text = f"{entry.text}{stop} {done}" if done else entry.text
        yield run(textwrap.shorten(text, shortened_to, placeholder=" […]"))
        return
    yield run(entry.text)
    if done:
        yield run(f"\n{done}" if entry.text else done)


def row_bookmark(matter: Matter, entry: Entry) -> str:
    """Where a row stands in the chronology."""
    return f"row_{matter.row_numbers[entry.entry_id]}"


def rows_named(document: PackDocument, matter: Matter, entry_ids: Sequence[str]) -> list[Inline]:
    """Rows by file and place, one after another."""
    parts: list[Inline] = []
    for entry_id in entry_ids:
        if entry_id in matter.entries:
            parts += [run("; ")] if parts else []
            parts.append(row_link(document, matter, matter.entries[entry_id]))
    return parts
