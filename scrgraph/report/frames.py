"""The coding frames as they stand in ``frames.toml``: headings, and what of a review may be put beside each."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Literal

from scrgraph.model.base import Thing

Of = Literal["child", "children", "mother", "men", "adults", "anyone"]
Fact = Literal[
    "", "children", "births", "moves", "deaths", "family size", "mother", "men", "agencies",
]  # fmt: skip


class FrameHeading(Thing):
    """One heading, and what may be put in: findings of questions, entries that tell of topics, contacts, a fact."""

    title: str
    questions: tuple[str, ...] = ()
    information: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    of: Of = "anyone"
    fact: Fact = ""


class Group(Thing):
    """Headings that stand together."""

    title: str
    headings: tuple[FrameHeading, ...]


class Frame(Thing):
    """One coding frame with the source it comes from."""

    title: str
    source: str
    intro: str
    groups: tuple[Group, ...]


@cache
def coding_frames() -> tuple[Frame, ...]:
    """The frames, in the order in which the pack offers them."""
    read = tomllib.loads(Path(__file__).with_name("frames.toml").read_text(encoding="utf-8"))
    return tuple(Frame.model_validate(frame) for frame in read["frames"])
