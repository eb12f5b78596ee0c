"""A workbench at size to be measured: its review folder, the running command, and what is seen of it from outside."""

from __future__ import annotations

import http.client
import json
import re
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from synthetic import write_review

from scrgraph.coding.decided import subject_of
from scrgraph.pipeline import read_review
from scrgraph.review.decisions import COLUMNS, Decision
from scrgraph.review.folder import ReviewFolder
from scrgraph.review.names import slug
from scrgraph.review.people_file import PersonRecord, write_people
from scrgraph.review.source_set import SourceSet

_LINK = re.compile(r"http://127\.0\.0\.1:(\d+)/start/\S+")
_FIRST = ("Alba", "Bryn", "Cora", "Dewi", "Elin", "Finlo", "Greta", "Hari")
_LAST = ("Ashcombe", "Birkhall", "Coldwell", "Dunmere", "Eastrop", "Farleigh")
_BETWEEN_ASKED, _BETWEEN_WEIGHED = 0.05, 0.2


def review_of(folder: Path, rows: int, decisions: int) -> ReviewFolder:
    """A review folder of about so many rows, with so many decisions in its decisions.csv.

    Three in four decisions are notes on rows, the others say whether the child was seen. people.csv names a wider
    family, of whom no row tells.
    """
    files = write_review(folder / "sent", rows)
    review = ReviewFolder.create(folder / "review", f"Invented review of {rows} rows")
    review.add(files)
    names = [f"{first} {last}" for first in _FIRST for last in _LAST]
    write_people(
        review.people_path,
        [PersonRecord(person_id=slug(name), name=name, spellings=(name,)) for name in names],
    )
    if decisions:
        entries = read_review(SourceSet.of([review.path])).entries
        with review.decisions_path.open("a", encoding="utf-8", newline="\n") as file:
            for number in range(decisions):
                entry = entries[number * 7 % len(entries)]
                kind, value = ("seen", "yes") if number % 4 == 0 else ("note", "comment")
                said = Decision.now(
                    kind, subject_of(entry), value, made_by="B Author", reason=f"Read {number}"
                )
                told = said.model_dump(mode="json")
                file.write(",".join(f'"{told[column]}"' for column in COLUMNS) + "\n")
    return review


@dataclass
class Served:
    """``scrgraph serve`` on a folder; ``seconds_to_link`` is from the command to the printed link."""

    folder: Path
    process: subprocess.Popen[str] = field(init=False)
    link: str = field(init=False)
    port: int = field(init=False)
    seconds_to_link: float = field(init=False)
    began: float = field(init=False)

    def __post_init__(self) -> None:
        self.began = time.perf_counter()
        self.process = subprocess.Popen(  # noqa: S603
            [
                sys.executable,
                "-m",
                "scrgraph.cli",
                "serve",
                str(self.folder),
                "--no-open",
                "--by",
                "A Author",
            ],
            stdout=subprocess.PIPE,
            stdin=subprocess.DEVNULL,
            encoding="utf-8",
        )
        first = self.process.stdout.readline() if self.process.stdout else ""
        told = _LINK.search(first)
        if told is None:
            raise SystemExit(f"The workbench did not start: {first}")
        self.seconds_to_link = time.perf_counter() - self.began
        self.link, self.port = told[0], int(told[1])

    def stop(self) -> None:
        """End it."""
        self.process.terminate()
        self.process.wait(30)


class Watch:
    """Asks for the status twenty times a second: when readings come in, and how long the server answers nobody."""

    def __init__(self, served: Served, cookie: str) -> None:
        self._served, self._cookie, self._going = served, cookie, True
        self._slowest = 0.0
        self.peaks: dict[str, int] = {}
        self.status: dict[str, Any] = {}
        for work in (self._ask_on, self._weigh_on):
            threading.Thread(target=work, daemon=True).start()

    def slowest(self) -> float:
        """The longest answer, in seconds, since this was last asked."""
        found, self._slowest = self._slowest, 0.0
        return found

    def until(self, is_so: Any, seconds: float = 900) -> float:
        """Wait until the status is so; the moment by ``time.perf_counter``."""
        end = time.perf_counter() + seconds
        while not (self.status and is_so(self.status)):
            if time.perf_counter() > end or self._served.process.poll() is not None:
                raise SystemExit(f"The workbench did not get there: {self.status}")
            time.sleep(_BETWEEN_ASKED)
        return time.perf_counter()

    def stop(self) -> None:
        """Ask no more."""
        self._going = False

    def _ask_on(self) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", self._served.port, timeout=120)
        while self._going:
            began = time.perf_counter()
            try:
                connection.request("GET", "/status", headers={"Cookie": self._cookie})
                self.status = json.loads(connection.getresponse().read())
            except (OSError, http.client.HTTPException):
                connection.close()
                continue
            self._slowest = max(self._slowest, time.perf_counter() - began)
            time.sleep(_BETWEEN_ASKED)

    def _weigh_on(self) -> None:
        server = self._served.process.pid
        while self._going:
            children = _children(server)
            self._peak("server", _peak_mebibytes(server))
            for one in children:
                self._peak("reader", _peak_mebibytes(one))
            now = _mebibytes(server, "VmRSS") + sum(_mebibytes(one, "VmRSS") for one in children)
            self._peak("together", now)
            time.sleep(_BETWEEN_WEIGHED)

    def _peak(self, name: str, mebibytes: int) -> None:
        self.peaks[name] = max(self.peaks.get(name, 0), mebibytes)


def _children(pid: int) -> list[int]:
    try:
        found = Path(f"/proc/{pid}/task").glob("*/children")
        return [int(one) for path in found for one in path.read_text(encoding="ascii").split()]
    except OSError:
        return []


def _peak_mebibytes(pid: int) -> int:
    return _mebibytes(pid, "VmHWM")


def _mebibytes(pid: int, what: str) -> int:
    """What Linux tells of a process's memory; 0 elsewhere, or when it has ended."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) // 1024 for line in lines if line.startswith(f"{what}:")), 0)
