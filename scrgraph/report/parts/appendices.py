"""The appendices: findings set aside, findings not yet decided, decisions left over, and what was asked."""

from __future__ import annotations

from collections import Counter

from scrgraph.model.partial_date import in_words
from scrgraph.pseudonyms.child_clock import on_clock
from scrgraph.questions.standing import DecidedFinding, Standing
from scrgraph.report.document import PackDocument
from scrgraph.report.matter import Matter
from scrgraph.report.table_xml import Cell, Column
from scrgraph.report.told import how_sure
from scrgraph.report.word_xml import run
from scrgraph.review.decisions import Decision


def write_appendices(document: PackDocument, matter: Matter) -> None:
    """Nothing that was found or decided is left unsaid."""
    aside = matter.decided.standing(Standing.SET_ASIDE)
    document.heading("Appendix A Findings set aside", 1)
    if aside:
        document.table(
            [Column("No.", 0.9), Column("Finding", 6), Column("Set aside by", 2), Column("Reason", 4)],
            [
                (*_numbered(document, one), one.decided_by, "\n".join((one.reason, *_comments(one))))
                for one in aside
            ],
            summary="Findings set aside by the author, with the reason",
        )
    else:
        document.text("No finding was set aside.")
    document.heading("Appendix B Findings not yet decided and not set out", 1)
    if matter.left_for_later:
        document.table(
            [Column("No.", 0.9), Column("Finding", 9.6), Column("How sure", 3.2)],
            [
                (
                    document.cell(document.marked(run(str(one.number)), one.bookmark)),
                    "\n".join((one.finding.statement, *_comments(one))),
                    how_sure(one.finding),
                )
                for one in matter.left_for_later
            ],
            summary="Findings not yet decided",
        )
    else:
        document.text("There is none: every finding is set out in parts 4 and 5, or was set aside.")
    _write_left_over(document, matter)
    _write_asked(document, matter)


def _write_left_over(document: PackDocument, matter: Matter) -> None:
    left = matter.decided.without_finding
    if not left and not matter.graph.decisions_not_used:
        return
    document.heading("Appendix C Decisions that apply to nothing now", 1)
    document.text(
        "Decisions made earlier whose finding is no longer made, because a source, a reading or another decision "
        "has changed. They stay in decisions.csv."
    )
    if left:
        document.table(
            [
                Column("Made", 2),
                Column("By", 2),
                Column("Decision", 2),
                Column("Finding's id", 4),
                Column("Reason", 4),
            ],
            [(_made(one), one.made_by, one.value, one.subject, one.reason) for one in left],
            summary="Decisions about findings that are no longer made",
        )
    for unused in matter.graph.decisions_not_used:
        document.text(unused)


def _made(decision: Decision) -> str:
    """The day of a decision; not told in a copy whose days are on a child's clock."""
    return "" if on_clock(decision.made_at.date()) else in_words(decision.made_at.date())


def _write_asked(document: PackDocument, matter: Matter) -> None:
    """Every question with its answer in short, so that what was looked for and not found shows too."""
    found = Counter(one.finding.question for one in matter.decided.all)
    missing = {lacking.question: lacking.missing for lacking in matter.asked.not_answerable}
    left = matter.decided.without_finding or matter.graph.decisions_not_used
    document.heading(f"Appendix {'D' if left else 'C'} Everything that was asked", 1)
    document.text("Each question was asked of the whole review, with its usual limits of days.")
    rows: list[tuple[Cell, ...]] = []
    for question in matter.registry:
        if question.id in missing:
            answer = f"Cannot be answered. {missing[question.id]}"
        elif number := found[question.id]:
            answer = f"{number} finding{'s' * (number != 1)}"
        else:
            answer = matter.asked.answers[question.id].none_sentence
        rows.append((question.header.question, answer))
    document.table(
        [Column("Question", 7), Column("Answer", 5)], rows, summary="Every question and its answer"
    )


def _numbered(document: PackDocument, one: DecidedFinding) -> tuple[Cell, Cell]:
    return document.cell(document.marked(run(str(one.number)), one.bookmark)), one.finding.statement


def _comments(one: DecidedFinding) -> tuple[str, ...]:
    return tuple(f"Comment: {comment}" for comment in one.comments)
