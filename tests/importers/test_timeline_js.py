"""Timelines in TimelineJS's columns: the rows of its spreadsheet in, entries out."""

from __future__ import annotations

from pathlib import Path

import pytest

from importers.registry import ImporterError, import_file
from importers.timeline_js import COLUMNS, is_timeline, plain_text
from scrgraph.model.entry import Entry, Imported


def read(folder: Path, *rows: str, headings: str = ",".join(COLUMNS)) -> Imported:
    """What the importer makes of a timeline with these rows; its counts always add up."""
    path = folder / "timeline.csv"
    path.write_text("\n".join([headings, *rows]) + "\n", encoding="utf-8")
    imported = import_file(path)
    (chronology,) = imported.chronologies
    assert chronology.rows_read == chronology.rows_imported + chronology.rows_rejected == len(rows)
    assert (chronology.rows_imported, chronology.rows_rejected) == (
        len(imported.entries),
        len(imported.rejected),
    )
    return imported


def only(imported: Imported) -> Entry:
    assert imported.rejected == ()
    (entry,) = imported.entries
    return entry


def test_a_slide_becomes_an_entry(tmp_path: Path) -> None:
    entry = only(
        read(
            tmp_path,
            "2008,3,12,14:30,,,,,12 March,Home visit,<p>Baby <b>asleep</b> &amp; well.</p><p>Mum tired.</p>,"
            "https://example.org/a.jpg,Case file,Front door,,,Midwifery,#fff",
        )
    )
    assert (entry.entry_id, entry.place) == ("timeline.csv#2", "row 2")
    assert (str(entry.date), entry.agency_text) == ("12 March 2008", "Midwifery")
    assert entry.text == "Home visit. Baby asleep & well. Mum tired.; Front door"
    assert entry.source_text == "Case file; https://example.org/a.jpg"
    assert entry.original["Text"] == "<p>Baby <b>asleep</b> &amp; well.</p><p>Mum tired.</p>"
    assert (entry.original["Display Date"], entry.original["Background"]) == ("12 March", "#fff")


@pytest.mark.parametrize(
    ("parts", "date"),
    [
        ("2008,3,12,,,,,", "12 March 2008"),
        ("2008,March,12,,,,,", "12 March 2008"),
        ("2008.0,3.0,12.0,,,,,", "12 March 2008"),
        ("2008,3,,,,,,", "March 2008"),
        ("2008,,,,,,,", "2008"),
        ("2008,3,12,,2008,3,14,", "between 12 March 2008 and 14 March 2008"),
        ("2008,3,12,,2008,3,12,", "12 March 2008"),
        (",,,,,,,", "no date given"),
    ],
)
def test_the_date_is_as_wide_as_its_parts(tmp_path: Path, parts: str, date: str) -> None:
    assert str(only(read(tmp_path, f"{parts},,Seen,,,,,,,Police,")).date) == date


def test_a_month_that_does_not_exist_is_rejected(tmp_path: Path) -> None:
    (rejected,) = read(
        tmp_path, "2008,13,1,,,,,,,Seen,,,,,,,Police,", "2008,1,1,,,,,,,Seen,,,,,,,Police,"
    ).rejected
    assert "Row 2 of timeline.csv has no date that can be read ('1/13/2008')" in rejected.reason


def test_titles_and_eras_are_set_aside_and_counted(tmp_path: Path) -> None:
    imported = read(
        tmp_path,
        ",,,,,,,,,The case,Read this first,,,,,title,,",
        "2007,,,,2008,,,,,Nursery years,,,,,,era,,",
        "2008,1,1,,,,,,,Seen,,,,,,,Police,",
    )
    assert [entry.text for entry in imported.entries] == ["Seen"]
    assert [rejected.reason for rejected in imported.rejected] == [
        "Row 2 of timeline.csv is the title of the timeline. It was kept in rejected.csv; nothing needs to be done.",
        "Row 3 of timeline.csv is an era of the timeline, not an event. It was kept in rejected.csv; "
        "nothing needs to be done.",
    ]
    assert (
        imported.rejected[0].original
        == '{"Headline": "The case", "Text": "Read this first", "Type": "title"}'
    )


def test_a_group_of_the_family_is_the_person_concerned(tmp_path: Path) -> None:
    imported = read(
        tmp_path,
        "2008,1,1,,,,,,,Moved,,,,,,,Mother,",
        "2008,1,2,,,,,,,Rang,,,,,,,Housing,",
        "2008,1,3,,,,,,,Call out,,,,,,,Police,",
    )
    assert [(entry.people_text, entry.agency_text) for entry in imported.entries] == [
        ("Mother", ""),
        ("", "Housing"),
        ("", "Police"),
    ]


def test_a_column_of_the_authors_own_is_kept(tmp_path: Path) -> None:
    imported = read(
        tmp_path,
        "2008,1,1,Seen,At home,Police,NFA,Blue",
        headings="Year,Month,Day,Headline,Text,Group,Outcome,Colour",
    )
    assert (only(imported).action_text, only(imported).original["Colour"]) == ("NFA", "Blue")
    assert imported.chronologies[0].unknown_headings == ("Colour",)


def test_semicolons_and_tabs_serve_as_well(tmp_path: Path) -> None:
    path = tmp_path / "timeline.csv"
    path.write_text("Year;Month;Day;Headline;Text\n2008;3;12;Seen;well, at home\n", encoding="utf-8")
    assert only(import_file(path)).text == "Seen. well, at home"


def test_a_timeline_without_slides_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ImporterError, match="has headings but no rows below them"):
        read(tmp_path)


@pytest.mark.parametrize(
    ("headings", "answer"),
    [
        (COLUMNS, True),
        (("Year", "Month", "Day", "Headline", "Text"), True),
        (("Year", "Headline"), False),
        (("Date", "Headline", "Text", "Media", "Type"), False),
        (("Year", "Month", "Day", "Details"), False),
    ],
)
def test_a_timeline_is_known_by_its_columns(headings: tuple[str, ...], answer: bool) -> None:
    assert is_timeline(headings) is answer


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("Weight < 3 kg", "Weight < 3 kg"),
        ("5 > 3 & 2", "5 > 3 & 2"),
        ("<p>One</p><p>two</p>", "One two"),
        ("One<br>two", "One two"),
        ("<script>run()</script>Seen", "Seen"),
        ("caf&eacute;", "café"),
        ("<a href='x'>SW</a> informed", "SW informed"),
        ("<<<", "<<<"),
    ],
)
def test_html_is_read_as_its_words(html: str, words: str) -> None:
    assert plain_text(html) == words
