"""Pieces of a text to be replaced, and the text with them replaced."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Span(NamedTuple):
    """A piece of a text from ``start`` to ``end``, what is put there and what it is; ``doubtful`` to be checked."""

    start: int
    end: int
    instead: str
    kind: str
    doubtful: bool = False


def without_overlap(spans: Iterable[Span], *before: Iterable[Span]) -> list[Span]:
    """The spans that touch none taken before; of two that touch the first given is kept. In the order of the text."""
    kept = [span for group in before for span in group]
    for span in spans:
        if all(span.end <= other.start or other.end <= span.start for other in kept):
            kept.append(span)
    return sorted(kept)


def replaced(text: str, spans: Iterable[Span]) -> str:
    """The text with the spans, in its order and apart from each other, replaced."""
    pieces, place = [], 0
    for span in spans:
        pieces += [text[place : span.start], span.instead]
        place = span.end
    return "".join([*pieces, text[place:]])
