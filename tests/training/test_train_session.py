"""A newcomer in a real terminal: starts, solves three, fails one, gets a word and a hint, solves it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from scrgraph.training.course import load_course

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo-terminal of this kind", allow_module_level=True)

import fcntl
import pty
import select
import struct
import termios

COURSE = load_course()
#: Far longer than anything here takes; a session that hangs ends in words and not in silence.
_PATIENCE_SECONDS = 60
PROMPT = "cypher>"


#: Makes the pseudo-terminal its own, so that Control-C reaches it, and becomes the command.
_BECOME_THE_COMMAND = """
import fcntl, os, signal, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
signal.signal(signal.SIGINT, signal.SIG_DFL)
os.execv(sys.executable, [sys.executable, "-m", "scrgraph.cli", "train"])
"""


class Terminal:
    """A program run in a pseudo-terminal of 40 rows and 200 columns, typed to and read."""

    def __init__(self, folder: Path) -> None:
        self._handle, inside = pty.openpty()
        fcntl.ioctl(self._handle, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 200, 0, 0))
        self._program = subprocess.Popen(
            [sys.executable, "-c", _BECOME_THE_COMMAND],
            stdin=inside,
            stdout=inside,
            stderr=inside,
            cwd=folder,
            env={**os.environ, "TERM": "dumb", "COLUMNS": "200", "PYTHONIOENCODING": "utf-8"},
            start_new_session=True,
        )
        os.close(inside)

    def until(self, wanted: str, seconds: float = _PATIENCE_SECONDS) -> str:
        """Everything shown until ``wanted`` is there, as one line."""
        shown, ends = b"", time.monotonic() + seconds
        while wanted not in (words := self._words(shown)):
            ready, _, _ = select.select([self._handle], [], [], max(0, ends - time.monotonic()))
            try:
                more = os.read(self._handle, 65536) if ready else b""
            except OSError:  # what Linux says at the end of a program
                more = b""
            assert more, f"no “{wanted}” was shown after: {words}"
            shown += more
        return words

    def type(self, text: str, wanted: str = PROMPT) -> str:
        """Type lines and a final Enter; everything shown until ``wanted`` is there, what was typed included."""
        lines = text.strip().splitlines()
        for line in lines[:-1]:
            os.write(self._handle, f"{line}\r".encode())
            self.until("...>")
        os.write(self._handle, f"{lines[-1]}\r".encode())
        return self.until(wanted)

    def enter(self) -> str:
        """An empty line."""
        os.write(self._handle, b"\r")
        return self.until(PROMPT)

    def interrupt(self) -> str:
        """Control-C, and again where it came just before the line was read, which then waits for a key."""
        for _ in range(_PATIENCE_SECONDS):
            os.write(self._handle, b"\x03")
            with suppress(AssertionError):
                return self.until(PROMPT, seconds=1)
        raise AssertionError("Control-C was not answered")

    def leave(self) -> None:
        """Control-D."""
        os.write(self._handle, b"\x04")
        self.until("Progress is kept in")

    def ended(self) -> int:
        """The exit status, once the program is over."""
        return self._program.wait(_PATIENCE_SECONDS)

    def close(self) -> None:
        """End what still runs."""
        self._program.kill()
        self._program.wait()
        os.close(self._handle)

    @staticmethod
    def _words(shown: bytes) -> str:
        plain = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", shown.decode("utf-8", errors="ignore"))
        return " ".join(plain.split())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def query_of(number: int, wrong: str = "") -> str:
    """A query without its comments: the solution of an exercise, or the wrong answer of this name."""
    exercise = COURSE.get(number)
    texts = {one.name: one.query for one in exercise.wrong}
    text = texts[wrong] if wrong else exercise.solutions[0]
    return "\n".join(line for line in text.strip().splitlines() if not line.startswith("//"))


def test_a_newcomers_first_session(folder: Path) -> None:
    terminal = Terminal(folder)
    try:
        shown = terminal.until("Enter for 01:")
        assert "First relay (first-relay)" in shown
        assert "Before you open it:" in shown
        shown = terminal.enter()
        assert COURSE.get(1).task in shown
        assert ":hint" in shown

        assert "Type a query first" in terminal.type(":check")
        for number, rows in ((1, "5 rows."), (2, "5 rows."), (3, "4 rows.")):
            shown = terminal.type(f"{query_of(number)};")
            assert rows in shown
            shown = terminal.type(":check")
            assert "Solved. That is the answer:" in shown
            assert COURSE.get(number).point in shown
            assert COURSE.get(number + 1).task in terminal.type(":next")

        slip = next(wrong for wrong in COURSE.get(4).wrong if wrong.name == "once-for-each-person")
        terminal.type(f"{query_of(4, slip.name)};")
        shown = terminal.type(":check")
        assert f"Not yet. {slip.says}" in shown
        assert "Check an answer of your own once more first" in terminal.type(":solution")
        assert f"Hint 1 of 2: {COURSE.get(4).hints[0]}" in terminal.type(":hint")
        assert "(:Agency)-[:WROTE]->(:Entry)" in terminal.type(":schema Entry")
        shown = terminal.type(f"{query_of(4)}\n:check")
        assert "Solved. That is the answer: 5 rows." in shown
        assert "count(e) AS entries" in terminal.type(":solution")

        terminal.type(":quit", "Progress is kept in scrgraph-training.")
        assert terminal.ended() == 0
    finally:
        terminal.close()
    kept = json.loads((folder / "scrgraph-training" / "progress.json").read_text(encoding="utf-8"))
    told = {name: (one["tries"], one["hints"], one["solved"]) for name, one in kept["exercises"].items()}
    assert list(told.values()) == [(1, 0, True), (1, 0, True), (1, 0, True), (2, 1, True)]


def test_coming_back_and_going_about(folder: Path) -> None:
    """A session begins with what is not solved yet; slips of the hand do no harm."""
    keep = folder / "scrgraph-training"
    keep.mkdir()
    solved = {COURSE.get(1).exercise_id: {"tries": 1, "solved": True}}
    (keep / "progress.json").write_text(json.dumps({"exercises": solved}), encoding="utf-8")
    terminal = Terminal(folder)
    try:
        assert f"1 of {len(COURSE)} solved." in terminal.until("Enter for 02:")
        assert "Type one of the numbers above." in terminal.type("ninety", "Enter for 02:")
        assert COURSE.get(5).task in terminal.type("5")
        assert "There is no :chek. Type :help" in terminal.type(":chek")
        assert COURSE.get(8).task in terminal.type(":go 08")
        assert "Give the number of an exercise" in terminal.type(":go home")
        assert "nothing called Bato." in terminal.type(":schema Bato")
        assert "(:Agency, :Person)-[:PASSED]->(:Baton)" in terminal.type(":schema")
        shown = terminal.type(":schema Baton")
        assert "(:Agency)-[:PASSED]->(:Baton)" in shown
        assert "receipt: 'matched', 'no record found', 'not due', 'recorded', 'recorded not'" in shown
        terminal.type("MATCH (b:Baton)", "...>")
        assert "The query was put away." in terminal.interrupt()
        assert "Close it and ask again." in terminal.type("MATCH (b:Baton;")
        assert "No rows." in terminal.type("MATCH (b:Batton) RETURN b.kind AS kind;")
        terminal.type("MATCH (e:Entry)\nRETURN e.words AS words", "...>")
        assert "43 rows, the first 20 of them shown." in terminal.enter()
        assert "rows" in terminal.type(":start")
        terminal.leave()
        assert terminal.ended() == 0
    finally:
        terminal.close()
