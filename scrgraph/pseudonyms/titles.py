"""Titles that are each given once: ``School``, ``School 2``; ``Adult 1``, ``Adult 2``; Child A to Child Z, then AA."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, count, product
from string import ascii_uppercase

from scrgraph.review.names import key


def letters() -> Iterator[str]:
    """A to Z, then AA, AB and so on."""
    for length in count(1):
        yield from map("".join, product(ascii_uppercase, repeat=length))


class Titles:
    """Gives out titles that nobody has yet; ``taken`` are those given before."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = {key(title) for title in taken}

    def plain(self, title: str) -> str:
        """The title itself, or with the first free number from 2; one without words becomes ``Person 1``."""
        if not title:
            return self.numbered("Person")
        return self.first_free(chain([title], (f"{title} {number}" for number in count(2))))

    def numbered(self, title: str) -> str:
        """The title with the first free number from 1."""
        return self.first_free(f"{title} {number}" for number in count(1))

    def first_free(self, wanted: Iterable[str]) -> str:
        """The first of the titles that nobody has; it is taken from now on."""
        found = next(title for title in wanted if key(title) not in self._taken)
        self._taken.add(key(found))
        return found
