"""The review folder from the outside: made, filled, checked, and given to a command."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from scrgraph.atomic import write_bytes_atomic, write_text_atomic
from scrgraph.review.errors import ReviewError
from scrgraph.review.folder import Outcome, ReviewFolder
from scrgraph.review.settings import write_settings
from scrgraph.review.source_set import SourceSet

ROW = "date,event\n2019-03-14,visit\n"


def chronology(tmp_path: Path, name: str = "police.csv", text: str = ROW, at: str = "received") -> Path:
    path = tmp_path / at / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8"))
    return path


def words(folder: ReviewFolder) -> list[str]:
    return [f"{problem.severity}: {problem}" for problem in folder.check()]


@pytest.fixture
def folder(tmp_path: Path) -> ReviewFolder:
    return ReviewFolder.create(tmp_path / "Case 4")


def test_a_new_review_has_every_file_and_nothing_wrong_but_what_is_still_to_be_said(
    folder: ReviewFolder,
) -> None:
    assert sorted(path.name for path in folder.path.iterdir()) == [
        "agencies.csv", "decisions.csv", "people.csv", "review.toml", "sources",
    ]  # fmt: skip
    assert (folder.settings().review.id, folder.settings().review.title) == ("case-4", "Case 4")
    assert [line.split(".")[0] for line in words(folder)] == ["warning: review"] * 3
    assert folder.people() == ()
    assert folder.agencies() == ()
    assert folder.decisions() == ((), ())


def test_the_lines_offered_in_a_new_review_can_be_taken_up(folder: ReviewFolder) -> None:
    text = folder.settings_path.read_text(encoding="utf-8")
    offered = [line for line in text.splitlines() if line.startswith("# ") and " = " in line]
    for line in offered:
        text = text.replace(line, line.removeprefix("# "))
    folder.settings_path.write_text(text, encoding="utf-8")
    assert len(offered) == 6
    assert folder.settings().review.index_children == ("child-a",)


def test_a_folder_that_holds_anything_is_left_alone(tmp_path: Path, folder: ReviewFolder) -> None:
    given = chronology(tmp_path)
    with pytest.raises(ReviewError, match="already holds files, and none of them was touched"):
        ReviewFolder.create(given.parent)
    with pytest.raises(ReviewError, match="is a file"):
        ReviewFolder.create(given)
    with pytest.raises(ReviewError, match="is a review already"):
        ReviewFolder.create(folder.path)
    assert list(given.parent.iterdir()) == [given]


def test_an_empty_folder_under_version_control_can_become_a_review(tmp_path: Path) -> None:
    (tmp_path / "x" / ".git").mkdir(parents=True)
    assert ReviewFolder.create(tmp_path / "x", title="Ünser Fall").settings().review.id == "unser-fall"
    assert ReviewFolder.is_review(tmp_path / "x")


def test_open_says_what_is_not_a_review(tmp_path: Path, folder: ReviewFolder) -> None:
    assert ReviewFolder.open(folder.path).path == folder.path
    with pytest.raises(ReviewError, match="scrgraph new"):
        ReviewFolder.open(tmp_path / "none")
    with pytest.raises(ReviewError, match="is not a review"):
        ReviewFolder.open(tmp_path)


def test_a_file_is_kept_byte_for_byte_with_its_sum(tmp_path: Path, folder: ReviewFolder) -> None:
    data = b"\xef\xbb\xbfdate,event\r\n\x93odd\x94\r\n"
    given = tmp_path / "police.csv"
    given.write_bytes(data)
    (added,) = folder.add([given], agency="Northmere Police")
    assert added.outcome is Outcome.ADDED
    ((path, source),) = folder.sources()
    assert path.read_bytes() == data
    assert source.sha256 == hashlib.sha256(data).hexdigest() == added.sha256
    assert source.agency == "Northmere Police"


def test_the_same_file_again_changes_nothing(tmp_path: Path, folder: ReviewFolder) -> None:
    given = chronology(tmp_path)
    folder.add([given])
    before = folder.settings_path.read_bytes()
    assert [added.outcome for added in folder.add([given, given])] == [Outcome.ALREADY_THERE] * 2
    assert folder.settings_path.read_bytes() == before


def test_other_content_under_the_same_name_is_never_put_in_its_place_silently(
    tmp_path: Path, folder: ReviewFolder
) -> None:
    folder.add([chronology(tmp_path)])
    newer = chronology(tmp_path, "Police.CSV", ROW + "2019-03-15,visit\n", at="newer")
    with pytest.raises(
        ReviewError, match="Give it another name, or add it with --replace; nothing was added"
    ):
        folder.add([chronology(tmp_path, "gp.csv"), newer])
    assert [source.file for _, source in folder.sources()] == ["police.csv"]
    assert folder.sources()[0][0].read_text(encoding="utf-8") == ROW

    (added,) = folder.add([newer], replace=True)
    assert (added.outcome, added.file) == (Outcome.REPLACED, "police.csv")
    ((path, source),) = folder.sources()
    assert path.read_bytes() == newer.read_bytes()
    assert source.sha256 == added.sha256
    assert not [line for line in words(folder) if line.startswith("error")]


def test_two_files_of_one_name_are_refused_even_when_replacing(tmp_path: Path, folder: ReviewFolder) -> None:
    with pytest.raises(ReviewError, match="Give it another name; nothing was added"):
        folder.add([chronology(tmp_path), chronology(tmp_path, text="date\n", at="b")], replace=True)
    assert folder.sources() == []


def test_files_that_cannot_be_added(tmp_path: Path, folder: ReviewFolder) -> None:
    with pytest.raises(ReviewError, match="is a folder"):
        folder.add([tmp_path])
    with pytest.raises(ReviewError, match="There is no file"):
        folder.add([tmp_path / "none.csv"])
    with pytest.raises(ReviewError, match="hides the file"):
        folder.add([chronology(tmp_path, ".police.csv")])


def test_sources_come_in_the_same_order_however_they_were_added(tmp_path: Path, folder: ReviewFolder) -> None:
    for name in ("police.csv", "GP.csv", "housing.csv"):
        folder.add([chronology(tmp_path, name, text=name)])
    assert [source.file for _, source in folder.sources()] == ["GP.csv", "housing.csv", "police.csv"]


def test_a_file_put_in_by_hand_is_noticed_and_can_be_listed(tmp_path: Path, folder: ReviewFolder) -> None:
    path = folder.sources_path / "gp.csv"
    path.write_bytes(b"date\n")
    assert any(
        "sources/gp.csv: it is not listed in review.toml and is not read" in line for line in words(folder)
    )
    (added,) = folder.add([path])
    assert added.outcome is Outcome.ADDED
    assert not any("gp.csv" in line for line in words(folder))


def test_check_names_sources_that_are_missing_changed_or_there_twice(
    tmp_path: Path, folder: ReviewFolder
) -> None:
    names = ("a.csv", "b.csv", "c.csv")
    folder.add([chronology(tmp_path, name, text=name) for name in names])
    (folder.sources_path / "a.csv").unlink()
    (folder.sources_path / "b.csv").write_bytes(b"c.csv")
    found = "\n".join(words(folder))
    assert "error: review.toml, source 'a.csv': the file is not in sources/. Put it back" in found
    assert "error: review.toml, source 'b.csv': the file has changed since it was received" in found
    assert "warning: review.toml, source 'c.csv': the content is the same as that of 'b.csv'" in found
    folder.add([tmp_path / "received" / "a.csv"])
    assert "'a.csv'" not in "\n".join(words(folder))


def test_check_reads_the_scope(tmp_path: Path, folder: ReviewFolder) -> None:
    folder.settings_path.write_text(
        '[review]\nid = "x"\nnation = "France"\nindex_children = ["Child B"]\n'
        "detailed = { from = 2019-01-01, to = 2018-01-01 }\n"
        '[[sources]]\nfile = "a.csv"\nagency = "Housing"\ncovers_from = 2019-01-01\ncovers_to = 2018-01-01\n',
        encoding="utf-8",
    )
    (folder.sources_path / "a.csv").write_bytes(b"date\n")
    folder.people_path.write_text("person_id,name\nchild-a,Child A\n", encoding="utf-8")
    found = "\n".join(words(folder))
    assert "there is no incident_date" in found
    assert "the detailed period ends on 2018-01-01, before it begins on 2019-01-01" in found
    assert "no time limits are known for the nation 'France'" in found
    assert "error: review.toml, [review]: the index child 'Child B' is not in people.csv" in found
    assert "the agency 'Housing' is not in agencies.csv" in found
    assert "covers_to 2018-01-01 is before covers_from 2019-01-01" in found
    assert "source 'a.csv': no SHA-256 is recorded" in found


def test_check_goes_on_when_a_file_cannot_be_read(folder: ReviewFolder) -> None:
    folder.settings_path.write_text("[review\n", encoding="utf-8")
    folder.people_path.write_text("person_id,name,kin\na,A,parent of b\n", encoding="utf-8")
    folder.agencies_path.unlink()
    folder.decisions_path.write_bytes(folder.decisions_path.read_bytes() + b"torn")
    found = "\n".join(words(folder))
    assert "error: review.toml: the file cannot be read" in found
    assert "error: people.csv, line 2: kin names 'b', who has no row" in found
    assert "warning: agencies.csv: the file is not there" in found
    assert "error: decisions.csv, line 2: the line cannot be used" in found


@pytest.mark.skipif(os.name == "nt", reason="links need rights that Windows users seldom have")
def test_a_link_that_leads_out_of_the_review_is_not_followed(tmp_path: Path, folder: ReviewFolder) -> None:
    secret = chronology(tmp_path)
    (folder.sources_path / "police.csv").symlink_to(secret)
    with pytest.raises(ReviewError, match="leads to a file outside the review"):
        folder.source_path("police.csv")
    with pytest.raises(ReviewError, match="cannot name a file"):
        folder.source_path("../review.toml")


def test_one_file_is_a_review(tmp_path: Path) -> None:
    path = chronology(tmp_path, "north_police-log.csv")
    given = SourceSet.of([path])
    assert (given.settings.review.id, given.settings.review.title) == ("north-police-log", "North police log")
    assert [(source, settings.file) for source, settings in given.sources] == [(path, "north_police-log.csv")]
    assert given.folder is None
    assert given.people() == ()
    assert given.agencies() == ()
    assert given.decisions() == ((), ())


def test_a_file_called_chronology_takes_the_name_of_its_folder(tmp_path: Path) -> None:
    given = SourceSet.of([chronology(tmp_path, "Chronology.csv", at="case-seven")])
    assert (given.settings.review.id, given.settings.review.title) == (
        "case-seven-chronology",
        "Case seven Chronology",
    )


def test_several_files_are_one_review_in_any_order(tmp_path: Path) -> None:
    paths = [chronology(tmp_path, name, text=name) for name in ("police.csv", "gp.csv")]
    assert SourceSet.of(paths) == SourceSet.of(reversed(paths))
    assert SourceSet.of(paths).settings.review.id == "gp-and-1-more"


def test_a_review_folder_is_given_by_itself_or_by_its_settings(tmp_path: Path, folder: ReviewFolder) -> None:
    folder.add([chronology(tmp_path)])
    for given in (SourceSet.of([folder.path]), SourceSet.of([folder.settings_path])):
        assert given.settings == folder.settings()
        assert list(given.sources) == folder.sources()


def test_what_cannot_be_read_says_the_next_step(tmp_path: Path, folder: ReviewFolder) -> None:
    police = chronology(tmp_path)
    copy = chronology(tmp_path, "police (1).csv", at="b")
    namesake = chronology(tmp_path, text="date\n", at="c")
    cases: list[tuple[list[Path], str]] = [
        ([], "Nothing was given to read. Give a review folder"),
        ([tmp_path / "none.csv"], "There is no file or folder"),
        ([police.parent], "It holds police.csv. Make a review with 'scrgraph new FOLDER'"),
        ([folder.path], "has no sources yet"),
        ([folder.path, police], "Give one review folder by itself"),
        ([police, police], "was given twice"),
        ([police, copy], "hold the same content"),
        ([police, namesake], "have the same name"),
    ]
    for paths, expected in cases:
        with pytest.raises(ReviewError) as caught:
            SourceSet.of(paths)
        assert expected in str(caught.value)
    folder.add([police])
    (folder.sources_path / "police.csv").unlink()
    with pytest.raises(ReviewError, match=r"lists police.csv, which sources/ does not hold"):
        SourceSet.of([folder.path])


def test_a_write_that_does_not_finish_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    write_text_atomic(path, "old\n")
    with pytest.raises(UnicodeEncodeError):
        write_text_atomic(path, "new \ud800")
    with pytest.raises(TypeError):
        write_bytes_atomic(path, "text")  # type: ignore[arg-type]
    (tmp_path / "taken").mkdir()
    with pytest.raises(OSError):
        write_bytes_atomic(tmp_path / "taken", b"x")
    assert path.read_bytes() == b"old\n"
    assert sorted(item.name for item in tmp_path.iterdir()) == ["people.csv", "taken"]


def test_settings_written_twice_are_the_same_bytes(folder: ReviewFolder) -> None:
    write_settings(folder.settings_path, folder.settings())
    first = folder.settings_path.read_bytes()
    write_settings(folder.settings_path, folder.settings())
    assert folder.settings_path.read_bytes() == first
