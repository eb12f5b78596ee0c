"""What goes on at the desk: the reading, the decisions waiting for it, and the one piece of other long work."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

from scrgraph.model.base import Thing
from scrgraph.review.folder import ReviewFolder
from scrgraph.web.worker import Worker


class Status(Thing):
    """What goes on at the desk, for the bar at the top of each screen.

    ``version`` grows with each new reading, ``drawn`` with each set of pages; ``waiting`` counts the decisions about
    meaning that no reading has taken in yet; ``trouble`` says what stands in the way of reading, ``unread`` why the
    latest reading gave nothing to show.
    """

    version: int = 0
    drawn: int = 0
    reading: bool = False
    what: str = ""
    done: int = 0
    total: int = 0
    waiting: int = 0
    trouble: str = ""
    unread: str = ""
    job: str = ""
    job_what: str = ""
    job_done: int = 0
    job_total: int = 0

    def at_work(self, reading: Worker | None, job: Job | None) -> Status:
        """The same with how far the reading is, and the other long work."""
        told: dict[str, object] = {}
        if reading:
            far = reading.progress
            told |= {"reading": True, "what": far.what, "done": far.done, "total": far.total}
        if job:
            far = job.worker.progress
            told |= {
                "job": job.worker.title,
                "job_what": far.what,
                "job_done": far.done,
                "job_total": far.total,
            }
        return self.model_copy(update=told)


def word_of(folder: ReviewFolder | None) -> str:
    """A word for a review, the same for the same folder; empty for none."""
    return hashlib.sha256(str(folder.path.resolve()).encode()).hexdigest()[:16] if folder else ""


def lines_not_read(folder: ReviewFolder | None) -> str:
    """That lines of decisions.csv mean nothing as they stand, where there are such; empty where there are none."""
    problems = folder.decisions()[1] if folder else ()
    if not problems:
        return ""
    more = f" and {len(problems) - 1} more" if len(problems) > 1 else ""
    return f"decisions.csv, {problems[0].place}{more}, cannot be read and does not count. See Files."


@dataclass(frozen=True)
class Job:
    """A piece of long work besides reading, such as a pack: what it handed over, and why it failed if it did."""

    worker: Worker
    handed_over: list[tuple[str, Any]]
    ended: list[str]

    @property
    def at_work(self) -> bool:
        """Whether it is neither finished nor stopped."""
        return not self.ended
