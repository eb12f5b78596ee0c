"""What is lost when a file's code columns are taken away and its words are read instead.

    python benchmarks/without_columns.py chronology.csv [--reader words|encoder]

Findings of the file as it is are held against those of the same file with only its date, agency, role, person and
description. A finding is kept when the same question finds one of the same strength on at least one of the same rows.
"""

from __future__ import annotations

import argparse
import csv
import io
import tempfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

from scrgraph.model.finding import Finding
from scrgraph.model.review import ReviewGraph
from scrgraph.model.vocabulary import Reader
from scrgraph.pipeline import answer_all, in_memory, read_review
from scrgraph.review.source_set import SourceSet

KEPT = ("row_id", "date", "date_precision", "agency", "professional_role", "person_concerned", "description")


def stripped(source: Path, folder: Path, columns: tuple[str, ...] = KEPT) -> Path:
    """A copy of a CSV file with these columns only."""
    rows = list(csv.DictReader(io.StringIO(source.read_text(encoding="utf-8-sig"), newline="")))
    path = folder / source.name
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)
    return path


def answered(path: Path, reader: Reader = Reader.WORDS) -> tuple[ReviewGraph, tuple[Finding, ...]]:
    """The review of one file, or of a folder, and everything found in it."""
    sources = SourceSet.of([path])
    section = sources.settings.review.model_copy(update={"reader": reader})
    graph = read_review(replace(sources, settings=sources.settings.model_copy(update={"review": section})))
    with in_memory(graph) as store:
        return graph, tuple(answer_all(graph, store).asked.findings)


def rows_of(finding: Finding) -> frozenset[str]:
    """The places of the rows behind a finding."""
    return frozenset(evidence.place for evidence in finding.evidence)


def missing(wanted: tuple[Finding, ...], found: tuple[Finding, ...], strict: bool = True) -> list[Finding]:
    """The findings that have no like among those found."""
    return [
        one
        for one in wanted
        if not any(
            one.question == other.question
            and (one.strength is other.strength or not strict)
            and rows_of(one) & rows_of(other)
            for other in found
        )
    ]


def main() -> None:
    """Print what is kept, lost and new."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", type=Path)
    parser.add_argument("--columns", nargs="+", default=list(KEPT), metavar="HEADING")
    parser.add_argument("--reader", type=Reader, choices=list(Reader), default=Reader.WORDS)
    given = parser.parse_args()
    whole_graph, whole = answered(given.file)
    with tempfile.TemporaryDirectory() as folder:
        graph, found = answered(stripped(given.file, Path(folder), tuple(given.columns)), given.reader)
    kinds = {entry.place: entry.kind_code.value for entry in whole_graph.entries if entry.kind_code}
    read = {entry.place: entry.kind_code.value for entry in graph.entries if entry.kind_code}
    lost, changed, new = (
        missing(whole, found, strict=False),
        missing(whole, found),
        missing(found, whole, strict=False),
    )
    print(f"{len(whole)} findings with the columns, {len(found)} without")
    print(
        f"kept: {len(whole) - len(changed)}; of another strength: {len(changed) - len(lost)}; lost: {len(lost)}"
    )
    for title, findings in (
        ("LOST", lost),
        ("OF ANOTHER STRENGTH", [f for f in changed if f not in lost]),
        ("NEW", new),
    ):
        print(f"\n{title}")
        for one in findings:
            print(
                f"  {one.question} [{one.strength.value}] {', '.join(sorted(rows_of(one)))}: {one.statement}"
            )
    print("\nKINDS READ OTHERWISE")
    for place, kind in kinds.items():
        if read.get(place, "nothing") != kind:
            print(f"  {place}: {kind} read as {read.get(place, 'nothing')}")
    agree = sum(read.get(place) == kind for place, kind in kinds.items())
    print(f"\n{agree} of {len(kinds)} rows of the same kind; {Counter(read.values()).most_common(5)}")


if __name__ == "__main__":
    main()
