from __future__ import annotations

from pathlib import Path

import pytest

from drafter.app import open_resolution
from drafter.errors import Unwritable
from drafter.model import plain_text
from drafter.shell import loop, perform
from tests.shells import LINES, piped

ENTER = "\r"
CLEAR = "\x01\x0b"  # Ctrl-A Ctrl-K
CTRL_C = "\x03"
CTRL_D = "\x04"
CTRL_R = "\x12"
CTRL_S = "\x13"
ALT_UP = "\x1b\x1b[A"
F1 = "\x1bOP"
F2 = "\x1bOQ"


def entered(*lines: str) -> str:
    return "".join(f"{line}{ENTER}" for line in lines)


KEEP = entered("quit keep")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "keepers.draft"


def plain(path: Path) -> list[str]:
    """The lines of a saved draft that hold paragraphs, without their ids."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("  {#")[0] for line in lines if line[:2] in {"PP", "OP", "  "}]


def test_a_draft_is_made_and_saved_line_by_line(path: Path) -> None:
    with piped(path) as shell:
        shell.type(entered(*LINES, "save", "quit"))
    assert plain(path) == [
        "PP  *Recalling* its resolution 60/1 of 16 September 2005,",
        "PP  *Noting* the report of the Secretary-General, [and its annex],",
        "OP  *Requests* the Secretary-General:",
        "  -  To report on the keepers;",
        "  -  To consult Member States;",
        plain(path)[5],
        "OP  *Decides* to remain seized of the matter.",
    ]
    assert plain(path)[5].startswith("OP  *Invites* Member States to consider {para:p-")


def test_a_change_shows_the_paragraph_and_what_was_renumbered(path: Path) -> None:
    with piped(path) as shell:
        shell.type(entered(*LINES), entered("move op 3 before op 1"), KEEP)
    assert shell.said.splitlines()[-3:] == [
        "op 3 moved, now op 1",
        "1.    Decides to remain seized of the matter;",
        "op 1 to op 2 are now op 2 to op 3",
    ]


def test_an_error_is_told_and_the_shell_goes_on(path: Path) -> None:
    with piped(path) as shell:
        shell.type(entered(*LINES, "delete op 9", "frobnicate", "delete op 3"), KEEP)
    assert "there is no paragraph 'op 9'" in shell.said
    assert "there are 3 operative paragraphs, op 1 to op 3" in shell.said
    assert "there is no command 'frobnicate'" in shell.said
    assert "op 3 deleted" in shell.said


def test_ctrl_c_gives_up_the_line_and_not_the_shell(path: Path) -> None:
    with piped(path) as shell:
        shell.type("delete everything", CTRL_C, entered(*LINES[:2]), KEEP)
    assert "pp 1 added" in shell.said


def test_ctrl_d_asks_about_unsaved_work(path: Path) -> None:
    with piped(path) as shell:
        shell.type(entered(*LINES[:2]), CTRL_D, ENTER)
    assert "saved" in shell.said
    assert path.exists()


def test_ctrl_d_twice_leaves_and_the_journal_keeps_the_changes(path: Path) -> None:
    with piped(path) as shell:
        shell.type(entered(*LINES[:2]), CTRL_D, CTRL_C, CTRL_D)
    assert not path.exists()
    with piped(path) as shell:
        shell.type(entered("show pp 1"), KEEP)
    assert "PP1   Recalling" in shell.said


def test_ctrl_d_leaves_at_once_when_all_is_saved(path: Path) -> None:
    with piped(path) as shell:
        shell.type(entered(*LINES[:2], "save"), CTRL_D)
    assert not shell.loop.goes_on


def test_a_form_asks_and_the_paragraph_is_made(path: Path) -> None:
    with piped(path) as shell:
        shell.type(
            entered("add pp pp-recall-resolution", "60/1", "2005-09-16", "lighthouses"), KEEP
        )
    assert "its resolution 60/1 of 16\u00a0September 2005 on lighthouses," in shell.said


def test_a_bad_answer_stays_in_the_question_until_it_is_mended(path: Path) -> None:
    with piped(path) as shell:
        shell.type(
            entered("add pp pp-recall-resolution", "sixty"),
            CLEAR,
            entered("60/1", "", ""),
            KEEP,
        )
    assert "Recalling its resolution 60/1" in shell.said


@pytest.mark.parametrize("back", [f"<{ENTER}", ALT_UP])
def test_one_goes_back_to_an_earlier_question(path: Path, back: str) -> None:
    with piped(path) as shell:
        shell.type(
            entered("add pp pp-recall-resolution", "60/1"), back, CLEAR,
            entered("61/2", "", ""), KEEP,
        )  # fmt: skip
    assert "Recalling its resolution 61/2" in shell.said
    assert "60/1" not in shell.said


def test_ctrl_c_leaves_the_form_and_not_the_shell(path: Path) -> None:
    with piped(path) as shell:
        shell.type(
            entered("add pp pp-recall-resolution", "60/1"), CTRL_C, entered(*LINES[1:2]), KEEP
        )
    assert "left; nothing was changed" in shell.said
    assert "pp 1 added" in shell.said


def test_the_masthead_is_a_form_of_the_schema(path: Path) -> None:
    with piped(path) as shell:
        shell.type(entered("head symbol=A/C.2/81/L.5", "head"), entered(*[""] * 13), KEEP)
    assert "Masthead" in shell.said
    assert shell.loop.state.resolution.masthead.symbol == "A/C.2/81/L.5"


def test_a_clause_is_chosen_by_search(path: Path) -> None:
    with piped(path) as shell:
        shell.type(entered("add op seized"), ENTER, KEEP)
    assert "remain seized of the matter" in shell.said


def test_a_choice_can_be_left(path: Path) -> None:
    with piped(path) as shell:
        shell.type(entered("add op seized"), CTRL_C, KEEP)
    assert "left; nothing was changed" in shell.said


def test_a_text_is_edited_in_place(path: Path) -> None:
    with piped(path) as shell:
        shell.type(entered(*LINES, "edit op 3"), "\x05\x7f, indeed.", ENTER, KEEP)
    assert "Decides to remain seized of the matter, indeed." in shell.said


def test_a_faulty_text_is_offered_again(path: Path) -> None:
    with piped(path) as shell:
        shell.type(
            entered(*LINES, "edit op 3"), "\x05 {op 9}", ENTER, "\x05" + "\x7f" * 7, " now.", ENTER,
            KEEP,
        )  # fmt: skip
    assert "op 9" in shell.said
    assert "now." in shell.said


def test_undo_and_redo_go_on_in_the_next_session(path: Path) -> None:
    with piped(path) as shell:
        shell.type(entered(*LINES, "delete op 3", "save", "quit"))
    with piped(path) as shell:
        shell.type(entered("undo", "undo", "redo", "save", "quit"))
    assert "undone: op 3 deleted" in shell.said
    assert plain(path)[-1] == "OP  *Decides* to remain seized of the matter."


def test_an_earlier_line_comes_back_by_fuzzy_search(path: Path) -> None:
    with piped(path) as shell:
        shell.type(entered(*LINES[:2], "undo"), CTRL_R, "september", "\t", ENTER, ENTER, KEEP)
    assert shell.said.count("pp 1 added") == 3


def test_ctrl_s_saves(path: Path) -> None:
    with piped(path) as shell:
        shell.type(entered(*LINES[:2]), CTRL_S, entered("quit"))
    assert path.exists()


def test_f1_and_f2_open_and_are_left(path: Path) -> None:
    with piped(path) as shell:
        shell.type(
            "note add pp 1 See A/60/1.", F1, "q", CTRL_C, *entered(*LINES[1:2]), F2, "q", KEEP
        )
    assert "pp 1 added" in shell.said


def test_what_was_typed_stays_while_one_looks_at_the_help(path: Path) -> None:
    with piped(path) as shell:
        shell.type(LINES[1][:9], F1, "q", F2, "q", LINES[1][9:], ENTER, KEEP)
    assert "pp 1 added" in shell.said


def test_vi_keys_edit_a_line(path: Path) -> None:
    with piped(path, vi=True) as shell:
        shell.type("add op ignored\x1bdd", "i", entered(*LINES[1:2]), KEEP)
    assert "pp 1 added" in shell.said


def test_the_view_scrolls_searches_and_is_left(path: Path) -> None:
    with piped(path) as shell:
        shell.type(entered(*LINES, "view"), " ", "/seized\r", "n", "G", "g", "q", KEEP)
    assert not shell.loop.goes_on


def test_another_editor_edits_a_paragraph(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(perform, "edit_outside", lambda text, _: text.replace("seized", "aware"))
    with piped(path) as shell:
        shell.type(entered(*LINES, "editor op 3"), KEEP)
    assert "Decides to remain aware of the matter." in shell.said


def test_the_whole_draft_is_edited_and_a_fault_in_it_is_told(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = iter(["nonsense", None])
    monkeypatch.setattr(perform, "edit_outside", lambda _text, _: next(texts))
    with piped(path) as shell:
        shell.type(entered(*LINES, "editor"), ENTER, KEEP)
    assert "left as it was" in shell.said


def test_an_export_says_which_slots_are_open(path: Path) -> None:
    target = path.with_name("keepers.txt")
    with piped(path) as shell:
        shell.type(
            entered("add pp pp-recall-resolution", "", "", "", f"export {target}",
                    f"export {target} draft=yes"), KEEP,
        )  # fmt: skip
    assert "not filled" in shell.said
    assert target.exists()


def test_an_unknown_setting_of_an_export_is_told(path: Path) -> None:
    with piped(path) as shell:
        shell.type(entered(*LINES, "export x.docx colour=red"), KEEP)
    assert "colour" in shell.said


def test_a_change_of_the_file_by_another_program_is_noticed(path: Path) -> None:
    with piped(path) as shell:
        shell.type(entered(*LINES, "save", "delete op 3"), KEEP)
    with piped(path) as shell:
        text = path.read_text(encoding="utf-8").replace("keepers", "wardens")
        path.write_text(text, encoding="utf-8")
        shell.type(entered("save"), KEEP)
        assert "another program has changed the file" in shell.said
    assert "wardens" in path.read_text(encoding="utf-8")


def test_a_second_shell_is_told_and_only_reads(path: Path) -> None:
    with piped(path) as first:
        first.type(entered(*LINES, "save", "quit"))
    with piped(path), piped(path) as second:
        second.type(entered("delete op 3", "show op 3", "quit"))
    assert "open for reading only" in second.said
    assert "3.    Decides to remain seized" in second.said


def test_the_words_of_a_document_do_not_steer_the_terminal(path: Path) -> None:
    with piped(path) as shell:
        shell.type(entered(*LINES, "save", "quit"))
    text = path.read_text(encoding="utf-8").replace("lighthouse", "light\u202ehouse")
    path.write_text(text, encoding="utf-8")
    assert "\u202e" in plain_text(open_resolution(str(path)).value.title)
    with piped(path) as shell:
        shell.type(entered("show", "quit"))
    assert "\u202e" not in shell.said
    assert "light\\u202ehouse" in shell.said


def test_another_draft_is_opened_and_the_first_stays_in_its_journal(path: Path) -> None:
    other = path.with_name("other.draft")
    with piped(other) as shell:
        shell.type(entered(*LINES[:2], "save", "quit"))
    with piped(path) as shell:
        shell.type(entered(*LINES, f"open {other}", "show pp 1"), KEEP)
    assert f"{other} is open".replace(" ", "") in "".join(shell.said.split())  # lines wrap
    with piped(path) as shell:
        shell.type(entered("show op 3"), KEEP)
    assert "remain seized" in shell.said


def test_what_was_discarded_is_gone(path: Path) -> None:
    with piped(path) as shell:
        shell.type(entered(*LINES, "save", "delete op 3", "quit discard"))
    with piped(path) as shell:
        shell.type(entered("show op 3"), KEEP)
    assert "remain seized" in shell.said


def test_a_comparison_and_a_check_are_shown(path: Path) -> None:
    with piped(path) as shell:
        shell.type(entered(*LINES, "save", "delete op 3", "diff", "check"), KEEP)
    assert "deleted" in shell.said


def test_a_skeleton_takes_the_name_of_the_draft_that_was_empty(path: Path) -> None:
    with piped(path) as shell:
        shell.type(entered("new assembly-plenary"), CTRL_C, KEEP)
    assert shell.loop.state.path == str(path)


def test_a_text_that_was_pasted_is_one_line(path: Path) -> None:
    pasted = "Recalling its resolution\n  60/1 of\r\n16 September 2005,"
    with piped(path) as shell:
        shell.type(f"add pp \x1b[200~{pasted}\x1b[201~", ENTER, KEEP)
    assert "PP1   Recalling its resolution 60/1 of 16 September 2005," in shell.said


def test_the_persons_own_editor_edits_a_paragraph(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", "sed -i s/seized/aware/")
    with piped(path) as shell:
        shell.type(entered(*LINES, "editor op 3"), KEEP)
    assert "Decides to remain aware of the matter." in shell.said


def test_the_whole_draft_is_edited_in_the_persons_own_editor(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", "sed -i s/seized/aware/")
    with piped(path) as shell:
        shell.type(entered(*LINES, "editor", "show op 3"), KEEP)
    assert "Decides to remain aware of the matter." in shell.said


def test_an_editor_that_is_not_there_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "no-such-editor")
    with piped(path) as shell:
        shell.type(entered(*LINES, "editor op 3"), KEEP)
    assert "the editor 'no-such-editor' does not start" in shell.said


def test_a_defect_does_not_end_the_session(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_line: str, _state: object) -> None:
        raise RuntimeError("no way")

    with piped(path) as shell:
        with monkeypatch.context() as patch:
            patch.setattr(loop, "run", broken)
            shell.loop.enter("show")
        shell.type(entered(*LINES[1:2]), KEEP)
    assert "a defect in drafter: RuntimeError: no way" in shell.said
    assert "pp 1 added" in shell.said


def test_a_change_that_the_disk_does_not_take_is_not_shown(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_state: object) -> None:
        raise Unwritable("cannot be written: no space left")

    with piped(path) as shell:
        before = shell.loop.state
        monkeypatch.setattr(shell.loop.keeper, "changed", full)
        shell.loop.enter(LINES[1])
        assert shell.loop.state == before
    assert "no space left" in shell.said
    assert "pp 1 added" not in shell.said


def test_a_draft_without_a_name_is_given_one_when_it_is_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with piped(Path()) as shell:
        shell.type(entered(*LINES[:2], "save", "lamps", "quit"))
    assert (tmp_path / "lamps.draft").exists()


def test_a_file_in_another_format_is_kept_as_a_draft(path: Path) -> None:
    other = path.with_suffix(".docx")
    with piped(path) as shell:
        shell.type(entered(*LINES, f"export {other}", "quit discard"))
    with piped(other) as shell:
        shell.type(entered("delete op 3", "save", "quit"))
    assert path.exists()


def test_open_slots_are_filled_one_paragraph_after_the_other(path: Path) -> None:
    with piped(path) as shell:
        shell.type(
            entered("add pp pp-recall-resolution", "", "", ""),
            entered("add pp pp-recall-resolution", "61/2", "2006-10-20", ""),
            entered("fill", "60/1", "2005-09-16", "", "fill"), KEEP,
        )  # fmt: skip
    assert "its resolution 60/1 of 16\u00a0September 2005," in shell.said
    assert "no clause has an unfilled slot" in shell.said
