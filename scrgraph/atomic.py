"""Files written whole or not at all: a crash leaves the old file or the new one, never half of either."""

from __future__ import annotations

import os
import secrets
import shutil
from contextlib import suppress
from pathlib import Path


def write_bytes_atomic(path: Path, data: bytes) -> None:
    """Put ``data`` in ``path``: a temporary file beside it, flushed to disk, then renamed over it.

    The permissions of a file already there are kept. Raises ``OSError`` with ``path`` unchanged and no
    temporary file left behind.
    """
    path = Path(path)
    temporary = path.with_name(f".{path.name[:100]}.{secrets.token_hex(6)}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            shutil.copymode(path, temporary)
        os.replace(temporary, path)  # noqa: PTH105
    except BaseException:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    _flush_folder(path.parent)


def write_text_atomic(path: Path, text: str) -> None:
    """Put ``text`` in ``path`` as UTF-8 without a byte-order mark; line ends stay as they are given."""
    write_bytes_atomic(path, text.encode("utf-8"))


def _flush_folder(folder: Path) -> None:
    """Make the rename itself survive a power cut, where the system lets a folder be flushed."""
    if os.name == "nt":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
