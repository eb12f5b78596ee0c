"""A pack being written: headings with bookmarks, captioned tables and pictures, upright and wide pages."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.coreprops import CoreProperties
from docx.oxml import parse_xml
from markupsafe import Markup

from scrgraph.pseudonyms.child_clock import in_ages
from scrgraph.report.contents_list import Entry, contents_xml
from scrgraph.report.fixed_zip import with_fixed_times
from scrgraph.report.picture_xml import picture_xml
from scrgraph.report.table_xml import Cell, Column, TableStyles, table_xml
from scrgraph.report.template import open_template
from scrgraph.report.word_xml import NAMESPACES, Inline, bookmarked, field, legal, link, paragraph, run

#: What stands with a picture on its page besides its caption, in twentieths of a point.
_HEADING_ROOM, _CAPTION_ROOM = 700, 900
_LEAST_ROW = 480
#: The one day that every pack says it was made and saved on: the same review gives the same bytes.
_NO_DAY = dt.datetime(2000, 1, 1)  # noqa: DTZ001 - the file format has no time zone


class PackDocument:
    """The document, added to from beginning to end; ``made`` gives its bytes."""

    def __init__(self, title: str, *, styles: Path | None = None) -> None:
        """``styles`` is a document whose styles are used. Raises ``ReviewError`` where it cannot be."""
        template = open_template(styles)
        self.title = title
        self._word, self._ids, self._paper = template.document, template.ids, template.paper
        self._parts: list[Markup] = []
        self._wide = False
        self._sections = 0
        self._marks = 0
        self._figures = 0
        self._tables = 0
        self._entries: list[Entry] = []
        self._contents_at: int | None = None
        self._references = self._header_and_footer()

    def style(self, name: str) -> str:
        """The id of a style by its name."""
        return self._ids[name.casefold()]

    def heading(self, text: str, level: int) -> None:
        """A heading of level 1 to 3. Those of the first two levels stand in the contents."""
        words = run(text)
        if level <= 2:
            mark = f"_Toc{len(self._entries) + 1:06d}"
            self._entries.append(Entry(text, level, mark))
            words = self.marked(words, mark)
        self._parts.append(paragraph(words, style=self.style(f"heading {level}")))

    def text(self, *parts: Inline, style: str = "Body Text", keep_next: bool = False) -> None:
        """A paragraph of prose, or one in the style named."""
        self._parts.append(paragraph(*parts, style=self.style(style), keep_next=keep_next))

    def marked(self, inside: Markup, bookmark: str) -> Markup:
        """Runs with a bookmark round them, for links to lead to."""
        self._marks += 1
        return bookmarked(inside, bookmark, self._marks)

    def link(self, text: str, bookmark: str) -> Markup:
        """Words that lead to a bookmark."""
        return link(text, bookmark, self.style("Hyperlink"))

    def cell(self, *parts: Inline) -> Markup:
        """One paragraph of a table cell that holds more than plain text."""
        return paragraph(*parts, style=self.style("Table text"))

    def table(
        self,
        columns: Sequence[Column],
        rows: Iterable[Sequence[Cell]],
        *,
        summary: str,
        caption: bool = True,
        form: bool = False,
        row_headings: bool = False,
    ) -> None:
        """A table as wide as the page. ``summary`` says what it shows: its caption, and its text for a screen reader.

        ``form`` is a table to be written in.
        """
        if caption:
            self._tables += 1
            number = field("SEQ Table \\* ARABIC", str(self._tables))
            words = [run("Table ", bold=True), number, run(f". {summary}")]
            self._parts.append(paragraph(*words, style=self.style("Caption"), keep_next=True))
        styles = TableStyles(
            self.style("Pack form" if form else "Pack table"),
            self.style("Table text"),
            self.style("Table heading"),
        )
        self._parts.append(
            table_xml(
                columns, rows, width=self._text_size()[0], styles=styles, summary=summary,
                least_height=_LEAST_ROW if form else 0, row_headings=row_headings,
            )
        )  # fmt: skip
        self._parts.append(paragraph(style=self.style("After table")))

    def turn(self, *, wide: bool) -> None:
        """Go on upright pages or on pages on their side; nothing happens where that is so already."""
        if wide != self._wide:
            self._end_section()
            self._wide = wide

    def figure(self, png: bytes, size: tuple[float, float], *, name: str, caption: str, words: str) -> None:
        """A picture as large as its page allows, with its caption; ``words`` are its alternative text.

        ``size`` is its width and height in any unit.
        """
        width, height = self._fitting(size)
        self._figures += 1
        relation, _ = self._word.part.get_or_add_image(io.BytesIO(png))
        drawing = picture_xml(relation, self._figures, name, words, width, height)
        self._parts.append(paragraph(drawing, style=self.style("Picture")))
        number = field("SEQ Figure \\* ARABIC", str(self._figures))
        label = [run("Figure ", bold=True), number, run(f". {caption}")]
        self._parts.append(paragraph(*label, style=self.style("Caption")))

    def contents(self) -> None:
        """The table of contents stands here; it is written when all headings are known."""
        self._contents_at = len(self._parts)

    def made(self) -> bytes:
        """The whole document as the bytes of a .docx, the same for the same parts; days of a child's clock as ages."""
        parts = list(self._parts)
        if self._contents_at is not None:
            styles = (self.style("TOC Heading"), self.style("toc 1"), self.style("toc 2"))
            parts.insert(self._contents_at, contents_xml(self._entries, styles))
        parts.append(self._section_xml())
        written = (
            f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document {NAMESPACES}><w:body>'
            f"{''.join(parts)}</w:body></w:document>"
        )
        _say_what_it_is(self._word.core_properties, self.title)
        data = io.BytesIO()
        self._word.save(data)
        place = self._word.part.partname.lstrip("/")
        return with_fixed_times(data.getvalue(), {place: in_ages(written).encode("utf-8")})

    def _text_size(self) -> tuple[int, int]:
        """Width and height of the text on a page, in twentieths of a point."""
        top, right, bottom, left = self._paper.margins
        if self._wide:
            return self._paper.height - top - bottom, self._paper.width - left - right
        return self._paper.width - left - right, self._paper.height - top - bottom

    def _fitting(self, size: tuple[float, float]) -> tuple[int, int]:
        """``size`` as large as the page allows, with room for a heading and a caption."""
        width, height = self._text_size()
        scale = min(width / size[0], (height - _HEADING_ROOM - _CAPTION_ROOM) / size[1])
        return round(size[0] * scale), round(size[1] * scale)

    def _end_section(self) -> None:
        """Close the section in its last paragraph, so that no empty one takes up a page."""
        last = self._parts[-1] if self._parts else Markup("")
        if not last.startswith("<w:p>") or "<w:sectPr>" in last:
            self._parts.append(paragraph(style=self.style("After table")))
            last = self._parts[-1]
        head, _, rest = str(last).partition("</w:pPr>")
        self._parts[-1] = Markup(f"{head}{self._section_xml()}</w:pPr>{rest}")  # noqa: S704

    def _section_xml(self) -> Markup:
        top, right, bottom, left = self._paper.margins
        width, height = self._paper.width, self._paper.height
        if self._wide:
            width, height = height, width
            top, right, bottom, left = right, top, left, bottom
        first = not self._sections
        self._sections += 1
        side = ' w:orient="landscape"' * self._wide
        return Markup(  # noqa: S704
            f'<w:sectPr>{self._references}<w:type w:val="nextPage"/><w:pgSz w:w="{width}" w:h="{height}"{side}/>'
            f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" w:header="567" '
            f'w:footer="567" w:gutter="0"/>{"<w:titlePg/>" * first}</w:sectPr>'
        )

    def _header_and_footer(self) -> Markup:
        """One header and one footer for all pages; gives the references that each section names them by."""
        section = self._word.sections[-1]
        page = [
            "Page ", field("PAGE", "1"), " of ", field("NUMPAGES", "1"),
        ]  # fmt: skip
        references = []
        for kind, part_of, parts in (
            ("header", section.header, [self.title]),
            ("footer", section.footer, page),
        ):
            part_of.is_linked_to_previous = False
            element = part_of.part.element
            for child in list(element):
                element.remove(child)
            written = paragraph(*parts, style=self.style(kind))
            element.append(parse_xml(str(written).replace("<w:p>", f"<w:p {NAMESPACES}>", 1)))
            relation = self._word.part.relate_to(part_of.part, RT.HEADER if kind == "header" else RT.FOOTER)
            references.append(f'<w:{kind}Reference w:type="default" r:id="{relation}"/>')
        return Markup("".join(references))  # noqa: S704


def _say_what_it_is(properties: CoreProperties, title: str) -> None:
    """The document's properties: its title and language, nobody's name and no time of day."""
    properties.title = legal(title)[:255]
    properties.language = "en-GB"
    properties.created = properties.modified = _NO_DAY
    properties.revision = 1
    for name in ("author", "last_modified_by", "comments", "keywords", "category", "subject", "version"):
        setattr(properties, name, "")
    properties.content_status = properties.identifier = ""
