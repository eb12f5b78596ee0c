"""A small review with several doubts, some of its words hostile, for tests of the screens that settle them."""

from __future__ import annotations

from pathlib import Path

from scrgraph.review.folder import ReviewFolder

HOSTILE = '<img src=x onerror="window.PWNED=1"><script>window.PWNED=1</script>'
_HEAD = "Date,Agency,Person,Details\n"
_POLICE = _HEAD + (
    "1/3/2017,Fenwick Police,T Hale; Wren,Attended the address after a call from a neighbour. Shouting heard.\n"
    f'2/3/2017,Fenwick Police,Tess Hale,"{HOSTILE.replace(chr(34), chr(34) * 2)} Items noted in the hall"\n'
    "5/3/2017,Fenwick Police,Tess Hale; Dane <b>Orr</b>,Matter considered at length by the desk that evening\n"
)
_HOUSING = _HEAD + (
    "3/3/2017,Fenwick Housing,Ms Hale,The gate was painted green and the path swept by a neighbour\n"
    "4/3/2017,Fenwick Housing,Ms Hale; Wren,Visit. Wren seen and spoken to alone\n"
)


def doubtful_review(folder: Path) -> ReviewFolder:
    """The review in a new folder: a mother written three ways, and rows of which it is not told what they are."""
    made = ReviewFolder.create(folder, "A doubtful review")
    for name, text in (("police.csv", _POLICE), ("housing.csv", _HOUSING)):
        (folder.parent / name).write_text(text, encoding="utf-8")
        made.add([folder.parent / name])
    return made
