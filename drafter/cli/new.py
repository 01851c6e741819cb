"""`drafter new`: a document from a skeleton, with questions in a terminal."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from drafter.app import encode, write_whole
from drafter.app.blanks import unfilled
from drafter.app.clauses import Templates, context, sound_templates
from drafter.app.new import left_empty, new_draft, skeleton_of
from drafter.clauses import Context, Skeleton, Slot, check_slot, languages_of, suggestions
from drafter.cli.clause_options import ANSWERS, FOLDERS, LANGUAGE, SET, values_from
from drafter.cli.options import PATH, SETTINGS, help_text, print_json, target_options
from drafter.cli.talk import tell
from drafter.errors import BadSlot
from drafter.render.safe import safe

_SHOWN = 8
"""How many suggestions "?" shows."""

_HELP = help_text(
    """
Begin a document from SKELETON: masthead, title, enacting line and the usual clauses.

In a terminal, drafter asks for what --set and --answers do not give: Enter leaves a slot unfilled,
"?" explains it. Elsewhere it asks nothing. Unfilled slots stay visible: [session].
""",
    (
        "drafter new --list",
        "drafter new assembly-plenary -o water.draft",
        'drafter new assembly-plenary -o water.draft --set session=81 --set title="Clean water"',
        "drafter new security-council -o s.draft --answers s.toml",
    ),
    {0: "written", 2: "trouble: no such skeleton, a bad value, OUT holds another document"},
)


@click.command("new", help=_HELP, context_settings=SETTINGS)
@click.argument("name", metavar="[SKELETON]", required=False)
@click.option("-o", "--output", "target", type=PATH, metavar="OUT", help="Write here.")
@click.option("--list", "as_list", is_flag=True, help="List the skeletons with their languages.")
@click.option("--json", "as_json", is_flag=True, help="With --list: print as JSON.")
@SET
@ANSWERS
@LANGUAGE
@FOLDERS
@target_options
def command(
    *,
    name: str | None,
    target: str | None,
    as_list: bool,
    as_json: bool,
    settings: tuple[str, ...],
    answers: Path | None,
    language: str | None,
    folders: tuple[Path, ...],
    to: str | None,
    force: bool,
) -> int:
    """Ask, make, write."""
    found = sound_templates(folders)
    if as_list or not name:
        _list(found, as_json=as_json)
        return 0 if as_list else _no_name()
    if not target:
        raise click.UsageError("Name the file to write with -o, such as -o water.draft.")
    skeleton = skeleton_of(found, name)
    values = values_from(settings, answers)
    draft = new_draft(found, skeleton, values, language or "")  # bad values before any question
    if sys.stdin.isatty() and sys.stderr.isatty():
        values = {**values, **_asked(skeleton, values, context(draft.language))}
        draft = new_draft(found, skeleton, values, language or "")
    write_whole(encode(draft, target, to or ""), target, force=force)
    _tell_left(target, [one.slot for one in unfilled(draft)])
    _tell_empty(target, left_empty(skeleton, draft))
    return 0


def _no_name() -> int:
    tell('Name a skeleton: "drafter new assembly-plenary -o water.draft".')
    return 2


def _list(found: Templates, *, as_json: bool) -> None:
    skeletons = found.skeletons.values()
    if as_json:
        print_json(
            [_data(skeleton, languages_of(skeleton, found.library)) for skeleton in skeletons]
        )
        return
    wide = max((len(skeleton.name) for skeleton in skeletons), default=0)
    for skeleton in skeletons:
        codes = ", ".join(languages_of(skeleton, found.library))
        click.echo(safe(f"{skeleton.name:<{wide}}  {skeleton.title} ({codes})"))


def _data(skeleton: Skeleton, languages: tuple[str, ...]) -> dict[str, object]:
    return {
        "name": skeleton.name,
        "title": skeleton.title,
        "purpose": skeleton.purpose,
        "language": skeleton.language,
        "languages": list(languages),
        "organ": skeleton.organ,
        "kind": skeleton.kind.value,
        "slots": [{"name": slot.name, "label": slot.label} for slot in skeleton.slots],
    }


def _tell_left(target: str, slots: list[str]) -> None:
    if target == "-":
        return
    tell(f"wrote {safe(target)}")
    if slots:
        names = ", ".join(
            name if slots.count(name) == 1 else f"{name} ({slots.count(name)})"
            for name in dict.fromkeys(slots)
        )
        count = "one slot is" if len(slots) == 1 else f"{len(slots)} slots are"
        tell(f"{count} still to be filled: {safe(names)}")
        tell(f"`drafter shell {safe(target)}` fills them; so does writing over {{blank:...}}")


def _tell_empty(target: str, fields: tuple[str, ...]) -> None:
    for field in fields if target != "-" else ():
        tell(f"the masthead has no {field} yet: `drafter edit {safe(target)} head {field}=...`")


def _asked(skeleton: Skeleton, given: dict[str, object], where: Context) -> dict[str, object]:
    """The answers to the questions for the slots that have no value yet."""
    tell(f"{skeleton.title}.")
    tell('Enter leaves a slot unfilled, "?" explains it, Ctrl-C ends.')
    answers: dict[str, object] = {}
    for slot in skeleton.slots:
        if slot.name not in given:
            answers[slot.name] = _answer(slot, where)
    return answers


def _answer(slot: Slot, where: Context) -> object:
    """One answer that the slot can take, or the default, or None; a bad one is asked again."""
    default = "" if slot.default is None else str(slot.default)
    question = f"{slot.label} [{default}]" if default else slot.label
    while True:
        typed = click.prompt(safe(question), default="", show_default=False, err=True).strip()
        if typed == "?":
            _explain(slot, where)
        elif not typed:
            return slot.default
        else:
            try:
                check_slot(slot, typed, where)
            except BadSlot as error:
                tell(f"  {safe(str(error))}")
                tell(f"  {safe(error.hint)}")
            else:
                return typed


def _explain(slot: Slot, where: Context) -> None:
    tell(f"  {safe(slot.help or slot.label)} ({slot.type.value})")
    likely = suggestions(slot, where)
    for one in likely[:_SHOWN]:
        tell(safe(f"    {one.value}" + (f"  {one.label}" if one.label else "")))
    if len(likely) > _SHOWN:
        tell(f"    and {len(likely) - _SHOWN} more")
