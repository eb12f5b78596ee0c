"""findings.json and the table of findings.csv: the same bytes for the same findings, on every machine."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from pydantic_core import to_json

from scrgraph.atomic import write_text_atomic
from scrgraph.model.entry import Chronology
from scrgraph.model.finding import Finding
from scrgraph.model.review import Period, Review
from scrgraph.questions.findings import AskedAll, in_file_order
from scrgraph.questions.standing import DecidedFinding, FindingsDecided

CSV_COLUMNS = (
    "id", "question", "topic", "strength", "certainty", "statement", "people", "agencies", "from", "to",
    "evidence",
)  # fmt: skip
#: Further columns, where the author has decided anything about the findings.
DECIDED_COLUMNS = ("standing", "decided_by", "reason", "comments")


@dataclass(frozen=True)
class RowCounts:
    """How many rows the sources had, and what became of them: ``read`` is ``imported`` and ``rejected``."""

    read: int
    imported: int
    rejected: int

    @classmethod
    def of(cls, chronologies: Iterable[Chronology]) -> Self:
        """The counts of all the files and sheets together."""
        files = tuple(chronologies)
        return cls(
            sum(file.rows_read for file in files),
            sum(file.rows_imported for file in files),
            sum(file.rows_rejected for file in files),
        )


def findings_json(
    review: Review, rows: RowCounts, asked: AskedAll, decided: FindingsDecided | None = None
) -> str:
    """The text of findings.json: the review, its rows, the findings and the questions not answered.

    A finding about which the author decided or said something has that under ``decided``.
    """
    told = decided.by_id if decided else {}
    whole = {
        "review": _review(review),
        "rows": {"read": rows.read, "imported": rows.imported, "rejected": rows.rejected},
        "findings": [
            finding.model_dump(mode="json", by_alias=True) | _decided(told.get(finding.id))
            for finding in in_file_order(asked.findings)
        ],
        "not_answerable": [
            {"question": lacking.question, "missing": lacking.missing}
            for lacking in sorted(asked.not_answerable, key=lambda lacking: lacking.question)
        ],
    }
    return to_json(whole, indent=2).decode("utf-8") + "\n"


def write_findings_json(
    path: Path, review: Review, rows: RowCounts, asked: AskedAll, decided: FindingsDecided | None = None
) -> None:
    """Write findings.json, the whole file at once. Raises ``OSError`` when it cannot be written."""
    write_text_atomic(path, findings_json(review, rows, asked, decided))


def findings_rows(
    findings: Iterable[Finding], decided: FindingsDecided | None = None
) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """The columns and rows of findings.csv, a row a finding; days are ISO, as in every file.

    ``DECIDED_COLUMNS`` stand at the end where the author has decided anything about these findings.

    The cells hold the words of the sources: write them with ``importers.safe_csv``, so that a spreadsheet
    does not take one for a formula.
    """
    if decided is None or not decided.by_id:
        return CSV_COLUMNS, [_row(finding) for finding in in_file_order(findings)]
    return (*CSV_COLUMNS, *DECIDED_COLUMNS), [
        (*_row(one.finding), one.standing.value, one.decided_by, one.reason, "; ".join(one.comments))
        for one in decided.all
    ]


def _row(finding: Finding) -> tuple[str, ...]:
    return (
        finding.id,
        finding.question,
        finding.topic.value,
        finding.strength.value,
        finding.certainty.value,
        finding.statement,
        "; ".join(finding.people),
        "; ".join(finding.agencies),
        finding.from_.isoformat() if finding.from_ else "",
        finding.to.isoformat() if finding.to else "",
        "; ".join(f"{source.file} {source.place}" for source in finding.evidence),
    )


def _decided(one: DecidedFinding | None) -> dict[str, object]:
    if one is None:
        return {}
    told = {
        "standing": one.standing.value,
        "by": one.decided_by,
        "reason": one.reason,
        "comments": one.comments,
    }
    return {"decided": told}


def _review(review: Review) -> dict[str, object]:
    said = review.model_dump(mode="json", exclude={"detailed", "summary"})
    return {**said, "detailed": _period(review.detailed), "summary": _period(review.summary)}


def _period(period: Period) -> dict[str, str | None]:
    return {
        "from": period.from_.isoformat() if period.from_ else None,
        "to": period.to.isoformat() if period.to else None,
    }
