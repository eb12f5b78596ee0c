"""Answers that the browser saves as a file, under a name of the workbench's own choosing."""

from __future__ import annotations

import re

from starlette.responses import Response

_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,80}")


def as_download(data: bytes, name: str, media: str) -> Response:
    """``data`` as a file to save, called ``name``: plain letters, digits, dots and hyphens. Raises ``ValueError``."""
    if not _PLAIN.fullmatch(name):
        raise ValueError(f"not a plain name for a file: {name!r}")
    return Response(data, media_type=media, headers={"content-disposition": f'attachment; filename="{name}"'})
