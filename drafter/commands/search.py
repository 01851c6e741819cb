"""`find` and `replace`: words in all visible text, notes included."""

from __future__ import annotations

from dataclasses import replace

from drafter.commands.command import Argument, Call, Command, Kind
from drafter.commands.requests import Outcome, Say
from drafter.commands.state import State, change
from drafter.edit import Hit, Wanted, replace_text, search
from drafter.errors import Refused

_ROOM = 30
"""How many letters are shown on each side of what is found."""


def _wanted(words: str, call: Call) -> Wanted:
    how = call.text("how")
    return Wanted(words, any_case=how == "anycase", whole=how == "whole")


def _find(state: State, call: Call) -> Outcome:
    wanted = Wanted(call.text("words"), any_case=True)
    hits = tuple(search(state.resolution, wanted))
    if not hits:
        return state, Say((f"{wanted.words!r} does not stand in the draft",))
    return state, Say(tuple(_line(state, hit) for hit in hits))


def _line(state: State, hit: Hit) -> str:
    owner = hit.note or hit.owner
    where = state.address(owner) if owner else str(hit.zone)
    before = hit.before[-_ROOM:]
    cut = "…" if len(before) < len(hit.before) else ""
    after = hit.after[:_ROOM]
    end = "…" if len(after) < len(hit.after) else ""
    return f"{where}: {cut}{before}[{hit.match}]{after}{end}"


def _replace(state: State, call: Call) -> Outcome:
    wanted = _wanted(call.text("words"), call)
    new, count = replace_text(
        state.resolution, wanted, call.text("new"), within=call.text("within")
    )
    if not count:
        raise Refused(f"{wanted.words!r} does not stand there", hint=_other_case(state, wanted))
    said = f"{wanted.words!r} replaced {count} time{'' if count == 1 else 's'}"
    return change(state, new, said), Say((said,))


def _other_case(state: State, wanted: Wanted) -> str:
    loose = replace(wanted, any_case=True, whole=False)
    hits = len(tuple(search(state.resolution, loose)))
    if hits:
        return f"in another case, or as a part of words, it stands {hits} times: replace anycase"
    return "find WORDS looks in the whole draft"


SEARCH: tuple[Command, ...] = (
    Command(
        "find",
        "find WORDS",
        "List where words stand, in any case, notes included.",
        _find,
        (Argument("words", Kind.TEXT, "words"),),
        ("grep", "/", "search"),
        group="Looking",
        changes=False,
    ),
    Command(
        "replace",
        "replace [anycase|whole] [in ADDRESS] WORDS with TEXT",
        "Replace words everywhere, or in one paragraph; styles stay.",
        _replace,
        (
            Argument(
                "how",
                Kind.CHOICE,
                "anycase or whole",
                optional=True,
                choices=("anycase", "whole"),
            ),
            Argument("within", Kind.ADDRESS, "an address", optional=True, keyword="in"),
            Argument("words", Kind.WORDS, "the words to replace"),
            Argument("new", Kind.TEXT, "the new words", keyword="with"),
        ),
        ("s",),
        help='Words that hold “with” or “in” stand in quotes; so does nothing: with "".',
        examples=("replace Chair with Chairperson", 'replace in op 3 "with care" with carefully'),
        group="Texts",
    ),
)
