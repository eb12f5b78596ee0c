"""The table of contents, written in: it can be followed at once, and Word asks nothing to show it.

It is Word's own field with its entries in place, without page numbers; whoever wants them updates it by hand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from scrgraph.report.word_xml import paragraph, run

_FIELD = 'TOC \\o "1-2" \\h \\z \\u'


@dataclass(frozen=True)
class Entry:
    """A heading: its words, its level (1 or 2) and the bookmark it stands at."""

    text: str
    level: int
    bookmark: str


def contents_xml(entries: Sequence[Entry], styles: tuple[str, str, str]) -> Markup:
    """The contents with their heading; ``styles`` are the ids of the styles of the heading and of both levels."""
    heading, *levels = styles
    begin = Markup(  # noqa: S704
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(_FIELD)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    lines = [
        paragraph(
            begin if number == 0 else "",
            Markup(  # noqa: S704
                f'<w:hyperlink w:anchor="{escape(entry.bookmark)}" w:history="1">{run(entry.text)}</w:hyperlink>'
            ),
            style=levels[entry.level - 1],
        )
        for number, entry in enumerate(entries)
    ]
    end = paragraph(Markup('<w:r><w:fldChar w:fldCharType="end"/></w:r>'))
    return Markup(  # noqa: S704
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/>'
        f"</w:docPartObj></w:sdtPr><w:sdtContent>{paragraph('Contents', style=heading)}{''.join(lines)}{end}"
        "</w:sdtContent></w:sdt>"
    )
