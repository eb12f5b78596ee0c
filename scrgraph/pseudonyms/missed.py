"""Words of the copy that look like a name that was missed, for the author to look at."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from scrgraph.model.base import Thing
from scrgraph.pseudonyms.fields import word_data
from scrgraph.pseudonyms.known_words import also_names, known_words

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_BEGINS = re.compile(r"[.!?:;\n|•–—][\s\"“‘'(\[-]*$")
_SHORT = 4
_CALENDAR = frozenset(word_data("ordinary_words.toml")["calendar"])


class ToCheck(Thing):
    """A word to look at: why, how often it stands there, and the first place, in the author's own file."""

    words: str
    why: str
    times: int
    place: str


class MissedNames:
    """Collects capitalised words inside sentences that no word list and no pseudonym knows."""

    def __init__(self, ordinary: Collection[str], pseudonyms: Iterable[str], no_names: Iterable[str]) -> None:
        self._ordinary = ordinary
        self._passed = {word.lower() for text in pseudonyms for word in _WORD.findall(text)}
        self._passed |= {word.lower() for word in no_names}
        self._found: dict[str, tuple[int, str]] = {}

    def look(self, text: str, place: str, names_only: bool = False) -> None:
        """Look through one redacted text; in a cell of names its first word counts too."""
        for match in _WORD.finditer(text):
            word = match[0]
            if not word[0].isupper() or len(word) < 2 or self._is_known(word):
                continue
            if (
                not names_only
                and _BEGINS.search(f"\n{text}"[max(0, match.start() - 11) : match.start() + 1])
                and not _BEGINS_WITH_NAME.match(text, match.end())
            ):
                continue
            times, first = self._found.get(word, (0, place))
            self._found[word] = (times + 1, first)

    @property
    def found(self) -> tuple[ToCheck, ...]:
        """The words found, the most frequent first."""
        ordered = sorted(self._found.items(), key=lambda item: (-item[1][0], item[0]))
        return tuple(
            ToCheck(words=word, why="capital inside a sentence", times=times, place=place)
            for word, (times, place) in ordered
        )

    def _is_known(self, word: str) -> bool:
        parts = [part.lower() for part in re.split(r"['’-]", word) if len(part) > 1]
        if word.isupper() and len(word) <= _SHORT:
            return True
        return all(
            part in self._passed
            or part in _CALENDAR
            or ((part in known_words() or part in self._ordinary) and part not in also_names())
            for part in parts
        )


#: At the beginning of a sentence a word counts where what follows is what follows a name: "Sutcliffe's", "Kev said".
_BEGINS_WITH_NAME = re.compile(
    r"['’]s\b|\s+(?:said|says|rang|called|reported|told|states|stated|asked|was|is|has|had)\b|\s+[A-Z][a-z]+"
)
