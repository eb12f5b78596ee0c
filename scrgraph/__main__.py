"""Where the command ``scrgraph`` begins, and ``python -m scrgraph``: the whole process is ours to set up."""

from __future__ import annotations

import gc

#: So many more things made than let go of before Python looks for rings among them; its own 700 suits small programs.
_THINGS_MADE = 50_000


def main() -> None:
    """Run the command line, with Python looking seldom for things that hold only each other.

    A review is built up and kept to the end, so nearly every look finds nothing, and each walks through much of the
    graph. What the modules hold is not looked at again, nor, when the command is done, what the review held.
    """
    gc.disable()
    from scrgraph.cli import main as command_line

    gc.freeze()
    gc.set_threshold(_THINGS_MADE)
    gc.enable()
    try:
        command_line()
    finally:
        gc.freeze()


if __name__ == "__main__":
    main()
