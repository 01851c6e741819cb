"""Commands for what stands round the paragraphs: sponsors, enacting line, sections, annexes."""

from __future__ import annotations

import re
from dataclasses import replace

from drafter.codec import nearest
from drafter.commands.command import Argument, Call, Command, Kind
from drafter.commands.markup import read_text, write_text
from drafter.commands.requests import Edit, Outcome, Say, Show
from drafter.commands.shared import WHAT, maker, part_of
from drafter.commands.state import State, change
from drafter.edit import (
    End,
    add_annex,
    annex_of,
    dissolve,
    gather,
    insert,
    move_annex,
    with_part,
    with_sponsors,
    with_submission,
)
from drafter.errors import Refused
from drafter.model import (
    Annex,
    Emphasis,
    Heading,
    Inlines,
    Style,
    Submission,
    Text,
    Zone,
    normalise,
    plain_text,
)


def _sponsors(state: State, call: Call) -> Outcome:
    how, typed = call.text("how") or "set", call.text("names")
    if not typed:
        shown = _names(state)
        return state, Edit(
            "sponsors",
            ", ".join(shown),
            lambda now, text: _sponsored(now, "set", text),
            hint="give their names: sponsors Kenya, Mexico and Qatar",
        )
    return _sponsored(state, how, typed)


def _sponsored(state: State, how: str, typed: str) -> Outcome:
    if how == "line":
        new = with_submission(state.resolution, read_text(typed, state, maker(state)))
        return change(state, new, "sponsors edited"), Say((f"submitted: {typed}",))
    named = _parted(typed, state)
    now = _sponsors_of(state)
    made = _HOW[how](now, named, state)
    after = change(state, with_sponsors(state.resolution, made), "sponsors edited")
    shown = state.language.join(tuple(_names(after)))
    return after, Say((f"sponsors: {shown}" if shown else "there are no sponsors",))


def _parted(typed: str, state: State) -> tuple[Inlines, ...]:
    """Names parted by commas and the "and" of the language, each once."""
    end = re.escape(state.language.list_end.strip())
    names = re.split(rf"\s*[,;،，、]\s*|\s+{end}\s+|\s+and\s+(?=\S+$)", typed.strip())
    kept = dict.fromkeys(name.strip() for name in names if name.strip())
    return tuple(read_text(name, state, maker(state)) for name in kept)


def _sponsors_of(state: State) -> tuple[Inlines, ...]:
    origin = state.resolution.origin
    return origin.sponsors if isinstance(origin, Submission) else ()


def _names(state: State) -> list[str]:
    return [plain_text(sponsor) for sponsor in _sponsors_of(state)]


def _more(now: tuple[Inlines, ...], named: tuple[Inlines, ...], _: State) -> tuple[Inlines, ...]:
    """With the new names among the old, in the order of the alphabet where that is the order."""
    known = {plain_text(one) for one in now}
    new = (*now, *(one for one in named if plain_text(one) not in known))
    ordered = [plain_text(one) for one in now]
    return tuple(sorted(new, key=plain_text)) if ordered == sorted(ordered) else new


def _fewer(now: tuple[Inlines, ...], named: tuple[Inlines, ...], _: State) -> tuple[Inlines, ...]:
    known = [plain_text(one) for one in now]
    for name in map(plain_text, named):
        if name not in known:
            raise Refused(f"{name!r} is no sponsor", hint=nearest(name, known))
    gone = {plain_text(one) for one in named}
    return tuple(one for one in now if plain_text(one) not in gone)


def _set(_: tuple[Inlines, ...], named: tuple[Inlines, ...], __: State) -> tuple[Inlines, ...]:
    return named


_HOW = {"set": _set, "add": _more, "remove": _fewer}


def _enacting(state: State, call: Call) -> Outcome:
    index = call.number("part", part_of(state))
    part = state.resolution.parts[index]
    if not call.has("text"):
        typed = write_text(part.enacting or enacting_line(state), state)
        return state, Edit(
            "enacting line",
            typed,
            lambda now, text: _enacted(now, index, text),
            hint=f"give the line: enacting {plain_text(enacting_line(state)) or 'TEXT'}",
        )
    return _enacted(state, index, call.text("text"))


def enacting_line(state: State) -> Inlines:
    """The enacting line of the draft's organ in its language; nothing where it is not known."""
    language = state.language
    name = language.enacting.get(state.resolution.masthead.organ, "")
    return (Emphasis(Style.ITALIC, (Text(name),)), Text(language.enacting_end)) if name else ()


def _enacted(state: State, index: int, typed: str) -> Outcome:
    """The enacting line; typed without marks its words are italic and its comma is not."""
    part = state.resolution.parts[index]
    line = read_text(typed, state, maker(state), part.enacting)
    match line:
        case (Text(words),):
            name = words.rstrip(",، ，")
            end = words[len(name) :] or state.language.enacting_end
            line = normalise((Emphasis(Style.ITALIC, (Text(name),)), Text(end)))
    new = with_part(state.resolution, index, replace(part, enacting=line))
    said = "enacting line edited"
    return change(state, new, said), Say((f"enacting line: {plain_text(line)}",))


def _closing(state: State, call: Call) -> Outcome:
    index = call.number("part", part_of(state))
    if not call.has("text"):
        lines = state.resolution.parts[index].closing
        typed = "\n".join(write_text(line, state) for line in lines)
        return state, Edit(
            "closing lines",
            typed,
            lambda now, text: _closed(now, index, text),
            hint="give the line: closing TEXT",
            lines=True,
        )
    return _closed(state, index, call.text("text"))


def _closed(state: State, index: int, typed: str) -> Outcome:
    part = state.resolution.parts[index]
    own = tuple(inline for line in part.closing for inline in line)
    lines = tuple(
        line for words in typed.split("\n") if (line := read_text(words, state, maker(state), own))
    )
    new = with_part(state.resolution, index, replace(part, closing=lines))
    shown = tuple(plain_text(line) for line in lines) or ("there are no closing lines",)
    return change(state, new, "closing lines edited"), Say(shown)


def _section(state: State, call: Call) -> Outcome:
    first = call.text("what")
    make = maker(state)
    words = read_text(call.text("text"), state, make)
    numbered = not words or call.has("numbered")
    heading = Heading(make.make("h", plain_text(words)), words, numbered=numbered)
    id_ = make.make("s", plain_text(words))
    new = gather(state.resolution, first, call.text("last") or first, id_, heading)
    after = change(state, new, lambda now: f"{now.address(id_)} made", id_)
    return after, Show((id_,), (after.said,))


def _dissolve(state: State, call: Call) -> Outcome:
    said = f"{state.address(call.text('what'))} dissolved"
    return change(state, dissolve(state.resolution, call.text("what")), said), Say((said,))


def _heading(state: State, call: Call) -> Outcome:
    make = maker(state)
    body = read_text(call.text("text"), state, make)
    level = call.number("level", 3)
    if not 1 <= level <= 6:
        raise Refused(f"there is no level {level}", hint="levels run from 1, the largest, to 6")
    heading = Heading(make.make("h", plain_text(body)), body, level, call.has("numbered"))
    if not body and not heading.numbered:
        raise Refused("a heading needs a text", hint="give it: heading TEXT")
    position = call.position("position") or End(Zone.OPERATIVE, part_of(state))
    new = insert(state.resolution, heading, position)
    after = change(state, new, "heading added", heading.id)
    return after, Show((heading.id,), (after.said,))


def _annex_add(state: State, call: Call) -> Outcome:
    make = maker(state)
    title = read_text(call.text("text"), state, make)
    annex = Annex(make.make("a", plain_text(title)), title)
    new = change(state, add_annex(state.resolution, annex), "annex added", annex.id)
    return new, Show((annex.id,), (f"{new.address(annex.id)} added",))


def _annex_move(state: State, call: Call) -> Outcome:
    id_ = annex_of(state.resolution, call.text("what")).id
    was = state.address(id_)
    moved = move_annex(state.resolution, id_, call.number("place", 1) - 1)
    new = change(state, moved, f"{was} moved", id_)
    return new, Show((id_,), (f"{was} is now {new.address(id_)}",))


_TEXT = Argument("text", Kind.TEXT, "a text", optional=True)
_PART = Argument("part", Kind.PART, "a part, such as part B", optional=True)
_NUMBERED = Argument("numbered", Kind.CHOICE, "numbered", optional=True, choices=("numbered",))

FRAME: tuple[Command, ...] = (
    Command(
        "sponsors",
        "sponsors [add|remove|line] [NAMES]",
        "Set, add or remove sponsors, or say in a line who submits the draft.",
        _sponsors,
        (
            Argument(
                "how",
                Kind.CHOICE,
                "add, remove or line",
                optional=True,
                choices=("add", "remove", "line"),
            ),
            Argument("names", Kind.TEXT, "names, parted by commas", optional=True),
        ),
        examples=(
            "sponsors Kenya, Mexico and Qatar",
            "sponsors add Chile",
            "sponsors line Draft resolution submitted by the Chair",
        ),
        group="Frame",
    ),
    Command(
        "enacting",
        "enacting [PART] [TEXT]",
        "Edit the enacting line; where there is none, that of the organ is offered.",
        _enacting,
        (_PART, _TEXT),
        examples=("enacting The General Assembly,",),
        aliases=("edit enacting",),
        group="Frame",
    ),
    Command(
        "closing",
        "closing [PART] [TEXT]",
        "Edit the lines after the text.",
        _closing,
        (_PART, _TEXT),
        aliases=("edit closing",),
        group="Frame",
    ),
    Command(
        "section",
        "section ADDRESS [to ADDRESS] [numbered] [TEXT]",
        "Gather paragraphs into a section with a heading.",
        _section,
        (
            WHAT,
            Argument("last", Kind.ADDRESS, "an address", optional=True, keyword="to"),
            _NUMBERED,
            replace(_TEXT, help="the heading"),
        ),
        help="Without a heading's words the section is numbered: I, II.",
        examples=("section op 3 to op 6 Means of implementation", "section op 1 to op 2"),
        aliases=("add section",),
        group="Frame",
    ),
    Command(
        "dissolve",
        "dissolve ADDRESS",
        "Take a section away and leave its paragraphs.",
        _dissolve,
        (replace(WHAT, help="a section, such as section II", of="section"),),
        group="Frame",
    ),
    Command(
        "heading",
        "heading [before|after|below ADDRESS] [numbered] TEXT",
        "Add a heading; edit changes it.",
        _heading,
        (
            Argument("position", Kind.POSITION, "a position, such as before op 2", optional=True),
            _NUMBERED,
            replace(_TEXT, help="the heading"),
        ),
        aliases=("add heading",),
        group="Frame",
    ),
    Command(
        "annex add",
        "annex add [TITLE]",
        "Add an annex; add ... below annex II writes into it.",
        _annex_add,
        (replace(_TEXT, help="its title"),),
        examples=("annex add Programme of the Decade",),
        aliases=("annex", "add annex"),
        group="Frame",
    ),
    Command(
        "annex move",
        "annex move ADDRESS to NUMBER",
        "Make an annex the first, the second ...",
        _annex_move,
        (
            replace(WHAT, help="an annex, such as annex II", of="annex"),
            Argument("place", Kind.NUMBER, "a number", keyword="to"),
        ),
        group="Frame",
    ),
)
