"""What a heading means: the habits of many agencies, and headings that only look like one that is known."""

from __future__ import annotations

import pytest

from importers.headings import Field, HeadingBook, answer
from scrgraph.model.vocabulary import Tri


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Date/Time", "date"),
        ("Date & time of contact", "date"),
        ("Date of event or contact (dd/mm/yy)", "date"),
        ("Date of Event/Contact", "date"),
        ("1. Date of contact", "date"),
        ("Event date and time (24 hour clock)", "date"),
        ("Time (24hr)", "time"),
        ("Agency/Professional", "agency"),
        ("Name of agency providing the information", "agency"),
        ("Source of information", "source"),
        ("Source of evidence (document and page)", "source"),
        ("Name & designation of professional", "professional"),
        ("Name of worker", "professional"),
        ("Professional(s) involved", "professional"),
        ("Who was present", "people"),
        ("Family member(s) involved", "people"),
        ("Child's name", "people"),
        ("Type of contact", "event"),
        ("Nature of contact", "event"),
        ("Event/Contact", "event"),
        ("Type of contact e.g. visit, phone", "event"),
        ("Description of contact/event", "text"),
        ("Significant event", "text"),
        ("Details of contact (what was said and done)", "text"),
        ("Summary of what was recorded", "text"),
        ("Description of the incident", "text"),
        ("Child seen?", "child_seen"),
        ("Was the child seen? (Y/N)", "child_seen"),
        ("Child seen - yes or no please state", "child_seen"),
        ("Was the child seen alone?", "seen_alone"),
        ("Response/outcome", "action"),
        ("Action taken by the agency", "action"),
        ("Outcome and any decision made", "action"),
        ("Comments/analysis", "comment"),
        ("Author's comments", "comment"),
        ("IMR author's comments on practice", "comment"),
        ("Good practice?", "comment"),
        ("Child's voice / wishes and feelings", "comment"),
        ("Analysis of practice", "comment"),
        ("Impact on the child", "comment"),
    ],
)
def test_a_heading_that_agencies_use_is_understood(heading: str, field: Field) -> None:
    assert HeadingBook().field_of(heading) == field


@pytest.mark.parametrize(
    "heading",
    [
        "Date of birth",
        "Date of birth (dd/mm/yyyy)",
        "D.O.B.",
        "Date of birth of child",
        "Update",
        "Updated",
        "Named nurse",
        "Referral date",
        "Date closed",
        "Date case closed",
        "Date of report",
        "Date of referral",
        "Date of death",
        "Date action completed",
        "Date of contact with author's report",
        "Due date",
        "Date received",
        "Timescale",
        "Time taken",
        "Time spent (minutes)",
        "Contact telephone number",
        "Agency contact number",
        "Action owner",
        "Action by whom",
        "Action completed by date",
        "Postcode",
        "Ethnicity",
        "NHS number",
        "Child protection plan",
        "Child seen by paediatrician on ward 4",
        "Details of family members",
        "Details of other agencies",
        "Names of siblings' schools",
        "School",
        "Type of abuse",
        "Type of accommodation",
        "Weather",
    ],
)
def test_a_heading_that_only_looks_like_one_is_left_to_the_author(heading: str) -> None:
    assert HeadingBook().field_of(heading) is None


def test_what_the_author_says_goes_before_the_list() -> None:
    book = HeadingBook({"Date of birth": "people", "Comments/analysis": "text"})
    assert book.field_of("date of birth") == "people"
    assert book.field_of("Comments/Analysis") == "text"


def test_an_analysis_column_is_kept_apart_from_what_happened() -> None:
    columns = HeadingBook().columns(["Date", "Details", "Analysis", "Learning points"])
    assert columns.fields == {"date": (0,), "text": (1,)}
    assert columns.comments == (2, 3)
    assert columns.meanings == {
        "Date": "date",
        "Details": "text",
        "Analysis": "comment",
        "Learning points": "comment",
    }
    assert columns.unknown == ()


def test_comments_are_the_text_where_nothing_else_is() -> None:
    assert HeadingBook().columns(["Date", "Event", "Comments"]).fields["text"] == (2,)
    beside = HeadingBook().columns(["Date", "Details", "Comments"])
    assert (beside.fields["text"], beside.comments) == ((1,), (2,))


def test_the_date_of_the_event_goes_before_other_dates() -> None:
    columns = HeadingBook().columns(["Date of entry", "Date of event (dd/mm/yy)", "Details"])
    assert columns.first("date") == 1


@pytest.mark.parametrize(
    ("cell", "means"),
    [
        ("Yes - asleep", Tri.YES),
        ("Yes, in cot", Tri.YES),
        ("Y (with mother)", Tri.YES),
        ("No: at nursery", Tri.NO),
        ("Not seen – at MGM's", Tri.NO),
        ("✓", Tri.YES),
        ("n/k", Tri.UNKNOWN),
        ("No concerns", Tri.UNKNOWN),
        ("Yesterday", Tri.UNKNOWN),
        ("No doubt asleep", Tri.UNKNOWN),
        ("asleep", Tri.UNKNOWN),
    ],
)
def test_a_yes_or_no_cell_may_say_more(cell: str, means: Tri) -> None:
    assert answer(cell) is means
