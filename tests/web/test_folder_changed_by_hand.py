"""The review folder changed by other hands while it is open: every screen says so, and is right again once mended."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from web_client import Client, until

from scrgraph.review.folder import ReviewFolder
from scrgraph.web.worker import Inside, Stopped, Worker

Starts = Callable[[Path | None], Client]
ROWS = (
    "Date,What happened,People\n3/5/2018,HV visited and child seen,Rowan Tarn (mother)\n9/5/2018,Rang GP,x\n"
)
SCREENS = [
    "/files", "/doubts", "/people", "/chronology", "/chronology/rows.json", "/chronology/decided.json",
    "/findings", "/findings/decided", "/pictures", "/pictures/genogram", "/ask", "/pack", "/decisions", "/status",
    "/open", "/pages/index.html",
]  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> ReviewFolder:
    """A review of two rows."""
    made = ReviewFolder.create(tmp_path / "review", "Small")
    given = tmp_path / "log.csv"
    given.write_text(ROWS, encoding="utf-8")
    made.add([given])
    return made


@pytest.fixture
def client(starts: Starts, folder: ReviewFolder) -> Iterator[Client]:
    """A workbench that has read it."""
    started = starts(folder.path)
    started.until_read(pages=True)
    yield started


def broken(path: Path, data: bytes | None) -> None:
    """A file with other bytes; a folder in its place where there are none, which nobody can read as a file."""
    path.unlink()
    if data is None:
        path.mkdir()
    else:
        path.write_bytes(data)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("review.toml", b"[review\nid =", "review.toml"),
        ("review.toml", None, "review.toml"),
        ("people.csv", None, "people.csv"),
        ("decisions.csv", None, "decisions.csv"),
        ("decisions.csv", b"a;b;c\nx;y;z\n", "decisions.csv, line 1"),
    ],
)
def test_a_file_that_cannot_be_read_is_said_and_forgotten_once_it_can(
    client: Client, folder: ReviewFolder, name: str, data: bytes | None, words: str
) -> None:
    path = folder.path / name
    before = path.read_bytes()

    broken(path, data)
    until(lambda: words in client.get("/status").json["trouble"])
    answers = {screen: client.get(screen) for screen in SCREENS}
    if path.is_dir():
        path.rmdir()
    path.write_bytes(before)
    until(lambda: client.get("/status").json["trouble"] == "")
    client.until_read()

    assert {screen: one.status for screen, one in answers.items() if one.status >= 500} == {}
    assert client.bench.desk.reading and client.bench.desk.reading.graph
    assert {screen for screen in SCREENS if client.get(screen).status >= 400} == set()


def test_nothing_else_is_changed_where_no_decision_can_be_written(
    client: Client, folder: ReviewFolder
) -> None:
    """As when decisions.csv is open in Excel: the files would say something that no decision says."""
    person = folder.people()[0]
    before = folder.people_path.read_bytes(), folder.settings_path.read_bytes()
    broken(folder.decisions_path, b"other columns\n")

    answers = [
        client.act("/people/put-right", person_id=person.person_id, was={"role": person.role}, now={"role": "aunt"}),
        client.act("/files/review", field="title", was="Small", now="Other"),
        client.act("/files/whose", file="log.csv", agency="Health"),
        client.act("/files/remove", file="log.csv"),
    ]  # fmt: skip

    assert [one.status for one in answers] == [409] * 4
    assert (folder.people_path.read_bytes(), folder.settings_path.read_bytes()) == before
    assert folder.source_path("log.csv").is_file()


def test_a_reader_that_was_killed_comes_back_when_something_is_asked(client: Client) -> None:
    reader = client.bench.desk._reader
    assert reader and reader._process.pid
    os.kill(reader._process.pid, 9)
    until(lambda: not reader.alive)

    first = client.act("/ask/cypher", query="RETURN 1 AS one")
    until(lambda: client.act("/ask/cypher", query="RETURN 1 AS one").status == 200)

    assert first.status == 409
    assert client.get("/status").json["trouble"] == ""


def test_stopping_what_does_not_go_on_is_not_said_to_have_been_done(client: Client) -> None:
    assert client.act("/work/stop").json["said"] == "Nothing is being read."
    assert client.act("/work/stop-job").json["said"] == "It had ended already."


def test_what_is_asked_while_the_process_is_at_other_work_waits_for_its_turn_and_ends_nothing() -> None:
    """As while pictures are drawn in a very large review: only the time of the question itself counts."""
    worker = Worker("Work", at_other_work_first, {"seconds": 2.0})
    worker.start()
    try:
        assert worker.ask(doubled, 1.0, number=4) == 8
        with pytest.raises(Stopped, match="too long"):
            worker.ask(slept, 0.3, long=30.0)
        until(lambda: not worker.alive)
    finally:
        worker.stop()


def at_other_work_first(inside: Inside, seconds: float) -> None:
    time.sleep(seconds)
    inside.answer()


def doubled(number: int) -> int:
    return 2 * number


def slept(long: float) -> None:
    time.sleep(long)
