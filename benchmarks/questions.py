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
from pathlib import Path

from synthetic import write_review

from scrgraph.model.review import ReviewGraph
from scrgraph.pipeline import read_review
from scrgraph.questions.registry import Question, load_questions
from scrgraph.questions.runner import run_question
from scrgraph.review.source_set import SourceSet
from scrgraph.store.base import Store
from scrgraph.store.embedded import EmbeddedStore
from scrgraph.store.graph_rows import graph_rows

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))
from neo4j_server import NoNeo4jError, running_server

ROWS = 2_000
TIMES = 5


def milliseconds(store: Store, question: Question, graph: ReviewGraph) -> tuple[float, int]:
    """The median of some runs after one that is not counted, with all its siblings; and the rows given."""
    found = run_question(store, question, graph.review)
    taken = []
    for _ in range(TIMES):
        began = time.perf_counter()
        run_question(store, question, graph.review)
        taken.append(1000 * (time.perf_counter() - began))
    return statistics.median(taken), len(found.table.rows)


def main() -> None:
    """Print a line a question, slowest on the embedded store first, then median and worst of both."""
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
        questions = list(load_questions())
        took = {
            name: {q.id: milliseconds(store, q, graph) for q in questions} for name, store in stores.items()
        }
    tell(took, len(graph.entries))


def tell(took: dict[str, dict[str, tuple[float, int]]], rows: int) -> None:
    """Print what each question took; a difference in the number of rows is said."""
    print(f"{rows} rows\t" + "\t".join(f"{name} ms" for name in took) + "\tratio\tfindings")
    embedded, neo4j = took["embedded"], took.get("neo4j", {})
    for name in sorted(embedded, key=lambda name: (-embedded[name][0], name)):
        line = [f"{embedded[name][0]:.1f}"]
        if neo4j:
            line += [f"{neo4j[name][0]:.1f}", f"{neo4j[name][0] / embedded[name][0]:.1f}"]
            if neo4j[name][1] != embedded[name][1]:
                line.append(f"NOT THE SAME: {neo4j[name][1]}")
        print("\t".join([name, *line, str(embedded[name][1])]))
    for store, each in took.items():
        worst = max(each, key=lambda name: each[name][0])
        median = statistics.median(taken for taken, _ in each.values())
        print(f"{store}: median {median:.1f} ms, worst {each[worst][0]:.1f} ms ({worst})")


if __name__ == "__main__":
    main()
