"""The header of a question file: what it asks, what it gives back and the sentence of its findings.

The header is the leading block of ``// `` lines between two ``// ---`` lines, read as YAML, so that the file
pastes as it is into Neo4j Browser (DESIGN section 5).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from string import Formatter
from typing import Annotated, Literal, Self

from pydantic import Field, StrictInt, StringConstraints, ValidationInfo, field_validator, model_validator

from scrgraph.model.base import Thing
from scrgraph.model.vocabulary import Certainty, Strength, Topic

ColumnType = Literal["string", "integer", "boolean", "date", "list"]
DAY_WORDS: frozenset[str] = frozenset({"incident", "as_of", "first", "last"})

Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]

_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_DEFAULT_COLUMNS = {
    "strength": "strength",
    "certainty": "certainty",
    "people": "people",
    "agencies": "agencies",
    "from_": "from_day",
    "to": "to_day",
    "evidence": "evidence_ids",
}
_FITTING_TYPES: dict[str, tuple[ColumnType, ...]] = {
    "strength": ("string",),
    "certainty": ("string",),
    "people": ("list", "string"),
    "agencies": ("list", "string"),
    "from_": ("date",),
    "to": ("date",),
    "evidence": ("list",),
}


class Parameter(Thing):
    """A value the reader may change. A date may default to a word that the review gives a day for."""

    type: Literal["date", "integer", "text"]
    default: dt.date | StrictInt | str

    @model_validator(mode="after")
    def _default_fits(self) -> Self:
        default = self.default
        if self.type == "date" and not isinstance(default, dt.date):
            if default not in DAY_WORDS and not _ISO_DAY.fullmatch(str(default)):
                words = _list(sorted(DAY_WORDS))
                raise ValueError(
                    f"the default of a date is a day such as 2008-03-14, or {words}; not '{default}'"
                )
        elif self.type == "integer" and not isinstance(default, int):
            raise ValueError(f"the default of an integer is a whole number, not '{default}'")
        elif self.type == "text" and not isinstance(default, str):
            raise ValueError(f"the default of a text is words in quotes, not {default}")
        return self


class Header(Thing):
    """What a question file says of itself.

    ``columns`` are the columns of the result, in order. ``strength`` and ``certainty`` name a column or give
    the one value every finding has; ``people``, ``agencies``, ``from``, ``to`` and ``evidence`` name columns.
    All of them default to the columns ``strength``, ``certainty``, ``people``, ``agencies``, ``from_day``,
    ``to_day`` and ``evidence_ids`` where the question has these. ``reads`` says which values the query reads
    that were worked out in Python and written to the graph.
    """

    id: Slug
    title: Words
    question: Words
    why: Words
    topic: Topic
    level: Annotated[int, Field(ge=1, le=4, strict=True)]
    parameters: dict[Name, Parameter] = Field(default_factory=dict)
    columns: Annotated[dict[Name, ColumnType], Field(min_length=1)]
    needs: tuple[Words, ...] = ()
    finding: Words | dict[Strength, Words]
    none: Words
    missing: str = ""
    reads: str = ""
    strength: str = ""
    certainty: str = ""
    people: str = ""
    agencies: str = ""
    from_: str = Field(default="", alias="from")
    to: str = ""
    evidence: str = ""

    @field_validator("parameters")
    @classmethod
    def _review_id_is_always_bound(cls, parameters: dict[str, Parameter]) -> dict[str, Parameter]:
        if "review_id" in parameters:
            raise ValueError("review_id is given to every question; it is not declared")
        return parameters

    @field_validator("strength", "certainty", "people", "agencies", "from_", "to", "evidence")
    @classmethod
    def _names_a_column(cls, name: str, info: ValidationInfo) -> str:
        columns: dict[str, str] | None = info.data.get("columns")
        role = info.field_name or ""
        if columns is None or not name or name in _literals(role):
            return name
        if name not in columns:
            or_value = f", nor one of {_list(sorted(_literals(role)))}" if _literals(role) else ""
            raise ValueError(f"'{name}' is not a column of this question{or_value}")
        if columns[name] not in _FITTING_TYPES[role]:
            fitting = _list(_FITTING_TYPES[role])
            raise ValueError(f"column '{name}' must be a {fitting}, not a {columns[name]}")
        return name

    @field_validator("finding")
    @classmethod
    def _finding_uses_columns(
        cls, finding: str | dict[Strength, str], info: ValidationInfo
    ) -> str | dict[Strength, str]:
        columns: dict[str, str] | None = info.data.get("columns")
        if isinstance(finding, dict) and not finding:
            raise ValueError("give a sentence for each strength the question can have")
        if columns is not None:
            for sentence in finding.values() if isinstance(finding, dict) else (finding,):
                _check_placeholders(sentence, set(columns), "a column of this question")
        return finding

    @field_validator("none")
    @classmethod
    def _none_uses_the_denominator(cls, none: str) -> str:
        _check_placeholders(none, {"denominator"}, "{denominator}, the only one that 'none' may use")
        return none

    @model_validator(mode="after")
    def _roles_are_filled(self) -> Self:
        for role, usual in _DEFAULT_COLUMNS.items():
            kind = self.columns.get(usual)
            if not getattr(self, role) and kind is not None and kind not in _FITTING_TYPES[role]:
                raise ValueError(f"column '{usual}' must be a {_list(_FITTING_TYPES[role])}, not a {kind}")
        if not self.column_of("evidence"):
            raise ValueError(
                "a question gives the source rows behind each row of its answer: add a list column "
                "'evidence_ids' with the entry_id of each. No evidence, no finding"
            )
        if not self.column_of("strength") and not self.strength:
            raise ValueError(
                "a finding says how it is known: add a column 'strength', or a line such as "
                f"'strength: recorded' ({_list([s.value for s in Strength])})"
            )
        if self.strength in _literals("strength") and not self.sentence_for(Strength(self.strength)):
            raise ValueError(f"'finding' has no sentence for the strength '{self.strength}'")
        return self

    def column_of(self, role: str) -> str | None:
        """The column that holds ``role`` (``strength``, ``people``, ``from_`` …), if the question has one."""
        given: str = getattr(self, role)
        if given:
            return given if given in self.columns else None
        usual = _DEFAULT_COLUMNS[role]
        return usual if usual in self.columns else None

    def sentence_for(self, strength: Strength) -> str | None:
        """The sentence to fill in for a row of this strength; ``None`` where the header has none."""
        return self.finding.get(strength) if isinstance(self.finding, dict) else self.finding


def placeholders(sentence: str) -> Iterator[str]:
    """The names in braces of a sentence. Raises ``ValueError`` for anything but a plain ``{name}``."""
    for _, name, spec, conversion in Formatter().parse(sentence):
        if name is None:
            continue
        if spec or conversion or not re.fullmatch(r"[a-z][a-z0-9_]*", name):
            raise ValueError(f"a sentence holds plain column names in braces, not '{{{name}}}'")
        yield name


def read_day(written: str) -> dt.date:
    """The day that ISO text such as ``2008-03-14`` stands for. Raises ``ValueError`` for anything else."""
    if not _ISO_DAY.fullmatch(written):
        raise ValueError(f"'{written}' is not a day written as year-month-day, such as 2008-03-14")
    return dt.date.fromisoformat(written)


def _literals(role: str) -> frozenset[str]:
    if role == "strength":
        return frozenset(s.value for s in Strength)
    return frozenset(c.value for c in Certainty) if role == "certainty" else frozenset()


def _check_placeholders(sentence: str, allowed: set[str], what: str) -> None:
    for name in placeholders(sentence):
        if name not in allowed:
            raise ValueError(f"{{{name}}} is not {what}")


def _list(words: list[str] | tuple[ColumnType, ...]) -> str:
    return " or ".join(words)
