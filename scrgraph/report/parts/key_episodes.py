"""Key episodes and notes, as the author marked rows with them: a list before the chronology, and words in its rows."""

from __future__ import annotations

from markupsafe import Markup

from scrgraph.model.entry import Entry
from scrgraph.report.document import PackDocument
from scrgraph.report.matter import Matter
from scrgraph.report.table_xml import Column
from scrgraph.report.told import date_cell, finding_links, row_link, row_words
from scrgraph.report.word_xml import run

_COLUMNS = (
    Column("Date", 2.8), Column("Agency", 3), Column("What the row says", 7.4), Column("Author's notes", 5.6),
    Column("File and row", 2.9), Column("Findings", 1.8),
)  # fmt: skip
#: Characters of a row's words that the list gives; the chronology below has them all.
_SHORT = 300


def write_key_episodes(document: PackDocument, matter: Matter) -> None:
    """The key episodes, earliest first, each with its notes and leading to its row; nothing where there are none."""
    marked = matter.key_episodes
    if not marked:
        return
    document.heading("Key episodes", 2)
    document.text(
        "The rows that the author marked as key episodes, earliest first. Long ones are cut here and end in […]; the "
        "chronology below sets out each of them in full."
    )
    document.table(
        _COLUMNS,
        (
            (
                date_cell(entry.date),
                matter.agency_name(entry.agency_id, entry.agency_text or "not stated"),
                document.cell(*row_words(matter, entry, shortened_to=_SHORT)),
                Markup("").join(document.cell(note) for note in matter.marks_on(entry).notes),
                document.cell(row_link(document, matter, entry)),
                document.cell(*finding_links(document, matter.resting_on.get(entry.entry_id, ()))),
            )
            for entry in marked
        ),
        summary="Key episodes, earliest first",
    )


def marked_words(document: PackDocument, matter: Matter, entry: Entry, *, shortened_to: int = 0) -> Markup:
    """The paragraphs of a cell: what a row says as ``row_words`` gives it, and below it what it was marked with."""
    marks = matter.marks_on(entry)
    paragraphs = [document.cell(*row_words(matter, entry, shortened_to=shortened_to))]
    if marks.key_episode:
        paragraphs.append(document.cell(run("Key episode", bold=True)))
    paragraphs += [document.cell(run("Author's note: ", bold=True), note) for note in marks.notes]
    return Markup("").join(paragraphs)
