"""Small changes to review.toml that keep the author's own lines: a heading explained, a source's agency."""

from __future__ import annotations

import json
import re
from pathlib import Path

from scrgraph.atomic import write_text_atomic
from scrgraph.review.errors import ReviewError
from scrgraph.review.settings import ReviewSettings, parse_settings, settings_text
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
