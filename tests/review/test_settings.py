"""review.toml: read with clear errors, written so that it reads the same."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from scrgraph.review.errors import ReviewError
from scrgraph.review.settings import (
    ReviewSettings,
    SourceSettings,
    parse_settings,
    read_settings,
    rewrite_sources,
    write_settings,
)

WHOLE = """
[review]
id = "demo"
title = "A review"
incident_date = 2019-03-14
as_of = 2019-04-01
nation = "Wales"
area = "Northmere"
index_children = ["child-a"]
detailed = { from = 2017-01-01, to = 2019-03-14 }
summary = { from = 2016-02-01, to = 2016-12-31 }

[[sources]]
file = "police.csv"
agency = "Northmere Police"
covers_from = 2016-02-01
covers_to = 2018-06-30

[headings]
"Nature of call" = "event"
"""
SMALL = '[review]\nid = "demo"\n'
CLOCK = """
[[clocks]]
baton_kind = "referral"
from_stage = "received"
to_stage = "single assessment completed"
limit = 35
unit = "working days"
applies_from = 2015-01-01
authority = "Northmere procedures 2015"
"""


def refusal(text: str) -> str:
    with pytest.raises(ReviewError) as caught:
        parse_settings(text)
    return str(caught.value)


def test_every_key_of_the_file_is_read() -> None:
    settings = parse_settings(WHOLE)
    assert settings.review.detailed.from_ == dt.date(2017, 1, 1)
    assert settings.review.index_children == ("child-a",)
    assert settings.sources[0].covers_to == dt.date(2018, 6, 30)
    assert settings.headings == {"Nature of call": "event"}


def test_the_review_of_the_model_looks_back_from_the_incident_unless_told_otherwise() -> None:
    assert parse_settings(WHOLE).to_review().as_of == dt.date(2019, 4, 1)
    without = parse_settings(WHOLE.replace("as_of = 2019-04-01\n", ""))
    assert without.to_review().as_of == dt.date(2019, 3, 14)


def test_a_clock_of_the_author_is_the_authors_and_holds_in_the_nation_of_the_review() -> None:
    (clock,) = parse_settings(SMALL + CLOCK).clocks
    assert (clock.limit_words, clock.applies_from) == ("35 working days", dt.date(2015, 1, 1))
    assert (clock.standing, clock.nation) == ("set by the author", "")
    (local,) = parse_settings(SMALL + CLOCK + 'standing = "local"\n').clocks
    assert local.standing_words == "local: to be checked"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            CLOCK.replace("35", '"soon"'),
            "[[clocks]] number 1: the limit 'soon' is not a whole number of working days",
        ),
        (CLOCK.replace("35", "3.5"), "[[clocks]] number 1: 'limit' is 3.5"),
        (
            CLOCK.replace("working days", "fortnights"),
            "'unit' is 'fortnights', which is not one of 'working days', 'days', 'weeks', 'months' or 'gestation'.",
        ),
        (CLOCK.replace("working days", "gestation"), "write it like 'by week 20 of pregnancy'"),
        (CLOCK.replace("authority", "authoritee"), "Did you mean 'authority'? Allowed are: baton_kind"),
        (CLOCK.replace("authority", "authoritee"), "the key 'authority' is missing"),
        (
            CLOCK.replace('"referral"', '"referal"'),
            "Did you mean 'referral / received / single assessment completed'?",
        ),
        (
            CLOCK + CLOCK,
            "two clocks time 'referral / received / single assessment completed' on the same days",
        ),
        (CLOCK + "applies_to = 2014-01-01\n", "it applies to 2014-01-01, which is before 2015-01-01"),
        (CLOCK.replace("2015-01-01", '"spring"'), "'applies_from' is 'spring', not a day"),
        ("[clocks]\nlimit = 35\n", "begin it with [[clocks]], in two pairs of brackets"),
    ],
)
def test_each_mistake_in_a_clock_is_said_in_words(text: str, expected: str) -> None:
    assert expected in refusal(SMALL + text)


def test_two_clocks_one_after_the_other_are_both_kept() -> None:
    until = CLOCK + "applies_to = 2016-12-31\n"
    assert len(parse_settings(SMALL + until + CLOCK.replace("2015-01-01", "2017-01-01")).clocks) == 2


@pytest.mark.parametrize("text", [WHOLE, SMALL, SMALL + CLOCK])
def test_what_is_written_reads_the_same(tmp_path: Path, text: str) -> None:
    settings, path = parse_settings(text), tmp_path / "review.toml"
    write_settings(path, settings)
    assert read_settings(path) == settings
    first = path.read_bytes()
    write_settings(path, read_settings(path))
    assert path.read_bytes() == first
    assert b"None" not in first


def test_a_file_saved_by_notepad_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    path = tmp_path / "review.toml"
    path.write_bytes(b"\xef\xbb\xbf" + SMALL.replace("\n", "\r\n").encode("utf-8"))
    assert read_settings(path).review.id == "demo"


def test_a_key_nobody_knows_is_named_with_what_is_allowed() -> None:
    words = refusal(SMALL + "incident_dat = 2019-03-14\n")
    assert (
        "review.toml, [review]: there is no key 'incident_dat' here. Did you mean 'incident_date'?" in words
    )
    assert "Allowed are: id, title, incident_date, as_of" in words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SMALL + '[[sources]]\nfile = "a.csv"\ncovers_form = 2016-01-01\n', "[[sources]] number 1"),
        (SMALL + "detailed = { form = 2016-01-01 }\n", "Did you mean 'from'? Allowed are: from, to."),
        (SMALL + '[heading]\nx = "date"\n', "Allowed are: review, sources, headings, clocks."),
        ("[review]\ntitle = 'x'\n", "the key 'id' is missing"),
        ("", "the key 'review' is missing"),
        ('[review]\nid = "A Case"\n', "'A Case' is not an id"),
        (SMALL + 'incident_date = "spring"\n', "'incident_date' is 'spring', not a day"),
        (SMALL + "nation = 4\n", "'nation' is 4"),
        (SMALL + '[headings]\n"Nature" = "evnt"\n', "Did you mean 'event'? The fields are: date"),
        (SMALL + '[[sources]]\nfile = "a.csv"\n[[sources]]\nfile = "A.CSV"\n', "'A.CSV' is listed twice"),
        (SMALL + '[[sources]]\nfile = "a.csv"\nsha256 = "abc"\n', "not a SHA-256 sum"),
        ('[review]\nid = "demo\n', "line 2"),
    ],
)
def test_each_mistake_is_said_in_words(text: str, expected: str) -> None:
    assert expected in refusal(text)


@pytest.mark.parametrize(
    "name",
    [
        "../people.csv",
        "/etc/passwd",
        "C:\\a.csv",
        "a/b.csv",
        "c:a.csv",
        "..",
        ".hidden",
        "nul.csv",
        "a.csv. ",
        "a\tb",
    ],
)
def test_a_source_is_a_plain_name_inside_the_folder(name: str) -> None:
    text = SMALL + f"[[sources]]\nfile = {name!r}\n"
    if "\\" in name or "\t" in name:
        text = SMALL + '[[sources]]\nfile = "' + name.replace("\\", "\\\\").replace("\t", "\\t") + '"\n'
    assert "cannot name a file of sources/" in refusal(text)


def test_all_mistakes_are_told_at_once() -> None:
    with pytest.raises(ReviewError) as caught:
        parse_settings(SMALL + "nation = 4\narena = 'x'\n")
    assert len(caught.value.problems) == 2


def test_a_missing_file_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(ReviewError, match="scrgraph new"):
        read_settings(tmp_path / "review.toml")


def test_recording_a_source_keeps_the_authors_comments(tmp_path: Path) -> None:
    path = tmp_path / "review.toml"
    path.write_text("# ours\n" + WHOLE, encoding="utf-8", newline="\n")
    old = read_settings(path)
    new = old.model_copy(update={"sources": (*old.sources, SourceSettings(file="gp.csv", sha256="a" * 64))})
    rewrite_sources(path, new)
    assert path.read_text(encoding="utf-8").startswith("# ours\n")
    assert read_settings(path) == new

    changed = SourceSettings(file="gp.csv", sha256="b" * 64)
    rewrite_sources(path, new.model_copy(update={"sources": (*old.sources, changed)}))
    assert path.read_text(encoding="utf-8").startswith("# ours\n")
    assert read_settings(path).source("GP.csv") == changed


def test_sources_written_as_one_list_are_still_recorded(tmp_path: Path) -> None:
    path = tmp_path / "review.toml"
    path.write_text("sources = []\n" + SMALL, encoding="utf-8")
    rewrite_sources(
        path, ReviewSettings(review=read_settings(path).review, sources=(SourceSettings(file="a.csv"),))
    )
    assert [source.file for source in read_settings(path).sources] == ["a.csv"]
