"""What stands on the cheat sheet: chosen labels and relationships of the schema, and the patterns."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from scrgraph.cypher_files import cypher_root
from scrgraph.model.schema import EDGE_BY_NAME, NODE_BY_LABEL

_WORDS = Path(__file__).with_name("sheet.toml")
_KEYWORDS = re.compile(
    r"(?<![\w:.$'])(OPTIONAL MATCH|MATCH|WHERE|WITH|RETURN|ORDER BY|NOT EXISTS|DISTINCT|AND|NOT|AS|DESC|IN)(?!\w)"
)


@dataclass(frozen=True)
class ThingShown:
    """One label: what it means and the properties worth knowing first."""

    label: str
    meaning: str
    properties: tuple[str, ...]


@dataclass(frozen=True)
class JoinShown:
    """One relationship as a pattern, and what it means."""

    pattern: str
    meaning: str


@dataclass(frozen=True)
class Pattern:
    """A query worth keeping: ``name`` of its file, ``says`` what it shows, ``query`` its lines without that comment."""

    name: str
    says: str
    query: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """Everything on the sheet, in its order."""

    title: str
    intro: tuple[str, ...]
    closing: str
    known: tuple[tuple[str, str], ...]
    things: tuple[ThingShown, ...]
    joins: tuple[JoinShown, ...]
    patterns: tuple[Pattern, ...]


def read_sheet() -> Sheet:
    """The sheet, from the schema, the pattern files and the words beside this module.

    Raises ``KeyError`` for a label or relationship the schema does not have, and ``ValueError`` for a property or an
    end that it does not have there.
    """
    words = tomllib.loads(_WORDS.read_text(encoding="utf-8"))
    return Sheet(
        title=words["title"],
        intro=tuple(words["intro"]),
        closing=words["closing"],
        known=tuple((name, meaning) for name, meaning in words["known"]),
        things=tuple(_thing(label, shown) for label, shown in words["things"].items()),
        joins=tuple(_join(name, *ends) for name, ends in words["joins"].items()),
        patterns=patterns(),
    )


def patterns() -> tuple[Pattern, ...]:
    """The queries of ``cypher/patterns/`` in the order of their names.

    Raises ``ValueError`` for one that does not begin with a comment that says what it shows.
    """
    found = []
    for path in sorted((cypher_root() / "patterns").glob("*.cypher")):
        says, *query = path.read_text(encoding="utf-8").rstrip().split("\n")
        if not says.startswith("// "):
            raise ValueError(f"{path.name} begins with a comment that says what it shows")
        found.append(Pattern(path.stem, says.removeprefix("// "), tuple(query)))
    return tuple(found)


def in_parts(line: str) -> Iterator[tuple[str, bool]]:
    """A line of Cypher in pieces, each with whether it is a keyword."""
    end = 0
    for found in _KEYWORDS.finditer(line):
        if found.start() > end:
            yield line[end : found.start()], False
        yield found.group(), True
        end = found.end()
    if end < len(line):
        yield line[end:], False


def _thing(label: str, shown: list[str]) -> ThingShown:
    node = NODE_BY_LABEL[label]
    if strange := set(shown) - node.all_properties:
        raise ValueError(f"{label} has no {', '.join(sorted(strange))}")
    also = f" (also {', '.join(f':{name}' for name in node.also)})" if node.also else ""
    return ThingShown(label, node.meaning + also, tuple(shown))


def _join(name: str, start: str, end: str) -> JoinShown:
    edge = EDGE_BY_NAME[name]
    if (start, end) not in edge.ends:
        raise ValueError(f"{name} does not lead from {start} to {end}")
    return JoinShown(f"(:{start})-[:{name}]->(:{end})", edge.meaning)
