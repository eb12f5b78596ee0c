"""A hostile folder, other processes and long texts: refused in words, with nothing lost and nothing let out."""

from __future__ import annotations

import io
import os
import socket
import threading
import zipfile
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from web_client import Answer, Client

from scrgraph.coding.decided import subject_of
from scrgraph.corrections import correction
from scrgraph.doubts import keep, undo
from scrgraph.review.decisions import Decision
from scrgraph.review.errors import ReviewError
from scrgraph.review.folder import ReviewFolder
from scrgraph.review.people_file import PersonRecord, write_people
from scrgraph.web import server
from scrgraph.web.desk import Desk
from scrgraph.web.screens.pack_made import names_checked, pages_zipped

Starts = Callable[[Path | None], Client]
ROWS = (
    "Date,What happened,People\n3/5/2018,HV visited and child seen,Rowan Tarn (mother)\n"
    "9/5/2018,Rang GP,Ash Pell (father)\n"
)
SCRIPT = (
    '<meta http-equiv="Content-Security-Policy" content="script-src *"><script>window.top.PWNED = 1</script>'
)


@pytest.fixture
def small(tmp_path: Path) -> ReviewFolder:
    """A review of two rows."""
    folder = ReviewFolder.create(tmp_path / "Ä review, Anna's", "Small")
    given = tmp_path / "log.csv"
    given.write_text(ROWS, encoding="utf-8")
    folder.add([given])
    return folder


def add(client: Client, name: str, data: bytes, **headers: str) -> Answer:
    sent = {
        "Content-Type": "application/octet-stream",
        "Origin": client.bench.address,
        "Sec-Fetch-Site": "same-origin",
    }
    return client.request("POST", f"/files/add?name={quote(name)}", data, {**sent, **headers})


def test_a_page_that_came_with_the_folder_is_never_shown(starts: Starts, small: ReviewFolder) -> None:
    """A script in it would act as the workbench does."""
    for name in ("index.html", "planted.html", "pictures/genogram.html"):
        (small.derived_path / name).parent.mkdir(parents=True, exist_ok=True)
        (small.derived_path / name).write_text(SCRIPT, encoding="utf-8")

    client = starts(small.path)
    early = [client.get(f"/pages/{name}").text for name in ("index.html", "pictures/genogram.html")]
    client.until_read(pages=True)

    assert all("PWNED" not in text for text in early)
    assert client.get("/pages/planted.html").status == 404
    assert client.get("/pages/index.html").status == 200
    assert "PWNED" not in client.get("/pages/index.html").text
    assert "PWNED" not in client.get("/pages/pictures/genogram.html").text


@pytest.mark.parametrize("name", [".scrgraph", "pack", "pack-names-out", "names-out", "styles", "set-aside"])
def test_a_folder_that_would_have_files_written_elsewhere_is_not_opened(
    small: ReviewFolder, tmp_path: Path, name: str
) -> None:
    (tmp_path / "elsewhere").mkdir()
    try:
        (small.path / name).symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    except OSError:
        pytest.skip("this system does not let a test make links")
    desk = Desk("A Author")
    try:
        with pytest.raises(ReviewError, match="leads to a place outside"):
            desk.open(small.path)
    finally:
        desk.close()

    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_text_that_could_not_be_read_again_is_not_acknowledged(starts: Starts, small: ReviewFolder) -> None:
    client = starts(small.path)
    client.until_read()
    reading = client.bench.desk.reading
    assert reading
    subject = subject_of(next(iter(reading.entries.values())))

    def note(words: str) -> Answer:
        return client.act("/chronology/decide", subject=subject, kind="note", value="comment", reason=words)

    long, kept = note("word " * 30_000), note("=1+1 \\n “a”\r\nb, '\x00;\t")

    assert long.status == 409
    assert "too long" in long.json["error"]
    assert kept.status == 200
    made, problems = small.decisions()
    assert [one.reason for one in made] == ["=1+1 \\n “a”\nb, '\x00;"]
    assert problems == ()


def test_two_workbenches_at_one_review_lose_none_of_each_others_files_and_corrections(
    starts: Starts, small: ReviewFolder
) -> None:
    first, second = starts(small.path), starts(small.path)
    for client in (first, second):
        client.until_read()
    people = small.people()
    assert len(people) >= 2
    answers: list[Answer] = []

    def work(client: Client, name: str, person_id: str) -> None:
        for number in range(8):
            answers.append(
                add(client, f"{name}{number}.csv", ROWS.replace("Rang", f"Rang {number}").encode())
            )
            was = {"role": f"{name} {number - 1}" if number else people_role[person_id]}
            now = {"role": f"{name} {number}"}
            answers.append(client.act("/people/put-right", person_id=person_id, was=was, now=now))

    people_role = {one.person_id: one.role for one in people}
    threads = [
        threading.Thread(target=work, args=(client, name, person.person_id))
        for client, name, person in ((first, "a", people[0]), (second, "b", people[1]))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)

    assert [answer.text for answer in answers if answer.status != 200] == []
    assert len(small.sources()) == 17
    assert small.unlisted() == []
    roles = {one.person_id: one.role for one in small.people()}
    assert (roles[people[0].person_id], roles[people[1].person_id]) == ("a 7", "b 7")


def test_a_window_that_shows_another_review_does_nothing_to_the_one_that_is_open(
    starts: Starts, small: ReviewFolder, tmp_path: Path
) -> None:
    other = ReviewFolder.create(tmp_path / "other", "Other")
    other.add([small.source_path("log.csv")])
    client = starts(small.path)
    shown = client.get("/files").text.partition('data-review="')[2].partition('"')[0]
    client.act("/open/there", folder=str(other.path))
    headers = {
        "Content-Type": "application/json",
        "Origin": client.bench.address,
        "Sec-Fetch-Site": "same-origin",
        "X-Scrgraph-Review": shown,
    }

    removed = client.request("POST", "/files/remove", b'{"file": "log.csv"}', headers)
    added = add(client, "new.csv", ROWS.encode(), **{"X-Scrgraph-Review": shown})
    again = client.request("POST", "/open/there", f'{{"folder": "{small.path}"}}'.encode(), headers)
    now = client.request("POST", "/files/remove", b'{"file": "log.csv"}', headers)

    assert (removed.status, added.status, again.status, now.status) == (409, 409, 200, 200)
    assert "Another review was opened" in removed.json["error"]
    assert [one.file for _, one in other.sources()] == ["log.csv"]
    assert small.sources() == []


def test_a_name_given_by_mistake_and_taken_back_is_no_way_of_writing_of_that_person(
    small: ReviewFolder,
) -> None:
    """Rows about whoever really bears it would be read as that person's."""
    write_people(
        small.people_path, [PersonRecord(person_id="a", name="Ann Roe", spellings=("Ann Roe", "Annie"))]
    )
    before = small.people()
    wrong = Decision.now(*correction(small, "a", "name", "Ann Roe", "Cal Dee").wanted, made_by="A")

    keep(small, [wrong])
    there = small.people()[0]
    undo(small, wrong.decision_id, "A")

    assert (there.name, there.spellings) == ("Cal Dee", ("Ann Roe", "Annie"))
    assert small.people() == before


@pytest.mark.parametrize("folder", ["~nobody-of-this-name/x", "a\0b", "x" * 5_000])
@pytest.mark.parametrize("act", ["there", "new", "demo"])
def test_what_is_no_name_of_a_folder_is_said_so(looked_at: Client, folder: str, act: str) -> None:
    answer = looked_at.act(f"/open/{act}", folder=folder)

    assert answer.status == 409
    assert "Errno" not in answer.json["error"]


def test_only_what_was_written_without_names_is_in_the_pages_to_save(small: ReviewFolder) -> None:
    out = small.path / "names-out"
    (out / "pictures").mkdir(parents=True)
    for name in ("index.html", "pictures/genogram.html", "Rowan Tarn.html", "pictures/old.svg", "notes.docx"):
        (out / name).write_text("x", encoding="utf-8")

    zipped = pages_zipped(small)

    assert zipped
    with zipfile.ZipFile(io.BytesIO(zipped)) as archive:
        assert archive.namelist() == ["names-out/index.html", "names-out/pictures/genogram.html"]


@pytest.mark.parametrize(
    "data", [b"what,words\ncheck,Ren\xe9e\n", b"what\n" + b"check,a,b,1,c\n" * 3, b"\xff\xfe\x00"]
)
def test_a_list_of_names_saved_in_another_way_does_not_stop_the_screen(
    small: ReviewFolder, data: bytes
) -> None:
    (small.path / "names-replaced.csv").write_bytes(data)

    checked = names_checked(small)

    assert checked.count_to_check == data.count(b"a,b,1,c")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a system with limits on files")
def test_a_disk_that_is_full_loses_no_decision_that_was_acknowledged(small: ReviewFolder) -> None:
    """In a process of its own whose files may grow by a line and a half."""
    import subprocess
    import sys

    script = (
        "import resource, sys\n"
        "from pathlib import Path\n"
        "from scrgraph.doubts import keep\n"
        "from scrgraph.review.decisions import Decision\n"
        "from scrgraph.review.errors import ReviewError\n"
        "from scrgraph.review.folder import ReviewFolder\n"
        "folder = ReviewFolder.open(Path(sys.argv[1]))\n"
        "size = folder.decisions_path.stat().st_size\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (size + 150, size + 150))\n"
        "for number in range(3):\n"
        "    try:\n"
        "        told = ('note', 'log.csv, row 2', 'comment')\n"
        "        keep(folder, [Decision.now(*told, made_by='A', reason=f'{number} ' * 20)])\n"
        "        print('kept', number)\n"
        "    except ReviewError as error:\n"
        "        print(error)\n"
    )
    told = subprocess.run(
        [sys.executable, "-c", script, str(small.path)], capture_output=True, text=True, check=True
    ).stdout.splitlines()

    kept = [line for line in told if line.startswith("kept")]
    assert 0 < len(kept) < 3
    assert all("make room" in line for line in told if line not in kept)
    assert len(small.decisions()[0]) == len(kept)


def test_connections_that_ask_for_nothing_keep_nobody_out(
    starts: Starts, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of another program on the machine: silent, half a request, or without the key."""
    monkeypatch.setattr(server, "TO_ASK", 0.5)
    client = starts(None)
    host = f"Host: 127.0.0.1:{client.bench.port}".encode()
    opened = []
    try:
        for asked in (b"", b"GET / HTTP/1.1\r\n", b"GET / HTTP/1.1\r\n" + host + b"\r\n\r\n") * 50:
            held = socket.create_connection(("127.0.0.1", client.bench.port), timeout=30)
            held.sendall(asked)
            opened.append(held)
        for held in opened:
            while held.recv(10_000):
                pass
        assert client.get("/status").status == 200
    finally:
        for held in opened:
            held.close()


def test_headers_without_end_are_not_waited_for(looked_at: Client) -> None:
    with socket.create_connection(("127.0.0.1", looked_at.bench.port), timeout=30) as sent:
        sent.sendall(b"GET / HTTP/1.1\r\n")
        with pytest.raises(OSError):
            for _ in range(20_000):
                sent.sendall(b"X: " + b"a" * 1_000 + b"\r\n")

    assert looked_at.get("/status").status == 200
