"""The Word document of a pack: what it is made of, and that Word and LibreOffice can take it as it is."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import RGBColor
from pack_cases import ROWS, matter_of, written

from scrgraph.report.matter import Matter
from scrgraph.report.pack import pack_document, write_pack
from scrgraph.review.errors import ReviewError
from visualisations.drawing.png import png_of


@pytest.fixture(scope="module")
def matter(tmp_path_factory: pytest.TempPathFactory) -> Matter:
    return matter_of(written(tmp_path_factory.mktemp("case")))


@pytest.fixture(scope="module")
def made(matter: Matter) -> bytes:
    return pack_document(matter)


@pytest.fixture(scope="module")
def word(made: bytes) -> WordDocument:
    return Document(io.BytesIO(made))


def headings(document: WordDocument, *levels: int) -> list[str]:
    names = {f"Heading {level}" for level in levels}
    return [one.text for one in document.paragraphs if one.style is not None and one.style.name in names]


def test_the_same_review_gives_the_same_bytes(matter: Matter, made: bytes) -> None:
    assert pack_document(matter) == made
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        assert {part.date_time for part in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [name for name in package.namelist() if "app.xml" in name or "vbaProject" in name]


def test_the_parts_stand_in_order(word: WordDocument) -> None:
    assert [heading.partition(" ")[0] for heading in headings(word, 1)] == [
        *"12345678", "Appendix", "Appendix", "Appendix",
    ]  # fmt: skip


def test_the_contents_name_every_heading_of_two_levels_and_lead_there(word: WordDocument) -> None:
    listed = word.element.body.xpath(".//w:sdtContent//w:hyperlink")
    assert ["".join(link.xpath(".//w:t/text()")) for link in listed] == headings(word, 1, 2)
    assert word.element.body.xpath(".//w:sdtContent//w:instrText")[0].text.strip().startswith("TOC")


def test_every_link_leads_to_a_bookmark_and_no_bookmark_stands_twice(word: WordDocument) -> None:
    names = word.element.body.xpath(".//w:bookmarkStart/@w:name")
    numbers = word.element.body.xpath(".//w:bookmarkStart/@w:id")
    assert len(names) == len(set(names)) and len(numbers) == len(set(numbers))
    assert set(word.element.body.xpath(".//w:hyperlink/@w:anchor")) <= set(names)
    assert all(len(name) <= 40 for name in names)


def test_every_picture_says_in_words_what_it_shows(word: WordDocument) -> None:
    pictures = word.element.body.xpath(".//wp:docPr")
    assert len(pictures) >= 4
    assert all(len(picture.get("descr")) > 40 for picture in pictures)
    captions = [one.text for one in word.paragraphs if one.style is not None and one.style.name == "Caption"]
    assert [one.split(".")[0] for one in captions if one.startswith("Figure")] == [
        f"Figure {number}" for number in range(1, len(pictures) + 1)
    ]


def test_table_headings_repeat_and_rows_are_not_split(word: WordDocument) -> None:
    for table in word.element.body.xpath(".//w:tbl"):
        rows = table.findall(qn("w:tr"))
        assert rows[0].xpath("./w:trPr/w:tblHeader")
        assert all(row.xpath("./w:trPr/w:cantSplit") for row in rows)


def test_nothing_is_asked_for_on_opening_and_nobody_is_named(word: WordDocument) -> None:
    assert not word.settings.element.xpath("./w:updateFields | ./w:attachedTemplate")
    assert not [rel for rel in word.part.rels.values() if rel.is_external]
    properties = word.core_properties
    assert (properties.title, properties.language, properties.author) == ("Case", "en-GB", "")
    assert word.styles.element.xpath("./w:docDefaults//w:lang/@w:val") == ["en-GB"]


def test_markup_in_a_row_stays_words(word: WordDocument) -> None:
    assert any("Shouting heard </w:t><script>x & y" in cell for cell in cells(word))


def test_every_row_is_accounted_for(word: WordDocument) -> None:
    files = next(table for table in word.tables if "Imported" in [cell.text for cell in table.rows[0].cells])
    assert [cell.text for cell in files.rows[1].cells][-4:] == ["6", "6", "0", "0"]


def test_the_chronology_has_every_row_with_its_place(word: WordDocument) -> None:
    table = next(table for table in word.tables if table.rows[0].cells[-1].text == "Findings")
    assert [row.cells[0].text for row in table.rows[1:]][:3] == ["3 May 2018", "4 May 2018", "5 May 2018"]
    assert {row.cells[4].text for row in table.rows[1:]} == {f"case.csv, row {row}" for row in range(2, 8)}


def test_wide_pages_for_wide_pictures_and_the_chronology(word: WordDocument) -> None:
    turned = [section.page_width > section.page_height for section in word.sections]  # type: ignore[operator]
    assert True in turned and False in turned


def test_the_styles_of_a_document_are_used_and_nothing_else_of_it(matter: Matter, tmp_path: Path) -> None:
    mine = Document()
    mine.styles["Heading 1"].font.color.rgb = RGBColor(0x80, 0, 0)  # type: ignore[attr-defined]
    mine.add_paragraph("Another family's story")
    square = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>'
    mine.add_picture(io.BytesIO(png_of(square, 100)))
    mine.core_properties.author = "Somebody"
    mine.sections[0].header.paragraphs[0].text = "Letterhead of another case"
    mine.save(str(tmp_path / "mine.docx"))
    made = pack_document(matter, styles=tmp_path / "mine.docx")
    back = Document(io.BytesIO(made))
    assert back.styles["Heading 1"].font.color.rgb == RGBColor(0x80, 0, 0)  # type: ignore[attr-defined]
    assert "Finding" in [style.name for style in back.styles]
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        everything = b"".join(package.read(name) for name in package.namelist())
        pictures = [name for name in package.namelist() if "media/" in name]
    assert not [old for old in (b"Another family", b"Somebody", b"Letterhead") if old in everything]
    assert len(pictures) == len(back.element.body.xpath(".//wp:docPr"))


def test_a_pack_can_give_its_own_styles_to_the_next(matter: Matter, made: bytes, tmp_path: Path) -> None:
    (tmp_path / "earlier.docx").write_bytes(made)
    again = Document(io.BytesIO(pack_document(matter, styles=tmp_path / "earlier.docx")))
    assert headings(again, 1, 2, 3) == headings(Document(io.BytesIO(made)), 1, 2, 3)
    names = [style.name for style in again.styles]
    assert len(names) == len(set(names))


def test_a_file_that_is_no_word_document_is_refused_in_words(matter: Matter, tmp_path: Path) -> None:
    wrong = tmp_path / "styles.docx"
    wrong.write_text("plain", encoding="utf-8")
    with pytest.raises(ReviewError, match=r"saved as \.docx"):
        pack_document(matter, styles=wrong)
    with pytest.raises(ReviewError, match="was not found"):
        pack_document(matter, styles=tmp_path / "nowhere.docx")


def test_three_files_are_written(matter: Matter, tmp_path: Path) -> None:
    assert [path.name for path in write_pack(matter, tmp_path / "out")] == [
        "pack.docx", "chronology.xlsx", "findings.xlsx",
    ]  # fmt: skip


def test_characters_that_no_file_may_hold_are_left_out(tmp_path: Path) -> None:
    matter = matter_of(written(tmp_path, ROWS.replace("Seen at home", "Seen\x0b at\x01 home")))
    assert any(
        "Seen" in cell and "\x01" not in cell for cell in cells(Document(io.BytesIO(pack_document(matter))))
    )


def cells(document: WordDocument) -> list[str]:
    return ["".join(cell.xpath(".//w:t/text()")) for cell in document.element.body.xpath(".//w:tc")]
