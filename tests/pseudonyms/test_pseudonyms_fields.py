"""Every string of the models is treated: what no list names is text, and no list names a field that is not there."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import get_type_hints

from scrgraph.model.base import Thing
from scrgraph.model.review import ReviewGraph
from scrgraph.pseudonyms.fields import treatment


def models() -> dict[str, type[Thing]]:
    found: dict[str, type[Thing]] = {}
    waiting: list[type[Thing]] = [ReviewGraph]
    while waiting:
        model = waiting.pop()
        if model.__name__ in found:
            continue
        found[model.__name__] = model
        for hint in get_type_hints(model).values():
            for part in (hint, *getattr(hint, "__args__", ())):
                if isinstance(part, type) and issubclass(part, Thing):
                    waiting.append(part)
        waiting.extend(
            parent for parent in model.__mro__[1:] if issubclass(parent, Thing) and parent is not Thing
        )
    return found


def test_every_field_listed_is_one_of_the_models() -> None:
    data = tomllib.loads((files("scrgraph.pseudonyms") / "fields.toml").read_text(encoding="utf-8"))
    listed = [
        *data["vocabulary"]["fields"],
        *(f for group in ("ids", "named") for fs in data[group].values() for f in fs),
    ]
    known = {f"{name}.{field}" for name, model in models().items() for field in model.model_fields}
    known |= {f"*.{one.partition('.')[2]}" for one in known}
    assert [one for one in listed if one not in known] == []


def test_every_field_that_is_called_an_id_is_treated_as_one() -> None:
    ids = [
        (model, field)
        for model in models().values()
        for field in model.model_fields
        if field.endswith(("_id", "_ids"))
    ]
    assert len(ids) > 40
    assert [(model.__name__, field) for model, field in ids if treatment(model, field).way != "id"] == []


def test_a_new_field_is_text() -> None:
    class Note(Thing):
        words: str

    assert treatment(Note, "words").way == "text"
