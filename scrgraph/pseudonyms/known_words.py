"""Words that are no names: those the reader of rows knows, those of roles and sectors, and those that are both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from scrgraph.coding.free_text.mentions import vocabulary
from scrgraph.coding.free_text.word_data import word_data as free_text_words
from scrgraph.coding.words import normal, word_list
from scrgraph.pseudonyms.fields import word_data

_FREE_TEXT = (
    "abbreviations.toml", "child_seen.toml", "happenings.toml", "mentions.toml", "passing.toml", "standing.toml",
)  # fmt: skip


#: The word list that holds first names.
_OF_NAMES = "short_forms"


@cache
def known_words() -> frozenset[str]:
    """Every single word of the word lists by which rows are read, in small letters."""
    found = set(vocabulary())
    for name in _FREE_TEXT:
        found.update(_words(free_text_words(name)))
    for item in files("scrgraph.coding").iterdir():
        if item.name.endswith(".toml"):
            lists = {key: value for key, value in word_list(item.name).items() if key != _OF_NAMES}
            found.update(_words(lists))
    for key in ("words", "calendar", "of_places", "of_agencies"):
        found.update(normal(word) for word in word_data("ordinary_words.toml")[key])
    return frozenset(found)


@cache
def role_words() -> frozenset[str]:
    """Words that say who somebody is and are no part of a name: ``mum``, ``ms``, ``hv``, ``sister``, ``baby``."""
    found = set(_words(word_list("roles.toml"))) | set(_words(word_list("professionals.toml")))
    return frozenset(found | set(word_data("ordinary_words.toml")["titles"]) | {"s"})


@cache
def sector_words() -> frozenset[str]:
    """Words of sectors and of their teams and places: ``police``, ``primary``, ``surgery``, ``trust``."""
    found = set(_words(word_list("sectors.toml"))) | set(word_data("ordinary_words.toml")["of_agencies"])
    return frozenset(found | set(_words(free_text_words("mentions.toml")["sectors"])))


@cache
def place_words() -> frozenset[str]:
    """Words that end the name of a street or stand in that of a home: ``street``, ``road``, ``flats``."""
    return frozenset(word_data("ordinary_words.toml")["of_places"])


@cache
def also_names() -> frozenset[str]:
    """Names that are words too: ``mark``, ``grace``, ``hope``."""
    return frozenset(word_data("ordinary_words.toml")["also_names"])


def _words(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield from normal(data).split()
    elif isinstance(data, Mapping):
        for key, value in data.items():
            if key not in ("examples", "not_examples"):
                yield from normal(str(key).replace("_", " ")).split()
                yield from _words(value)
    elif isinstance(data, list):
        for value in data:
            yield from _words(value)
