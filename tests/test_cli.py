"""The command as people type it: every command does its work and says what to do next."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from command_line import SIX_ROWS, WRITTEN, Command, in_a_process, plainly_refused, written
from typer.main import get_command

from scrgraph.cli import app
from scrgraph.model.vocabulary import Certainty, Strength, Topic
from scrgraph.questions.registry import load_questions

COMMANDS: dict[str, Any] = get_command(app).commands  # type: ignore[attr-defined]


@pytest.fixture
def six(tmp_path: Path) -> Path:
    """A chronology of six rows as one bare file."""
    path = tmp_path / "six rows.csv"
    path.write_text(SIX_ROWS, encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path, six: Path, scrgraph: Command) -> Path:
    """A review folder that holds the six rows."""
    path = tmp_path / "ash"
    scrgraph("new", path, "--title", "Ash")
    scrgraph("add", path, six)
    return path


def rows_of(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))


# Help


def test_the_commands_are_the_ones_promised() -> None:
    promised = "demo review ask cypher knowable questions push new add check decide serve draw pack train"
    assert list(COMMANDS) == promised.split()


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_every_command_has_help_on_itself_and_on_all_it_takes(name: str, scrgraph: Command) -> None:
    said = scrgraph(*([name] if name else []), "--help")
    assert (said.status, said.err) == (0, "")
    command = COMMANDS[name] if name else get_command(app)
    assert " ".join(command.help.split()).rstrip(".") in said.words
    for parameter in command.params:
        if parameter.name not in ("help", "install_completion", "show_completion"):
            assert parameter.help, parameter.name
            assert " ".join(parameter.help.split()) in said.words


def test_nothing_typed_shows_the_help(scrgraph: Command) -> None:
    said = scrgraph()
    assert "Commands:" in said.out + said.err


def test_the_version(scrgraph: Command) -> None:
    assert scrgraph("--version").out.startswith("scrgraph 0.")


def test_no_option_takes_a_password() -> None:
    names = {name for command in COMMANDS.values() for option in command.params for name in option.opts}
    assert not {name for name in names if "pass" in name.lower() or "user" in name.lower()}


# What review writes


def test_a_bare_file(six: Path, tmp_path: Path, scrgraph: Command) -> None:
    said = scrgraph("review", six, "--out", tmp_path / "out")
    assert (said.status, said.err) == (0, "")
    assert "Six rows: 6 rows read, 6 imported; none rejected." in said.words
    assert f"Open {(tmp_path / 'out' / 'index.html').resolve()}" in said.words
    assert tuple(sorted(written(tmp_path / "out"))) == WRITTEN


def test_findings_json_has_the_shape_that_others_build_on(
    six: Path, tmp_path: Path, scrgraph: Command
) -> None:
    scrgraph("review", six, "--out", tmp_path / "out")
    whole = json.loads((tmp_path / "out" / "findings.json").read_text(encoding="utf-8"))
    assert list(whole) == ["review", "rows", "findings", "not_answerable"]
    assert whole["rows"] == {"read": 6, "imported": 6, "rejected": 0}
    assert whole["review"]["title"] == "Six rows"
    assert whole["findings"]
    for finding in whole["findings"]:
        assert list(finding) == [
            "id", "question", "topic", "strength", "certainty", "statement", "people", "agencies", "from", "to",
            "evidence",
        ]  # fmt: skip
        assert finding["topic"] in set(Topic)
        assert finding["strength"] in set(Strength)
        assert finding["certainty"] in set(Certainty)
        assert finding["evidence"]
        assert all(list(source) == ["file", "place", "text"] for source in finding["evidence"])
        assert {source["file"] for source in finding["evidence"]} == {"six rows.csv"}
    assert all(list(one) == ["question", "missing"] for one in whole["not_answerable"])
    assert len({finding["id"] for finding in whole["findings"]}) == len(whole["findings"])


def test_findings_csv_says_what_findings_json_says(six: Path, tmp_path: Path, scrgraph: Command) -> None:
    scrgraph("review", six, "--out", tmp_path / "out")
    whole = json.loads((tmp_path / "out" / "findings.json").read_text(encoding="utf-8"))
    rows = rows_of(tmp_path / "out" / "findings.csv")
    assert [row["id"] for row in rows] == [finding["id"] for finding in whole["findings"]]
    assert [row["statement"] for row in rows] == [finding["statement"] for finding in whole["findings"]]


def test_the_merged_chronology_has_every_row_with_its_file_and_place(
    six: Path, tmp_path: Path, scrgraph: Command
) -> None:
    other = tmp_path / "gp.csv"
    other.write_text(
        "Date,What happened\n4 May 2018,Sore throat\n,Undated letter\nTues pm,Rang\n", encoding="utf-8"
    )
    said = scrgraph("review", six, other, "--out", tmp_path / "out")
    assert "9 rows read, 8 imported; 1 rejected" in said.words
    merged = rows_of(tmp_path / "out" / "chronology.csv")
    assert {(row["file"], row["place"]) for row in merged} == {
        *(("six rows.csv", f"row {number}") for number in range(2, 8)),
        ("gp.csv", "row 2"),
        ("gp.csv", "row 3"),
    }
    days = [row["date_earliest"] for row in merged]
    assert days == [*sorted(days[:-1]), ""]
    assert merged[-1]["what_happened"] == "Undated letter"
    (rejected,) = rows_of(tmp_path / "out" / "rejected.csv")
    assert (rejected["file"], rejected["place"]) == ("gp.csv", "row 4")
    assert "no date that can be read ('Tues pm')" in rejected["reason"]


def test_review_without_out_writes_beside_or_into_the_review(
    six: Path, folder: Path, tmp_path: Path, scrgraph: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    scrgraph("review", six)
    assert (tmp_path / "scrgraph-six-rows" / "index.html").is_file()
    scrgraph("review", folder)
    assert tuple(sorted(written(folder / ".scrgraph"))) == WRITTEN


def test_as_of_looks_back_from_another_day(six: Path, tmp_path: Path, scrgraph: Command) -> None:
    scrgraph("review", six, "--out", tmp_path / "out", "--as-of", "2018-05-04")
    whole = json.loads((tmp_path / "out" / "findings.json").read_text(encoding="utf-8"))
    assert whole["review"]["as_of"] == "2018-05-04"
    assert all((finding["from"] or "") <= "2018-05-04" for finding in whole["findings"])


# The review folder


def test_new_add_check_review(folder: Path, scrgraph: Command, six: Path) -> None:
    assert (folder / "sources" / "six rows.csv").read_bytes() == six.read_bytes()
    checked = scrgraph("check", folder)
    assert checked.status == 0
    assert "warning: review.toml" in checked.words
    added = scrgraph("add", folder, six)
    assert "six rows.csv: already there (SHA-256" in added.words
    assert "scrgraph review" in added.words
    assert scrgraph("review", folder).status == 0


def test_the_first_review_writes_who_is_who_and_the_second_keeps_what_the_author_changed(
    folder: Path, tmp_path: Path, scrgraph: Command
) -> None:
    scrgraph("review", folder)
    people, agencies = folder / "people.csv", folder / "agencies.csv"
    assert [row["person_id"] for row in rows_of(people)] == ["mother", "mr-k", "rowan"]
    assert "health-visiting" in [row["agency_id"] for row in rows_of(agencies)]
    corrected = people.read_text(encoding="utf-8").replace("mr-k,Mr K,adult", "mr-k,Kit Marsh,adult")
    corrected = corrected.replace(
        "rowan,Rowan,child,unknown,,,,,,", "rowan,Rowan Marsh,child,male,,2017,,,yes,"
    )
    people.write_text(corrected, encoding="utf-8")
    newer = tmp_path / "school.csv"
    newer.write_text(
        "Date,Agency,Person concerned,What happened\n1 May 2018,School,Skye,Absent\n", encoding="utf-8"
    )
    scrgraph("add", folder, newer)
    scrgraph("review", folder)
    after = {row["person_id"]: row for row in rows_of(people)}
    assert list(after) == ["mother", "mr-k", "rowan", "skye"]
    assert after["mr-k"]["name"] == "Kit Marsh"
    assert (after["rowan"]["sex"], after["rowan"]["born"], after["rowan"]["index_child"]) == (
        "male",
        "2017",
        "yes",
    )
    whole = (folder / ".scrgraph" / "findings.json").read_text(encoding="utf-8")
    assert "Rowan Marsh" in whole
    assert "Mr K" not in json.dumps([finding["people"] for finding in json.loads(whole)["findings"]])


def test_a_review_read_again_says_the_same(folder: Path, scrgraph: Command) -> None:
    """Also after the files of who is who were written, and after everything derived was deleted."""
    scrgraph("review", folder)
    first = written(folder / ".scrgraph")
    kept = {name: data for name, data in written(folder).items() if not name.startswith(".scrgraph")}
    scrgraph("review", folder)
    assert written(folder / ".scrgraph") == first
    shutil.rmtree(folder / ".scrgraph")
    scrgraph("review", folder)
    assert written(folder / ".scrgraph") == first
    assert {name: data for name, data in written(folder).items() if not name.startswith(".scrgraph")} == kept


def test_a_file_of_who_is_who_with_a_fault_is_named_with_its_line(folder: Path, scrgraph: Command) -> None:
    (folder / "people.csv").write_text("person_id,name,born\nrowan,Rowan,Tuesday\n", encoding="utf-8")
    said = scrgraph("review", folder)
    assert plainly_refused(said)
    assert "people.csv, line 2" in said.words
    assert scrgraph("check", folder).status == 2


# Questions


def test_one_question_in_three_forms(six: Path, scrgraph: Command) -> None:
    table = scrgraph("ask", six, "batons-not-received")
    assert table.status == 0
    assert "12 June 2018" in table.words
    (row,) = csv.DictReader(io.StringIO(scrgraph("ask", six, "batons-not-received", "--format", "csv").out))
    assert (row["passed_by"], row["people"], row["from_day"]) == ("Police", "Rowan", "2018-06-12")
    (told,) = json.loads(scrgraph("ask", six, "batons-not-received", "--format", "json").out)
    assert (told["passed_by"], told["people"], told["from_day"]) == ("Police", ["Rowan"], "2018-06-12")


def test_a_question_takes_values(six: Path, scrgraph: Command) -> None:
    early = scrgraph("ask", six, "batons-not-received", "--param", "as_of=2018-05-31", "--format", "json")
    assert (early.status, json.loads(early.out)) == (0, [])


def test_a_question_without_rows_says_so_in_words(six: Path, scrgraph: Command) -> None:
    said = scrgraph("ask", six, "batons-not-received", "--param", "as_of=2018-05-31")
    assert said.status == 0
    assert said.out.strip().endswith(".")


def test_every_question_can_be_asked_of_six_rows(six: Path, scrgraph: Command) -> None:
    for question in load_questions():
        said = scrgraph("ask", six, question.id)
        assert said.status == 0, question.id
        assert said.out or "cannot be answered" in said.words, question.id


# What an agency could have known


TOLD = """\
Date,Agency,Worker,Person,Event,To,From,Description
1 May 2018,Police,PC Hale,Mr K,Incident,,,Drinking heavily
4 May 2018,Police,PC Hale,Mr K,Notification,School,,Drinking heavily
6 May 2018,School,Ann Fell,Mr K,Notification received,,Police,Form came
9 May 2018,School,Bea Lowe,Rowan,Visit,,,Kept away
"""
BY_THE_FORM = "the notification of 4 May 2018 to School (recorded there on 6 May 2018)"


def known(said: Any) -> list[tuple[str, ...]]:
    """What matters of each row: the worker if there is one, and the days at best and as told."""
    names = ("worker", "recorded", "could_know_from", "by", "told_by")
    return [tuple(str(row[name]) for name in names if name in row) for row in json.loads(said.out)]


def test_what_an_agency_could_have_known_by_a_day(tmp_path: Path, scrgraph: Command) -> None:
    path = tmp_path / "told.csv"
    path.write_text(TOLD, encoding="utf-8")
    said = scrgraph("knowable", path, "--agency", "school", "--on", "2018-05-31", "--format", "json")
    assert known(said) == [
        ("1 May 2018", "2018-05-04", BY_THE_FORM, "2018-05-06"),
        ("4 May 2018", "2018-05-04", BY_THE_FORM, "2018-05-06"),
    ]
    said = scrgraph("knowable", path, "--agency", "police", "--on", "2018-05-03", "--format", "json")
    assert known(said) == [("1 May 2018", "2018-05-01", "its own record", "None")]
    said = scrgraph("knowable", path, "--agency", "School", "--on", "2018-05-03")
    assert said.words == "Nothing is recorded that could have been known to School by 3 May 2018."


def test_what_each_worker_could_have_known(tmp_path: Path, scrgraph: Command) -> None:
    """The form came to one of the two; the other is not taken to have been told."""
    path = tmp_path / "told.csv"
    path.write_text(TOLD, encoding="utf-8")
    command = ("knowable", path, "--agency", "School", "--on", "2018-05-31", "--professionals")
    rows = known(scrgraph(*command, "--format", "json"))
    assert {row[0] for row in rows} == {"Ann Fell"}
    path.write_text(TOLD.replace("Ann Fell", ""), encoding="utf-8")
    rows = known(scrgraph(*command, "--format", "json"))
    assert {(row[0], row[4]) for row in rows} == {("Bea Lowe", "None"), ("a worker not named", "2018-05-06")}


def test_questions_lists_every_question_or_those_of_a_topic(scrgraph: Command) -> None:
    said = scrgraph("questions")
    assert all(question.id in said.words for question in load_questions())
    silos = scrgraph("questions", "--topic", "silos")
    assert "silos-" in silos.words
    assert "batons-" not in silos.words


def test_a_typed_query(six: Path, scrgraph: Command) -> None:
    query = "MATCH (e:Entry) WHERE e.review_id = $review_id RETURN e.row AS row, e.on_earliest AS day ORDER BY row"
    said = scrgraph("cypher", six, query, "--format", "csv")
    assert said.out.splitlines()[:2] == ["row,day", "2,2018-05-03"]


def test_a_typed_query_that_would_write_is_refused(six: Path, scrgraph: Command) -> None:
    said = scrgraph("cypher", six, "MATCH (n) DETACH DELETE n")
    assert plainly_refused(said)
    assert "only reads the graph" in said.words


# What cannot be used


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("review", "nosuch.csv"), "There is no file or folder nosuch.csv. Check the name"),
        (("review", "six rows.csv", "six rows.csv"), "was given twice. Give it once."),
        (("review", "six rows.csv", "--as-of", "yesterday"), "--as-of takes a day as in 2012-03-03"),
        (("review", "six rows.csv", "--out", "six rows.csv"), "Check its name and place"),
        (("review", "six rows.csv", "--out", "six rows.csv/inside"), "Check its name and place"),
        (("review", "plain"), "plain is a folder without review.toml"),
        (
            ("knowable", "six rows.csv", "--agency", "Polise", "--on", "2018-05-04"),
            "with --agency: “Police”.",
        ),
        (
            ("knowable", "six rows.csv", "--agency", "Police", "--on", "May"),
            "--on takes a day as in 2012-03-03",
        ),
        (("ask", "six rows.csv"), "Give one or more sources, and then the id of a question."),
        (("ask", "six rows.csv", "no-such-question"), "There is no question called 'no-such-question'"),
        (
            ("ask", "six rows.csv", "batons-not-received", "--param", "days"),
            "--param takes a name and a value",
        ),
        (("ask", "six rows.csv", "batons-not-received", "--param", "x=1"), "It takes: as_of."),
        (("ask", "six rows.csv", "batons-not-received", "--param", "as_of=1"), "takes a day written as"),
        (("ask", "six rows.csv", "batons-not-received", "--format", "xml"), "--format"),
        (("cypher", "six rows.csv", "MATCH (n"), "Close it and ask again."),
        (("cypher", "six rows.csv", "MATCH (n) RETURN m.row AS row ORDER"), "The query could not be run"),
        (("add", "plain", "six rows.csv"), "has no review.toml"),
        (("add", "nosuch", "six rows.csv"), "or make it with: scrgraph new nosuch"),
        (("check", "nosuch"), "or make it with: scrgraph new nosuch"),
        (("new", "plain"), "already holds files, and none of them was touched"),
        (("push", "six rows.csv", "--neo4j", "http://127.0.0.1:1"), "bolt"),
        (("review",), "SOURCE"),
        (("no-such-command",), "No such command"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_one_plain_message_and_status_two(
    arguments: tuple[str, ...],
    told: str,
    six: Path,
    tmp_path: Path,
    scrgraph: Command,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SCRGRAPH_NEO4J_PASSWORD", "not used")
    (tmp_path / "plain").mkdir()
    (tmp_path / "plain" / six.name).write_bytes(six.read_bytes())
    before = written(tmp_path)
    said = scrgraph(*arguments)
    assert plainly_refused(said), said
    assert told in said.words
    assert written(tmp_path) == before


def test_an_old_result_outlives_a_run_that_fails(six: Path, tmp_path: Path, scrgraph: Command) -> None:
    scrgraph("review", six, "--out", tmp_path / "out")
    before = written(tmp_path / "out")
    six.write_bytes(b"")
    assert plainly_refused(scrgraph("review", six, "--out", tmp_path / "out"))
    assert written(tmp_path / "out") == before


# As a process of its own

NO_NETWORK = """
import socket

def refuse(*arguments, **named):
    raise RuntimeError(f"the network was asked for: {arguments}")

socket.socket.connect = socket.socket.connect_ex = refuse
socket.create_connection = socket.getaddrinfo = socket.gethostbyname = refuse
"""


def without_a_network() -> tuple[str, ...]:
    """The words that start a command where the machine has no network at all; none where that cannot be done."""
    if sys.platform != "linux" or not shutil.which("unshare"):
        return ()
    for way in (("unshare", "-n"), ("unshare", "-rn")):
        if subprocess.run([*way, "true"], capture_output=True, check=False).returncode == 0:
            return way
    return ()


def test_the_demo_makes_no_network_request(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "sitecustomize.py").write_text(NO_NETWORK, encoding="utf-8")
    said = in_a_process(
        "demo", "--out", "out", cwd=tmp_path, prefix=without_a_network(), PYTHONPATH=str(tmp_path / "site")
    )
    assert (said.status, said.err) == (0, "")
    assert tuple(sorted(written(tmp_path / "out"))) == WRITTEN
    tried = "import socket; socket.create_connection(('127.0.0.1', 9))"
    refused = subprocess.run(
        [sys.executable, "-c", tried],
        env={**os.environ, "PYTHONPATH": str(tmp_path / "site")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "the network was asked for" in refused.stderr


def test_two_runs_write_the_same_bytes_whatever_the_hash_seed_and_folder(tmp_path: Path) -> None:
    pages = []
    for number, seed in enumerate(("0", "4242")):
        place = tmp_path / f"place{number}"
        place.mkdir()
        assert (
            in_a_process(
                "demo", "--out", f"out{number}", cwd=place, PYTHONHASHSEED=seed, TZ="Pacific/Apia"
            ).status
            == 0
        )
        pages.append(written(place / f"out{number}"))
    assert pages[0] == pages[1]


def test_a_failure_in_a_process_is_a_message_on_stderr(tmp_path: Path) -> None:
    said = in_a_process("review", "nosuch.csv", cwd=tmp_path)
    assert plainly_refused(said)
    assert list(tmp_path.iterdir()) == []


def test_a_screen_of_another_alphabet_does_not_stop_it(tmp_path: Path) -> None:
    (tmp_path / "names.csv").write_text(
        "Date,Agency,Person,What happened\n1 May 2018,Szkoła,Zoë Żółć,Présent ✓\n", encoding="utf-8"
    )
    query = "MATCH (e:Entry) RETURN e.people_text AS who, e.words AS said ORDER BY who"
    said = in_a_process("cypher", "names.csv", query, cwd=tmp_path, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert said.status == 0
    assert "Zoë Żółć" in said.out
