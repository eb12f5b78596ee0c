"""Reads the files of the training room: TOML checked against a model, and queries as text."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from scrgraph.model.base import Thing
from scrgraph.training.errors import TrainingFileError

T = TypeVar("T", bound=Thing)


def text_of(path: Path) -> str:
    """The text of a UTF-8 file. Raises ``TrainingFileError`` where it is missing, empty or not UTF-8."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise TrainingFileError(path, "the file is missing; every exercise and family needs one") from None
    except UnicodeDecodeError:
        raise TrainingFileError(path, "the file is not UTF-8 text; save it again as UTF-8") from None
    if not text.strip():
        raise TrainingFileError(path, "the file is empty")
    return text


def table_of(path: Path) -> dict[str, Any]:
    """What a TOML file holds. Raises ``TrainingFileError``."""
    try:
        return tomllib.loads(text_of(path))
    except tomllib.TOMLDecodeError as error:
        raise TrainingFileError(path, f"the file is not TOML: {error}") from None


def thing_of(kind: type[T], path: Path, values: dict[str, Any]) -> T:
    """``values`` as a ``kind``. Raises ``TrainingFileError`` with every field that does not fit."""
    try:
        return kind.model_validate(values)
    except ValidationError as error:
        faults = (
            f"{'.'.join(map(str, fault['loc'])) or 'the whole'}: {fault['msg']}" for fault in error.errors()
        )
        raise TrainingFileError(path, "; ".join(faults)) from None
