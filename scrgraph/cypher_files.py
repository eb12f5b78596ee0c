"""Where the Cypher files are: beside the packages in a checkout, inside the package in an installed wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def cypher_root() -> Path:
    """The folder that holds ``questions/``, ``schema/`` and ``exercises/``.

    An installed wheel carries it as ``scrgraph/_cypher``; a checkout or an editable install has it as
    ``cypher`` beside the packages. Raises ``FileNotFoundError`` when neither is there.
    """
    for folder in (_PACKAGE / "_cypher", _PACKAGE.parent / "cypher"):
        if (folder / "questions").is_dir():
            return folder
    raise FileNotFoundError(
        "The Cypher questions that come with scrgraph were not found. The installation is not complete: "
        "install scrgraph again, or run it from a full copy of its folder."
    )
