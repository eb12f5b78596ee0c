"""An invented family and its agencies, made the same way each time: the picture the tests draw."""

from __future__ import annotations

import datetime as dt

from scrgraph.model.review import Review
from scrgraph.store.embedded import EmbeddedStore
from visualisations.records.material import Material
from visualisations.records.shown import (
    AgencyShown,
    BatonShown,
    ContactShown,
    EntryShown,
    PersonShown,
    ProfessionalShown,
    Records,
    StageShown,
    StayShown,
    TieShown,
    When,
    WithShown,
)

_PEOPLE = (
    ("p1", "Jonah Tranter", "", "child", "male"),
    ("p2", "Isla Tranter", "half-sister", "child", "female"),
    ("p3", "Unborn baby", "sibling to be", "child", "unknown"),
    ("p4", "Carys Tranter", "mother", "adult", "female"),
    ("p5", "Dean Hollis", "mother's partner", "adult", "male"),
    ("p6", "Gareth Whitlock-Ferreira", "father of Jonah", "adult", "male"),
    ("p7", "Unknown male at the address", "lodger", "adult", "male"),
    ("p8", "Maureen Tranter", "maternal grandmother", "adult", "female"),
    ("p9", "Alan Tranter", "maternal grandfather", "adult", "male"),
)
_AGENCIES = (
    ("Children's Social Care", "childrens_social_care", "child"),
    ("Health Visiting", "health_visiting", "child"),
    ("Primary School", "education", "child"),
    ("Hospital: Emergency Department and Paediatrics", "hospital", "family"),
    ("GP Surgery", "gp", "family"),
    ("Midwifery", "midwifery", "family"),
    ("Police", "police", "adult"),
    ("Housing", "housing", "adult"),
    ("Probation", "probation", "adult"),
    ("Adult Mental Health", "adult_mental_health", "adult"),
)
_TIES = (
    ("p4", "p1", "PARENT_OF", "mother"),
    ("p6", "p1", "PARENT_OF", "father"),
    ("p4", "p2", "PARENT_OF", "mother"),
    ("p5", "p4", "PARTNER_OF", "partner"),
    ("p2", "p1", "SIBLING_OF", "half-sibling"),
    ("p8", "p4", "PARENT_OF", "mother"),
    ("p9", "p4", "PARENT_OF", "father"),
)
_ROLES = ("worker", "team leader")
_INITIALS = "ABCDEFGHJKLMNOPRSTVW"
_SURNAMES = ("Okoro", "Lunn", "Sharpe", "Quill", "Novak", "Cross", "Amin", "Tate", "Byrne", "Hale")
_RECEIPTS = (
    ("matched", "recorded"), ("no record found", "cannot tell"), ("recorded", "no record found"),
    ("cannot tell", "cannot tell"), ("matched", "not due"), ("recorded not", "cannot tell"),
)  # fmt: skip


def material_of(records: Records) -> Material:
    """Records made by hand as the pictures are given them: with no findings, and nothing more in the graph."""
    return Material(EmbeddedStore(), Review(review_id=records.review_id, title=records.title), records)


def invented_family(
    *,
    agencies: int = 10,
    workers: int = 2,
    contacts: int = 120,
    batons: int = 25,
    hostile: str = "",
) -> Records:
    """9 people, ``agencies`` agencies with ``workers`` professionals each, contacts and batons over two years.

    ``hostile`` is put at the end of every text that a source could hold.
    """
    shown = [
        (f"{_AGENCIES[i % 10][0]}{'' if i < 10 else f' {i}'}", *_AGENCIES[i % 10][1:])
        for i in range(agencies)
    ]
    first = dt.date(2017, 3, 1)
    entries: list[EntryShown] = []

    def entry(number: int, day: dt.date | None, words: str) -> tuple[str, ...]:
        entries.append(
            EntryShown(
                entry_id=f"e{number:04}", file=f"file{number % 7}.csv{hostile}", place=f"row {number}{hostile}",
                date=f"{day:%d.%m.%Y}" if day else "", words=words + hostile,
            )
        )  # fmt: skip
        return (f"e{number:04}",)

    made_contacts = []
    for n in range(contacts):
        day = first + dt.timedelta(days=(n * 37) % 730) if n % 23 else None
        agency = (n * 7) % agencies
        who = ("p1", "p4", "p2", "p4", "p5", "p1", "p8", "p4")[n % 8]
        parts = [WithShown(person_id=who, seen=("yes", "unknown", "no")[n % 3])]
        if n % 4 == 0 and who != "p4":
            parts.append(WithShown(person_id="p4", seen="yes"))
        made_contacts.append(
            ContactShown(
                contact_id=f"c{n:04}", kind=("visit", "contact", "medical")[n % 3], on=_when(day, hostile),
                agency_id=f"a{agency:02}", professional_id=f"w{agency:02}{n % workers}" if workers and n % 9 else "",
                missed=n % 11 == 5, people=tuple(parts), entry_ids=entry(n, day, f"Contact {n} at the home."),
            )
        )  # fmt: skip
    made_batons = []
    for n in range(batons):
        day = first + dt.timedelta(days=(n * 53) % 730) if n % 12 else None
        receipt, action = _RECEIPTS[n % len(_RECEIPTS)]
        sender, receiver = (n * 3) % agencies, (n * 5 + 1) % agencies
        made_batons.append(
            BatonShown(
                baton_id=f"b{n:04}", kind=("referral", "notification", "request")[n % 3],
                what=f"concern {n}{hostile}", on=_when(day, hostile), receipt=receipt, action=action,
                from_agency_id=f"a{sender:02}", to_agency_id="" if n == 24 else f"a{receiver:02}",
                about=(("p1",), ("p1", "p2"), ("p4",), ())[n % 4], entry_ids=entry(1000 + n, day, f"Referral {n}."),
                stages=(StageShown(stage="passed", how="recorded", when=str(day), reason=f"said so{hostile}"),),
            )
        )  # fmt: skip
    return Records(
        review_id="invented",
        title=f"The Tranter family{hostile}",
        as_of="1 March 2019",
        people=tuple(
            PersonShown(person_id=i, name=name + hostile, role=role, kind=kind, sex=sex, index_child=i == "p1",
                        unborn=i == "p3")
            for i, name, role, kind, sex in _PEOPLE
        ),
        stays=tuple(
            StayShown(person_id=i, household_id=home, household=where + hostile, since="March 2017")
            for i, home, where in (
                ("p1", "h1", "12 Alder Court"), ("p2", "h1", "12 Alder Court"), ("p4", "h1", "12 Alder Court"),
                ("p5", "h1", "12 Alder Court"), ("p7", "h1", "12 Alder Court"),
                ("p8", "h2", "Grandparents' home"), ("p9", "h2", "Grandparents' home"),
            )
        ),
        ties=tuple(TieShown(person_id=a, to_person_id=b, tie=t, kinship=k) for a, b, t, k in _TIES),
        agencies=tuple(
            AgencyShown(
                agency_id=f"a{i:02}", name=name + hostile, sector=sector, focus=focus, works_with_child=focus != "adult"
            )
            for i, (name, sector, focus) in enumerate(shown)
        ),
        professionals=tuple(
            ProfessionalShown(
                professional_id=f"w{i:02}{k}", agency_id=f"a{i:02}",
                name=f"{_INITIALS[(2 * i + k) % 20]}. {_SURNAMES[(i + 5 * k) % 10]}{hostile}", role=_ROLES[k % 2],
            )
            for i in range(agencies)
            for k in range(workers)
        ),
        contacts=tuple(made_contacts),
        batons=tuple(made_batons),
        entries=tuple(entries),
    )  # fmt: skip


def _when(day: dt.date | None, hostile: str) -> When:
    """A day, or no date at all."""
    return When(earliest=day, latest=day, words=f"{day:%d %B %Y}{hostile}") if day else When()
