"""What a genogram says of small families: kinship, couples, ages, households, days, words."""

from __future__ import annotations

import datetime as dt

import pytest
from genogram_families import (
    ADOPTION,
    COUPLE_AND_CHILD,
    HALF_SIBLINGS,
    LARGE,
    THREE_GENERATIONS,
    family,
    when,
)
from page_checks import HOSTILE

from scrgraph.model.review import Review
from scrgraph.store.embedded import EmbeddedStore
from visualisations.drawing.wanted import Wanted
from visualisations.genogram.account import stays_account
from visualisations.genogram.days import days_of
from visualisations.genogram.family import Bond, family_of
from visualisations.genogram.kinship_words import Line
from visualisations.genogram.lives import age, life_of
from visualisations.genogram.living import living_on, stay_days
from visualisations.genogram.partnerships import stretches
from visualisations.genogram.picture import drawing, page
from visualisations.genogram.sheet import sheet_of
from visualisations.genogram.told import period
from visualisations.records.material import Material
from visualisations.records.shown import Records

DAY = dt.date(2015, 9, 1)


def material(records: Records, as_of: dt.date | None = DAY) -> Material:
    return Material(EmbeddedStore(), Review(review_id="invented", title=records.title, as_of=as_of), records)


def lines(records: Records) -> list[tuple[Line, tuple[str, ...], tuple[str, ...]]]:
    return [(d.line, d.parents, d.children) for d in family_of(records).descents]


@pytest.mark.parametrize(
    ("kinship", "expected"),
    [
        ("parent", Line.BIRTH), ("step-parent", Line.STEP), ("carer", Line.CARER), ("foster-carer", Line.FOSTER),
        ("adoptive-parent", Line.ADOPTION), ("grandparent", Line.GRANDPARENT),
    ],
)  # fmt: skip
def test_each_kind_of_parent_or_carer_has_its_own_line(kinship: str, expected: Line) -> None:
    records = family("ann f 1970; ben m 2010-01-01 index", f"ann {kinship} ben")
    assert lines(records) == [(expected, ("ann",), ("ben",))]


def test_a_carer_whose_role_is_foster_carer_fosters_and_two_who_are_a_couple_do_so_together() -> None:
    records = family(
        "ann f 1970 foster carer; bob m 1970 foster carer; cy m 2010-01-01 index",
        "ann carer cy; bob carer cy; ann partner bob",
    )
    assert lines(records) == [(Line.FOSTER, ("ann", "bob"), ("cy",))]


def test_a_grandparent_through_a_parent_on_record_is_not_drawn_twice() -> None:
    records = family(
        "gran f 1950; ann f 1970; ben m 2010-01-01 index",
        "gran parent ann; ann parent ben; gran grandparent ben",
    )
    assert [line for line, _, _ in lines(records)] == [Line.BIRTH, Line.BIRTH]
    assert family_of(records).told_by_others == (2,)


def test_siblings_with_no_parent_on_record_are_joined_by_a_bracket_and_no_parent_is_invented() -> None:
    records = family("ann f 2005-01-01 child; ben m 2010-01-01 index", "ben sibling ann")
    assert lines(records) == [(Line.SIBLING, (), ("ann", "ben"))]
    assert len(sheet_of(records).places) == 2


def test_half_siblings_hang_under_their_own_fathers_and_are_not_joined_again() -> None:
    assert {(parents, children) for _, parents, children in lines(HALF_SIBLINGS)} == {
        (("mum", "paul"), ("sam", "tess")),
        (("mum", "rhys"), ("una",)),
    }


def test_a_lodger_and_a_stranger_are_people_aside_with_words_for_what_they_are() -> None:
    records = family("ann f 1970 index; lodge m 1980; who m - unnamed seen at the door", "lodge lodger ann")
    svg = drawing(material(records), Wanted()).svg
    assert family_of(records).aside == ("ann", "lodge", "who")
    assert "lodger of Ann" in svg and "seen at the door" in svg and "no family tie on record" in svg
    assert 'stroke-dasharray="4 3"' in svg


@pytest.mark.parametrize(
    ("tie", "day", "expected"),
    [
        ("partner ann 2007..2009", "2006-06-01", None),
        ("partner ann 2007..2009", "2008-06-01", (Bond.PARTNERS, False, "2007–")),
        ("partner ann 2007..2009", "2010-06-01", (Bond.PARTNERS, True, "2007–09")),
        ("partner ann 2007..2009", "2007-06-01", (Bond.PARTNERS, False, "2007–?")),
        ("married ann 2007..", "2010-06-01", (Bond.MARRIED, False, "m. 2007–")),
        ("divorced ann 2007..2009", "2010-06-01", (Bond.MARRIED, True, "m. 2007–09")),
        ("ex-partner ann", "2010-06-01", (Bond.PARTNERS, True, "")),
        ("partner ann", "2010-06-01", (Bond.PARTNERS, False, "")),
        ("married ann 2001..2011-02-03", "2014-01-01", (Bond.MARRIED, False, "m. 2001–11")),
    ],
)
def test_a_couple_on_a_day(tie: str, day: str, expected: tuple[Bond, bool, str] | None) -> None:
    records = family("ann f 1970; ben m 1970 died 2011-02-03", f"ben {tie}")
    drawn = family_of(records)
    on = dt.date.fromisoformat(day)
    now = [s for s in stretches(drawn.couples[0], drawn, records.ties) if s.span.holds(on)]
    assert [(s.bond, s.ended, s.words) for s in now] == ([expected] if expected else [])


def test_parents_with_no_partnership_on_record_are_joined_from_the_day_of_their_child_only() -> None:
    records = family("ann f 1970; ben m 1970; cy m 2010-01-01 index", "ann parent cy; ben parent cy")
    drawn = family_of(records)
    (only,) = stretches(drawn.couples[0], drawn, records.ties)
    assert only.bond is Bond.PARENTS and only.span.first == dt.date(2010, 1, 1)


@pytest.mark.parametrize(
    ("born", "expected"),
    [
        ("2010-09-02", "4"), ("2010-09-01", "5"), ("2010", "4?"), ("2015-02-01", "7m"), ("2015-08-15", "2w"),
        ("2015-02", "6m?"), ("1987-01", "28"), ("", ""), ("2016", ""),
    ],
)  # fmt: skip
def test_the_age_inside_the_symbol(born: str, expected: str) -> None:
    assert age(when(born), DAY) == expected


def test_a_pregnancy_is_shown_from_forty_weeks_before_the_due_date_until_the_birth() -> None:
    records = family("ann f 1990; baby ? 2015-03-01 due 2015-03-10 index", "ann parent baby")
    (expected, alive) = life_of(records.people[1])
    assert (expected.first, expected.last) == (dt.date(2014, 6, 3), dt.date(2015, 2, 28))
    assert alive.first == dt.date(2015, 3, 1)
    before = drawing(material(records), Wanted(on=dt.date(2015, 1, 1)))
    assert "due 10 Mar 2015" in before.svg and "not yet born" in before.words
    assert "Not yet born or expected on this day, so not drawn: Baby." in drawing(
        material(records), Wanted(on=dt.date(2013, 1, 1))
    ).words  # fmt: skip


def test_who_lived_where_is_certain_possible_or_in_the_later_of_two_homes() -> None:
    records = family(
        "ann f 1990; ben m 1990; cy m 1990; di f 1990; ed m 1990 died 2012-01-01",
        "",
        "ann home 2010..; ann flat 2014..; ben home 2015..; cy home ..; di home 2010..2013; ed home 2010..",
    )
    people = {person.person_id: person for person in records.people}
    living = living_on(stay_days(records, people), DAY)
    assert living.home == {"ann": "flat"}
    assert living.tags == {
        "ann": (("home", True),), "ben": (("home", False),), "cy": (("home", False),)
    }  # fmt: skip


def test_the_day_shown_first_is_that_of_the_review_else_the_last() -> None:
    drawn = family_of(COUPLE_AND_CHILD)
    assert days_of(material(COUPLE_AND_CHILD), drawn).on == DAY
    assert days_of(material(COUPLE_AND_CHILD, None), drawn).on == dt.date(2012, 3, 4)


def test_changes_are_told_in_words_and_a_partial_date_by_its_first_and_last_day() -> None:
    changes = dict(days_of(material(COUPLE_AND_CHILD), family_of(COUPLE_AND_CHILD)).changes)
    assert (
        "Claire born" in changes[dt.date(2012, 3, 4)] and "Claire at Elm Road" in changes[dt.date(2012, 3, 4)]
    )
    assert "Ann may be at Elm Road (2010)" in changes[dt.date(2010, 1, 1)]
    assert "Ann at Elm Road by now (2010)" in changes[dt.date(2010, 12, 31)]


def test_the_alternative_text_says_who_how_and_where() -> None:
    words = drawing(material(COUPLE_AND_CHILD), Wanted()).words
    assert words == (
        "On 1 September 2015 the genogram shows 3 people: Ann (female, age 24?), Ben (male, age 26?), "
        "Claire (index child, female, age 3). Ann and Ben: married or civil partners (m. 2010–). "
        "Ann and Ben: parents of Claire. Lived at Elm Road: Ann, Ben and Claire. "
        "Under it a bar for each of 3 stays in 1 household."
    )


def test_the_strip_is_told_in_words() -> None:
    told = stays_account(COUPLE_AND_CHILD, sheet_of(COUPLE_AND_CHILD))
    assert (
        told == "Ann at Elm Road, from 2010. Ben at Elm Road, from 2010. Claire at Elm Road, from 2012-03-04."
    )


def test_a_death_is_a_cross_or_a_grey_corner_and_its_date_stands_in_words() -> None:
    plain = drawing(material(THREE_GENERATIONS), Wanted()).svg
    gentle = drawing(material(THREE_GENERATIONS), Wanted(gentle_deaths=True)).svg
    assert plain.count("death-cross") == gentle.count("death-soft") == 2  # Gus, and the key
    assert "death-soft" not in plain and "death-cross" not in gentle
    assert "died 6 May 2011" in plain and "died 6 May 2011" in gentle
    assert "death-cross" not in drawing(material(COUPLE_AND_CHILD), Wanted()).svg.replace(
        "death-cross", "", 1
    )


def test_an_adopted_child_hangs_under_both_pairs_of_parents() -> None:
    found = [(line, parents) for line, parents, children in lines(ADOPTION) if "child_one" in children]
    assert found == [(Line.BIRTH, ("birth_dad", "birth_mum")), (Line.ADOPTION, ("new_dad", "new_mum"))]


def test_a_group_a_pregnancy_and_an_unknown_father_of_a_large_family() -> None:
    drawn = drawing(material(LARGE), Wanted())
    assert "×3" in drawn.svg and "due 3 Mar 2016" in drawn.svg
    assert "D3: parent of E3 and E6." in drawn.words
    assert "Unknown Man may have lived at Flat 9." in drawn.words


def test_stays_without_dates_are_counted_and_people_without_stays_named() -> None:
    svg = drawing(material(THREE_GENERATIONS), Wanted()).svg
    assert "No stay on record for Gus, Ivor, Joan, Kit. 1 stay has no dates: drawn pale over all days." in svg


def test_an_empty_review_says_so() -> None:
    nobody = material(Records(review_id="invented", title="Nobody"), None)
    assert drawing(nobody, Wanted()).words == "No people are on record in this review."
    assert "No people are on record in this review" in page(nobody)


def test_hostile_names_are_text_in_the_drawing() -> None:
    records = family("ann f 1990; ben m 2010-01-01 index", "ann parent ben", "ben home 2010..")
    people = tuple(p.model_copy(update={"name": p.name + HOSTILE, "role": HOSTILE}) for p in records.people)
    svg = drawing(material(records.model_copy(update={"people": people, "title": HOSTILE})), Wanted()).svg
    assert "<script" not in svg and "<img" not in svg


def test_a_period_in_words() -> None:
    assert period(when("2010"), when("2012-03")) == "from 2010 to 2012-03"
    assert period(when(""), when("2012")) == "to 2012, beginning not on record"
    assert period(when(""), when("")) == "dates not on record"


def test_a_carer_is_drawn_and_told_only_while_the_tie_holds() -> None:
    records = family(
        "nan f 1950; kin f 1970; cy m 2010-01-01 index",
        "kin carer cy 2012-01-01..2013-12-31; nan step-parent cy",
    )
    during, after = (drawing(material(records), Wanted(on=dt.date(y, 6, 1))) for y in (2013, 2014))
    assert "Kin: carer of Cy." in during.words and "Kin: carer of Cy." not in after.words
    assert "Nan: step-parent of Cy." in after.words
    assert during.svg.count('stroke-dasharray="4 2"') == after.svg.count('stroke-dasharray="4 2"') + 1
    changes = dict(days_of(material(records), family_of(records)).changes)
    assert changes[dt.date(2014, 1, 1)] == "Kin, carer of Cy: over"


def test_an_adopted_child_has_brackets_from_the_day_of_the_adoption() -> None:
    records = family("nan f 1950; cy m 2010-01-01 index", "nan adoptive-parent cy 2012-01-01..")
    before, after = (drawing(material(records), Wanted(on=dt.date(y, 6, 1))) for y in (2011, 2013))
    assert "adoptive parent of" not in before.words and "Nan: adoptive parent of Cy." in after.words
    assert len(after.svg) > len(before.svg)
