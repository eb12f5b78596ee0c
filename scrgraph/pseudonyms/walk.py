"""Goes through a model and every model in it, and gives one with each string and each day changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from enum import Enum
from typing import Any, Protocol, TypeVar

from scrgraph.model.base import Thing
from scrgraph.pseudonyms.fields import LABELLED

AnyThing = TypeVar("AnyThing", bound=Thing)


class Change(Protocol):
    """What is put in place of the values of a model."""

    def string(self, owner: Thing, field: str, value: str) -> str:
        """In place of a string in a field of ``owner``; the keys and the values of a dict are strings of it."""

    def day(self, value: dt.date) -> dt.date:
        """In place of a day."""

    def labelled(self, label: str, value: str) -> str:
        """In place of the id in a pair of label and id."""

    def thing(self, thing: Thing) -> Thing | None:
        """In place of a whole model; ``None`` where its fields are to be gone through."""


def changed(thing: AnyThing, change: Change) -> AnyThing:
    """``thing`` with everything in it changed. Entries of a dict whose keys become the same are numbered."""
    whole = change.thing(thing)
    if whole is not None:
        return whole  # type: ignore[return-value]
    values = {
        field: _changed(getattr(thing, field), thing, field, change) for field in type(thing).model_fields
    }
    return thing.model_copy(update=values)


def strings(thing: Thing) -> Iterator[tuple[Thing, str, str]]:
    """Every string with the model and the field that hold it."""
    for field in type(thing).model_fields:
        yield from _strings(getattr(thing, field), thing, field)


def _changed(value: Any, owner: Thing, field: str, change: Change) -> Any:
    if isinstance(value, Thing):
        return changed(value, change)
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return change.string(owner, field, value) if value else value
    if isinstance(value, dt.date):
        return change.day(value)
    if isinstance(value, tuple):
        if f"{type(owner).__name__}.{field}" == LABELLED:
            return (value[0], change.labelled(*value))
        return tuple(_changed(item, owner, field, change) for item in value)
    if isinstance(value, dict):
        renamed: dict[Any, Any] = {}
        for key, item in value.items():
            new = wanted = _changed(key, owner, field, change)
            number = 2
            while new in renamed:
                new, number = f"{wanted} ({number})", number + 1
            renamed[new] = _changed(item, owner, field, change)
        return renamed
    return value


def _strings(value: Any, owner: Thing, field: str) -> Iterator[tuple[Thing, str, str]]:
    if isinstance(value, Thing):
        yield from strings(value)
    elif isinstance(value, str):
        if value and not isinstance(value, Enum):
            yield owner, field, value
    elif isinstance(value, tuple):
        for item in value:
            yield from _strings(item, owner, field)
    elif isinstance(value, dict):
        for pair in value.items():
            for item in pair:
                yield from _strings(item, owner, field)
