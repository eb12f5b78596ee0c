"""scrgraph: a graph of families, agencies and information flows for child safeguarding practice reviews."""

from __future__ import annotations

TYPE_CHECKING = False  # read by type checkers as true; the module typing is not read in for it
if TYPE_CHECKING:
    from scrgraph.notebook import open_review as open_review

__all__ = ["__version__", "open_review"]
__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    """``open_review``, read in when it is first asked for, so that ``import scrgraph`` stays quick."""
    if name == "open_review":
        from scrgraph.notebook import open_review

        return open_review
    raise AttributeError(f"module 'scrgraph' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
