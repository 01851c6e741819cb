from __future__ import annotations

import pytest

from drafter.app import open_resolution
from drafter.commands import Pick, Say, State, run, undo
from drafter.edit import text_of
from drafter.errors import DrafterError, Refused, Unsupported
from drafter.model import (
    Note,
    NoteMark,
    Paragraph,
    Part,
    Resolution,
    Role,
    Text,
    passages,
    plain_text,
    query_inlines,
    text,
)
from tests.cli_runner import EXAMPLES
from tests.sessions import after, settled, state_of


@pytest.fixture
def hasty() -> State:
    return state_of(open_resolution(str(EXAMPLES / "hasty.draft")).value)


def said(line: str, state: State) -> tuple[str, ...]:
    request = run(line, state)[1]
    assert isinstance(request, Say)
    return request.lines


def codes(state: State) -> list[str]:
    return [problem.code for problem in state.problems]


def answered(state: State, *answers: str) -> tuple[State, tuple[str, ...]]:
    """What fixing one by one leads to, with these answers."""
    now, request = run("fix", state)
    for answer in answers:
        assert isinstance(request, Pick)
        now, request = request.resume(now, answer)
    assert isinstance(request, Say)
    return now, request.lines


def words(state: State, address: str) -> str:
    return plain_text(text_of(state.resolution, state.addresses.ids[address]))


def test_check_lists_findings_with_code_address_and_what_can_be_fixed(hasty: State) -> None:
    lines = said("check", hasty)
    assert lines[0].startswith("1  pp 2: ")
    assert lines[0].endswith("(warning A301) [*]")
    assert lines[-1] == (
        "5 problems; fix mends 4 of them, marked [*]; check explain A301 tells why"
    )


def test_check_names_broken_rules_before_findings() -> None:
    body = (Text("Decides to meet"), NoteMark("n-9"), Text("."))
    broken = state_of(
        Resolution(parts=(Part(operative=(Paragraph("o-1", Role.OPERATIVE, body),)),))
    )
    assert "calls the note 'n-9'" in said("check", broken)[0]
    with pytest.raises(Refused, match="cannot be fixed by itself"):
        run("fix 1", broken)


def test_check_of_a_code_or_a_paragraph_lists_only_these_with_their_numbers(hasty: State) -> None:
    (_, *lines) = said("check P", hasty), *said("check P", hasty)
    assert [line[0] for line in lines[:-1]] == ["3", "4"]
    assert said("check op 1", hasty)[0].startswith("4  op 1 (a): ")
    assert said("check op 3", hasty) == (
        f"nothing is wrong there; {len(hasty.problems)} problems elsewhere",
    )


def test_a_rule_is_explained(hasty: State) -> None:
    assert said("check explain S103", hasty)[0].startswith("# S103")
    with pytest.raises(Unsupported, match="there is no rule 'X999'"):
        run("explain X999", hasty)


def test_one_problem_is_fixed_and_the_fix_undone(hasty: State) -> None:
    fixed, _ = run("fix 3", hasty)
    assert words(fixed, "pp 3").endswith("library boat,")
    assert fixed.said == "pp 3: end it with ',' (P202)"
    assert undo(fixed).resolution == hasty.resolution


def test_a_rule_or_a_paragraph_is_fixed_alone(hasty: State) -> None:
    assert codes(run("fix P", hasty)[0]) == [one for one in codes(hasty) if one[0] != "P"]
    assert codes(run("fix op 2", hasty)[0]) == [one for one in codes(hasty) if one != "S106"]


def test_all_is_fixed_in_one_change(hasty: State) -> None:
    fixed, _ = run("fix all", hasty)
    assert not any(problem.fixable for problem in fixed.problems)
    assert len(fixed.past) == 1
    assert run("fix", fixed) == (
        fixed,
        Say(("nothing can be fixed by itself; check lists 1 problem",)),
    )


def test_fixes_are_offered_one_by_one_each_a_change(hasty: State) -> None:
    fixed, lines = answered(hasty, "yes", "no", "yes", "yes")
    assert [step.said[-6:] for step in fixed.past] == ["(A301)", "(P207)", "(S106)"]
    assert lines[-1] == "3 problems fixed; 1 problem left as it is"


def test_all_that_follow_are_fixed_and_what_was_left_stays(hasty: State) -> None:
    fixed, _ = answered(hasty, "no", "all")
    assert [problem.code for problem in fixed.problems if problem.fixable] == ["A301"]


def test_leaving_keeps_what_was_fixed(hasty: State) -> None:
    fixed, lines = answered(hasty, "yes", "quit")
    assert (len(fixed.past), lines[-1]) == (1, "1 problem fixed")


def test_a_number_beyond_the_list_is_refused(hasty: State) -> None:
    with pytest.raises(DrafterError, match="there is no problem 99"):
        run("fix 99", hasty)


def test_a_new_draft_from_a_skeleton_ends_with_a_full_stop(hasty: State) -> None:
    for name in hasty.desk.skeletons:
        new = settled(run(f"new {name}", hasty))[1]
        draft = getattr(new, "resolution", None)
        assert isinstance(draft, Resolution)
        last = draft.parts[-1].operative[-1]
        assert isinstance(last, Paragraph)
        assert plain_text(last.body).endswith((".", "。"))


def test_a_paragraph_added_at_the_end_takes_the_full_stop(hasty: State) -> None:
    now = after(hasty, "add op Decides to meet again;")
    assert words(now, "op 4") == "Decides to meet again."
    assert words(now, "op 3").endswith(";")


def test_a_note_called_twice_passes_to_the_second_call() -> None:
    note = Note("n-1", text("A/79/1."))
    first = Paragraph("o-1", Role.OPERATIVE, (Text("Notes it"), note, Text(";")))
    second = Paragraph("o-2", Role.OPERATIVE, (Text("Decides"), NoteMark("n-1"), Text(".")))
    state = state_of(Resolution(parts=(Part(operative=(first, second)),)))
    for line in ("delete op 1", "edit op 1 Notes nothing;", "replace in op 1 it with them"):
        now = after(state, line)
        found = [
            inline
            for passage in passages(now.resolution)
            for inline in query_inlines(passage.text)
            if isinstance(inline, Note)
        ]
        assert found == [note]


def test_joined_paragraphs_read_as_one(hasty: State) -> None:
    now = after(hasty, "edit op 2 Requests him to act;", "edit op 3 Urges all to help;")
    joined = after(now, "join op 2")
    assert words(joined, "op 2") == "Requests him to act Urges all to help."
