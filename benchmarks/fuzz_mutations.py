"""Small real files of every kind that the importers read, and damage done to them: the same number, the same damage."""

from __future__ import annotations

import csv
import io
import random
import re
import sys
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import reportlab.rl_config  # type: ignore[import-untyped]

_TESTS = Path(__file__).resolve().parents[1] / "tests"
sys.path += [str(_TESTS / "importers"), str(_TESTS / "cases" / "demo_as_sent")]

from make_demo_sources import _MAKERS, as_sent, made, source_files  # noqa: E402
from xlsb_files import xlsb  # noqa: E402

_ROWS = 8
_TIMELINE = (
    "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,Type,Group\n"
    "2008,,,,,,,,,The family,,,,title,\n"
    '2008,3,12,14:30,,,,,12 March,Home visit,"<p>Baby <b>asleep</b> &amp; well.</p>",,Case file,,Midwifery\n'
    "2008,4,,,2008,5,,,,Two calls,No answer,,,,Housing\n2008,6,1,,,,,,,Moved,To a flat,,,,Family\n"
)
_DATASET = (
    "cont_contact_id,cont_person_id,cont_contact_date,cont_contact_source_code,cont_contact_outcome_json\n"
    'C1,P1,2017-03-12,3B,"{""NEW_REFERRAL_FLAG"": ""Y"", ""COMMENTS"": ""Call back""}"\n'
    "C2,P1,2017-04-02 00:00:00.000,1A,\nC3,P2,,2A,{}\n"
)
_WORDS = (
    b"0", b"-1", b"99999999", b"1e308", b"2147483648", b"\x00", b"\xff\xfe", b'"', b"\r", b"\n\n", b"<", b"&#0;",
    b"31/02/2017", b"12/03/0000", b"\xe2\x80\xa8", b"'", b";", b"\t", b"|", b"999999999999999999999999",
)  # fmt: skip
_NUMBER = re.compile(rb"\d+")


def _whole(name: str) -> bytes:
    """A file of the demonstration."""
    return bytes(made(next(one for one in source_files() if one.name == name)))


def _cut(name: str) -> bytes:
    """A file of the demonstration with its first rows."""
    source = next(one for one in source_files() if one.name == name)
    return bytes(_MAKERS[source.form](source, as_sent(name).part(0, _ROWS)))


def _pdf(*, packed: bool) -> bytes:
    usual = reportlab.rl_config.pageCompression
    reportlab.rl_config.pageCompression = int(packed)
    try:
        return _cut("gp")
    finally:
        reportlab.rl_config.pageCompression = usual


def _tsv() -> bytes:
    rows = list(csv.reader(io.StringIO(_cut("police").decode("cp1252"))))
    return "\r\n".join("\t".join(row) for row in rows).encode()


def _xlsb() -> bytes:
    rows: list[tuple[int, list[str | tuple[float, int]]]] = [
        (3, ["Date", "Ref", "Details"]),
        (4, [(42889.0, 1), (4471.0, 0), "Visit to the flat"]),
        (5, ["", "", "Rang back"]),
        (9, [(42887.0, 2), "", "Arrears"]),
    ]
    return bytes(xlsb(rows, merged=(3, 4, 0)))


_SEEDS: dict[str, tuple[str, Callable[[], list[bytes]]]] = {
    "csv": (".csv", lambda: [_cut("police"), _cut("probation")]),
    "tsv": (".tsv", lambda: [_tsv()]),
    "txt": (".txt", lambda: [_cut("school"), _tsv().replace(b"\t", b"   ")]),
    "docx": (".docx", lambda: [_cut("social_care"), _whole("health_visiting")]),
    "xlsx": (".xlsx", lambda: [_cut("midwifery"), _cut("mental_health")]),
    "xls": (".xls", lambda: [(_TESTS / "importers" / "files" / "housing.xls").read_bytes()]),
    "ods": (".ods", lambda: [_cut("housing")]),
    "xlsb": (".xlsb", lambda: [_xlsb()]),
    "pdf": (".pdf", lambda: [_pdf(packed=False), _pdf(packed=True)]),
    "timeline": (".csv", lambda: [_TIMELINE.encode()]),
    "ssd": (".csv", lambda: [_DATASET.encode()]),
}
#: The kinds of files, each with its suffix.
KINDS = {kind: suffix for kind, (suffix, _) in _SEEDS.items()}


@cache
def seeds(kind: str) -> tuple[bytes, ...]:
    """The sound files of a kind."""
    return tuple(_SEEDS[kind][1]())


def mutation(kind: str, number: int) -> bytes:
    """Damaged file ``number`` of a kind; the same on every machine."""
    chance = random.Random(f"{kind} {number}")  # noqa: S311
    data = chance.choice(seeds(kind))
    if data.startswith(b"PK") and chance.random() < 0.8:
        return _repacked(data, chance)
    return _damaged(data, chance)


def _repacked(data: bytes, chance: random.Random) -> bytes:
    """An archive with damage inside one of its parts, which is packed again so that it opens."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [(info, archive.read(info)) for info in archive.infolist()]
    large = [at for at, (_, part) in enumerate(parts) if part]
    hit = chance.choice(large)
    weights = [len(parts[at][1]) for at in large]
    hit = hit if chance.random() < 0.4 else chance.choices(large, weights)[0]
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for at, (info, part) in enumerate(parts):
            if at != hit or chance.random() > 0.03:
                archive.writestr(info.filename, _damaged(part, chance) if at == hit else part)
    return held.getvalue()


def _damaged(data: bytes, chance: random.Random) -> bytes:
    held = bytearray(data)
    for _ in range(chance.choice((1, 1, 1, 2, 3, 5, 8, 20))):
        chance.choice(_DAMAGE)(held, chance)
        if not held:
            break
    return bytes(held)


def _flip(held: bytearray, chance: random.Random) -> None:
    held[chance.randrange(len(held))] ^= 1 << chance.randrange(8)


def _another(held: bytearray, chance: random.Random) -> None:
    held[chance.randrange(len(held))] = chance.randrange(256)


def _cut_out(held: bytearray, chance: random.Random) -> None:
    start, end = _range(held, chance)
    del held[start:end]


def _again(held: bytearray, chance: random.Random) -> None:
    start, end = _range(held, chance)
    held[end:end] = bytes(held[start:end]) * chance.choice((1, 1, 2, 30))


def _elsewhere(held: bytearray, chance: random.Random) -> None:
    start, end = _range(held, chance)
    to = chance.randrange(len(held))
    held[to:to] = held[start:end]


def _word_in(held: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(held))
    held[at:at] = chance.choice(_WORDS)


def _other_number(held: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(held))
    found = _NUMBER.search(held, start)
    if found:
        held[found.start() : found.end()] = chance.choice(_WORDS[:5])


def _cut_off(held: bytearray, chance: random.Random) -> None:
    if chance.random() < 0.3:
        del held[chance.randrange(len(held)) :]


def _range(held: bytearray, chance: random.Random) -> tuple[int, int]:
    """A piece, mostly short; half the time from one tag, cell or line to another."""
    start = chance.randrange(len(held))
    end = min(len(held), start + chance.choice((1, 2, 4, 16, 100, 1000, 10_000)))
    if chance.random() < 0.5:
        mark = chance.choice((b"<", b"\n", b","))
        start, end = max(held.rfind(mark, 0, start + 1), 0), max(held.rfind(mark, start, end), start + 1)
    return start, end


_DAMAGE = (_flip, _another, _cut_out, _again, _elsewhere, _word_in, _other_number, _cut_off)
