"""What was acknowledged is kept: with the server killed at any moment, and with several windows at work at once."""

from __future__ import annotations

import contextlib
import http.client
import random
import threading
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from served import Served
from web_client import Client

from scrgraph.pipeline import read_review
from scrgraph.review.errors import Severity
from scrgraph.review.folder import ReviewFolder
from scrgraph.review.source_set import SourceSet

KILLED, SEED = 50, 20260522
LINES = "Date,What happened,Wozu\n3/5/2018,HV visited and child seen,x\n"


class Session:
    """A scripted author who decides, takes back, adds and replaces files until the server is gone."""

    def __init__(self, client: Client, choose: random.Random, name: str) -> None:
        self.client, self.choose, self.name = client, choose, name
        self.kept: dict[str, str] = {}
        self.undone: list[str] = []
        self.files: dict[str, set[bytes]] = {}
        self.taken: set[str] = set()
        self._number = 0

    def work(self) -> None:
        """One act after another; what is answered with success is noted as acknowledged."""
        with contextlib.suppress(OSError, ValueError, http.client.HTTPException):
            self._add()
            while True:
                self.choose.choice((self._decide, self._decide, self._decide, self._undo, self._add))()

    def _decide(self) -> None:
        self._number += 1
        words = f"{self.name} School “{self._number}”, Hill\u2028St & Co"
        answer = self.client.act("/files/whose", file=self.choose.choice(sorted(self.taken)), agency=words)
        self.kept[answer.json["decisions"][0]] = words

    def _undo(self) -> None:
        waiting = [key for key in self.kept if key not in self.undone]
        if waiting and self.client.act("/undo", decision_id=waiting[-1]).status == 200:
            self.undone.append(waiting[-1])

    def _add(self) -> None:
        self._number += 1
        name = f"{self.name}-{self.choose.randint(1, 3)}.csv"
        data = (LINES + f"9/5/2018,Rang GP about {self.name} {self._number},y\n").encode()
        headers = {"Content-Type": "application/octet-stream", "Origin": self.client.bench.address}
        before = self.files.get(name, set())
        self.files[name] = {*before, data}
        answer = self.client.request("POST", f"/files/add?name={quote(name)}&replace=1", data, headers)
        assert answer.status == 200, answer.text
        self.files[name] = {data}
        self.taken.add(name)


def assert_nothing_lost(folder: ReviewFolder, sessions: list[Session]) -> None:
    """Every acknowledged decision, undoing and file is in the folder, and its settings can be read."""
    made = folder.decisions_made()
    by_id = {one.decision.decision_id: one for one in made}
    listed = {source.file for _, source in folder.sources()}
    for session in sessions:
        for decision_id, words in session.kept.items():
            assert by_id[decision_id].decision.value == words
        for decision_id in session.undone:
            assert not by_id[decision_id].holds
        for name, may_be in session.files.items():
            if name in session.taken:
                assert name in listed
                assert folder.source_path(name).read_bytes() in may_be


def test_nothing_acknowledged_is_lost_when_the_server_is_killed_at_fifty_moments(tmp_path: Path) -> None:
    """The moments are drawn from the time a session of this kind takes; what was in flight may be kept or not.

    A file that was being replaced may bear a sum that is not its own: the check of the folder says so.
    """
    choose = random.Random(SEED)  # noqa: S311
    folder = ReviewFolder.create(tmp_path / "review")
    acknowledged = 0
    being_replaced: set[str] = set()
    for round_ in range(KILLED):
        served = Served(folder.path)
        session = Session(served.client(), random.Random(round_), f"r{round_}")  # noqa: S311
        author = threading.Thread(target=session.work)
        author.start()
        time.sleep(choose.uniform(0.05, 0.8))
        served.kill()
        author.join(30)
        assert_nothing_lost(folder, [session])
        acknowledged += len(session.kept) + len(session.undone)
        being_replaced |= {name for name, may_be in session.files.items() if len(may_be) > 1}

    assert acknowledged > KILLED
    unsure = {problem.place for problem in folder.check() if problem.severity is Severity.ERROR}
    assert unsure <= {f"source '{name}'" for name in being_replaced}
    assert read_review(SourceSet.of([folder.path])).entries


def test_two_windows_lose_none_of_each_others_work(
    starts: Callable[[Path | None], Client], tmp_path: Path
) -> None:
    """Two windows decide and take back at the same time; no line is lost or mixed with another."""
    folder = ReviewFolder.create(tmp_path / "review")
    first = starts(folder.path)
    second = Client(first.bench)
    sessions = [
        Session(client, random.Random(seed), name)  # noqa: S311
        for client, seed, name in ((first, 1, "a"), (second, 2, "b"))
    ]
    for session in sessions:
        session._add()
    threads = [threading.Thread(target=_forty, args=(session,)) for session in sessions]

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)

    assert all(len(session.kept) == 40 for session in sessions)
    assert_nothing_lost(folder, sessions)
    assert len(folder.decisions_made()) == sum(len(s.kept) + len(s.undone) for s in sessions) + 2
    assert folder.decisions()[1] == ()


def _forty(session: Session) -> None:
    for _ in range(40):
        session._decide()
        if session.choose.random() < 0.3:
            session._undo()
