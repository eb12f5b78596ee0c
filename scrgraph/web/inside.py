"""The folders that the workbench writes in lie in the review folder; one that somebody sent may hold links."""

from __future__ import annotations

from scrgraph.review.errors import ReviewError
from scrgraph.review.folder import ReviewFolder
from scrgraph.review.set_aside import FOLDER as SET_ASIDE

_WRITTEN_IN = (".scrgraph", "pack", "pack-names-out", "names-out", "styles", SET_ASIDE)


def must_stay_inside(folder: ReviewFolder) -> None:
    """Raise ``ReviewError`` where something that is written into a review folder would land somewhere else."""
    root = folder.path.resolve()
    for name in _WRITTEN_IN:
        if not (folder.path / name).resolve().is_relative_to(root):
            raise ReviewError(
                f"{name} in {folder.path} leads to a place outside the review, where nothing is to be written. Take it "
                "away, or put a folder in its place; then open the review again."
            )
