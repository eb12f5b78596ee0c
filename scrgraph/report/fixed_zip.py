"""Word and Excel files whose bytes depend on their content alone: no time of day and no machine in them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_NO_TIME = (1980, 1, 1, 0, 0, 0)


def with_fixed_times(data: bytes, instead: Mapping[str, bytes] | None = None) -> bytes:
    """The same package with one time for all its parts, in the order they had; ``instead`` replaces parts."""
    changed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as package,
        zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as fixed,
    ):
        for part in package.infolist():
            info = zipfile.ZipInfo(part.filename, _NO_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            fixed.writestr(info, (instead or {}).get(part.filename) or package.read(part))
    return changed.getvalue()
