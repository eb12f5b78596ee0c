"""A review as a networkx graph: people and agencies, joined by dated contacts, batons and family ties."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Literal, TypeAlias

import networkx as nx

from scrgraph.notebook.errors import NotebookError
from visualisations.records.shown import Records, When, WithShown

Network: TypeAlias = "nx.MultiDiGraph[str]"
#: Which nodes a network has.
Of = Literal["all", "agencies", "people"]
_Edge = tuple[str, str, str, dict[str, object]]


def network_of(records: Records, of: Of, first: dt.date | None, last: dt.date | None) -> Network:
    """The network of a review; see ``OpenReview.network``."""
    if of not in ("all", "agencies", "people"):
        raise NotebookError(f"of takes 'all', 'agencies' or 'people', not {of!r}.")
    network: Network = nx.MultiDiGraph(title=records.title, review_id=records.review_id, not_joined=[])
    if of != "agencies":
        for person in records.people:
            network.add_node(
                person.person_id, what="person", name=person.name, role=person.role, kind=person.kind,
                sex=person.sex, index_child=person.index_child, unnamed=person.unnamed,
            )  # fmt: skip
    if of != "people":
        for agency in records.agencies:
            network.add_node(
                agency.agency_id, what="agency", name=agency.name, sector=agency.sector, focus=agency.focus,
                works_with_child=agency.works_with_child, stands_for_agency=agency.stands_for_agency,
            )  # fmt: skip
    for start, end, key, about in (*_contacts(records), *_batons(records), *_ties(records)):
        if not _within(about, first, last):
            continue
        if start in network and end in network:
            network.add_edge(start, end, key=key, **about)
        elif not start or not end:
            network.graph["not_joined"].append(key)
    return network


def _contacts(records: Records) -> Iterator[_Edge]:
    for one in records.contacts:
        for part in one.people or (WithShown(person_id=""),):
            yield one.agency_id, part.person_id, one.contact_id, {
                "what": "contact", "kind": one.kind, **_days(one.on), "missed": one.missed, "seen": part.seen,
                "seen_alone": part.seen_alone, "entry_ids": list(one.entry_ids),
            }  # fmt: skip


def _batons(records: Records) -> Iterator[_Edge]:
    for one in records.batons:
        yield one.from_agency_id or one.from_person_id, one.to_agency_id, one.baton_id, {
            "what": "baton", "kind": one.kind, **_days(one.on), "passed": one.what, "status": one.status.value,
            "receipt": one.receipt, "about": list(one.about), "entry_ids": list(one.entry_ids),
        }  # fmt: skip


def _ties(records: Records) -> Iterator[_Edge]:
    for number, one in enumerate(records.ties):
        since, until = one.since_on, one.until_on
        yield one.person_id, one.to_person_id, f"tie {number}", {
            "what": "tie", "kind": one.tie, "kinship": one.kinship, "earliest": since.earliest,
            "latest": until.latest, "words": _span(since, until),
        }  # fmt: skip


def _days(when: When) -> dict[str, object]:
    return {"earliest": when.earliest, "latest": when.latest, "words": when.words}


def _span(since: When, until: When) -> str:
    ends = (("from", since), ("to", until))
    return " ".join(f"{word} {when.words}" for word, when in ends if when.words and when.earliest)


def _within(about: dict[str, object], first: dt.date | None, last: dt.date | None) -> bool:
    """Whether an edge may fall in a period. One without any day is in the network of all days only, but for ties,
    which hold until something says otherwise.
    """
    earliest, latest = about["earliest"], about["latest"]
    tie = about["what"] == "tie"
    if not tie and earliest is None and latest is None:
        return first is None and last is None
    begun = last is None or not isinstance(earliest, dt.date) or earliest <= last
    ended = first is not None and isinstance(latest, dt.date) and latest < first
    return begun and not ended
