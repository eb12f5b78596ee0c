"""The desk: the one review that is open, its latest reading, and everything done to it, from however many windows."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from scrgraph.doubts import keep, undo
from scrgraph.review.decisions import NOT_ABOUT_MEANING, Decision, must_be_kept
from scrgraph.review.errors import ReviewError
from scrgraph.review.folder import ReviewFolder
from scrgraph.review.in_force import MadeDecision
from scrgraph.review.one_writer import Turns
from scrgraph.web.author import name_of_user
from scrgraph.web.inside import must_stay_inside
from scrgraph.web.open_folder import OpenFolder
from scrgraph.web.reader import HEARD, PAGES, READ, read_and_answer
from scrgraph.web.reading import Reading, State, with_who_is_who
from scrgraph.web.status import Job, Status, lines_not_read
from scrgraph.web.training_process import TrainingProcess
from scrgraph.web.worker import CannotBeDone, Worker, in_words

Answer = TypeVar("Answer")
#: Seconds without a further decision before a review is read again, and between looks at the folder.
_QUIET, _LOOK = 0.8, 1.0


class NoReview(CannotBeDone):
    """No review is open."""


class Desk:
    """One open review, or none. Every method may be called from any thread."""

    def __init__(self, author: str = "") -> None:
        self.author = author or name_of_user()
        self._lock = threading.RLock()
        self._turns = Turns()
        self._folder: ReviewFolder | None = None
        self._reader: Worker | None = None
        self._next: Worker | None = None
        self._reading: Reading | None = None
        self._heard = b""
        self._given_up: State | None = None
        self._trouble = self._unreadable = ""
        self._version, self._drawn, self._decided_at = 0, 0, 0.0
        self._wake = threading.Event()
        self._closed = self._pages_written = self._stale = False
        #: The places of the pages written since the review was opened; no others are shown.
        self.pages: frozenset[str] = frozenset()
        self.job: Job | None = None
        self.training = TrainingProcess()
        threading.Thread(target=self._look_on, name="looking", daemon=True).start()

    # -- the review that is open

    def open(self, path: Path) -> None:
        """Open the review in a folder in place of the one that is open. Raises ``ReviewError``."""
        folder = OpenFolder.open(Path(path))
        folder.settings()
        must_stay_inside(folder)
        with self._writing():
            self._stop_all()
            self._folder, self._reading, self._given_up, self._trouble = folder, None, None, ""
            self._heard = b""
            self.pages = frozenset()
            self._version += 1
        self._wake.set()

    def close(self) -> None:
        """Stop all work. What was acknowledged is on disk already."""
        with self._lock:
            self._closed = True
            self.training.stop()
            self._stop_all()
        self._wake.set()

    @property
    def is_open(self) -> bool:
        """Whether a review is open."""
        return self._folder is not None

    @property
    def folder(self) -> ReviewFolder:
        """The folder of the open review. Raises ``NoReview``."""
        if self._folder is None:
            raise NoReview("No review is open. Open or create one first.")
        return self._folder

    @property
    def reading(self) -> Reading | None:
        """The last reading that was finished; nothing before the first."""
        return self._reading

    @property
    def is_current(self) -> bool:
        """Whether the latest reading is of the files and decisions as they are now."""
        with self._lock:
            reading, idle = self._reading, self._next is None
            return idle and reading is not None and reading.state == State.of(self.folder)

    # -- decisions

    def decisions(self) -> tuple[Decision, ...]:
        """The decisions that hold, as the file has them now."""
        return self.folder.decisions()[0]

    def decisions_made(self) -> tuple[MadeDecision, ...]:
        """Every decision ever made, also those undone."""
        return self.folder.decisions_made()

    def decide(self, *wanted: tuple[str, str, str, str]) -> tuple[Decision, ...]:
        """Keep decisions, each ``(kind, subject, value, reason)``, by the author; they are on disk when this returns.

        All are checked before any is kept. Raises ``ReviewError`` in words.
        """
        made = [
            Decision.now(kind, subject, value, made_by=self.author, reason=reason)
            for kind, subject, value, reason in wanted
        ]
        with self._writing():
            keep(self.folder, made)
        self._changed(made)
        return tuple(made)

    def undo(self, decision_id: str) -> Decision:
        """Take a decision back, as a further decision. Returns the one undone. Raises ``ReviewError``."""
        with self._writing():
            undone = undo(self.folder, decision_id, self.author)
        self._changed([undone])
        return undone

    def change(self, act: Callable[[ReviewFolder], Answer]) -> Answer:
        """Do something to the folder's files while nobody else does; the review is read again after it.

        Raises ``ReviewError``, with nothing done, where no decision about it could be kept.
        """
        with self._writing():
            must_be_kept(self.folder.decisions_path)
            result = act(self.folder)
        self._wake.set()
        return result

    def waiting(self) -> tuple[Decision, ...]:
        """The decisions about meaning that were made since the latest reading was begun."""
        taken = self._reading.decided if self._reading else frozenset()
        return tuple(
            one
            for one in self.decisions()
            if one.kind not in NOT_ABOUT_MEANING and one.decision_id not in taken
        )

    # -- work

    def status(self) -> Status:
        """What goes on."""
        with self._lock:
            at_work = self._next or (self._reader if self._reader and not self._pages_written else None)
            job = self.job if self.job and self.job.at_work else None
            try:
                waiting = len(self.waiting()) if self._folder else 0
                trouble = self._trouble or lines_not_read(self._folder)
            except OSError as error:
                waiting, trouble = 0, in_words(error)
            unread = self._reading.why_not if self._reading and not self._reading.graph else ""
            so_far = Status(
                version=self._version, drawn=self._drawn, waiting=waiting, trouble=trouble, unread=unread
            )
            return so_far.at_work(at_work, job)

    def ask(self, function: Callable[..., Answer], seconds: float = 30.0, **given: Any) -> Answer:
        """What ``function(store, reading, **given)`` gives in the process that holds the graph.

        ``function`` is one of a module, and what it takes and gives can be pickled. Raises ``CannotBeDone``.
        """
        reader = self._reader
        if reader is None or not reader.alive:
            with self._lock:
                if self._folder and self._next is None and self._reading:
                    self.read_again()
            raise CannotBeDone("The review is being read. Try once more when that is finished.")
        try:
            return reader.ask(function, seconds, **given)
        finally:
            if not reader.alive:
                self.read_again()

    def read_again(self) -> None:
        """Read the review again, also where nothing has changed."""
        with self._lock:
            self._given_up, self._stale = None, True
        self._wake.set()

    def stop_reading(self) -> bool:
        """Stop the reading that is going on; the one before it stays. It begins again when something changes.

        Gives whether there was one to stop.
        """
        with self._lock:
            if not self._next or not self._folder:
                return False
            self._given_up = State.of(self._folder)
            self._next.stop()
            self._next = None
            self._trouble = "Reading was stopped. What is shown is older than the files."
            return True

    def start(self, title: str, function: Callable[..., None], **given: Any) -> Job:
        """Start a piece of long work in a process of its own. Raises ``CannotBeDone`` while another is at work."""
        with self._lock:
            if self.job and self.job.at_work:
                raise CannotBeDone(f"{self.job.worker.title} is still going on. Wait for it, or stop it.")
            handed: list[tuple[str, Any]] = []
            ended: list[str] = []
            worker = Worker(
                title,
                function,
                given,
                told=lambda name, value: handed.append((name, value)),
                ended=ended.append,
            )
            self.job = Job(worker, handed, ended)
            worker.start()
            return self.job

    def stop_job(self) -> bool:
        """Stop the piece of long work that is going on; gives whether there was one."""
        job = self.job
        if not job or not job.at_work:
            return False
        job.worker.stop()
        return True

    # -- within

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """The turn to write, among the windows of this workbench and among all workbenches at this review."""
        with self._turns.turn(self._folder.derived_path if self._folder else None), self._lock:
            yield

    def _changed(self, decisions: Sequence[Decision]) -> None:
        if any(one.kind not in NOT_ABOUT_MEANING for one in decisions):
            self._decided_at = time.monotonic()
            self._wake.set()

    def _look_on(self) -> None:
        while not self._closed:
            self._wake.wait(_LOOK)
            self._wake.clear()
            if time.monotonic() - self._decided_at < _QUIET:
                time.sleep(_QUIET)
            try:
                self._look()
            except Exception as error:
                self._trouble = f"The folder could not be looked at ({error}). Start the workbench again."

    def _look(self) -> None:
        """Begin to read where the files are not those of the latest reading."""
        with self._lock:
            if self._folder is None or self._next is not None or self._closed:
                return
            try:
                state = State.of(self._folder)
            except (ReviewError, OSError) as error:
                self._trouble = self._unreadable = in_words(error)
                self._given_up = None
                return
            if self._trouble == self._unreadable:
                self._trouble = ""
            if state == self._given_up or (
                self._reading and state == self._reading.state and not self._stale
            ):
                return
            self._stale, self._given_up, self._trouble = False, None, ""
            given = {"path": self._folder.path, "heard": self._heard}
            worker = self._next = Worker("Reading the review", read_and_answer, given)
            worker.told = lambda name, value: self._told(worker, name, value)
            worker.ended = lambda why: self._ended(worker, state, why)
            worker.start()

    def _told(self, worker: Worker, name: str, value: Any) -> None:
        if name == READ:
            value = self._with_who_is_who(worker, value)
        with self._lock:
            if worker is not self._next and worker is not self._reader:
                return
            if name == READ:
                before, self._reader, self._next = self._reader, worker, None
                self._reading, self._pages_written = value, False
                self._version += 1
                if before:
                    before.stop()
            elif name == HEARD:
                self._heard = value
            elif name == PAGES:
                self._pages_written = True
                self.pages |= value
                self._drawn += 1
        self._wake.set()

    def _with_who_is_who(self, worker: Worker, reading: Reading) -> Reading:
        try:
            with self._writing():
                return with_who_is_who(self.folder, reading) if worker is self._next else reading
        except (ReviewError, OSError) as error:
            self._trouble = in_words(error)
            return reading

    def _ended(self, worker: Worker, state: State, why: str) -> None:
        with self._lock:
            if worker is self._next:
                self._next, self._given_up = None, state
                self._trouble = why or self._trouble
                self._version += 1
            elif worker is self._reader:
                self._reader = None
                self._trouble = why or self._trouble

    def _stop_all(self) -> None:
        for worker in (self._reader, self._next, self.job.worker if self.job else None):
            if worker:
                worker.stop()
        self._reader = self._next = self.job = None
