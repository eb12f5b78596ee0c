"""The rows of a synthetic review: what is passed, who writes it down, in which words and with which date."""

from __future__ import annotations

import datetime as dt
import random
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import Any, Protocol

AGENCIES = {
    "social_care.csv": "Northmere Children's Social Care",
    "police.csv": "Northmere Police",
    "gp.csv": "Harbour Lane Surgery",
    "midwifery.csv": "Northmere Midwifery",
    "health_visiting.csv": "Northmere Health Visiting",
    "hospital.csv": "Northmere General Hospital",
    "school.csv": "Tidewell Primary School",
    "housing.csv": "Northmere Housing",
    "probation.csv": "Northmere Probation",
    "mental_health.csv": "Northmere Adult Mental Health",
}
SERVICES = {
    "social_care.csv": "social care", "police.csv": "police", "gp.csv": "GP", "midwifery.csv": "midwife",
    "health_visiting.csv": "health visitor", "hospital.csv": "hospital", "school.csv": "school",
    "housing.csv": "housing", "probation.csv": "probation", "mental_health.csv": "mental health team",
}  # fmt: skip
COLUMNS = (
    "Date", "Agency", "Worker", "Person", "Event type", "To", "From", "Child seen", "Details", "Outcome",
)  # fmt: skip
FIRST = dt.date(2010, 1, 1)

_ADULT = {"police.csv", "housing.csv", "probation.csv", "mental_health.csv"}
_GROWN = {"Kayla Marsh", "Jordan Pell", "Lee Tranter", "Diane Marsh", "Mr K"}
_CONTACTS = ("visit", "contact", "medical", "incident", "missed appointment")
#: The sender's event, how the receiver heads the same (its own heading three times in four), how often.
_KINDS = {
    "referral": ("referral received", "information received", 5),
    "notification": ("notification received", "referral received", 5),
    "request for information": ("information request received", "information received", 2),
    "discharge summary": ("discharge summary received", "information received", 1),
}
#: Days from sending to receipt: most the same day or the next, post and panels up to a week.
_TRANSIT = (0, 0, 0, 0, 1, 1, 1, 2, 2, 3, 4, 5, 7)
_MARGIN = 30
Passed = tuple["Line | None", "Line | None", tuple[str, str]]


class Share(Protocol):
    """The shares and days of ``synthetic.Noise``."""

    dropped: float
    unsent: float
    partial_dates: float
    days_off: int
    role_only: float
    no_sender: float
    own_words: float
    again: float


@dataclass(frozen=True)
class Line:
    """A row before it has its place in its file; ``made`` is its number, ``day`` the one it is sorted by."""

    file: str
    day: dt.date
    date: str
    made: int
    worker: str = ""
    people: str = ""
    event: str = ""
    to: str = ""
    sender: str = ""
    seen: str = ""
    text: str = ""
    action: str = ""


@dataclass(frozen=True)
class Words:
    """The words rows are made of (``synthetic_words.toml``), with as many people of the family as wanted."""

    people: dict[str, list[str]]
    lists: dict[str, Any]

    @classmethod
    def read(cls, people: int | None) -> Words:
        """The word file beside this one; ``people`` limits the family, the first ones kept."""
        lists = tomllib.loads(Path(__file__).with_name("synthetic_words.toml").read_text(encoding="utf-8"))
        return cls(dict(list(lists["people"].items())[:people]), lists)


def rows_of(
    rows: int, days: int, noise: Share, words: Words, files: Sequence[str], chance: random.Random
) -> tuple[list[Line], list[Passed]]:
    """About ``rows`` rows, and of every baton its two rows and its two files."""
    writer = _Writer(days, noise, words, files, chance)
    for file in files:
        writer.contact(file, 0)
        writer.contact(file, days)
    while len(writer.lines) < rows:
        if chance.random() < 0.2:
            writer.event(_MARGIN + chance.randrange(days - 2 * _MARGIN))
        else:
            writer.contact(chance.choice(files), chance.randrange(days))
    return writer.lines, writer.passed


class _Writer:
    """Writes events as rows of the agencies that take part."""

    def __init__(
        self, days: int, noise: Share, words: Words, files: Sequence[str], chance: random.Random
    ) -> None:
        self._days, self._noise, self._words, self._files = days, noise, words, files
        self._chance, self._made = chance, count()
        self.lines: list[Line] = []
        self.passed: list[Passed] = []

    def contact(self, file: str, day: int) -> None:
        """A row of one agency's own work, in which other services may be named."""
        chance, routine = self._chance, self._words.lists["routine"]
        people = self._about(file)
        child = not _GROWN.intersection(people)
        self._add(
            Line(
                file, self._day(day), "", 0, self._worker(file), self._named(people),
                chance.choice(_CONTACTS), seen=chance.choice(("yes", "no", "")) if child else "",
                text=chance.choice(routine["texts"]), action=chance.choice(routine["actions"]),
            ),
            partial=0 < day < self._days,
        )  # fmt: skip

    def event(self, day: int) -> None:
        """Something passed on, perhaps to two agencies, perhaps followed by more of it some days later."""
        chance = self._chance
        sender = chance.choice(self._files)
        others = [file for file in self._files if file != sender]
        first = (
            "social_care.csv"
            if sender != "social_care.csv" and chance.random() < 0.4
            else chance.choice(others)
        )
        receivers = [first]
        if chance.random() < 0.1:
            receivers.append(chance.choice([file for file in others if file != first] or others))
        people = self._about(sender)
        self._pass(sender, list(dict.fromkeys(receivers)), people, day)
        if chance.random() < self._noise.again:
            self._pass(sender, [first], people, min(day + chance.randint(2, 9), self._days - _MARGIN))

    def _pass(self, sender: str, receivers: list[str], people: list[str], day: int) -> None:
        chance = self._chance
        kind = chance.choices(list(_KINDS), [often for _, _, often in _KINDS.values()])[0]
        matter = self._matter("matter")
        unsent = len(receivers) == 1 and chance.random() < self._noise.unsent
        line = None if unsent else self._sending(sender, receivers, people, day, kind, matter[0])
        for receiver in receivers:
            if not unsent and chance.random() < self._noise.dropped:
                self.passed.append((line, None, (sender, receiver)))
                continue
            heading = _KINDS[kind][0 if chance.random() < 0.75 else 1]
            got = self._receipt(sender, receiver, people, day, heading, matter[1], named=unsent)
            self.passed.append((line, got, (sender, receiver)))
            if kind != "discharge summary" and chance.random() < 0.3:
                self._feed_back(receiver, sender, people, day + chance.randint(5, 21))

    def _feed_back(self, sender: str, receiver: str, people: list[str], day: int) -> None:
        if day > self._days - _MARGIN:
            return
        matter = self._matter("feedback")
        line = self._sending(sender, [receiver], people, day, "feedback", matter[0])
        got = None
        if self._chance.random() >= self._noise.dropped:
            got = self._receipt(sender, receiver, people, day, "feedback received", matter[1])
        self.passed.append((line, got, (sender, receiver)))

    def _sending(
        self, sender: str, receivers: list[str], people: list[str], day: int, kind: str, text: str
    ) -> Line:
        to = "; ".join(AGENCIES[file] for file in receivers)
        line = Line(sender, self._day(day), "", 0, self._worker(sender), self._named(people), kind, to)
        return self._add(replace(line, text=text))

    def _receipt(
        self,
        sender: str,
        receiver: str,
        people: list[str],
        day: int,
        heading: str,
        text: str,
        named: bool = False,
    ) -> Line:
        """The receiver's row. Of those with a sender one in ten names it in the text only."""
        chance, routine = self._chance, self._words.lists["routine"]
        off = chance.randint(-self._noise.days_off, self._noise.days_off)
        logged = min(max(day + chance.choice(_TRANSIT) + off, 0), self._days)
        worded = "" if not named and chance.random() < self._noise.no_sender else AGENCIES[sender]
        if worded and not named and chance.random() < 0.1:
            worded, text = "", chance.choice(routine["calls"]).format(service=SERVICES[sender]) + text
        line = Line(
            receiver, self._day(logged), "", 0, self._worker(receiver), self._named(people), heading,
            sender=worded, text=text, action=chance.choice(routine["received_actions"]),
        )  # fmt: skip
        return self._joined(line) or self._add(line)

    def _joined(self, line: Line) -> Line | None:
        """Now and then one row for what two senders told on one day; the row that was there names both."""
        if not line.sender or self._chance.random() >= 0.3:
            return None
        for place in range(len(self.lines) - 1, max(-1, len(self.lines) - 40), -1):
            old = self.lines[place]
            same = (old.file, old.day, old.event) == (line.file, line.day, line.event)
            if same and old.sender and line.sender not in old.sender:
                both = replace(old, sender=f"{old.sender}; {line.sender}", text=f"{old.text}. {line.text}")
                self.lines[place] = both
                self.passed = [(sent, both if got is old else got, sides) for sent, got, sides in self.passed]
                return both
        return None

    def _add(self, line: Line, partial: bool = True) -> Line:
        date = line.day.isoformat()
        if partial and self._chance.random() < self._noise.partial_dates:
            early = "early " if line.day.day < 10 and self._chance.random() < 0.5 else ""
            date = f"{line.day:%Y}" if self._chance.random() < 0.1 else f"{early}{line.day:%B %Y}"
        made = replace(line, date=date, made=next(self._made))
        self.lines.append(made)
        return made

    def _matter(self, topic: str) -> tuple[str, str]:
        """One matter in the sender's words and in the receiver's, who may use the sender's for the detail."""
        matter = self._chance.choice(self._words.lists[topic])
        said, own = self._chance.choice(matter["details"])
        heard = own if self._chance.random() < self._noise.own_words else said.lower()
        return matter["sender"].format(detail=said), matter["receiver"].format(detail=heard)

    def _about(self, file: str) -> list[str]:
        wanted = self._words.lists["about"]["adult" if file in _ADULT else "child"]
        known = [name for name in wanted if name in self._words.people] or list(self._words.people)
        return list(dict.fromkeys(self._chance.choices(known, k=self._chance.randint(1, 3))))

    def _named(self, people: list[str]) -> str:
        by_role = self._noise.role_only
        return "; ".join(
            self._chance.choice(self._words.people[name]) if self._chance.random() < by_role else name
            for name in people
        )

    def _worker(self, file: str) -> str:
        staff = self._words.lists["routine"]["staff"]
        first = self._files.index(file) * 3
        return str(staff[(first + self._chance.randrange(3)) % len(staff)])

    def _day(self, day: int) -> dt.date:
        return FIRST + dt.timedelta(days=day)
