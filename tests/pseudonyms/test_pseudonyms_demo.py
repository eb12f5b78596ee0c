"""The demonstration review without names: no name in any file, and the same findings."""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from scrgraph.model.finding import Finding
from scrgraph.model.partial_date import MONTHS
from scrgraph.model.review import ReviewGraph
from scrgraph.output import write_review
from scrgraph.pipeline import answer_all, demo_folder, in_memory, read_review
from scrgraph.pseudonyms.key import Dates, Pseudonyms, read_pseudonyms, write_pseudonyms
from scrgraph.pseudonyms.pseudonymise import Replaced, pseudonymised
from scrgraph.pseudonyms.told_files import tell_ages_in
from scrgraph.report.pack import pack_matter, write_pack
from scrgraph.review.source_set import SourceSet

#: Every name of the demonstration, in people.csv, agencies.csv, the columns of staff and the texts.
NAMES = (
    "Rowan", "Marsh", "Kayla", "Finn", "Skye", "Tranter", "Jordan", "Pell", "Craig", "Bolland", "Shaun", "Diane",
    "Penrose", "Varley", "Hartley", "Everard", "Sorrell", "Ashby", "Bevan", "Novak", "Castell", "Imrie", "Kerr",
    "Rahman", "Underhill", "Tolley", "Stroud", "Lomax", "Mistry", "Okafor", "Doyle", "Quill", "Farrow", "Amin", "Rudd",
    "Sethi", "Whitlock", "Lacey", "Garside", "Blythe", "Pryor", "Dhillon", "Ormond",
    "Northmere", "Harbour Lane", "Tidewell", "Wharf St", "Wharf Street", "Dock Road", "Quay Street", "Sandling",
    "csc_chronology", "gp.csv", "health_visiting.csv", "hospital.xlsx", "housing.csv", "mental_health.xlsx",
    "midwifery.xlsx", "police.csv", "probation.csv", "school.csv", "PN-0388", "invented composite",
)  # fmt: skip
#: Names that are words or parts of words too, looked for as they are written.
EXACT = ("Lee", "Grant", "LEE", "GRANT")
_FOUND = re.compile(rf"(?<![a-z])(?:{'|'.join(re.escape(name) for name in NAMES)})(?![a-z])", re.IGNORECASE)
_EXACT = re.compile(rf"\b(?:{'|'.join(EXACT)})\b")


@pytest.fixture(scope="module")
def demo() -> ReviewGraph:
    return read_review(SourceSet.of([demo_folder()]))


@pytest.fixture(scope="module")
def kept(demo: ReviewGraph) -> Replaced:
    return pseudonymised(demo, Pseudonyms())


def findings(graph: ReviewGraph) -> tuple[Finding, ...]:
    with in_memory(graph) as store:
        return answer_all(graph, store).asked.findings


def texts_of(folder: Path) -> dict[str, str]:
    """Every file as text; what is packed is unpacked."""
    found: dict[str, str] = {}
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = path.relative_to(folder).as_posix()
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as packed:
                found |= {
                    f"{name}/{one}": packed.read(one).decode("utf-8", "replace") for one in packed.namelist()
                }
        else:
            found[name] = path.read_bytes().decode("utf-8", "replace")
    return found


def test_the_names_looked_for_are_in_the_demonstration(demo: ReviewGraph) -> None:
    text = demo.model_dump_json()
    assert [name for name in NAMES if name.lower() not in text.lower()] == []


@pytest.mark.parametrize("dates", ["kept", "shifted", "ages"])
def test_no_name_is_in_any_file_written(demo: ReviewGraph, tmp_path: Path, dates: Dates) -> None:
    copy = pseudonymised(demo, Pseudonyms(dates=dates)).graph
    with in_memory(copy) as store:
        write_review(answer_all(copy, store), store, tmp_path)
    if dates == "ages":
        tell_ages_in(tmp_path)
    written = texts_of(tmp_path)
    assert {"findings.json", "findings.csv", "chronology.csv", "index.html"} <= set(written)
    named = {
        (name, text[max(0, match.start() - 30) : match.end() + 30])
        for name, text in written.items()
        for match in (*_FOUND.finditer(text), *_EXACT.finditer(text))
        if not (match[0] in EXACT and len(text[match.start() - 200 : match.end() + 200].split()) < 3)
    }
    assert named == set()
    assert not _FOUND.search(" ".join(written))


def test_no_name_is_in_the_graph(kept: Replaced) -> None:
    text = kept.graph.model_dump_json()
    assert set(_FOUND.findall(text)) | set(_EXACT.findall(text)) == set()


def test_no_date_is_in_any_file_that_tells_ages(demo: ReviewGraph, tmp_path: Path) -> None:
    copy = pseudonymised(demo, Pseudonyms(dates="ages")).graph
    with in_memory(copy) as store:
        answered = answer_all(copy, store)
        write_review(answered, store, tmp_path)
        matter = pack_matter(copy, store, answered.registry, answered.asked)
        list(write_pack(matter, tmp_path / "pack"))
    tell_ages_in(tmp_path)
    years = {day.year for entry in demo.entries for day in (entry.date.earliest, entry.date.latest) if day}
    written = texts_of(tmp_path)
    dated = re.compile(
        rf"(?:{'|'.join(MONTHS)}|{'|'.join(name[:3] for name in MONTHS)}) \d{{4}}\b|\b20\d\d-\d\d-\d\d"
        rf"|[\w)/] ?\b(?:{'|'.join(map(str, sorted(years)))})\b(?!\.\d)"
    )
    found = {
        (name, text[max(0, match.start() - 20) : match.end() + 20])
        for name, text in written.items()
        for match in dated.finditer(text)
        if name.endswith((".csv", ".json", "document.xml", "sharedStrings.xml", "sheet1.xml"))
    }
    assert {one for one in found if "core.xml" not in one[0] and "schemas" not in one[1]} == set()
    pages = "".join(text for name, text in written.items() if name.endswith(".html"))
    assert not re.search(rf"\d (?:{'|'.join(MONTHS)}) (?:20[012]\d|3\d\d\d)", pages)


def test_told_as_ages_the_findings_are_the_same(demo: ReviewGraph) -> None:
    copy = pseudonymised(demo, Pseudonyms(dates="ages"))
    before, after = findings(demo), findings(copy.graph)
    told = [
        Counter((one.question, one.strength, one.certainty) for one in found) for found in (before, after)
    ]
    assert told[0] == told[1]
    assert copy.shift is not None
    moved = Counter((one.question, copy.shift.day(one.from_) if one.from_ else None) for one in before)
    assert moved == Counter((one.question, one.from_) for one in after)


@pytest.mark.parametrize("dates", ["kept", "shifted"])
def test_the_findings_are_the_same(demo: ReviewGraph, dates: Dates) -> None:
    copy = pseudonymised(demo, Pseudonyms(dates=dates))
    before, after = findings(demo), findings(copy.graph)
    told = [[(one.question, one.strength, one.certainty) for one in found] for found in (before, after)]
    assert Counter(told[0]) == Counter(told[1])
    assert [one[:2] for one in told[0]] == [one[:2] for one in told[1]]
    by = dt.timedelta(weeks=copy.key.weeks)
    moved = [(one.question, one.from_ + by if one.from_ else None) for one in before]
    assert Counter(moved) == Counter((one.question, one.from_) for one in after)


def test_a_finding_decided_on_is_found_again_in_the_copy(demo: ReviewGraph, kept: Replaced) -> None:
    ids = kept.finding_ids(findings(demo))
    assert sorted(ids.values()) == sorted(one.id for one in findings(kept.graph))


def test_sentences_read_as_sentences(kept: Replaced) -> None:
    said = " ".join(one.statement for one in findings(kept.graph))
    assert (
        "Police recorded sending information about Child C, Father of Child A and Mother (20 May 2017" in said
    )
    assert "Police Police" not in said
    assert "[name]" not in said


def test_dates_that_are_shifted_tell_no_year_of_the_review(demo: ReviewGraph) -> None:
    copy = pseudonymised(demo, Pseudonyms(dates="shifted"))
    assert copy.key.weeks
    for before, after in zip(demo.entries, copy.graph.entries, strict=True):
        if before.date.earliest and after.date.earliest:
            assert (after.date.earliest - before.date.earliest).days == 7 * copy.key.weeks
        assert not before.date.known or before.date.written not in after.model_dump_json()
    first = next(one for one in copy.graph.entries if one.text.startswith("Verbal argument"))
    day = dt.date(2016, 3, 12) + dt.timedelta(weeks=copy.key.weeks)
    assert first.text == f"Verbal argument {day.day} {day:%B}, child in home"


def test_the_same_again_on_a_second_run(demo: ReviewGraph, kept: Replaced) -> None:
    again = pseudonymised(demo, kept.key)
    assert again.graph.model_dump_json() == kept.graph.model_dump_json()
    assert again.key == kept.key
    assert again.replacements == kept.replacements


def test_the_key_is_written_and_read(kept: Replaced, tmp_path: Path) -> None:
    path = tmp_path / "pseudonyms.csv"
    key = kept.key.model_copy(update={"weeks": -37})
    write_pseudonyms(path, key)
    assert read_pseudonyms(path) == key
    assert "37 weeks earlier" in path.read_text(encoding="utf-8")


def test_what_was_replaced_is_told_with_its_places(kept: Replaced) -> None:
    tranter = next(one for one in kept.replacements if one.words == "TRANTER")
    assert (tranter.instead, tranter.times > 1, tranter.places[0]) == (
        "Father of Child B",
        True,
        "police.csv, row 2",
    )
