"""The pictures of a review as the pack holds them: drawn once, each on the page that suits its shape."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

from scrgraph.model.partial_date import in_words
from scrgraph.model.people import Person
from scrgraph.model.vocabulary import PersonKind
from scrgraph.pseudonyms.child_clock import in_ages
from scrgraph.pseudonyms.told_files import picture_in_ages
from scrgraph.report.document import PackDocument
from scrgraph.report.matter import Matter
from visualisations.all_pictures import PICTURE
from visualisations.drawing.png import png_of
from visualisations.drawing.svg import Drawing
from visualisations.drawing.wanted import Wanted

#: A picture is as wide as this in pixels, and not higher than this: about 300 to the inch on its page.
_PIXELS, _PIXELS_HIGH = 2400, 3200
#: A picture this much wider than high gets a page on its side.
_WIDE = 1.2
#: Pictures that can be of one person, and how high for its width one of the whole review may be.
_BY_PERSON = {"knowledge": 0.9, "seen": 1.5}
#: Pictures that grow in height with the years, how high one may be before it is cut, and to how many years then.
_BY_YEAR, _TALLEST, _LAST_YEARS = frozenset({"seen"}), 1.5, 2
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

    One that would be too small to read, and that can be drawn for each person, is drawn for each; where years make it
    too high even so, it shows the detailed period, or the last years. Raises
    ``visualisations.drawing.png.CannotDraw`` on a computer without a font.
    """
    if not _has_matter(matter, key):
        return ()
    whole = _sized(PICTURE[key].drawing(matter.material, Wanted()))
    if key not in _BY_PERSON or whole.size[1] < _BY_PERSON[key] * whole.size[0]:
        return (_as_png(key, whole),)
    return tuple(_of_person(matter, key, person) for person in _people(matter, key))


def _people(matter: Matter, key: str) -> list[Person]:
    """Whom a picture can be about, children under review first."""
    if key == "seen":
        found = [
            person for person in matter.graph.people if person.kind is PersonKind.CHILD and not person.group
        ]
    else:
        about = {person_id for one in matter.graph.information for person_id in one.about}
        found = [person for person in matter.graph.people if person.person_id in about]
    return sorted(found, key=lambda person: (not person.index_child, person.display_name))


def _of_person(matter: Matter, key: str, person: Person) -> Drawn:
    wanted = Wanted(person_id=f"{matter.material.records.review_id}:{person.person_id}")
    sized, about = _sized(PICTURE[key].drawing(matter.material, wanted)), person.display_name
    if key in _BY_YEAR and sized.size[1] > _TALLEST * sized.size[0]:
        first, last = _shorter(matter)
        wanted = wanted.model_copy(update={"first": first, "last": last})
        sized = _sized(PICTURE[key].drawing(matter.material, wanted))
        about += f", {in_words(first)} to {in_words(last)}"
    return _as_png(key, sized, about)


def _shorter(matter: Matter) -> tuple[dt.date, dt.date]:
    """The detailed period where it is given and short enough, else the last years of the review."""
    review = matter.graph.review
    days = [entry.date.latest for entry in matter.graph.entries if entry.date.latest]
    last = review.detailed.to or review.as_of or max(days)
    first = last - _LAST_YEARS * dt.timedelta(days=365)
    return (max(first, review.detailed.from_) if review.detailed.from_ else first), last


@dataclass(frozen=True)
class _Sized:
    drawing: Drawing
    size: tuple[float, float]


def _sized(drawing: Drawing) -> _Sized:
    box = _BOX.search(drawing.svg)
    return _Sized(drawing, (float(box[1]), float(box[2])) if box else (1600.0, 1000.0))


def _as_png(key: str, sized: _Sized, about: str = "") -> Drawn:
    place, drawing = PICTURE[key].place, sized.drawing
    svg, words = picture_in_ages(drawing.svg), in_ages(drawing.words)
    title = f"{place.title}: {about}" if about else place.title
    return Drawn(key, title, place.question, _png(svg), sized.size, words)


@lru_cache(maxsize=32)
def _png(svg: str) -> bytes:
    """A drawing as a PNG: kept, because a pack is often written again after a decision that changes no picture."""
    box = _BOX.search(svg)
    tall = float(box[2]) / float(box[1]) if box else 1.0
    return png_of(svg, min(_PIXELS, round(_PIXELS_HIGH / tall)))


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
