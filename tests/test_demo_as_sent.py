"""The demo's ten chronologies as agencies send them, with no code column: what is read of them from their words."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from sent_files import files_as_sent

from scrgraph.model.entry import Entry
from scrgraph.model.review import ReviewGraph
from scrgraph.model.vocabulary import Reader
from scrgraph.pipeline import read_review
from scrgraph.review.source_set import SourceSet

CASES = Path(__file__).parent / "cases"
CODED = CASES / "demo_coded"
FILES = {
    "csc_chronology.xlsx": "social_care.docx", "police.csv": "police.csv", "gp.csv": "gp.pdf",
    "midwifery.xlsx": "midwifery.xlsx", "health_visiting.csv": "health_visiting.docx",
    "hospital.xlsx": "hospital.xlsx", "school.csv": "school.txt", "housing.csv": "housing.ods",
    "probation.csv": "probation.csv", "mental_health.xlsx": "mental_health.xlsx",
}  # fmt: skip

#: Shares a little under those measured, by what reads the words.
LEAST = {
    "kinds": {Reader.WORDS: 0.84, Reader.ENCODER: 0.90},
    "child seen": {Reader.WORDS: 0.92, Reader.ENCODER: 0.93},
    "batons": {Reader.WORDS: 0.94, Reader.ENCODER: 0.95},
}


@pytest.fixture(scope="module")
def coded() -> ReviewGraph:
    """The review with its code columns, which is what the words are held to."""
    return read_review(SourceSet.of([CODED]))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The review made anew from the texts, in the formats the agencies use."""
    folder = tmp_path_factory.mktemp("as_sent")
    files_as_sent(folder / "sources")
    for name in ("people.csv", "agencies.csv"):
        shutil.copy(CODED / name, folder / name)
    return folder


@pytest.fixture(scope="module", params=list(Reader))
def reader(request: pytest.FixtureRequest) -> Reader:
    """Each of the two readers."""
    chosen: Reader = request.param
    return chosen


@pytest.fixture(scope="module")
def as_sent(folder: Path, reader: Reader) -> ReviewGraph:
    """The review as one of the readers reads it."""
    settings = (CODED / "review.toml").read_text(encoding="utf-8")
    for was, now in FILES.items():
        settings = settings.replace(f'file = "{was}"', f'file = "{now}"')
    settings = settings.replace("[review]\n", f'[review]\nreader = "{reader}"\n', 1)
    (folder / "review.toml").write_text(settings, encoding="utf-8")
    assert f'reader = "{reader}"' in settings
    return read_review(SourceSet.of([folder]))


def pairs(coded: ReviewGraph, as_sent: ReviewGraph) -> list[tuple[Entry, Entry]]:
    """Each coded row beside the same row as sent: both stand in the same order in their files."""
    found: list[tuple[Entry, Entry]] = []
    for was, now in FILES.items():
        one = [entry for entry in coded.entries if entry.file == was]
        other = [entry for entry in as_sent.entries if entry.file == now]
        found += zip(one, other, strict=True)
    return found


def kind(entry: Entry) -> str:
    """What kind of event a row was taken for."""
    return entry.kind_code.value if entry.kind_code else "not told"


def test_no_row_has_a_code_column(as_sent: ReviewGraph) -> None:
    codes = {"event", "to_agency", "from_agency", "received", "child_seen", "seen_alone"}
    assert all(codes.isdisjoint(one.headings.values()) for one in as_sent.chronologies)


def test_every_row_arrives_with_its_date(coded: ReviewGraph, as_sent: ReviewGraph) -> None:
    rows = pairs(coded, as_sent)
    assert len(rows) == 277
    assert [(b.date.earliest, b.date.latest) for _, b in rows] == [
        (a.date.earliest, a.date.latest) for a, _ in rows
    ]


def test_most_kinds_are_read_as_they_were_coded(
    coded: ReviewGraph, as_sent: ReviewGraph, reader: Reader
) -> None:
    rows = pairs(coded, as_sent)
    assert sum(kind(a) == kind(b) for a, b in rows) >= LEAST["kinds"][reader] * len(rows)


def test_whether_the_child_was_seen(coded: ReviewGraph, as_sent: ReviewGraph, reader: Reader) -> None:
    rows = pairs(coded, as_sent)
    assert sum(a.child_seen is b.child_seen for a, b in rows) >= LEAST["child seen"][reader] * len(rows)


def test_most_batons_are_found_with_both_their_ends(
    coded: ReviewGraph, as_sent: ReviewGraph, reader: Reader
) -> None:
    now = {a.entry_id: b.entry_id for a, b in pairs(coded, as_sent)}
    wanted = {(now[one.entry_ids[0]], one.from_agency_id, one.to_agency_id) for one in coded.batons}
    found = {(one.entry_ids[0], one.from_agency_id, one.to_agency_id) for one in as_sent.batons}
    assert len(wanted & found) >= LEAST["batons"][reader] * len(wanted)


def test_the_people_are_the_same(coded: ReviewGraph, as_sent: ReviewGraph) -> None:
    assert {one.person_id for one in as_sent.people} == {one.person_id for one in coded.people}
