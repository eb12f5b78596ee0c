"""pyvis holds the network, and IPython is not loaded for it."""

from __future__ import annotations

import subprocess
import sys

import pytest

_TELL = """
import sys
{before}
from visualisations.network.held import Network
print(Network.__module__, "IPython" in sys.modules, "IPython.display" in sys.modules)
"""


@pytest.mark.parametrize(
    ("before", "told"),
    [
        ("", "pyvis.network False False"),
        ("import IPython.display", "pyvis.network True True"),
    ],
)
def test_ipython_is_there_only_where_somebody_else_loaded_it(before: str, told: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _TELL.format(before=before)], capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout.strip() == told
