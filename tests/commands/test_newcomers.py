"""What newcomers type is understood, or the message names the way."""

from __future__ import annotations

import pytest

from drafter.app import open_resolution
from drafter.commands import Edit, Pick, Say, Show, State, parse, run
from drafter.edit import text_of
from drafter.errors import DrafterError
from drafter.model import plain_text
from tests.cli_runner import EXAMPLES
from tests.sessions import after, state_of


@pytest.fixture
def state() -> State:
    return state_of(open_resolution(str(EXAMPLES / "libraries-draft.draft")).value)


@pytest.mark.parametrize(
    ("line", "address", "words"),
    [
        ("add sub op 1 To do;", "op 1 (a)", "To do;"),
        ("add sub 1 To do;", "op 1 (a)", "To do;"),
        ("add sub to op 1 To do;", "op 1 (a)", "To do;"),
        ("add sub under op 1 To do;", "op 1 (a)", "To do;"),
        ("add item below op 1 To do;", "op 1 (a)", "To do;"),
        ("add op 2 Decides to meet", "op 3", "Decides to meet;"),
        ("add op after 2 Decides to meet", "op 3", "Decides to meet;"),
        ("add operative Decides to meet", "op 8", "Decides to meet."),
        ("add sub 12 boats to be built;", "op 7 (a)", "12 boats to be built;"),
        ('add sub "1 To do;"', "op 7 (a)", "1 To do;"),
        ('add op 2 "Decides to meet"', "op 3", "Decides to meet"),
        ('add op 2 "A text of its own"', "op 3", "A text of its own"),
        ('add op 2 "Peace" is a word, we find', "op 3", '"Peace" is a word, we find'),
        ('add op 2 Decides on "peace;', "op 3", 'Decides on "peace;'),
        ('add op 2 "Peace is not closed;', "op 3", '"Peace is not closed;'),
    ],
)
def test_a_paragraph_goes_where_it_was_said(
    line: str, address: str, words: str, state: State
) -> None:
    now = after(state, line)
    text = plain_text(text_of(now.resolution, now.addresses.ids[address]))
    assert text.removesuffix(".").removesuffix(";") == words.removesuffix(".").removesuffix(";")


def test_a_search_begins_at_the_place_that_was_said(state: State) -> None:
    _, request = run("add sub op 1", state)
    assert isinstance(request, Pick)
    _, typing = request.resume(state, "")
    assert isinstance(typing, Edit)
    now, _ = typing.resume(state, "To do;")
    assert "op 1 (a)" in now.addresses.ids


def test_a_clause_needs_no_word_for_its_kind_and_tells_what_is_open(state: State) -> None:
    now, request = run("add op-welcome-offer state=Kenya", state)
    assert "op 8" in now.addresses.ids
    assert isinstance(request, Show)
    assert request.lines == ("op 8 added", "still to be filled: deed; fill op 8 deed=...")


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("add note op 1 See A/79/1.", "note add"),
        ("add footnote op 1 See A/79/1.", "note add"),
        ("note op 1 See A/79/1.", "note"),
        ("note 1", "note"),
        ("annex", "annex add"),
        ("add annex Programme", "annex add"),
        ("add table State | Boats", "table add"),
        ("edit title New", "title"),
        ("edit enacting The Council,", "enacting"),
        ("list", "show"),
        ("ls op 1", "show"),
        ("preview", "view"),
        ("search boats", "find"),
        ("save as b.draft", "save"),
    ],
)
def test_other_words_for_a_command_are_understood(line: str, name: str, state: State) -> None:
    assert parse(line, state).command.name == name


def test_a_note_is_edited_by_its_mark_and_added_by_a_paragraph(state: State) -> None:
    _, request = run("note 2", state)
    assert isinstance(request, Edit)
    assert request.title == "note 2"
    assert len(after(state, "note op 1 See A/79/1.").addresses.notes) == 4
    assert isinstance(run("note", state)[1], Say)


@pytest.mark.parametrize(
    ("line", "same"),
    [
        ("swap op 1 and op 3", "swap op 1 with op 3"),
        ("join op 3 and op 4", "join op 3 with op 4"),
        ("join op 3 op 4", "join op 3 with op 4"),
        ("move op 6 up 2", "move op 6 before op 4"),
        ("move op 3 up 9", "move op 3 to the top"),
        ("table row 1 Kenya | 12", "table row table 1 Kenya | 12"),
        ("move op 3 down 2", "move op 3 after op 5"),
    ],
)
def test_the_same_is_said_in_other_words(line: str, same: str, state: State) -> None:
    tabled = after(state, "table add State | Boats")
    assert after(tabled, line).resolution == after(tabled, same).resolution


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("symbol A/1", "head symbol=A/1"),
        ("date", "head date=..."),
        ("copy op 2", "help lists all commands"),
        ("reference op 2", "such as: reference op 9 to op 2 named after"),
        ("add", "such as: add op Decides to meet"),
        ("add bulet To meet", "did you mean 'bullet'?"),
    ],
)
def test_the_hint_names_the_way(line: str, hint: str, state: State) -> None:
    with pytest.raises(DrafterError) as caught:
        run(line, state)
    assert hint in caught.value.hint or hint in caught.value.what


def test_a_place_to_split_at_is_chosen(state: State) -> None:
    _, request = run("split op 3", state)
    assert isinstance(request, Pick)
    labels = [choice.label for choice in request.choices]
    assert labels[0].startswith("and to submit to the General Assembly")
    now, _ = request.resume(state, request.choices[0].value)
    assert plain_text(text_of(now.resolution, now.addresses.ids["op 4"])).startswith(
        "and to submit"
    )
    with pytest.raises(DrafterError, match="no place to split"):
        run("split op 2 (a)", state)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("help addresses", "Addresses name paragraphs"),
        ("help text", "Text as it is typed"),
        ("help add op", "add pp|op|sub"),
        ("help table", "table add"),
    ],
)
def test_help_knows_topics(line: str, words: str, state: State) -> None:
    _, said = run(line, state)
    assert isinstance(said, Say)
    assert words in said.lines[0]
