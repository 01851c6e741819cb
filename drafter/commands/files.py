"""Commands about files: new, open, save, export, quit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from drafter.clauses import Context, Skeleton, check_slot, draft_from
from drafter.codec import nearest
from drafter.commands.command import Argument, Call, Command, Kind
from drafter.commands.requests import (
    Ask,
    Choice,
    Export,
    Load,
    New,
    Outcome,
    Pick,
    Quit,
    Save,
)
from drafter.commands.state import State
from drafter.edit import begun, ends_of
from drafter.errors import Unsupported
from drafter.model import Resolution, query
from drafter.schema.forms import Field, form_of_slots

_ENDINGS = ("save", "keep", "discard")
EXPORT = (
    "to", "layout", "numbering", "line-numbers", "double-spacing", "status", "emblem", "draft",
)  # fmt: skip
"""The options of `drafter export` that an export in the editor takes."""


def _new(state: State, call: Call) -> Outcome:
    if call.has("skeleton"):
        return _begun(state, call.text("skeleton"))
    choices = tuple(
        Choice(one.name, one.title, one.purpose) for one in state.desk.skeletons.values()
    )
    empty = Choice("", "an empty draft", "Nothing is filled in.")
    names = ", ".join(state.desk.skeletons)
    hint = f"name one: new {names}" if names else "there are no skeletons"
    return state, Pick("New draft", (*choices, empty), _begun, hint=hint)


def _begun(state: State, name: str) -> Outcome:
    """A new draft from a skeleton: its slots are asked for."""
    if not name:
        return state, New(Resolution(language=state.language.code))
    skeleton = state.desk.skeletons.get(name)
    if skeleton is None:
        hint = nearest(name, state.desk.skeletons)
        raise Unsupported(f"there is no skeleton {name!r}", hint=hint)
    form = form_of_slots(skeleton.title, skeleton.slots, skeleton.purpose)

    def made(now: State, values: Mapping[str, Any]) -> Outcome:
        context = _context(now, skeleton)
        draft = draft_from(skeleton, values, now.library, context)
        return now, New(begun(draft, ends_of(context.language.code)))

    check = _reading(state, skeleton)
    return state, Ask(form, made, check=check, skippable=True)


def _context(state: State, skeleton: Skeleton) -> Context:
    code = skeleton.language
    return Context(state.desk.language(code), None, state.desk.names(code))


def _reading(state: State, skeleton: Skeleton) -> Any:
    slots = {slot.name: slot for slot in skeleton.slots}
    context = _context(state, skeleton)

    def read(field: Field, typed: str) -> Any:
        return check_slot(slots[field.name], typed, context) if typed.strip() else None

    return read


def _open(state: State, call: Call) -> Outcome:
    return state, Load(call.text("file"))


def _save(state: State, call: Call) -> Outcome:
    return state, Save(call.text("file"), force=call.text("force") == "force")


def _export(state: State, call: Call) -> Outcome:
    options = dict(call.pairs("options"))
    return state, Export(call.text("file"), options, force=call.text("force") == "force")


def _quit(state: State, call: Call) -> Outcome:
    if call.has("how"):
        return _end(state, call.text("how"))
    fresh = state.saved is None and not state.past and not any(query(state.resolution))
    if not state.unsaved or state.read_only or fresh:
        return state, Quit()
    choices = (
        Choice("save", "save the draft and leave"),
        Choice("keep", "leave; the journal keeps the changes for the next time"),
        Choice("discard", "leave and forget the changes that were not saved"),
    )
    title = "There are changes that were not saved"
    return state, Pick(title, choices, _end, hint=f"say quit {', quit '.join(_ENDINGS)}")


def _end(state: State, how: str) -> Outcome:
    if how == "save":
        return state, Save(then=Quit())
    return state, Quit(discard=how == "discard")


_FILE = Argument("file", Kind.FILE, "the name of a file")
_OPTIONS = Argument("options", Kind.OPTIONS, "option=value", optional=True, choices=EXPORT)
_FORCE = Argument("force", Kind.CHOICE, "force", optional=True, choices=("force",))

FILES: tuple[Command, ...] = (
    Command(
        "new",
        "new [SKELETON]",
        "Begin a draft: empty, or from the skeleton of a whole document.",
        _new,
        (Argument("skeleton", Kind.SKELETON, "the name of a skeleton", optional=True),),
        group="Files",
        changes=False,
    ),
    Command(
        "open",
        "open FILE",
        "Open another draft; changes of this one stay in its journal.",
        _open,
        (_FILE,),
        ("load",),
        group="Files",
        changes=False,
    ),
    Command(
        "save",
        "save [FILE] [force]",
        "Write the draft to its file, whole or not at all.",
        _save,
        (Argument("file", Kind.FILE, "the name of a file", optional=True), _FORCE),
        ("write", "w", "save as"),
        group="Files",
        changes=False,
    ),
    Command(
        "export",
        "export FILE [option=value ...]",
        "Write the draft in another format: Word, PDF, Akoma Ntoso, text, data.",
        _export,
        (
            _FILE,
            _FORCE,
            _OPTIONS,
        ),
        help="The suffix tells the format. The options are those of `drafter export`.",
        examples=(
            "export draft.docx",
            "export floor.docx line-numbers=yes",
            "export draft.xml force",
        ),
        group="Files",
        changes=False,
    ),
    Command(
        "quit",
        "quit [save|keep|discard]",
        "Leave; asks when there are changes that were not saved.",
        _quit,
        (Argument("how", Kind.CHOICE, "save, keep or discard", optional=True, choices=_ENDINGS),),
        ("exit", "q", "bye"),
        group="Files",
        changes=False,
    ),
)
