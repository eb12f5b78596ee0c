"""The empty document a pack is written into: the pack's own look, or the styles of a document the author gives."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Length

from scrgraph.review.errors import ReviewError

_LOOK = Path(__file__).with_name("look.xml")
#: The parts a document is given for; whatever else it holds (its pictures, comments, links) stays out of the pack.
_KEPT = frozenset({RT.STYLES, RT.SETTINGS, RT.FONT_TABLE, RT.THEME, RT.WEB_SETTINGS})
#: Settings that would make Word ask for something, or that tell of another document.
_SETTINGS_OUT = (
    "attachedTemplate", "mailMerge", "documentProtection", "writeProtection", "docVars", "trackRevisions", "rsids",
    "updateFields", "linkStyles",
)  # fmt: skip
#: What stands after the compatibility settings, in the order that the file format asks for.
_AFTER_COMPAT = frozenset(
    {
        *(
            qn(f"w:{name}")
            for name in ("docVars", "rsids", "attachedSchema", "themeFontLang", "clrSchemeMapping")
        ),
        *(qn(f"w:{name}") for name in ("captions", "shapeDefaults", "hdrShapeDefaults", "decimalSymbol")),
        *(qn(f"w:{name}") for name in ("listSeparator", "doNotIncludeSubdocsInStats", "readModeInkLockDown")),
        qn("m:mathPr"),
    }
)
_A4 = (11906, 16838)
_MARGIN = 1134


@dataclass(frozen=True)
class Paper:
    """A page in twentieths of a point, upright, with its margins: top, right, bottom, left."""

    width: int
    height: int
    margins: tuple[int, int, int, int]


@dataclass(frozen=True)
class Template:
    """An empty document, the ids of its styles by their names in small letters, and its paper."""

    document: WordDocument
    ids: dict[str, str]
    paper: Paper


def open_template(styles: Path | None = None) -> Template:
    """An empty document with every style the pack uses; those of ``styles`` come before the pack's own.

    Raises ``ReviewError`` for a file that is not a Word document.
    """
    document = Document() if styles is None else _given(styles)
    paper = _paper(document) if styles else Paper(*_A4, (_MARGIN, _MARGIN, _MARGIN, _MARGIN))
    _empty(document, _KEPT if styles is None else _KEPT | {RT.NUMBERING})
    ids = _with_styles(document, own=styles is None)
    return Template(document, ids, paper)


def _given(path: Path) -> WordDocument:
    advice = "Give a Word document saved as .docx: --styles my-styles.docx"
    try:
        return Document(str(path))
    except (PackageNotFoundError, BadZipFile, KeyError) as reason:
        there = "is not a Word document" if path.exists() else "was not found"
        raise ReviewError(f"{path} {there}. {advice}") from reason
    except ValueError as reason:
        raise ReviewError(f"{path} is a template or has macros, which cannot be used. {advice}") from reason


def _paper(document: WordDocument) -> Paper:
    """The page of the document's last section, turned upright."""
    section = document.sections[-1]
    width, height = sorted((_twips(section.page_width, _A4[0]), _twips(section.page_height, _A4[1])))
    sides = (section.top_margin, section.right_margin, section.bottom_margin, section.left_margin)
    top, right, bottom, left = (_twips(side, _MARGIN) for side in sides)
    return Paper(width, height, (top, right, bottom, left))


def _twips(length: Length | None, otherwise: int) -> int:
    return otherwise if length is None else round(length.twips)


def _empty(document: WordDocument, kept: Set[str]) -> None:
    """Take out what the document says, and every part but those of the kinds ``kept``."""
    body = document.element.body
    for child in list(body):
        if child.tag != qn("w:sectPr"):
            body.remove(child)
    for reference in body.xpath("./w:sectPr/*[self::w:headerReference or self::w:footerReference]"):
        reference.getparent().remove(reference)
    _keep_only(document.part.rels, kept)
    _keep_only(document.part.package.rels, {RT.OFFICE_DOCUMENT, RT.CORE_PROPERTIES})
    settings: Any = document.settings.element
    _keep_only(document.part.part_related_by(RT.SETTINGS).rels, frozenset())
    for name in _SETTINGS_OUT:
        for found in settings.findall(qn(f"w:{name}")):
            settings.remove(found)
    for number in settings.findall(qn("w:compat")):
        settings.remove(number)
    compat = parse_xml(
        '<w:compat xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:compatSetting '
        'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    )
    after = next((found for found in settings if found.tag in _AFTER_COMPAT), None)
    if after is None:
        settings.append(compat)
    else:
        after.addprevious(compat)
    for language in settings.findall(qn("w:themeFontLang")):
        language.set(qn("w:val"), "en-GB")


def _keep_only(rels: Any, kept: Iterable[str]) -> None:
    for key in [key for key, rel in rels.items() if rel.reltype not in kept or rel.is_external]:
        del rels[key]


@cache
def _look() -> bytes:
    return _LOOK.read_bytes()


def _with_styles(document: WordDocument, *, own: bool) -> dict[str, str]:
    """Give the document the pack's styles, those it has already excepted; the ids of all of them by name."""
    styles: Any = document.styles.element
    look: Any = parse_xml(_look())
    if own:
        for child in list(styles):
            if child.tag in (qn("w:style"), qn("w:docDefaults")):
                styles.remove(child)
        styles.insert(0, look.find(qn("w:docDefaults")))
    ids = {_name(style): style.get(qn("w:styleId")) for style in styles.findall(qn("w:style"))}
    taken = set(ids.values())
    ours: dict[str, str] = {}
    missing = []
    for style in look.findall(qn("w:style")):
        old, name = style.get(qn("w:styleId")), _name(style)
        if name not in ids:
            ids[name] = old if old not in taken else f"{old}Pack"
            style.set(qn("w:styleId"), ids[name])
            missing.append(style)
        ours[old] = ids[name]
    for style in missing:
        if not own and style.get(qn("w:default")):
            del style.attrib[qn("w:default")]
        for tag in ("basedOn", "next"):
            for reference in style.findall(qn(f"w:{tag}")):
                reference.set(qn("w:val"), ours[reference.get(qn("w:val"))])
        styles.append(style)
    for language in styles.xpath("./w:docDefaults//w:lang"):
        language.set(qn("w:val"), "en-GB")
    return ids


def _name(style: Any) -> str:
    return str(style.find(qn("w:name")).get(qn("w:val"))).casefold()
