"""Finds the header in the text of a question file, and turns what is wrong with it into a line and words."""

from __future__ import annotations

from collections.abc import Hashable
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from scrgraph.questions.errors import QuestionError
from scrgraph.questions.header import Header

_RULE = "// ---"
#: The C reader where the installed PyYAML has it; it reads the same, ten times as fast.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FIRST_LINE = 2  # the line after the opening rule

_PLAIN = {
    "missing": "this line is missing from the header",
    "extra_forbidden": "a header has no such line; check its spelling",
    "string_type": "this must be words; put them in quotes",
    "int_type": "this must be a whole number",
    "dict_type": "this must be a list of 'name: value' pairs",
    "tuple_type": "this must be a list, such as [first, second]",
}


@lru_cache(maxsize=1 << 8)
def read_header(text: str, path: Path) -> Header:
    """The header of a question file; the same text is read once.

    Raises ``QuestionError`` naming the file and the line to change.
    """
    block = _block(text, path)
    lines: dict[tuple[str, ...], int] = {}
    try:
        node, fields = _parsed(block)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = _FIRST_LINE + mark.line if mark else None
        raise QuestionError(path, line, f"the header cannot be read as YAML: {error.problem}") from error
    if not isinstance(fields, dict) or node is None:
        raise QuestionError(path, 1, "the header has no 'name: value' lines")
    _note_lines(node, (), lines, path)
    try:
        return Header.model_validate(fields)
    except ValidationError as error:
        first = min(error.errors(), key=lambda fault: fault["type"] != "extra_forbidden")
        raise _in_words(first, lines, path) from error


def _parsed(block: str) -> tuple[yaml.Node | None, Any]:
    """The nodes of a block, for their lines, and its values; read once, as fifty files are at every start."""
    loader = _LOADER(block)
    try:
        node = loader.get_single_node()
        return node, None if node is None else loader.construct_document(node)
    finally:
        loader.dispose()


def _block(text: str, path: Path) -> str:
    rows = text.splitlines()
    if not rows or rows[0].rstrip() != _RULE:
        raise QuestionError(path, 1, f"a question starts with its header, between two lines '{_RULE}'")
    block: list[str] = []
    for number, row in enumerate(rows[1:], start=_FIRST_LINE):
        if row.rstrip() == _RULE:
            return "\n".join(block) + "\n"
        if row.rstrip() != "//" and not row.startswith("// "):
            raise QuestionError(
                path, number, f"every line of the header starts with '// ', up to a closing '{_RULE}'"
            )
        block.append(row[3:])
    raise QuestionError(path, len(rows), f"the header has no closing line '{_RULE}'")


def _note_lines(node: yaml.Node, at: tuple[str, ...], lines: dict[tuple[str, ...], int], path: Path) -> None:
    """Remember the line of every key, and refuse a key given twice, which YAML would pass over in silence."""
    if not isinstance(node, yaml.MappingNode):
        return
    for key, value in node.value:
        name, line = (*at, str(key.value)), _FIRST_LINE + key.start_mark.line
        if name in lines:
            raise QuestionError(path, line, f"'{key.value}' is given twice; first on line {lines[name]}")
        if key.tag != "tag:yaml.org,2002:str":
            raise QuestionError(
                path, line, f"YAML does not read '{key.value}' as a word; put it in quotes or use another"
            )
        lines[name] = line
        _note_lines(value, name, lines, path)


def _in_words(error: ErrorDetails, lines: dict[tuple[str, ...], int], path: Path) -> QuestionError:
    where: tuple[Hashable, ...] = error["loc"]
    names = tuple("from" if part == "from_" else str(part) for part in where)
    line = next((lines[names[:n]] for n in range(len(names), 0, -1) if names[:n] in lines), 1)
    message = _PLAIN.get(error["type"], error["msg"]).removeprefix("Value error, ")
    if error["type"] in ("string_pattern_mismatch", "enum", "literal_error"):
        message = f"'{error['input']}' does not fit: {message}"
    shown = [name for name in names if name not in ("[key]", "constrained-str")]
    return QuestionError(path, line, f"{'.'.join(shown)}: {message}" if shown else message)
