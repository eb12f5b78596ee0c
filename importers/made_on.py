"""The day on which a file was last changed, by what the file itself says."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile

_PROPERTIES = ("docProps/core.xml", "meta.xml")
_CHANGED = re.compile(rb"<(?:dcterms:modified|dc:date)[^>]*>(\d{4}-\d{2}-\d{2})")
_LARGEST = 1_000_000


def made_on(data: bytes) -> dt.date | None:
    """The day a Word, Excel or OpenDocument file says that it was last saved; ``None`` where it does not tell."""
    if not data.startswith(b"PK\x03\x04"):
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in _PROPERTIES:
                if name in archive.namelist() and archive.getinfo(name).file_size <= _LARGEST:
                    with archive.open(name) as part:
                        found = _CHANGED.search(part.read(_LARGEST))
                    return dt.date.fromisoformat(found[1].decode("ascii")) if found else None
    except Exception:
        return None
    return None
