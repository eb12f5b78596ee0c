"""Word documents made for tests: with python-docx, and by hand where it has no words for what Word writes."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml import parse_xml

from importers.registry import import_file
from scrgraph.model.entry import Imported

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_NAMESPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def add_table(document: Any, rows: Sequence[Sequence[str]]) -> Any:
    """A table with these cells; rows may be shorter than the first."""
    table = document.add_table(rows=len(rows), cols=max(len(row) for row in rows))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=False):
            cell.text = text
    return table


def with_tables(*parts: str | Sequence[Sequence[str]]) -> Any:
    """A document of paragraphs (text; "# text" is a heading) and tables (rows of cells), in order."""
    document = Document()
    document.core_properties.title = ""
    for part in parts:
        if not isinstance(part, str):
            add_table(document, part)
        elif part.startswith("# "):
            document.add_heading(part[2:])
        else:
            document.add_paragraph(part)
    return document


def by_hand(body: str) -> Any:
    """A document whose body is this XML, with ``w:``, ``mc:`` and ``r:`` for the namespaces."""
    document = Document()
    document.core_properties.title = ""
    wrapped = parse_xml(f"<w:body {_NAMESPACES}>{body}</w:body>")
    for place, element in enumerate(list(wrapped)):
        document.element.body.insert(place, element)
    return document


def table(*rows: str) -> str:
    """The XML of a table of rows."""
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    """The XML of a row. A cell that does not begin with ``<`` is text."""
    inside = "".join(text if text.startswith("<w:tc>") else cell(text) for text in cells)
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{inside}</w:tr>"


def cell(content: str = "", properties: str = "") -> str:
    """The XML of a cell that holds text, or runs and paragraphs as XML."""
    if not content.startswith(("<w:p>", "<w:tbl>")):
        content = f"<w:p>{content if content.startswith('<') else run(content)}</w:p>"
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def run(text: str) -> str:
    """The XML of a run of text."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def saved(document: Any) -> bytes:
    """The bytes of the document."""
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def rezipped(data: bytes, **changed: bytes) -> bytes:
    """The package with the main part replaced by ``document``, or other parts by their path (``/`` as ``__``)."""
    new = {
        "word/document.xml" if name == "document" else name.replace("__", "/"): part
        for name, part in changed.items()
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as out:
        for name in old.namelist():
            out.writestr(name, new.get(name, old.read(name)))
    return stream.getvalue()


def main_part(data: bytes) -> bytes:
    """The XML of the main text of a package."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read("word/document.xml")


def macro_kind(data: bytes) -> bytes:
    """The package marked as one with macros, as ``.docm`` files are."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        types = archive.read("[Content_Types].xml")
    changed = types.replace(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    return rezipped(data, **{"[Content_Types].xml": changed})


def strict_kind(data: bytes) -> bytes:
    """The package with the names of the ISO strict form of the format."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        relations = archive.read("_rels/.rels")
    old = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    relations = relations.replace(old, b"http://purl.oclc.org/ooxml/officeDocument/relationships/")
    text = re.sub(re.escape(W).encode(), STRICT.encode(), main_part(data))
    return rezipped(data, document=text, **{"_rels__.rels": relations})


def read(folder: Path, document: Any, file: str = "chronology.docx", **options: Any) -> Imported:
    """What the importer makes of a document or of the bytes of one; its counts always add up."""
    path = folder / file
    path.write_bytes(document if isinstance(document, bytes) else saved(document))
    imported = import_file(path, **options)
    check_counts(imported)
    return imported


def check_counts(imported: Imported) -> None:
    """Every row is an entry or rejected, and no two entries have one name."""
    for chronology in imported.chronologies:
        assert chronology.rows_read == chronology.rows_imported + chronology.rows_rejected
    assert sum(chronology.rows_imported for chronology in imported.chronologies) == len(imported.entries)
    assert sum(chronology.rows_rejected for chronology in imported.chronologies) == len(imported.rejected)
    assert len({entry.entry_id for entry in imported.entries}) == len(imported.entries)
    assert len({c.chronology_id for c in imported.chronologies}) == len(imported.chronologies)
