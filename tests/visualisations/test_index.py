"""The findings page: what a reader finds on it, in which order, and in which words."""

from __future__ import annotations

import datetime as dt
import html
import re
from itertools import pairwise
from urllib.parse import parse_qs

import pytest
from invented_findings import invented_findings

from scrgraph.model.finding import Evidence, Finding
from scrgraph.model.review import Period, Review
from scrgraph.model.vocabulary import Certainty, Strength, Topic
from visualisations.index import index_page


@pytest.fixture(scope="module")
def page() -> str:
    """The invented findings page."""
    return invented_findings()


def words_of(html: str) -> str:
    body = html.split("<body>")[1].split("<script")[0]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", body))


def test_it_says_what_the_review_looks_at(page: str) -> None:
    words = words_of(page)
    assert "The Tranter family" in words and "Looking back from 1 March 2019" in words
    assert "Detailed period 1 March 2017 to 1 March 2019" in words
    assert "Summary period 1 January 2012 to 28 February 2017" in words


def test_rows_read_are_rows_imported_and_rows_set_aside(page: str) -> None:
    words = words_of(page)
    assert "midwifery.xlsx, Log 42 40 2 4 March 2017 to 30 November 2018 Midwifery (its own account)" in words
    assert "composite.csv 310 310 0 no dated rows several agencies (a composite account)" in words
    assert "It has no date that can be read" in words and "Tues pm | visit" in words


def test_recorded_comes_before_no_record_found_and_gaps_are_folded_away(page: str) -> None:
    recorded, none, gap = (
        page.index(f'id="finding-batons-not-received-{n}"') for n in (2, 3, 4)
    )  # fmt: skip
    assert recorded < none < page.index('<details class="gaps">') < gap


def test_strength_and_certainty_are_in_words_and_evidence_names_file_and_row(page: str) -> None:
    words = words_of(page)
    assert "No record found Certainty: holds for every possible date" in words
    assert "Recorded Certainty: possible: depends on how a date is read" in words
    assert "midwifery.xlsx sheet Log, row 3 Rang the health visitor; no answer." in words
    assert "3 March 2018 to 2 April 2018" in words


def test_a_question_with_no_finding_gives_its_sentence_and_its_denominator(page: str) -> None:
    words = words_of(page)
    assert "Every one of the 25 batons has a recorded receipt." in words
    assert "Passed on, no record of receipt 2 of 25" in words


def test_a_question_that_could_not_be_answered_says_what_is_missing(page: str) -> None:
    assert "Adults nobody met the chronology of Probation" in words_of(page)


def test_headings_go_down_one_level_at_a_time_and_every_header_cell_has_a_scope(page: str) -> None:
    levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", page.split("<body>")[1])]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert len(re.findall(r"<th[ >]", page)) == len(re.findall(r"<th scope=", page))
    assert page.startswith('<!DOCTYPE html>\n<html lang="en-GB">')


def test_it_never_speaks_of_blame_or_scores(page: str) -> None:
    words = words_of(page).lower()
    assert "failed to" not in words and "risk" not in words
    assert "nothing here is a score, and nothing here is blame" in words


def test_a_picture_elsewhere_is_refused_and_an_empty_review_still_gives_a_page() -> None:
    nothing = {
        "review": Review(review_id="r", title="Nothing yet", as_of=dt.date(2019, 1, 1)),
        "chronologies": (), "rejected": (), "findings": (), "not_answerable": (), "questions_asked": (),
    }  # fmt: skip
    assert "Nothing yet" in index_page(pictures=(), **nothing)
    for address in ("https://example.org/x", "//example.org/x", "javascript:x", "C:\\x"):
        with pytest.raises(ValueError, match="relative"):
            index_page(pictures=(("x", address),), **nothing)


def hrefs(page: str) -> list[str]:
    return [html.unescape(href) for href in re.findall(r'<a href="([^"#][^"]*)"', page)]


def test_a_finding_links_to_the_pictures_there_are_that_show_it_the_best_first() -> None:
    there = [("The chronology", "pictures/chronology.html"), ("The relay", "pictures/relay.html")]
    page = invented_findings(pictures=there)
    assert [href for href in hrefs(page) if "batons-not-received-2" in href] == [
        "pictures/relay.html#finding=batons-not-received-2",
        "pictures/chronology.html#finding=batons-not-received-2",
    ]
    assert [href for href in hrefs(page) if "child-never-seen-1" in href] == [
        "pictures/chronology.html#finding=child-never-seen-1"
    ]
    assert "Show in: Relay · Chronology Source rows" in words_of(page)
    assert "The relay What was passed on, and what became of it?" in words_of(page)


def test_a_picture_of_another_kind_is_listed_and_no_finding_links_to_it(page: str) -> None:
    assert hrefs(page) == ["network.html"] and "Show in" not in words_of(page)
    page = invented_findings(pictures=[("A map", "pictures/map.html")])
    assert hrefs(page) == ["pictures/map.html"] and "Show in" not in words_of(page)


def test_an_id_that_an_address_could_misread_comes_through_whole() -> None:
    odd = Finding(
        id='q&1="é #2', question="q", topic=Topic.BATONS, strength=Strength.RECORDED, certainty=Certainty.CERTAIN,
        statement="x", evidence=(Evidence(file="a.csv", place="row 1", text="x"),),
    )  # fmt: skip
    page = index_page(
        review=Review(review_id="r", title="Odd"), chronologies=(), rejected=(), findings=(odd,),
        not_answerable=(), questions_asked=(), pictures=[("Relay", "pictures/relay.html")],
    )  # fmt: skip
    address = next(href for href in hrefs(page) if "#" in href)
    assert parse_qs(address.partition("#")[2]) == {"finding": [odd.id]}


@pytest.mark.parametrize("composite", [True, False])
def test_a_composite_account_is_said_to_be_one(composite: bool) -> None:
    page = index_page(
        review=Review(review_id="r", title="One account", composite=composite),
        chronologies=(), rejected=(), findings=(), not_answerable=(), questions_asked=(), pictures=(),
    )  # fmt: skip
    assert ("No agency's own chronology is in hand here" in html.unescape(page)) is composite


def test_many_findings_of_one_question_are_folded_after_the_first_five() -> None:
    found = [
        Finding(
            id=f"q-{number}", question="q", topic=Topic.BATONS, strength=Strength.RECORDED,
            certainty=Certainty.CERTAIN, statement=f"Statement {number}.",
            evidence=(Evidence(file="a.csv", place=f"row {number}", text="x"),),
        )
        for number in range(1, 8)
    ]  # fmt: skip
    page = index_page(
        review=Review(review_id="r", title="Many"), chronologies=(), rejected=(), findings=found,
        not_answerable=(), questions_asked=(), pictures=(), decisions_not_used=("Decision d-1 <was> not used.",),
    )  # fmt: skip
    assert (
        page.index("Statement 5.") < page.index("<summary>The other 2</summary>") < page.index("Statement 6.")
    )
    assert "Decision d-1 &lt;was&gt; not used." in page
    assert '<a href="#question-q">q</a>' in page


@pytest.mark.parametrize(("day", "marked"), [(dt.date(2016, 5, 1), True), (dt.date(2017, 1, 1), False)])
def test_what_rests_on_absence_in_the_summary_period_is_marked(day: dt.date, marked: bool) -> None:
    finding = Finding(
        id="q-1", question="q", topic=Topic.BATONS, strength=Strength.NO_RECORD_FOUND, from_=day, to=day,
        certainty=Certainty.CERTAIN, statement="No record was found.",
        evidence=(Evidence(file="a.csv", place="row 2", text="x"),),
    )  # fmt: skip
    page = index_page(
        review=Review(review_id="r", title="Two periods", detailed=Period(from_=dt.date(2017, 1, 1))),
        chronologies=(), rejected=(), findings=(finding,), not_answerable=(), questions_asked=(), pictures=(),
    )  # fmt: skip
    assert ("In the summary period" in page) is marked
