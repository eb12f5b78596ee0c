"""decisions.csv: every human decision, by whom and when. Lines are added and never rewritten."""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
import io
import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Self

from pydantic import AwareDatetime, ValidationError, field_serializer, field_validator, model_validator

from scrgraph.model.base import Thing
from scrgraph.model.vocabulary import EventKind
from scrgraph.review.cells import guard, unguard
from scrgraph.review.errors import Problem, ReviewError, error

COLUMNS = ("decision_id", "made_at", "made_by", "kind", "subject", "value", "reason")
HEADER = ",".join(COLUMNS) + "\n"
#: The most characters of one value; Excel holds no more in a cell, and cuts off what is longer when it saves.
LONGEST = 32_000
#: The kind of a decision that takes an earlier one back; its subject is the earlier one's id.
UNDO = "undo"
#: The kinds that mark a row and change nothing in what it is taken to mean.
KEY_EPISODE, NOTE = "key-episode", "note"
#: The values each kind of decision may have; kinds not listed here may have any.
VALUES: dict[str, tuple[str, ...]] = {
    "finding": ("accept", "set aside", "comment"),
    "baton": ("same", "not same"),
    "row": tuple(kind.value for kind in EventKind),
    "direction": ("out", "in", "none"),
    "seen": ("yes", "no", "unknown"),
    "seen-alone": ("yes", "no", "unknown"),
    "received": ("yes", "no", "unknown"),
    "event": ("same", "not same"),
    "person": ("same", "not same"),
    "agency": ("same", "not same"),
    NOTE: ("comment",),
    KEY_EPISODE: ("yes", "no"),
    "source": ("added", "replaced", "removed"),
    UNDO: ("yes",),
}
#: Kinds that change nothing in what the rows are taken to mean: about findings, about how a row is shown, and the
#: record of what was done with files.
NOT_ABOUT_MEANING = frozenset({"finding", NOTE, KEY_EPISODE, "source", UNDO})
_NEEDS_REASON = (("finding", "set aside"), ("finding", "comment"), (NOTE, "comment"))


class Decision(Thing):
    """One decision about ``subject``: a finding's id, a baton's id, a row (``file, place``) or other.

    ``made_at`` is kept in UTC to the second. ``decision_id`` is made from the rest when it is empty.
    """

    decision_id: str = ""
    made_at: AwareDatetime
    made_by: str
    kind: str
    subject: str
    value: str
    reason: str = ""

    @field_validator("made_at")
    @classmethod
    def _in_utc(cls, made_at: dt.datetime) -> dt.datetime:
        return made_at.astimezone(dt.UTC).replace(microsecond=0)

    @field_serializer("made_at")
    def _iso(self, made_at: dt.datetime) -> str:
        return made_at.strftime("%Y-%m-%dT%H:%M:%SZ")

    @model_validator(mode="before")
    @classmethod
    def _with_id(cls, values: object) -> object:
        if isinstance(values, dict) and not values.get("decision_id"):
            told = "\n".join(str(values.get(column, "")).strip() for column in COLUMNS[1:])
            return {**values, "decision_id": "d-" + hashlib.sha256(told.encode()).hexdigest()[:12]}
        return values

    @model_validator(mode="after")
    def _makes_sense(self) -> Self:
        for column in ("made_by", "subject"):
            if not getattr(self, column):
                raise ValueError(f"there is no {column}")
        if not re.fullmatch(r"[a-z][a-z0-9_-]*", self.kind):
            raise ValueError(f"the kind '{self.kind}' is not a word of small letters, digits and hyphens")
        allowed = VALUES.get(self.kind)
        if allowed and self.value not in allowed:
            raise ValueError(
                f"'{self.value}' is not a decision about a {self.kind}; use {', '.join(allowed)}"
            )
        if (self.kind, self.value) in _NEEDS_REASON and not self.reason:
            raise ValueError(f"'{self.value}' needs a reason")
        return self

    @classmethod
    def now(cls, kind: str, subject: str, value: str, *, made_by: str, reason: str = "") -> Decision:
        """A decision made at this moment. Raises ``ReviewError`` when it does not make sense."""
        try:
            return cls(
                made_at=dt.datetime.now(dt.UTC).replace(microsecond=0),
                made_by=made_by,
                kind=kind,
                subject=subject,
                value=value,
                reason=reason,
            )
        except ValidationError as reason_not:
            raise ReviewError(f"The decision was not kept: {_words(reason_not)}.") from reason_not


def append_decision(path: Path, decision: Decision) -> None:
    """Add one line to the file and flush it to disk; the header too when the file is new or empty.

    A last line broken off by a crash is closed with a line end and left where it is, for
    ``read_decisions`` to report. Raises ``ReviewError`` when the file has other columns or is locked.
    """
    must_be_kept(path, [decision])
    try:
        before = path.read_bytes() if path.exists() else b""
        text = ("" if before else HEADER) + _line(decision)
        if before and not before.endswith(b"\n"):
            text = "\n" + text
        with path.open("ab") as file:
            file.write(text.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
    except OSError as reason:
        raise ReviewError(
            f"The decision could not be written to {path.name} ({reason.strerror}). If the file is open in "
            "Excel, close it there; if the disk is full, make room. Then try again."
        ) from reason


def must_be_kept(path: Path, decisions: Iterable[Decision] = ()) -> None:
    """Raise ``ReviewError`` in words where no line, or not these, could be added; to be asked before anything else is
    changed on their account."""
    try:
        if path.exists():
            with path.open("ab"):
                pass
        before = path.read_bytes() if path.exists() else b""
    except OSError as reason:
        raise ReviewError(
            f"Nothing was changed, as no decision can be written to {path.name} now ({reason.strerror}). If the file "
            "is open in Excel, close it there and try again."
        ) from reason
    if before and _header(before) != list(COLUMNS):
        raise ReviewError(
            f"{path.name} does not begin with its columns, so nothing was added. Make its first line: "
            f"{HEADER.strip()}"
        )
    if not all(_can_be_read(_line(one), one) for one in decisions):
        raise ReviewError(
            "The decision was not kept, as its text is too long for a line of decisions.csv. Write it shorter, in "
            "several notes or comments if need be."
        )


def read_decisions(path: Path) -> tuple[tuple[Decision, ...], tuple[Problem, ...]]:
    """The decisions in the order made, and a problem for every line that cannot be read."""
    if not path.exists():
        return (), ()
    data = path.read_bytes()
    decisions: list[Decision] = []
    problems: list[Problem] = []
    if data and _header(data) != list(COLUMNS):
        problems.append(
            error(path.name, "line 1", f"the columns are not as expected. Make it: {HEADER.strip()}")
        )
    for number, raw in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        try:
            text = raw.decode("utf-8").rstrip("\r")
            if not text.strip(",; \t") or _cells(text) == list(COLUMNS):
                continue
            cells = [_unescape(unguard(cell)) for cell in _cells(text)]
            if len(cells) != len(COLUMNS):
                raise ValueError(f"it has {len(cells)} values, not {len(COLUMNS)}")
            decisions.append(Decision.model_validate(dict(zip(COLUMNS, cells, strict=True))))
        except (ValueError, csv.Error) as reason:
            why = _words(reason) if isinstance(reason, ValidationError) else str(reason)
            message = f"the line cannot be used: {why}. It was left as it is; put it right by hand."
            problems.append(error(path.name, f"line {number}", message))
    return tuple(decisions), tuple(problems)


def _line(decision: Decision) -> str:
    """The decision as one line, its end included; line breaks inside a value are written ``\\n``."""
    text = io.StringIO(newline="")
    values = decision.model_dump(mode="json")
    csv.writer(text, lineterminator="\n").writerow(guard(_escape(values[column])) for column in COLUMNS)
    return text.getvalue()


def _can_be_read(line: str, decision: Decision) -> bool:
    """Whether a line gives the decision again that it was made of."""
    try:
        cells = [_unescape(unguard(cell)) for cell in _cells(line.removesuffix("\n"))]
    except csv.Error:
        return False
    values = decision.model_dump(mode="json")
    return max(map(len, cells)) <= LONGEST and cells == [_plain(values[column]) for column in COLUMNS]


def _plain(value: str) -> str:
    """A value with one kind of line end."""
    return value.replace("\r\n", "\n").replace("\r", "\n")


def _escape(value: str) -> str:
    return _plain(value).replace("\\", "\\\\").replace("\n", "\\n")


def _unescape(cell: str) -> str:
    return re.sub(r"\\([\\n])", lambda found: "\n" if found[1] == "n" else "\\", cell)


def _cells(text: str) -> list[str]:
    return next(csv.reader([text], strict=True), [])


def _header(data: bytes) -> list[str]:
    """The columns of the first line; none when it cannot be read."""
    first = data.removeprefix(b"\xef\xbb\xbf").split(b"\n", 1)[0]
    try:
        return [cell.strip() for cell in _cells(first.decode("utf-8").rstrip("\r"))]
    except (ValueError, csv.Error):
        return []


def _words(reason: ValidationError) -> str:
    """What pydantic found, without its own words round it."""
    found = []
    for fault in reason.errors():
        if fault["type"] == "value_error":
            found.append(str(fault["ctx"]["error"]))
        else:
            found.append(f"{fault['loc'][-1]} is {fault['input']!r}, which cannot be read")
    return "; ".join(found)
