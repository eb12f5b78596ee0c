"""Pictures as files for a report: SVG or PNG, each with a text file that says in words what it shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path

from importers.safe_csv import write_rows
from scrgraph.atomic import write_bytes_atomic, write_text_atomic
from visualisations.all_pictures import PICTURE
from visualisations.chronology.timeline_js import timeline_rows
from visualisations.drawing.png import PRINT_WIDTH, png_of
from visualisations.drawing.svg import Drawing
from visualisations.drawing.wanted import Wanted
from visualisations.records.material import Material

#: What can be drawn besides the pictures: the chronology as a table that TimelineJS shows.
TIMELINE_JS = "timeline-js"


class DrawnAs(StrEnum):
    """The kinds of file a picture can be drawn as."""

    SVG = "svg"
    PNG = "png"


def draw_files(
    material: Material,
    keys: Sequence[str],
    wanted: Wanted,
    folder: Path,
    *,
    kinds: Sequence[DrawnAs] = (DrawnAs.SVG,),
    width: int = PRINT_WIDTH,
    told: Callable[[Drawing], Drawing] = lambda drawn: drawn,
) -> Iterator[Path]:
    """Draw the pictures named by ``keys`` into ``folder``; each file is named when it stands there.

    ``width`` is that of a PNG in pixels; ``told`` has the last word on a drawing before it is written. Raises
    ``CannotDraw`` where a PNG cannot be made and ``KeyError`` for an unknown picture.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for key in keys:
        if key == TIMELINE_JS:
            path = folder / f"{key}.csv"
            write_rows(path, *timeline_rows(material))
            yield path
            continue
        drawn = told(PICTURE[key].drawing(material, wanted))
        for kind in dict.fromkeys(kinds):
            path = folder / f"{key}.{kind}"
            if kind is DrawnAs.PNG:
                write_bytes_atomic(path, png_of(drawn.svg, width))
            else:
                write_text_atomic(path, drawn.svg)
            yield path
        words = folder / f"{key}.txt"
        write_text_atomic(words, f"{drawn.words}\n")
        yield words
