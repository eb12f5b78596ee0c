"""The encoder on this machine: the answers written down, alone and among others, and what is said without it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from scrgraph.coding.free_text.encoder import network as network_module
from scrgraph.coding.free_text.encoder.network import NoEncoder, encoder, reader_of_new_reviews
from scrgraph.coding.free_text.known_names import KnownNames
from scrgraph.coding.free_text.read_rows import read_all
from scrgraph.coding.free_text.reading import TextReading
from scrgraph.model.entry import Entry
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.vocabulary import Reader
from scrgraph.pipeline import read_review
from scrgraph.review.errors import ReviewError
from scrgraph.review.folder import ReviewFolder
from scrgraph.review.source_set import SourceSet

KNOWN = KnownNames(
    agencies={"holm lane primary": "education"}, people={"rowan": "child", "kerry": "adult"}, professionals={}
)
#: Sector, words; kind, direction, other side and child seen, as read on the machine where the weights were made.
ROWS = [
    (
        "health_visiting",
        "Rang duty SW re bruising on arm, SW will call back",
        "notification",
        "out",
        ("CSC",),
        "unknown",
    ),
    ("education", "Referral made to CSC, form sent by email", "referral", "out", ("CSC",), "unknown"),
    (
        "childrens_social_care",
        "Letter from GP: Rowan not brought for jabs twice",
        "notification",
        "in",
        ("GP",),
        "no",
    ),
    ("hospital", "Discharged home with Kerry, summary to GP", "discharge", "out", ("GP",), "unknown"),
    (
        "police",
        "Called to address, shouting heard by neighbour. Rowan seen asleep, no injuries",
        "incident",
        "",
        (),
        "yes",
    ),
    ("midwifery", "Booking appt 12/40, Kerry attended alone", "pregnancy", "", (), "unknown"),
    ("gp", "Invite to ICPC received from SW, report sent", "invitation", "in", ("CSC",), "unknown"),
]


def entry(number: int, text: str) -> Entry:
    return Entry(
        entry_id=f"E{number}", chronology_id="c", file="c.csv", place=f"row {number}", row=number, date=PartialDate(),
        agency_text="Writer", people_text="Rowan", text=text,
    )  # fmt: skip


def read(rows: list[tuple[str, str]]) -> list[TextReading]:
    return read_all(
        [(entry(n, text), sector) for n, (sector, text) in enumerate(rows)], KNOWN, Reader.ENCODER
    )


def shown(reading: TextReading) -> tuple[str, str, tuple[str, ...], str]:
    others = (*reading.to, *reading.sender)
    return str(reading.kind), str(reading.direction or ""), others, str(reading.child_seen)


@pytest.fixture
def not_installed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As on a machine without onnxruntime."""
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    monkeypatch.setattr(network_module, "find_spec", lambda name: None)
    encoder.cache_clear()
    yield
    encoder.cache_clear()


def test_rows_are_read_as_on_other_machines() -> None:
    readings = read([(sector, text) for sector, text, *_ in ROWS])

    assert [shown(one) for one in readings] == [tuple(told) for _, _, *told in ROWS]


def test_a_row_is_read_the_same_whatever_is_read_with_it() -> None:
    rows = [(sector, text) for sector, text, *_ in ROWS]
    long = ("gp", "Seen in surgery with Kerry. " * 30)

    assert [read([row])[0] for row in rows] == read(rows) == read([long, *rows, long])[1:-1]


def test_how_far_the_reading_is_is_told() -> None:
    told: list[tuple[str, int, int]] = []
    rows = [(entry(n, f"Seen at home, visit {n}"), "gp") for n in range(120)]

    read_all(rows, KNOWN, Reader.ENCODER, lambda what, done, total: told.append((what, done, total)))

    assert [(done, total) for _, done, total in told] == [(50, 120), (100, 120), (120, 120)]


def test_of_a_row_without_words_nothing_is_told() -> None:
    assert read([("gp", ""), ("gp", " \n ")]) == [TextReading(), TextReading()]


def test_every_code_says_how_sure_it_is() -> None:
    codes = [code for one in read([(sector, text) for sector, text, *_ in ROWS]) for code in one.codes]

    assert codes
    assert all(0 < code.confidence <= 1 and code.by == "words" for code in codes)


@pytest.mark.usefixtures("not_installed")
def test_without_what_runs_it_words_are_read_and_a_review_made_for_it_says_what_to_install(
    tmp_path: Path,
) -> None:
    assert encoder() is None
    assert reader_of_new_reviews() is Reader.WORDS
    with pytest.raises(NoEncoder):
        read([("gp", "Seen")])
    folder = review(tmp_path, "encoder")
    with pytest.raises(ReviewError, match=r'pip install "scrgraph\[encoder\]"'):
        read_review(SourceSet.of([folder.path]))
    assert read_review(SourceSet.of([review(tmp_path / "other", "words").path])).entries


def test_a_review_is_read_by_the_reader_it_names_and_no_other(tmp_path: Path) -> None:
    by_encoder = read_review(SourceSet.of([review(tmp_path / "encoder", "encoder").path]))
    by_words = read_review(SourceSet.of([review(tmp_path / "words", "words").path]))
    unsaid = read_review(SourceSet.of([review(tmp_path / "unsaid", "").path]))

    assert [one.codes for one in unsaid.entries] == [one.codes for one in by_words.entries]
    assert [one.codes for one in by_encoder.entries] != [one.codes for one in by_words.entries]


def review(path: Path, reader: str) -> ReviewFolder:
    """A review of one file, with that reader in its review.toml."""
    folder = ReviewFolder.create(path / "review", "R", Reader(reader) if reader else None)
    source = path / "hv.csv"
    lines = "".join(f'{n + 1} May 2018,Health Visiting,Rowan,"{row[1]}"\n' for n, row in enumerate(ROWS))
    source.write_text(f"Date,Agency,Person,What happened\n{lines}", encoding="utf-8")
    folder.add([source])
    return folder
