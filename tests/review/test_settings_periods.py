"""The periods of review.toml are set one at a time, and the author's own lines stay as they are."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Literal

import pytest

from scrgraph.review.errors import ReviewError
from scrgraph.review.settings import read_settings
from scrgraph.review.settings_edits import set_period

OWN = """# My review. Ask the panel about 2016.
[review]
id = "demo"   # do not change
title = "A review"
detailed = { from = 2017-01-01, to = 2019-03-14 } # as agreed
# summary = { from = 2016-02-01, to = 2016-12-31 }

[[sources]]
file = "police.csv"
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "review.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_period_that_is_there_is_changed_in_its_own_line(tmp_path: Path) -> None:
    path = written(tmp_path, OWN)
    before = set_period(path, "detailed", dt.date(2018, 1, 1), None)
    assert (before.from_, before.to) == (dt.date(2017, 1, 1), dt.date(2019, 3, 14))
    assert path.read_text(encoding="utf-8") == OWN.replace(
        "{ from = 2017-01-01, to = 2019-03-14 }", "{ from = 2018-01-01 }"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            OWN,
            OWN.replace("# as agreed\n", "# as agreed\nsummary = { from = 2016-02-01, to = 2016-12-31 }\n"),
        ),
        (
            '[review]\nid = "demo"',
            '[review]\nid = "demo"\nsummary = { from = 2016-02-01, to = 2016-12-31 }\n',
        ),
    ],
)
def test_one_that_is_not_there_is_put_under_the_review(tmp_path: Path, text: str, expected: str) -> None:
    path = written(tmp_path, text)
    set_period(path, "summary", dt.date(2016, 2, 1), dt.date(2016, 12, 31))
    assert path.read_text(encoding="utf-8") == expected
    assert read_settings(path).review.summary.to == dt.date(2016, 12, 31)


def test_two_open_ends_take_a_period_out_and_nothing_else(tmp_path: Path) -> None:
    path = written(tmp_path, OWN)
    set_period(path, "detailed", None, None)
    assert path.read_text(encoding="utf-8") == OWN.replace(
        "detailed = { from = 2017-01-01, to = 2019-03-14 } # as agreed\n", ""
    )


@pytest.mark.parametrize("name", ["detailed", "summary"])
def test_a_period_written_as_a_table_of_its_own_is_still_set(
    tmp_path: Path, name: Literal["detailed", "summary"]
) -> None:
    path = written(tmp_path, f'[review]\nid = "demo"\n\n[review.{name}]\nfrom = 2016-01-01\n')
    set_period(path, name, dt.date(2017, 1, 1), None)
    assert getattr(read_settings(path).review, name).from_ == dt.date(2017, 1, 1)


def test_a_period_that_ends_before_it_begins_is_refused_and_nothing_written(tmp_path: Path) -> None:
    path = written(tmp_path, OWN)
    with pytest.raises(ReviewError, match="Give the earlier day first"):
        set_period(path, "summary", dt.date(2016, 2, 1), dt.date(2015, 2, 1))
    assert path.read_text(encoding="utf-8") == OWN
