"""The pack of reviews of growing size: processor seconds, memory, sizes, and the ratio to linear growth.

Run: python benchmarks/pack.py [ROWS ...]
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from review_sizes import peak_mebibytes
from synthetic import write_review

from scrgraph.pipeline import answer_all, in_memory, read_review
from scrgraph.report.pack import pack_document, pack_matter
from scrgraph.report.workbooks import chronology_workbook, findings_workbook
from scrgraph.review.source_set import SourceSet


def one_size(rows: int, folder: Path) -> dict[str, Any]:
    """The figures of one review, measured in this process, for its memory to be this review's alone."""
    graph = read_review(SourceSet.of(write_review(folder / "sources", rows)))
    with in_memory(graph) as store:
        answered = answer_all(graph, store)
        matter = pack_matter(graph, store, answered.registry, answered.asked)
        before, seconds, sizes = peak_mebibytes(), {}, {}
        for name, make in (
            ("pack.docx", pack_document),
            ("chronology.xlsx", chronology_workbook),
            ("findings.xlsx", findings_workbook),
        ):
            began = time.process_time()
            sizes[name] = len(make(matter)) / 1024**2
            seconds[name] = time.process_time() - began
    return {
        "rows": len(graph.entries),
        "findings": len(answered.asked.findings),
        "set out": len(matter.rows_set_out),
        "seconds": seconds,
        "sizes": sizes,
        "MiB before": before,
        "MiB": peak_mebibytes(),
    }


def tell(figures: dict[str, Any], first: dict[str, Any]) -> None:
    """Print one review; the ratio is to linear growth from the smallest one measured."""
    grown = figures["rows"] / first["rows"]
    print(
        f"{figures['rows']:>7,} rows, {figures['findings']:,} findings, {figures['set out']:,} rows set out: "
        f"{figures['MiB before']} MiB before, {figures['MiB']} MiB at most"
    )
    for name, seconds in figures["seconds"].items():
        ratio = seconds / (first["seconds"][name] * grown)
        print(
            f"        {name:<16} {seconds:6.1f} s  {ratio:5.2f} of linear  {figures['sizes'][name]:5.1f} MiB"
        )


def main(arguments: list[str]) -> None:
    """Measure each size in a process of its own."""
    if arguments[:1] == ["--one"]:
        with tempfile.TemporaryDirectory() as folder:
            print(json.dumps(one_size(int(arguments[1]), Path(folder))))
        return
    first: dict[str, Any] = {}
    for rows in [int(argument) for argument in arguments] or [2_000, 20_000]:
        said = subprocess.run(  # noqa: S603
            [sys.executable, __file__, "--one", str(rows)],
            check=True,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        figures = json.loads(said.stdout.splitlines()[-1])
        first = first or figures
        tell(figures, first)


if __name__ == "__main__":
    main(sys.argv[1:])
