"""What commands ask for, done: a mapping from the kind of request to what performs it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, Protocol

from drafter import resources
from drafter.app import encode, open_resolution, write_whole
from drafter.app.blanks import refuse_unfilled
from drafter.app.keep import UNTITLED
from drafter.commands import (
    Ask,
    Choice,
    Compare,
    Edit,
    EditWhole,
    Export,
    Load,
    New,
    Outcome,
    Pick,
    Quit,
    Request,
    Save,
    Say,
    Show,
    State,
    View,
)
from drafter.errors import DrafterError, Refused
from drafter.formats.registry import FORMATS
from drafter.model import Resolution
from drafter.render.safe import safe
from drafter.schema import Asking, Field, Form, asking, form_of, set_answer
from drafter.shell.display import renumbered, shown
from drafter.shell.editor import edit_outside
from drafter.shell.person import Person
from drafter.shell.telling import one_line, paragraphs

DRAFT = ".draft"


class Session(Protocol):
    """What a request may act on: the state, who sits there, and the file with its journal."""

    state: State
    person: Person
    before: State

    def write(self, path: str, *, force: bool) -> None:
        """Write the draft to its file, or to another one which is its file from then on."""

    def load(self, path: str) -> None:
        """Go on with another draft."""

    def begin(self, resolution: Resolution, path: str) -> None:
        """Go on with a new draft."""

    def leave(self, *, discard: bool) -> None:
        """End after this."""


def perform(session: Session, request: Request) -> Outcome | None:
    """Do what a request asks for; a new outcome where the person's answer led to one.

    Raises:
        DrafterError: it cannot be done; or there is nobody whom it could ask.
    """
    outcome: Outcome | None = _PERFORMERS[type(request)](session, request)
    return outcome


def _say(session: Session, request: Say) -> None:
    session.person.say(paragraphs(request.lines, session.person.page))
    _tell_numbers(session)


def _show(session: Session, request: Show) -> None:
    """What has been done, how it looks now, and what else has another number since."""
    page = session.person.page
    if request.lines:
        session.person.say(paragraphs(request.lines, page))
    if request.ids or not request.lines:
        lines = shown(session.state, request.ids, page, with_notes=request.notes)
        session.person.say(lines)
    _tell_numbers(session, request.ids)


def _tell_numbers(session: Session, but: Iterable[str] = ()) -> None:
    """What else has another number since the last change, after a change."""
    if session.before.resolution is session.state.resolution:
        return
    others = renumbered(session.before, session.state, but)
    if others:
        session.person.say(paragraphs(["; ".join(others)], session.person.page))


def _view(session: Session, request: View) -> None:
    if not session.person.present:
        session.person.say(shown(session.state, (), session.person.page))
        return
    session.person.view(session.state, request.at)


def _ask(session: Session, request: Ask) -> Outcome | None:
    if not session.person.present:
        if not request.skippable:
            raise _nobody("here a form is filled in", request.hint)
        return request.resume(session.state, request.values)
    start = _at_open(asking(request.form, request.values, request.check))
    values: Mapping[str, Any] | None = request.values
    if start.questions:
        values = session.person.fill(start, session.state, request.preview)
    if values is None:
        session.person.say(["left; nothing was changed"])
        return None
    return request.resume(session.state, values)


def _at_open(start: Asking) -> Asking:
    """The form at the first question that must be answered and is not, where some are."""
    questions = start.questions
    places = [
        place for place, one in enumerate(questions) if one.field.required and one.answer is None
    ]
    answered = any(one.answer is not None for one in questions)
    return replace(start, at=places[0]) if places and answered else start


def _pick(session: Session, request: Pick) -> Outcome | None:
    if not session.person.present:
        raise _nobody(f"{request.title}: several fit, and nobody is here to choose", request.hint)
    if request.lines:
        session.person.say(paragraphs(request.lines, session.person.page))
    value = session.person.pick(request.title, request.choices)
    if value is None:
        session.person.say(["left; nothing was changed"])
        return None
    return request.resume(session.state, value)


def _edit(session: Session, request: Edit) -> Outcome | None:
    """Edit until the text is taken or left; a fault is told, and the text stays."""
    if not session.person.present:
        raise _nobody(f"{request.title}: here a text is edited", request.hint)
    text = request.text
    while True:
        new = _edited(session, request, text)
        if new is None:
            session.person.say(["left as it was"])
            return None
        try:
            return request.resume(session.state, new)
        except DrafterError as error:
            if new == request.text:  # what was offered is what there is already
                session.person.say(["left as it was"])
                return None
            session.person.fault(error)
            text = new


def _edited(session: Session, request: Edit, text: str) -> str | None:
    if request.outside:
        new = edit_outside(text, request.suffix)
        new = new.rstrip("\n") if new is not None else None
    else:
        new = session.person.edit(request.title, text, session.state, lines=request.lines)
    return new if new is None or request.lines else one_line(new)


def _edit_whole(session: Session, request: EditWhole) -> Outcome | None:
    """The whole draft in an editor; what cannot be read is told, and offered again on Enter."""
    if not session.person.present:
        raise _nobody("the whole draft is edited by somebody", "")
    original = encode(session.state.resolution, "draft", "draft").decode("utf-8")
    text = original
    while True:
        new = edit_outside(text, DRAFT)
        if new is None:
            session.person.say(["left as it was"])
            return None
        try:
            resolution = FORMATS[DRAFT].read(new.encode("utf-8")).value
            return request.resume(session.state, resolution)
        except DrafterError as error:
            session.person.fault(error)
            text = new
        if not _again(session):
            return None


def _again(session: Session) -> bool:
    choices = (
        Choice("again", "edit it again", "The text is as you left it."),
        Choice("", "leave it", "What was written in the editor is lost."),
    )
    return bool(session.person.pick("The text cannot be read as a draft", choices))


def _new(session: Session, request: New) -> None:
    session.begin(request.resolution, request.path)


def _load(session: Session, request: Load) -> None:
    session.load(request.path)


def _save(session: Session, request: Save) -> Outcome | None:
    path = request.path or _name(session)
    session.write(path, force=request.force)
    return (session.state, request.then) if request.then else None


def _name(session: Session) -> str:
    """The name that a draft without one is given; "" for that of its file."""
    state = session.state
    nameless = state.saved is None and Path(state.path).stem.startswith(UNTITLED)
    if not nameless or not session.person.present:
        return ""
    field = Field("file", "File name", default=state.path, help="It ends in .draft or .json.")
    answers = session.person.fill(asking(Form("The draft has no name yet", (field,))), state, None)
    if answers is None:
        raise Refused("the draft is not saved", hint="the journal keeps it")
    name = str(answers["file"])
    return name if Path(name).suffix else f"{name}{DRAFT}"


def _export(session: Session, request: Export) -> None:
    settings = export_settings(request.options)
    if not settings.pop("draft", False):
        _refuse_unfilled(session.state.resolution)
    form = str(settings.pop("to", ""))
    data = encode(session.state.resolution, request.path, form, **_with_picture(settings))
    write_whole(data, request.path, force=request.force)
    session.person.say([f"wrote {safe(request.path)}"])


def _refuse_unfilled(resolution: Resolution) -> None:
    """As `drafter export` does, with the words of the shell for the way out."""
    try:
        refuse_unfilled(resolution)
    except Refused as error:
        error.hint = "fill what is named below, or add draft=yes: blanks are highlighted then"
        raise


def export_settings(options: Mapping[str, str]) -> dict[str, Any]:
    """The settings of an export by the names of `schemas/export.schema.json`.

    Raises:
        BadAnswer: there is no such setting, or it cannot have this value.
    """
    state = asking(form_of(resources.schema("export")))
    for name, value in options.items():
        state = set_answer(state, name.replace("-", "_"), value)
    return dict(state.answers)


def _with_picture(settings: dict[str, Any]) -> dict[str, Any]:
    if "emblem" not in settings:
        return settings
    from drafter.cli.word_options import chosen  # noqa: PLC0415 - brings click; rarely asked for

    return chosen(settings)


def _compare(session: Session, request: Compare) -> None:
    from drafter.app.compare import compare_documents  # noqa: PLC0415 - heavy, only when asked
    from drafter.render.terminal import View as Columns  # noqa: PLC0415 - as above
    from drafter.render.terminal import terminal  # noqa: PLC0415 - as above

    old = request.old
    if isinstance(old, str):
        old = open_resolution(old).value
    name = Path(session.state.path).name or "the draft"
    diff = compare_documents(old, session.state.resolution, request.name, name)
    page = session.person.page
    session.person.say(terminal(diff, Columns(page.columns, page.colour)))


def _quit(session: Session, request: Quit) -> None:
    session.leave(discard=request.discard)


def _nobody(what: str, hint: str) -> Refused:
    return Refused(what, hint=hint or "do it in the shell, where somebody can answer")


_PERFORMERS: Mapping[type[Any], Callable[[Any, Any], Any]] = MappingProxyType(
    {
        Say: _say,
        Show: _show,
        View: _view,
        Ask: _ask,
        Pick: _pick,
        Edit: _edit,
        EditWhole: _edit_whole,
        New: _new,
        Load: _load,
        Save: _save,
        Export: _export,
        Compare: _compare,
        Quit: _quit,
    }
)
