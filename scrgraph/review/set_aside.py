"""Sources taken out of a review, or replaced in it: their bytes are kept in the folder ``set-aside``."""

from __future__ import annotations

import hashlib
from pathlib import Path

from scrgraph.atomic import write_bytes_atomic
from scrgraph.review.errors import ReviewError
from scrgraph.review.folder import Added, Outcome, ReviewFolder
from scrgraph.review.settings_edits import forget_source

FOLDER = "set-aside"


def add_received(
    folder: ReviewFolder, received: Path, *, replace: bool = False, agency: str = ""
) -> tuple[Added, Path | None]:
    """Add one file; where it replaces another version, that version is kept aside, and its place is told.

    Raises ``ReviewError`` as ``ReviewFolder.add`` does; nothing was changed then.
    """
    listed = folder.settings().source(received.name)
    before = folder.source_path(listed.file) if listed else None
    old = before.read_bytes() if before and before.is_file() else None
    kept = None
    if replace and old is not None and old != received.read_bytes():
        kept = _keep(folder, listed.file if listed else received.name, old)
    added = folder.add([received], replace=replace, agency=agency)[0]
    return added, kept if added.outcome is Outcome.REPLACED else None


def take_out(folder: ReviewFolder, file: str) -> Path | None:
    """Take a source out of the review; its bytes are kept aside, and their place is told.

    What was decided about its rows stays in decisions.csv and holds again when the file is added again. Raises
    ``ReviewError`` for a file that review.toml does not list.
    """
    listed = folder.settings().source(file)
    if listed is None:
        raise ReviewError(f"review.toml lists no source '{file}'. Load the page again.")
    path = folder.source_path(listed.file)
    kept = _keep(folder, listed.file, path.read_bytes()) if path.is_file() else None
    forget_source(folder.settings_path, listed.file)
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise ReviewError(
            f"{path} was taken out of review.toml and could not be deleted ({error.strerror}). Close it where it is "
            "open, and delete it by hand."
        ) from error
    return kept


def _keep(folder: ReviewFolder, name: str, data: bytes) -> Path:
    """Put bytes aside under their name with the beginning of their SHA-256, so that no version hides another."""
    given = Path(name)
    aside = folder.path / FOLDER
    path = aside / f"{given.stem}.{hashlib.sha256(data).hexdigest()[:8]}{given.suffix}"
    try:
        aside.mkdir(exist_ok=True)
        write_bytes_atomic(path, data)
    except OSError as error:
        raise ReviewError(f"{path} could not be written ({error.strerror}); nothing was changed.") from error
    return path
