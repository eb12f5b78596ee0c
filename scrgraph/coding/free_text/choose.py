"""The one kind of a row, by the order of docs/how-rows-are-coded.md, from all that its words tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scrgraph.coding.free_text.happenings import Happening
from scrgraph.coding.free_text.lexicon import Item
from scrgraph.coding.free_text.passing import Passing, tells_concern, tried_in_vain, turned
from scrgraph.coding.free_text.weighing import Weighed
from scrgraph.coding.free_text.word_data import word_data
from scrgraph.model.vocabulary import MEETING_KINDS, Direction, EventKind

#: Kinds of passing that ask the other agency to act or close a loop; mere telling leaves the event its kind.
_ASKS_OR_CLOSES = frozenset(
    {
        EventKind.REFERRAL,
        EventKind.REQUEST,
        EventKind.INVITATION,
        EventKind.TRANSFER,
        EventKind.DISCHARGE,
        EventKind.ESCALATION,
        EventKind.FEEDBACK,
        EventKind.ACKNOWLEDGEMENT,
    }
)
_ALSO = frozenset(
    {
        EventKind.VISIT,
        EventKind.MEDICAL,
        EventKind.INCIDENT,
        EventKind.MISSED_ATTENDANCE,
        EventKind.NO_ACCESS,
        EventKind.DISCLOSURE,
        EventKind.ASSESSMENT,
        EventKind.BIRTH,
        EventKind.MOVE,
        EventKind.CASE_CLOSURE,
        EventKind.PREGNANCY,
    }
)


_SENTENCE, _LATER, _LIKELY, _USUAL, _BEGINNING = 3, 8, 20, 8, 3
_MEETS = MEETING_KINDS | {EventKind.AGREED_ACTION}


@dataclass(frozen=True, slots=True)
class Choice:
    """The kind of a row, what it says besides, and the evidence: its route and the words' place."""

    kind: EventKind
    route: str
    words: tuple[int, int]
    also: tuple[EventKind, ...] = ()
    direction: Direction | None = None
    passings: tuple[Passing, ...] = ()


def choose(
    items: Sequence[Item], happenings: Sequence[Happening], passings: Sequence[Passing], sector: str
) -> Choice:
    """What the row is coded as; ``sector`` is its writer's.

    ``happenings`` and ``passings`` are all that its words tell, in any order.
    """
    sentences = _sentences(items)
    ordered = sorted(happenings, key=lambda one: (_weight(one, sentences, sector), one.first))
    strong = [one for one in ordered if one.sign.strong]
    likely = [one for one in ordered if not one.sign.strong]
    begins = min((one.first for one in passings), default=len(items))
    met = next((one for one in strong if one.sign.kind in _MEETS), None)
    if met and (met.first < begins or met.first < _BEGINNING):
        return _of(met, "meeting")
    inward = _inward(items, passings)
    outward = [one for one in passings if one.act.direction is Direction.OUT]
    asking = [one for one in outward if one.act.kind in _ASKS_OR_CLOSES]
    differ = next((one for one in strong if one.sign.kind is EventKind.DISAGREEMENT), None)
    if differ and not asking and all(one.act.kind is EventKind.NOTIFICATION for one in inward):
        return _of(differ, "strong", [one for one in outward if one.others])
    if strong and inward and all(one.act.weak for one in inward) and strong[0].first < inward[0].first:
        inward = []
    if inward:
        return _reached(items, strong, inward, sector)
    if tells_concern(items, sector, by_family=True) and not asking:
        return Choice(EventKind.REFERRAL, "family", (0, len(items)), (), Direction.IN)
    if asking:
        return _passed(asking, outward, _besides(strong, asking[0].act.kind))
    told = [one for one in outward if one.others]
    own = [one for one in strong if one.sign.kind is not EventKind.CONTACT]
    if told and not own:
        turn = turned(items, Direction.OUT)
        if turn:
            return Choice(turn, f"turned.out.{turn}", _words(told[0]), (), Direction.OUT, tuple(told))
        if tried_in_vain(items):
            return Choice(EventKind.CONTACT, "in vain", _words(told[0]))
    if strong:
        return _of(strong[0], "strong", told, _besides(strong[1:], strong[0].sign.kind))
    if told:
        return Choice(EventKind.NOTIFICATION, "out.tell", _words(told[0]), (), Direction.OUT, tuple(told))
    if likely:
        return _of(likely[0], "likely", told)
    if outward:
        return _passed(outward, outward, ())
    return Choice(EventKind.OTHER, "nothing", (0, 0))


def agreed(choice: Choice, weighed: Weighed, way: Weighed, passings: Sequence[Passing]) -> Choice:
    """The rules' choice where the weights speak for it, else what these speak for, on the words found for it."""
    alike = "with the rules" if choice.kind is weighed.kind else "against the rules"
    route = f"{weighed.evidence} {alike}"
    if way.direction is choice.direction:
        kept = choice.passings
    else:
        kept = tuple(one for one in passings if way.direction and one.act.direction is way.direction)
    words = choice.words if choice.kind is weighed.kind or not kept else _words(kept[0])
    also = tuple(kind for kind in choice.also if kind is not weighed.kind)
    return Choice(weighed.kind, route, words, also, way.direction, kept)


def ways_of(kind: EventKind) -> tuple[str, ...]:
    """The directions that a row of a kind can have: what asks or closes always has one."""
    always = kind in _ASKS_OR_CLOSES or kind is EventKind.NOTIFICATION
    return tuple(Direction) if always else ()


def _reached(
    items: Sequence[Item], strong: Sequence[Happening], inward: Sequence[Passing], sector: str
) -> Choice:
    """A row of something that reached the agency."""
    one = min(inward, key=lambda each: (_order(each), each.first))
    kind, route = one.act.kind, f"in.{one.act.name}{'.weak' if one.act.weak else ''}{_nobody(inward)}"
    if kind is EventKind.NOTIFICATION:
        turn = turned(items, Direction.IN)
        if turn is None and tells_concern(items, sector, by_family=False):
            turn = EventKind.REFERRAL
        kind, route = (turn, f"turned.in.{turn}") if turn else (kind, route)
    also = _besides([each for each in strong if each.after <= inward[0].first], kind)
    return Choice(kind, route, _words(one), also, Direction.IN, tuple(inward))


def _passed(acts: Sequence[Passing], outward: Sequence[Passing], also: tuple[EventKind, ...]) -> Choice:
    """A row of something that the agency passed on, by the act that says most of ``acts``."""
    one = min(acts, key=lambda each: (_order(each), each.first))
    route = f"out.{one.act.name}{_nobody(outward)}"
    return Choice(one.act.kind, route, _words(one), also, Direction.OUT, tuple(outward))


def _nobody(passings: Sequence[Passing]) -> str:
    return "" if any(one.others for one in passings) else ".nobody"


def _words(one: Passing) -> tuple[int, int]:
    return one.first, one.after


def _sentences(items: Sequence[Item]) -> list[int]:
    """For every item, in which sentence of the row it stands, from 0."""
    found, number = list[int](), 0
    for place, item in enumerate(items):
        number += place > 0 and item.gap >= _SENTENCE
        found.append(number)
    return found


def _weight(one: Happening, sentences: Sequence[int], sector: str) -> int:
    """Less for what names the row sooner: by its kind, how strong the sign is, how early it stands, and who writes."""
    usual = word_data("happenings.toml")["usual"].get(sector, ())
    weight = one.sign.rank + (0 if one.sign.strong else _LIKELY) + _LATER * min(sentences[one.first], 3)
    return weight - (_USUAL if one.sign.kind in usual else 0)


def _of(one: Happening, route: str, told: Sequence[Passing] = (), also: tuple[EventKind, ...] = ()) -> Choice:
    direction = Direction.OUT if told else None
    return Choice(one.sign.kind, route, (one.first, one.after), also, direction, tuple(told))


_ORDER = ("escalate", "acknowledge", "invite", "refer", "transfer", "discharge", "ask", "answer", "tell")


def _order(one: Passing) -> int:
    return _ORDER.index(one.act.name)


def _inward(items: Sequence[Item], passings: Sequence[Passing]) -> list[Passing]:
    """What reached the agency: not what the other side says once the writer had gone to it."""
    found: list[Passing] = []
    asked: set[str] = set()
    for one in passings:
        sectors = {items[place].sector for place in one.others}
        if one.act.direction is Direction.OUT:
            asked |= sectors
        elif not (one.act.weak and sectors & asked):
            found.append(one)
    return found


def _besides(others: Sequence[Happening], kind: EventKind) -> tuple[EventKind, ...]:
    kinds = dict.fromkeys(
        one.sign.kind for one in others if one.sign.kind in _ALSO and one.sign.kind is not kind
    )
    return tuple(kinds)[:1]
