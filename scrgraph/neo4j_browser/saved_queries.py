"""The saved queries: an archive that Neo4j Browser takes when it is dropped on its window.

Each ``.cypher`` file in it becomes a favourite named by its first line, in the folder it stands in.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from scrgraph.cypher_files import cypher_root

_NO_TIME = (1980, 1, 1, 0, 0, 0)
_FOLDERS = {
    "browser/start": "scrgraph 1 start",
    "browser/pictures": "scrgraph 2 pictures",
    "patterns": "scrgraph 3 patterns",
}


def saved_queries() -> Mapping[str, str]:
    """Every favourite by its place in the archive: first what to set, then pictures, then the patterns."""
    found = {}
    for folder, name in _FOLDERS.items():
        for path in sorted((cypher_root() / folder).glob("*.cypher")):
            found[f"{name}/{path.name}"] = _text(path)
    return found


def archive() -> bytes:
    """The archive, the same bytes for the same queries on every machine."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as package:
        for place, text in saved_queries().items():
            info = zipfile.ZipInfo(place, _NO_TIME)
            info.create_system = 0
            package.writestr(info, text.encode("utf-8"))
    return made.getvalue()


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")
