"""A date at the beginning of a text: the text in, the date and the rest out."""

from __future__ import annotations

import pytest

from scrgraph.temporal.date_in_text import leading_date

BEGINS = """
12/3/07 HV                           | 12 March 2007 | HV
3.6.07 10.30hrs Tel call             | 3 June 2007   | Tel call
On 3/6/07 mother rang                | 3 June 2007   | mother rang
3/6/07visit                          | 3 June 2007   | visit
3/6/07 - HV rang                     | 3 June 2007   | HV rang
On the 3rd of June 2007 at 2pm Mum   | 3 June 2007   | Mum
3/6/07 sat with mother               | 3 June 2007   | sat with mother
3/6/07 St Mary's rang                | 3 June 2007   | St Mary's rang
3/6/07 May rang                      | 3 June 2007   | May rang
June 2007: moved away                | June 2007     | moved away
"""


@pytest.mark.parametrize(
    ("text", "date", "rest"),
    [tuple(cell.strip() for cell in line.split("|")) for line in BEGINS.strip().splitlines()],
)
def test_the_date_a_text_begins_with_is_told_from_the_rest(text: str, date: str, rest: str) -> None:
    found = leading_date(text)
    assert found is not None
    assert (str(found.date), found.rest) == (date, rest)
    assert found.date.doubt == ""


@pytest.mark.parametrize(
    "text",
    [
        "3/6/07", "Rang on 3/6/07", "June 2007 mother moved", "2007: moved", "2007 10.12", "3/6/07 to follow",
        "3/6/07 & 9/8/07 visits", "3/6/07 - 5/9/07 away", "6 children seen", "May be seen", "3 June rang", "",
    ],
)  # fmt: skip
def test_a_text_that_does_not_surely_begin_with_its_date_gives_none(text: str) -> None:
    assert leading_date(text) is None
