"""`drafter import` of folders, in processes of its own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path

import pytest

from drafter.render.safe import safe
from tests.cli_runner import COMMAND, EXAMPLES, Done, drafter, environment
from tests.external import CHECKOUT

SKIES = EXAMPLES / "night-skies.draft"
BAD = CHECKOUT / "tests" / "cases" / "bad"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Good, noticed and bad files, at two levels."""
    below = tmp_path / "in" / "below"
    below.mkdir(parents=True)
    (tmp_path / "in" / "skies.draft").write_bytes(SKIES.read_bytes())
    (below / "odd.txt").write_bytes((BAD / "items-out-of-order.txt").read_bytes())
    (below / "empty.txt").touch()
    (below / "no.docx").write_bytes(b"\x00\xff" * 99)
    (below / "latin.draft").write_bytes("%drafter 1\ntitle: Décide".encode("latin-1"))
    (below / "picture.png").touch()
    return tmp_path


def _import(cwd: Path, *arguments: str) -> Done:
    return drafter("import", *arguments, "--jobs", "2", cwd=cwd)


def _names(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_a_folder_is_imported_and_reported_to_people(folder: Path) -> None:
    done = _import(folder, "in", "-o", "out")
    assert (done.code, done.out) == (1, "")
    assert done.err == (
        "drafter: in/below/empty.txt: the source is empty\n"
        "hint: give a file that holds a resolution\n"
        "drafter: in/below/latin.draft: line 2, column 9: byte 20 (0xE9) is not UTF-8\n"
        "hint: save the file as UTF-8; it may be in Latin-1 or in Windows-1252\n"
        "drafter: in/below/no.docx: this is no Word file (.docx)\n"
        "hint: give it the right suffix, or say the format with --from\n"
        "imported 2 of 5 files into out, 3 failed\n"
        "left out: 1 .png\n"
        "notices: 2 number\n"
        "      2 in in/below/odd.txt\n"
    )
    assert _names(folder / "out") == ["below/odd.draft", "skies.draft"]
    assert (folder / "out" / "skies.draft").read_bytes() == SKIES.read_bytes()


def test_the_report_for_programs_is_one_object_on_standard_output(folder: Path) -> None:
    done = _import(folder, "in", "-o", "out", "--json")
    assert (done.code, done.err) == (1, "")
    report = json.loads(done.out)
    assert report["summary"] == {
        "files": 5,
        "imported": 2,
        "failed": 3,
        "notices": 2,
        "kinds": {"number": 2},
        "left_out": {".png": 1},
    }
    assert [(file["source"], file["ok"]) for file in report["files"]] == [
        ("in/below/empty.txt", False),
        ("in/below/latin.draft", False),
        ("in/below/no.docx", False),
        ("in/below/odd.txt", True),
        ("in/skies.draft", True),
    ]
    assert report["files"][0] == {
        "source": "in/below/empty.txt",
        "target": "out/below/empty.draft",
        "ok": False,
        "error": {
            "message": "the source is empty",
            "hint": "give a file that holds a resolution",
            "line": 0,
            "column": 0,
            "path": "",
            "more": 0,
        },
        "notices": [],
    }
    assert [notice["line"] for notice in report["files"][3]["notices"]] == [17, 18]


def test_files_that_are_all_read_give_exit_code_0(folder: Path) -> None:
    done = _import(folder, "in/skies.draft", "in/below/odd.txt", "-o", "out", "--to", "txt", "-q")
    assert (done.code, done.out, done.err) == (0, "", "")
    assert _names(folder / "out") == ["odd.txt", "skies.txt"]


def test_a_quiet_run_still_tells_what_failed(folder: Path) -> None:
    done = _import(folder, "in/skies.draft", "in/absent.txt", "-o", "out", "--quiet")
    assert (done.code, done.out) == (1, "")
    assert done.err == "drafter: in/absent.txt: there is no such file\nhint: check the name\n"


def test_files_that_failed_in_one_way_are_told_together(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in "abcdef":
        (tmp_path / "in" / f"{name}.txt").touch()
    hint = "hint: give a file that holds a resolution\n"
    done = _import(tmp_path, "in", "-o", "out", "-q")
    assert (
        done.err == "drafter: in/a.txt, in/b.txt, in/c.txt and 3 more: the source is empty\n" + hint
    )
    done = _import(tmp_path, "in/a.txt", "in/b.txt", "-o", "out", "-q")
    assert done.err == "drafter: in/a.txt, in/b.txt: the source is empty\n" + hint


def test_a_verbose_run_tells_every_notice(folder: Path) -> None:
    done = _import(folder, "in", "-o", "out", "--verbose")
    assert done.err.startswith("in/below/odd.txt: 2 notices\n  number: line 17")


def test_files_that_would_become_the_same_are_told_and_not_written(folder: Path) -> None:
    (folder / "in" / "skies.txt").write_bytes((BAD / "items-out-of-order.txt").read_bytes())
    done = _import(folder, "in/skies.txt", "in/skies.draft", "-o", "out")
    assert done.code == 1
    assert "in/skies.txt: would become the same file as in/skies.draft: out/skies.draft" in done.err
    assert not (folder / "out").exists()


def test_another_document_is_replaced_only_by_force(folder: Path) -> None:
    (folder / "out").mkdir()
    (folder / "out" / "skies.draft").write_text("mine", encoding="utf-8")
    sources = ("in/skies.draft", "in/below/odd.txt", "-o", "out")
    done = _import(folder, *sources)
    assert done.code == 1
    assert "out/skies.draft: the file exists and holds something else" in done.err
    assert (folder / "out" / "skies.draft").read_text(encoding="utf-8") == "mine"
    assert _import(folder, *sources, "--force").code == 0
    assert (folder / "out" / "skies.draft").read_bytes() == SKIES.read_bytes()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["in"], "say with -o into which folder the drafts go"),
        (["in", "--json"], "say with -o where the draft goes"),
        (["in", "-", "-o", "out"], "standard input can only be imported alone"),
        (["in", "-o", "in/skies.draft"], "-o names a folder; in/skies.draft is none"),
        (["in/below/picture.png", "none", "-o", "out", "--jobs", "0"], "0 is not in the range"),
        (["none", "-o", "out"], "there is no file to import: there is only 1 hidden"),
        ([], "Missing argument 'SOURCE...'"),
    ],
)
def test_wrong_usage_and_nothing_to_do_are_trouble(
    arguments: list[str], said: str, folder: Path
) -> None:
    (folder / "none").mkdir()
    (folder / "none" / ".hidden.txt").touch()
    done = drafter("import", *arguments, cwd=folder)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert not (folder / "out").exists()


def test_names_from_the_disk_do_not_drive_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "\x1b]0;owned\x07.txt").touch()
    (tmp_path / "in" / "a.\x1b[31m").touch()
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/in/\xff.txt")).touch()
    done = _import(tmp_path, "in", "-o", "out")
    assert done.code == 1
    assert "\x1b" not in done.err
    names = "in/\x1b]0;owned\x07.txt, in/\udcff.txt"
    assert f"{safe(names)}: the source is empty" in done.err
    assert "left out: 1 .\\x1b[31m" in done.err
    report = json.loads(_import(tmp_path, "in", "-o", "out", "--json").out)
    assert report["files"][1]["source"] == "in/\udcff.txt"


def test_an_interrupt_ends_all_processes_and_leaves_whole_files(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for number in range(3000):
        (tmp_path / "in" / f"{number}.draft").write_bytes(SKIES.read_bytes())
    process = subprocess.Popen(
        [*COMMAND, "import", "in", "-o", "out", "--jobs", "2"],
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env=environment(),
        start_new_session=True,
    )
    _wait_for_some(tmp_path / "out", process)
    os.killpg(process.pid, signal.SIGINT)  # the terminal tells all processes
    _, err = process.communicate(timeout=60)
    stopped, *others = err.decode().splitlines()
    assert (process.returncode, others) == (130, ["drafter: interrupted"])
    assert stopped.endswith("of 3000 files; what was written is whole")
    written = {path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file()}
    assert written == {SKIES.read_bytes()}
    assert all(name.endswith(".draft") for name in _names(tmp_path / "out"))
    assert _workers(process.pid) == []


def test_a_worker_that_is_killed_costs_its_file_only(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for number in range(60):
        (tmp_path / "in" / f"{number}.draft").write_bytes(SKIES.read_bytes())
    process = subprocess.Popen(
        [*COMMAND, "import", "in", "-o", "out", "--jobs", "1", "--json"],
        stdout=subprocess.PIPE,
        cwd=tmp_path,
        env=environment(),
        start_new_session=True,
    )
    _wait_for_some(tmp_path / "out", process)
    for worker in _workers(process.pid):
        os.kill(worker, signal.SIGKILL)
    out, _ = process.communicate(timeout=60)
    failed = [file for file in json.loads(out)["files"] if not file["ok"]]
    assert [file["error"]["message"] for file in failed] == [
        "the process that read it ended (SIGKILL)"
    ]
    assert process.returncode == 1
    assert len(_names(tmp_path / "out")) in {59, 60}  # it may have written before it was killed


def _wait_for_some(folder: Path, process: subprocess.Popen[bytes]) -> None:
    while len(_names(folder)) < 5 and process.poll() is None:
        time.sleep(0.02)


def _workers(group: int) -> list[int]:
    """The workers in a group of processes, without the tracker that Python starts beside them."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # it may end while it is looked at
            worker = b"spawn_main" in (folder / "cmdline").read_bytes()
            if worker and os.getpgid(int(folder.name)) == group:
                found.append(int(folder.name))
    return found
