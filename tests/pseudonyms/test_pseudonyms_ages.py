"""Dates told as ages: what stands in texts, dates, titles and files, and what is refused."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from pseudonym_cases import graph_of, person

from scrgraph.model.partial_date import PartialDate
from scrgraph.model.people import Person
from scrgraph.model.vocabulary import PersonKind
from scrgraph.pseudonyms.child_clock import BIRTH, in_ages, iso_in_ages, span_told
from scrgraph.pseudonyms.key import Pseudonyms
from scrgraph.pseudonyms.pseudonymise import Replaced, pseudonymised
from scrgraph.pseudonyms.told_files import picture_in_ages, tell_ages_in
from scrgraph.review.errors import ReviewError


def child(name: str, born: dt.date) -> Person:
    return person(name, kind=PersonKind.CHILD).model_copy(
        update={"index_child": True, "born": PartialDate.day(born)}
    )


ANN = child("Ann", dt.date(2015, 1, 20))  # the rows are of 20 March 2015, 59 days later


def in_ages_of(*rows: str, people: tuple[Person, ...] = (ANN,)) -> Replaced:
    return pseudonymised(graph_of(*rows, people=people), Pseudonyms(dates="ages"))


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("Seen 20/3/15 at 10.30", "Seen aged 8 weeks 3 days at 10.30"),
        ("On Fri 20 March 2015 at home", "When aged 8 weeks 3 days at home"),
        ("from 3 February to 10 February 2015", "between age 2 weeks and age 3 weeks"),
        ("Booked on 14 October 2014", "Booked 14 weeks before birth"),
        ("Moved on 20 January 2015", "Moved on the day of birth"),
        ("Weighed 21/01", "Weighed aged 1 day"),
        ("Known since June 2014", "Known since about 31 weeks before birth"),
        ("Moved in 2009", "Moved about 5 years before birth"),
        ("Review due 20 April 2015", "Review due at age 3 months"),
        ("Came on Monday after Christmas", "Came on [weekday] after about 3 weeks before birth"),
        (
            "Back at half term, snow on Fri evening",
            "Back at [time of year], [time of year] on [weekday] evening",
        ),
        ("In May 2015 a letter", "At about age 3 months 3 weeks a letter"),
        ("Sun and moon, sat down, friendly, summary", "Sun and moon, sat down, friendly, summary"),
        ("Aged 3/12, 28/40, 41.60 paid, 40 units", "Aged 3/12, 28/40, 41.60 paid, 40 units"),
    ],
)
def test_a_date_in_a_text_is_told_as_an_age(written: str, told: str) -> None:
    assert in_ages_of(written).graph.entries[0].text == told


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (1, "1 day"), (13, "1 week 6 days"), (84, "2 months 3 weeks 4 days"), (90, "3 months"),
        (104, "3 months 2 weeks"), (365, "1 year"), (800, "2 years 2 months 11 days"),
    ],
)  # fmt: skip
def test_an_age_is_told_as_people_tell_it(days: int, told: str) -> None:
    assert span_told(days) == told


def test_a_date_of_the_program_is_told_to_fit_the_words_before_it() -> None:
    assert in_ages("From 8 January 3000 to 15 January 3000, on 1 January 3000 and on 25 December 2999.") == (
        "From age 1 week to age 2 weeks, on the day of birth and 1 week before birth."
    )
    assert in_ages("between 1 February 3000 and 1 March 3000") == (
        "between age 4 weeks 3 days and age 8 weeks 3 days"
    )
    assert in_ages("January to April 3001, 3000 g, 14 March 2008") == (
        "aged 1 year to age 1 year 3 months, 3000 g, 14 March 2008"
    )
    assert iso_in_ages("3000-01-08,2008-03-14") == "aged 1 week,2008-03-14"


def test_days_of_the_graph_are_those_of_the_childs_clock() -> None:
    entry = in_ages_of("x").graph.entries[0]
    assert entry.date.earliest == BIRTH + dt.timedelta(days=59)
    assert (entry.date.written, entry.date.how) == ("aged 8 weeks 3 days", "told as an age")


def test_of_a_month_only_about_when_is_told() -> None:
    graph = graph_of("x", people=(ANN,))
    month = PartialDate(earliest=dt.date(2015, 6, 1), latest=dt.date(2015, 6, 30), written="06/2015")
    graph = graph.model_copy(update={"entries": (graph.entries[0].model_copy(update={"date": month}),)})
    (entry,) = pseudonymised(graph, Pseudonyms(dates="ages")).graph.entries
    assert str(entry.date) == entry.date.written == "about age 4 months 3 weeks"


def test_of_two_children_the_oldest_is_named() -> None:
    copy = in_ages_of("Seen 20/3/15", people=(child("Zed", dt.date(2015, 3, 13)), ANN))
    assert copy.graph.review.title == (
        "Review of Child A and Child B; days told as the age of Child A, the oldest"
    )
    assert copy.graph.entries[0].text == "Seen aged 8 weeks 3 days"


def test_without_a_day_of_birth_it_is_refused_with_the_next_step() -> None:
    with pytest.raises(ReviewError, match=r"born in people\.csv"):
        in_ages_of("x", people=(person("Ann", kind=PersonKind.CHILD),))


def test_labels_of_a_picture_are_told_as_ages() -> None:
    drawn = "<svg><text>2999</text><text>Apr</text><text>3001</text><rect x='3001'/><text>3001 g</text></svg>"
    assert picture_in_ages(drawn) == (
        "<svg><text>1 y before</text><text>+3 m</text><text>age 1</text><rect x='3001'/><text>age 1 g</text></svg>"
    )
    partners = (
        "<svg><text>2989–90–2998</text><text>2998–99–3000</text><text>3000–?</text><text>b. 2969–70</text>"
    )
    assert picture_in_ages(partners) == (
        "<svg><text>11–2 y before</text><text>2 y before–birth</text><text>from birth?</text>"
        "<text>b. 31–30 y before</text>"
    )
    assert picture_in_ages("<svg><text>Apr</text></svg>") == "<svg><text>Apr</text></svg>"


def test_files_of_a_folder_are_told_in_ages_and_no_other_is_touched(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("day\n3000-01-08\n", encoding="utf-8")
    (tmp_path / "b.html").write_text("<p>8 January 3000</p><i data-x='3000-01-08'>", encoding="utf-8")
    (tmp_path / "c.txt").write_bytes(b"\xff 8 January 3000")
    tell_ages_in(tmp_path)
    assert (tmp_path / "a.csv").read_text(encoding="utf-8") == "day\naged 1 week\n"
    assert (tmp_path / "b.html").read_text(encoding="utf-8") == "<p>aged 1 week</p><i data-x='3000-01-08'>"
    assert (tmp_path / "c.txt").read_bytes() == b"\xff 8 January 3000"
