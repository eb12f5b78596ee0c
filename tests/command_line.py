"""Runs the real command: in this process where only what it says matters, in one of its own where more does."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from scrgraph.cli import main

#: Six rows of three agencies in one file: a referral nobody received, one that was, and a child seen once.
SIX_ROWS = """\
Date,Agency,Person concerned,Event type,To agency,From agency,Child seen,What happened,Outcome
3 May 2018,Health Visiting,Rowan,Visit,,,Yes,Seen at home with his mother,Weighed
4 May 2018,Health Visiting,Rowan,Referral,Children's Social Care,,,Bruise on the left arm,Telephoned
5 May 2018,Children's Social Care,Rowan,Referral received,,Health Visiting,,Call about a bruise,NFA
June 2018,Police,Mother; Mr K,Domestic incident,,,,Shouting heard,Warned
12 June 2018,Police,Rowan,Notification,Health Visiting,,,Child at the address,Form sent
1 July 2018,Not stated,Mr K,Left household,,,,Said to have moved away,
"""
WRITTEN = (
    "chronology.csv", "findings.csv", "findings.json", "index.html", "pictures/chronology.html",
    "pictures/engagement.html", "pictures/genogram.html", "pictures/knowledge.html", "pictures/network.html",
    "pictures/overview.html", "pictures/relay.html", "pictures/seen.html", "rejected.csv",
)  # fmt: skip


@dataclass(frozen=True)
class Said:
    """What a run of the command came to."""

    status: int
    out: str
    err: str

    @property
    def words(self) -> str:
        """Everything on the screen as one line, however wide the screen was."""
        return " ".join(f"{self.out} {self.err}".split())


Command = Callable[..., Said]


@pytest.fixture
def scrgraph(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """The command with the arguments given, run to its end in this process."""

    def run(*arguments: object) -> Said:
        monkeypatch.setattr(sys, "argv", ["scrgraph", *map(str, arguments)])
        monkeypatch.setenv("COLUMNS", "200")
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
            raise SystemExit(0)
        said = capsys.readouterr()
        status = ended.value.code
        return Said(status if isinstance(status, int) else int(bool(status)), said.out, said.err)

    return run


def in_a_process(*arguments: object, cwd: Path, prefix: tuple[str, ...] = (), **environment: str) -> Said:
    """The command as a person starts it, in a folder of its own."""
    done = subprocess.run(
        [*prefix, sys.executable, "-m", "scrgraph.cli", *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
        capture_output=True,
        timeout=600,
        check=False,
    )
    return Said(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def plainly_refused(said: Said) -> bool:
    """Whether the command ended with status 2 and a message of a few lines on stderr, and no traceback."""
    lines = said.err.strip().splitlines()
    return said.status == 2 and 0 < len(lines) <= 6 and not said.out and "Traceback" not in said.err


def written(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its path in it, but for the lock by which writers take turns."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "writing.lock"
    }
