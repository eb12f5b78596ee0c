"""Bringing files in over the socket: as they came, hostile ones, and what becomes of those taken out."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path
from urllib.parse import quote

import pytest
from sent_files import files_as_sent
from web_client import Answer, Client

from scrgraph.review.folder import ReviewFolder
from scrgraph.web import uploads

ROWS = "Date,What happened,Wozu\n3/5/2018,HV visited at home and child seen,x\n9/5/2018,Rang GP,y\n"


def send(client: Client, name: str, data: bytes, replace: bool = False, **headers: str) -> Answer:
    sent = {
        "Content-Type": "application/octet-stream",
        "Origin": client.bench.address,
        "Sec-Fetch-Site": "same-origin",
    }
    path = f"/files/add?name={quote(name, safe='')}{'&replace=1' if replace else ''}"
    return client.request("POST", path, data, {**sent, **headers})


@pytest.fixture
def empty(starts, tmp_path: Path) -> Client:  # type: ignore[no-untyped-def]
    """A workbench on a new review without a file."""
    return starts(ReviewFolder.create(tmp_path / "review", "New <b>review</b>").path)


def test_ten_files_as_they_came_are_read_and_accounted_for(empty: Client, tmp_path: Path) -> None:
    files = files_as_sent(tmp_path / "sent")
    assert len({path.suffix for path in files}) >= 6

    for path in files:
        assert send(empty, path.name, path.read_bytes()).json["said"] == f"{path.name} was added."
    empty.until_read()

    reading = empty.bench.desk.reading
    assert reading and reading.graph
    assert {one.file for one in reading.chronologies} == {path.name for path in files}
    assert all(one.rows_read == one.rows_imported + one.rows_rejected for one in reading.chronologies)
    words = empty.words("/files")
    assert f"All files {sum(c.rows_read for c in reading.chronologies)} " in words
    assert "New <b>review</b>" not in empty.get("/files").text
    for path in files:
        assert (empty.bench.desk.folder.sources_path / path.name).read_bytes() == path.read_bytes()
    made = [one.decision for one in empty.bench.desk.decisions_made()]
    assert [(one.kind, one.value) for one in made] == [("source", "added")] * len(files)


def test_one_that_fails_does_not_spoil_the_others(empty: Client) -> None:
    send(empty, "good.csv", ROWS.encode())
    send(empty, "not-a-book.xlsx", b"PK\x03\x04 nothing of the kind")
    empty.until_read()

    reading = empty.bench.desk.reading
    assert reading and reading.graph
    assert list(reading.failed) == ["not-a-book.xlsx"]
    words = empty.words("/files")
    assert "good.csv several, or not told 2 2 0" in words
    assert "not-a-book.xlsx Could not be read" in words


def test_the_bar_says_why_nothing_could_be_read(empty: Client) -> None:
    empty.until_read()
    assert empty.get("/status").json["unread"] == "No chronology has been added yet."
    send(empty, "not-a-book.xlsx", b"PK\x03\x04 nothing of the kind")
    empty.until_read()
    assert "Not one of the files could be read." in empty.get("/status").json["unread"]
    send(empty, "good.csv", ROWS.encode())
    empty.until_read()
    assert empty.get("/status").json["unread"] == ""


def test_a_zip_bomb_is_refused_in_words_and_the_rest_is_read(empty: Client) -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 700_000_000)
    send(empty, "good.csv", ROWS.encode())
    assert send(empty, "bomb.xlsx", bomb.getvalue()).status == 200
    empty.until_read()

    reading = empty.bench.desk.reading
    assert reading and reading.graph
    assert list(reading.failed) == ["bomb.xlsx"]


@pytest.mark.parametrize(
    "name",
    [
        "../evil.csv",
        "..\\evil.csv",
        "/etc/evil.csv",
        "C:\\evil.csv",
        "C:evil.csv",
        "a/b.csv",
        "..",
        "",
        ".hidden.csv",
        "con.csv",
        "nul\0.csv",
        "line\nbreak.csv",
        "x" * 300 + ".csv",
        "stream.csv:other",
        "ends with dot.",
    ],
)
def test_a_name_that_could_lead_elsewhere_is_refused(empty: Client, name: str) -> None:
    root = empty.bench.desk.folder.path
    before = {path for path in root.parent.rglob("*") if ".scrgraph" not in path.parts}

    answer = send(empty, name, ROWS.encode())

    assert answer.status == 409
    assert {path for path in root.parent.rglob("*") if ".scrgraph" not in path.parts} == before
    assert not list((root / ".scrgraph" / "received").glob("*"))


def test_an_empty_file_and_one_too_large_are_refused(empty: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "MOST_BYTES", 1_000)

    assert "is empty" in send(empty, "empty.csv", b"").json["error"]
    assert "larger than" in send(empty, "large.csv", b"x" * 1_001).json["error"]
    assert empty.bench.desk.folder.sources() == []
    assert not list((empty.bench.desk.folder.derived_path / "received").glob("*"))


def test_a_form_of_another_page_cannot_send_a_file(empty: Client) -> None:
    answer = send(empty, "sent.csv", ROWS.encode(), **{"Content-Type": "multipart/form-data; boundary=x"})

    assert answer.status == 409
    assert empty.bench.desk.folder.sources() == []


def test_another_version_is_only_put_in_place_when_asked_and_the_old_one_is_kept(empty: Client) -> None:
    send(empty, "log.csv", ROWS.encode())
    again = send(empty, "log.csv", ROWS.encode())
    other = send(empty, "log.csv", ROWS.replace("Rang", "Wrote to").encode())
    asked = send(empty, "log.csv", ROWS.replace("Rang", "Wrote to").encode(), replace=True)

    assert "already, with the same content" in again.json["said"]
    assert (other.status, other.json["there"]) == (409, True)
    assert "received" not in other.json["error"]
    assert asked.status == 200
    folder = empty.bench.desk.folder
    aside = list((folder.path / "set-aside").iterdir())
    assert [path.read_bytes() for path in aside] == [ROWS.encode()]
    assert (folder.sources_path / "log.csv").read_bytes() == ROWS.replace("Rang", "Wrote to").encode()


def test_a_file_taken_out_is_kept_aside_and_can_come_back(empty: Client) -> None:
    send(empty, "log.csv", ROWS.encode())
    send(empty, "other.csv", ROWS.replace("HV", "SW").encode())

    said = empty.act("/files/remove", file="log.csv")

    folder = empty.bench.desk.folder
    assert said.status == 200
    assert [one.file for _, one in folder.sources()] == ["other.csv"]
    assert not (folder.sources_path / "log.csv").exists()
    aside = next((folder.path / "set-aside").iterdir())
    assert aside.read_bytes() == ROWS.encode()
    assert send(empty, "log.csv", aside.read_bytes()).status == 200
    assert empty.act("/files/remove", file="no-such.csv").status == 409
    assert empty.act("/files/remove", file="../decisions.csv").status == 409


def test_a_heading_and_an_agency_are_asked_once_and_can_be_taken_back(empty: Client) -> None:
    send(empty, "log.csv", ROWS.encode())
    empty.until_read()
    assert "“Wozu” is kept and not read" in empty.words("/files")

    heading = empty.act("/files/heading", heading="Wozu", field="action").json
    empty.act("/files/whose", file="log.csv", agency="Northmere Health Visiting")
    empty.until_read()

    words = empty.words("/files")
    assert "“Wozu” is kept" not in words
    assert "log.csv Northmere Health Visiting" in words
    assert empty.act("/files/heading", heading="Wozu", field="no such").status == 409
    empty.act("/undo", decision_id=heading["decisions"][0])
    empty.until_read()
    assert "“Wozu” is kept and not read" in empty.words("/files")
    with empty.bench.desk.folder.decisions_path.open(encoding="utf-8", newline="") as file:
        assert [line["kind"] for line in csv.DictReader(file)] == ["source", "heading", "file", "undo"]
