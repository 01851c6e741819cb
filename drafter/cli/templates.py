"""`drafter templates`: the clauses there are, shown, found, filled and checked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from drafter import resources
from drafter.app.clauses import context, sound_templates, template_faults, templates
from drafter.clauses import Clause, Library, Part, fill
from drafter.cli.clause_options import ANSWERS, FOLDERS, LANGUAGE, SET, values_from
from drafter.cli.options import SETTINGS, help_text, print_json
from drafter.cli.talk import tell, tell_error
from drafter.cli.templates_text import (
    clause_data,
    clause_row,
    clause_text,
    draft_lines,
    paragraph_data,
    paragraph_text,
)
from drafter.codec import nearest
from drafter.errors import Unsupported
from drafter.model import IdMaker
from drafter.render.safe import safe

FOUND = 1
_SHOWN = 20
"""How many clauses a search shows to people; more are no answer."""
_NOTHING = (
    "nothing like that: ask for what the clause does (request, report, welcome), not for the "
    "matter of your text; `drafter templates list` shows all there are"
)

_PART = click.option("--part", type=click.Choice([part.value for part in Part]), help="Its part.")
_ORGAN = click.option("--organ", metavar="NAME", help="Clauses that this organ's texts have.")
_TAG = click.option("--tag", "tags", multiple=True, help="A word it is marked with; repeatable.")
_JSON = click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
_EXITS = {0: "done", 2: "trouble: a file of your own is broken"}


@click.group(
    "templates",
    help=help_text(
        """
Clauses to draft with: list, show, search, fill and check them.

Clauses of your own stand in a folder that --templates names, and in templates/ of the configuration
folder ($DRAFTER_CONFIG, else ~/.config/drafter). They come before those of drafter.
""",
        ("drafter templates list", "drafter templates fill op-request-report --set session=81"),
        {
            0: "done",
            1: "`search` found nothing, `check` found faults",
            2: "trouble: no such clause, a bad value, a file of your own is broken",
        },
    ),
    context_settings=SETTINGS,
)
def command() -> None:
    """The group."""


@command.command(
    "list",
    help=help_text(
        "List the clauses: id, part, organ and title. Filters narrow the list.",
        (
            "drafter templates list --part operative --language en",
            "drafter templates list --organ security-council --json | jq '.[].id'",
        ),
        _EXITS,
    ),
    short_help="List the clauses.",
    context_settings=SETTINGS,
)
@_PART
@LANGUAGE
@_ORGAN
@_TAG
@_JSON
@FOLDERS
def list_(*, folders: tuple[Path, ...], as_json: bool, **wanted: Any) -> int:
    """Filter and print."""
    library = sound_templates(folders).library
    _known(library, **wanted)
    found = library.search(**wanted)
    _print(found, as_json=as_json)
    codes = sorted({clause.language for clause in found})
    if len(codes) > 1 and not as_json:
        tell(f"in {', '.join(codes)}; --language en lists those in English alone")
    return 0


@command.command(
    help=help_text(
        """
Find clauses by words of their title, opening, tags or purpose; the best stand first.

Of all languages together the best twenty are shown; --language or --json prints all.
""",
        (
            'drafter templates search "ask for a report"',
            "drafter templates search seized --organ security-council",
        ),
        {0: "found", 1: "nothing is like the words", 2: "trouble: a file of your own is broken"},
    ),
    short_help="Find clauses by words.",
    context_settings=SETTINGS,
)
@click.argument("words", nargs=-1, required=True)
@_PART
@LANGUAGE
@_ORGAN
@_TAG
@_JSON
@FOLDERS
def search(
    *, words: tuple[str, ...], folders: tuple[Path, ...], as_json: bool, **wanted: Any
) -> int:
    """Search and print."""
    library = sound_templates(folders).library
    _known(library, **wanted)
    found = library.search(" ".join(words), **wanted)
    whole = as_json or wanted["language"] is not None
    _print(found if whole else found[:_SHOWN], as_json=as_json)
    if not found and not as_json:
        tell(_NOTHING)
    elif len(found) > _SHOWN and not whole:
        tell(f"and {len(found) - _SHOWN} more; --language en shows all in English")
    return 0 if found else FOUND


@command.command(
    help=help_text(
        "Show a clause: what it is for, its text, its slots, its example.",
        ("drafter templates show op-request-report", "drafter templates show op-urges --json"),
        {0: "shown", 2: "trouble: no such clause"},
    ),
    short_help="Show a clause with its slots.",
    context_settings=SETTINGS,
)
@click.argument("id_", metavar="ID")
@LANGUAGE
@_JSON
@FOLDERS
def show(*, id_: str, language: str | None, as_json: bool, folders: tuple[Path, ...]) -> int:
    """Find and print."""
    clause = sound_templates(folders).library.get_clause(id_, language or "")
    if as_json:
        print_json(clause_data(clause, whole=True))
    else:
        _say(clause_text(clause, _example(clause)))
    return 0


@command.command(
    "fill",
    help=help_text(
        """
Fill a clause and print the paragraph. A slot without a value stays visible: [session].

Several items of a list are parted by ";".
""",
        (
            "drafter templates fill op-request-report --set session=81 --set subject=peace",
            "drafter templates fill pp-recall-resolution --example --draft",
        ),
        {0: "filled", 2: "trouble: no such clause, no such slot, a value that a slot cannot take"},
    ),
    short_help="Fill a clause and print the paragraph.",
    context_settings=SETTINGS,
)
@click.argument("id_", metavar="ID")
@SET
@ANSWERS
@click.option("--example", is_flag=True, help="Use the values of the example for all others.")
@LANGUAGE
@_JSON
@click.option("--draft", is_flag=True, help="Print lines of a .draft file.")
@FOLDERS
def fill_(
    *,
    id_: str,
    settings: tuple[str, ...],
    answers: Path | None,
    example: bool,
    language: str | None,
    as_json: bool,
    draft: bool,
    folders: tuple[Path, ...],
) -> int:
    """Fill and print."""
    clause = sound_templates(folders).library.get_clause(id_, language or "")
    values = {**(clause.example if example else {}), **values_from(settings, answers)}
    paragraph = fill(clause, values, context(clause.language), IdMaker())
    if as_json:
        print_json(paragraph_data(paragraph))
    elif draft:
        click.echo(draft_lines(paragraph))
    else:
        _say(paragraph_text(paragraph))
    return 0


@command.command(
    help=help_text(
        """
Fill every clause with its example and make every skeleton, those of your own folders too.

With IDs, only these clauses.
""",
        ("drafter templates check", "drafter templates check --templates mine && echo good"),
        {0: "good", 1: "faults found", 2: "trouble: no such clause"},
    ),
    short_help="Fill every clause with its example.",
    context_settings=SETTINGS,
)
@click.argument("ids", nargs=-1, metavar="[ID]...")
@LANGUAGE
@_JSON
@FOLDERS
def check(
    *, ids: tuple[str, ...], language: str | None, as_json: bool, folders: tuple[Path, ...]
) -> int:
    """Check and tell."""
    found = templates(folders)
    clauses = tuple(
        clause
        for clause in found.library.values()
        if (not ids or clause.id in ids) and language in (None, clause.language)
    )
    for id_ in ids:
        found.library.get_clause(id_, language or "")
    if not clauses:
        known = sorted({clause.language for clause in found.library.values()})
        hint = f"known: {', '.join(known)}"
        raise Unsupported(f"there are no clauses in {language!r}", hint=hint)
    faults = template_faults(found, clauses, folders, skeletons=not ids and not language)
    if as_json:
        print_json([{"what": str(fault), "hint": fault.hint} for fault in faults])
        return FOUND if faults else 0
    for fault in faults:
        tell_error(fault)
    count = f"{len(clauses)} clauses, {len(found.skeletons)} skeletons"
    wrong = sum(1 + len(fault.also) for fault in faults)
    tell(f"{count}: {wrong} fault{'' if wrong == 1 else 's'}" if faults else f"{count}: good")
    return FOUND if faults else 0


def _known(
    library: Library, *, language: str | None, organ: str | None, tags: tuple[str, ...], **_: object
) -> None:
    """Refuse a filter that can never let anything through: a mistyped word is no answer.

    Raises:
        Unsupported: there is no such language, organ or tag.
    """
    clauses = library.values()
    codes = {*resources.names("languages"), *(clause.language for clause in clauses)}
    organs = {*resources.names("organs"), *(one for clause in clauses for one in clause.organs)}
    marks = {tag for clause in clauses for tag in clause.tags}
    filters = (("language", language, codes), ("organ", organ, organs))
    for what, given, known in (*filters, *(("tag", tag, marks) for tag in tags)):
        if given is not None and given not in known:
            raise Unsupported(f"there is no {what} {given!r}", hint=nearest(given, sorted(known)))


def _print(clauses: tuple[Clause, ...], *, as_json: bool) -> None:
    if as_json:
        print_json([clause_data(clause) for clause in clauses])
        return
    wide = max((len(clause.id) for clause in clauses), default=0)
    for clause in clauses:
        click.echo(safe(clause_row(clause, wide)))


def _say(text: str) -> None:
    """Lines of text, without signs that a terminal would obey."""
    for line in text.split("\n"):
        click.echo(safe(line))


def _example(clause: Clause) -> str:
    return paragraph_text(fill(clause, clause.example, context(clause.language), IdMaker()))
