"""The values a question is asked with: what the reader gave, else the defaults, each as its declared type."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from difflib import get_close_matches

from pydantic import TypeAdapter, ValidationError

from scrgraph.model.review import Review
from scrgraph.questions.errors import BadParameter
from scrgraph.questions.header import DAY_WORDS, Header, Parameter, read_day
from scrgraph.store.base import Store, Value

Given = str | int | dt.date
_INTEGER = TypeAdapter(int)
_SPAN = (
    "MATCH (e:Entry) WHERE e.review_id = $review_id AND e.on_earliest IS NOT NULL "
    "RETURN min(e.on_earliest) AS first_day, max(e.on_latest) AS last_day"
)


class DayNotKnown(Exception):
    """The review gives no day for a word such as ``incident``; the message says what is missing."""


def bind(
    header: Header, store: Store, review: Review, given: Mapping[str, Given] | None = None
) -> dict[str, Value]:
    """Every parameter of the question with its value, and ``review_id``. An empty text means the default.

    Raises ``BadParameter`` for a name the question does not have or a value that cannot be read, and
    ``DayNotKnown`` when a date is to come from the review and the review has none.
    """
    chosen = {name: value for name, value in (given or {}).items() if value != ""}
    for name in chosen:
        if name not in header.parameters:
            raise BadParameter(_unknown(header, name))
    bound: dict[str, Value] = {"review_id": review.review_id}
    for name, parameter in header.parameters.items():
        value = _coerced(name, parameter, chosen.get(name, parameter.default))
        bound[name] = _day(value, store, review) if parameter.type == "date" and value in DAY_WORDS else value
    return bound


def _coerced(name: str, parameter: Parameter, value: Given) -> Given:
    if parameter.type == "text":
        return str(value)
    if parameter.type == "integer":
        try:
            return _INTEGER.validate_python(value)
        except ValidationError as error:
            raise BadParameter(f"'{name}' takes a whole number such as 28, not '{value}'.") from error
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date) or value in DAY_WORDS:
        return value
    try:
        return read_day(str(value).strip())
    except ValueError as error:
        raise BadParameter(
            f"'{name}' takes a day written as year-month-day, such as 2008-03-14, not '{value}'."
        ) from error


def _day(word: Given, store: Store, review: Review) -> dt.date:
    """The day a word stands for: ``incident`` and ``as_of`` the day the questions look back from."""
    if word in ("incident", "as_of"):
        day = review.as_of or review.incident_date
        if day is None:
            raise DayNotKnown("the date of the incident; give it in review.toml")
        return day
    row = store.run(_SPAN, {"review_id": review.review_id}).dicts()[0]
    found = row["first_day" if word == "first" else "last_day"]
    if not isinstance(found, dt.date):
        raise DayNotKnown("a chronology entry with a date that can be read")
    return found


def _unknown(header: Header, name: str) -> str:
    if not header.parameters:
        return f"'{name}' cannot be given to {header.id}: this question takes no values."
    near = get_close_matches(name, header.parameters, n=1)
    offer = f" Did you mean {near[0]}?" if near else ""
    return f"'{name}' is not a value that {header.id} takes. It takes: {', '.join(header.parameters)}.{offer}"
