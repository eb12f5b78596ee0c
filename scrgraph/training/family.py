"""The training families: invented reviews to practise on, each a review folder with a ``family.toml``."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Annotated

from pydantic import Field, StringConstraints

from scrgraph.model.base import Thing
from scrgraph.training.errors import TrainingError, UnknownExercise
from scrgraph.training.training_file import table_of, thing_of

Words = Annotated[str, StringConstraints(min_length=1)]
_FAMILIES = Path(__file__).resolve().parent / "families"


class Family(Thing):
    """One training family. ``slug`` is its folder's name; ``folder`` is the review to read.

    ``difficulty`` is 1 to 3; ``for_whom`` tells, by group, what is in it for them.
    """

    slug: Words
    folder: Path
    title: Words
    difficulty: Annotated[int, Field(ge=1, le=3)]
    summary: Words
    content_warning: Words
    for_whom: Annotated[dict[str, Words], Field(min_length=1)]


def read_family(folder: Path) -> Family:
    """The family in ``folder``. Raises ``TrainingFileError``."""
    path = folder / "family.toml"
    return thing_of(Family, path, {**table_of(path), "slug": folder.name, "folder": folder})


def load_families(root: Path | None = None) -> tuple[Family, ...]:
    """The families that come with scrgraph, the smallest first. Raises ``TrainingFileError``."""
    found = [read_family(path.parent) for path in sorted((root or _FAMILIES).glob("*/family.toml"))]
    if not found:
        raise TrainingError(
            "The training families that come with scrgraph were not found. Install scrgraph again."
        )
    return tuple(sorted(found, key=lambda family: (family.difficulty, family.slug)))


def family_of(slug: str, families: tuple[Family, ...]) -> Family:
    """The family of this name. Raises ``UnknownExercise``."""
    for family in families:
        if family.slug == slug:
            return family
    known = ", ".join(family.slug for family in families)
    raise UnknownExercise(f"There is no training family '{slug}'. There are: {known}.")


def copy_family(family: Family, to: Path) -> Path:
    """Put a copy of the family's review folder at ``to``, a new or empty folder, where it may be written in.

    Raises ``TrainingError`` where ``to`` holds anything or cannot be made.
    """
    if to.exists() and (not to.is_dir() or any(to.iterdir())):
        raise TrainingError(f"{to} is there already, and was not touched. Give the name of a new folder.")
    try:
        shutil.copytree(
            family.folder, to, ignore=shutil.ignore_patterns(".*", "__pycache__"),
            copy_function=shutil.copyfile, dirs_exist_ok=True,
        )  # fmt: skip
    except (OSError, shutil.Error) as error:
        raise TrainingError(
            f"{family.title} could not be copied to {to} ({error}). Choose another place."
        ) from error
    return to
