"""What stands beside a symbol, wrapped to fit, and how much room it takes."""

from __future__ import annotations

from dataclasses import dataclass

from visualisations.drawing.text_width import text_width, wrap
from visualisations.genogram.family import Family
from visualisations.genogram.lives import Span, born_words, died_words, due_words, life_of
from visualisations.records.shown import PersonShown

HALF = 20.0
NAME, DETAIL, LINE = 13.0, 12.0, 14.5
LABEL_LEFT = HALF + 8
_WIDTH = 100.0


@dataclass(frozen=True)
class LabelLine:
    """A line of a label: its words, and while they hold (always, without a span)."""

    words: str
    bold: bool = False
    span: Span | None = None
    place: int = 0


@dataclass(frozen=True)
class Label:
    """The lines to the right of a symbol; ``lines`` counts the places, of which several may share one over time."""

    parts: tuple[LabelLine, ...]
    lines: int
    width: float

    @property
    def height(self) -> float:
        """Pixels from the top of the symbol to under the last line."""
        return max(2 * HALF, self.lines * LINE + 2)


def label_of(person: PersonShown, family: Family) -> Label:
    """Name, birth and death, and what is told in words; for those aside their role, or that no tie is on record."""
    name = person.name.strip() or "no name on record"
    parts = [
        LabelLine(line, bold=True, place=i)
        for i, line in enumerate(wrap(name, _WIDTH, NAME, lines=2, bold=True))
    ]
    place = len(parts)
    under = 0
    for span in life_of(person):
        lines = {
            "pregnancy": (due_words(person),),
            "alive": (born_words(person),),
            "dead": (born_words(person, dead=True), died_words(person)),
        }[span.state]
        written = [line for words in lines if words for line in wrap(words, _WIDTH, DETAIL, lines=1)]
        parts += [LabelLine(words, span=span, place=place + i) for i, words in enumerate(written)]
        under = max(under, len(written))
    place += under
    wide = _WIDTH * 1.3
    said = list(family.said.get(person.person_id, ()))
    if person.person_id in family.aside:
        said = said or ([person.role.strip()] if person.role.strip() else [])
        said += [] if family.said.get(person.person_id) else ["no family tie on record"]
    for words in said:
        for line in wrap(words, wide, DETAIL, lines=2):
            parts.append(LabelLine(line, place=place))
            place += 1
    width = max(text_width(part.words, NAME if part.bold else DETAIL, part.bold) for part in parts)
    return Label(tuple(parts), place, width)
