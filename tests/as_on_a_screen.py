"""Imported before everything else: the width of the screen is what each test says, not what the run was started with.

Where several processes share a run, each is started with a width and a height, which would hold for good.
"""

from __future__ import annotations

import os

for _name in ("COLUMNS", "LINES"):
    os.environ.pop(_name, None)
