"""`add`: paragraphs from clauses or typed."""

from __future__ import annotations

from drafter.commands.command import Argument, Call, Command, Kind
from drafter.commands.markup import read_body
from drafter.commands.requests import Outcome, Show
from drafter.commands.state import State, change
from drafter.edit import End, Inside, Position, insert
from drafter.errors import Refused
from drafter.model import IdMaker, Paragraph, Resolution, Role, Zone, notes, plain_text, query

ROLES = {
    "pp": Role.PREAMBULAR,
    "op": Role.OPERATIVE,
    "sub": Role.ITEM,
    "bullet": Role.BULLET,
    "text": Role.PLAIN,
}


def ids_of(resolution: Resolution) -> set[str]:
    """Every id that is taken."""
    return (
        {site.block.id for site in query(resolution)}
        | {annex.id for annex in resolution.annexes}
        | {note.id for note in notes(resolution)}
    )


def _add(state: State, call: Call) -> Outcome:
    role = ROLES[call.text("what")]
    make = IdMaker(ids_of(state.resolution))
    body = read_body(call.text("content"), role, state)
    new = Paragraph(make.make("p", plain_text(body)), role, body)
    return add_paragraph(state, new, _place(state, call, role))


def add_paragraph(state: State, new: Paragraph, position: Position) -> Outcome:
    """The state with a paragraph put in, and what is shown of it."""
    put = insert(state.resolution, new, position)
    after = change(state, put, lambda new_state: f"{new_state.address(new.id)} added", new.id)
    return after, Show((new.id,), (after.said,))


def _place(state: State, call: Call, role: Role) -> Position:
    if (position := call.position("position")) is not None:
        return position
    index = len(state.resolution.parts) - 1
    if role is Role.PREAMBULAR:
        return End(Zone.PREAMBLE, index)
    if role in {Role.ITEM, Role.BULLET}:
        row = state.resolution.parts[index].operative
        if not row:
            raise Refused("there is no paragraph to add it to", hint="add an op first")
        return Inside(row[-1].id)
    return End(Zone.OPERATIVE, index)


ADDING: tuple[Command, ...] = (
    Command(
        "add",
        "add pp|op|sub|bullet|text [before|after|below ADDRESS] [CLAUSE slot=value ...|TEXT]",
        "Add a paragraph: from a clause, by a search for one, or typed.",
        _add,
        (
            Argument("what", Kind.CHOICE, "pp, op, sub, bullet or text", choices=tuple(ROLES)),
            Argument("position", Kind.POSITION, "a position, such as after op 2", optional=True),
            Argument("content", Kind.CONTENT, "a clause or a text", optional=True),
        ),
        group="Paragraphs",
    ),
)
