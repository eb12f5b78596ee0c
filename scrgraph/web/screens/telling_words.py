"""The words of a row that led to how it is taken, told apart from the rest so that a page can mark them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from scrgraph.model.doubt import Doubt
from scrgraph.model.entry import Entry

#: Of which kind of code a doubt of a kind is, so that its words are told; for pairs of rows all of them are.
_ABOUT = {
    "row": ("kind", "also"),
    "direction": ("direction",),
    "to": ("to",),
    "from": ("from",),
    "seen": ("child_seen", "seen_alone"),
    "people": ("people",),
    "baton": ("kind", "direction", "to", "from"),
    "event": ("kind", "child_seen"),
}
_QUOTED = re.compile(r"“([^”]{2,400})”")


class Piece(NamedTuple):
    """A piece of a text, and whether its words tell."""

    text: str
    tells: bool


def telling_words(doubt: Doubt, entry: Entry, names: Iterable[str] = ()) -> tuple[str, ...]:
    """The words of a row on which a doubt hangs: those its codes were read from, those quoted, and ``names``."""
    about = _ABOUT.get(doubt.kind, ())
    read = [code.words for code in entry.codes if code.about in about and code.words]
    dated = [entry.date.written] if doubt.kind == "date" else []
    return tuple(dict.fromkeys((*read, *_QUOTED.findall(doubt.because), *dated, *names)))


def pieces(text: str, words: Iterable[str]) -> tuple[Piece, ...]:
    """A text cut where any of ``words`` stands in it, whole words only, without regard to case."""
    wanted = sorted(
        {" ".join(word.split()) for word in words if len(word.strip()) > 1}, key=lambda w: (-len(w), w)
    )
    if not wanted or not text:
        return (Piece(text, False),) if text else ()
    any_of = "|".join(r"\s+".join(map(re.escape, word.split())) for word in wanted)
    found: list[Piece] = []
    at = 0
    for match in re.finditer(rf"(?<!\w)(?:{any_of})(?!\w)", text, re.IGNORECASE):
        if match.start() > at:
            found.append(Piece(text[at : match.start()], False))
        found.append(Piece(match[0], True))
        at = match.end()
    if at < len(text):
        found.append(Piece(text[at:], False))
    return tuple(found)
