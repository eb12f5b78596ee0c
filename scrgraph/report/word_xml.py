"""WordprocessingML made of escaped parts: paragraphs, runs, links, bookmarks and fields.

Text is made by hand because adding thousands of rows through an object for each cell takes minutes. Plain text is
escaped and freed of characters that a file may not hold; ``Markup`` stands as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

#: The namespaces that a parsed fragment needs.
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
#: What may stand in a paragraph: plain text, which becomes one run, or runs, links and bookmarks already made.
Inline = str | Markup

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def legal(text: str) -> str:
    """``text`` without the characters that an XML file may not hold; line ends are single."""
    return _ILLEGAL.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))


def run(text: str, *, style: str = "", bold: bool = False, italic: bool = False) -> Markup:
    """One run of text; line ends become line breaks and tabs stay tabs."""
    looks = (f'<w:rStyle w:val="{style}"/>' if style else "") + "<w:b/>" * bold + "<w:i/>" * italic
    words = "<w:br/>".join(_text(line) for line in legal(text).split("\n"))
    return Markup(f"<w:r>{f'<w:rPr>{looks}</w:rPr>' if looks else ''}{words}</w:r>")  # noqa: S704


def link(text: str, bookmark: str, style: str) -> Markup:
    """Words that lead to a bookmark of this document."""
    return Markup(  # noqa: S704
        f'<w:hyperlink w:anchor="{escape(bookmark)}" w:history="1">{run(text, style=style)}</w:hyperlink>'
    )


def bookmarked(inside: Markup, name: str, number: int) -> Markup:
    """Runs with a bookmark round them; ``number`` is unique in the document."""
    return Markup(  # noqa: S704
        f'<w:bookmarkStart w:id="{number}" w:name="{escape(name)}"/>{inside}<w:bookmarkEnd w:id="{number}"/>'
    )


def field(instruction: str, shown: str) -> Markup:
    """A field with what it shows until somebody updates it: opening the document asks for nothing."""
    return Markup(  # noqa: S704
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(shown)}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def inline(parts: Iterable[Inline]) -> Markup:
    """The inside of a paragraph."""
    return Markup("").join(part if isinstance(part, Markup) else run(part) for part in parts if part)


def paragraph(*parts: Inline, style: str = "", keep_next: bool = False) -> Markup:
    """One paragraph in a style, given by its id."""
    looks = (f'<w:pStyle w:val="{style}"/>' if style else "") + "<w:keepNext/>" * keep_next
    return Markup(  # noqa: S704
        f"<w:p>{f'<w:pPr>{looks}</w:pPr>' if looks else ''}{inline(parts)}</w:p>"
    )


def _text(line: str) -> str:
    pieces = line.split("\t")
    return "<w:tab/>".join(
        f'<w:t xml:space="preserve">{escape(piece)}</w:t>' if piece else "" for piece in pieces
    )
