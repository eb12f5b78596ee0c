"""What stands in the place of every string and every day of a review: the one place where a field is treated."""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Mapping

from scrgraph.coding.agency_names import sector_of
from scrgraph.coding.words import normal
from scrgraph.model.agencies import Agency
from scrgraph.model.base import Thing
from scrgraph.model.entry import Chronology, Entry, RejectedRow
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.people import Person
from scrgraph.model.review import ReviewGraph
from scrgraph.model.vocabulary import Direction, EventKind, Tri
from scrgraph.pseudonyms.agency_roles import sheet_names
from scrgraph.pseudonyms.fields import treatment
from scrgraph.pseudonyms.ids import Ids
from scrgraph.pseudonyms.key import Pseudonyms
from scrgraph.pseudonyms.redactor import Redactor
from scrgraph.pseudonyms.shifted_dates import Shift
from scrgraph.pseudonyms.walk import changed

_CODES = frozenset([*EventKind, *Tri, *Direction])


class WithoutNames:
    """Changes one graph by its key; texts go through the redactor, ids through ``ids``."""

    def __init__(
        self, graph: ReviewGraph, key: Pseudonyms, redactor: Redactor, ids: Ids, shift: Shift | None
    ) -> None:
        self._redactor, self._ids, self._shift = redactor, ids, shift
        self._called = {
            kind: {identity: line.pseudonym for identity, line in key.of(kind).items()}
            for kind in ("review", "person", "agency", "professional", "address", "area", "file")
        }
        self._sheets = sheet_names(graph.chronologies)
        self._sheets_of: dict[str, list[str]] = defaultdict(list)
        for file, sheet in self._sheets:
            self._sheets_of[file].append(sheet)
        self._references = references(graph)
        self._place = ""
        self._near: dt.date | None = None

    def thing(self, thing: Thing) -> Thing | None:
        """Dates are moved as a whole; every other model is gone through, with its place noted for the account."""
        if isinstance(thing, PartialDate):
            return self._date(thing)
        self._near = _day_of(thing)
        if isinstance(thing, (Entry, RejectedRow)):
            self._place = f"{thing.file}, {thing.place}"
        elif not isinstance(thing, ReviewGraph) and not _is_part(thing):
            self._place = type(thing).__name__.lower()
        if isinstance(thing, Agency):
            return self._agency(thing)
        return None

    def day(self, value: dt.date) -> dt.date:
        """The day in the copy."""
        return self._shift.day(value) if self._shift else value

    def labelled(self, label: str, value: str) -> str:
        """The new id of a labelled thing."""
        return self._ids.new(label.lower(), value)

    def string(self, owner: Thing, field: str, value: str) -> str:
        """What stands in the place of a string, by the way its field is treated."""
        treated = treatment(type(owner), field)
        if treated.way == "vocabulary":
            return value
        if treated.way == "id":
            return self._ids.new(treated.of, value)
        if treated.way == "named":
            return self._named(owner, treated.of, value)
        if isinstance(owner, Entry) and value == owner.reference:
            return self._references[value]
        return self._text(value)

    def _text(self, value: str) -> str:
        return self._redactor.text(value, self._place, self._near)

    def _named(self, owner: Thing, of: str, value: str) -> str:
        if of in ("person", "agency", "professional", "household"):
            kind = "address" if of == "household" else of
            called = self._called[kind].get(str(getattr(owner, f"{of}_id")))
            return self._whole(kind, value, called) if called else self._text(value)
        if of in ("area", "file"):
            return self._whole(of, value, self._called[of][value])
        if of == "title":
            return self._whole("review", value, next(iter(self._called["review"].values())))
        if of == "sheet":
            return self._sheets[str(getattr(owner, "file", "")), value]
        if of == "place":
            return self._place_in_file(owner, value)
        if of == "reference":
            return self._whole("reference", value, self._references[value])
        if of == "code":
            return value if value in _CODES else self._text(value)
        if of == "cell":
            return self._redactor.cell(value, self._place, self._near)
        if of == "json":
            return self._row_as_it_was(value)
        return ""

    def _whole(self, kind: str, value: str, called: str) -> str:
        if value != called:
            self._redactor.note(kind, value, called, self._place)
        return called

    def _place_in_file(self, owner: Thing, value: str) -> str:
        file = str(getattr(owner, "file", ""))
        for sheet in sorted(self._sheets_of.get(file, ()), key=len, reverse=True):
            if value.startswith(f"sheet {sheet},"):
                return self._sheets[file, sheet] + value.removeprefix(f"sheet {sheet}")
        return self._redactor.text(value, self._place)

    def _row_as_it_was(self, value: str) -> str:
        try:
            cells = json.loads(value)
        except json.JSONDecodeError:
            return self._text(value)
        if not isinstance(cells, dict):
            return self._text(value)
        redacted: dict[str, str] = {}
        for heading, cell in cells.items():
            new = self._text(str(heading))
            redacted[new if new not in redacted else f"{new} ({len(redacted)})"] = self._text(str(cell))
        return json.dumps(redacted, ensure_ascii=False)

    def _agency(self, agency: Agency) -> Agency:
        called = self._called["agency"].get(agency.agency_id)
        generic = [one for one in agency.spellings if sector_of(one)[1]]
        spellings = (*generic, normal(called)) if called else tuple(map(self._text, agency.spellings))
        plain = agency.model_copy(update={"spellings": ()})
        return changed(plain, _Inside(self)).model_copy(update={"spellings": tuple(dict.fromkeys(spellings))})

    def _date(self, date: PartialDate) -> PartialDate:
        if self._shift:
            return self._shift.date(date)
        update = {
            field: self._redactor.text(value, self._place) if (value := getattr(date, field)) else ""
            for field in ("written", "how", "about", "doubt")
        }
        return date.model_copy(update=update)


class _Inside:
    """The same change for the fields of a model that was begun already."""

    def __init__(self, change: WithoutNames) -> None:
        self._change, self._begun = change, False

    def thing(self, thing: Thing) -> Thing | None:
        if not self._begun:
            self._begun = True
            return None
        return self._change.thing(thing)

    def string(self, owner: Thing, field: str, value: str) -> str:
        return self._change.string(owner, field, value)

    def day(self, value: dt.date) -> dt.date:
        return self._change.day(value)

    def labelled(self, label: str, value: str) -> str:
        return self._change.labelled(label, value)


def references(graph: ReviewGraph) -> Mapping[str, str]:
    """``R1``, ``R2`` and so on for the case and log numbers of the rows, in the order of the files."""
    values = dict.fromkeys(entry.reference for entry in graph.entries if entry.reference)
    return {value: f"R{number}" for number, value in enumerate(values, start=1)}


def _is_part(thing: Thing) -> bool:
    """Whether a model stands inside a row or event whose place is already noted."""
    return type(thing).__name__ in ("Code", "Presence", "Stage", "NearMiss", "Linking")


def _day_of(thing: Thing) -> dt.date | None:
    if isinstance(thing, (Chronology, Person)):
        return None
    date = getattr(thing, "date", None) or getattr(thing, "on", None)
    return date.earliest if isinstance(date, PartialDate) else None
