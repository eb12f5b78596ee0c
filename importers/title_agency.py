"""Whose chronology a title, a header or the name of a file says it is; nothing where that is not sure."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from pathlib import PurePath

from pydantic import BaseModel, ConfigDict

#: Lines longer than this are sentences, and names with more words are no names. Of very many
#: lines the first and the last count.
_LONGEST_LINE, _MOST_WORDS, _MOST_LINES = 140, 9, 100
_LABEL = re.compile(
    r"\s*(?:(?:name of|reporting|contributing|completing|author(?:ing)?|your|responsible)\s+)?"
    r"(?:agency|organi[sz]ation|service)(?:\s+name)?(?:\s+(?:completing|submitting|making|providing)\b[^:]{0,30})?"
    r"\s*(?::|\s[-–—]\s)\s*(\S.*)",
    re.IGNORECASE,
)
_TITLE = re.compile(r"\bchron(?:olog(?:y|ies))?\b|\btimeline\b|\bIMR\b|\bmanagement review\b", re.IGNORECASE)
_CUT = re.compile(
    r"\s+[-–—]+\s+|[-–—]{2,}|[:|;,/()\[\]_\t]+|\.\s"
    r"|\b(?:chronolog(?:y|ies)|chron|timeline|IMR|(?:individual |internal )?management review)\b(?:['’]s)?"
    r"|\b(?:of|for|by|with|regarding|re|concerning|about|relating to|in relation to|in respect of|prepared|compiled"
    r"|submitted|completed|produced|provided|covering|between|from|to|on behalf of|on)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?<![A-Za-z])(?:v(?:er(?:sion)?)?\.?\s?\d[\d.]*[a-z]?|\d+(?:st|nd|rd|th)?|\d[\d./-]*)(?![A-Za-z])",
    re.IGNORECASE,
)
_A_CHILD = re.compile(
    r"\b(?i:child|baby|case|family|sibling|subject|adult|mother|father)\s+(?:[A-Z]{1,3}\d?|\d+)\b"
    r"|\b[A-Z][\w’'-]+\s+family\b|\bfamily\s+[A-Z][\w’'-]+$",
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z]{2})(?=[A-Z][a-z])")
_CHILDRENS = re.compile(
    r"\b(?:child|children|mother|parent)(?:['’]s|s['’]|s)?\s+(?:services|social|homes?|centres?|and|hospital|unit"
    r"|(?:\w+\s+)?(?:team|service|department|directorate))\b",
    re.IGNORECASE,
)
_SMALL = frozenset({"of", "and", "the", "for", "&", "in", "on", "at", "st"})


class TitleWords(BaseModel):
    """The lists of title_agency.toml."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    names: tuple[str, ...]
    with_a_name: tuple[str, ...]
    shared: tuple[str, ...]
    of_family: tuple[str, ...]
    noise: tuple[str, ...]
    not_given: tuple[str, ...]


def stated_agency(titles: Sequence[str], file: str) -> str:
    """The agency that ``titles`` or else the name of the ``file`` name, as written there; empty when unsure.

    The first of these that names one and only one: a line such as "Agency: Northmere Midwifery"; a title such as
    "Northmere Police – chronology"; a line that is no more than the name of an agency; the name of the file. A combined
    chronology has no single agency.
    """
    lines = [" ".join(part.split()) for title in titles for part in title.split("\n")]
    lines = [line for line in lines if line and len(line) <= _LONGEST_LINE]
    if len(lines) > 2 * _MOST_LINES:
        lines = lines[:_MOST_LINES] + lines[-_MOST_LINES:]
    labelled = _distinct(_labelled(line) for line in lines)
    if labelled:
        return labelled[0] if len(labelled) == 1 else ""
    stem = _spaced(file)
    if any(_is_shared(line) for line in (*lines, stem)):
        return ""
    in_titles = [line for line in lines if _TITLE.search(line)]
    for found in (
        _distinct(_named(line) for line in in_titles),
        _distinct(line for line in lines if _is_bare(line)),
        _distinct([_named(stem)]),
    ):
        if found:
            return found[0] if len(found) == 1 else ""
    return ""


def _labelled(line: str) -> str:
    """What follows "Agency:", unless it is a blank to be filled in."""
    match = _LABEL.fullmatch(line)
    if not match:
        return ""
    name = match[1].strip(" .,;:-–—_<>[]()")
    given = name.casefold() not in _words().not_given and not name.casefold().startswith(
        ("insert ", "please ")
    )
    if (
        not given
        or len(name.split()) > _MOST_WORDS
        or _holds(name, _words().shared)
        or not re.search("[^\\W_]", name)
    ):
        return ""
    return name


def _named(line: str) -> str:
    """The one piece of a title that is the name of an agency."""
    pieces = _A_CHILD.sub(" | ", _NUMBERED.sub(" | ", line))
    found = _distinct(_trimmed(piece) for piece in _CUT.split(pieces) for piece in piece.split("|"))
    named = [piece for piece in found if _is_agency(piece)]
    return named[0] if len(named) == 1 else ""


def _is_bare(line: str) -> bool:
    """Whether a line is no more than the name of an agency: every word with a capital."""
    words = line.split()
    capitals = all(word[:1].isupper() or word.casefold() in _SMALL for word in words)
    return capitals and not re.search(r"[\d.:;?!|]", line) and _trimmed(line) == line and _is_agency(line)


def _is_agency(name: str) -> bool:
    words = _words()
    if not name or len(name.split()) > _MOST_WORDS or _holds(_CHILDRENS.sub("", name), words.of_family):
        return False
    if _holds(name, words.names):
        return True
    return len(name.split()) > 1 and _holds(name, words.with_a_name) and not _is_noise(name)


def _is_noise(name: str) -> bool:
    """Whether nothing is left of a name but words such as "service" and "review"."""
    plain = {*_words().noise, *_words().with_a_name}
    return all(_singular(word) in plain or word in plain for word in name.casefold().split())


def _is_shared(line: str) -> bool:
    """Whether a title says that the chronology is of several agencies."""
    match = _TITLE.search(line)
    if not match:
        return False
    close = " ".join(line[: match.start()].split()[-3:]) + " | " + " ".join(line[match.end() :].split()[:3])
    return _holds(close, _words().shared)


def _trimmed(piece: str) -> str:
    """A piece of a title without the words at its edges that are no part of a name."""
    words = piece.strip(" .,'’\"“”*&-–—").split()
    noise = _noise()
    while words:
        for size in (3, 2, 1):
            if len(words) >= size and " ".join(words[:size]).casefold() in noise:
                del words[:size]
                break
            if len(words) >= size and " ".join(words[-size:]).casefold() in noise:
                del words[-size:]
                break
        else:
            break
    name = " ".join(words)
    return re.sub(r"['’]s$", "", name) if not _holds(name, ("barnardo's",)) else name


@cache
def _noise() -> frozenset[str]:
    noise = _words().noise
    return frozenset({*noise, *(f"{word}s" for word in noise)}) - {"as", "its"}


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<![\w'-])(?:{'|'.join(map(re.escape, longest))})(?:s|['’]s|s['’])?(?![\w'-])")


def _holds(text: str, words: tuple[str, ...]) -> bool:
    return _any_of(words).search(text.casefold().replace("’", "'")) is not None


def _singular(word: str) -> str:
    return word.removesuffix("s")


def _spaced(file: str) -> str:
    """The name of a file as a line of words: "NorthmerePolice_chron-v2.docx" is "Northmere Police chron v2"."""
    stem = PurePath(file.replace("\\", "/")).name
    stem = stem[: -len(PurePath(stem).suffix)] if PurePath(stem).suffix else stem
    words = _CAMEL.sub(
        " ", re.sub(r"[_+~]+|(?<=\w)\.(?=[A-Za-z])|(?<=[A-Za-z0-9])-(?=[A-Za-z0-9])", " ", stem)
    )
    return " ".join(words.split())


def _distinct(names: Iterable[str]) -> list[str]:
    """The names that are not empty, each once, however its letters are written."""
    return list({name.casefold(): name for name in reversed([*_held(names)])}.values())[::-1]


def _held(names: Iterable[str]) -> Iterator[str]:
    return (name for name in names if name)


@cache
def _words() -> TitleWords:
    text = (files("importers") / "title_agency.toml").read_text(encoding="utf-8")
    return TitleWords.model_validate(tomllib.loads(text))
