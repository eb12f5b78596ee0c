"""Rows as agencies write them in, what they tell out: by the rules of docs/how-rows-are-coded.md."""

from __future__ import annotations

import pytest

from scrgraph.coding.free_text.known_names import KnownNames
from scrgraph.coding.free_text.read_row import read_row
from scrgraph.coding.free_text.reading import TextReading
from scrgraph.coding.free_text.workers import spellings, with_workers
from scrgraph.model.entry import Entry
from scrgraph.model.partial_date import PartialDate

FAMILY = KnownNames(
    agencies={"holm lane primary": "education"},
    people={"rowan": "child", "kerry": "adult"},
    professionals={"jan farr": "CSC", "holly pike": "holm lane primary"},
)


def entry(text: str, action: str = "", people: str = "", agency: str = "Writer") -> Entry:
    return Entry(
        entry_id="E1", chronology_id="c", file="c.csv", place="row 1", row=1, date=PartialDate(),
        agency_text=agency, people_text=people, text=text, action_text=action,
    )  # fmt: skip


def read(text: str, sector: str = "health_visiting", action: str = "", people: str = "Rowan") -> TextReading:
    return read_row(entry(text, action, people), sector, FAMILY)


@pytest.mark.parametrize(
    ("sector", "text", "kind", "direction", "other"),
    [
        ("health_visiting", "Rang SW re bruising", "notification", "out", ("CSC",)),
        ("education", "Referral made to CSC, MARF sent", "referral", "out", ("CSC",)),
        ("gp", "Referred to CAMHS", "referral", "out", ("CAMHS",)),
        ("health_visiting", "T/C from MW to inform of birth", "notification", "in", ("MW",)),
        ("gp", "Discharge summary received from hospital", "discharge", "in", ("Hospital",)),
        ("education", "Invite to ICPC received from SW", "invitation", "in", ("CSC",)),
        ("childrens_social_care", "Referral received from school", "referral", "in", ("School",)),
        ("health_visiting", "H/V. NAR. Card left.", "no_access", None, ()),
        ("camhs", "WNB clinic x2", "missed_attendance", None, ()),
        ("health_visiting", "Core group at school. Mum attended.", "core_group", None, ()),
        ("childrens_social_care", "Strategy discussion with police", "strategy_discussion", None, ()),
        ("police", "Domestic incident at address, verbal only, no offences", "incident", None, ()),
    ],
)  # fmt: skip
def test_the_kind_the_way_and_the_other_side(
    sector: str, text: str, kind: str, direction: str | None, other: tuple[str, ...]
) -> None:
    found = read(text, sector)
    assert (str(found.kind), found.direction, (*found.to, *found.sender)) == (kind, direction, other)


@pytest.mark.parametrize(
    "text",
    [
        "Will refer to CSC",
        "Not referred to CSC",
        "Mother says she told the GP",
        "Was referred to CSC in 2003",
    ],
)
def test_what_was_not_done_passes_nothing(text: str) -> None:
    found = read(text)
    assert (found.direction, found.to, found.sender) == (None, (), ())


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("H/V. Baby asleep in cot, mum well.", "yes"),
        ("H/V. NAR. Card left.", "no"),
        ("T/C from SW re conference date", "unknown"),
        ("Letter to GP", "unknown"),
    ],
)
def test_whether_a_child_was_seen(text: str, seen: str) -> None:
    assert str(read(text).child_seen) == seen


def test_a_named_worker_is_known_by_agency() -> None:
    assert read("T/C to Jan Farr re contact").to == ("CSC",)
    assert read("Holly Pike rang re attendance").sender == ("holm lane primary",)


def test_a_colleague_is_no_other_agency() -> None:
    assert read("Holm Lane Primary: discussed with class teacher", "education").to == ()


def test_what_did_not_arrive() -> None:
    assert str(read("Referral form faxed to CSC, fax failed twice", "education").received) == "no"


def test_every_code_has_its_confidence_and_words_of_the_row() -> None:
    text = "Referral made to CSC, MARF sent"
    found = read(text, "education")
    assert {"kind", "direction", "to"} <= {code.about for code in found.codes}
    assert all(0 < code.confidence <= 1 and code.words in text for code in found.codes)
    assert found.confidence("kind") == max(code.confidence for code in found.codes if code.about == "kind")


def test_an_empty_row_tells_nothing() -> None:
    assert read_row(entry("", ""), "gp", FAMILY) == TextReading()


def test_workers_are_learned_from_rows_that_give_their_role() -> None:
    rows = [entry("T/C from Maud Tarn SW re visit"), entry("Maud Tarn rang, plan agreed")]
    learned = with_workers(KnownNames(), rows, "health_visiting")
    assert learned.professionals["maud tarn"] == "CSC"
    assert read_row(rows[1], "health_visiting", learned).sender == ("CSC",)
    assert spellings("maud tarn")[:3] == ("maud tarn", "maud t", "m tarn")
