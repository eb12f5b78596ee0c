"""Checks a query against ``model/schema.py``: its labels, types, properties, ends, columns and parameters."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from scrgraph.model.schema import EDGE_BY_NAME, LABELS, NODE_BY_LABEL, NODES
from scrgraph.questions.dialect import Problem, dialect_problems
from scrgraph.questions.lexer import Kind, LexError, Token, tokens
from scrgraph.questions.patterns import Chain, Part, Patterns, patterns
from scrgraph.questions.registry import Question
from scrgraph.store.base import QueryRefused
from scrgraph.store.refusal import refuse_unless_read

_BY_ANY_LABEL = {**NODE_BY_LABEL, **{extra: node for node in NODES for extra in node.also}}
_KEYS = frozenset(node.key for node in NODES)
_ALL_PROPERTIES = frozenset(
    name
    for properties in (
        *(node.all_properties for node in NODE_BY_LABEL.values()),
        *(edge.all_properties for edge in EDGE_BY_NAME.values()),
    )
    for name in properties
    if name != "title"  # set on a review only, and made up by the embedded store elsewhere
)
_PARTS_OF_A_DAY = frozenset({"year", "month", "day", "week", "quarter", "dayOfWeek", "ordinalDay", "days"})


def check_query(query: str, *, ordered: bool = True) -> list[Problem]:
    """What in ``query`` breaks the dialect or is not in the schema, in the order of its lines."""
    try:
        found = tokens(query)
    except LexError as error:
        return [Problem(error.line, str(error))]
    read = patterns(found)
    problems = [
        *_write_problems(query),
        *dialect_problems(found, ordered=ordered),
        *_name_problems(read),
        *_property_problems(found, read),
        *_map_problems(read),
        *_end_problems(read),
        *_whole_node_problems(found, read),
    ]
    return sorted(dict.fromkeys(problems), key=lambda problem: problem.line)


def check_question(question: Question) -> list[str]:
    """What is wrong with the queries of a question, each with its file; empty when all is well."""
    said: list[str] = []
    used: set[str] = set()
    for path, query in question.queries():
        whole = path == question.path
        ordered = whole or query == question.picture
        said.extend(f"{path}, {problem}" for problem in check_query(query, ordered=ordered))
        names = parameters_used(query)
        used |= names
        if "review_id" not in names:
            said.append(f"{path}: keep to one review with review_id = $review_id")
        for name in sorted(names - {"review_id"} - set(question.header.parameters)):
            said.append(f"{path}: ${name} is not declared in the header")
        if whole and returned_columns(query) != tuple(question.header.columns):
            said.append(
                f"{path}: the header declares {', '.join(question.header.columns)}; "
                f"RETURN gives {', '.join(returned_columns(query))}"
            )
    unused = sorted(set(question.header.parameters) - used)
    said.extend(f"{question.path}: the header declares ${name}, which no query uses" for name in unused)
    return said


def parameters_used(query: str) -> frozenset[str]:
    """The names of the ``$`` parameters of a query."""
    return frozenset(token.text for token in tokens(query) if token.kind is Kind.PARAMETER)


def returned_columns(query: str) -> tuple[str, ...]:
    """The names of the columns that the last ``RETURN`` of a query gives, in order."""
    return tuple(
        "".join(token.text for token in item) if len(item) < 2 or not item[-2].says("AS") else item[-1].text
        for item in _returned_items(tokens(query))
    )


def _returned_items(found: Sequence[Token]) -> list[list[Token]]:
    start = max((i for i, token in enumerate(found) if token.says("RETURN")), default=len(found))
    items: list[list[Token]] = [[]]
    depth = 0
    for token in found[start + 1 :]:
        if depth == 0 and token.says("ORDER", "SKIP", "LIMIT", "UNION"):
            break
        if depth == 0 and token.marks(","):
            items.append([])
            continue
        depth += token.marks("(", "[", "{")
        depth -= token.marks(")", "]", "}")
        if not (depth == 0 and not items[-1] and token.says("DISTINCT")):
            items[-1].append(token)
    return [item for item in items if item]


def _write_problems(query: str) -> Iterator[Problem]:
    try:
        refuse_unless_read(query)
    except QueryRefused as error:
        yield Problem(0, str(error))


def _name_problems(read: Patterns) -> Iterator[Problem]:
    for label, line in read.labels:
        if label not in LABELS:
            yield Problem(line, f"the graph has no label {label}")
    for name, line in read.types:
        if name not in EDGE_BY_NAME:
            yield Problem(line, f"the graph has no relationship {name}")


def _property_problems(found: Sequence[Token], read: Patterns) -> Iterator[Problem]:
    map_keys = {a.text for a, b in pairwise(found) if a.names and b.marks(":")}
    for place, token in enumerate(found):
        if not token.names or place < 2 or not found[place - 1].marks("."):
            continue
        if place + 1 < len(found) and found[place + 1].marks("("):
            continue  # a function with a namespace, such as duration.inDays(…)
        owner, of_part = found[place - 2], place >= 3 and found[place - 3].marks(".")
        if not owner.names or of_part:
            if token.text not in _PARTS_OF_A_DAY | map_keys | _ALL_PROPERTIES:
                yield Problem(token.line, f"nothing in the graph has a property {token.text}")
            continue
        known = _properties_of(owner.text, read)
        if known is not None and token.text not in known:
            kinds = " or ".join(sorted(read.node_labels[owner.text] | read.edge_types[owner.text]))
            yield Problem(token.line, f"{owner.text}.{token.text}: {kinds} has no property {token.text}")
        elif known is None and token.text not in _ALL_PROPERTIES | map_keys | _PARTS_OF_A_DAY:
            yield Problem(token.line, f"{owner.text}.{token.text}: nothing has a property {token.text}")


def _properties_of(variable: str, read: Patterns) -> frozenset[str] | None:
    """The properties a variable may have; ``None`` where its labels are not known from the query."""
    labels, types = read.node_labels.get(variable), read.edge_types.get(variable)
    if not labels and not types:
        return None
    nodes = [_BY_ANY_LABEL[label].all_properties for label in labels or () if label in _BY_ANY_LABEL]
    edges = [EDGE_BY_NAME[name].all_properties for name in types or () if name in EDGE_BY_NAME]
    return frozenset().union(*nodes, *edges) if nodes or edges else None


def _map_problems(read: Patterns) -> Iterator[Problem]:
    for chain in read.chains:
        for part in (*chain.nodes, *chain.relationships):
            for key in part.map_keys:
                if key not in _KEYS | {"edge_id"}:
                    yield Problem(part.line, f"an inline map holds only a key; put {key} in WHERE")


def _end_problems(read: Patterns) -> Iterator[Problem]:
    for chain in read.chains:
        for place, edge in enumerate(chain.relationships):
            known = [EDGE_BY_NAME[name] for name in edge.labels if name in EDGE_BY_NAME]
            if not known or len(known) < len(edge.labels) or edge.ranged:
                continue
            left, right = (_labels_of(part, read) for part in _ends(chain, place))
            ends = {pair for kind in known for pair in kind.ends}
            if edge.direction == "back":
                ends = {(end, start) for start, end in ends}
            elif edge.direction == "either":
                ends |= {(end, start) for start, end in ends}
            if not any(_may_be(start, left) and _may_be(end, right) for start, end in ends):
                names = "|".join(edge.labels)
                yield Problem(
                    edge.line,
                    f"{names} does not join {_said(left)} {_ARROWS[edge.direction]} {_said(right)}",
                )


_ARROWS = {"back": "<-", "forward": "->", "either": "and"}


def _ends(chain: Chain, place: int) -> tuple[Part, Part]:
    return chain.nodes[place], chain.nodes[place + 1]


def _labels_of(part: Part, read: Patterns) -> frozenset[str]:
    """The first labels a node may have, such as ``Person`` for ``Child``; empty where not known."""
    labels = set(part.labels) or read.node_labels.get(part.variable, set())
    return frozenset(_BY_ANY_LABEL[label].label for label in labels if label in _BY_ANY_LABEL)


def _may_be(label: str, labels: Collection[str]) -> bool:
    return not labels or label in labels


def _said(labels: Collection[str]) -> str:
    return " or ".join(sorted(labels)) or "anything"


def _whole_node_problems(found: Sequence[Token], read: Patterns) -> Iterator[Problem]:
    renamed = {b.text for a, b in pairwise(found) if a.says("AS")}
    for item in _returned_items(found):
        if len(item) > 1 and not (len(item) == 3 and item[1].says("AS")):
            continue
        name = item[0].text
        bound = name in read.node_labels or name in read.edge_types
        if item[0].names and bound and name not in renamed:
            yield Problem(item[0].line, f"return named values of {name}, not {name} itself")
