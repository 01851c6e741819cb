"""Commands for the lettered parts of a composite resolution."""

from __future__ import annotations

from dataclasses import replace

from drafter.commands.blocks import orphans
from drafter.commands.command import Argument, Call, Command, Kind
from drafter.commands.frame import enacting_line
from drafter.commands.markup import read_text, write_text
from drafter.commands.requests import Edit, Outcome, Say
from drafter.commands.shared import maker
from drafter.commands.state import State, change
from drafter.edit import add_part, delete_part, move_part, tidy, with_part
from drafter.model import Inlines, Note, Part, Resolution, map_inlines, plain_text

PART = Argument("part", Kind.PART, "a part, such as part B")


def _name(resolution: Resolution, index: int) -> str:
    return f"part {resolution.parts[index].letter or index + 1}"


def _add(state: State, call: Call) -> Outcome:
    title = read_text(call.text("text"), state, maker(state))
    first = state.resolution.parts[0]
    part = Part(title=title, enacting=_without_notes(first.enacting) or enacting_line(state))
    new = add_part(state.resolution, part)
    name = _name(new, len(new.parts) - 1)
    after = replace(change(state, new, f"{name} added"), here="")
    return after, Say((f"{name} added; what is added now goes into it",))


def _without_notes(line: Inlines) -> Inlines:
    """The line of another part as it can stand once more: a note has one place."""
    return tidy(map_inlines(line, lambda one: () if isinstance(one, Note) else (one,)))


def _title(state: State, call: Call) -> Outcome:
    index = call.number("part", 0)
    if not call.has("text"):
        name = _name(state.resolution, index)
        typed = write_text(state.resolution.parts[index].title, state)
        return state, Edit(
            f"title of {name}",
            typed,
            lambda now, text: _titled(now, index, text),
            hint=f"give the title: part title {name} TEXT",
        )
    return _titled(state, index, call.text("text"))


def _titled(state: State, index: int, typed: str) -> Outcome:
    part = state.resolution.parts[index]
    text = read_text(typed, state, maker(state), part.title)
    new = with_part(state.resolution, index, replace(part, title=text))
    name = _name(new, index)
    after = change(state, new, f"title of {name} edited")
    return after, Say((f"title of {name}: {plain_text(text)}",))


def _move(state: State, call: Call) -> Outcome:
    index, place = call.number("part", 0), call.number("place", 1)
    was = _name(state.resolution, index)
    new = move_part(state.resolution, index, place - 1)
    at = min(max(place, 1), len(new.parts)) - 1
    said = f"{was} moved, now {_name(new, at)}"
    return change(state, new, said), Say((said,))


def _delete(state: State, call: Call) -> Outcome:
    index = call.number("part", 0)
    said = f"{_name(state.resolution, index)} deleted"
    after = change(state, delete_part(state.resolution, index), said)
    return after, Say((said, *orphans(state, after)))


PARTS: tuple[Command, ...] = (
    Command(
        "part add",
        "part add [TITLE]",
        "Add a lettered part, with its enacting line; a lone text becomes part A.",
        _add,
        (Argument("text", Kind.TEXT, "its title", optional=True),),
        help="""\
What is added next goes into the new part. Elsewhere the part is named: `add op to part A`,
`show part B op 2`, `enacting part B`.""",
        examples=("part add Libraries on lakes",),
        aliases=("add part",),
        group="Frame",
    ),
    Command(
        "part title",
        "part title PART [TEXT]",
        "Edit the title of a part.",
        _title,
        (PART, Argument("text", Kind.TEXT, "a text", optional=True)),
        examples=("part title part B Libraries on lakes",),
        group="Frame",
    ),
    Command(
        "part move",
        "part move PART to NUMBER",
        "Make a part the first, the second ...; letters follow.",
        _move,
        (PART, Argument("place", Kind.NUMBER, "a number", keyword="to")),
        examples=("part move part B to 1",),
        group="Frame",
    ),
    Command(
        "part delete",
        "part delete PART",
        "Delete a part with all its paragraphs; letters follow.",
        _delete,
        (PART,),
        ("part rm",),
        examples=("part delete part B",),
        group="Frame",
    ),
)
