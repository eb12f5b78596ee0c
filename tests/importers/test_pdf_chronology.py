"""PDF chronologies: tables over pages, columns without lines, dated lines, and files that hold no text."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest
from pdf_files import document, lines_of_text, new_page, paragraph, picture, space, table, with_content

from importers.registry import ImporterError, import_file
from scrgraph.model.entry import Imported

HEADINGS = ["Date", "Worker", "Details", "Outcome"]


def rows(count: int) -> list[list[str]]:
    return [
        [f"{at % 28 + 1}/{at // 28 + 3}/2017", "Health visitor", f"Visit {at + 1} to the home", "None"]
        for at in range(count)
    ]


def read(folder: Path, data: bytes, file: str = "visits.pdf") -> Imported:
    """What the importer makes of the file; its counts always add up."""
    path = folder / file
    path.write_bytes(data)
    imported = import_file(path)
    assert sum(chronology.rows_imported for chronology in imported.chronologies) == len(imported.entries)
    assert sum(chronology.rows_rejected for chronology in imported.chronologies) == len(imported.rejected)
    for chronology in imported.chronologies:
        assert chronology.rows_read == chronology.rows_imported + chronology.rows_rejected
    return imported


@pytest.mark.parametrize("repeat", [True, False], ids=["headings on each page", "headings once"])
def test_a_table_over_several_pages_is_one_table(tmp_path: Path, repeat: bool) -> None:
    data = document(
        paragraph("Agency: Health Visiting"),
        space(250),
        table([HEADINGS, *rows(28)], repeat=repeat),
        footer="Page",
    )
    imported = read(tmp_path, data)
    assert [str(entry.date) for entry in imported.entries] == [f"{day} March 2017" for day in range(1, 29)]
    assert imported.rejected == ()
    (chronology,) = imported.chronologies
    assert chronology.agency_text == "Health Visiting"
    assert chronology.chronology_id == "visits.pdf"
    assert imported.entries[0].place == "page 1, row 2"
    assert imported.entries[-1].place.startswith("page 2, row ")
    assert imported.entries[0].original["Details"] == "Visit 1 to the home"


def test_a_row_cut_by_the_end_of_a_page_is_one_row_where_it_begins(tmp_path: Path) -> None:
    first = [HEADINGS, *rows(3), ["4/3/2017", "Health visitor", "The home was cold and", "NFA"]]
    second = [HEADINGS, ["", "", "there was no cot.", ""], ["5/3/2017", "GP", "Seen", "None"]]
    imported = read(tmp_path, document(space(330), table(first), new_page(), table(second), footer="Page"))
    assert [entry.place for entry in imported.entries][-2:] == ["page 1, row 5", "page 2, row 3"]
    assert imported.entries[3].text == "The home was cold and there was no cot."
    assert imported.rejected == ()


def test_the_same_rows_half_way_down_a_page_are_two(tmp_path: Path) -> None:
    first = [HEADINGS, ["4/3/2017", "Health visitor", "The home was cold", "NFA"]]
    second = [HEADINGS, ["", "", "No cot", ""], ["5/3/2017", "GP", "Seen", "None"]]
    imported = read(tmp_path, document(table(first), new_page(), table(second)))
    assert [entry.text for entry in imported.entries] == ["The home was cold", "No cot", "Seen"]


def test_an_undated_row_at_the_top_of_a_page_stays_a_row_where_rows_are_left_undated(tmp_path: Path) -> None:
    many = [
        ["1/3/2017", "GP", "Seen", ""],
        ["", "", "Bloods taken", ""],
        ["2/3/2017", "GP", "Seen again", ""],
    ]
    top = [HEADINGS, ["", "", "Referred on", ""], ["3/3/2017", "GP", "Discharged", ""]]
    data = document(space(330), table([HEADINGS, *many]), new_page(), table(top))
    texts = [entry.text for entry in read(tmp_path, data).entries]
    assert texts == ["Seen", "Bloods taken", "Seen again", "Referred on", "Discharged"]


def test_a_merged_date_serves_all_its_rows(tmp_path: Path) -> None:
    many = [["1/3/2017", "GP", "Seen", ""], ["", "Nurse", "Weighed", ""], ["2/3/2017", "GP", "Rang", ""]]
    entries = read(tmp_path, document(table([HEADINGS, *many], merged=[(0, 1, 2)]))).entries
    assert [str(entry.date) for entry in entries] == ["1 March 2017", "1 March 2017", "2 March 2017"]
    assert "Date" not in entries[1].original


def test_columns_without_lines_are_read_below_their_headings(tmp_path: Path) -> None:
    long = "The baby was weighed and is well, and " * 6 + "feeding was talked about."
    many = [["1/3/2017", "Health visitor", long, "Next week"], *rows(40)[1:]]
    data = document(paragraph("Agency: Clinic"), table([HEADINGS, *many], lines=False), footer="Page")
    imported = read(tmp_path, data)
    assert len(imported.entries) == 40
    assert imported.rejected == ()
    first = imported.entries[0]
    assert (first.text, first.action_text, first.professional_text) == (long, "Next week", "Health visitor")
    assert (first.place, imported.chronologies[0].agency_text) == ("page 1, line 3", "Clinic")


def test_words_broken_at_the_end_of_a_line_are_mended(tmp_path: Path) -> None:
    many = [
        ["1/3/2017", "GP", "The family was visi-<br/>ted for a follow-<br/>up.", ""],
        ["2/3/2017", "GP", "Another follow-up", ""],
    ]
    assert read(tmp_path, document(table([HEADINGS, *many]))).entries[0].text == (
        "The family was visited for a follow-up."
    )


def test_tables_with_other_headings_are_tables_of_their_own(tmp_path: Path) -> None:
    other = [["When", "Name", "What happened", "Decision"], ["4/4/2018", "Ash", "Meeting", "Plan"]]
    data = document(table([HEADINGS, *rows(2)]), space(30), table(other))
    entries = read(tmp_path, data).entries
    assert [(entry.entry_id, entry.place) for entry in entries] == [
        ("visits.pdf/1#2", "table 1, page 1, row 2"),
        ("visits.pdf/1#3", "table 1, page 1, row 3"),
        ("visits.pdf/2#2", "table 2, page 1, row 2"),
    ]


def test_a_dated_line_outside_the_table_is_rejected_and_not_lost(tmp_path: Path) -> None:
    data = document(
        paragraph("Health Visiting, printed for the panel"),
        table([HEADINGS, *rows(2)]),
        paragraph("9/4/2017 The family was not at home and a card was left"),
        paragraph("for them to ring."),
    )
    imported = read(tmp_path, data)
    (row,) = imported.rejected
    assert (len(imported.entries), row.place) == (2, "page 1, line 2")
    assert "begins with a date but stands outside the table" in row.reason
    assert "a card was left\\nfor them to ring" in row.original


def test_dated_lines_without_a_table_are_entries(tmp_path: Path) -> None:
    data = lines_of_text(
        [
            "Diary of the clinic",
            "1 March 2017 - Home visit, baby seen",
            "asleep in the cot.",
            "2 March 2017 - Rang",
        ],
        ["4 March 2017 - Left a card"],
    )
    entries = read(tmp_path, data).entries
    assert [(str(entry.date), entry.place) for entry in entries] == [
        ("1 March 2017", "page 1, line 2"),
        ("2 March 2017", "page 1, line 4"),
        ("4 March 2017", "page 2, line 1"),
    ]
    assert "asleep in the cot" in entries[0].text


def test_a_page_that_is_a_picture_is_told(tmp_path: Path) -> None:
    imported = read(tmp_path, document(table([HEADINGS, *rows(2)]), new_page(), picture()))
    (row,) = imported.rejected
    assert "Page 2 of visits.pdf is a picture with no text that can be read" in row.reason


WHOLE = document(table([HEADINGS, *rows(5)]))
DEEP = [b"/F%d Do " % (level + 1) * 10 for level in range(9)] + [b"0 0 m 9 9 l S " * 10]
REFUSED = [
    ("scan.pdf", document(picture()), "scan.pdf holds pictures of pages and no text that can be read"),
    ("scan.pdf", document(picture()), "ask the agency for the Word or Excel file"),
    (
        "locked.pdf",
        document(table([HEADINGS, *rows(2)]), locked=True),
        "locked.pdf is protected by a password",
    ),
    ("cut.pdf", WHOLE[:300], "cut.pdf is damaged or is not a PDF"),
    (
        "letter.pdf",
        lines_of_text(["Dear all,", "please see below"]),
        "No table with headings and no line that",
    ),
    (
        "bomb.pdf",
        with_content(zlib.compress(bytes(501 << 20), 1)),
        "more than the 500 MB that is safe to open",
    ),
    ("twice.pdf", with_content(zlib.compress(zlib.compress(bytes(501 << 20), 1))), "more than the 500 MB"),
    (
        "deep.pdf",
        with_content(zlib.compress(b"/F0 Do"), more=DEEP),
        "Page 1 of deep.pdf holds a drawing or text",
    ),
    ("long.pdf", lines_of_text(*[["x"]] * 2001), "long.pdf has more than 2,000 pages"),
    ("wide.pdf", with_content(zlib.compress(b"q Q " * 2_000_000)), "too large to be read"),
]


@pytest.mark.parametrize(("file", "data", "words"), REFUSED, ids=[f"{row[0]}: {row[2]}" for row in REFUSED])
def test_a_pdf_that_cannot_be_read_is_refused_in_plain_words(
    tmp_path: Path, file: str, data: bytes, words: str
) -> None:
    path = tmp_path / file
    path.write_bytes(data)
    with pytest.raises(ImporterError) as refused:
        import_file(path)
    assert words in str(refused.value)
