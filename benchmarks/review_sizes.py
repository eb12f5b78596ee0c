"""Whole reviews of growing size, files to pages: seconds, memory, the steps and the ratio to linear growth.

Run: python benchmarks/review_sizes.py [ROWS ...]
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from coding_steps import timed_steps
from synthetic import write_review

from scrgraph.output import write_review as write_pages
from scrgraph.pipeline import answer_all, in_memory, read_review
from scrgraph.questions.runner import run_question
from scrgraph.review.source_set import SourceSet

_SHOWN = 6


def one_size(rows: int, folder: Path) -> dict[str, Any]:
    """The figures of one review, measured in this process, for its memory to be this review's alone."""
    files = write_review(folder / "sources", rows)
    steps: dict[str, float] = {}
    began = time.perf_counter()
    with timed_steps() as coding:
        graph = read_review(SourceSet.of(files))
    steps["read and code"] = time.perf_counter() - began
    with in_memory(graph) as store:
        steps["load"] = time.perf_counter() - began - sum(steps.values())
        answered = answer_all(graph, store)
        steps["ask"] = time.perf_counter() - began - sum(steps.values())
        write_pages(answered, store, folder / "out")
        steps["write"] = time.perf_counter() - began - sum(steps.values())
        each = {}
        for question in answered.registry:
            start = time.perf_counter()
            run_question(store, question, graph.review)
            each[question.id] = time.perf_counter() - start
    return {
        "rows": len(graph.entries),
        "seconds": sum(steps.values()),
        "MiB": peak_mebibytes(),
        "findings": len(answered.asked.findings),
        "steps": steps,
        "coding": coding,
        "questions": each,
    }


def tell(figures: dict[str, Any], first: dict[str, Any]) -> None:
    """Print one review; the ratio is to linear growth from the smallest one measured."""
    linear = first["seconds"] * figures["rows"] / first["rows"]
    ratio = f"{figures['seconds'] / linear:.2f}"
    print(
        f"{figures['rows']}\t{figures['seconds']:.2f}\t{ratio}\t{figures['MiB']}\t{figures['findings']}\t"
        + ", ".join(f"{name} {seconds:.2f}" for name, seconds in figures["steps"].items())
    )
    print(f"\tcoding: {_longest(figures['coding'], 's', 1, 2)}")
    ordered = sorted(figures["questions"].values())
    print(
        f"\tquestions: median {1000 * ordered[len(ordered) // 2]:.0f} ms; "
        f"{_longest(figures['questions'], 'ms', 1000, 0)}",
        flush=True,
    )


def _longest(seconds: dict[str, float], unit: str, factor: int, places: int) -> str:
    longest = sorted(seconds, key=lambda name: -seconds[name])[:_SHOWN]
    return ", ".join(f"{name} {factor * seconds[name]:.{places}f} {unit}" for name in longest)


def peak_mebibytes() -> str:
    """The most memory this process has held; Windows does not tell."""
    try:
        import resource
    except ImportError:
        return "not told"
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return str(round(peak / (1024 * 1024 if sys.platform == "darwin" else 1024)))


def main() -> None:
    """Each size in a process of its own."""
    if len(sys.argv) == 3 and sys.argv[1] == "--one":
        with tempfile.TemporaryDirectory() as folder:
            print(json.dumps(one_size(int(sys.argv[2]), Path(folder))))
        return
    sizes = [int(text) for text in sys.argv[1:]] or [200, 2_000, 20_000]
    print("rows\tseconds\tratio to linear\tMiB\tfindings\tsteps in seconds", flush=True)
    first: dict[str, Any] = {}
    for size in sizes:
        done = subprocess.run(  # noqa: S603
            [sys.executable, __file__, "--one", str(size)],
            check=True,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        figures = json.loads(done.stdout.splitlines()[-1])
        first = first or figures
        tell(figures, first)


if __name__ == "__main__":
    main()
