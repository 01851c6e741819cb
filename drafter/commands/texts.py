"""Commands that change the text of one thing: edit, editor, split, join, tail, title."""

from __future__ import annotations

import re
from dataclasses import replace

from drafter.commands.command import Argument, Call, Command, Kind
from drafter.commands.markup import found_opening, read_body, read_text, write_body, write_text
from drafter.commands.passage import is_passage, lines_of, relined
from drafter.commands.requests import Choice, Edit, EditWhole, Outcome, Pick, Say, Show
from drafter.commands.shared import WHAT, ended, maker, opening_role, shortened
from drafter.commands.state import State, change
from drafter.edit import (
    annex_of,
    change_text,
    find,
    join,
    letters,
    note_of,
    place_of,
    replace_block,
    retitle_annex,
    rewrite,
    rewrite_note,
    row_of,
    split,
    text_of,
    with_heading,
    with_title,
)
from drafter.errors import Refused, Unsupported
from drafter.model import (
    Embedded,
    Heading,
    Paragraph,
    Resolution,
    Section,
    Site,
    plain_text,
)


def _edit(state: State, call: Call) -> Outcome:
    return _editing(state, call, outside=False)


def _editor(state: State, call: Call) -> Outcome:
    if not call.has("what"):
        return state, EditWhole(_whole)
    return _editing(state, call, outside=True)


def _editing(state: State, call: Call, *, outside: bool) -> Outcome:
    id_ = call.text("what")
    if call.has("text"):
        return reworded(state, id_, call.text("text"))
    title = state.address(id_)
    if not _kind(state, id_) and is_passage((site := find(state.resolution, id_)).block):
        return state, Edit(
            f"{title} with its sub-paragraphs",
            lines_of(site, state),
            lambda now, typed: relined(now, id_, typed),
            outside=outside,
            hint=f"give the text: edit {title} TEXT",
            lines=True,
        )
    return state, Edit(
        title,
        typed_of(state, id_),
        lambda now, typed: reworded(now, id_, typed),
        outside=outside,
        hint=f"give the text: edit {title} TEXT",
    )


def typed_of(state: State, id_: str) -> str:
    """The text of a block, note or annex as it would be typed.

    Raises:
        NoSuchParagraph, Unsupported: it is not there, or has no text of its own.
    """
    kind = _kind(state, id_)
    if kind == "annex":
        return write_text(annex_of(state.resolution, id_).title, state)
    if kind == "note":
        return write_text(note_of(state.resolution, id_).body, state)
    site = find(state.resolution, id_)
    if isinstance(site.block, Section):
        return write_text(site.block.heading.body, state) if site.block.heading else ""
    return write_body(text_of(state.resolution, id_), opening_role(site), state)


def reworded(state: State, id_: str, typed: str) -> Outcome:
    """The state with another text for a block, a note or an annex.

    Raises:
        Unclear: the text has a sign that is not closed, or names what is not there.
        Refused: it says what the draft says already, or nothing.
    """
    new = _reworded(state, id_, typed)
    said = f"{state.address(id_)} edited"
    after = change(state, new, said, "" if _kind(state, id_) else id_)
    return after, Show((id_,), (said,))


def _reworded(state: State, id_: str, typed: str) -> Resolution:
    kind = _kind(state, id_)
    if kind == "annex":
        annex = annex_of(state.resolution, id_)
        title = read_text(typed, state, maker(state), annex.title)
        return retitle_annex(state.resolution, id_, title)
    if kind == "note":
        note = note_of(state.resolution, id_)
        return rewrite_note(state.resolution, id_, read_text(typed, state, maker(state), note.body))
    return _block_reworded(state, find(state.resolution, id_), typed)


def _block_reworded(state: State, site: Site, typed: str) -> Resolution:
    block = site.block
    match block:
        case Paragraph():
            body = read_body(typed, opening_role(site), state, maker(state), block.body)
            return ended(state, rewrite(state.resolution, block.id, body), block.id)
        case Heading():
            return replace_block(state.resolution, block.id, _headed(state, block, typed))
        case Section():
            heading = block.heading or Heading(maker(state).make("h", typed), ())
            new = _headed(state, heading, typed) if typed.strip() else None
            return with_heading(state.resolution, block.id, new)
        case Embedded():
            text = read_text(typed, state, maker(state), block.title)
            return change_text(state.resolution, block.id, lambda _: text)
        case _:
            raise Unsupported(
                f"a {type(block).__name__.lower()} has no text of its own",
                hint="the editor command takes the whole draft",
            )


def _headed(state: State, heading: Heading, typed: str) -> Heading:
    body = read_text(typed, state, maker(state), heading.body)
    if not body and not heading.numbered:
        raise Refused("the heading would be empty", hint="delete it instead")
    return replace(heading, body=body)


def _kind(state: State, id_: str) -> str:
    """Whether an id is that of an "annex", of a "note" or, "", of a block."""
    if any(annex.id == id_ for annex in state.resolution.annexes):
        return "annex"
    return "note" if id_ in state.addresses.notes else ""


def _whole(state: State, new: Resolution) -> Outcome:
    return change(state, new, "draft edited", follow=False), Say(("draft edited",))


def _split(state: State, call: Call) -> Outcome:
    id_ = call.text("what")
    if not call.has("words"):
        return _split_where(state, id_)
    return _split_at(state, id_, place_of(text_of(state.resolution, id_), call.text("words")))


def _split_where(state: State, id_: str) -> Outcome:
    """A choice among the places where a paragraph can be split.

    Raises:
        Refused: it has none.
    """
    words = letters(text_of(state.resolution, id_))
    places = [found.end() for found in _JOINTS.finditer(words) if found.end() < len(words)]
    if not places:
        raise Refused(
            "there is no place to split it at", hint='say where: split op 3 before "and to"'
        )
    choices = tuple(
        Choice(str(at), shortened(words[at:]), f"after “…{words[max(at - 40, 0) : at].strip()}”")
        for at in places
    )
    title = f"Where the second paragraph begins that {state.address(id_)} is split into"
    hint = f'say where: split {state.address(id_)} before "{shortened(words[places[0] :], 30)}"'
    return state, Pick(title, choices, lambda now, at: _split_at(now, id_, int(at)), hint=hint)


def _split_at(state: State, id_: str, at: int) -> Outcome:
    site = find(state.resolution, id_)
    cut = split(state.resolution, id_, at)
    row = [block.id for block in row_of(cut, id_)]
    second = row[row.index(id_) + 1]
    block = find(cut, second).block
    if isinstance(block, Paragraph):
        body = found_opening(block.body, opening_role(site), state)
        cut = replace_block(cut, second, replace(block, body=body))
    whole = ended(state, ended(state, cut, id_), second)
    after = change(state, whole, f"{state.address(id_)} split", second)
    return after, Show((id_, second), (after.said,))


def _join(state: State, call: Call) -> Outcome:
    id_ = call.text("what")
    other = call.text("other") or _next(state, id_)
    joined = join(state.resolution, id_, other, state.ends)
    said = f"{state.address(id_)} and {state.address(other)} joined"
    return change(state, joined, said, id_), Show((id_,), (said,))


def _next(state: State, id_: str) -> str:
    row = [block.id for block in row_of(state.resolution, id_)]
    following = row[row.index(id_) + 1 :]
    if not following:
        raise Refused(f"nothing follows {state.address(id_)}", hint="name the one before it")
    return following[0]


def _tail(state: State, call: Call) -> Outcome:
    id_ = call.text("what")
    block = find(state.resolution, id_).block
    if not isinstance(block, Paragraph) or not block.children:
        raise Refused(
            "only a paragraph with sub-paragraphs has text after them", hint="edit its text"
        )
    if not call.has("text"):
        typed = write_text(block.tail, state)
        return state, Edit(
            f"{state.address(id_)}, after its sub-paragraphs",
            typed,
            lambda now, text: _tailed(now, id_, text),
            hint="give the text: tail ADDRESS TEXT",
        )
    return _tailed(state, id_, call.text("text"))


def _tailed(state: State, id_: str, typed: str) -> Outcome:
    block = find(state.resolution, id_).block
    if not isinstance(block, Paragraph):
        raise Unsupported("only a paragraph has sub-paragraphs", hint="name one: op 2")
    text = read_text(typed, state, maker(state), block.tail)
    new = replace_block(state.resolution, id_, replace(block, tail=text))
    said = f"{state.address(id_)}: text after its sub-paragraphs edited"
    return change(state, new, said, id_), Show((id_,), (said,))


def _title(state: State, call: Call) -> Outcome:
    if not call.has("text"):
        typed = write_text(state.resolution.title, state)
        return state, Edit("title", typed, _titled, hint="give the title: title TEXT")
    return _titled(state, call.text("text"))


def _titled(state: State, typed: str) -> Outcome:
    text = read_text(typed, state, maker(state), state.resolution.title)
    after = change(state, with_title(state.resolution, text), "title edited")
    return after, Say((f"title: {plain_text(text)}",))


_JOINTS = re.compile(r"[,;:，；،؛]\s*|\s(?=(?:and|et|y)\s)\s*")
"""Where paragraphs are likely to be split: after a mark, before "and"."""

_TEXT = Argument("text", Kind.TEXT, "a text", optional=True)

TEXTS: tuple[Command, ...] = (
    Command(
        "edit",
        "edit ADDRESS [TEXT]",
        "Edit a text in place: of a paragraph, heading, note, annex title.",
        _edit,
        (WHAT, _TEXT),
        ("e",),
        help="""\
In a text *words* are italic, {bold:words} bold, {op 3} a reference to paragraph 3, [^2] is note 2
where it stands, {note: words} a new note. Opening words stand between asterisks at the start;
without asterisks they are found by themselves. A backslash before a sign makes it plain.

A paragraph with sub-paragraphs is edited with them, one a line: "- " begins a sub-paragraph, two
spaces more one of the next level, "= " the text after them; a further line without a sign is a
paragraph of its own. With TEXT only the paragraph's own text changes.""",
        examples=(
            "edit op 3",
            "edit op 2 (a) Providing moorings for boats;",
            "edit note 4",
        ),
        group="Texts",
    ),
    Command(
        "editor",
        "editor [ADDRESS]",
        "Edit a paragraph, or the whole draft, in your own editor ($EDITOR).",
        _editor,
        (replace(WHAT, optional=True),),
        group="Texts",
    ),
    Command(
        "split",
        "split ADDRESS [before WORDS]",
        "Split a paragraph in two before some of its words, or at a place that is chosen.",
        _split,
        (
            WHAT,
            Argument("words", Kind.TEXT, "words of the paragraph", optional=True, keyword="before"),
        ),
        examples=("split op 3 before and to submit",),
        group="Texts",
    ),
    Command(
        "join",
        "join ADDRESS [with ADDRESS]",
        "Join a paragraph with the one after it.",
        _join,
        (WHAT, Argument("other", Kind.ADDRESS, "an address", optional=True, keyword="with")),
        examples=("join op 3", "join op 3 with op 4"),
        group="Texts",
    ),
    Command(
        "tail",
        "tail ADDRESS [TEXT]",
        "Edit the text of a paragraph that stands after its sub-paragraphs.",
        _tail,
        (WHAT, _TEXT),
        group="Texts",
    ),
    Command(
        "title",
        "title [TEXT]",
        "Edit the title of the draft.",
        _title,
        (_TEXT,),
        aliases=("rename", "edit title"),
        group="Texts",
    ),
)
