"""Agencies and the professionals who worked for them."""

from __future__ import annotations

from scrgraph.model.base import Thing
from scrgraph.model.partial_date import PartialDate
from scrgraph.model.vocabulary import Focus

#: The sector of a name such as "Family" that is a source of the account but no agency.
NOT_AN_AGENCY = "not_an_agency"


class Agency(Thing):
    """A body that worked with the family. ``sector`` is a key of ``coding/sectors.toml``.

    ``stands_for_agency`` is false for a name such as "Family" or "Not stated": a source of the account
    that is not an agency.
    """

    agency_id: str
    display_name: str
    sector: str = "unknown"
    focus: Focus = Focus.UNKNOWN
    area: str = ""
    stands_for_agency: bool = True
    spellings: tuple[str, ...] = ()


class Professional(Thing):
    """A person in a role at an agency; known only by the role when the records give no name.

    ``since`` and ``until`` are the first and last entries that show them at work, not their dates of employment.
    """

    professional_id: str
    agency_id: str
    display_name: str
    role: str = ""
    named: bool = False
    since: PartialDate = PartialDate()
    until: PartialDate = PartialDate()
