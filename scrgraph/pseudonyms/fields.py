"""What each string of the review's models is: an id, a word of a closed list, a name in the key, or text."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from scrgraph.model.base import Thing


class Treatment(NamedTuple):
    """``way`` is ``id``, ``vocabulary``, ``named`` or ``text``; ``of`` says of what, such as ``entry``."""

    way: str
    of: str = ""


TEXT = Treatment("text")
_ID = ("_id", "_ids")
#: For the two strings of a pair of label and id, such as ``Deadline.applies_to``.
LABELLED = "Deadline.applies_to"


@cache
def treatment(model: type[Thing], field: str) -> Treatment:
    """How the strings in a field are to be treated; what no list names is text, so that nothing is forgotten.

    Only a field that is called an id counts as one without being listed.
    """
    listed = _listed()
    for parent in model.__mro__:
        if found := listed.get(f"{parent.__name__}.{field}"):
            return found
    if field.endswith(_ID):
        return listed.get(f"*.{field}", Treatment("id", field.rpartition("_")[0].replace("_", "-")))
    return listed.get(f"*.{field}", TEXT)


@cache
def _listed() -> dict[str, Treatment]:
    data = word_data("fields.toml")
    found = {field: Treatment("vocabulary") for field in data["vocabulary"]["fields"]}
    for way, table in (("id", data["ids"]), ("named", data["named"])):
        found |= {field: Treatment(way, of) for of, fields in table.items() for field in fields}
    return found


@cache
def word_data(name: str) -> dict[str, Any]:
    """A data file of this package, such as ``fields.toml``."""
    return tomllib.loads((files("scrgraph.pseudonyms") / name).read_text(encoding="utf-8"))
