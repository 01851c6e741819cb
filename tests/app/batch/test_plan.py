from __future__ import annotations

import os
from pathlib import Path

import pytest

from drafter.app.batch import Failure, Options, Outcome, Plan, Task, plan


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _grow(*names: str) -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(name, encoding="utf-8")


def _pairs(made: Plan) -> list[tuple[str, str]]:
    return [(task.source, task.target) for task in made.tasks]


OUT = Options("out")


@pytest.mark.usefixtures("here")
def test_a_folder_is_searched_to_the_bottom_and_mirrored() -> None:
    _grow("in/b.xml", "in/a.TXT", "in/x/y/c.v2.docx", "in/note.pdf", "in/other.pdf", "in/LICENCE")
    assert plan(["in"], OUT) == Plan(
        (
            Task("in/a.TXT", "out/a.draft", OUT),
            Task("in/b.xml", "out/b.draft", OUT),
            Task("in/x/y/c.v2.docx", "out/x/y/c.v2.draft", OUT),
        ),
        (),
        {".pdf": 2, "without a suffix": 1},
    )


@pytest.mark.usefixtures("here")
def test_of_several_sources_each_folder_keeps_its_name() -> None:
    _grow("in/a.xml", "more/in2/a.xml", "b.txt")
    assert _pairs(plan(["in", "more/in2", "b.txt"], OUT)) == [
        ("b.txt", "out/b.draft"),
        ("in/a.xml", "out/in/a.draft"),
        ("more/in2/a.xml", "out/in2/a.draft"),
    ]


@pytest.mark.usefixtures("here")
def test_a_file_that_is_named_is_a_source_whatever_its_name() -> None:
    _grow(".hidden.xml", "odd.dat")
    made = plan([".hidden.xml", "odd.dat", "absent.xml"], Options("out", to="json"))
    assert _pairs(made) == [
        (".hidden.xml", "out/.hidden.json"),
        ("absent.xml", "out/absent.json"),
        ("odd.dat", "out/odd.json"),
    ]


@pytest.mark.usefixtures("here")
def test_hidden_files_links_to_folders_and_pipes_are_left_out() -> None:
    _grow("in/a.xml", "in/.b.xml", "in/.git/c.xml")
    Path("in/loop").symlink_to("..", target_is_directory=True)
    Path("in/link.txt").symlink_to("a.xml")
    os.mkfifo("in/pipe.txt")
    made = plan(["in"], OUT)
    assert _pairs(made) == [("in/a.xml", "out/a.draft"), ("in/link.txt", "out/link.draft")]
    assert made.left_out == {"hidden": 2, "linked folder": 1, "pipe, socket or device": 1}


@pytest.mark.usefixtures("here")
def test_a_folder_that_is_a_link_is_searched_when_it_is_named() -> None:
    _grow("in/a.xml")
    Path("link").symlink_to("in", target_is_directory=True)
    assert _pairs(plan(["link"], OUT)) == [("link/a.xml", "out/a.draft")]


@pytest.mark.usefixtures("here")
def test_files_that_would_become_the_same_all_fail() -> None:
    _grow("in/a.xml", "in/a.txt", "in/b.txt")
    made = plan(["in"], OUT)
    hint = "rename one of them, or import it alone with -o and another name"
    same = "would become the same file as"
    assert _pairs(made) == [("in/b.txt", "out/b.draft")]
    assert sorted(made.failures, key=lambda outcome: outcome.source) == [
        Outcome("in/a.txt", "out/a.draft", Failure(f"{same} in/a.xml: out/a.draft", hint)),
        Outcome("in/a.xml", "out/a.draft", Failure(f"{same} in/a.txt: out/a.draft", hint)),
    ]


@pytest.mark.usefixtures("here")
def test_a_clash_of_many_names_a_few() -> None:
    _grow(*(f"{n}/a.xml" for n in range(9)))
    made = plan([f"{n}/a.xml" for n in range(9)], OUT)
    assert made.tasks == ()
    assert {str(outcome.failure) for outcome in made.failures if outcome.source == "1/a.xml"} == {
        "would become the same file as 0/a.xml, 2/a.xml, 3/a.xml and 5 more: out/a.draft"
    }


@pytest.mark.usefixtures("here")
def test_a_file_that_is_named_twice_is_read_once() -> None:
    _grow("a.xml")
    assert _pairs(plan(["a.xml", "./a.xml", "../" + Path.cwd().name + "/a.xml"], OUT)) == [
        ("a.xml", "out/a.draft")
    ]


@pytest.mark.usefixtures("here")
def test_the_results_of_an_earlier_run_are_no_sources() -> None:
    _grow("in/a.xml", "in/out/a.draft", "in/out/b.xml")
    within = plan(["in"], Options("in/out"))
    assert (_pairs(within), within.left_out) == (
        [("in/a.xml", "in/out/a.draft")],
        {"folder of results": 1},
    )
    _grow("same/a.xml", "same/a.draft")
    beside = plan(["same"], Options("./same"))
    assert (_pairs(beside), beside.left_out) == (
        [("same/a.xml", "same/a.draft")],
        {"earlier result": 1},
    )


@pytest.mark.usefixtures("here")
def test_a_format_narrows_the_search_to_its_suffix() -> None:
    _grow("in/a.xml", "in/b.txt", "c.dat")
    made = plan(["in", "c.dat"], Options("out", form="txt"))
    assert [task.source for task in made.tasks] == ["c.dat", "in/b.txt"]
    assert made.left_out == {".xml": 1}


@pytest.mark.usefixtures("here")
def test_a_folder_that_cannot_be_read_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    _grow("in/shut/a.xml", "in/b.xml")
    scandir = os.scandir

    def guarded(path: str) -> object:
        if path == "in/shut":
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)
    made = plan(["in"], OUT)
    failure = Failure("cannot be searched: Permission denied", "see who may read this folder")
    assert (made.failures, _pairs(made)) == (
        (Outcome("in/shut", failure=failure),),
        [("in/b.xml", "out/b.draft")],
    )


@pytest.mark.usefixtures("here")
def test_a_named_pipe_is_no_source_among_others() -> None:
    _grow("a.xml")
    os.mkfifo("pipe.txt")
    (failed,) = plan(["a.xml", "pipe.txt"], OUT).failures
    assert (failed.source, str(failed.failure)) == (
        "pipe.txt",
        "this is no file but a pipe, socket or device",
    )
