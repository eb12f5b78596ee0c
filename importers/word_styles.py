"""Which styles of a Word document are headings and which are lists."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, field

from importers.errors import ImporterError
from importers.word_package import Package, local, new_parser

_HEADING = re.compile(r"heading ?\d*|title|subtitle|caption|toc heading", re.IGNORECASE)
_LIST = re.compile(r"list( bullet| number)?( \d)?", re.IGNORECASE)


@dataclass
class Styles:
    """The names by which paragraphs refer to the styles of headings and lists."""

    headings: set[str] = field(default_factory=set)
    lists: set[str] = field(default_factory=set)


def styles_of(package: Package) -> Styles:
    """Read from the part that holds the styles; empty where there is none that can be read."""
    styles = Styles()
    current = [""]

    def start(tag: str, attributes: dict[str, str]) -> None:
        name = local(tag)
        values = {local(key): value for key, value in attributes.items()}
        value = values.get("val", "")
        if name == "style":
            current[0] = values.get("styleId", "")
        elif name == "name" and _HEADING.fullmatch(value):
            styles.headings.add(current[0])
        elif name == "numId" or (name == "name" and _LIST.fullmatch(value)):
            styles.lists.add(current[0])

    for part in package.related.get("styles", ()):
        with suppress(ImporterError):
            package.parse(part, new_parser(start))
    styles.headings.discard("")
    styles.lists -= {"", *styles.headings}
    return styles
