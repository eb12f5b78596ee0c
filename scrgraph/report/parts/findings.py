"""The findings by topic, each with how it is known, the author's comment and the rows behind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from scrgraph.model.sentence_parts import several
from scrgraph.model.vocabulary import Strength, Topic
from scrgraph.questions.standing import DecidedFinding
from scrgraph.report.document import PackDocument
from scrgraph.report.matter import Matter
from scrgraph.report.pictures import drawn
from scrgraph.report.table_xml import Cell, Column
from scrgraph.report.told import (
    ROWS_SHOWN,
    date_cell,
    finding_links,
    how_sure,
    row_link,
    row_words,
    rows_named,
    standing_words,
)
from scrgraph.report.word_xml import run
from visualisations.index import STRENGTH_WORDS, TOPIC_HEADINGS

_PICTURES = {
    Topic.BATONS: ("relay",),
    Topic.SILOS: ("knowledge", "network"),
    Topic.CHILD: ("seen",),
    Topic.ENGAGEMENT: ("engagement",),
}


def write_findings(document: PackDocument, matter: Matter) -> None:
    """The findings that are set out, but for those of which the records cannot tell."""
    document.heading("4 The findings", 1)
    document.text(
        "Each finding stands with the rows behind it; the words are those of the records. Where more than "
        f"{ROWS_SHOWN} rows stand behind one, the others are named below the table."
    )
    if matter.in_brief:
        document.text(
            f"{len(matter.in_brief):,} findings are not yet decided. They are told in a line each, as a document with "
            "the rows behind all of them could not be worked in; findings.xlsx has those rows. A finding is set out "
            "with its rows as soon as it is accepted."
        )
    _write_counts(document, matter)
    for topic in Topic:
        of_topic = [one for one in matter.put_in if one.finding.topic is topic]
        told = [one for one in of_topic if one.finding.strength is not Strength.CANNOT_TELL]
        pictures = [found for key in _PICTURES.get(topic, ()) for found in drawn(matter, key)]
        if not told and not pictures:
            continue
        heading = TOPIC_HEADINGS[topic]
        for picture in pictures:
            picture.put_in(document, heading)
            heading = ""
        untold = [one for one in of_topic if one.finding.strength is Strength.CANNOT_TELL]
        if not told and not untold:
            continue
        document.turn(wide=False)
        if heading:
            document.heading(heading, 2)
        if not told:
            document.text("No finding of this topic is set out here.")
        if untold:
            document.text(
                "Of which the records cannot tell, in part 5: ", *finding_links(document, untold, word=True)
            )
        write_by_question(document, matter, told)


def write_by_question(document: PackDocument, matter: Matter, findings: Iterable[DecidedFinding]) -> None:
    """Findings under the titles of their questions, with why each is asked."""
    for asked, of_question in groupby(findings, key=lambda one: one.finding.question):
        header = matter.registry.get(asked).header
        document.heading(header.title, 3)
        document.text(header.why, style="Finding note")
        brief: list[DecidedFinding] = []
        for one in of_question:
            if one.number in matter.in_brief:
                brief.append(one)
            else:
                write_finding(document, matter, one)
        if brief:
            _write_in_brief(document, brief, header.title)


def _write_in_brief(document: PackDocument, findings: Sequence[DecidedFinding], title: str) -> None:
    document.table(
        [
            Column("No.", 0.9),
            Column("Finding, not yet decided", 8),
            Column("How sure", 2.6),
            Column("Rows", 0.9),
        ],
        [
            (
                document.cell(document.marked(run(str(one.number)), one.bookmark)),
                "\n".join((one.finding.statement, *(f"Comment: {comment}" for comment in one.comments))),
                how_sure(one.finding),
                str(len(one.finding.evidence)),
            )
            for one in findings
        ],
        summary=f"{title}: findings not yet decided",
        caption=False,
    )


def write_finding(document: PackDocument, matter: Matter, one: DecidedFinding) -> None:
    """One finding: its sentence, how sure it is, the comments, and the rows behind it."""
    finding = one.finding
    label = document.marked(run(f"Finding {one.number}. ", bold=True), one.bookmark)
    document.text(label, finding.statement, style="Finding")
    document.text(f"{how_sure(finding)}; {standing_words(one)}.", style="Finding note")
    for comment in one.comments:
        document.text(run("Author's comment: ", bold=True), comment, style="Finding comment")
    document.table(
        [
            Column("Date", 2),
            Column("File and row", 2.6),
            Column("Agency", 2.4),
            Column("What the row says", 7),
        ],
        _rows(document, matter, one),
        summary=f"Rows behind finding {one.number}",
        caption=False,
    )
    if further := [row.entry_id for row in finding.evidence[ROWS_SHOWN:]]:
        more = f"And {several(len(further), 'further row')}: "
        document.text(more, *rows_named(document, matter, further), style="Table text")
        document.text(style="After table")


def _rows(document: PackDocument, matter: Matter, one: DecidedFinding) -> Iterator[tuple[Cell, ...]]:
    for row in one.finding.evidence[:ROWS_SHOWN]:
        entry = matter.entries.get(row.entry_id)
        if entry is None:
            yield "", f"{row.file}, {row.place}", "", row.text
            continue
        yield (
            date_cell(entry.date),
            document.cell(row_link(document, matter, entry)),
            matter.agency_name(entry.agency_id, entry.agency_text or "not stated"),
            document.cell(*row_words(matter, entry)),
        )


def _write_counts(document: PackDocument, matter: Matter) -> None:
    counted = Counter((one.finding.topic, one.finding.strength) for one in matter.put_in)
    rows = []
    for topic in Topic:
        numbers = [counted[topic, strength] for strength in Strength]
        if any(numbers):
            rows.append((TOPIC_HEADINGS[topic], *(str(number) for number in (*numbers, sum(numbers)))))
    totals = [sum(counted[topic, strength] for topic in Topic) for strength in Strength]
    rows.append(("All topics", *(str(number) for number in (*totals, sum(totals)))))
    columns = [Column("Topic", 5), *(Column(STRENGTH_WORDS[strength], 2) for strength in Strength)]
    document.table(
        [*columns, Column("All", 1.2)],
        rows,
        summary="Findings set out in this pack, by topic and by how they are known",
        row_headings=True,
    )
