"""The word lists that stand beside the reading of free text."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def word_data(name: str) -> dict[str, Any]:
    """The data file ``name`` of this package, such as ``passing.toml``."""
    return tomllib.loads((files("scrgraph.coding.free_text") / name).read_text(encoding="utf-8"))
