"""The people screen over a real socket: who is who, made one, taken apart, put right, and all of it undone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from doubtful_review import HOSTILE, doubtful_review
from web_client import Client


@pytest.fixture
def client(tmp_path: Path, starts: Callable[[Path | None], Client]) -> Client:
    """A workbench on a review with a mother written three ways, read."""
    client = starts(doubtful_review(tmp_path / "review").path)
    client.until_read()
    return client


def people(client: Client) -> dict[str, int]:
    """Everybody of the last reading, by id, with the number of their rows."""
    reading = client.bench.desk.reading
    assert reading is not None
    assert reading.graph is not None
    return {one.person_id: len(one.entry_ids) for one in reading.graph.people}


def undone(client: Client, done: dict[str, Any]) -> None:
    for decision_id in reversed(done["decisions"]):
        assert client.act("/undo", decision_id=decision_id).status == 200


def test_everybody_of_the_demo_is_listed_with_roles_births_rows_and_records(looked_at: Client) -> None:
    page = looked_at.words("/people")
    for words in (
        "Rowan Marsh index child",
        "later partner man 1985 28",
        "Northmere Probation (25)",
    ):
        assert words in page
    assert (
        '<iframe src="/pages/pictures/genogram.html" title="Genogram of the family">'
        in looked_at.get("/people").text
    )
    one = looked_at.words("/people/jordan-pell")
    for words in (
        "In 24 rows",
        "Jordan Pell: partner of Kayla Marsh November 2016 to April 2018 people.csv",
        "Sandling Close January 2017 to 7 April 2018",
        "partner 2 12 September 2017 to 12 April 2018",
    ):
        assert words in one
    assert one.index("12 January 2017 Northmere Housing") < one.index(
        "12 April 2018 Northmere Health Visiting"
    )
    assert looked_at.get("/people/nobody-of-that-name").status == 404


def test_two_made_one_are_one_after_reading_and_two_again_when_undone(client: Client) -> None:
    before = people(client)
    assert {"tess-hale", "ms-hale", "t-hale"} <= before.keys()
    assert "Ms Hale and Tess Hale" in client.words("/people") or "Tess Hale and Ms Hale" in client.words(
        "/people"
    )
    done = client.act("/people/decide", kind="person", one="tess-hale", other="ms-hale", value="same").json
    assert "“Tess Hale” and “Ms Hale” are one being taken in" in client.words("/people")
    client.until_read()
    assert people(client) == {
        key: rows + (before["ms-hale"] if key == "tess-hale" else 0)
        for key, rows in before.items()
        if key != "ms-hale"
    }
    assert "Taken for one with Tess Hale" in client.words("/people/ms-hale")
    undone(client, done)
    client.until_read()
    assert people(client) == before


def test_a_way_of_writing_is_taken_apart_and_details_put_right_in_their_rows(client: Client) -> None:
    put = {
        "person_id": "tess-hale",
        "was": {"born": "", "sex": "unknown"},
        "now": {"born": "1990", "sex": "female"},
    }
    done = client.act("/people/put-right", **put)
    assert done.status == 200
    assert client.act("/people/put-right", **put).status == 409
    assert 'value="1990"' in client.get("/people/tess-hale").text
    assert "Tess Hale: date of birth put right from nothing to “1990”" in client.words("/people/tess-hale")
    parted = client.act("/people/apart", kind="person", record_id="tess-hale", spelling="Tess H").json
    assert "Tess H being taken in" in client.words("/people")
    client.until_read()
    records = {one.person_id: one for one in client.bench.desk.folder.people()}
    assert (str(records["tess-hale"].born), records["tess-h"].name) == ("1990", "Tess H")
    undone(client, parted)
    undone(client, done.json)
    records = {one.person_id: one for one in client.bench.desk.folder.people()}
    assert "tess-h" not in records
    assert not records["tess-hale"].born.known


def test_what_cannot_be_is_refused_in_words(client: Client) -> None:
    for path, given, why in (
        (
            "/people/decide",
            {"kind": "person", "one": "tess-hale", "other": "tess-hale", "value": "same"},
            "one already",
        ),
        (
            "/people/decide",
            {"kind": "person", "one": "tess-hale", "other": "gone", "value": "same"},
            "not in the review",
        ),
        ("/people/apart", {"kind": "agency", "record_id": "gone", "spelling": "x"}, "has no row “gone”"),
        ("/people/put-right", {"person_id": "gone", "was": {}, "now": {"name": "x"}}, "has no row “gone”"),
    ):
        refused = client.act(path, **given)
        assert (refused.status, why in refused.json["error"]) == (409, True)
    assert client.bench.desk.folder.decisions()[0] == ()


def test_what_the_rows_say_comes_out_as_text(client: Client) -> None:
    page = client.get("/people/tess-hale").text
    assert HOSTILE not in page
    assert "&lt;img src=x onerror=" in page
    assert "<b>Orr" not in client.get("/people").text
