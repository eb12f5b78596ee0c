"""Every row of every table of a Word document, and every dated paragraph, is an entry or rejected."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree

import pytest
from word_files import W, by_hand, main_part, read, row, saved, table, with_tables

sys.path.insert(0, str(Path(__file__).parents[1] / "cases" / "demo_as_sent"))

from make_demo_sources import made, source_files

HEADS = ["Date", "Details", "Outcome"]
FIRST = [HEADS, ["3/6/2017", "Seen at home", "NFA"], ["", "", ""], ["Tues pm", "Rang the HV", ""]]
REST = [["5/6/2017", "Visit", "Seen"], ["", "Later rang SW", ""], HEADS, ["", "", "No date, no words"]]
KEY = [["HV", "health visitor"], ["SW", "social worker"]]
OTHER = [
    ["When", "Who", "What happened"],
    ["7/6/2017", "Ash", "Fell"],
    ["2018", "", ""],
    ["8 May", "Ash", "Fell"],
]
DATED = re.compile(r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|(?:19|20)\d\d$")


def texts(element: ElementTree.Element) -> list[str]:
    """The text of each cell or paragraph inside."""
    kind = "tc" if element.tag.endswith("}tr") else "p"
    held = [element] if element.tag.endswith("}p") else element.findall(f"{{{W}}}{kind}")
    return ["".join(word.text or "" for word in one.iter(f"{{{W}}}t")).strip() for one in held]


def rows_in(document: bytes, heads: Sequence[Sequence[str]]) -> int:
    """The rows with text of the outermost tables, without the headings that begin one, and the dated paragraphs."""
    body = ElementTree.fromstring(main_part(document)).find(f"{{{W}}}body")  # noqa: S314
    assert body is not None
    count = 0
    for block in body:
        if block.tag == f"{{{W}}}tbl":
            rows = [texts(one) for one in block.findall(f"{{{W}}}tr")]
            rows = [cells for cells in rows if any(cells)]
            count += len(rows) - (rows[0] in [list(head) for head in heads])
        elif block.tag == f"{{{W}}}p":
            count += DATED.match(texts(block)[0]) is not None
    return count


@pytest.mark.parametrize(
    "parts",
    [
        (FIRST,),
        ("# Northmere Police chronology", FIRST, REST),
        (FIRST, "12/7/17 – HV visited the home", REST, KEY),
        (KEY, FIRST, "For the panel", OTHER, "# Signed", KEY),
        (FIRST, "", FIRST, "2018", [HEADS, ["3 May", "Moved", ""]]),
        ("1/2/2018 Rang duty", "3/2/2018 Left a card", "4/2/19 Moved"),
        ("1/2/2018 Rang duty", KEY, "3/2/2018 Left a card"),
    ],
)
def test_rows_in_are_rows_imported_and_rows_rejected(
    parts: Sequence[str | list[list[str]]], tmp_path: Path
) -> None:
    document = saved(with_tables(*parts))
    imported = read(tmp_path, document)
    assert len(imported.entries) + len(imported.rejected) == rows_in(document, [HEADS, OTHER[0]])


def test_merged_rows_and_bands_are_counted_too(tmp_path: Path) -> None:
    band = '<w:tc><w:tcPr><w:gridSpan w:val="3"/></w:tcPr><w:p><w:r><w:t>Police</w:t></w:r></w:p></w:tc>'
    inner = table(row("Name", "Born"), row("Ash", "2010"))
    document = saved(
        by_hand(
            table(
                row(*HEADS),
                row(band),
                row("3/6/2017", "Seen", ""),
                row("", f"<w:tc>{inner}<w:p/></w:tc>", ""),
            )
        )
    )
    imported = read(tmp_path, document)
    assert len(imported.entries) + len(imported.rejected) == rows_in(document, [HEADS]) == 3


@pytest.mark.parametrize("name", ["social_care", "health_visiting"])
def test_the_documents_of_the_demonstration(name: str, tmp_path: Path) -> None:
    source = next(one for one in source_files() if one.name == name)
    document = made(source)
    imported = read(tmp_path, document, source.file)
    heads = {"social_care": ["Date", "Worker", "Family member(s)", "Contact / event", "Action / outcome"]}
    head = heads.get(name, ["Date", "HV", "Client", "Narrative", "Follow up"])
    assert len(imported.entries) + len(imported.rejected) == rows_in(document, [head])
