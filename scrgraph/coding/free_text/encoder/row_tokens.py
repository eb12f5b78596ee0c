"""A row as the encoder is given it: sector, role and people first, then its words with agencies and people marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scrgraph.coding.free_text.encoder.wordpiece import BEGIN, END, ids_of, mark
from scrgraph.coding.free_text.lexicon import Item

#: Pieces that the pretrained encoder has and never learned: each comes before what it marks.
AGENCY, SELF, CHILD, ADULT, ACTION = (f"[unused{number}]" for number in (1, 2, 3, 4, 6))
_MARKS = frozenset((AGENCY, SELF, CHILD, ADULT, ACTION))
LONGEST = 112  # pieces; all but a few rows are shorter
_SELF, _SHORT = "self", 5


@dataclass(frozen=True, slots=True)
class RowTokens:
    """A row's pieces: numbers, which of its two parts each is of, and the places and sectors of agencies marked."""

    ids: tuple[int, ...]
    types: tuple[int, ...]
    places: tuple[int, ...]
    sectors: tuple[str, ...]


def row_tokens(items: Sequence[Item], text: str, sector: str, role: str, people: str) -> RowTokens:
    """The pieces of a row; ``items`` are its words in ``text``, ``sector`` its writer's, the others its cells.

    Where they are too many, those of the people go first, then the last.
    """
    heading = [mark(BEGIN), *ids_of(f"{_spoken(sector)} | {role} | {people}")]
    body: list[int] = []
    sectors: list[str] = []
    words = ""
    for piece, marked in _marked(items, text):
        if piece in _MARKS:
            body += [*ids_of(words), mark(piece)]
            words = ""
        else:
            words += piece
        if marked:
            sectors.append(marked)
    body += ids_of(words)
    over = len(heading) + len(body) + 2 - LONGEST
    if over > 0:
        heading = heading[: max(1, len(heading) - over)]
    ids = [*heading, mark(END), *body, mark(END)][:LONGEST]
    types = [0] * (len(heading) + 1) + [1] * (len(ids) - len(heading) - 1)
    number = mark(AGENCY)
    places = [place for place, one in enumerate(ids) if one == number][: len(sectors)]
    return RowTokens(tuple(ids), tuple(types[: len(ids)]), tuple(places), tuple(sectors[: len(places)]))


def _marked(items: Sequence[Item], text: str) -> Iterator[tuple[str, str]]:
    """The words of ``text`` and marks among them, each with the sector it marks, if it marks one.

    Short forms are written out. A mark stands before each agency and the sector behind it; the writer's own agency
    has another mark and no sector, as have people of the family who are named.
    """
    at, acted = 0, False
    for item in items:
        label, said = item.labels[0], text[item.start : item.end]
        if item.in_action and not acted:
            yield ACTION, ""
            acted = True
        else:
            yield text[at : item.start], ""
        if item.sector == _SELF:
            yield SELF, ""
            yield f"{said} ", ""
        elif item.sector:
            yield AGENCY, item.sector
            yield f"{said} ({_spoken(item.sector)}) ", ""
        elif label in ("%child", "%adult") and said[:1].isupper():
            yield (CHILD if label == "%child" else ADULT), ""
            yield f"{said} ", ""
        elif len(said) <= _SHORT and len(item.word) > len(said) and not label.startswith("%"):
            yield item.word, ""
        else:
            yield said, ""
        at = item.end
    yield text[at:], ""


def _spoken(sector: str) -> str:
    return sector.replace("_", " ")
