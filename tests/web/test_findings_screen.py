"""The findings over the socket: what is shown, what is kept, and what is refused."""

from __future__ import annotations

import csv
import json
import re
import time
from pathlib import Path
from typing import Any

import pytest
from few_findings import few_findings
from web_client import Client

from scrgraph.questions.registry import load_questions


def data_of(client: Client) -> Any:
    found = re.search(r'id="data">(.*?)</script>', client.get("/findings").text, re.DOTALL)
    assert found
    return json.loads(found[1])


@pytest.fixture
def few(starts, tmp_path: Path) -> Client:  # type: ignore[no-untyped-def]
    client: Client = starts(few_findings(tmp_path / "review"))
    client.until_read(pages=True)
    return client


def test_every_finding_is_there_once_under_its_question(looked_at: Client) -> None:
    reading, data = looked_at.bench.desk.reading, data_of(looked_at)
    assert reading
    assert sorted(one["id"] for one in data["findings"]) == sorted(one.id for one in reading.findings)
    by_id = {one.id: one for one in reading.findings}
    for one in data["findings"]:
        heading = data["questions"][one["q"]]
        finding = by_id[one["id"]]
        assert heading["topic"] == finding.topic
        assert heading["id"] == (
            finding.question if finding.strength != "cannot tell" else f"gaps-{finding.topic}"
        )
        assert (one["statement"], one["rows"]) == (finding.statement, len(finding.evidence))


def test_what_was_asked_in_vain_and_what_could_not_be_asked_are_told(looked_at: Client) -> None:
    words, reading = looked_at.words("/findings"), looked_at.bench.desk.reading
    assert reading and reading.asked
    assert "Asked, with nothing found" in words
    for lacking in reading.asked.not_answerable:
        assert "Questions that could not be answered" in words
        assert lacking.missing[:40] in words.replace("&#39;", "'")


def test_what_cannot_be_answered_is_not_told_as_nothing_found(few: Client) -> None:
    reading, page = few.bench.desk.reading, few.get("/findings").text
    assert reading and reading.asked and reading.asked.not_answerable
    titles = {question.id: question.header.title for question in load_questions()}
    in_vain = page.partition('id="nothing-found"')[2].partition('id="not-answered"')[0]

    for lacking in reading.asked.not_answerable:
        assert f"<strong>{titles[lacking.question]}." not in in_vain
    assert "None" not in in_vain


def test_the_rows_behind_a_finding_come_when_they_are_asked_for(looked_at: Client) -> None:
    reading = looked_at.bench.desk.reading
    assert reading
    finding = max(reading.findings, key=lambda one: len(one.evidence))
    assert finding.evidence[0].text not in looked_at.get("/findings").text

    rows = looked_at.get(f"/findings/rows?id={finding.id}").json["rows"]

    assert [(row["file"], row["place"], row["text"]) for row in rows] == [
        (one.file, one.place, one.text) for one in finding.evidence
    ]
    assert {row["entry_id"] for row in rows} <= set(reading.entries)
    assert looked_at.get("/findings/rows?id=no-such").json == {"rows": []}


def test_what_is_decided_is_kept_told_and_taken_back(few: Client) -> None:
    first, second = (one["id"] for one in data_of(few)["findings"][:2])
    seen = data_of(few)["token"]

    accepted = few.act("/findings/decide", finding=first, what="accept").json
    few.act("/findings/decide", finding=second, what="set aside", reason="The call is on tape")
    few.act("/findings/decide", finding=first, what="comment", reason="Ask the surgery")

    told = few.get(f"/findings/decided?seen={seen}").json
    assert told["decided"][first]["standing"] == "accepted"
    assert [one["words"] for one in told["decided"][first]["comments"]] == ["Ask the surgery"]
    assert told["decided"][second]["by"]["words"] == "The call is on tape"
    assert (told["counts"]["accepted"], told["counts"]["set aside"], told["counts"]["commented"]) == (1, 1, 1)
    assert data_of(few)["decided"] == told["decided"]
    assert few.get(f"/findings/decided?seen={told['token']}").json == {"token": told["token"]}
    kept = [(one.kind, one.subject, one.value) for one in few.bench.desk.folder.decisions()[0]]
    assert kept == [
        ("finding", first, "accept"),
        ("finding", second, "set aside"),
        ("finding", first, "comment"),
    ]

    few.act("/undo", decision_id=accepted["decisions"][0])

    assert "standing" not in data_of(few)["decided"][first]
    assert data_of(few)["decided"][first]["comments"]


@pytest.mark.parametrize(
    ("sent", "why"),
    [
        ({"what": "set aside", "reason": "  "}, "Say in a few words why"),
        ({"what": "comment"}, "Write the comment first"),
        ({"what": "accept", "finding": "batons-no-such"}, "no longer made"),
        ({"what": "undo"}, "what"),
        ({"what": "comment", "reason": "x" * 20_001}, "reason"),
    ],
)
def test_what_cannot_be_decided_is_refused_in_words(
    looked_at: Client, sent: dict[str, str], why: str
) -> None:
    given = {"finding": data_of(looked_at)["findings"][0]["id"], **sent}

    answer = looked_at.act("/findings/decide", **given)

    assert answer.status in (400, 409)
    assert why in answer.json["error"]
    assert not looked_at.bench.desk.decisions()


def test_to_accept_twice_is_one_decision(few: Client) -> None:
    first = data_of(few)["findings"][0]["id"]

    answers = [few.act("/findings/decide", finding=first, what="accept").json["said"] for _ in range(2)]

    assert answers[1] == "It was accepted already."
    assert len(few.bench.desk.decisions()) == 1


def test_the_written_page_and_tables_say_what_was_decided(few: Client) -> None:
    first, second = (one["id"] for one in data_of(few)["findings"][:2])
    derived = few.bench.desk.folder.derived_path
    assert "standing" not in (derived / "findings.csv").read_text(encoding="utf-8-sig").splitlines()[0]
    few.act("/findings/decide", finding=first, what="accept")
    few.act("/findings/decide", finding=second, what="set aside", reason="The call is on tape")

    assert few.get("/findings/page").headers["location"] == "/pages/index.html"

    page = few.words("/pages/index.html")
    assert "Accepted by A Author" in page and "Set aside by A Author: The call is on tape" in page
    text = (derived / "findings.csv").read_text(encoding="utf-8-sig")
    rows = {row["id"]: row for row in csv.DictReader(text.splitlines())}
    assert (rows[first]["standing"], rows[second]["reason"]) == ("accepted", "The call is on tape")
    whole = json.loads((derived / "findings.json").read_text(encoding="utf-8"))
    told = {one["id"]: one.get("decided") for one in whole["findings"]}
    assert told[second]["standing"] == "set aside"
    assert [one for one in told if told[one]] == [one for one in told if one in (first, second)]


def test_what_came_and_went_since_last_time_is_told(few: Client) -> None:
    desk = few.bench.desk
    source = desk.folder.sources_path / "health visiting.csv"
    before = source.read_text(encoding="utf-8").splitlines()
    changed = [
        *before[:-1],
        "1/8/2018,referral,Children's Social Care,Tamsin Orchard,,Referred: not at nursery",
    ]

    desk.change(lambda folder: source.write_text("\n".join(changed) + "\n", encoding="utf-8"))
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline and not (desk.reading and desk.reading.went):
        time.sleep(0.1)

    assert desk.reading and desk.reading.came and desk.reading.went
    new = {one["id"] for one in data_of(few)["findings"] if one.get("new")}
    assert new == desk.reading.came
    told = few.words("/findings").partition("The reading before this one made these findings.")[2]
    assert all(sentence.split("(")[0].replace("'", "&#39;") in told for sentence in desk.reading.went)


def test_before_the_first_reading_the_screens_say_what_goes_on(starts, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    from scrgraph.review.folder import ReviewFolder

    client = starts(ReviewFolder.create(tmp_path / "review", "Nothing yet").path)
    client.until_read()

    for path in ("/findings", "/pictures/relay", "/pack"):
        assert "No chronology has been added yet." in client.words(path)
