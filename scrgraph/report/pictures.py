"""The pictures of a review as the pack holds them: drawn once, each on the page that suits its shape."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from scrgraph.report.document import PackDocument
from scrgraph.report.matter import Matter
from visualisations.all_pictures import PICTURE
from visualisations.drawing.png import png_of
from visualisations.drawing.svg import Drawing
from visualisations.drawing.wanted import Wanted

_PIXELS = 2400
#: A picture this much wider than high gets a page on its side.
_WIDE = 1.2
#: Pictures that can be of one person, and how high for its width one of the whole review may be.
_BY_PERSON, _TALL = frozenset({"knowledge"}), 0.9
_BOX = re.compile(r'viewBox="[-\d.]+ [-\d.]+ ([\d.]+) ([\d.]+)"')


@dataclass(frozen=True)
class Drawn:
    """A picture as a PNG, with its size in pixels of the drawing, its title and its words."""

    key: str
    title: str
    question: str
    png: bytes
    size: tuple[float, float]
    words: str

    @property
    def wide(self) -> bool:
        """Whether it wants a page on its side."""
        return self.size[0] >= _WIDE * self.size[1]

    def put_in(self, document: PackDocument, heading: str = "") -> None:
        """The picture on a page of its shape, below a heading where one is given."""
        document.turn(wide=self.wide)
        if heading:
            document.heading(heading, 2)
        document.figure(
            self.png,
            self.size,
            name=self.title,
            caption=f"{self.title}. {self.question}",
            words=self.words,
        )


def drawn(matter: Matter, key: str) -> tuple[Drawn, ...]:
    """A picture of the whole review; none where there is nothing to draw.

    One that would be too small to read, and that can be drawn for each person, is drawn for each. Raises
    ``visualisations.drawing.png.CannotDraw`` on a computer without a font.
    """
    if not _has_matter(matter, key):
        return ()
    whole = _sized(PICTURE[key].drawing(matter.material, Wanted()))
    if key not in _BY_PERSON or whole.size[1] < _TALL * whole.size[0]:
        return (_as_png(key, whole),)
    about = {person_id for one in matter.graph.information for person_id in one.about}
    people = sorted(
        (person for person in matter.graph.people if person.person_id in about),
        key=lambda person: (not person.index_child, person.display_name),
    )
    in_graph = f"{matter.material.records.review_id}:"
    return tuple(
        _as_png(
            key,
            _sized(PICTURE[key].drawing(matter.material, Wanted(person_id=f"{in_graph}{person.person_id}"))),
            person.display_name,
        )
        for person in people
    )


@dataclass(frozen=True)
class _Sized:
    drawing: Drawing
    size: tuple[float, float]


def _sized(drawing: Drawing) -> _Sized:
    box = _BOX.search(drawing.svg)
    return _Sized(drawing, (float(box[1]), float(box[2])) if box else (1600.0, 1000.0))


def _as_png(key: str, sized: _Sized, about: str = "") -> Drawn:
    place, drawing = PICTURE[key].place, sized.drawing
    title = f"{place.title}: {about}" if about else place.title
    return Drawn(key, title, place.question, _png(drawing.svg), sized.size, drawing.words)


@lru_cache(maxsize=32)
def _png(svg: str) -> bytes:
    """A drawing as a PNG: kept, because a pack is often written again after a decision that changes no picture."""
    return png_of(svg, _PIXELS)


def _has_matter(matter: Matter, key: str) -> bool:
    graph = matter.graph
    needed: dict[str, object] = {
        "relay": graph.batons or graph.contacts,
        "network": graph.agencies and graph.people,
        "genogram": graph.people,
        "knowledge": graph.information,
        "seen": any(person.kind == "child" for person in graph.people),
        "engagement": graph.engagements,
    }
    return bool(needed.get(key, True))
