"""The workbench from the command line, as its user starts it in a terminal."""

from __future__ import annotations

import os
import re
import select
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from scrgraph.review.folder import ReviewFolder

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a terminal is made with pty, which Windows has not")
_LINK = re.compile(r"http://127\.0\.0\.1:\d+/start/[\w-]+")


class Terminal:
    """A command in a terminal of its own."""

    def __init__(self, *words: str, cwd: Path) -> None:
        import pty

        self._here, there = pty.openpty()
        environment = {**os.environ, "BROWSER": "true", "COLUMNS": "200"}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "scrgraph.cli", *words],
            stdin=there,
            stdout=there,
            stderr=there,
            cwd=cwd,
            env=environment,
            close_fds=True,
        )
        os.close(there)
        self.said = ""

    def until(self, pattern: re.Pattern[str], seconds: float = 60) -> str:
        """What the terminal says next that fits."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if found := pattern.search(self.said):
                self.said = self.said[found.end() :]
                return found[0]
            if select.select([self._here], [], [], 0.2)[0]:
                self.said += os.read(self._here, 10_000).decode("utf-8", "replace")
        raise AssertionError(f"never said; only: {self.said}")

    def types(self, text: str) -> None:
        os.write(self._here, text.encode())

    def close(self) -> int:
        self.process.send_signal(signal.SIGINT)
        try:
            return self.process.wait(20)
        finally:
            self.process.kill()
            os.close(self._here)


def opened(link: str) -> str:
    """The page behind a link, as a browser gets it."""
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    with opener.open(link, timeout=30) as answer:
        return str(answer.read().decode())


def test_by_itself_scrgraph_offers_to_open_or_make_a_review(tmp_path: Path) -> None:
    ReviewFolder.create(tmp_path / "one-review")
    terminal = Terminal(cwd=tmp_path)

    page = opened(terminal.until(_LINK))

    assert "Open or make a review" in page
    assert str(tmp_path / "one-review") in page
    assert terminal.close() == 0


def test_in_a_review_folder_it_opens_that_and_enter_gives_another_link(tmp_path: Path) -> None:
    folder = ReviewFolder.create(tmp_path / "review")
    terminal = Terminal(cwd=folder.path)

    first = terminal.until(_LINK)
    terminal.types("\n")
    second = terminal.until(_LINK)

    assert first != second
    assert "No chronology has been added yet" in opened(first)
    assert "No chronology has been added yet" in opened(second)
    terminal.close()


def test_without_a_terminal_it_says_what_there_is() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "scrgraph.cli"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )

    assert "serve" in done.stdout
    assert done.returncode == 2


def test_a_folder_that_is_no_review_is_said_plainly(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "scrgraph.cli", "serve", str(tmp_path), "--no-open"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 2
    assert "is not a review" in done.stderr
    assert "Traceback" not in done.stderr
