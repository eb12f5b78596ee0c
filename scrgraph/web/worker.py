"""Long work in a process of its own: it tells how far it is, can be stopped, and can answer afterwards."""

from __future__ import annotations

import gc
import multiprocessing
import pickle
import queue
import signal
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from importers.errors import ImporterError
from scrgraph.questions.errors import BadParameter, QuestionError, UnknownQuestion
from scrgraph.review.errors import ReviewError
from scrgraph.store.base import StoreError
from scrgraph.training.errors import TrainingError

_SPAWN = multiprocessing.get_context("spawn")
_BETWEEN_TOLD = 0.1
#: Seconds that a question waits for its turn, beside those that it may take itself.
_FOR_ITS_TURN = 120.0
_TOO_LONG = object()
#: Bytes handed over at once from which a value counts as large.
_LARGE = 1_000_000
#: Failures whose message is for the author.
EXPECTED = (
    ReviewError,
    ImporterError,
    StoreError,
    BadParameter,
    QuestionError,
    UnknownQuestion,
    TrainingError,
    OSError,
)

Answer = TypeVar("Answer")


class CannotBeDone(Exception):
    """The work could not be done; the message is for the author and says what to do next."""


class Stopped(CannotBeDone):
    """The work was stopped, or took longer than it may."""


@dataclass(frozen=True)
class Progressed:
    """How far work is: what is being done, how much of it, of how much."""

    what: str = ""
    done: int = 0
    total: int = 0


class Inside:
    """What work has in its own process: a way to tell its progress, to hand over results, and to be asked."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._told_at = 0.0
        self._what = ""

    def progress(self, what: str, done: int, total: int) -> None:
        """Tell how far the work is; at most ten times a second."""
        now = time.monotonic()
        if what != self._what or done >= total or now - self._told_at > _BETWEEN_TOLD:
            self._told_at, self._what = now, what
            self._connection.send(("progress", Progressed(what, done, total)))

    def hand_over(self, name: str, value: object) -> None:
        """Give a result to the server under a name."""
        self._connection.send((name, value))

    def answer(self, *standing: object) -> None:
        """Answer what is asked, each time with ``standing`` before the rest, until nobody asks any more."""
        for number, function, given in self._asked():
            self._connection.send(("begun", number))
            fine, value = _answered(function, standing, given)
            self._connection.send(("answer", (number, fine, value)))

    def _asked(self) -> Iterator[tuple[int, Callable[..., object], dict[str, Any]]]:
        while True:
            try:
                yield self._connection.recv()
            except EOFError:
                return


@dataclass
class Worker:
    """One piece of work: ``function(inside, **given)``, a function of a module, run in a new process.

    ``title`` is what the author reads. ``told`` is called with each result's name and value, in a thread of its own;
    ``ended`` once, with what went wrong in words, or nothing.
    """

    title: str
    function: Callable[..., None]
    given: dict[str, Any]
    told: Callable[[str, Any], None] = lambda name, value: None
    ended: Callable[[str], None] = lambda why: None
    progress: Progressed = field(default_factory=Progressed)

    def __post_init__(self) -> None:
        self._connection, self._there = _SPAWN.Pipe()
        self._process = _SPAWN.Process(
            target=_work, args=(self._there, self.function, self.given), daemon=True
        )
        self._sending = threading.Lock()
        self._answers: dict[int, queue.SimpleQueue[tuple[bool | None, Any]]] = {}
        self._limits: dict[int, float] = {}
        self._clocks: dict[int, threading.Timer] = {}
        self._number = 0
        self._stopped = False

    def start(self) -> None:
        """Begin. ``told`` and ``ended`` are not changed after this."""
        self._process.start()
        self._there.close()
        threading.Thread(target=self._listen, name=self.title, daemon=True).start()

    @property
    def alive(self) -> bool:
        """Whether the process is there to work or to answer."""
        return self._process.is_alive()

    def stop(self) -> None:
        """End the process at once, whatever it is doing. What it has written is whole or not there."""
        self._stopped = True
        if self._process.pid is not None:
            self._process.kill()
            self._process.join(5)

    def ask(self, function: Callable[..., Answer], seconds: float, **given: Any) -> Answer:
        """What ``function(*standing, **given)`` gives in the process. Raises ``CannotBeDone`` with the reason.

        Work that takes longer than ``seconds`` is ended with its process; ``Stopped`` is raised. The time that the
        process first needs for other things does not count, and nothing is ended for its sake.
        """
        answers: queue.SimpleQueue[tuple[bool | None, Any]] = queue.SimpleQueue()
        with self._sending:
            self._number += 1
            number = self._number
            self._answers[number], self._limits[number] = answers, seconds
            try:
                self._connection.send((number, function, given))
            except OSError as gone:
                raise Stopped("The review is being read again. Try once more in a moment.") from gone
        try:
            fine, value = answers.get(timeout=seconds + _FOR_ITS_TURN)
        except queue.Empty:
            raise CannotBeDone(
                "The pictures are still being drawn, or something else is being asked. Try once more in a moment."
            ) from None
        finally:
            self._answers.pop(number, None)
        if value is _TOO_LONG:
            self.stop()
            raise Stopped(
                "This took too long and was stopped. Ask for less: name one person or agency, or add a LIMIT."
            )
        if fine:
            return value  # type: ignore[no-any-return]
        if fine is None:
            raise RuntimeError(value)
        raise CannotBeDone(value)

    def _too_long(self, number: int) -> None:
        if waiting := self._answers.get(number):
            waiting.put((False, _TOO_LONG))
        self.stop()

    def _listen(self) -> None:
        why = ""
        while True:
            try:
                name, value = _received(self._connection)
            except (EOFError, OSError):
                break
            if name == "progress":
                self.progress = value
            elif name == "begun":
                clock = threading.Timer(self._limits.pop(value), self._too_long, (value,))
                self._clocks[value], clock.daemon = clock, True
                clock.start()
            elif name == "answer":
                number, fine, answer = value
                self._clocks.pop(number).cancel()
                if waiting := self._answers.get(number):
                    waiting.put((fine, answer))
            elif name == "failed":
                why = value
            else:
                self.told(name, value)
        for clock in self._clocks.values():
            clock.cancel()
        for waiting in list(self._answers.values()):
            waiting.put((False, "The review is being read again. Try once more in a moment."))
        self._process.join(5)
        if not why and not self._stopped and self._process.exitcode:
            why = f"{self.title} ended before it was finished. Free some memory, then try again."
        self.ended("" if self._stopped else why)


def _received(connection: Connection) -> tuple[str, Any]:
    """What the process sent.

    A large review is a million objects. Python would look all of them over for waste again and again while they are
    made, and answer nobody meanwhile; so it does not look then, nor at these later.
    """
    data = connection.recv_bytes()
    if len(data) < _LARGE:
        return pickle.loads(data)  # type: ignore[no-any-return]  # noqa: S301 - from our own process
    gc.collect()
    gc.disable()
    try:
        return pickle.loads(data)  # type: ignore[no-any-return]  # noqa: S301 - from our own process
    finally:
        gc.freeze()
        gc.enable()


def _work(connection: Connection, function: Callable[..., None], given: dict[str, Any]) -> None:
    """The whole life of a worker's process; Ctrl+C in the terminal is left to the server."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        function(Inside(connection), **given)
    except (BrokenPipeError, ConnectionResetError):
        return
    except EXPECTED as error:
        connection.send(("failed", in_words(error)))
    except Exception:
        connection.send(("failed", f"Something went wrong that should not have:\n{traceback.format_exc()}"))
    finally:
        connection.close()


def _answered(
    function: Callable[..., object], standing: tuple[object, ...], given: dict[str, Any]
) -> tuple[bool | None, object]:
    """What a function gives; why it cannot, with ``False``; or where it went wrong, with ``None``."""
    try:
        return True, function(*standing, **given)
    except EXPECTED as error:
        return False, in_words(error)
    except Exception:
        return None, traceback.format_exc()


def in_words(error: Exception) -> str:
    """What went wrong, for the author: the system's own words about a file made a sentence."""
    if isinstance(error, OSError):
        what = error.filename or "A file"
        return f"{what} could not be used ({error.strerror or error}). Close it elsewhere, then try again."
    return str(error)
