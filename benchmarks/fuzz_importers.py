"""How the importers stand damaged files: ``python benchmarks/fuzz_importers.py --count 20000 [--kind docx,pdf]``.

Each damaged file is imported in a process of its own kind with a limit of time and memory. What counts: read,
refused in plain words, crash (any other exception, or the end of the process), hang, and lost (rows that are
neither imported nor rejected). The files that did badly are kept with ``--keep``.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import sys
import tempfile
import time
from collections import Counter
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from fuzz_mutations import KINDS, mutation

from importers.registry import ImporterError, import_file

#: Seconds and bytes that one import may take.
LIMIT_SECONDS, LIMIT_MEMORY = 10.0, 3 * 1024**3
OUTCOMES = ("read", "refused", "crash", "hang", "lost")


def outcome(path: Path) -> tuple[str, str]:
    """What becomes of a file, one of ``OUTCOMES``, and the reason in a few words."""
    try:
        imported = import_file(path)
    except ImporterError as reason:
        return "refused", str(reason)
    except BaseException as reason:  # a panic in a library is no Exception
        if isinstance(reason, KeyboardInterrupt):
            raise
        return "crash", f"{type(reason).__name__}: {reason}"[:300]
    told = [
        sum(chronology.rows_read for chronology in imported.chronologies),
        sum(chronology.rows_imported + chronology.rows_rejected for chronology in imported.chronologies),
        len(imported.entries) + len(imported.rejected),
    ]
    if len(set(told)) > 1:
        return "lost", f"rows read, rows counted, rows given: {told}"
    ids = [entry.entry_id for entry in imported.entries]
    if len(set(ids)) < len(ids):
        return "lost", "two entries have the same id"
    return "read", ""


def _work(parent: Connection, kind: str) -> None:
    """Imports the damaged files whose numbers come in, until ``None`` does."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (LIMIT_MEMORY, LIMIT_MEMORY))
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # where libraries write the panics that importers catch
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"damaged{KINDS[kind]}"
        while (number := parent.recv()) is not None:
            path.write_bytes(mutation(kind, number))
            parent.send("start")
            parent.send(outcome(path))


class _Worker:
    """A process that imports one damaged file after another, and is ended when one takes too long."""

    def __init__(self, kind: str) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs, kind), daemon=True)
        self._process.start()
        theirs.close()

    def judge(self, number: int) -> tuple[str, str]:
        """What becomes of damaged file ``number``. After a crash or a hang the worker is spent."""
        try:
            self._pipe.send(number)
            self._pipe.recv()
            if not self._pipe.poll(LIMIT_SECONDS):
                return "hang", f"more than {LIMIT_SECONDS:g} seconds"
            what, why = self._pipe.recv()
            return str(what), str(why)
        except (EOFError, OSError):
            self._process.join(5)
            return "crash", f"the process ended with {self._process.exitcode}"

    def end(self) -> None:
        with suppress(OSError):
            self._pipe.send(None)
            self._pipe.close()
        self._process.join(1)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()


def run(kind: str, numbers: range, keep: Path | None) -> tuple[Counter[str], float, list[str]]:
    """The outcomes of the damaged files of one kind, the longest time in seconds, and what went wrong."""
    found: Counter[str] = Counter()
    longest, wrong = 0.0, []
    worker = _Worker(kind)
    for number in numbers:
        began = time.perf_counter()
        what, why = worker.judge(number)
        if found:
            longest = max(longest, time.perf_counter() - began)
        found[what] += 1
        if what in ("crash", "hang", "lost"):
            wrong.append(f"{kind} {number}: {what}: {why}")
            if keep:
                keep.mkdir(parents=True, exist_ok=True)
                (keep / f"{kind}-{number}{KINDS[kind]}").write_bytes(mutation(kind, number))
            if what != "lost":
                worker.end()
                worker = _Worker(kind)
    worker.end()
    return found, longest, wrong


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=2000, help="damaged files of each kind")
    parser.add_argument("--first", type=int, default=0, help="the number of the first of them")
    parser.add_argument("--kind", default=",".join(KINDS), help=f"some of {','.join(KINDS)}")
    parser.add_argument("--keep", type=Path, help="a folder for the files that did badly")
    chosen = parser.parse_args()
    print(f"{'kind':<10}" + "".join(f"{name:>9}" for name in (*OUTCOMES, "longest")), flush=True)
    failed = False
    for kind in chosen.kind.split(","):
        found, longest, wrong = run(kind, range(chosen.first, chosen.first + chosen.count), chosen.keep)
        print(
            f"{kind:<10}" + "".join(f"{found[name]:>9}" for name in OUTCOMES) + f"{longest:>8.1f}s",
            flush=True,
        )
        for line in wrong[:20]:
            print(f"  {line}", flush=True)
        failed = failed or bool(wrong)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
