"""Marks: the things a picture shows that have source rows behind them, as its page's code knows them."""

from __future__ import annotations

import datetime as dt

from scrgraph.model.base import Thing


class Mark(Thing):
    """A contact, baton, person… in a picture: what is told of it on hover, on focus and when it is pinned.

    In the drawing it is every element with ``data-mark`` set to ``mark_id``; an element that stands for several
    marks has their ids, with spaces between, in ``data-group``. ``kind`` is counted under the page's words for it;
    ``show`` is the value of the tick-box that shows or hides it. ``first`` and ``last`` are the days it may have
    happened; a mark with no people or agencies passes every filter by person or agency.
    """

    mark_id: str
    kind: str
    title: str
    facts: tuple[tuple[str, str], ...] = ()
    entry_ids: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    first: dt.date | None = None
    last: dt.date | None = None
    show: str = ""
