"""Reading one row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from scrgraph.coding.free_text.child_seen import RowOf, seen_as_weighed, told_of_arrival, told_of_child
from scrgraph.coding.free_text.choose import Choice, agreed, choose, ways_of
from scrgraph.coding.free_text.confidence import ENCODER, confidence_of
from scrgraph.coding.free_text.encoder.row_scores import RowScores
from scrgraph.coding.free_text.features import findings_of, seen_findings, words_of
from scrgraph.coding.free_text.happenings import Happening, happenings_of
from scrgraph.coding.free_text.known_names import KnownNames
from scrgraph.coding.free_text.lexicon import Item
from scrgraph.coding.free_text.mentions import items_of, kinds_of_row, people_of_row, shown_name
from scrgraph.coding.free_text.passing import Passing, passings_of
from scrgraph.coding.free_text.plausible import names_no_child, supervises_a_client
from scrgraph.coding.free_text.reading import TextReading
from scrgraph.coding.free_text.sides import other_sectors, other_side
from scrgraph.coding.free_text.standing import Scope, scopes_of
from scrgraph.coding.free_text.weighing import CHILD_SEEN, DIRECTION, KIND, weigh
from scrgraph.coding.words import normal, word_list
from scrgraph.model.agencies import NOT_AN_AGENCY
from scrgraph.model.entry import Code, Entry
from scrgraph.model.vocabulary import Direction, EventKind, Tri

_FAMILY = "Family"


#: A row's words as items and the text they stand in, and all that the rules find there.
Found = tuple[list[Item], str, list[Scope], list[Happening], list[Passing], Choice]


def read_row(entry: Entry, sector: str, known: KnownNames) -> TextReading:
    """What the text and action of ``entry`` tell; ``sector`` is that of the agency that wrote it."""
    return read_found(found_in(entry, sector, known), entry, sector, known)


def read_found(
    found: Found, entry: Entry, sector: str, known: KnownNames, scores: RowScores | None = None
) -> TextReading:
    """What a row tells of which ``found`` was found; with ``scores``, the encoder's, both are heard."""
    items, text, scopes, happenings, passings, choice = found
    if not items:
        return TextReading()
    words = words_of(items, scopes, sector, entry.role_text)
    findings = findings_of(items, happenings, passings, choice)
    kind = weigh(KIND, words | findings, heard=scores.kind if scores else None)
    if supervises_a_client(kind.kind, items, sector):
        kind = replace(kind, answer=EventKind.CONTACT.value)
    way = weigh(
        DIRECTION,
        words | findings | {f"kind={kind.answer}"},
        ways_of(kind.kind),
        scores.way if scores else None,
    )
    choice = agreed(choice, kind, way, passings)
    if scores is None:
        others = _other_side(items, scopes, passings, choice, sector, words)
    else:
        others = _others_read(items, choice, scores)
    received = choice.direction is Direction.IN
    row = RowOf(sector, choice.kind, _kinds(entry, known), received)
    seen, alone = told_of_child(items, scopes, row)
    weighed = weigh(
        CHILD_SEEN, words | seen_findings(row, seen, alone), heard=scores.seen if scores else None
    )
    seen = seen_as_weighed(seen, weighed, len(items))
    if seen[0] is Tri.YES and choice.kind is not EventKind.BIRTH and names_no_child(row.people, items):
        seen = (Tri.UNKNOWN, (0, 0), "")
    if seen[0] is not Tri.YES:
        alone = (Tri.UNKNOWN, (0, 0), "")
    arrival = told_of_arrival(items) if choice.direction else (Tri.UNKNOWN, (0, 0), "")
    by = "" if scores is None else ENCODER
    codes = [_code("kind", choice.kind.value, choice.route, choice.words, items, text, by)]
    codes += [_code("also", kind.value, "also", choice.words, items, text, by) for kind in choice.also]
    if choice.direction:
        route = f"{way.evidence} {choice.kind}"
        codes.append(_code("direction", choice.direction.value, route, choice.words, items, text, by))
        about = "from" if received else "to"
        codes += [_code(about, name, choice.route, place, items, text, by) for name, place in others]
    for about, told in (("child_seen", seen), ("seen_alone", alone), ("received", arrival)):
        if told[0] is not Tri.UNKNOWN:
            codes.append(_code(about, told[0].value, told[2], told[1], items, text, by))
    names = tuple(dict.fromkeys(name for name, _ in others))
    return TextReading(
        kind=choice.kind,
        also=choice.also,
        direction=choice.direction,
        to=() if received else names,
        sender=names if received else (),
        child_seen=seen[0],
        seen_alone=alone[0],
        received=arrival[0],
        codes=tuple(codes),
    )


def found_in(entry: Entry, sector: str, known: KnownNames) -> Found:
    """A row's words as items and the text they stand in, and all that the rules find there."""
    items, text = _items(entry, sector, known)
    scopes = scopes_of(items)
    happenings, passings = happenings_of(items, scopes, sector), passings_of(items, scopes)
    return items, text, scopes, happenings, passings, choose(items, happenings, passings, sector)


def _items(entry: Entry, sector: str, known: KnownNames) -> tuple[list[Item], str]:
    """The words of the row's two cells, and the text their places refer to."""
    own = normal(entry.agency_text)
    extra = people_of_row(entry.people_text, known)
    items = items_of(entry.text, sector, own, known.tree, extra)
    if not entry.action_text:
        return items, entry.text
    shift = len(entry.text) + 1
    for item in items_of(entry.action_text, sector, own, known.tree, extra, in_action=True):
        items.append(
            Item(
                item.word,
                item.labels,
                item.start + shift,
                item.end + shift,
                item.gap,
                True,
                item.sector,
                item.name,
                item.family,
            )
        )
    return items, f"{entry.text}\n{entry.action_text}"


def _other_side(
    items: Sequence[Item],
    scopes: Sequence[Scope],
    passings: Sequence[Passing],
    choice: Choice,
    sector: str,
    words: set[str],
) -> list[tuple[str, tuple[int, int]]]:
    """The agencies on the other side, as names, each with the place of its words."""
    places, other = other_side(items, scopes, passings, choice, sector, words)
    if other == NOT_AN_AGENCY:
        return [(_FAMILY, choice.words)] if choice.direction is Direction.IN else []
    if other:
        return [(shown_name(other), choice.words)] if other in word_list("sectors.toml") else []
    return [(items[place].name, (place, place + 1)) for place in places]


def _others_read(
    items: Sequence[Item], choice: Choice, scores: RowScores
) -> list[tuple[str, tuple[int, int]]]:
    """The agencies on the other side by the encoder, as names, each with the place of its words."""
    found: list[tuple[str, tuple[int, int]]] = []
    for sector, places in other_sectors(scores, choice.direction, items) if choice.direction else []:
        if places:
            found += [(items[place].name, (place, place + 1)) for place in places]
        elif sector == NOT_AN_AGENCY and choice.direction is Direction.IN:
            found.append((_FAMILY, choice.words))
        elif sector != NOT_AN_AGENCY and sector in word_list("sectors.toml"):
            found.append((shown_name(sector), choice.words))
    return found


def _kinds(entry: Entry, known: KnownNames) -> frozenset[str]:
    """The kinds of the people in the row's own cell: child, adult or unknown."""
    return frozenset(kinds_of_row(entry.people_text, known))


def _code(
    about: str, value: str, evidence: str, words: tuple[int, int], items: Sequence[Item], text: str, by: str
) -> Code:
    said = items[words[0] : words[1]]
    return Code(
        about=about,
        value=value,
        confidence=confidence_of(about, value, evidence, by),
        words=text[said[0].start : said[-1].end] if said else "",
    )
