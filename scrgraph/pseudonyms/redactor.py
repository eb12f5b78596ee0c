"""Texts with names, numbers and dates replaced, and an account of what was replaced where."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from scrgraph.model.base import Thing
from scrgraph.pseudonyms.find_names import NameFinder
from scrgraph.pseudonyms.initials import InitialFinder
from scrgraph.pseudonyms.known_names import SHARED, spelled
from scrgraph.pseudonyms.name_tokens import composed
from scrgraph.pseudonyms.numbers import number_spans, street_spans
from scrgraph.pseudonyms.shifted_dates import Shift
from scrgraph.pseudonyms.spans import Span, replaced, without_overlap

_PIECE = re.compile(r"[^;,/&+\n]+")
_PLACES = 3


class Replacement(Thing):
    """Words of the sources that were replaced: by what, how often, and the first places in the author's own files.

    ``doubtful`` counts those that may have been an ordinary word ("Mark" at the beginning of a sentence).
    """

    kind: str
    words: str
    instead: str
    times: int
    doubtful: int
    places: tuple[str, ...]


@dataclass
class _Count:
    times: int = 0
    doubtful: int = 0
    places: list[str] = field(default_factory=list)


class Redactor:
    """Redacts texts by one finder; ``whole`` are cells that as a whole are one name, as ``spelled`` words."""

    def __init__(
        self,
        finder: NameFinder,
        initials: InitialFinder,
        shift: Shift | None,
        whole: Mapping[tuple[str, ...], str],
    ) -> None:
        self._finder, self._initials, self._shift, self._whole = finder, initials, shift, whole
        self._kept: dict[tuple[str, dt.date | None], tuple[Span, ...]] = {}
        self._counts: dict[tuple[str, str, str], _Count] = defaultdict(_Count)

    def text(self, text: str, place: str = "", near: dt.date | None = None) -> str:
        """The text redacted; ``near`` is the day of its row."""
        text = composed(text)
        spans = self._kept.get((text, near))
        if spans is None:
            spans = self._kept[text, near] = tuple(self._spans(text, near))
        self._note(text, spans, place)
        return replaced(text, spans)

    def cell(self, text: str, place: str = "", near: dt.date | None = None) -> str:
        """A cell of names redacted: a name of a single letter counts where it stands alone between separators."""
        text = composed(text)
        spans = []
        for match in _PIECE.finditer(text):
            words = spelled(match[0])
            if len(words) == 1 and len(words[0]) < 3 and (instead := self._whole.get(words)):
                lead = len(match[0]) - len(match[0].lstrip())
                spans.append(
                    Span(match.start() + lead, match.start() + len(match[0].rstrip()), instead, "person")
                )
        if not spans:
            return self.text(text, place, near)
        spans = without_overlap(self._spans(text, near), spans)
        self._note(text, tuple(spans), place)
        return replaced(text, spans)

    def note(self, kind: str, words: str, instead: str, place: str) -> None:
        """Count something that was replaced as a whole."""
        self._count(kind, words, instead, place, doubtful=False)

    def forget(self) -> None:
        """Begin the account anew."""
        self._counts.clear()

    @property
    def replacements(self) -> tuple[Replacement, ...]:
        """All that was replaced so far, by kind and words."""
        return tuple(
            Replacement(
                kind=kind,
                words=words,
                instead=instead,
                times=count.times,
                doubtful=count.doubtful,
                places=tuple(count.places),
            )
            for (kind, words, instead), count in sorted(self._counts.items())
        )

    def _spans(self, text: str, near: dt.date | None) -> list[Span]:
        spans = without_overlap(number_spans(text))
        spans = without_overlap(self._finder.spans(text), spans)
        spans = without_overlap(self._initials.spans(text), spans)
        spans = without_overlap(street_spans(text), spans)
        if self._shift:
            spans = without_overlap(self._shift.spans(text, near), spans)
        return spans

    def _note(self, text: str, spans: tuple[Span, ...], place: str) -> None:
        for span in spans:
            self._count(span.kind, text[span.start : span.end], span.instead, place, span.doubtful)

    def _count(self, kind: str, words: str, instead: str, place: str, doubtful: bool) -> None:
        count = self._counts[kind, words, instead]
        count.times += 1
        count.doubtful += doubtful
        if place and place not in count.places and len(count.places) < _PLACES:
            count.places.append(place)


__all__ = ["SHARED", "Redactor", "Replacement"]
