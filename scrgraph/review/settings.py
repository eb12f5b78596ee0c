"""review.toml: the scope of a review and the list of its sources."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import tomli_w
from pydantic import AfterValidator, ConfigDict, Field, ValidationError, field_validator

from importers.headings import heading_words
from scrgraph.atomic import write_text_atomic
from scrgraph.model.base import Thing
from scrgraph.model.clock import Clock
from scrgraph.model.review import Period, Review
from scrgraph.model.vocabulary import Reader
from scrgraph.review.errors import ReviewError, error
from scrgraph.review.names import fault_of_file_name, file_key, nearest
from scrgraph.review.table_file import text_of
from scrgraph.temporal.clocks import Timed, national_clocks


def _slug(text: str) -> str:
    if not re.fullmatch(r"[a-z0-9][a-z0-9_-]*", text):
        raise ValueError(f"'{text}' is not an id. Use small letters, digits and hyphens, such as 'case-4'.")
    return text


def _source_name(name: str) -> str:
    if fault := fault_of_file_name(name):
        raise ValueError(f"'{name}' cannot name a file of sources/: {fault}.")
    return name


class PeriodSettings(Thing):
    """A span of days, both ends included; ``{ from = 2017-01-01, to = 2019-03-14 }`` in the file."""

    model_config = ConfigDict(populate_by_name=True)

    from_: dt.date | None = Field(default=None, alias="from")
    to: dt.date | None = None

    @property
    def reversed(self) -> bool:
        """Whether it ends before it begins."""
        return self.from_ is not None and self.to is not None and self.to < self.from_

    def to_period(self) -> Period:
        """The same days for the model."""
        return Period(from_=self.from_, to=self.to)


class SourceSettings(Thing):
    """One file of ``sources/``. ``covers_from`` and ``covers_to`` are days, both included."""

    file: Annotated[str, AfterValidator(_source_name)]
    agency: str = ""
    covers_from: dt.date | None = None
    covers_to: dt.date | None = None
    sha256: Annotated[str, Field(pattern=r"^([0-9a-f]{64})?$")] = ""


class ReviewSection(Thing):
    """The ``[review]`` table. ``index_children`` are ids or names of people in people.csv.

    ``reader`` says what reads rows without code columns; not given, their words alone.
    """

    id: Annotated[str, AfterValidator(_slug)]
    title: str = ""
    incident_date: dt.date | None = None
    as_of: dt.date | None = None
    nation: str = "England"
    area: str = ""
    index_children: tuple[str, ...] = ()
    reader: Reader | None = None
    detailed: PeriodSettings = PeriodSettings()
    summary: PeriodSettings = PeriodSettings()


class ReviewSettings(Thing):
    """All of review.toml. ``headings`` maps a heading of the author's files to a field of the importers."""

    review: ReviewSection
    sources: tuple[SourceSettings, ...] = ()
    headings: dict[str, str] = Field(default_factory=dict)
    clocks: tuple[Clock, ...] = ()

    @field_validator("sources")
    @classmethod
    def _each_file_once(cls, sources: tuple[SourceSettings, ...]) -> tuple[SourceSettings, ...]:
        seen: set[str] = set()
        for source in sources:
            if file_key(source.file) in seen:
                raise ValueError(f"'{source.file}' is listed twice. Take one of the two out.")
            seen.add(file_key(source.file))
        return sources

    @field_validator("clocks", mode="before")
    @classmethod
    def _set_by_the_author(cls, clocks: Any) -> Any:
        if not isinstance(clocks, (list, tuple)):
            raise ValueError(
                "each clock is a table of its own: begin it with [[clocks]], in two pairs of brackets."
            )
        return [
            {"standing": "set by the author"} | clock if isinstance(clock, dict) else clock
            for clock in clocks
        ]

    @field_validator("clocks")
    @classmethod
    def _each_times_something_once(cls, clocks: tuple[Clock, ...]) -> tuple[Clock, ...]:
        known = {_in_words(clock.timed): clock.timed for clock in national_clocks()}
        for number, clock in enumerate(clocks):
            if clock.timed not in known.values():
                hint = nearest(_in_words(clock.timed), known)
                raise ValueError(
                    f"nothing is timed as '{_in_words(clock.timed)}'.{hint} baton_kind, from_stage and to_stage are "
                    f"one of: {'; '.join(known)}."
                )
            for other in clocks[:number]:
                if other.timed == clock.timed and other.nation == clock.nation and _overlap(other, clock):
                    raise ValueError(
                        f"two clocks time '{_in_words(clock.timed)}' on the same days. Take one out, or give each "
                        "its own applies_from and applies_to."
                    )
        return clocks

    @field_validator("headings")
    @classmethod
    def _known_fields(cls, headings: dict[str, str]) -> dict[str, str]:
        for heading, field in headings.items():
            if field not in heading_fields():
                known = ", ".join(heading_fields())
                hint = nearest(field, heading_fields())
                raise ValueError(f"'{heading}' is given the field '{field}'.{hint} The fields are: {known}.")
        return headings

    def source(self, file: str) -> SourceSettings | None:
        """The source called ``file``, without regard to case, or ``None``."""
        return next((source for source in self.sources if file_key(source.file) == file_key(file)), None)

    def to_review(self) -> Review:
        """The review for the model; ``as_of`` is the incident unless the author gave another day."""
        section = self.review
        return Review(
            review_id=section.id,
            title=section.title or section.id,
            incident_date=section.incident_date,
            as_of=section.as_of or section.incident_date,
            nation=section.nation,
            area=section.area,
            detailed=section.detailed.to_period(),
            summary=section.summary.to_period(),
        )


def _in_words(timed: Timed) -> str:
    return " / ".join(part or "(none)" for part in timed)


def _overlap(one: Clock, other: Clock) -> bool:
    first, last = dt.date.min, dt.date.max
    return (one.applies_from or first) <= (other.applies_to or last) and (other.applies_from or first) <= (
        one.applies_to or last
    )


def heading_fields() -> tuple[str, ...]:
    """The fields a heading may be given, as ``importers/headings.toml`` lists them."""
    return tuple(heading_words().fields)


def read_settings(path: Path) -> ReviewSettings:
    """The settings in a review.toml. Raises ``ReviewError`` naming each key at fault and what is allowed."""
    if not path.is_file():
        message = "the file is not there. Make a review folder with: scrgraph new FOLDER"
        raise ReviewError(f"{path.name}: {message}", [error(path.name, "", message)])
    return parse_settings(text_of(path), path.name)


def parse_settings(text: str, file: str = "review.toml") -> ReviewSettings:
    """The settings in ``text``; ``file`` is the name used in messages. Raises ``ReviewError``."""
    try:
        return ReviewSettings.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as reason:
        message = f"the file cannot be read: {reason}. Put that line right and try again."
        raise ReviewError(f"{file}: {message}", [error(file, "", message)]) from reason
    except ValidationError as reason:
        problems = [error(file, _place(fault["loc"]), _words(fault)) for fault in reason.errors()]
        raise ReviewError("\n".join(map(str, problems)), problems) from reason


def write_settings(path: Path, settings: ReviewSettings) -> None:
    """Write the settings whole. Comments of a file already there are kept only by ``rewrite_sources``."""
    write_text_atomic(path, settings_text(settings))


def settings_text(settings: ReviewSettings) -> str:
    """The settings as TOML; keys that were left open are left out."""
    values = _without_empty(settings.model_dump(by_alias=True, exclude_none=True))
    return tomli_w.dumps(values)


def rewrite_sources(path: Path, settings: ReviewSettings) -> None:
    """Write settings that differ from the file's only in their sources, keeping the author's own lines.

    New sources go to the end and a changed SHA-256 is put in its place; where that would not say the same
    as ``settings``, the file is written whole.
    """
    text = text_of(path)
    old = {source.file: source for source in parse_settings(text, path.name).sources}
    added = []
    for source in settings.sources:
        before = old.get(source.file)
        if before is None:
            added.append(source)
        elif before.sha256 and before.sha256 != source.sha256:
            text = text.replace(before.sha256, source.sha256)
    if added:
        blocks = [_without_empty(source.model_dump(exclude_none=True)) for source in added]
        text = (
            text.rstrip("\n") + "\n" + "".join(f"\n[[sources]]\n{tomli_w.dumps(block)}" for block in blocks)
        )
    try:
        same = parse_settings(text) == settings
    except ReviewError:
        same = False
    write_text_atomic(path, text if same else settings_text(settings))


def _without_empty(values: dict[str, Any]) -> dict[str, Any]:
    """``values`` without the keys that say nothing."""
    kept: dict[str, Any] = {}
    for name, value in values.items():
        if isinstance(value, dict):
            value = _without_empty(value) if name != "headings" else value
        elif isinstance(value, tuple):
            value = [_without_empty(item) if isinstance(item, dict) else item for item in value]
        if value not in ("", {}, []):
            kept[name] = value
    return kept


_TABLES: dict[str, type[Thing]] = {
    "": ReviewSettings,
    "review": ReviewSection,
    "review.detailed": PeriodSettings,
    "review.summary": PeriodSettings,
    "sources": SourceSettings,
    "clocks": Clock,
}
_ARRAYS = ("sources", "clocks")


def _place(where: Sequence[int | str]) -> str:
    """Where in the file: ``[review]``, ``[[sources]] number 2``."""
    if not where or (len(where) == 1 and where[0] not in (*_ARRAYS, "headings", "review")):
        return ""
    if where[0] in _ARRAYS:
        number = f" number {where[1] + 1}" if len(where) > 1 and isinstance(where[1], int) else ""
        return f"[[{where[0]}]]{number}"
    return f"[{where[0]}]"


def _words(fault: Any) -> str:
    """One fault found by pydantic, in the author's words."""
    where, name = fault["loc"], str(fault["loc"][-1])
    if fault["type"] == "extra_forbidden":
        table = _TABLES[".".join(str(part) for part in where[:-1] if not isinstance(part, int))]
        allowed = [field.alias or key for key, field in table.model_fields.items()]
        return f"there is no key '{name}' here.{nearest(name, allowed)} Allowed are: {', '.join(allowed)}."
    if fault["type"] == "missing":
        return f"the key '{name}' is missing. Add it."
    if fault["type"] == "value_error":
        return str(fault["ctx"]["error"])
    if fault["type"] == "literal_error":
        return f"'{name}' is {fault['input']!r}, which is not one of {fault['ctx']['expected']}."
    if "date" in fault["type"]:
        return f"'{name}' is {fault['input']!r}, not a day. Write it like 2019-03-14, without quotes."
    if name == "sha256":
        return "'sha256' is not a SHA-256 sum. Take the line out and run 'scrgraph add' with the file again."
    return f"'{name}' is {fault['input']!r}. {fault['msg']}."
