"""Every question on both stores: milliseconds on the embedded one, on Neo4j, and the ratio between them.

Run: python benchmarks/questions.py [ROWS]. Neo4j is had as the tests have theirs: the empty one named by
SCRGRAPH_NEO4J_URI, one in a container, or one run by Java. Where there is none, only the embedded store is measured.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from synthetic import write_review

from scrgraph.model.review import ReviewGraph
from scrgraph.pipeline import read_review
from scrgraph.questions.registry import Question, load_questions
from scrgraph.questions.runner import run_question
from scrgraph.review.source_set import SourceSet
from scrgraph.store.base import Store, StoreError
from scrgraph.store.embedded import EmbeddedStore
from scrgraph.store.graph_rows import graph_rows

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))
from neo4j_server import NoNeo4jError, running_server

ROWS = 2_000
TIMES = 5
LONG_MS = 1_000


@dataclass(frozen=True)
class Measured:
    """The median of some runs after the first, with the question's siblings, and the number of rows it gave."""

    milliseconds: float
    rows: int


def measure(store: Store, question: Question, graph: ReviewGraph) -> Measured:
    """Ask once uncounted, then ``TIMES``, or once where that is long. Raises ``StoreError``."""
    rows = len(run_question(store, question, graph.review).table.rows)
    taken: list[float] = []
    while len(taken) < TIMES and not (taken and taken[0] > LONG_MS):
        began = time.perf_counter()
        run_question(store, question, graph.review)
        taken.append(1000 * (time.perf_counter() - began))
    return Measured(statistics.median(taken), rows)


def main() -> None:
    """Print a line a question as it is measured, then median and worst of each store."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        graph = read_review(SourceSet.of(write_review(folder, rows)))
        stores: dict[str, Store] = {"embedded": stack.enter_context(EmbeddedStore())}
        try:
            server = stack.enter_context(running_server())
            stack.callback(server.empty)
            stores["neo4j"] = stack.enter_context(server.connect())
            print(server.describe())
        except NoNeo4jError as reason:
            print(reason)
        for store in stores.values():
            store.load(graph_rows(graph))
        print(
            f"{len(graph.entries)} rows\t" + "\t".join(f"{name} ms" for name in stores) + "\tratio\tfindings"
        )
        took: dict[str, dict[str, float]] = {name: {} for name in stores}
        for question in load_questions():
            one_question(question, stores, graph, took)
    for name, each in took.items():
        worst = max(each, key=lambda question: each[question])
        print(
            f"{name}: median {statistics.median(each.values()):.1f} ms, worst {each[worst]:.1f} ms ({worst})"
        )


def one_question(
    question: Question, stores: dict[str, Store], graph: ReviewGraph, took: dict[str, dict[str, float]]
) -> None:
    """Measure one question on each store and print it; a query that a store refuses is said and left out."""
    found: dict[str, Measured] = {}
    for name, store in stores.items():
        try:
            found[name] = measure(store, question, graph)
        except StoreError as refused:
            print(f"{question.id}\t{name}: {str(refused)[:160]}")
            continue
        took[name][question.id] = found[name].milliseconds
    line = [question.id, *(f"{one.milliseconds:.1f}" for one in found.values())]
    if len(found) > 1:
        embedded, neo4j = found["embedded"], found["neo4j"]
        line.append(f"{neo4j.milliseconds / embedded.milliseconds:.1f}")
        if embedded.rows != neo4j.rows:
            line.append(f"NOT THE SAME: {neo4j.rows} rows on Neo4j")
    line += [str(one.rows) for one in list(found.values())[:1]]
    print("\t".join(line), flush=True)


if __name__ == "__main__":
    main()
