"""The cheat sheet: its twelve patterns on both stores, its words out of the schema, and its one page."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pdfplumber
import pytest
from neo4j_server import Neo4jServer

from scrgraph.cheat_sheet.page_html import html_of
from scrgraph.cheat_sheet.page_pdf import TooLong, pdf_of
from scrgraph.cheat_sheet.sheet import Pattern, in_parts, patterns, read_sheet
from scrgraph.model.review import ReviewGraph
from scrgraph.model.schema import EDGE_BY_NAME, LABELS
from scrgraph.pipeline import demo_folder, read_review
from scrgraph.review.source_set import SourceSet
from scrgraph.store.base import Store, Table
from scrgraph.store.embedded import EmbeddedStore
from scrgraph.store.graph_rows import graph_rows
from scrgraph.store.refusal import refuse_unless_read

ROOT = Path(__file__).resolve().parents[2]
SHEET = read_sheet()
PATTERNS = patterns()

#: Of each pattern, a row that the demonstration's own files say must be there (some of its cells), and what must not.
ROWS: dict[str, tuple[dict[str, object], dict[str, object]]] = {
    "01-who-is-in-the-family": (
        {"person": "Kayla Marsh", "role": "mother", "kind": "adult"},
        {"kind": "agency"},
    ),
    "02-who-lived-with-the-child": (
        {"adult": "Craig Bolland", "since": "July 2018", "until": None},
        {"adult": "Rowan Marsh"},
    ),
    "03-what-may-have-happened-then": (
        {"agency": "Northmere Housing", "day": "12 June 2018"},
        {"day": "1 July 2018"},
    ),
    "04-was-the-child-seen": ({"agency": "Harbour Lane Surgery", "seen": "yes"}, {"contacts": 0}),
    "05-who-referred-to-whom": (
        {"sender": "Tidewell Primary School", "passed": "4 July 2016", "receipt": "matched"},
        {"sender": None},
    ),
    "06-what-left-no-trace": (
        {"sender": "Northmere General Hospital", "passed": "14 August 2016"},
        {"sender": "Northmere Police", "passed": "20 May 2017"},
    ),
    "07-how-far-each-baton-came": (
        {
            "passed": "12 March 2016",
            "stages": ["passed: recorded", "received: matched", "declined: recorded"],
        },
        {"stages": []},
    ),
    "08-the-rows-behind-it": ({"file": "police.csv", "place": "row 11"}, {"words": ""}),
    "09-whom-nobody-met": ({"adult": "Craig Bolland"}, {"adult": "Kayla Marsh"}),
    "10-whose-records-are-in-hand": ({"agency": "Northmere Police"}, {"agency": "MGM"}),
    "11-what-could-have-been-known": ({"agency": "Harbour Lane Surgery"}, {"at_best": None}),
    "12-several-told-the-same-place": (
        {"receiver": "Northmere Children's Social Care", "about": "Kayla Marsh", "senders": 8},
        {"senders": 1},
    ),
}


@pytest.fixture(scope="module")
def graph() -> ReviewGraph:
    return read_review(SourceSet.of([demo_folder()]))


@pytest.fixture(scope="module")
def embedded(graph: ReviewGraph) -> Iterator[Store]:
    """The demonstration, and the same again under another name: a pattern asks about one review."""
    twin = graph.model_copy(update={"review": graph.review.model_copy(update={"review_id": "twin"})})
    with EmbeddedStore() as store:
        store.load(graph_rows(graph))
        store.load(graph_rows(twin))
        yield store


@pytest.fixture(scope="module")
def neo4j(graph: ReviewGraph, neo4j_server: Neo4jServer) -> Iterator[Store]:
    neo4j_server.empty()
    with neo4j_server.connect() as store:
        store.load(graph_rows(graph))
        yield store
    neo4j_server.empty()


def rows_of(pattern: Pattern, store: Store) -> Table:
    return store.ask("\n".join(pattern.query), {"review_id": "demo"}, row_limit=10_000, seconds=30)


def holds(table: Table, cells: dict[str, object]) -> bool:
    return any(all(row[name] == value for name, value in cells.items()) for row in table.dicts())


def test_there_are_twelve() -> None:
    assert [pattern.name for pattern in PATTERNS] == list(ROWS)
    assert len({pattern.says for pattern in PATTERNS}) == 12


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.name)
def test_a_pattern_shows_what_its_comment_says(pattern: Pattern, embedded: Store) -> None:
    there, not_there = ROWS[pattern.name]
    table = rows_of(pattern, embedded)
    assert holds(table, there) and not holds(table, not_there)


@pytest.mark.neo4j
@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.name)
def test_a_pattern_gives_the_same_on_both_stores(pattern: Pattern, embedded: Store, neo4j: Store) -> None:
    assert rows_of(pattern, embedded) == rows_of(pattern, neo4j)


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.name)
def test_a_pattern_reads_one_review_and_has_a_total_order(pattern: Pattern) -> None:
    query = "\n".join(pattern.query)
    refuse_unless_read(query)
    assert ".review_id = $review_id" in query
    assert pattern.query[-1].startswith("ORDER BY ")
    assert set(re.findall(r"\(\w*((?::\w+)+)", query)) and not re.search(r"\bid\(", query)
    labels = {label for found in re.findall(r"\(\w*((?::\w+)+)", query) for label in found[1:].split(":")}
    types = {name for found in re.findall(r"\[\w*:([\w|]+)", query) for name in found.split("|")}
    assert labels <= LABELS and types <= set(EDGE_BY_NAME)


def test_a_line_keeps_its_words_when_its_keywords_are_told() -> None:
    for line in (line for pattern in PATTERNS for line in pattern.query):
        assert "".join(words for words, _ in in_parts(line)) == line
    assert [words for words, keyword in in_parts("WHERE a.kind AND b:AS") if keyword] == ["WHERE", "AND"]


def words_of(data: bytes) -> list[tuple[str, int, int]]:
    """Every word of a PDF of one page with its place on it, in points."""
    with pdfplumber.open(io.BytesIO(data)) as opened:
        (page,) = opened.pages
        assert (round(page.width), round(page.height)) == (595, 842)
        return [(word["text"], round(word["x0"]), round(word["top"])) for word in page.extract_words()]


def test_the_pdf_in_the_docs_is_what_its_sources_give() -> None:
    """By its words and where they stand: another version of reportlab may write other bytes for the same page."""
    assert words_of((ROOT / "docs" / "cheat-sheet.pdf").read_bytes()) == words_of(pdf_of(SHEET))


def test_the_pdf_is_the_same_bytes_each_time() -> None:
    assert pdf_of(SHEET) == pdf_of(read_sheet())


def test_the_pdf_is_one_page_with_everything_on_it() -> None:
    words = words_of(pdf_of(SHEET))
    text = " ".join(word for word, _, _ in words)
    assert all(word in text for thing in SHEET.things for word in (f":{thing.label}", *thing.properties[:1]))
    assert all(join.pattern in text for join in SHEET.joins)
    assert all(pattern.query[0].split()[1] in text for pattern in SHEET.patterns)
    assert max(left for _, left, _ in words) < 575 and max(top for _, _, top in words) < 830


def test_a_sheet_that_does_not_fit_is_refused() -> None:
    with pytest.raises(TooLong, match="points longer"):
        pdf_of(replace(SHEET, patterns=SHEET.patterns * 2))
    wide = replace(SHEET.patterns[0], query=("MATCH " + "(n)" * 40,))
    with pytest.raises(TooLong, match="too long for its column"):
        pdf_of(replace(SHEET, patterns=(wide,)))


def test_the_page_is_closed_and_escaped() -> None:
    loud = replace(SHEET, title="<script>loud</script>", intro=("a & b <b>",))
    html = html_of(loud)
    assert "<script" not in html and "&lt;script&gt;loud" in html and "a &amp; b &lt;b&gt;" in html
    assert "default-src &#39;none&#39;" in html and not re.search(r"https?://", html)
    assert "&lt;-[s:LIVED_IN]-" in html_of(SHEET)
