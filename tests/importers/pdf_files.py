"""Invented PDF chronologies, made as agencies make them: printed from Word, from a system, scanned."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterable, Sequence
from typing import Any

from reportlab.lib import pdfencrypt
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

WIDTHS = (80, 90, 400, 150)
_BODY = getSampleStyleSheet()["BodyText"]
_GRID = ("GRID", (0, 0), (-1, -1), 0.5, (0, 0, 0))
_TOP = ("VALIGN", (0, 0), (-1, -1), "TOP")


def table(
    rows: Sequence[Sequence[str]],
    *,
    lines: bool = True,
    repeat: bool = True,
    merged: Iterable[tuple[int, int, int]] = (),
    widths: Sequence[float] = WIDTHS,
) -> Table:
    """A table; ``merged`` are (column, first row, last row)."""
    cells: list[list[Any]] = [list(rows[0])]
    cells += [
        [Paragraph(text, _BODY) if column > 1 else text for column, text in enumerate(row)]
        for row in rows[1:]
    ]
    spans = [("SPAN", (column, first), (column, last)) for column, first, last in merged]
    made = Table(cells, colWidths=list(widths), repeatRows=1 if repeat else 0)
    made.setStyle(TableStyle([_TOP, *spans, *([_GRID] if lines else [])]))
    return made


def paragraph(text: str) -> Paragraph:
    return Paragraph(text, _BODY)


def new_page() -> PageBreak:
    return PageBreak()


def space(points: float) -> Spacer:
    return Spacer(1, points)


def document(*parts: Flowable, footer: str = "", locked: bool = False) -> bytes:
    """A PDF on landscape A4; ``footer`` stands at the foot of each page with the number of the page."""

    def foot(canvas: Canvas, pages: Any) -> None:
        if footer:
            canvas.drawString(60, 20, f"{footer} {pages.page}")

    held = io.BytesIO()
    encrypt = pdfencrypt.StandardEncryption("pear") if locked else None
    pages = SimpleDocTemplate(held, pagesize=landscape(A4), encrypt=encrypt)
    pages.build(list(parts), onFirstPage=foot, onLaterPages=foot)
    return held.getvalue()


def lines_of_text(*pages: Sequence[str]) -> bytes:
    """A PDF with the lines of each page, no table."""
    held = io.BytesIO()
    canvas = Canvas(held, pagesize=A4)
    for lines in pages:
        for at, line in enumerate(lines):
            canvas.drawString(60, 780 - 16 * at, line)
        canvas.showPage()
    canvas.save()
    return held.getvalue()


def picture() -> Flowable:
    """A small grey picture, as a scanner makes them."""
    from PIL import Image as Pixels
    from reportlab.platypus import Image

    held = io.BytesIO()
    Pixels.new("L", (40, 40), 128).save(held, "PNG")
    held.seek(0)
    ImageReader(held)
    held.seek(0)
    return Image(held, width=300, height=300)


def with_content(content: bytes, *, filters: str = "/FlateDecode", more: Sequence[bytes] = ()) -> bytes:
    """A PDF of one page written by hand: ``content`` is its stream as it stands, ``more`` its forms /F0, /F1..."""
    forms = b" ".join(b"/F%d %d 0 R" % (at, at + 5) for at in range(len(more)))
    resources = b"<< /XObject << " + forms + b" >> >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 500 500] /Contents 4 0 R /Resources "
        + resources
        + b" >>",
        b"<< /Length %d /Filter %s >>\nstream\n%s\nendstream" % (len(content), filters.encode(), content),
    ]
    for form in more:
        packed = zlib.compress(form)
        objects.append(
            b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources %s /Length %d /Filter /FlateDecode >>\n"
            b"stream\n%s\nendstream" % (resources, len(packed), packed)
        )
    written, places = b"%PDF-1.5\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(written)
    written += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    written += b"".join(b"%010d 00000 n \n" % place for place in places)
    return written + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        start,
    )
