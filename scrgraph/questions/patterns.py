"""Finds the node and relationship patterns of a query, and which labels or types each variable has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from scrgraph.questions.lexer import Kind, Token

_BEFORE_A_PATTERN = (
    "MATCH", "WHERE", "AND", "OR", "XOR", "NOT", "WHEN", "THEN", "ELSE", "RETURN", "IN", "MERGE", "CREATE",
)  # fmt: skip


@dataclass(frozen=True)
class Part:
    """A node or relationship pattern: its variable, its labels or types, and the keys of its inline map."""

    line: int
    variable: str = ""
    labels: tuple[str, ...] = ()
    map_keys: tuple[str, ...] = ()
    direction: str = ""
    ranged: bool = False


@dataclass(frozen=True)
class Chain:
    """A path pattern: nodes and the relationships between them, one fewer than the nodes."""

    nodes: tuple[Part, ...]
    relationships: tuple[Part, ...]


@dataclass
class Patterns:
    """Every path pattern and label test of a query, and what is known of its variables."""

    chains: list[Chain] = field(default_factory=list)
    tests: list[Part] = field(default_factory=list)
    node_labels: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    edge_types: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    @property
    def labels(self) -> Iterator[tuple[str, int]]:
        """Every label used, with its line."""
        tests = (test for test in self.tests if test.variable not in self.edge_types)
        for part in (*(node for chain in self.chains for node in chain.nodes), *tests):
            yield from ((label, part.line) for label in part.labels)

    @property
    def types(self) -> Iterator[tuple[str, int]]:
        """Every relationship type used, with its line."""
        tests = (test for test in self.tests if test.variable in self.edge_types)
        for part in (*(edge for chain in self.chains for edge in chain.relationships), *tests):
            yield from ((name, part.line) for name in part.labels)


class _Reader:
    """Reads patterns from the tokens; every ``read`` gives the part and where it ends, or ``None``."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens

    def at(self, place: int, *symbols: str) -> bool:
        return place < len(self.tokens) and self.tokens[place].marks(*symbols)

    def body(self, place: int, closing: str) -> tuple[Part, int] | None:
        """What stands between the brackets of a pattern, from the token after the opening one."""
        start, variable, ranged = place, "", False
        labels: list[str] = []
        if place < len(self.tokens) and self.tokens[place].names and not self.tokens[place].says("WHERE"):
            variable, place = self.tokens[place].text, place + 1
        if self.at(place, ":"):
            labels, place = self.label_expression(place + 1, (":", "|", "&", "!"))
        if self.at(place, "*"):
            ranged, place = True, place + 1
            while place < len(self.tokens) and (
                self.tokens[place].kind is Kind.NUMBER or self.at(place, "..", ".")
            ):
                place += 1
        keys, place = self.map_keys(place)
        if place < len(self.tokens) and self.tokens[place].says("WHERE") and (variable or labels):
            place = self.skip_to(place, closing)
        if not self.at(place, closing):
            return None
        part = Part(self.tokens[start].line, variable, tuple(labels), tuple(keys), ranged=ranged)
        return part, place + 1

    def label_expression(self, place: int, joins: tuple[str, ...]) -> tuple[list[str], int]:
        """The names of a label expression, joined by ``joins``, and where it ends."""
        labels: list[str] = []
        while place < len(self.tokens):
            if self.tokens[place].names and not self.tokens[place - 1].names:
                labels.append(self.tokens[place].text)
            elif not self.at(place, *joins):
                break
            place += 1
        return labels, place

    def map_keys(self, place: int) -> tuple[list[str], int]:
        if not self.at(place, "{"):
            return [], place
        end = self.skip_to(place + 1, "}")
        keys = [
            self.tokens[i].text
            for i in range(place + 1, end)
            if self.at(i + 1, ":") and self.at(i - 1, "{", ",") and self.tokens[i].names
        ]
        return keys, end + 1

    def skip_to(self, place: int, closing: str) -> int:
        """The place of the bracket that closes the one already open at ``place``."""
        depth = 0
        while place < len(self.tokens):
            if depth == 0 and self.at(place, closing):
                return place
            if self.at(place, "(", "[", "{"):
                depth += 1
            elif self.at(place, ")", "]", "}"):
                depth -= 1
            place += 1
        return place

    def node(self, place: int) -> tuple[Part, int] | None:
        return self.body(place + 1, ")") if self.at(place, "(") else None

    def relationship(self, place: int) -> tuple[Part, int] | None:
        if not self.at(place, "-", "<-"):
            return None
        line, backward = self.tokens[place].line, self.at(place, "<-")
        part, place = Part(line), place + 1
        if self.at(place, "["):
            inside = self.body(place + 1, "]")
            if inside is None:
                return None
            part, place = inside
        if not self.at(place, "-", "->"):
            return None
        direction = "back" if backward else "forward" if self.at(place, "->") else "either"
        part = Part(line, part.variable, part.labels, part.map_keys, direction, part.ranged)
        return part, place + 1

    def chain(self, place: int) -> tuple[Chain, int] | None:
        """A path from ``place`` on. A lone node is one too, such as ``(b:Baton)``, or ``(n)`` in a call."""
        first = self.node(place)
        if first is None:
            return None
        nodes, relationships, end = [first[0]], [], first[1]
        while (edge := self.relationship(end)) and (node := self.node(edge[1])):
            relationships.append(edge[0])
            nodes.append(node[0])
            end = node[1]
        return Chain(tuple(nodes), tuple(relationships)), end


def patterns(tokens: Sequence[Token]) -> Patterns:
    """Every pattern of the query. A variable renamed with ``AS`` keeps what is known of it."""
    reader, found = _Reader(tokens), Patterns()
    place = 0
    while place < len(tokens):
        read = None if _is_call(tokens, place) else reader.chain(place)
        if read and (len(read[0].nodes) > 1 or read[0].nodes[0].labels or read[0].nodes[0].map_keys):
            _note(read[0], found)
            place = read[1]
            continue
        if _is_label_test(tokens, place):
            labels, end = reader.label_expression(place + 2, (":", "&"))
            found.tests.append(Part(tokens[place].line, tokens[place].text, tuple(labels)))
            place = end
            continue
        place += 1
    _follow_renames(tokens, found)
    return found


def _note(chain: Chain, found: Patterns) -> None:
    found.chains.append(chain)
    for node in chain.nodes:
        if node.variable:
            found.node_labels[node.variable].update(node.labels)
    for edge in chain.relationships:
        if edge.variable and not edge.ranged:
            found.edge_types[edge.variable].update(edge.labels)


def _is_call(tokens: Sequence[Token], place: int) -> bool:
    """Whether the bracket here holds what a function is given, as in ``collect({day: d})``."""
    return place > 0 and tokens[place - 1].names and not tokens[place - 1].says(*_BEFORE_A_PATTERN)


def _is_label_test(tokens: Sequence[Token], place: int) -> bool:
    """Whether ``n:Child`` stands here as a condition, and not as a key of a map."""
    if place + 2 >= len(tokens) or not tokens[place].names or not tokens[place + 1].marks(":"):
        return False
    return tokens[place + 2].names and not (place and tokens[place - 1].marks("{", ",", "."))


def _follow_renames(tokens: Sequence[Token], found: Patterns) -> None:
    for before, old, word, new in zip(tokens, tokens[1:], tokens[2:], tokens[3:], strict=False):
        if word.says("AS") and old.names and new.names and (before.says("WITH") or before.marks(",")):
            for known in (found.node_labels, found.edge_types):
                if old.text in known:
                    known[new.text].update(known[old.text])
