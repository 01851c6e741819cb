from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from drafter.app.deltas import Coder, delta, patched
from drafter.app.journal import journal_of
from drafter.app.keep import Opened, begun_drafts, open_draft, start_draft
from drafter.commands import State, run
from drafter.errors import Refused, Unreadable, Unwritable
from drafter.model import Resolution, text
from tests.cli_runner import EXAMPLES
from tests.external import CHECKOUT
from tests.journal_work import lines
from tests.sessions import desk

KILLS = 50


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return Path(shutil.copy(EXAMPLES / "libraries-draft.draft", tmp_path / "a.draft"))


def opened(path: Path) -> Opened:
    return open_draft(str(path), desk())


def do(work: Opened, *commands: str) -> State:
    """The state after commands, each kept in the journal."""
    state = work.state
    for line in commands:
        state, _ = run(line, state)
        work.keeper.changed(state)
    return state


def known(state: State) -> tuple[object, ...]:
    """What a session keeps of a state."""
    return state.resolution, state.past, state.future, state.saved


def test_what_led_to_a_state_is_kept_where_the_state_itself_is_an_earlier_one(path: Path) -> None:
    work = opened(path)
    state = do(work, "delete op 1", "undo", "revert @1")
    work.keeper.close()
    again = opened(path)
    again.keeper.close()
    assert known(again.state) == known(state)


def test_undo_and_redo_go_on_in_the_next_session(path: Path) -> None:
    work = opened(path)
    state = do(work, "delete op 1", "title New", "undo", "move op 2 to op 1", "swap pp 1 with pp 2")
    state = do(Opened(state, work.keeper), "undo")
    work.keeper.close()
    again = opened(path)
    assert known(again.state) == known(state)
    assert [step.said for step in again.state.past] == ["op 1 deleted", "op 2 moved, now op 1"]
    first = do(again, "undo 2")
    assert first.resolution == work.state.resolution
    again.keeper.close()


def test_changes_that_were_not_saved_are_offered(path: Path) -> None:
    work = opened(path)
    do(work, "title New")
    work.keeper.close()
    again = opened(path)
    assert again.told == (
        "changes that were not saved are recovered: diff shows them, revert saved drops them",
    )
    assert not do(again, "revert saved").unsaved
    again.keeper.close()


def test_a_draft_that_was_only_looked_at_leaves_nothing_behind(path: Path) -> None:
    opened(path).keeper.close()
    assert [entry.name for entry in path.parent.iterdir()] == ["a.draft"]


def test_what_is_discarded_is_forgotten_and_what_was_saved_stays(path: Path) -> None:
    work = opened(path)
    saved = work.keeper.write(do(work, "title New"))
    do(Opened(saved, work.keeper), "delete op 1", "delete pp 1")
    work.keeper.close(discard=True)
    again = opened(path)
    assert (again.told, again.state.unsaved) == ((), False)
    assert [step.said for step in again.state.past] == ["title edited"]
    again.keeper.close()


def test_a_second_session_can_look_and_not_change(path: Path) -> None:
    first = opened(path)
    second = opened(path)
    assert second.told == ("another session has this draft open: it can only be read here",)
    with pytest.raises(Refused, match="for reading only"):
        run("delete op 1", second.state)
    second.keeper.close()
    do(first, "delete op 1")
    first.keeper.close()
    third = opened(path)
    assert not third.state.read_only
    third.keeper.close()


def test_a_change_by_another_program_is_noticed_before_it_is_overwritten(path: Path) -> None:
    work = opened(path)
    state = do(work, "title New")
    path.write_text(path.read_text(encoding="utf-8").replace("harbour", "port"), encoding="utf-8")
    path.write_text(path.read_text(encoding="utf-8").replace("boats", "ships"), encoding="utf-8")
    with pytest.raises(Refused, match="another program has changed the file"):
        work.keeper.write(state)
    assert "ships" in path.read_text(encoding="utf-8")
    work.keeper.write(state, force=True)
    assert "ships" not in path.read_text(encoding="utf-8")
    work.keeper.close()


def test_a_change_between_two_sessions_can_be_undone(path: Path) -> None:
    work = opened(path)
    mine = do(work, "title New")
    work.keeper.close()
    path.write_text(path.read_text(encoding="utf-8").replace("boats", "ships"), encoding="utf-8")
    again = opened(path)
    assert "another program has changed the file" in again.told[0]
    assert do(again, "undo").resolution == mine.resolution
    again.keeper.close()


def test_a_draft_that_was_never_saved_is_recovered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    work = start_draft(Resolution(title=text("Boats")), "", desk())
    assert work.state.path == "untitled.draft"
    state = do(work, "add op Decides to act")
    work.keeper.close()
    assert begun_drafts(Path()) == (Path("untitled.draft"),)
    assert start_draft(Resolution(), "", desk()).state.path == "untitled-2.draft"
    again = open_draft("untitled.draft", desk())
    assert again.state.resolution == state.resolution
    assert again.told[0] == "untitled.draft was never saved; it is recovered from its journal"
    saved = again.keeper.write(again.state, "boats.draft")
    assert (saved.path, saved.unsaved) == ("boats.draft", False)
    again.keeper.close()
    assert not journal_of(Path("untitled.draft")).exists()
    assert len(opened(Path("boats.draft")).state.past) == 1


def test_a_file_that_is_not_there_is_told_and_leaves_no_journal(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="there is no such file"):
        open_draft(str(tmp_path / "a.draft"), desk())
    assert list(tmp_path.iterdir()) == []


def test_a_word_file_is_kept_as_a_draft_beside_it(tmp_path: Path) -> None:
    from drafter.app import open_resolution, save  # noqa: PLC0415 - for this test alone

    value = open_resolution(str(EXAMPLES / "night-skies.draft")).value
    save(value, str(tmp_path / "skies.docx"))
    work = open_draft(str(tmp_path / "skies.docx"), desk())
    assert work.told == ("skies.docx stays as it is; the draft is kept in skies.draft",)
    work.keeper.write(work.state)
    work.keeper.close()
    assert open_resolution(str(tmp_path / "skies.draft")).value == value


@pytest.mark.parametrize("torn", [1, 7, 40, 90])
def test_a_torn_last_line_is_dropped(path: Path, torn: int) -> None:
    work = opened(path)
    before = do(work, "title New")
    do(Opened(before, work.keeper), "delete op 1")
    work.keeper.close()
    journal = journal_of(path)
    content = journal.read_bytes()
    last = content[:-1].rfind(b"\n") + 1
    journal.write_bytes(content[: max(len(content) - torn, last)])
    again = opened(path)
    assert again.state.resolution == before.resolution
    state = do(again, "delete pp 1")
    again.keeper.close()
    assert opened(path).state.resolution == state.resolution


def test_a_journal_broken_in_the_middle_is_kept_aside(path: Path) -> None:
    work = opened(path)
    do(work, "title New", "delete op 1", "delete op 1")
    work.keeper.close()
    journal = journal_of(path)
    rows = journal.read_bytes().splitlines(keepends=True)
    rows[3] = b"rubbish" + rows[3]
    journal.write_bytes(b"".join(rows))
    again = opened(path)
    assert [step.said for step in again.state.past] == ["title edited"]
    assert again.told[0] == "the journal was damaged; it is kept as .a.draft.journal.damaged"
    again.keeper.close()


def test_a_disk_that_takes_nothing_keeps_the_change_from_being_shown(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = opened(path)
    changed, _ = run("delete op 1", work.state)

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(Unwritable, match="No space left on device"):
            work.keeper.changed(changed)
    state = do(work, "title New")
    work.keeper.close()
    assert opened(path).state.resolution == state.resolution


def test_states_that_no_undo_leads_to_are_dropped_from_a_long_journal(path: Path) -> None:
    work = opened(path)
    state = work.state
    for place in range(210):
        state = do(Opened(state, work.keeper), f"title Matter {place}", "undo")
    state = do(Opened(state, work.keeper), "title Last")
    work.keeper.close()
    size = journal_of(path).stat().st_size
    again = opened(path)
    assert known(again.state) == known(state)
    assert journal_of(path).stat().st_size < size / 10
    again.keeper.close()


def test_the_journal_of_a_change_grows_with_the_change_and_not_with_the_draft() -> None:
    old = [f"line {place}" for place in range(10_000)]
    new = [*old[5000:], "new", *old[:4000]]
    steps = delta(old, new)
    assert steps == [[5000, 5000], "new", [0, 4000]]
    assert patched(old, steps) == tuple(new)


def test_the_lines_of_every_example_are_read_back() -> None:
    from drafter.app import open_resolution  # noqa: PLC0415 - for this test alone

    for file in EXAMPLES.glob("*.draft"):
        value = open_resolution(str(file)).value
        assert Coder().draft(Coder().lines(value)) == value


def test_kill_9_at_fifty_moments_loses_nothing_that_was_shown(path: Path) -> None:
    rng = random.Random(7)  # noqa: S311 - moments, no secrets
    for turn in range(KILLS):
        place = path.with_name(f"{turn}.draft")
        shutil.copy(path, place)
        shown = _killed(place, rng.randrange(1, 60))
        again = opened(place)
        done = _replayed(path, shown)
        late = _replayed(path, shown + 1)  # kept already, and killed before it was told
        assert known(again.state)[:3] in (known(done)[:3], known(late)[:3])
        again.keeper.close()


def _killed(path: Path, after: int) -> int:
    """Work on a draft in a process of its own, killed after some changes; how many were shown."""
    work = [sys.executable, "-m", "tests.journal_work", str(path)]
    with subprocess.Popen(work, stdout=subprocess.PIPE, cwd=CHECKOUT, text=True) as process:
        assert process.stdout is not None
        shown = 0
        while shown < after:
            shown = int(process.stdout.readline())
        process.kill()
        return max([shown, *(int(line) for line in process.stdout if line.endswith("\n"))])


def _replayed(path: Path, count: int) -> State:
    """The state after so many commands of the work, made here."""
    from drafter.app import open_resolution  # noqa: PLC0415 - for this test alone

    value = open_resolution(str(path)).value
    state = State(value, desk(), str(path), value)
    for line in lines(count):
        state, _ = run(line, state)
    return state
