"""Whole reviews of growing size, files to pages: seconds, memory and the ratio to linear growth.

Run: python benchmarks/review_sizes.py [ROWS ...]
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from synthetic import write_review

from scrgraph.output import write_review as write_pages
from scrgraph.pipeline import answer_all, in_memory, read_review
from scrgraph.questions.runner import run_question
from scrgraph.review.source_set import SourceSet


def one_size(rows: int, folder: Path) -> None:
    """Print the steps of one review, in this process, for its memory to be this review's alone."""
    files = write_review(folder / "sources", rows)
    steps: dict[str, float] = {}
    began = time.perf_counter()
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
    total = sum(steps.values())
    memory = peak_mebibytes()
    said = ", ".join(f"{name} {seconds:.2f}" for name, seconds in steps.items())
    ordered = sorted(each.values())
    slowest = max(each, key=lambda name: each[name])
    print(f"{rows}\t{total:.2f}\t{memory}\t{said}")
    print(
        f"\tquestions: median {1000 * ordered[len(ordered) // 2]:.0f} ms, "
        f"worst {1000 * each[slowest]:.0f} ms ({slowest})",
        flush=True,
    )


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
    sizes = [int(text) for text in sys.argv[1:]] or [200, 2_000, 20_000]
    if len(sizes) == 1:
        with tempfile.TemporaryDirectory() as folder:
            one_size(sizes[0], Path(folder))
        return
    print("rows\tseconds\tMiB\tsteps in seconds", flush=True)
    for size in sizes:
        subprocess.run([sys.executable, __file__, str(size)], check=True)  # noqa: S603


if __name__ == "__main__":
    main()
