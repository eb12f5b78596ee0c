"""The reviews that come with scrgraph, each under a short name: the demonstration and the training families."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import scrgraph
from scrgraph.pipeline import demo_folder

_FAMILIES = Path(scrgraph.__file__).resolve().parent / "training" / "families"


def bundled_reviews() -> Mapping[str, Path]:
    """The folders of the bundled reviews by name, the demonstration (``demo``) first. All are invented."""
    families = sorted(path.parent for path in _FAMILIES.glob("*/review.toml"))
    return {"demo": demo_folder(), **{folder.name: folder for folder in families}}


def place_of(source: Path | str) -> Path:
    """The folder or file meant by ``source``: what stands there, else the bundled review of that name."""
    path = Path(source)
    if path.exists() or not isinstance(source, str):
        return path
    return bundled_reviews().get(source, path)
