"""Who decides, until the author says another name: whoever is logged in."""

from __future__ import annotations

import getpass


def name_of_user() -> str:
    """The name that the person at this computer is logged in by."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "the author"
