"""Names out: a whole review in which everybody and everything is called by what it is."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from scrgraph.model.entry import Entry
from scrgraph.model.finding import Finding
from scrgraph.model.review import ReviewGraph
from scrgraph.pseudonyms.ages import Ages, clock_note, told_by
from scrgraph.pseudonyms.change import WithoutNames, references
from scrgraph.pseudonyms.fields import treatment
from scrgraph.pseudonyms.find_names import NameFinder
from scrgraph.pseudonyms.ids import Ids
from scrgraph.pseudonyms.initials import KIND as INITIAL
from scrgraph.pseudonyms.initials import InitialFinder
from scrgraph.pseudonyms.key import Pseudonyms
from scrgraph.pseudonyms.known_names import SHARED, KnownNames, spelled
from scrgraph.pseudonyms.missed import MissedNames, ToCheck
from scrgraph.pseudonyms.name_tokens import composed, name_tokens
from scrgraph.pseudonyms.redactor import Redactor, Replacement
from scrgraph.pseudonyms.settle import completed
from scrgraph.pseudonyms.shifted_dates import Shift
from scrgraph.pseudonyms.walk import changed, strings
from scrgraph.questions.findings import finding_id

_PROSE = ("text", "action_text", "event_text")
_CELLS = ("people_text", "professional_text", "agency_text", "to_text", "from_text")
#: A word that the review's own texts write this often in small letters is an ordinary one.
_OFTEN = 2
#: Why words of some kinds that were left as they are have to be looked at.
_LEFT = {
    "date": "left as it is; it may be a date",
    INITIAL: "left as it is; it may be the initial of a person, and no known person alone fits",
}


@dataclass(frozen=True)
class Said:
    """Words of the author, where they stand, and the day of the row they are about."""

    words: str
    place: str
    near: dt.date | None = None


@dataclass(frozen=True)
class Replaced:
    """A review without names: ``graph`` to go on with, and for the author's eyes only, the rest.

    ``key`` is the whole key, to be kept for the next time; ``replacements`` say what was replaced and ``to_check`` what
    may have been missed; ``entry_ids`` and the shown ``names`` of people and agencies are old to new.
    """

    graph: ReviewGraph
    key: Pseudonyms
    replacements: tuple[Replacement, ...]
    to_check: tuple[ToCheck, ...]
    entry_ids: Mapping[str, str]
    names: Mapping[str, str]
    redactor: Redactor
    shift: Shift | None

    def words(self, text: str, near: dt.date | None = None) -> str:
        """A text of the author, such as a comment on a finding, redacted in the same way."""
        return self.redactor.text(text, "", near)

    def finding_ids(self, findings: Iterable[Finding]) -> dict[str, str]:
        """The id in the copy of every finding of the review itself, by its own id, so that what was decided is found.

        Findings told apart by a number alone ("-2") have the same number in the copy where their order is the same.
        """
        new = {}
        for finding in findings:
            plain = finding_id(
                finding.question,
                [self.entry_ids[row.entry_id] for row in finding.evidence],
                [self.names.get(name, name) for name in finding.people],
                [self.names.get(name, name) for name in finding.agencies],
                self.shift.day(finding.from_) if self.shift and finding.from_ else finding.from_,
            )
            number = finding.id.removeprefix(f"{finding.question}-").partition("-")[2]
            new[finding.id] = f"{plain}-{number}" if number else plain
        return new


def pseudonymised(graph: ReviewGraph, settled: Pseudonyms, said: Iterable[Said] = ()) -> Replaced:
    """The graph with every name, number and id replaced, by the pseudonyms settled before and new ones at their end.

    The same graph and key give the same copy. With ``settled.dates`` "shifted" all dates are moved by one secret number
    of weeks, which the key holds; with "ages" they are told as the age of the oldest child under review. ``said`` are
    texts of the author that go with the copy: they are in the account of what was replaced and what to check. Raises
    ``ReviewError`` where no such child has a day of birth.
    """
    key = completed(graph, settled)
    ordinary = _ordinary(graph)
    known = KnownNames(ordinary)
    whole = _take_in(known, graph, key)
    shift = _moved(graph, key)
    initials = InitialFinder(
        graph.people, graph.professionals, _by_id(key, "person"), _by_id(key, "professional")
    )
    redactor = Redactor(NameFinder(known.written()), initials, shift, whole)
    called = {kind: _by_id(key, kind) for kind in ("person", "agency", "professional")}
    called["household"] = _by_id(key, "address")
    roles = {
        one.professional_id: f"{called['agency'].get(one.agency_id, '')} {one.display_name}"
        for one in graph.professionals
    }
    called["professional"] = {
        identity: redactor.text(words)
        for identity, words in roles.items()
        if identity not in called["professional"]
    } | called["professional"]
    called["agency"] = {
        one.agency_id: called["agency"].get(one.agency_id) or redactor.text(one.display_name)
        for one in graph.agencies
    }
    ids = Ids(graph, called)
    redactor.forget()
    new = changed(graph, WithoutNames(graph, key, redactor, ids, shift))
    if shift:
        new = _said_of_days(graph, new, key)
    told = [(redactor.text(one.words, one.place, one.near), one.place) for one in said]
    return Replaced(
        graph=new,
        key=key,
        replacements=redactor.replacements,
        to_check=(*_doubtful(redactor.replacements), *_missed(graph, new, key, ordinary, told)),
        entry_ids=ids.all_of("entry"),
        names=_names(graph, new),
        redactor=redactor,
        shift=shift,
    )


def _moved(graph: ReviewGraph, key: Pseudonyms) -> Shift | None:
    """How the days of the review are moved; ``None`` where they are kept."""
    if key.dates == "kept":
        return None
    if key.dates == "shifted":
        return Shift(dt.timedelta(weeks=key.weeks))
    born = told_by(graph.people).born.earliest
    return Ages(born) if born else None


def _said_of_days(old: ReviewGraph, new: ReviewGraph, key: Pseudonyms) -> ReviewGraph:
    """The copy with what a reader has to know of its days in its title, and without what its days no longer fit.

    School holidays and the like go by the calendar of the nation, which moved days have left.
    """
    review = new.review
    update = {"nation": f"{review.nation} (days moved)"} if review.nation else {}
    if key.dates == "ages":
        called = _by_id(key, "person")[told_by(old.people).person_id]
        several = sum(person.index_child for person in old.people) > 1
        update["title"] = f"{review.title}; {clock_note(called, several)}"
    return new.model_copy(update={"review": review.model_copy(update=update)})


def _names(old: ReviewGraph, new: ReviewGraph) -> dict[str, str]:
    """The names that findings give of people and agencies, old to new."""
    people = zip(old.people, new.people, strict=True)
    agencies = zip(old.agencies, new.agencies, strict=True)
    return {before.display_name: after.display_name for before, after in people} | {
        before.display_name: after.display_name for before, after in agencies
    }


def _by_id(key: Pseudonyms, kind: str) -> dict[str, str]:
    return {identity: line.pseudonym for identity, line in key.of(kind).items()}


def _take_in(known: KnownNames, graph: ReviewGraph, key: Pseudonyms) -> dict[tuple[str, ...], str]:
    """Every name of graph and key into ``known``; returned are the spellings that count only as a whole cell."""
    spellings = {
        ("person", one.person_id): (one.display_name, *one.spellings)
        for one in graph.people
        if not one.unnamed
    }
    spellings |= {("agency", one.agency_id): (one.display_name, *one.spellings) for one in graph.agencies}
    spellings |= {("professional", one.professional_id): (one.display_name,) for one in graph.professionals}
    whole: dict[tuple[str, ...], str] = {}
    unnamed = {person.person_id for person in graph.people if person.unnamed}
    for line in key.lines:
        if line.kind in ("review", "dates", "no name") or (line.kind == "person" and line.id in unnamed):
            continue
        ways = (line.name, *line.spellings, *spellings.get((line.kind, line.id), ()))
        known.add(line.kind, line.pseudonym or SHARED, ways)  # type: ignore[arg-type]
        if line.kind in ("person", "professional"):
            whole |= {
                words: line.pseudonym for way in ways if len(words := spelled(way)) == 1 and len(words[0]) < 3
            }
    for value, instead in references(graph).items():
        if sum(letter.isdigit() for letter in value) > 3:
            known.add("reference", instead, (value,))
    return whole


def _ordinary(graph: ReviewGraph) -> frozenset[str]:
    """Words that the texts of the rows write in small letters, time and again."""
    count: Counter[str] = Counter()
    for entry in graph.entries:
        for field in _PROSE:
            text = composed(getattr(entry, field))
            count.update(token.word for token in name_tokens(text) if text[token.start].islower())
    return frozenset(word for word, times in count.items() if times >= _OFTEN)


def _doubtful(replacements: Iterable[Replacement]) -> list[ToCheck]:
    return [
        ToCheck(
            words=one.words,
            why=_LEFT.get(one.kind) or f"replaced by '{one.instead}'; it may be an ordinary word",
            times=one.doubtful,
            place=next(iter(one.places), ""),
        )
        for one in replacements
        if one.doubtful
    ]


def _missed(
    old: ReviewGraph,
    new: ReviewGraph,
    key: Pseudonyms,
    ordinary: frozenset[str],
    told: Iterable[tuple[str, str]],
) -> tuple[ToCheck, ...]:
    no_names = [word for line in key.lines if line.kind == "no name" for word in (line.name, *line.spellings)]
    texts = [line.pseudonym for line in key.lines if line.kind not in ("no name", "word")]
    missed = MissedNames(ordinary, texts, [*no_names, "date", "name", "address", "number", "phone", "mail"])
    for before, after in zip(old.entries, new.entries, strict=True):
        place = f"{before.file}, {before.place}"
        for field in (*_PROSE, *_CELLS):
            missed.look(getattr(after, field), place, names_only=field in _CELLS)
        said = {getattr(before, field) for field in (*_PROSE, *_CELLS)}
        for heading, cell in zip(before.original, after.original.items(), strict=True):
            if before.original[heading] not in said:
                missed.look(cell[1], place)
    for owner, field, value in strings(new):
        if not isinstance(owner, Entry) and treatment(type(owner), field).way == "text":
            missed.look(value, type(owner).__name__.lower())
    for words, place in told:
        missed.look(words, place)
    return missed.found
