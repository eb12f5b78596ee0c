"""The workbench as its user starts it: the command in a process of its own, to be talked to and killed."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from web_client import Client

_LINK = re.compile(r"(http://127\.0\.0\.1:(\d+))(/start/\S+)")


@dataclass
class _Door:
    links: list[str]

    def new_link(self) -> str:
        return self.links.pop()


@dataclass
class Bench:
    """What a client needs to know of a workbench in another process."""

    address: str
    port: int
    door: _Door


@dataclass
class Served:
    """A running ``scrgraph serve``."""

    folder: Path
    process: subprocess.Popen[str] = field(init=False)
    bench: Bench = field(init=False)
    link: str = field(init=False)

    def __post_init__(self) -> None:
        command = [
            sys.executable,
            "-m",
            "scrgraph.cli",
            "serve",
            str(self.folder),
            "--no-open",
            "--by",
            "A Author",
        ]
        self.process = subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
        )
        assert self.process.stdout
        first = self.process.stdout.readline()
        told = _LINK.search(first)
        assert told, first + self.process.stdout.read()
        self.link = told[0]
        self.bench = Bench(told[1], int(told[2]), _Door([told[3]]))

    def client(self) -> Client:
        """Somebody let in by the link that was printed; only once."""
        return Client(self.bench)  # type: ignore[arg-type]

    def kill(self) -> None:
        """End the server at once, with nothing said to it."""
        self.process.kill()
        self.process.communicate(timeout=30)
