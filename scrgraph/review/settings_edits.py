"""Small changes to review.toml that keep the author's own lines: a heading explained, a source's agency, a period."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from scrgraph.atomic import write_text_atomic
from scrgraph.review.errors import ReviewError
from scrgraph.review.settings import (
    PeriodSettings,
    ReviewSection,
    ReviewSettings,
    parse_settings,
    settings_text,
)
from scrgraph.review.table_file import text_of


def explain_heading(path: Path, heading: str, field: str) -> None:
    """Remember in review.toml that columns headed ``heading`` hold ``field``. Raises ``ReviewError``."""
    before = parse_settings(text_of(path), path.name)
    after = before.model_copy(update={"headings": {**before.headings, heading: field}})
    line = f"{_key(heading)} = {_key(field)}\n"
    text = text_of(path)
    if heading in before.headings:
        text = settings_text(after)
    elif re.search(r"(?m)^\[headings\]\s*$", text):
        text = re.sub(
            r"(?m)^\[headings\]\s*$", lambda found: f"{found[0].rstrip()}\n{line}".rstrip("\n"), text, count=1
        )
    else:
        text = f"{text.rstrip()}\n\n[headings]\n{line}"
    _write(path, text, after)


def forget_heading(path: Path, heading: str) -> None:
    """Take back what review.toml says a heading means. Raises ``ReviewError``."""
    before = parse_settings(text_of(path), path.name)
    headings = {known: field for known, field in before.headings.items() if known != heading}
    line = rf"(?m)^{re.escape(_key(heading))}\s*=.*\n?"
    _write(path, re.sub(line, "", text_of(path), count=1), before.model_copy(update={"headings": headings}))


def forget_source(path: Path, file: str) -> None:
    """Take a source out of review.toml, with its own lines only. Raises ``ReviewError``."""
    text = text_of(path)
    before = parse_settings(text, path.name)
    sources = tuple(one for one in before.sources if one.file != file)
    block = rf"(?m)^\[\[sources\]\]\s*\nfile\s*=\s*{re.escape(_key(file))}[^\n]*\n(?:(?!\[)[^\n]*\n?)*"
    _write(path, re.sub(block, "", text, count=1), before.model_copy(update={"sources": sources}))


def name_agency(path: Path, file: str, agency: str) -> None:
    """Remember in review.toml whose chronology a source is. Raises ``ReviewError`` when it is not listed."""
    before = parse_settings(text_of(path), path.name)
    source = before.source(file)
    if source is None:
        raise ReviewError(f"{path.name} lists no source '{file}'. Put it in with: scrgraph add DIR FILE")
    named = source.model_copy(update={"agency": agency})
    sources = tuple(named if one is source else one for one in before.sources)
    after = before.model_copy(update={"sources": sources})
    line = rf"(?m)^(file\s*=\s*{re.escape(_key(source.file))}\s*)$"
    text = text_of(path)
    if not source.agency:
        text = re.sub(line, lambda found: f"{found[1].rstrip()}\nagency = {_key(agency)}", text, count=1)
    _write(path, text, after)


def set_period(
    path: Path, name: Literal["detailed", "summary"], first: dt.date | None, last: dt.date | None
) -> PeriodSettings:
    """Set a period of the review, both days included, and return what it was before; two open ends take it out.

    Raises ``ReviewError`` for a period that ends before it begins, and where review.toml cannot be read.
    """
    text = text_of(path)
    before = parse_settings(text, path.name)
    period = PeriodSettings.model_validate({"from": first, "to": last})
    if period.reversed:
        raise ReviewError(
            f"The {name} period would end on {last} and begin on {first}. Give the earlier day first; nothing was "
            "changed."
        )
    review = before.review.model_copy(update={name: period})
    ends = [f"{key} = {day.isoformat()}" for key, day in (("from", first), ("to", last)) if day]
    line = f"{name} = {{ {', '.join(ends)} }}" if ends else ""
    there = rf"(?m)^{name}[ \t]*=[ \t]*\{{[^\n}}]*\}}"
    if re.search(there, text):
        with_end = there if ends else there + r"[ \t]*(#[^\n]*)?\n?"
        text = re.sub(with_end, lambda found: line, text, count=1)
    elif line:
        text = _under_review(text, line)
    _write(path, text, before.model_copy(update={"review": review}))
    return before.review.detailed if name == "detailed" else before.review.summary


def say_of_review(path: Path, **said: str | dt.date | tuple[str, ...] | None) -> None:
    """Set keys of ``[review]``, such as ``title`` or ``incident_date``, each in its own line; nothing takes a day out.

    Raises ``ReviewError`` where review.toml cannot be read, or would not be valid with them.
    """
    text = text_of(path)
    before = parse_settings(text, path.name)
    try:
        review = ReviewSection.model_validate({**before.review.model_dump(), **said})
    except ValidationError as wrong:
        raise ReviewError(f"{wrong.errors()[0]['msg']}. Nothing was changed.") from wrong
    for key, value in said.items():
        line = "" if value is None else f"{key} = {_toml(value)}"
        there = rf"(?m)^{key}[ \t]*=[^\n]*\n"
        if re.search(there, text):
            text = re.sub(there, lambda found, line=line: f"{line}\n" if line else "", text, count=1)  # type: ignore[misc]
        elif line:
            text = _under_review(text, line)
    _write(path, text, before.model_copy(update={"review": review}))


def _toml(value: str | dt.date | tuple[str, ...]) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(_key, value))}]"
    return _key(value) if isinstance(value, str) else value.isoformat()


def _under_review(text: str, line: str) -> str:
    """The text with a line more at the end of the lines that stand under ``[review]``."""
    found = re.search(r"(?m)^\[review\][^\n]*\n(?:(?!\[)[^\n#\s][^\n]*(?:\n|\Z))*", text)
    if not found:
        return text
    return f"{text[: found.end()].rstrip()}\n{line}\n{text[found.end() :]}"


def _key(word: str) -> str:
    """A word as a quoted TOML string."""
    return json.dumps(word, ensure_ascii=False)


def _write(path: Path, text: str, wanted: ReviewSettings) -> None:
    """Write the edited text, or the settings whole where the edit would not say the same."""
    try:
        same = parse_settings(text, path.name) == wanted
    except ReviewError:
        same = False
    text = text if same else settings_text(wanted)
    parse_settings(text, path.name)
    write_text_atomic(path, text)
