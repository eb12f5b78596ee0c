"""The chronology as a TimelineJS spreadsheet: what goes out comes back with its dates, agency and words."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from page_checks import HOSTILE
from test_chronology import NO_DATE, entry, material_of, on, review

from importers.registry import import_file
from importers.safe_csv import write_rows
from importers.timeline_js import COLUMNS
from scrgraph.model.entry import Entry
from scrgraph.model.partial_date import PartialDate
from visualisations.chronology.rows import chronology_rows
from visualisations.chronology.timeline_js import timeline_rows
from visualisations.records.material import Material


def back(material: Material, folder: Path) -> tuple[Entry, ...]:
    """The entries that the importer reads from the export; none is rejected."""
    headings, rows = timeline_rows(material)
    path = folder / "timeline.csv"
    write_rows(path, headings, rows)
    imported = import_file(path)
    assert imported.rejected == ()
    return imported.entries


def exported(material: Material) -> list[dict[str, object]]:
    headings, rows = timeline_rows(material)
    return [dict(zip(headings, row, strict=True)) for row in rows]


def of(*entries: Entry) -> Material:
    return material_of(review(entries).model_copy(update={"contacts": (), "copies": ()}), ())


def test_the_headings_are_the_published_ones() -> None:
    assert timeline_rows(of(entry(2, on(3, 9), "Seen")))[0] == COLUMNS


def test_a_row_as_it_goes_out() -> None:
    (row,) = exported(of(entry(2, on(3, 9), "Visit, Ivy seen")))
    assert {heading: cell for heading, cell in row.items() if cell != ""} == {
        "Year": 2018,
        "Month": 3,
        "Day": 9,
        "Display Date": "9 March 2018",
        "Headline": "Visit, Ivy seen",
        "Media Credit": "log.csv, row 2",
        "Group": "Health Visiting",
    }


def test_the_headline_is_the_beginning_of_long_words() -> None:
    words = "Home visit with the social worker, both children seen. Kitchen clean and warm; food in the cupboards."
    (row,) = exported(of(entry(2, on(3, 9), words)))
    assert row["Headline"] == "Home visit with the social worker, both children seen"
    assert row["Text"] == words


@pytest.mark.parametrize(
    "words",
    [
        "Seen",
        "Weight < 3 kg & falling > 2 weeks",
        "Form said &amp; and <b>bold</b>",
        "=HYPERLINK(1)",
        "- no reply -",
        "+44 given as number, @ noted",
        "'-quoted",
        "A" * 200,
        "Long words with a mark & more of them " * 6 + "<end>",
        "First line\nsecond line; third",
        HOSTILE,
    ],
)
def test_words_come_back_as_they_were(tmp_path: Path, words: str) -> None:
    (entry_back,) = back(of(entry(2, on(3, 9), words)), tmp_path)
    assert entry_back.text == " ".join(words.split())
    assert entry_back.source_text == "log.csv, row 2"


@pytest.mark.parametrize(
    ("first", "last", "cells"),
    [
        ("2018-03-09", "2018-03-09", 3),
        ("2018-03-01", "2018-03-31", 2),
        ("2020-02-01", "2020-02-29", 2),
        ("2018-01-01", "2018-12-31", 1),
        ("2018-02-21", "2018-02-28", 6),
        ("2007-10-01", "2009-03-31", 6),
        ("2018-03-01", "2018-05-31", 6),
        ("2017-01-01", "2018-12-31", 6),
    ],
)
def test_dates_come_back_as_they_were(tmp_path: Path, first: str, last: str, cells: int) -> None:
    date = PartialDate(
        earliest=dt.date.fromisoformat(first), latest=dt.date.fromisoformat(last), about="then"
    )
    material = of(entry(2, date, "Seen"))
    (row,) = exported(material)
    assert sum(row[heading] != "" for heading in COLUMNS[:8]) == cells
    assert row["Display Date"] == "about then"
    (entry_back,) = back(material, tmp_path)
    assert (entry_back.date.earliest, entry_back.date.latest) == (date.earliest, date.latest)


def test_rows_without_a_date_come_last_and_come_back(tmp_path: Path) -> None:
    material = of(entry(2, NO_DATE, "Found in the file"), entry(3, on(3, 9), "Seen"))
    assert [row["Year"] for row in exported(material)] == [2018, ""]
    assert [(one.text, str(one.date)) for one in back(material, tmp_path)] == [
        ("Seen", "9 March 2018"),
        ("Found in the file", "no date given"),
    ]


def test_a_name_that_might_be_markup_is_escaped() -> None:
    material = of(entry(2, on(3, 9), "x", agency="", agency_text="<img src=x onerror=run()>"))
    assert exported(material)[0]["Group"] == "&lt;img src=x onerror=run()&gt;"
    assert (
        exported(of(entry(2, on(3, 9), "x", agency="", agency_text="Health & Care")))[0]["Group"]
        == "Health & Care"
    )


def test_the_whole_demo_comes_back(demo: Material, tmp_path: Path) -> None:
    rows = chronology_rows(demo)
    entries = back(demo, tmp_path)
    names = {agency_id: agency.name for agency_id, agency in demo.agencies.items()}
    assert [(row.earliest, row.latest, names[row.agency_id], " ".join(row.words.split())) for row in rows] == [
        (one.date.earliest, one.date.latest, one.agency_text, one.text) for one in entries
    ]  # fmt: skip


def test_no_text_of_a_hostile_review_is_markup_in_the_export(hostile_demo: Material) -> None:
    for row in exported(hostile_demo):
        for heading, cell in row.items():
            assert "<" not in str(cell).replace("<br>", ""), heading
