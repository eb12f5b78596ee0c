"""Word files of which nothing can be read, and broken ones: the message says what to do next, and nothing is lost."""

from __future__ import annotations

import io
import random
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from word_files import by_hand, main_part, read, rezipped, row, saved, table, with_tables

from importers import word_package, word_text
from importers.errors import ImporterError

ROWS = [["Date", "Details"], ["3/6/2017", "Seen at home"], ["4/6/2017", "Rang the HV"]]
WHOLE = saved(with_tables("Northmere Police chronology", ROWS, "12/7/17 – HV visited"))
BODY = main_part(WHOLE)
ENTITIES = b'<!DOCTYPE w [<!ENTITY a "Seen"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def archive(**parts: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        for name, text in parts.items():
            file.writestr(name, text)
    return stream.getvalue()


def of_old_word() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le")


def nested(depth: int) -> Any:
    return by_hand("<w:tbl><w:tr><w:tc>" * depth + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * depth)


UNREADABLE: list[tuple[bytes, str]] = [
    (WHOLE[: len(WHOLE) // 2], "a.docx is damaged or is not a Word document. Open it in Word, save it"),
    (b"Date,Details\n3/6/2017,Seen\n", "a.docx is damaged or is not a Word document"),
    (archive(a="b"), "a.docx is not a Word document of the .docx kind"),
    (rezipped(WHOLE, document=b"<w"), "a.docx is damaged or is not a Word document"),
    (rezipped(WHOLE, document=BODY.replace(b"<w:document", ENTITIES + b"<w:document", 1)), "a.docx is damaged"),
    (of_old_word(), "a.docx is an old Word document (.doc)"),
    (saved(Document()), "a.docx is empty. Check that it is the right file"),
    (saved(with_tables([["", ""], ["", ""]])), "a.docx is empty"),
    (saved(with_tables("Dear all, please see below.")), "No chronology was found in a.docx"),
    (saved(with_tables("Dear all, please see below.")), "The first line seen was: Dear all, please see below."),
    (saved(with_tables([["Name", "Mood"], ["Mother", "calm"]])), "No headings were recognised in a.docx"),
    (saved(with_tables([["Date", "Details"]])), "a.docx has headings but no rows below them"),
    (saved(by_hand("<w:p><w:r><w:drawing/></w:r></w:p>")), "a.docx holds pictures and no text"),
    (saved(by_hand('<w:altChunk r:id="rId9"/>')), "a.docx has another file inside it"),
    (saved(nested(60)), "a.docx has tables more than 30 deep in one another"),
    (saved(by_hand(table(row(*["x"] * 501)))), "more than 500 cells in one row"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "words"), UNREADABLE, ids=[words for _, words in UNREADABLE])
def test_a_file_that_cannot_be_read_is_refused_in_plain_words(
    tmp_path: Path, data: bytes, words: str
) -> None:
    with pytest.raises(ImporterError, match=re.escape(words)):
        read(tmp_path, data, "a.docx")


def test_a_document_that_would_fill_the_memory_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as file:
        file.writestr("[Content_Types].xml", "<Types/>")
        with file.open("word/document.xml", "w") as part:
            for _ in range(65):
                part.write(b" " * 1024**2)
    with pytest.raises(ImporterError, match="unpacks to more than the 64 MB that is safe to open"):
        read(tmp_path, path.read_bytes(), "bomb.docx")


def test_a_package_that_declares_too_much_is_refused(tmp_path: Path) -> None:
    data = bytearray(WHOLE)
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = (word_package.LARGEST_UNPACKED + 1).to_bytes(4, "little")
    with pytest.raises(ImporterError, match="unpacks to 500 MB, more than the 500 MB that is safe to open"):
        read(tmp_path, bytes(data))


def test_a_document_of_too_many_cells_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_text, "MOST_BLOCKS", 20)
    with pytest.raises(ImporterError, match="holds more than 20 cells and paragraphs"):
        read(tmp_path, with_tables([ROWS[0], *[ROWS[1]] * 5]))


def test_very_deep_nesting_does_no_harm(tmp_path: Path) -> None:
    deep = b"<w:sdt><w:sdtContent>" * 50_000 + b"<w:p/>" + b"</w:sdtContent></w:sdt>" * 50_000
    data = rezipped(WHOLE, document=BODY.replace(b"<w:body>", b"<w:body>" + deep, 1))
    assert len(read(tmp_path, data).entries) == 3


def test_a_missing_end_of_a_field_hides_no_more_than_its_paragraph(tmp_path: Path) -> None:
    begin = b'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>Seen'
    data = rezipped(WHOLE, document=BODY.replace(b"<w:r><w:t>Seen", begin, 1))
    assert [entry.text for entry in read(tmp_path, data).entries][-2:] == ["Rang the HV", "HV visited"]


@pytest.mark.parametrize("seed", range(150))
def test_a_broken_file_is_refused_or_read_with_every_row_counted(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    data = bytearray(WHOLE if seed % 2 else BODY)
    for _ in range(chance.choice((1, 3, 20))):
        data[chance.randrange(len(data))] = chance.randrange(32, 127)
    try:
        imported = read(tmp_path, bytes(data) if seed % 2 else rezipped(WHOLE, document=bytes(data)))
    except ImporterError as refused:
        assert "chronology.docx" in str(refused)
    else:
        assert imported.entries or imported.rejected
