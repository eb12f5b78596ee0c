"""What holds the network: pyvis's, loaded without IPython.

pyvis loads IPython for one class, to show a page inside a notebook, which is never asked of it here; that takes as
long as all the rest of the network's picture.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

_PACKAGE, _PART = "IPython", "IPython.display"


@contextmanager
def _without_ipython() -> Iterator[None]:
    """An empty ``IPython.display`` in place of the real one; nothing where that is loaded already, as in a notebook."""
    if _PACKAGE in sys.modules or "pyvis.network" in sys.modules:
        yield
        return
    package, part = ModuleType(_PACKAGE), ModuleType(_PART)
    vars(part)["IFrame"] = None
    sys.modules |= {_PACKAGE: package, _PART: part}
    try:
        yield
    finally:
        for name in (_PACKAGE, _PART):
            sys.modules.pop(name, None)


with _without_ipython():
    from pyvis.network import Network

__all__ = ["Network"]
