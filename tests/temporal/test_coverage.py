"""Which agency a chronology can speak for, and over which days."""

from __future__ import annotations

import datetime as dt

import pytest

from scrgraph.model.entry import Chronology
from scrgraph.model.review import Coverage
from scrgraph.model.vocabulary import Detail
from scrgraph.temporal.coverage import CoverageBook, Stated, coverages_of


def may(day: int) -> dt.date:
    return dt.date(2018, 5, day)


def book(*spans: tuple[dt.date | None, dt.date | None], detail: Detail = Detail.OWN) -> CoverageBook:
    return CoverageBook(
        [
            Coverage(
                coverage_id=str(n), agency_id="gp", chronology_id=str(n), detail=detail, from_=first, to=last
            )
            for n, (first, last) in enumerate(spans)
        ]
    )


def chronology(
    name: str, detail: Detail = Detail.OWN, covers: tuple[int, int] | None = (1, 20)
) -> Chronology:
    first, last = (may(covers[0]), may(covers[1])) if covers else (None, None)
    return Chronology(chronology_id=name, file=name, detail=detail, covers_from=first, covers_to=last)


@pytest.mark.parametrize(
    ("first", "last", "covered"),
    [(1, 10, True), (3, 3, True), (1, 11, False), (11, 12, False)],
)
def test_both_ends_are_covered(first: int, last: int, covered: bool) -> None:
    assert book((may(1), may(10))).covers("gp", may(first), may(last)) is covered
    assert not book((may(1), may(10))).covers("csc", may(first), may(last))


def test_the_day_before_the_first_is_not_covered() -> None:
    assert not book((may(2), may(10))).covers("gp", may(1), may(3))


def test_files_of_one_agency_are_put_together_in_any_order() -> None:
    assert book((may(6), may(10)), (may(1), may(5))).covers("gp", may(1), may(10))
    assert book((may(1), may(20)), (may(2), may(3))).covers("gp", may(1), may(20))
    assert not book((may(1), may(5)), (may(7), may(10))).covers("gp", may(1), may(10))


def test_a_composite_account_and_an_open_period_cover_nothing() -> None:
    assert not book((may(1), may(10)), detail=Detail.COMPOSITE).covers("gp", may(2), may(3))
    assert not book((None, may(10)), (may(1), None)).covers("gp", may(2), may(3))
    assert not book((None, None)).has_own("gp")
    assert book((may(1), may(10))).has_own("gp")


def test_an_agencys_own_file_speaks_from_its_first_row_to_its_last() -> None:
    (found,) = coverages_of([chronology("gp.csv")], {"gp.csv": "gp"}, {}, {})
    assert (found.agency_id, found.detail, found.from_, found.to) == ("gp", Detail.OWN, may(1), may(20))


def test_the_stated_period_goes_before_the_rows_each_end_by_itself() -> None:
    stated = {"gp.csv": Stated(dt.date(2018, 1, 1), None)}
    (found,) = coverages_of([chronology("gp.csv")], {"gp.csv": "gp"}, stated, {})
    assert (found.from_, found.to) == (dt.date(2018, 1, 1), may(20))
    undated = coverages_of([chronology("gp.csv", covers=None)], {"gp.csv": "gp"}, stated, {})
    assert (undated[0].from_, undated[0].to) == (dt.date(2018, 1, 1), None)


def test_a_composite_file_only_shows_what_its_author_chose_of_each_agency() -> None:
    found = coverages_of([chronology("all.csv", Detail.COMPOSITE)], {}, {}, {"all.csv": ["csc", "gp"]})
    assert [(one.agency_id, one.detail) for one in found] == [
        ("csc", Detail.COMPOSITE), ("gp", Detail.COMPOSITE),
    ]  # fmt: skip
    assert not CoverageBook(found).has_own("gp")
