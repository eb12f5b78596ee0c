"""One writer at a time: several workbenches at one review folder take turns when they change its files."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from scrgraph.review.errors import ReviewError

_SECONDS, _PAUSE = 30.0, 0.02


@contextmanager
def one_writer(derived: Path, seconds: float = _SECONDS) -> Iterator[None]:
    """Hold the turn to write, by a lock on a file in the ``derived`` folder of a review, over all processes.

    The system gives the turn back when a process ends in whatever way. Where the folder cannot hold such a lock (it is
    read-only, or on a network drive without locks) there are no turns. Raises ``ReviewError`` after ``seconds``.
    """
    handle = _opened(derived)
    if handle is None:
        yield
        return
    try:
        _wait(handle, seconds)
        yield
    finally:
        os.close(handle)


class Turns:
    """The turn to write at one review after another, for the threads of one process; a thread that has it keeps it."""

    def __init__(self) -> None:
        self._mine, self._depth = threading.RLock(), 0

    @contextmanager
    def turn(self, derived: Path | None) -> Iterator[None]:
        """Hold the turn, as ``one_writer`` does; among the threads alone where no folder is given."""
        with self._mine:
            if self._depth or derived is None:
                yield
                return
            with one_writer(derived):
                self._depth += 1
                try:
                    yield
                finally:
                    self._depth -= 1


def _opened(derived: Path) -> int | None:
    try:
        if not derived.parent.is_dir():
            return None
        derived.mkdir(exist_ok=True)
        return os.open(derived / "writing.lock", os.O_RDWR | os.O_CREAT, 0o600)
    except OSError:
        return None


def _wait(handle: int, seconds: float) -> None:
    end = time.monotonic() + seconds
    with suppress(OSError):
        while not _taken(handle):
            if time.monotonic() > end:
                raise ReviewError(
                    "Another workbench or command has been writing in this review for some time. Nothing was changed; "
                    "try again in a moment."
                )
            time.sleep(_PAUSE)


def _taken(handle: int) -> bool:
    """Whether the turn could be taken now. Raises ``OSError`` where the file system knows no locks."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True
