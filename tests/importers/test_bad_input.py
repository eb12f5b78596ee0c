"""Files of which nothing can be read: the message says why, and what to do next."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook
from pdf_files import lines_of_text

from importers.errors import ImporterError
from importers.registry import SUPPORTED, import_file

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600
OLD_WORD = OLE + "WordDocument".encode("utf-16-le")


def workbook(*rows: list[object]) -> bytes:
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def archive(**parts: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        for name, text in parts.items():
            file.writestr(name, text)
    return stream.getvalue()


WHOLE = workbook(["Date", "Details"], ["3/6/2017", "Seen"])

UNREADABLE = [
    ("empty.csv", b"", "empty.csv is empty"),
    ("spaces.csv", b" \r\n\r\n ", "spaces.csv is empty"),
    ("commas.csv", b",,,\n,,,\n", "commas.csv is empty"),
    ("mark.csv", b"\xef\xbb\xbf", "mark.csv is empty"),
    ("empty.xlsx", workbook(), "empty.xlsx is empty"),
    ("headings.csv", b"Date,Details\n", "headings.csv has headings but no rows below them"),
    ("headings.xlsx", workbook(["Date", "Details"]), "headings.xlsx has headings but no rows below them"),
    ("letter.csv", b"Dear all,\nplease see below", "No headings were recognised in letter.csv"),
    ("letter.csv", b"Dear all,\nplease see below", "The first line seen was: Dear all"),
    ("letter.csv", b"Dear all,\nplease see below", "A chronology needs a 'date' heading"),
    ("half.csv", b"Date,Mood\n3/6/2017,calm\n", "No headings were recognised in half.csv"),
    ("lists.xlsx", workbook(["Yes"], ["No"]), "No headings were recognised in lists.xlsx"),
    ("binary.csv", b"Date,Details\n\x00\x01\x02", "binary.csv is not a text file"),
    ("marked.csv", b"\xff\xfeD\x00a", "The letters of marked.csv cannot be read"),
    ("quote.csv", b'Date,Details\n3/6/2017,"Seen\n4/6/2017,Rang\n', "A quotation mark in row 2 of quote.csv"),
    ("locked.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "locked.xlsx is protected by a password"),
    ("old.xlsx", OLE, "old.xlsx is damaged or is not a spreadsheet"),
    ("old.xls", OLE, "if Excel cannot open it either, ask the agency for it again"),
    (
        "notes.xls",
        OLD_WORD,
        "notes.xls is an old Word document (.doc). Open it in Word, save it as a Word document",
    ),
    ("page.xls", b"<html><table><tr><td>Date</td></tr></table>", "page.xls is a web page or XML file"),
    ("cut.xlsx", WHOLE[: len(WHOLE) // 2], "cut.xlsx is damaged or is not an Excel workbook"),
    ("text.xlsx", b"Date,Details\n3/6/2017,Seen\n", "text.xlsx is damaged or is not an Excel workbook"),
    ("zip.xlsx", archive(a="b"), "zip.xlsx is not an Excel workbook of the .xlsx kind"),
    (
        "hollow.xlsx",
        archive(**{"[Content_Types].xml": "<x"}),
        "hollow.xlsx is damaged or is not an Excel workbook",
    ),
    ("paper.csv", b"%PDF-1.7 ...", "paper.csv is damaged or is not a PDF"),
    ("a.xls", b"x", "No headings were recognised in a.xls"),
    ("a.xls", b"\x00x", "a.xls is damaged or is not a spreadsheet"),
    ("a.ods", b"x", "a.ods is damaged or is not a spreadsheet"),
    ("a.xlsb", b"PK\x03\x04", "a.xlsb is damaged or is not a spreadsheet"),
    (
        "a.doc",
        b"x",
        "a.doc is a .doc file, which is not read. Open it in Word, save it as a Word document (.docx)",
    ),
    (
        "a.odt",
        b"x",
        "a.odt is a .odt file, which is not read. Open it in Word, save it as a Word document (.docx)",
    ),
    ("a.docx", b"x", "a.docx is damaged or is not a Word document"),
    ("a.pdf", b"x", "a.pdf is damaged or is not a PDF"),
    ("a.jpg", b"x", "a.jpg is a .jpg file; only .csv, .tsv, .xlsx, .xlsm, .xls, .xlsb, .ods, .docx"),
    ("notes", b"x", "notes is a file with no suffix"),
]


@pytest.mark.parametrize(("file", "data", "words"), UNREADABLE, ids=[row[2] for row in UNREADABLE])
def test_a_file_that_cannot_be_read_is_refused_in_plain_words(
    tmp_path: Path, file: str, data: bytes, words: str
) -> None:
    path = tmp_path / file
    path.write_bytes(data)
    with pytest.raises(ImporterError) as refused:
        import_file(path)
    assert words in str(refused.value)


def test_a_file_that_is_not_there_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ImporterError, match=r"There is no file gone\.csv"):
        import_file(tmp_path / "gone.csv")
    folder = tmp_path / "folder.csv"
    folder.mkdir()
    with pytest.raises(ImporterError, match=r"folder\.csv is a folder"):
        import_file(folder)


def test_a_workbook_that_would_fill_the_memory_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as file:
        file.writestr("[Content_Types].xml", "<Types/>")
        with file.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            for _ in range(501):
                part.write(bytes(1024 * 1024))
    with pytest.raises(ImporterError, match="unpacks to 501 MB, more than the 500 MB that is safe to open"):
        import_file(path)


def test_a_file_is_read_as_what_it_is_whatever_its_name_says(tmp_path: Path) -> None:
    pages = lines_of_text(["1 March 2017 - Home visit, baby seen", "2 March 2017 - Rang the mother"])
    housing = (Path(__file__).parent / "files" / "housing.xls").read_bytes()
    text = b"Date\tDetails\n3/6/2017\tSeen\n"
    for file, data, count in (
        ("a.csv", pages, 2), ("a.xlsx", housing, 6), ("a.csv", housing, 6), ("a.xls", text, 1), ("a.ods", WHOLE, 1),
    ):  # fmt: skip
        path = tmp_path / file
        path.write_bytes(data)
        assert len(import_file(path).entries) == count


def test_a_file_in_which_no_date_can_be_read_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Date,Details\nTues pm,Seen\nlater,Rang\n06/13/2017,Left\n", encoding="utf-8")
    imported = import_file(path)
    (chronology,) = imported.chronologies
    assert (chronology.rows_read, chronology.rows_imported, chronology.rows_rejected) == (3, 0, 3)
    assert (chronology.covers_from, chronology.covers_to) == (None, None)
    assert len({row.reason for row in imported.rejected}) == 3


def test_stray_quotation_marks_and_control_characters_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b'Date,Details\n3/6/2017,"a 5" mark" seen\n4/6/2017,rang\x07 back\n')
    texts = [entry.text for entry in import_file(path).entries]
    assert len(texts) == 2
    assert texts[1] == "rang back"


def test_the_suffixes_that_can_be_read_are_listed() -> None:
    assert SUPPORTED == (
        ".csv", ".tsv", ".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".docx", ".docm", ".pdf", ".txt",
    )  # fmt: skip
