"""What is worked out from the whole review and written to the graph, so that a question in Cypher can ask it."""

from __future__ import annotations

import datetime as dt

from scrgraph.model.base import Thing


class Copy(Thing):
    """A row that says word for word what a row of another file says: it counts once, as that one."""

    entry_id: str
    of_entry_id: str


class SameEvent(Thing):
    """A contact that another agency recorded too: one event with two sources. ``confidence`` is from 0 to 1."""

    contact_id: str
    of_contact_id: str
    confidence: float
    reason: str


class Reach(Thing):
    """The first day on which a piece of information could have reached an agency that did not record it first.

    ``at_best``: had every recorded communication carried everything its sender could know. ``as_recorded``: by
    what the entries say was passed, in strict order; ``None`` where they do not bring it there. The ``_by``
    texts name the communications, and ``entry_ids`` are the rows behind the best path.
    """

    agency_id: str
    information_id: str
    at_best: dt.date
    at_best_by: str
    as_recorded: dt.date | None = None
    as_recorded_by: str = ""
    entry_ids: tuple[str, ...]


class NotSeenPeriod(Thing):
    """Days between which no entry records that a child was seen; ``agency_ids`` were in touch meanwhile.

    ``from_day`` is the last day on which the child may have been seen, ``to_day`` the first on which the child
    may have been seen again. ``not_seen`` and ``unclear`` count the contacts between that say the child was not
    seen, and that do not say.
    """

    not_seen_period_id: str
    person_id: str
    from_day: dt.date
    to_day: dt.date
    not_seen: int
    unclear: int
    agency_ids: tuple[str, ...] = ()
    entry_ids: tuple[str, ...] = ()


class Linking(Thing):
    """An agency's place in the network of a period.

    ``pairs_through``: pairs of other agencies not in direct touch whose shortest way of reaching each other
    went through this one; ``cut_off``: agencies that nothing recorded would join to the rest without it.
    """

    agency_id: str
    partners: int
    communications: int
    pairs_through: int
    cut_off: tuple[str, ...] = ()


class NetworkPeriod(Thing):
    """The agencies with entries about the family over some days, and the communications between them.

    ``kind`` is ``whole review``, ``direct touch`` (the whole review again, without what has no record of receipt),
    ``month`` or ``no communication`` (months in a row without any).
    """

    network_period_id: str
    kind: str
    from_day: dt.date
    to_day: dt.date
    active: tuple[str, ...]
    communications: int
    links: tuple[Linking, ...] = ()
    entry_ids: tuple[str, ...] = ()


class SourceGap(Thing):
    """Records worth asking for: an agency, the days, and what cannot be judged without them."""

    source_gap_id: str
    agency_id: str
    from_day: dt.date | None = None
    to_day: dt.date | None = None
    batons: int = 0
    contacts: int = 0
    entry_ids: tuple[str, ...]
