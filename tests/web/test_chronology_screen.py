"""The chronology over a real socket: its rows, one row in full, what can be decided of it, and the periods."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from conftest import Starts
from web_client import Client

from scrgraph.review.folder import ReviewFolder

FIELDS = {"id": 0, "first": 1, "date": 3, "seen": 13, "words": 16}
SHOUTING = "police.csv#2"


def in_full(client: Client, entry_id: str) -> dict[str, Any]:
    told: dict[str, Any] = client.get(f"/chronology/row.json?id={entry_id.replace('#', '%23')}").json
    return told


def field(client: Client, kind: str) -> dict[str, Any]:
    return next(one for one in in_full(client, SHOUTING)["taken"] if one["kind"] == kind)


def decided(client: Client) -> dict[str, Any]:
    rows: dict[str, Any] = client.get("/chronology/decided.json").json["rows"]
    return rows


def test_every_row_is_there_in_the_order_of_dates(looked_at: Client) -> None:
    told = looked_at.get("/chronology/rows.json").json
    reading = looked_at.bench.desk.reading
    assert reading
    assert {row[FIELDS["id"]] for row in told["rows"]} == set(reading.entries)
    days = [row[FIELDS["first"]] or "9999" for row in told["rows"]]
    assert days == sorted(days)
    assert told["findings"] == [finding.id for finding in reading.findings]
    assert "Kind of event" in looked_at.words("/chronology")


def test_a_row_in_full_says_what_led_to_each_code_and_what_rests_on_it(
    looked_at: Client, client: Client
) -> None:
    row = in_full(looked_at, "police.csv#21")
    assert ["Category", "Noise complaint"] in row["original"]
    kind = next(one for one in row["taken"] if one["kind"] == "row")
    assert (kind["words"], kind["told"]) == ("incident", "by its column: “Noise complaint”")
    assert row["findings"]
    assert [one["question"] for one in row["doubts"]] == ["Whom does this row mean?"]
    assert looked_at.get("/chronology/row.json?id=nobody").status == 404

    kind = next(one for one in in_full(client, "care.csv#10")["taken"] if one["kind"] == "row")
    assert kind["words"] == "visit"
    assert re.fullmatch(r"from the words “Home visit”, .*: about \d+ in 100", kind["told"])


def test_what_is_decided_is_on_disk_and_shown_over_the_reading_at_once(client: Client) -> None:
    subject = in_full(client, SHOUTING)["subject"]
    for kind, value in (("row", "contact"), ("seen-alone", "yes"), ("date", "March 2018"), ("people", "Ivo")):
        done = client.act(
            "/chronology/decide", subject=subject, kind=kind, value=value, reason="told by phone"
        )
        assert done.status == 200, done.text
        assert done.json["decisions"]
        assert f",{kind},police.csv" in client.bench.desk.folder.decisions_path.read_text(
            encoding="utf-8"
        ).replace('"', "")
        assert field(client, kind)["told"] == "set by A Author: told by phone"
    overlay = decided(client)[SHOUTING]
    assert (overlay["kind"], overlay["seen"]) == ("contact", "alone")
    assert overlay["date"] == ["March 2018", "2018-03-01", "2018-03-31"]
    assert overlay["people"][0] == "Ivo"


def test_a_decision_is_being_taken_in_until_a_reading_has_it_and_again_when_it_is_undone(
    client: Client,
) -> None:
    subject = in_full(client, SHOUTING)["subject"]
    kept = client.act("/chronology/decide", subject=subject, kind="row", value="visit").json["decisions"][0]
    assert field(client, "row")["waiting"]
    client.until_read()
    assert not field(client, "row")["waiting"]
    assert "waiting" not in decided(client)[SHOUTING]
    assert (
        client.act("/chronology/decide", subject=subject, kind="row", value="visit").json["decisions"] == []
    )
    assert client.act("/undo", decision_id=kept).status == 200
    assert decided(client)[SHOUTING] == {"waiting": 1}
    assert field(client, "row")["told"].startswith("a decision was taken back")


def test_notes_and_key_episodes_are_kept_and_need_no_new_reading(client: Client) -> None:
    subject = in_full(client, SHOUTING)["subject"]
    for note in ("Ask who rang", "Police confirm it"):
        assert client.act(
            "/chronology/decide", subject=subject, kind="note", value="comment", reason=note
        ).json
    client.act("/chronology/decide", subject=subject, kind="key-episode", value="yes")
    assert decided(client)[SHOUTING] == {"key": 1, "notes": ["Ask who rang", "Police confirm it"]}
    row = in_full(client, SHOUTING)
    assert (row["key"], [note["words"] for note in row["notes"]]) == (
        True,
        ["Ask who rang", "Police confirm it"],
    )
    assert client.bench.desk.waiting() == ()


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"kind": "row", "value": "a fancy"}, "is not a decision about a row"),
        ({"kind": "date", "value": "Tues pm"}, "The date was not kept"),
        ({"kind": "date", "value": "not known"}, "gives no day"),
        ({"kind": "to", "value": " "}, "To is empty"),
        ({"kind": "note", "value": "comment", "reason": " "}, "The note is empty"),
        ({"kind": "finding", "value": "accept"}, "Nothing about a row is called"),
        (
            {"kind": "row", "value": "visit", "subject": "police.csv, row 2 [00000000]"},
            "not in the review as last read",
        ),
    ],
)
def test_what_makes_no_sense_is_refused_in_words_and_nothing_is_kept(
    looked_at: Client, given: dict[str, str], why: str
) -> None:
    subject = in_full(looked_at, "probation.csv#13")["subject"]
    refused = looked_at.act("/chronology/decide", **{"subject": subject, **given})
    assert refused.status == 409
    assert why in refused.json["error"]
    assert looked_at.bench.desk.decisions_made() == ()


def test_a_period_is_set_in_review_toml_beside_the_authors_own_words(client: Client) -> None:
    done = client.act("/chronology/period", name="detailed", first="2018-02-01", last="31 March 2018")
    assert "1 February 2018 to 31 March 2018" in done.json["said"]
    written = client.bench.desk.folder.settings_path.read_text(encoding="utf-8")
    assert "detailed = { from = 2018-02-01, to = 2018-03-31 } # agreed\n" in written
    told = client.get("/chronology/decided.json").json["periods"]
    assert told["detailed"] == {"from": "2018-02-01", "to": "2018-03-31"}
    assert client.act("/undo", decision_id=done.json["decisions"][0]).status == 200
    told = client.get("/chronology/decided.json").json["periods"]
    assert told["detailed"] == {"from": "2018-01-01", "to": "2018-12-31"}
    assert client.act("/chronology/period", name="detailed", first="March 2018").status == 409
    assert client.act("/chronology/period", name="all of it").status == 400


def test_before_the_first_reading_and_without_a_usable_row_the_screen_says_what_goes_on(
    starts: Starts, tmp_path: Path
) -> None:
    empty = starts(ReviewFolder.create(tmp_path / "empty").path)
    empty.until_read()
    assert "No chronology has been added yet." in empty.words("/chronology")
    refused = empty.get("/chronology/rows.json")
    assert (refused.status, "No chronology has been added yet." in refused.text) == (409, True)
