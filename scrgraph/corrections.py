"""Corrections of who is who: a name, a date or a way of writing put right in people.csv, and taken back again.

Each is a decision of its own (``person-detail``, ``agency-detail``) that says what stood there before and what stands
there now, and is carried out in the file one row at a time, so that two windows lose nothing of each other's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from scrgraph.coding.agency_names import sector_of
from scrgraph.coding.people_names import read_role
from scrgraph.model.vocabulary import PersonKind, Sex
from scrgraph.review.agencies_file import AgencyRecord, write_agencies
from scrgraph.review.cells import parse_date, write_date
from scrgraph.review.decisions import Decision
from scrgraph.review.errors import ReviewError
from scrgraph.review.folder import ReviewFolder
from scrgraph.review.names import key, slug
from scrgraph.review.people_file import PersonRecord, write_people

PERSON, AGENCY = "person-detail", "agency-detail"
#: What can be put right of a person; ``SPELLING`` gives a way of writing to somebody else.
FIELDS, SPELLING = ("name", "kind", "sex", "role", "born", "due", "died"), "spelling"
_DATES, _WORDS = ("born", "due", "died"), {"kind": PersonKind, "sex": Sex}
_ARROW = " → "
_CALLED = {
    "born": "date of birth",
    "due": "expected date of birth",
    "died": "date of death",
    "kind": "kind of person",
}
Record = PersonRecord | AgencyRecord


@dataclass(frozen=True)
class Correction:
    """One thing put right: of ``field`` in the row ``record_id``, what it ``was`` and what it is ``now``.

    For a spelling, ``was`` is the spelling and ``now`` the id of the row that it goes to.
    """

    kind: str
    record_id: str
    field: str
    was: str
    now: str

    @classmethod
    def of(cls, decision: Decision) -> Correction:
        """What a decision corrects. Raises ``ReviewError`` where it does not say so."""
        record_id, comma, field = decision.subject.rpartition(", ")
        was, arrow, now = f" {decision.value} ".partition(_ARROW)
        known = (*FIELDS, SPELLING) if decision.kind == PERSON else (SPELLING,)
        if not comma or not arrow or field not in known:
            raise ReviewError(
                f"“{decision.subject}”, “{decision.value}” is no correction. Write the row and what is put right, as "
                "“kayla-marsh, born”, and what stood there and stands there now, as “1990 → 1990-02-11”."
            )
        return cls(decision.kind, record_id, field, was.strip(), now.strip())

    @property
    def subject(self) -> str:
        """The subject of the decision."""
        return f"{self.record_id}, {self.field}"

    @property
    def value(self) -> str:
        """The value of the decision; nothing before the arrow where nothing stood there."""
        return f"{self.was}{_ARROW}{self.now}".strip()

    @property
    def wanted(self) -> tuple[str, str, str]:
        """Kind, subject and value, as a decision is made of them."""
        return self.kind, self.subject, self.value


def is_correction(decision: Decision) -> bool:
    """Whether a decision is carried out in people.csv or agencies.csv."""
    return decision.kind in (PERSON, AGENCY)


def correction(folder: ReviewFolder, person_id: str, field: str, was: str, now: str) -> Correction:
    """What would put one field of a person right; ``was`` is what the author saw there.

    Raises ``ReviewError`` for what cannot stand there, for somebody people.csv does not have, and where the field has
    been changed meanwhile.
    """
    if field not in FIELDS:
        raise ReviewError(f"“{field}” of a person cannot be put right here.")
    people = folder.people()
    person = _row(people, person_id, PERSON)
    text = _as_written(field, now)
    if field == "name":
        _free(people, person_id, text)
    stands = detail(person, field)
    if stands not in (was.strip(), text):
        raise ReviewError(
            f"The {called(field)} was changed to “{stands}” meanwhile, in another window or in people.csv. Nothing was "
            "changed; load the page again and see."
        )
    if stands == text:
        raise ReviewError(f"The {called(field)} is “{stands}” already. Nothing was changed.")
    return Correction(PERSON, person_id, field, stands, text)


def apart(folder: ReviewFolder, kind: str, record_id: str, spelling: str) -> tuple[tuple[str, str, str], ...]:
    """The decisions that make one way of writing a person or an agency somebody of their own.

    ``kind`` is ``PERSON`` or ``AGENCY``. Each decision is kind, subject and value. Raises ``ReviewError``.
    """
    rows = _rows(folder, kind)
    row = _row(rows, record_id, kind)
    spelling = next((one for one in row.spellings if key(one) == key(spelling)), " ".join(spelling.split()))
    if not key(spelling):
        raise ReviewError("Give the way of writing that means somebody else.")
    if key(spelling) == key(row.name):
        raise ReviewError(f"“{spelling}” is the name itself. Take the other ways of writing apart from it.")
    other = next((one for one in rows if _id(one) != record_id and _is_written(one, spelling)), None)
    if other is not None:
        raise ReviewError(
            f"{_file(kind)} has “{spelling}” as {other.name}, in a row of their own. If a decision makes the two one, "
            "undo that decision."
        )
    move = Correction(kind, record_id, SPELLING, spelling, _free_id(rows, spelling))
    if kind == PERSON:
        return move.wanted, ("person", f"{record_id} = {move.now}", "not same")
    return move.wanted, ("agency", f"{row.name} = {spelling}", "not same")


def called(field: str) -> str:
    """What a field of a person is called in a sentence."""
    return _CALLED.get(field, field)


def detail(person: PersonRecord, field: str) -> str:
    """What people.csv says in a field of a person, as it is written there."""
    value = getattr(person, field)
    return write_date(value) if field in _DATES else str(getattr(value, "value", value))


def carry_out(folder: ReviewFolder, decision: Decision) -> None:
    """Put right in the file what a decision says. Raises ``ReviewError``; nothing was changed then."""
    given = Correction.of(decision)
    rows = _rows(folder, given.kind)
    if given.field != SPELLING:
        _write(folder, given.kind, _changed(rows, given.record_id, given.field, given.was, given.now))
        return
    source, target = _row(rows, given.record_id, given.kind), _find(rows, given.now)
    without = tuple(one for one in source.spellings if key(one) != key(given.was))
    rows = _put(rows, source.model_copy(update={"spellings": without}))
    if target is None:
        rows = (*rows, _somebody(source, given))
    elif not _is_written(target, given.was):
        rows = _put(rows, target.model_copy(update={"spellings": (*target.spellings, given.was)}))
    _write(folder, given.kind, rows)


def take_back(folder: ReviewFolder, decision: Decision) -> None:
    """Have the file say again what it said before a decision was carried out.

    Raises ``ReviewError`` where the file has been changed since in a way that this would lose.
    """
    given = Correction.of(decision)
    rows = _rows(folder, given.kind)
    if given.field != SPELLING:
        back = _changed(rows, given.record_id, given.field, given.now, given.was, back=True)
        _write(folder, given.kind, back)
        return
    source, target = _row(rows, given.record_id, given.kind), _find(rows, given.now)
    if target is not None and key(target.name) == key(given.was):
        if not _as_made(target, rows):
            raise ReviewError(
                f"{target.name} has a row of their own in {_file(given.kind)} that has been filled in since, which "
                "would be lost. Nothing was undone. To have the two as one again, make them one on the screen People."
            )
        rows = tuple(one for one in rows if one is not target)
    elif target is not None:
        left = tuple(one for one in target.spellings if key(one) != key(given.was))
        rows = _put(rows, target.model_copy(update={"spellings": left}))
    if not _is_written(source, given.was):
        rows = _put(rows, source.model_copy(update={"spellings": (*source.spellings, given.was)}))
    _write(folder, given.kind, rows)


def _changed(
    rows: Sequence[Any], record_id: str, field: str, was: str, now: str, back: bool = False
) -> tuple[Any, ...]:
    """The rows with one field changed. Nothing is changed where it says ``now`` already.

    A name that is put right stays as a way of writing; one that is taken ``back`` was a mistake and does not.
    """
    person = _row(rows, record_id, PERSON)
    stands = detail(person, field)
    if stands not in (was, now):
        raise ReviewError(
            f"The {called(field)} of {person.name} is “{stands}” by now, so this was not done. Undo what was changed "
            "after it first, or put it right on their page."
        )
    value: object = parse_date(now) if field in _DATES else now
    changed = {field: _WORDS[field](now) if field in _WORDS else value}
    if field == "name":
        _free(rows, record_id, now)
        if not back and key(person.name) not in map(key, person.spellings):
            changed["spellings"] = (*person.spellings, person.name)
    return _put(rows, person.model_copy(update=changed))


def _as_written(field: str, text: str) -> str:
    """What an author writes in a field, as the file keeps it. Raises ``ReviewError``."""
    text = " ".join(text.split())
    if "→" in text or len(text) > 200:
        raise ReviewError("That is too long, or has an arrow in it. Write it without.")
    if field == "name" and not key(text):
        raise ReviewError("Give a name.")
    try:
        if field in _DATES:
            return write_date(parse_date(text))
        return _WORDS[field](text or "unknown").value if field in _WORDS else text
    except ValueError as reason:
        raise ReviewError(f"The {called(field)} was not changed: {reason}") from None


def _somebody(source: Any, given: Correction) -> Record:
    """The row for a way of writing that is somebody of their own from now on, with what its words tell."""
    if isinstance(source, AgencyRecord):
        sector, _ = sector_of(given.was)
        same = sector in ("unknown", source.sector)
        told = (
            {"sector": source.sector, "focus": source.focus, "area": source.area}
            if same
            else {"sector": sector}
        )
        return AgencyRecord.model_validate(
            {"agency_id": given.now, "name": given.was, "spellings": (given.was,), **told}
        )
    role = read_role(given.was)
    return PersonRecord(
        person_id=given.now, name=given.was, kind=role.kind, sex=role.sex, role=role.role, spellings=(given.was,)
    )  # fmt: skip


def _as_made(row: Any, rows: Sequence[Any]) -> bool:
    """Whether a row holds no more than it was given when it was taken apart."""
    if any(key(one) != key(row.name) for one in row.spellings):
        return False
    if isinstance(row, AgencyRecord):
        return not (row.covers_from.known or row.covers_to.known)
    named = any(tie.person_id == row.person_id for one in rows for tie in one.kin)
    dated = row.born.known or row.due.known or row.died.known
    return not (named or dated or row.index_child or row.stayed or row.kin)


def _free(people: Sequence[Any], person_id: str, name: str) -> None:
    other = next((one for one in people if one.person_id != person_id and _is_written(one, name)), None)
    if other is not None:
        raise ReviewError(
            f"“{name}” is how {other.name} is written in people.csv. If they are one person, make them one; nothing "
            "was changed."
        )


def _is_written(row: Any, spelling: str) -> bool:
    return key(spelling) in map(key, (row.name, *row.spellings))


def _rows(folder: ReviewFolder, kind: str) -> tuple[Any, ...]:
    return folder.people() if kind == PERSON else folder.agencies()


def _write(folder: ReviewFolder, kind: str, rows: Sequence[Any]) -> None:
    if kind == PERSON:
        write_people(folder.people_path, rows)
    else:
        write_agencies(folder.agencies_path, rows)


def _row(rows: Sequence[Any], record_id: str, kind: str) -> Any:
    found = _find(rows, record_id)
    if found is None:
        raise ReviewError(
            f"{_file(kind)} has no row “{record_id}”. Wait until the review has been read, or see whether the row "
            "was taken out."
        )
    return found


def _find(rows: Sequence[Any], record_id: str) -> Any:
    return next((one for one in rows if _id(one) == record_id), None)


def _id(row: Any) -> str:
    return str(row.person_id if isinstance(row, PersonRecord) else row.agency_id)


def _put(rows: Sequence[Any], row: Any) -> tuple[Any, ...]:
    return tuple(row if _id(one) == _id(row) else one for one in rows)


def _free_id(rows: Sequence[Any], spelling: str) -> str:
    taken, wanted, number = {_id(one).casefold() for one in rows}, slug(spelling, otherwise="somebody"), 2
    found = wanted
    while found.casefold() in taken:
        found, number = f"{wanted}-{number}", number + 1
    return found


def _file(kind: str) -> str:
    return "people.csv" if kind == PERSON else "agencies.csv"
