"""Names: short ids made from titles, names compared as people mean them, and file names that are safe."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable

_RESERVED = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))]
)
_REFUSED_CHARACTERS = '/\\:*?"<>|'


def slug(text: str, otherwise: str = "review") -> str:
    """``text`` as a short id of small letters, digits and hyphens; ``otherwise`` when nothing is left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:80].strip("-") or otherwise


def key(name: str) -> str:
    """``name`` for comparing as people do: without regard to case, spaces, punctuation or accent encoding."""
    plain = unicodedata.normalize("NFC", name).casefold().replace("&", " and ")
    return " ".join(re.sub(r"[^\w]+", " ", re.sub(r"['’‘`]", "", plain)).split())


def file_key(name: str) -> str:
    """A file name for comparing: Windows and macOS take ``Police.csv`` and ``police.csv`` for one file."""
    return unicodedata.normalize("NFC", name).casefold()


def nearest(word: str, known: Iterable[str]) -> str:
    """A hint for an error message: ``" Did you mean 'mother'?"``, or nothing when no known word is near."""
    close = difflib.get_close_matches(word, sorted(known), n=1)
    return f" Did you mean '{close[0]}'?" if close else ""


def fault_of_file_name(name: str) -> str:
    """Why ``name`` cannot be a file of ``sources/``, in words; empty when it can.

    A plain name only: no folder, no drive, nothing that Windows, macOS or Linux could not hold.
    """
    if not name.strip() or name in (".", ".."):
        return "it is not the name of a file"
    found = next((character for character in name if character in _REFUSED_CHARACTERS), "")
    if found:
        return (
            f"it contains {found!r}. Give the name only, without a folder, a drive or {_REFUSED_CHARACTERS}"
        )
    if any(ord(character) < 32 for character in name):
        return "it contains a character that cannot be printed"
    if name.startswith("."):
        return "it begins with a full stop, which hides the file on some systems"
    if name != name.rstrip(" ."):
        return "it ends with a space or a full stop, which Windows cannot hold"
    if name.split(".")[0].casefold() in _RESERVED:
        return "Windows keeps that name for itself"
    return ""
