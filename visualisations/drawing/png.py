"""A drawing as a PNG of print quality, for Word."""

from __future__ import annotations

from functools import cache

import resvg_py

#: Pixels across: an A4 page on its side at 300 dots an inch, less its margins.
PRINT_WIDTH = 3000
_WIDEST = 12_000
_SIDE = "0 0 40 40"


class CannotDraw(ValueError):
    """The PNG could not be made; the message says what to do next."""


def png_of(svg: str, width: int = PRINT_WIDTH) -> bytes:
    """``svg`` as a PNG of ``width`` pixels on white.

    Raises ``CannotDraw`` for a width that no page needs, and on a computer without any font, where every word
    would be missing from the picture.
    """
    if not 100 <= width <= _WIDEST:
        raise CannotDraw(f"A picture is 100 to {_WIDEST:,} pixels wide, not {width:,}. Give another --width.")
    if not _has_font():
        raise CannotDraw(
            "No font was found on this computer, so the words would be missing from the picture. Install a font "
            "such as Arial or Liberation Sans, or draw it with --svg and open that in a browser."
        )
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, width=width, background="#ffffff"))


@cache
def _has_font() -> bool:
    """Whether a letter leaves a mark."""
    words = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{_SIDE}"><text y="30" font-family="Arial">W</text></svg>'
    blank = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{_SIDE}"></svg>'
    return bytes(resvg_py.svg_to_bytes(svg_string=words, width=40)) != bytes(
        resvg_py.svg_to_bytes(svg_string=blank, width=40)
    )
