"""Many reviews into one Neo4j: entries and things a second, first load and loading again, by number of sessions.

Run: python benchmarks/neo4j_load.py [REVIEWS [ROWS]]. It uses the server that the tests would use, which has to be
empty, and empties it again at the end. Rows are coded before the clock starts: this is the time of the load alone.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from neo4j_server import Neo4jServer, running_server
from synthetic import write_review

from scrgraph.pipeline import read_review
from scrgraph.review.source_set import SourceSet
from scrgraph.store.base import GraphRows
from scrgraph.store.graph_rows import graph_rows

_ENTRIES_WANTED, _SECONDS_WANTED = 2_000_000, 600


def reviews(count: int, rows: int, folder: Path) -> list[GraphRows]:
    """``count`` reviews of one family's rows, each under an id of its own."""
    graph = read_review(SourceSet.of(write_review(folder, rows)))
    return [
        graph_rows(
            graph.model_copy(
                update={"review": graph.review.model_copy(update={"review_id": f"bench-{number}"})}
            )
        )
        for number in range(count)
    ]


def load(server: Neo4jServer, batch: Sequence[GraphRows], sessions: int) -> float:
    """Seconds to load them all over so many connections at once."""
    began = time.perf_counter()
    with ThreadPoolExecutor(sessions) as pool:
        list(pool.map(lambda part: load_some(server, part), [batch[n::sessions] for n in range(sessions)]))
    return time.perf_counter() - began


def load_some(server: Neo4jServer, batch: Sequence[GraphRows]) -> None:
    """Load these one after another over one connection."""
    with server.connect() as store:
        for rows in batch:
            store.load(rows)


def main() -> None:
    """Print one line a way of loading."""
    count, rows = (int(text) for text in (*sys.argv[1:], "4", "2000")[:2])
    with tempfile.TemporaryDirectory() as folder, running_server() as server:
        made = reviews(count, rows, Path(folder))
        entries = sum(1 for review in made for node in review.nodes if node.label == "Entry")
        things = sum(len(review.nodes) + len(review.edges) for review in made)
        print(
            f"{count} reviews, {entries} entries, {things} nodes and edges ({things / entries:.1f} an entry)"
        )
        load_some(server, [replace(made[0], review_id="warm-up", nodes=(), edges=())])
        print("what\tsessions\tseconds\tentries/s\tthings/s\tof the figure wanted")
        for sessions in (1, 2, 4):
            server.empty()
            for what in ("first load", "again"):
                seconds = load(server, made, sessions)
                share = (entries / seconds) / (_ENTRIES_WANTED / _SECONDS_WANTED)
                print(
                    f"{what}\t{sessions}\t{seconds:.1f}\t{entries / seconds:.0f}\t{things / seconds:.0f}\t{share:.2f}",
                    flush=True,
                )
        server.empty()


if __name__ == "__main__":
    main()
