"""Comparing words as people write them, and the word lists that stand beside this code as data."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from scrgraph.review import names

#: What stands between the names of a cell that lists several in one breath.
BETWEEN = re.compile(r",|/|\band\b|&|\+", re.IGNORECASE)

#: ``text`` for comparison, as the review folder compares names: the answers are kept, as cells repeat.
normal = cache(names.key)


def slug(text: str) -> str:
    """``text`` as an identifier of lower-case words joined by hyphens; ``unnamed`` when nothing is left."""
    return "-".join(normal(text).split()) or "unnamed"


@lru_cache(maxsize=1 << 16)
def parts(text: str) -> tuple[str, ...]:
    """The pieces of a cell that lists several people or agencies, split at semicolons and line ends."""
    return tuple(piece.strip() for piece in re.split(r"[;\n]", text) if piece.strip())


def has_phrase(text: str, phrase: str) -> bool:
    """Whether the words of ``phrase`` stand in ``text`` as whole words. Both must be ``normal`` already."""
    return f" {phrase} " in f" {text} "


@cache
def word_list(name: str) -> dict[str, Any]:
    """The data file ``name`` of this package, such as ``sectors.toml``."""
    return tomllib.loads((files("scrgraph.coding") / name).read_text(encoding="utf-8"))
