"""Commands for footnotes and references."""

from __future__ import annotations

from dataclasses import replace

from drafter.clauses import fill
from drafter.commands.command import Argument, Call, Command, Kind
from drafter.commands.filling import clause_in, slot_values
from drafter.commands.markup import read_text
from drafter.commands.requests import Edit, Outcome, Say, Show
from drafter.commands.shared import WHAT, maker
from drafter.commands.state import State, change
from drafter.commands.texts import reworded, typed_of
from drafter.edit import (
    add_note,
    delete_note,
    end_of,
    move_note,
    place_of,
    refer,
    refer_for,
    text_of,
)
from drafter.model import (
    Form,
    Inlines,
    Note,
    NoteMark,
    Reference,
    notes,
    passages,
    plain_text,
    query_inlines,
)

_UNSPACED = frozenset({"zh", "ja"})
"""Languages that set no space between words."""

_NOTE = Argument("note", Kind.NOTE, "a note, such as note 4")
_AFTER = Argument(
    "after", Kind.WORD, "words of the paragraph, in quotes", optional=True, keyword="after"
)


def _list(state: State, _: Call) -> Outcome:
    """The notes with their marks, texts and where they are called."""
    called = _called(state)
    found = [
        {
            "note": state.address(note.id).removeprefix("note "),
            "id": note.id,
            "called": called.get(note.id, []),
            "text": plain_text(note.body),
        }
        for note in notes(state.resolution)
    ]
    if not found:
        return state, Say(("there is no note; note add makes one",), [])
    lines = [f"{one['note']}  {', '.join(one['called'])}: {one['text']}" for one in found]
    return state, Say(tuple(lines), found)


def _called(state: State) -> dict[str, list[str]]:
    """Where each note is called, by its id: at its own place, and wherever its mark stands."""
    found: dict[str, list[str]] = {}
    for passage in passages(state.resolution):
        where = state.address(passage.owner) if passage.owner else str(passage.zone)
        for inline in query_inlines(passage.text):
            if isinstance(inline, Note | NoteMark):
                id_ = inline.id if isinstance(inline, Note) else inline.target
                found.setdefault(id_, []).append(where)
    return found


def _place(state: State, owner: str, after: str) -> int:
    """Where a note is called: after words, or at the end as the language sets it."""
    text = text_of(state.resolution, owner)
    if after:
        return place_of(text, after) + len(after)
    return end_of(text, before_mark=state.language.note_mark == "before")


def _add(state: State, call: Call) -> Outcome:
    owner, after = call.text("what"), call.text("after")
    if call.has("text"):
        return _added(state, owner, after, call.text("text"))
    title = f"new note in {state.address(owner)}"
    return state, Edit(
        title, "", lambda now, typed: _added(now, owner, after, typed), hint="give its text"
    )


def _added(state: State, owner: str, after: str, typed: str) -> Outcome:
    body = _body(state, typed)
    note = Note(maker(state).make("n", plain_text(body)), body)
    new = add_note(state.resolution, owner, _place(state, owner, after), note)
    made = change(state, new, lambda now: f"{now.address(note.id)} added", owner)
    return made, Show((owner,), (made.said,))


def _body(state: State, typed: str) -> Inlines:
    found = clause_in(typed, state)
    if found is None:
        return read_text(typed, state, maker(state))
    clause, pairs = found
    return fill(clause, slot_values(clause, pairs, state), state.context, maker(state)).body


def _edit(state: State, call: Call) -> Outcome:
    id_ = call.text("note")
    if call.has("text"):
        return reworded(state, id_, call.text("text"))
    title = state.address(id_)
    return state, Edit(
        title,
        typed_of(state, id_),
        lambda now, typed: reworded(now, id_, typed),
        hint=f"give its text: note edit {title.removeprefix('note ')} TEXT",
    )


def _note(state: State, call: Call) -> Outcome:
    """A note is edited, a paragraph gets one."""
    if call.has("note"):
        return _edit(state, call)
    if not call.has("what"):
        return _list(state, call)
    return _add(state, call)


def _delete(state: State, call: Call) -> Outcome:
    said = f"{state.address(call.text('note'))} deleted"
    new = change(state, delete_note(state.resolution, call.text("note")), said)
    return new, Say((said,))


def _move(state: State, call: Call) -> Outcome:
    id_, owner = call.text("note"), call.text("what")
    at = _place(state, owner, call.text("after"))
    was = state.address(id_)
    new = change(state, move_note(state.resolution, id_, owner, at), f"{was} moved", owner)
    return new, Show((owner,), (f"{was} is now {new.address(id_)}",))


def _refer(state: State, call: Call) -> Outcome:
    owner, target = call.text("what"), call.text("target")
    reference = Reference(target, Form(call.text("form") or Form.PLACED))
    text = text_of(state.resolution, owner)
    if words := call.text("for"):
        start = place_of(text, words)
        new = refer_for(state.resolution, owner, start, start + len(words), reference)
    else:
        after = call.text("after")
        at = place_of(text, after) + len(after) if after else end_of(text, before_mark=True)
        spaced = state.language.code not in _UNSPACED
        new = refer(state.resolution, owner, at, reference, spaced=spaced)
    said = f"{state.address(owner)} refers to {state.address(target)}"
    return change(state, new, said, owner), Show((owner,), (said,))


_TEXT = Argument("text", Kind.TEXT, "the text of the note", optional=True)

NOTES: tuple[Command, ...] = (
    Command(
        "notes",
        "notes",
        "List the footnotes with their marks, texts and where they are called.",
        _list,
        aliases=("note list", "footnotes"),
        group="Notes and references",
        changes=False,
    ),
    Command(
        "note",
        'note NOTE|ADDRESS [after "WORDS"] [TEXT]',
        "Edit a footnote, or add one to a paragraph; alone it lists the notes.",
        _note,
        (replace(_NOTE, optional=True), replace(WHAT, optional=True), _AFTER, _TEXT),
        examples=("note 4", "note op 1 See A/79/123."),
        group="Notes and references",
    ),
    Command(
        "note add",
        'note add ADDRESS [after "WORDS"] [TEXT]',
        "Add a footnote; its number and those after it follow.",
        _add,
        (WHAT, _AFTER, _TEXT),
        ("add note", "add footnote"),
        examples=('note add op 3 after "the report" A/79/123.', "note add pp 2"),
        group="Notes and references",
    ),
    Command(
        "note edit",
        "note edit NOTE [TEXT]",
        "Edit the text of a footnote.",
        _edit,
        (_NOTE, _TEXT),
        examples=("note edit 4", "note edit 4 See A/79/123, annex."),
        group="Notes and references",
    ),
    Command(
        "note delete",
        "note delete NOTE",
        "Delete a footnote, and the marks that call it again.",
        _delete,
        (_NOTE,),
        ("note rm",),
        group="Notes and references",
    ),
    Command(
        "note move",
        'note move NOTE to ADDRESS [after "WORDS"]',
        "Call a footnote at another place.",
        _move,
        (_NOTE, Argument("what", Kind.ADDRESS, "an address", keyword="to"), _AFTER),
        ("note mv",),
        group="Notes and references",
    ),
    Command(
        "reference",
        'reference ADDRESS to ADDRESS [placed|named|bare] [for "WORDS"] [after "WORDS"]',
        "Put in a reference that follows its paragraph, or make one of typed words.",
        _refer,
        (
            WHAT,
            Argument("target", Kind.ADDRESS, "an address", keyword="to"),
            Argument(
                "form",
                Kind.CHOICE,
                "placed, named or bare",
                optional=True,
                choices=tuple(form.value for form in Form),
            ),
            Argument("for", Kind.WORD, "words, in quotes", optional=True, keyword="for"),
            _AFTER,
        ),
        ("ref", "add reference"),
        help="""\
placed: paragraph 3 (a) above; named: paragraph 3 (a); bare: 3 (a). With for, the reference takes
the place of words of the text; with after, it comes after them; else it stands at the end.""",
        examples=(
            'reference op 9 to op 2 for "paragraph 2 above"',
            'reference op 9 to op 2 named after "pursuant to"',
        ),
        group="Notes and references",
    ),
)
