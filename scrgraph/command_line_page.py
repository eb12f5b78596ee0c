"""The page of the command line, made from the functions behind the commands and what they say of themselves."""

from __future__ import annotations

import enum
import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

import typer
from typer.models import ArgumentInfo, OptionInfo, ParameterInfo

from scrgraph.cli import app

_BEGINNING = """\
# The command line

Made from the commands themselves by `python -m scrgraph.reference`. Each says the same with `--help`. A command
ends with status 0 when it is finished, and with 2 and one plain message when what it was given cannot be used.
"""


@dataclass(frozen=True)
class _Given:
    """One thing a command is given: its function's name for it, its kind of value, its default and its words."""

    name: str
    kind: Any
    default: Any
    told: ParameterInfo

    @property
    def shown_as(self) -> str:
        """An argument as its place-holder, an option as it is typed: ``--on DATE``."""
        if isinstance(self.told, ArgumentInfo):
            return str(self.told.metavar or self.name.upper())
        names = ", ".join(self.told.param_decls or [f"--{self.name.strip('_').replace('_', '-')}"])
        return names if self.kind is bool else f"{names} {self.told.metavar or _kind_in_words(self.kind)}"

    @property
    def words(self) -> str:
        """What it is for, and what holds where it is not given."""
        said = []
        if isinstance(self.told, OptionInfo) and self.default is inspect.Parameter.empty:
            said.append("must be given")
        if self.kind is not bool and self.default not in (None, "", inspect.Parameter.empty):
            said.append(f"`{getattr(self.default, 'value', self.default)}` unless given")
        if self.told.envvar:
            said.append(f"from `{self.told.envvar}` unless given")
        words = " ".join((self.told.help or "").split()).replace("|", "\\|")
        return f"{words} ({'; '.join(said)})" if said else words


def command_line_page() -> str:
    """Every command with its arguments and options, as Markdown."""
    parts = [_BEGINNING]
    for words, function, purpose in _commands("scrgraph", app):
        parts += [f"## `{words}`", "", *_said(words, function, purpose), ""]
    return "\n".join(parts).rstrip() + "\n"


def _commands(words: str, group: typer.Typer) -> Iterator[tuple[str, Callable[..., Any], str]]:
    """Every command with the words that call it and what it is for, in the order they are listed."""
    for command in group.registered_commands:
        if command.callback is not None and not command.hidden:
            name = command.name or command.callback.__name__.replace("_", "-")
            yield f"{words} {name}", command.callback, inspect.getdoc(command.callback) or ""
    for below in group.registered_groups:
        if below.typer_instance is not None:
            name = str(below.name or below.typer_instance.info.name)
            alone = below.typer_instance.registered_callback
            if alone is not None and alone.callback is not None and alone.invoke_without_command is True:
                purpose = inspect.getdoc(alone.callback) or below.typer_instance.info.help
                yield f"{words} {name}", alone.callback, str(purpose or "")
            yield from _commands(f"{words} {name}", below.typer_instance)


def _said(words: str, function: Callable[..., Any], purpose: str) -> Iterator[str]:
    given = list(_given(function))
    arguments = [one for one in given if isinstance(one.told, ArgumentInfo)]
    options = [one for one in given if isinstance(one.told, OptionInfo)]
    usage = (words, *(["[OPTIONS]"] if options else []), *(one.shown_as for one in arguments))
    yield from ("```", " ".join(usage), "```", "", " ".join(purpose.split()))
    if arguments:
        yield from ("", "| argument | what it is |", "|---|---|")
        yield from (f"| `{one.shown_as}` | {one.words} |" for one in arguments)
    if options:
        yield from ("", "| option | what it does |", "|---|---|")
        yield from (f"| `{one.shown_as}` | {one.words} |" for one in options)


def _given(function: Callable[..., Any]) -> Iterator[_Given]:
    hints = get_type_hints(function, include_extras=True)
    for name, parameter in inspect.signature(function).parameters.items():
        kind, *notes = get_args(hints[name]) if hasattr(hints[name], "__metadata__") else (hints[name],)
        told = next((note for note in notes if isinstance(note, ParameterInfo)), None)
        if told is not None and not told.hidden:
            yield _Given(name, _without_none(kind), parameter.default, told)


def _without_none(kind: Any) -> Any:
    """``Path`` of ``Path | None``; the kind of one value of ``list[str]``."""
    kinds = [one for one in get_args(kind) if one is not type(None)]
    if get_origin(kind) is list or (len(kinds) == 1 and type(None) in get_args(kind)):
        return _without_none(kinds[0])
    return kind


def _kind_in_words(kind: Any) -> str:
    if inspect.isclass(kind) and issubclass(kind, enum.Enum):
        return " or ".join(str(one.value) for one in kind)
    return {int: "NUMBER", float: "NUMBER", Path: "PATH"}.get(kind, "TEXT")
