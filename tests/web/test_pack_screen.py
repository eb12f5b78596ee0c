"""The pack: made in the background, offered with when it was made, and nothing else of the folder with it."""

from __future__ import annotations

import io
import time
import zipfile
from pathlib import Path
from urllib.parse import quote

import pytest
from docx import Document
from few_findings import few_findings
from web_client import Answer, Client

from scrgraph.names_out import NamesOut
from scrgraph.web.screens.pack import DATES


@pytest.fixture
def few(starts, tmp_path: Path) -> Client:  # type: ignore[no-untyped-def]
    client: Client = starts(few_findings(tmp_path / "review"))
    client.until_read()
    return client


def until_made(client: Client, seconds: float = 120) -> str:
    """Wait until the work has ended; why it failed, if it did."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        job = client.bench.desk.job
        if job and job.ended:
            return job.ended[0]
        time.sleep(0.1)
    raise AssertionError("not made in time")


def send_styles(client: Client, name: str, data: bytes) -> Answer:
    headers = {
        "Content-Type": "application/octet-stream",
        "Origin": client.bench.address,
        "Sec-Fetch-Site": "same-origin",
    }
    return client.request("POST", f"/pack/styles?name={quote(name, safe='')}", data, headers)


def saved(client: Client, path: str) -> bytes:
    """A file as the browser saves it."""
    import http.client

    connection = http.client.HTTPConnection("127.0.0.1", client.bench.port, timeout=60)
    connection.request("GET", path, headers={"Cookie": client.cookie, "Sec-Fetch-Site": "same-origin"})
    return connection.getresponse().read()


def test_a_pack_holds_what_was_accepted_and_says_what_changed_since(few: Client) -> None:
    reading, desk = few.bench.desk.reading, few.bench.desk
    assert reading
    first, second = reading.findings[:2]
    desk.decide(("finding", first.id, "accept", ""))
    assert "Findings accepted 1" in few.words("/pack")

    assert few.act("/pack/make").json["said"] == "The pack is being made."
    assert few.act("/pack/make").status == 409
    assert until_made(few) == ""

    document = Document(io.BytesIO(saved(few, "/pack/file/pack/pack.docx")))
    assert first.statement in "\n".join(paragraph.text for paragraph in document.paragraphs)
    answer = few.get("/pack/file/pack/findings.xlsx")
    assert answer.headers["content-disposition"] == 'attachment; filename="findings.xlsx"'
    assert "1 finding set out" in few.words("/pack") and "Nothing has changed since." in few.words("/pack")
    desk.decide(("finding", second.id, "set aside", "On tape"))
    assert "1 decision was made since." in few.words("/pack")


def test_without_names_there_are_none_and_what_to_check_is_shown(few: Client) -> None:
    reading = few.bench.desk.reading
    assert reading
    few.bench.desk.decide(("finding", reading.findings[0].id, "comment", "Tamsin was with her aunt"))
    few.act("/pack/make", names="kept", undecided=True)
    assert until_made(few) == ""
    few.act("/pack/pages", names="kept")
    assert until_made(few) == ""

    packed = zipfile.ZipFile(io.BytesIO(saved(few, "/pack/file/names-out/pages.zip")))
    document = zipfile.ZipFile(io.BytesIO(saved(few, "/pack/file/pack-names-out/pack.docx")))
    texts = {f"{at.filename} {name}": at.read(name) for at in (packed, document) for name in at.namelist()}
    assert any(b"was with her aunt" in text for text in texts.values())
    assert [name for name, text in texts.items() if b"Tamsin" in text or b"Orchard" in text] == []
    assert not [name for name in packed.namelist() if "pseudonyms" in name or "replaced" in name]
    words = few.words("/pack")
    assert "Check the copy without names" in words and "Tamsin Orchard" in words
    answer = few.get("/pack/file/pack-names-out/pack.docx")
    assert answer.headers["content-disposition"] == 'attachment; filename="pack-names-out.docx"'


def test_a_pack_takes_its_styles_from_a_document_that_was_sent(few: Client) -> None:
    styles = Document()
    styles.add_paragraph("A private note")
    styles.styles["Normal"].font.name = "Georgia"
    held = io.BytesIO()
    styles.save(held)

    name = send_styles(few, "house style.docx", held.getvalue()).json["name"]
    few.act("/pack/make", styles=name)
    assert until_made(few) == ""

    made = Document(io.BytesIO(saved(few, "/pack/file/pack/pack.docx")))
    assert made.styles["Normal"].font.name == "Georgia"
    assert "A private note" not in "\n".join(paragraph.text for paragraph in made.paragraphs)
    assert "house style.docx" in few.get("/pack").text


def bomb() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as zipped:
        for number in range(3):
            zipped.writestr(f"word/{number}.xml", b"0" * 50_000_000)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("styles.docx", b"not a document"),
        ("styles.docx", b"PK\x03\x04 nothing of the kind"),
        ("styles.docm", b"PK"),
        ("../styles.docx", b"PK"),
        ("C:styles.docx", b"PK"),
        ("bomb.docx", None),
    ],
)
def test_what_is_no_document_of_styles_is_refused(looked_at: Client, name: str, data: bytes | None) -> None:
    answer = send_styles(looked_at, name, bomb() if data is None else data)

    assert answer.status == 409
    assert answer.json["error"]
    assert not (looked_at.bench.desk.folder.path / "styles").exists()


@pytest.mark.parametrize(
    "path",
    [
        "/pack/file/pack/..%2freview.toml",
        "/pack/file/pack/pack.docx%00",
        "/pack/file/../people.csv",
        "/pack/file/sources/police.csv",
        "/pack/file/pack/pseudonyms.csv",
        "/pack/file/names-out/index.html",
        "/pack/file/./decisions.csv",
        "/pack/file/pack/pack.docx",
    ],
)
def test_nothing_but_what_was_made_can_be_saved(looked_at: Client, path: str) -> None:
    answer = looked_at.get(path)

    assert answer.status == 404
    assert "content-disposition" not in answer.headers


def test_a_link_out_of_the_folder_is_not_followed(few: Client, tmp_path: Path) -> None:
    outside = tmp_path / "outside.docx"
    outside.write_bytes(b"secret")
    place = few.bench.desk.folder.path / "pack"
    place.mkdir()
    try:
        (place / "pack.docx").symlink_to(outside)
    except OSError:
        pytest.skip("this system does not let a test make links")

    assert few.get("/pack/file/pack/pack.docx").status == 404


def test_it_can_be_stopped_and_what_was_there_before_stays(few: Client) -> None:
    place = few.bench.desk.folder.path / "pack"
    few.act("/pack/make")
    few.act("/work/stop-job")

    assert until_made(few) == ""
    assert not (place / "pack.docx").exists()
    assert few.act("/pack/make").status == 200
    assert until_made(few) == ""
    assert (place / "pack.docx").exists()


def test_every_way_without_names_can_be_chosen() -> None:
    assert set(DATES) == set(NamesOut)


def test_a_style_that_went_away_is_said(few: Client) -> None:
    answer = few.act("/pack/make", styles="../other.docx")

    assert (answer.status, few.bench.desk.job) == (409, None)
