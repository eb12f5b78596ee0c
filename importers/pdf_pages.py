"""The pages of a PDF: letters and drawn lines with their places, within bounds of memory and time.

pdfplumber's own page spends most of its time on attributes that nobody here reads, and pdfminer sets no bounds;
so the layout is taken from pdfminer through its classes for that, and pdfplumber's table finder is given the result.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator, Sequence
from typing import Any

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTChar, LTCurve, LTFigure, LTImage, LTLine, LTRect
from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.utils import MATRIX_IDENTITY, Matrix
from pdfplumber.container import Container

from importers.errors import ImporterError
from importers.pdf_streams import refuse_large_streams

#: More pages than this are no chronology.
MOST_PAGES = 2000
#: Bytes of drawing instructions that a page and a file may have, those of forms counted each time they are drawn.
LARGEST_PAGE, LARGEST_FILE = 5_000_000, 60_000_000
#: Letters that a page may have, and lines drawn beyond which a page is taken for a picture.
MOST_LETTERS, MOST_DRAWN = 100_000, 6_000
#: What drawing a form costs at least, in bytes of instructions.
_ONE_DRAWING = 5000
_LOCKED = "take the password off (in Acrobat: File, Properties, Security; or print it to a new PDF) and import that."


class ReadPage(Container):
    """One page for pdfplumber's table finder. Places are in points from the upper left corner."""

    def __init__(
        self, number: int, width: float, height: float, found: dict[str, list[dict[str, Any]]]
    ) -> None:
        self.page_number = number
        self.width, self.height = width, height
        self.bbox = (0.0, 0.0, width, height)
        self._found = found

    @property
    def objects(self) -> dict[str, list[dict[str, Any]]]:
        """Letters, lines, rectangles and curves by kind."""
        return self._found


class _TooComplex(Exception):
    """A page with more instructions or letters than can be read in reasonable time."""


class _Device(PDFPageAggregator):
    """Collects the layout of a page and counts what it costs."""

    def __init__(self, resources: PDFResourceManager) -> None:
        super().__init__(resources, laparams=None)
        self.page_bytes = self.file_bytes = self.letters = 0

    def charge(self, size: int) -> None:
        """``size`` more bytes of instructions."""
        self.page_bytes += size
        self.file_bytes += size
        if self.page_bytes > LARGEST_PAGE or self.file_bytes > LARGEST_FILE:
            raise _TooComplex

    def render_char(self, *args: Any, **more: Any) -> float:
        self.letters += 1
        if self.letters > MOST_LETTERS:
            raise _TooComplex
        return super().render_char(*args, **more)


class _Interpreter(PDFPageInterpreter):
    """Charges the device for every stream of instructions before it is followed."""

    def render_contents(
        self, resources: dict[object, object], streams: Sequence[object], ctm: Matrix = MATRIX_IDENTITY
    ) -> None:
        for stream in streams:
            content = resolve1(stream)
            if isinstance(content, PDFStream) and isinstance(self.device, _Device):
                self.device.charge(_ONE_DRAWING + len(content.get_data()))
        super().render_contents(resources, streams, ctm)


def pages_of(data: bytes, file: str) -> Iterator[ReadPage]:
    """The pages in order.

    Raises ``ImporterError`` for a file with a password, or with more than can be read; and whatever pdfminer
    raises for a damaged one.
    """
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    refuse_large_streams(data, file)
    resources = PDFResourceManager()
    device = _Device(resources)
    interpreter = _Interpreter(resources, device)
    try:
        pages = PDFPage.create_pages(PDFDocument(PDFParser(io.BytesIO(data))))
        for number, page in enumerate(pages, start=1):
            if number > MOST_PAGES:
                raise ImporterError(
                    f"{file} has more than {MOST_PAGES:,} pages. Save the pages of the chronology as a PDF of "
                    "their own and import that."
                )
            device.page_bytes = device.letters = 0
            interpreter.process_page(page)
            yield _page(number, device)
    except (PDFPasswordIncorrect, PDFEncryptionError) as reason:
        raise ImporterError(f"{file} is protected by a password. Open it, {_LOCKED}") from reason
    except _TooComplex as reason:
        raise ImporterError(
            f"Page {number} of {file} holds a drawing or text too large to be read. Save the pages of the "
            "chronology as a PDF of their own, or ask the agency for the Word or Excel file, and import that."
        ) from reason


def _page(number: int, device: _Device) -> ReadPage:
    layout = device.get_result()
    height = layout.height
    found: dict[str, list[dict[str, Any]]] = {"char": [], "line": [], "rect": [], "curve": [], "image": []}
    stack: list[Any] = list(reversed(list(layout)))
    while stack:
        item = stack.pop()
        if isinstance(item, LTChar):
            found["char"].append(
                _box(item, height, "char")
                | {"text": item.get_text(), "upright": item.upright, "size": item.size, "fontname": ""}
            )
        elif isinstance(item, LTImage):
            found["image"].append(_box(item, height, "image"))
        elif isinstance(item, LTFigure):
            stack += reversed(list(item))
        elif isinstance(item, LTCurve):
            kind = "line" if isinstance(item, LTLine) else "rect" if isinstance(item, LTRect) else "curve"
            points = [(x, height - y) for x, y in item.pts]
            found[kind].append(_box(item, height, kind) | {"pts": points})
    if sum(len(found[kind]) for kind in ("line", "rect", "curve")) > MOST_DRAWN:
        found |= {"line": [], "rect": [], "curve": []}
    found["curve"] = [curve for curve in found["curve"] if len(curve["pts"]) < 100]
    return ReadPage(number, layout.width, height, found)


def _box(item: Any, height: float, kind: str) -> dict[str, Any]:
    top, bottom = height - item.y1, height - item.y0
    return {
        "object_type": kind, "x0": item.x0, "x1": item.x1, "y0": item.y0, "y1": item.y1, "top": top,
        "bottom": bottom, "doctop": top, "width": item.x1 - item.x0, "height": bottom - top,
    }  # fmt: skip
