from __future__ import annotations

import os
from contextlib import closing
from dataclasses import replace
from multiprocessing import active_children
from pathlib import Path

import pytest

from drafter.app import open_resolution, save
from drafter.app.batch import Failure, Options, Outcome, Report, Task, plan, run
from drafter.app.batch.run import convert
from drafter.errors import Malformed, Place, Unwritable
from drafter.formats.registry import Format
from drafter.report import Kind, Notice
from tests.cli_runner import EXAMPLES

SKIES = EXAMPLES / "night-skies.draft"
OUT = Options("out")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with good and bad files in `in`, which is also where the test runs."""
    monkeypatch.chdir(tmp_path)
    Path("in/below").mkdir(parents=True)
    value = open_resolution(str(SKIES)).value
    for name in ("in/a.json", "in/below/b.txt", "in/below/c.docx", "in/d.xml", "in/e.draft"):
        save(value, name)
    Path("in/empty.txt").touch()
    Path("in/binary.xml").write_bytes(b"\x00\x01" * 500)
    Path("in/latin.txt").write_bytes("Décide".encode("latin-1"))
    Path("in/cut.xml").write_bytes(Path("in/d.xml").read_bytes()[:700])
    Path("in/below/no.docx").write_bytes(b"PK\x03\x04 but no more")
    return tmp_path


def _report(workers: int, options: Options = OUT) -> Report:
    made = plan(["in"], options)
    return Report.over(run(made, workers), made.left_out)


def _written(folder: str) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in Path(folder).rglob("*")
        if path.is_file()
    }


@pytest.mark.usefixtures("here")
def test_bad_files_fail_and_the_rest_is_imported() -> None:
    report = _report(2)
    assert {outcome.source for outcome in report.failed} >= {
        "in/below/no.docx",
        "in/binary.xml",
        "in/empty.txt",
        "in/latin.txt",
    }
    assert not [outcome for outcome in report.failed if "defect" in str(outcome.failure)]
    names = {outcome.target for outcome in report.outcomes if not outcome.failure}
    assert {f"out/{name}" for name in _written("out")} == names
    assert names >= {f"out/{n}.draft" for n in ("a", "below/b", "below/c", "d", "e")}


@pytest.mark.usefixtures("here")
def test_the_report_and_the_files_do_not_depend_on_the_number_of_workers() -> None:
    one, three = _report(1, Options("one")), _report(3, Options("three"))
    assert _written("one") == _written("three")
    assert [replace(outcome, target="") for outcome in one.outcomes] == [
        replace(outcome, target="") for outcome in three.outcomes
    ]
    sources = [outcome.source for outcome in one.outcomes]
    assert sources == sorted(sources)
    assert len(sources) == 10


@pytest.mark.usefixtures("here")
def test_a_file_that_holds_something_else_is_kept_unless_forced() -> None:
    Path("out").mkdir()
    Path("out/a.draft").write_text("mine", encoding="utf-8")
    kept = next(outcome for outcome in _report(1).outcomes if outcome.source == "in/a.json")
    assert kept.failure == Failure(
        "out/a.draft: the file exists and holds something else",
        "give another name, or --force to replace it",
    )
    assert Path("out/a.draft").read_text(encoding="utf-8") == "mine"
    forced = _report(1, Options("out", force=True))
    assert "in/a.json" not in {outcome.source for outcome in forced.failed}
    assert Path("out/a.draft").read_bytes() == SKIES.read_bytes()


@pytest.mark.usefixtures("here")
def test_a_second_run_finds_its_own_results_and_keeps_them() -> None:
    assert _report(2) == _report(2)


@pytest.mark.usefixtures("here")
def test_a_file_in_the_way_of_a_folder_fails_what_belongs_there() -> None:
    Path("out").mkdir()
    Path("out/below").write_text("mine", encoding="utf-8")
    failed = {outcome.source: str(outcome.failure) for outcome in _report(2).failed}
    assert failed["in/below/b.txt"] == "out/below: the folder cannot be made: File exists"
    assert "in/a.json" not in failed


@pytest.mark.usefixtures("here")
def test_closing_the_run_ends_its_workers() -> None:
    with closing(run(plan(["in"], OUT), 2)) as outcomes:
        next(outcomes)
    assert active_children() == []
    assert [name for name in _written("out") if name.endswith(".part")] == []


@pytest.mark.usefixtures("here")
def test_tracked_changes_are_a_question_to_word_files_only() -> None:
    failed = {outcome.source for outcome in _report(1, Options("out", changes="accept")).failed}
    assert not failed & {"in/a.json", "in/below/b.txt", "in/below/c.docx", "in/d.xml"}


@pytest.mark.parametrize(
    ("raised", "message"),
    [
        (KeyError("x"), "a defect in drafter: KeyError: 'x'"),
        (RecursionError("deep"), "a defect in drafter: RecursionError: deep"),
        (MemoryError(), "there is too little memory for it"),
        (Malformed("odd", where=Place(3, 4, excerpt="x" * 9)), "line 3, column 4: odd"),
    ],
)
def test_whatever_reading_raises_is_the_failure_of_its_file(
    raised: Exception, message: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def read(_format: Format, _data: bytes) -> None:
        raise raised

    monkeypatch.setattr(Format, "read", read)
    outcome = convert(Task(str(SKIES), str(tmp_path / "a.draft"), OUT))
    assert (str(outcome.failure), list(tmp_path.iterdir())) == (message, [])


def test_a_disk_that_is_full_is_the_failure_of_its_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    target = str(tmp_path / "a.draft")
    outcome = convert(Task(str(SKIES), target, OUT))
    assert str(outcome.failure) == f"{target}: cannot be written: No space left on device"
    assert list(tmp_path.iterdir()) == []


def test_a_failure_keeps_the_place_but_not_the_line_and_counts_the_rest() -> None:
    error = Malformed(
        "odd",
        hint="mend it",
        where=Place(3, 4, "parts", "x" * 9),
        source="a.txt",
        also=[Malformed("odder")],
    )
    failure = Failure.of(error, "a.txt")
    assert failure == Failure("odd", "mend it", Place(3, 4, "parts"), 1)
    assert str(failure) == "line 3, column 4: odd (and 1 more)"
    assert Failure.of(Unwritable("full", source="b.draft"), "a.txt").message == "b.draft: full"


def test_a_report_is_sorted_and_counts_the_kinds() -> None:
    number, note = Notice(Kind.NUMBER, "odd"), Notice(Kind.NOTE, "odd")
    b, a = Outcome("b", notices=(note, number)), Outcome("a", notices=(number,))
    report = Report.over(iter([b, a]), {})
    assert report == Report((a, b), {})
    assert list(report.kinds.items()) == [(Kind.NUMBER, 2), (Kind.NOTE, 1)]
