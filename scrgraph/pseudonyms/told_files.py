"""Days of a child's clock told as ages where a copy leaves the program: in pictures, pages and tables."""

from __future__ import annotations

import re
from pathlib import Path

from scrgraph.atomic import write_text_atomic
from scrgraph.model.partial_date import MONTHS
from scrgraph.pseudonyms.child_clock import BIRTH, in_ages, iso_in_ages

_SHORT = tuple(name[:3] for name in MONTHS)
_LABEL = re.compile(r"(?<=>)([^<>]{1,40})(?=</(?:text|tspan|title)>)")
_TICK = re.compile(rf"(?:(\d{{1,2}}) )?({'|'.join(_SHORT)})")
_ATTRIBUTE = re.compile(r'(?<= )((?:aria-label|data-words)=")([^"]*)')
_DAY_ALONE = re.compile(rf" \d{{1,2}} (?:{'|'.join(MONTHS)})$")
_YEARS = re.compile(r"(?<![\w,.£])(2[5-9]\d\d|3[0-4]\d\d)(?:[–-](\d\d(?:\d\d)?))?(?![\w.])")
_BRACKETED = re.compile(r"\((?=[23])((?:2[5-9]|3[0-4])\d\d)[\d–-]*?((?:2[5-9]|3[0-4])\d\d|–)?\)")
_PARTNERSHIP = re.compile(r"((?:2[5-9]|3[0-4])\d\d)(?:–\d\d)?–(?:((?:2[5-9]|3[0-4])\d\d)(?:–\d\d)?)?(\??)")
#: Files that people read, and those that hold data, in which a day stands as ``3000-02-05`` too.
_PAGES, _DATA = frozenset({".html", ".svg", ".txt"}), frozenset({".csv", ".json"})


def picture_in_ages(svg: str) -> str:
    """A drawing with the dates of its words and the labels of its time axis told as ages; others stay as they are."""
    if not _YEARS.search(svg):
        return svg
    svg = _BRACKETED.sub(_from_to, svg)
    svg = _ATTRIBUTE.sub(lambda found: f"{found[1]}{_words(found[2])}", svg)
    return in_ages(_LABEL.sub(lambda found: _label(found[1]), svg))


def tell_ages_in(folder: Path) -> None:
    """Tell the days of the clock as ages in every page, picture and table of a folder.

    What a page works out in the browser, and the days by which it filters, stay days of the clock.
    """
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        if path.suffix not in _PAGES | _DATA:
            continue
        try:
            text = path.read_bytes().decode("utf-8")
        except UnicodeDecodeError:
            continue
        told = picture_in_ages(text) if path.suffix in _PAGES else iso_in_ages(in_ages(text))
        if told != text:
            write_text_atomic(path, told)


def _label(words: str) -> str:
    tick = _TICK.fullmatch(words)
    if tick:
        parts = [(_SHORT.index(tick[2]), "m"), (int(tick[1] or 1) - 1, "d")]
        return "+" + (" ".join(f"{number} {unit}" for number, unit in parts if number) or "0 d")
    if partnership := _PARTNERSHIP.fullmatch(words):
        first, last, open_ = partnership.groups()
        return _between(int(first), int(last)) if last else f"from {_year(int(first))}{open_}"
    return _words(_DAY_ALONE.sub("", words))


def _words(words: str) -> str:
    return _YEARS.sub(lambda found: _years(int(found[1]), found[2]), in_ages(words))


def _from_to(found: re.Match[str]) -> str:
    """Years in brackets, as a genogram gives them for a partnership: ``(2998–99–3000)``, ``(3000–)``."""
    if not found[2]:
        return f"({_words(found[0][1:-1])})"
    return (
        f"(from {_year(int(found[1]))})"
        if found[2] == "–"
        else f"({_year(int(found[1]))} to {_year(int(found[2]))})"
    )


def _years(first: int, last: str | None) -> str:
    """A year of the clock, or one to another, as a label."""
    return _year(first) if last is None else _between(first, int(str(first)[: 4 - len(last)] + last))


def _between(first: int, last: int) -> str:
    """Two years, as short as a label has to be: ``31–30 y before``, ``2 y before–birth``."""
    start = _year(first).removesuffix(" y before") if last < BIRTH.year else _year(first)
    return f"{start}–{_year(last)}"


def _year(year: int) -> str:
    age = year - BIRTH.year
    if age == 0:
        return "birth"
    return f"age {age}" if age > 0 else f"{-age} y before"
