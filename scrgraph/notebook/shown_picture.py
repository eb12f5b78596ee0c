"""A picture as a notebook shows it: drawn in Python, closed in an image so that nothing in it can run."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from scrgraph.atomic import write_bytes_atomic, write_text_atomic
from visualisations.drawing.png import PRINT_WIDTH, png_of

_FIGURE = Markup(
    '<figure style="margin:0"><img src="data:image/svg+xml;base64,{drawing}" alt="{words}" '
    'style="max-width:100%;height:auto"><details><summary>In words</summary><p>{words}</p></details></figure>'
)


@dataclass(frozen=True)
class ShownPicture:
    """One picture of a review: ``svg`` is a whole file, ``words`` say in plain words what it shows."""

    key: str
    svg: str
    words: str

    def save(self, path: Path | str, *, width: int = PRINT_WIDTH) -> Path:
        """Write the picture as ``.svg`` or ``.png`` by the name of the file; ``width`` is that of a PNG in pixels.

        Raises ``ValueError`` for any other name, and ``CannotDraw`` where a PNG cannot be made.
        """
        place = Path(path)
        kind = place.suffix.lower()
        if kind not in (".svg", ".png"):
            raise ValueError(f"A picture is saved as .svg or .png, not as '{place.name}'.")
        place.parent.mkdir(parents=True, exist_ok=True)
        if kind == ".png":
            write_bytes_atomic(place, png_of(self.svg, width))
        else:
            write_text_atomic(place, self.svg)
        return place

    def _repr_html_(self) -> str:
        """The drawing as an image with its words: what Jupyter shows."""
        drawing = base64.b64encode(self.svg.encode("utf-8")).decode("ascii")
        return str(_FIGURE.format(drawing=drawing, words=self.words))

    def _repr_svg_(self) -> str:
        """The drawing itself, for what shows SVG and no HTML."""
        return self.svg.partition("?>\n")[2] if self.svg.startswith("<?xml") else self.svg

    def __repr__(self) -> str:
        return f"{self.key}: {self.words}"
