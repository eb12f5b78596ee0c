"""A picture in a line of text, with its alternative text."""

from __future__ import annotations

from markupsafe import Markup, escape

from scrgraph.report.word_xml import legal

_EMU_A_TWIP = 635
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"


def picture_xml(relation: str, number: int, name: str, words: str, width: int, height: int) -> Markup:
    """A run with the picture that ``relation`` leads to; ``width`` and ``height`` in twentieths of a point."""
    across, down = width * _EMU_A_TWIP, height * _EMU_A_TWIP
    told = escape(" ".join(legal(words).split()))
    return Markup(  # noqa: S704
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" '
        f'distR="0"><wp:extent cx="{across}" cy="{down}"/><wp:docPr id="{number}" name="{escape(legal(name))}" '
        f'descr="{told}"/><wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{_DRAWING}/main" '
        f'noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData '
        f'uri="{_DRAWING}/picture"><pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr id="{number}" '
        f'name="{escape(legal(name))}" descr="{told}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip '
        f'r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" '
        f'y="0"/><a:ext cx="{across}" cy="{down}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
