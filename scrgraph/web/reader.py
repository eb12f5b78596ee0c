"""The process that reads a review: it hands over the reading, writes the pages, and then answers questions."""

from __future__ import annotations

import gc
from pathlib import Path

from scrgraph.coding.free_text.encoder.heard import MEMORY
from scrgraph.review.folder import ReviewFolder
from scrgraph.store.embedded import EmbeddedStore
from scrgraph.web.reading import read_folder
from scrgraph.web.worker import Inside

#: The names under which the reader hands over.
READ, PAGES, HEARD = "read", "pages", "heard"
#: How rarely Python looks for waste in the reader: reading a large review makes millions of objects, and all stay.
_SELDOM = (100_000, 20, 20)


def read_and_answer(inside: Inside, path: Path, heard: bytes) -> None:
    """Read the folder, hand over its ``Reading``, write the pages into its derived folder, then answer what is asked.

    ``heard`` is what the encoder made of rows in the reading before, packed; what it made of them now is handed over.

    Questions are functions of ``(store, reading, ...)``. Of the pages, the places of those written now are handed over:
    whatever else lies in the derived folder may have come with a folder that somebody sent.
    """
    gc.set_threshold(*_SELDOM)
    folder = ReviewFolder.open(path)
    MEMORY.begin(heard)
    with EmbeddedStore() as store:
        reading, answered = read_folder(folder, store, inside.progress)
        gc.freeze()
        inside.hand_over(READ, reading)
        inside.hand_over(HEARD, MEMORY.packed)
        before = _pages(folder.derived_path)
        if answered:
            from scrgraph.output import write_review  # slow to load, and the reading should not wait for it

            inside.progress("Drawing the pictures", 0, 1)
            write_review(answered, store, folder.derived_path, folder.decisions()[0])
            inside.progress("Drawing the pictures", 1, 1)
        after = _pages(folder.derived_path)
        inside.hand_over(PAGES, frozenset(place for place in after if after[place] != before.get(place)))
        inside.answer(store, reading)


def _pages(derived: Path) -> dict[str, tuple[int, int]]:
    """The pages that lie in a folder, each with what differs once it is written anew."""
    told = {path.relative_to(derived).as_posix(): path.stat() for path in derived.rglob("*.html")}
    return {place: (one.st_ino, one.st_mtime_ns) for place, one in told.items()}
