"""Paragraphs in several lines: read, written, edited with their sub-paragraphs, added at once."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.commands import Edit, Show, State, Unclear, run
from drafter.commands.passage_lines import Node, read_lines, unwrapped
from drafter.errors import Refused
from drafter.model import Paragraph, query
from drafter.model.invariants import faults
from drafter.shell.display import Page, shown
from tests.shells import made

SMALL = made()


def tree(nodes: tuple[Node, ...] | list[Node]) -> list[object]:
    """Nodes as plain lists: text, then what stands below it, then its tail."""
    return [
        [node.sign + node.text, *tree(node.inside), *filter(None, [node.tail])] for node in nodes
    ]


def edited(typed: str, state: State = SMALL, line: str = "edit op 1") -> State:
    _, request = run(line, state)
    assert isinstance(request, Edit)
    assert request.lines
    return request.resume(state, typed)[0]


def printed(state: State) -> list[str]:
    return [line for line in shown(state, (), Page(80)) if line][3:]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("One", [["One"]]),
        ("One\n\nTwo", [["One"], ["Two"]]),
        ("One:\n- a;\n- b", [["One:", ["-a;"], ["-b"]]]),
        ("One:\n  - a:\n    • i\n  - b\n  = end", [["One:", ["-a:", ["•i"]], ["-b"], "end"]]),
        ("One:\n(a) a:\n(i) i;\n(ii) j\n(b) b", [["One:", ["-a:", ["-i;"], ["-j"]], ["-b"]]]),
        ("1. One\n2. Two:\na) a", [["One"], ["Two:", ["-a"]]]),
        ("- a\n  - i\n- b", [["-a", ["-i"]], ["-b"]]),
        ("One\n(g) a\n(h) b\n(i) c", [["One", ["-a"], ["-b"], ["-c"]]]),
        ("One\n(i) a\n(ii) b", [["One", ["-a"], ["-b"]]]),
    ],
)
def test_lines_are_read_by_their_signs_and_depth(typed: str, read: list[object]) -> None:
    assert tree(read_lines(typed)) == read


def test_a_copied_text_is_put_together_where_only_the_page_parted_it() -> None:
    page = (
        "12. Requests the Chair to\r\nreport on water,\nsoon:\n(a) One\nway;\n\n"
        "Decides to\nmeet.\nUrges all."
    )
    assert unwrapped(page) == (
        "12. Requests the Chair to report on water, soon:\n(a) One way;\n"
        "Decides to meet.\nUrges all."
    )


def test_a_paragraph_is_written_with_what_it_holds() -> None:
    _, request = run("edit op 1", SMALL)
    assert isinstance(request, Edit)
    assert request.text.splitlines() == [
        "*Requests* the Secretary-General:",
        "  - To report on the keepers;",
        "  - To consult Member States;",
    ]
    with pytest.raises(Refused, match="changes nothing"):
        request.resume(SMALL, request.text)


def test_lines_that_were_not_touched_keep_their_paragraphs() -> None:
    ids = SMALL.addresses.ids
    now = edited(
        "Requests the Secretary-General:\n  - To consult Member States;\n    - By letter"
        "\n  - To report each year;\n  = in public"
    )
    assert printed(now)[:5] == [
        "1.    Requests the Secretary-General:",
        "      (a)  To consult Member States:",
        "           (i)  By letter;",
        "      (b)  To report each year;",
        "      in public",
    ]
    assert now.addresses.ids["op 1"] == ids["op 1"]
    assert now.addresses.ids["op 1 (a)"] == ids["op 1 (b)"]


def test_a_changed_line_keeps_the_paragraph_of_its_place() -> None:
    now = edited("Requests the Chair:\n- To report on ships;\n- To consult Member States;")
    assert now.addresses.ids == SMALL.addresses.ids


def test_a_line_without_a_sign_is_a_paragraph_of_its_own() -> None:
    now = edited("Requests the Chair to act\nDecides to meet")
    assert printed(now)[:2] == ["1.    Requests the Chair to act;", "2.    Decides to meet;"]


def test_notes_stay_with_their_lines() -> None:
    state, _ = run('note add op 1 (a) "See A/60/1."', SMALL)
    _, request = run("edit op 1", state)
    assert isinstance(request, Edit)
    assert "[^1]" in request.text
    now = edited(request.text.replace("consult", "ask"), state)
    assert list(now.addresses.notes) == list(state.addresses.notes)
    with pytest.raises(Unclear, match="note"):
        edited(request.text.replace("consult", "ask[^1]"), state)


@pytest.mark.parametrize(
    ("typed", "message"),
    [("", "empty"), ("- a\n- b", "first line"), ("One\n= end", "after sub-paragraphs")],
)
def test_lines_that_are_no_paragraph_are_refused(typed: str, message: str) -> None:
    with pytest.raises((Refused, Unclear), match=message):
        edited(typed)


def test_several_paragraphs_are_added_at_once_and_taken_back_at_once() -> None:
    now, request = run(
        "add op Requests the Chair:\n- to act; and\n- to rest\nDecides to meet", SMALL
    )
    assert isinstance(request, Show)
    assert request.lines == ("op 4 to op 5 added",)
    assert printed(now)[-4:] == [
        "4.    Requests the Chair:",
        "      (a)  to act; and",
        "      (b)  to rest;",
        "5.    Decides to meet.",
    ]
    assert run("undo", now)[0].resolution == SMALL.resolution


SIGNS = st.sampled_from(["", "- ", "  - ", "    • ", "  = ", "(a) ", "(i) ", "3. "])
WORDS = st.text("ab *{}\\[^]1():-=•.;\u00a0", max_size=12)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(SIGNS, WORDS), max_size=6))
def test_whatever_is_typed_makes_a_good_draft_or_is_told(lines: list[tuple[str, str]]) -> None:
    typed = "\n".join(sign + words for sign, words in lines)
    try:
        now = edited(typed)
    except (Refused, Unclear):
        return
    assert not list(faults(now.resolution))
    block = next(site.block for site in query(now.resolution) if site.block.id == now.here)
    assert isinstance(block, Paragraph)
