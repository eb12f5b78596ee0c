"""Whether a document that the author chose for its styles can be used, found out before a pack is made with it."""

from __future__ import annotations

from pathlib import Path
from zipfile import BadZipFile, ZipFile

from scrgraph.report.template import open_template
from scrgraph.review.errors import ReviewError

#: Unpacked, the styles of a document are far below these.
_MOST_BYTES, _MOST_PARTS = 100_000_000, 5_000


def check_styles(path: Path) -> None:
    """Raise ``ReviewError``, with what to do, where ``path`` is no Word document or unpacks to more than 100 MB."""
    try:
        with ZipFile(path) as package:
            parts = package.infolist()
    except (BadZipFile, OSError, ValueError, NotImplementedError):
        raise ReviewError(f"{path.name} is not a Word document. Save it in Word as .docx.") from None
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_BYTES:
        raise ReviewError(
            f"{path.name} is larger inside than a document of styles can be. Delete what is written in it, keep the "
            "styles, and save it again."
        )
    try:
        open_template(path)
    except ReviewError:
        raise
    except Exception as reason:
        raise ReviewError(
            f"{path.name} cannot be used for its styles. Open it in Word and save it again as .docx."
        ) from reason
