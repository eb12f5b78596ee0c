"""The doubts screen over a real socket: what is asked, what is kept of an answer, and what two windows do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from doubtful_review import HOSTILE, doubtful_review
from web_client import Client

from scrgraph.model.doubt import Doubt
from scrgraph.model.entry import Code, Entry
from scrgraph.model.partial_date import PartialDate
from scrgraph.web.screens.doubt_shown import shown
from scrgraph.web.screens.doubts_open import open_doubts
from scrgraph.web.screens.telling_words import pieces, telling_words


@pytest.fixture
def client(tmp_path: Path, starts: Callable[[Path | None], Client]) -> Client:
    """A workbench on a review with several doubts, read."""
    client = starts(doubtful_review(tmp_path / "review").path)
    client.until_read()
    return client


def asked(client: Client) -> tuple[Doubt, ...]:
    desk = client.bench.desk
    assert desk.reading is not None
    return open_doubts(desk, desk.reading).doubts


def test_answers_are_kept_vanish_at_once_and_come_back_when_undone(client: Client) -> None:
    first, second, *rest = asked(client)
    assert {"person", "row"} <= {doubt.kind for doubt in (first, second, *rest)}
    page = client.words("/doubts")
    assert f"{len(rest) + 2} to answer" in page
    assert first.question in page
    assert "Taken now as" in page

    done = client.act(
        "/doubts/answer", doubt_id=first.doubt_id, answer=first.answers[0], reason="It is plain"
    ).json
    assert done["next"] == second.doubt_id
    (kept,) = client.bench.desk.folder.decisions()[0]
    assert (kept.kind, kept.subject, kept.value) == (first.kind, first.subject, first.answers[0])
    assert (kept.reason, kept.made_by) == ("It is plain", "A Author")
    assert first not in asked(client)
    assert f"1 of {len(rest) + 2} answered this sitting" in client.words(f"/doubts?at={done['next']}")

    client.until_read()
    assert first not in asked(client)
    client.act("/undo", decision_id=done["decisions"][0])
    assert first.doubt_id in {doubt.doubt_id for doubt in asked(client)}
    assert f'data-doubt="{first.doubt_id}"' in client.get(f"/doubts?at={first.doubt_id}").text
    client.until_read()
    assert first.doubt_id in {doubt.doubt_id for doubt in asked(client)}


def test_what_was_answered_meanwhile_is_not_answered_again(client: Client) -> None:
    first, second, *_ = asked(client)
    assert client.act("/doubts/answer", doubt_id=first.doubt_id, answer=first.answers[0]).status == 200
    again = client.act("/doubts/answer", doubt_id=first.doubt_id, answer=first.answers[1])
    assert again.status == 409
    assert "answered meanwhile" in again.json["error"]
    assert f'data-doubt="{second.doubt_id}"' in client.get(f"/doubts?at={first.doubt_id}").text
    (kept,) = client.bench.desk.folder.decisions()[0]
    assert kept.value == first.answers[0]


def test_what_is_no_answer_is_refused_in_words_and_nothing_is_kept(client: Client) -> None:
    row = next(doubt for doubt in asked(client) if doubt.kind == "row")
    for answer, why in (("a picnic", "is no answer to this"), ("", "Choose an answer")):
        refused = client.act("/doubts/answer", doubt_id=row.doubt_id, answer=answer)
        assert (refused.status, why in refused.json["error"]) == (409, True)
    assert client.bench.desk.folder.decisions()[0] == ()


def test_one_kind_alone_can_be_answered_and_its_rows_stand_beside_each_other(client: Client) -> None:
    person = next(doubt for doubt in asked(client) if doubt.kind == "person")
    page = client.get(f"/doubts?kind=person&at={person.doubt_id}").text
    assert 'aria-current="true">One person or two' in page
    assert page.count('<div class="side">') == 2
    assert "<mark>Ms Hale</mark>" in page
    assert "housing.csv, row 2" in page
    assert HOSTILE not in client.get("/doubts?kind=row").text + page


def test_a_doubt_of_many_answers_gives_keys_to_those_it_names() -> None:
    doubt = Doubt.of(
        "people", "police.csv, row 2", "Whom does this row mean?", now="Mum",
        because="“Mum” may be Zoe Hale or Yan Orr.", answers=("Abe", "Bea", *"CDEFGHIJ", "Mum", "Yan Orr", "Zoe Hale"),
        open_answer=True,
    )  # fmt: skip
    from scrgraph.web.reading import Reading, State

    told = shown(doubt, Reading(State("", "", "", "", "")))
    assert [one.value for one in told.keyed[:4]] == ["Mum", "Yan Orr", "Zoe Hale", "Abe"]
    assert (len(told.keyed), len(told.others)) == (9, 4)
    assert told.keyed[0].now


def test_the_words_that_led_to_a_reading_are_marked_whole_and_wherever_they_stand() -> None:
    entry = Entry(
        entry_id="a#2", chronology_id="a", file="a.csv", place="row 2", row=2, date=PartialDate(),
        text="Rang HV. The HVAC was off; rang   HV again.",
        codes=(Code(about="direction", value="out", confidence=0.5, words="rang HV"),),
    )  # fmt: skip
    doubt = Doubt.of("direction", "a.csv, row 2", "Which way?", now="out", because="read from “rang HV”")
    words = telling_words(doubt, entry)
    assert words == ("rang HV",)
    assert [piece.text for piece in pieces(entry.text, words) if piece.tells] == ["Rang HV", "rang   HV"]
    assert "".join(piece.text for piece in pieces(entry.text, words)) == entry.text
