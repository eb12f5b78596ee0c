"""Numbers and names as a sentence takes them."""

from __future__ import annotations

from collections.abc import Sequence


def several(number: int, one: str, many: str = "") -> str:
    """A number with its noun: ``1 baton``, ``2,000 rows``; ``many`` where it is not ``one`` with an s."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(words: Sequence[str]) -> str:
    """``A``, ``A and B`` or ``A, B and C``; empty for none."""
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)
