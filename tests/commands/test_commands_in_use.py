from __future__ import annotations

import pytest

from docs.write_shell import PAGE, page
from drafter.app import open_resolution
from drafter.commands import (
    COMMANDS,
    NAMES,
    Ask,
    Compare,
    Edit,
    Pick,
    Quit,
    Say,
    Show,
    State,
    Unclear,
    expected,
    parse,
    run,
)
from drafter.edit import find, text_of
from drafter.errors import DrafterError, NoSuchParagraph, Refused
from drafter.formats import draft
from drafter.model import Emphasis, Note, Paragraph, Reference, Style, notes, plain_text, query
from tests.cli_runner import EXAMPLES
from tests.sessions import after, settled, state_of


@pytest.fixture
def state() -> State:
    return state_of(open_resolution(str(EXAMPLES / "libraries-draft.draft")).value)


def words(state: State, address: str) -> str:
    """The plain text of what an address names."""
    return plain_text(text_of(state.resolution, state.addresses.ids[address]))


def refused(line: str, state: State) -> DrafterError:
    with pytest.raises(DrafterError) as caught:
        run(line, state)
    return caught.value


def test_the_manual_is_what_the_registry_says() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run `python docs/write_shell.py`"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_says_what_it_does(name: str, state: State) -> None:
    command = COMMANDS[name]
    assert command.usage.startswith(name)
    assert command.summary.endswith(".")
    (_, said) = run(f"help {name}", state)
    assert isinstance(said, Say)
    assert said.lines[0] == command.usage


def test_no_name_stands_for_two_commands() -> None:
    names = [name for one in COMMANDS.values() for name in (one.name, *one.aliases)]
    assert sorted(names) == sorted(set(names)) == sorted(NAMES)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_example_of_the_help_is_understood(name: str, state: State) -> None:
    rich = after(
        state,
        "annex add Programme",
        "section op 3 to op 4 Means",
        "add op op-request-report",
        "table add State | Boats",
        "part add Lakes",
    )
    for example in COMMANDS[name].examples:
        try:
            assert parse(example, rich).command.name == name
        except NoSuchParagraph:
            continue  # its address is of another draft


def test_a_typed_paragraph_gets_opening_words_references_notes_and_its_end_mark(
    state: State,
) -> None:
    now = after(state, "add op after op 2 Decides to act on {op 2} at once{note: A/79/1.}")
    block = find(now.resolution, now.addresses.ids["op 3"]).block
    assert isinstance(block, Paragraph)
    assert block.body[0] == Emphasis(Style.OPENING, block.body[0].body)  # type: ignore[union-attr] # opening words
    assert Reference("measures") in block.body
    assert any(isinstance(inline, Note) for inline in block.body)
    assert plain_text(block.body).endswith("at once;")


def test_the_last_paragraph_takes_the_full_stop(state: State) -> None:
    now = after(state, "add op Decides to remain seized of the matter")
    assert words(now, "op 8").endswith("matter.")
    assert words(now, "op 7").endswith(";")
    assert words(after(now, "delete op 8"), "op 7").endswith(".")


def test_a_paragraph_that_gets_its_first_item_ends_with_a_colon(state: State) -> None:
    now = after(state, 'add sub below op 1 "To meet;"', 'add sub "To talk"')
    assert words(now, "op 1").endswith(":")
    assert words(now, "op 1 (b)") == "To talk;"
    assert words(after(now, "delete op 1 (a) to op 1 (b)"), "op 1").endswith(";")


def test_a_clause_is_filled_and_filled_again(state: State) -> None:
    now = after(state, "add op op-request-report session=81 subject='the present resolution'")
    assert "eighty-first session" in words(now, "op 8")
    again = after(now, "fill op 8 session=82")
    assert "eighty-second session" in words(again, "op 8")
    assert again.addresses.ids["op 8"] == now.addresses.ids["op 8"]


def test_a_clause_by_name_alone_asks_for_its_slots(state: State) -> None:
    _, request = run("add op op-request-report", state)
    assert isinstance(request, Ask)
    assert "session" in [field.name for field in request.form.fields]


def test_words_that_are_no_paragraph_are_searched_among_the_clauses(state: State) -> None:
    _, request = run("add op report", state)
    assert isinstance(request, Pick)
    assert any(choice.value.startswith("op-") for choice in request.choices)


def test_moving_renumbers_and_references_follow(state: State) -> None:
    now = after(state, "move op 2 to op 6")
    assert now.said == "op 2 moved, now op 6"
    assert now.addresses.text("measures") == "op 6"


def test_raising_and_lowering_an_item(state: State) -> None:
    up = after(state, "promote op 2 (c)")
    assert up.said == "op 2 (c) is now op 3"
    assert after(up, "demote op 3").resolution == state.resolution


def test_split_finds_new_opening_words_and_join_settles_them(state: State) -> None:
    long = after(state, "edit op 1 Decides to act; Requests the Chair to report;")
    now = after(long, "split op 1 before Requests")
    assert (words(now, "op 1"), words(now, "op 2")) == (
        "Decides to act;",
        "Requests the Chair to report;",
    )
    assert now.said == "op 1 split"
    joined = after(now, "join op 1")
    assert words(joined, "op 1") == "Decides to act Requests the Chair to report;"


def test_a_keyword_before_an_address_may_be_left_out(state: State) -> None:
    assert after(state, "swap op 1 op 3") == after(state, "swap op 1 with op 3")


def test_deleting_tells_which_references_have_lost_their_paragraph(state: State) -> None:
    _, said = run("delete op 2", state)
    assert said == Say(("op 2 deleted", "op 2 refers to the former op 2, which is gone now"))


def test_an_edited_text_is_the_same_when_it_is_left_as_it_is(state: State) -> None:
    for said in ("pp 1", "op 3", "op 2 (a)", "note 1"):
        _, request = run(f"edit {said}", state)
        assert isinstance(request, Edit)
        with pytest.raises(Refused, match="that changes nothing"):
            request.resume(state, request.text)


def test_notes_are_added_edited_moved_and_deleted(state: State) -> None:
    now = after(state, 'note add op 1 after "Decade" See A/79/1.', "note edit 3 See A/79/2.")
    assert [plain_text(note.body) for note in notes(now.resolution)][2] == "See A/79/2."
    moved = after(now, "note move 3 to pp 1")
    assert now.addresses.notes != moved.addresses.notes
    assert after(moved, "note delete 2").resolution != moved.resolution


def test_typed_words_become_a_living_reference(state: State) -> None:
    now = after(state, "edit op 4 Decides to act as paragraph 2 says;")
    now = after(now, 'reference op 4 to op 2 named for "paragraph 2"')
    body = text_of(now.resolution, now.addresses.ids["op 4"])
    assert [one.target for one in body if isinstance(one, Reference)] == ["measures"]


def test_the_masthead_is_set_by_name_and_wrong_fields_are_told(state: State) -> None:
    now, said = run("head symbol=A/C.3/79/L.12 date=2026-12-01", state)
    assert said == Say(("symbol: A/C.3/79/L.12", "date: 2026-12-01"))
    assert now.resolution.masthead.symbol == "A/C.3/79/L.12"
    assert "symbol" in refused("head symbl=A/1", state).hint
    assert "date" in str(refused("head date=yesterday", state)).lower()


def test_sponsors_are_set_added_and_removed(state: State) -> None:
    now = after(state, "sponsors Kenya, Mexico and Qatar", "sponsors add Chile")
    assert run("sponsors remove Mexico", now)[1] == Say(("sponsors: Chile, Kenya and Qatar",))


def test_undo_redo_history_and_revert(state: State) -> None:
    now = after(state, "delete op 1", "title New", "undo")
    _, said = run("history", now)
    assert said == Say(
        ("  @0  as it first was  (saved)", "> @1  op 1 deleted", "  @2  title edited  (undone)")
    )
    assert after(now, "redo", "revert @0").resolution == state.resolution
    _, request = run("diff @0", now)
    assert request == Compare(state.resolution, "@0")
    assert "@0 to @2" in refused("diff @9", now).hint


def test_a_read_only_draft_is_not_changed(state: State) -> None:
    locked = State(state.resolution, state.desk, "a.draft", state.resolution, read_only=True)
    assert refused("delete op 1", locked).what == "the draft is open for reading only"


def test_leaving_asks_only_when_something_was_not_saved(state: State) -> None:
    assert run("quit", state)[1] == Quit()
    changed = after(state, "delete op 1")
    assert isinstance(run("quit", changed)[1], Pick)
    assert run("quit discard", changed)[1] == Quit(discard=True)


@pytest.mark.parametrize(
    ("line", "what", "hint"),
    [
        ("delete op 33", "no paragraph 'op 33'", "there are 7 operative paragraphs, op 1 to op 7"),
        ("delete op 2 (f)", "'op 2 (f)'", "there are 3 sub-paragraphs in op 2"),
        ("delete section II", "'section II'", "there is no section; there are 5 preambular"),
        ("delete note 9", "'note 9'", "there are 3 notes, note 1 to note 3"),
        ("dleete op 1", "no command 'dleete'", "did you mean 'delete'?"),
        ("move op 1", "where to is missing", "write: move ADDRESS"),
        ("swap op 1 nothing", "here should stand 'with'", "write: swap ADDRESS with ADDRESS"),
        ("undo", "nothing to undo", "as it first was"),
        ("add op op-request-report sesion=81", "sesion", "did you mean 'session'?"),
        ("add op Decides {op 99};", "no paragraph 'op 99'", "op 1 to op 7"),
        ("add op Decides {blod:x};", "no {blod}", "did you mean 'bold'?"),
        ("edit op 1 Decides [^3];", "note 3 is called elsewhere", "{mark 3}"),
        ("split op 1 before nothing", "does not stand there", "the text is"),
        ("join op 2", "op 2 has sub-paragraphs", "move or delete them first"),
        ("replace Xanadu with Y", "does not stand there", "find WORDS"),
        ("promote op 1", "highest level", "move it instead"),
        ("show op", "does not take 'op'", "write: show [ADDRESS"),
        ("export a.docx draught=yes", "no 'draught'", "did you mean 'draft'?"),
    ],
)
def test_an_error_teaches(line: str, what: str, hint: str, state: State) -> None:
    error = refused(line, state)
    assert what in error.what
    assert hint in error.hint


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("OP 2", "op 2"), ("op2", "op 2"), ("2", "op 2"), ("op 2a", "op 2 (a)"),
        ("2 (b)", "op 2 (b)"), ("op last", "op 7"), ("last", "op 7"), ("pp first", "pp 1"),
        ("op 2 last", "op 2 (c)"), ("paragraph 3", "op 3"), ('"op 2 (a)"', "op 2 (a)"),
        ("#measures", "op 2"), ("note last", "note 3"),
    ],
)  # fmt: skip
def test_addresses_are_understood_as_people_say_them(typed: str, meant: str, state: State) -> None:
    assert parse(f"show {typed}", state).text("what") == state.addresses.ids[meant]


def test_here_is_what_was_changed_last(state: State) -> None:
    now = after(state, "edit op 4 Decides otherwise;")
    assert parse("show here", now).text("what") == now.addresses.ids["op 4"]


def test_what_may_come_next_is_known_while_one_types(state: State) -> None:
    assert expected("mov", state).command is None
    wanted = expected("move op 2 ", state)
    assert [one.name for one in wanted.arguments] == ["position", "way", "times", "target"]
    assert expected("swap op 1 with ", state).arguments[0].keyword == "with"
    assert expected("add ", state).arguments[0].choices[0] == "pp"


def test_every_question_can_be_answered(state: State) -> None:
    now = after(state, "add op op-request-report")
    for line in ("add op", "add pp", "title", "sponsors", "new", "closing", "enacting"):
        assert settled(run(line, now), typed="Recalling something")[1] is not None
    for line in ("fill op 8", "head"):
        with pytest.raises(Refused, match="that changes nothing"):
            settled(run(line, now))


def test_an_unclear_line_points_at_its_place(state: State) -> None:
    error = refused("move op 1 sideways", state)
    assert isinstance(error, Unclear)
    assert (error.where.column, error.where.excerpt) == (11, "move op 1 sideways")


def test_showing_is_asked_for_by_id(state: State) -> None:
    assert run("show op 2", state) == (state, Show(("measures",)))


LABELLED = """%drafter 1
kind: draft
language: en

ENACTING  *The General Assembly*,

OP  *Decides*:  {#p-decide}
  -  To meet;  {#p-meet label="a)"}
  -  To act;  {#p-act label="c)"}
OP  *Requests* a report;  {#p-report label="7."}
OP  *Adopts* the words:  {#p-adopt}
  EMBEDDED  {#e-words}
    OP  *Recalls* the sea.  {#p-sea label="9."}
"""


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("renumber", {"p-sea": "9."}),
        ("renumber op 1", {"p-report": "7.", "p-sea": "9."}),
        ("renumber #e-words", {"p-meet": "a)", "p-act": "c)", "p-report": "7."}),
    ],
)
def test_kept_numbers_follow_when_that_is_asked(line: str, kept: dict[str, str]) -> None:
    before = state_of(draft.read(LABELLED.encode()).value)
    now = after(before, line)
    labels = {
        site.block.id: site.block.label
        for site in query(now.resolution)
        if isinstance(site.block, Paragraph) and site.block.label
    }
    assert labels == kept
    assert after(now, "undo").resolution == before.resolution


def test_numbers_that_follow_already_are_no_change(state: State) -> None:
    assert run("renumber", state) == (state, Say(("every number follows already",)))
