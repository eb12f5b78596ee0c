"""What part of a review a drawing is to show, where it is drawn as a file of its own."""

from __future__ import annotations

import datetime as dt

from scrgraph.model.base import Thing


class Wanted(Thing):
    """``on``: the day, for pictures of a day. ``first`` and ``last``: the days, for pictures over time.

    ``person_id``: whom it is about, for pictures that can be about one person. What is not given is the whole review.
    ``gentle_deaths`` marks a death in a genogram by a grey corner instead of a cross.
    """

    on: dt.date | None = None
    first: dt.date | None = None
    last: dt.date | None = None
    person_id: str = ""
    gentle_deaths: bool = False
