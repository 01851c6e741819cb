"""Random sequences of commands keep every law: 1,000 sequences of up to eight commands.

The environment variable DRAFTER_SEQUENCES asks for another number of them.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from drafter.app import open_resolution
from drafter.app.keep import open_draft, start_draft
from drafter.codec import decode, encode
from drafter.commands import State, redo, run, undo
from drafter.commands.find import find, read_address
from drafter.errors import DrafterError
from drafter.formats.draft import read, write
from drafter.model import Block, Paragraph, Resolution, Role, Series, notes
from drafter.model.invariants import faults
from drafter.numbering import number
from tests.sessions import desk, settled
from tests.strategies import resolutions, small_resolutions

SEQUENCES = int(os.environ.get("DRAFTER_SEQUENCES", "1000"))
LONGEST = 8

TEXTS = (
    "Requests the Secretary-General to report",
    "Recalling its resolution 64/1,",
    "*Decides* to act on {op 1}{note: A/79/123.};",
    "words *italic* {bold:bold {subscript:2}} [not a note] \\{ and \\* more",
    "  spaces   everywhere ; ",
    "a{br}b",
    "{blank:session}",
    "{",
    "*open",
    "{note:}",
    "\u00a0",
    "",
    "x" * 200,
)
WORDS = ("the", "Decides", "a", "résolution", "PP", ";", ".", " ", "e", "Recalling")
MARKS = ("before", "after", "below")
FORMS = (
    *("delete {a}", "delete {a} to {b}", "move {a} {m} {b}", "move {a} to {b}", "move {a} up"),
    *("move {a} down", "swap {a} with {b}", "promote {a}", "demote {a}", "join {a}"),
    *("join {a} with {b}", "split {a} before {w}", "edit {a} {t}", "edit {a}", "tail {a} {t}"),
    *("add op {t}", "add pp {t}", "add sub below {a} {t}", "add bullet {m} {a} {t}"),
    *("add text {m} {a} {t}", "add op op-request-report session=81", "fill {a} session=82"),
    *("add op", "add sub sub-task", "note add {a} {t}", 'note add {a} after "{w}" {t}'),
    *("note edit {n} {t}", "note delete {n}", "note move {n} to {a}", "reference {a} to {b}"),
    *('reference {a} to {b} named for "{w}"', "reference {a} to {n}", "title {t}"),
    *("head symbol=A/1 date=2026-01-01", "head language=fr", "head agenda={w}", "enacting {t}"),
    *("closing {t}", "sponsors {w}, {w}", "sponsors add {w}", "sponsors remove {w}"),
    *("section {a} to {b} {t}", "section {a}", "dissolve {a}", "heading {m} {a} {t}"),
    *(
        "annex add {t}",
        "annex move {a} to 1",
        'replace "{w}" with {t}',
        'replace in {a} "{w}" with a',
    ),
    *("table add {m} {a} {w} | {t}", "table row {a} {t} | b", "table column {a} before 1 {w}"),
    *("table cell {a} row 2 column 1 {t}", "table delete {a} row 1", "table delete {a} column 1"),
    *("part add {t}", "part title {p} {t}", "part move {p} to 1", "part delete {p}"),
    *("add op to {p} {t}", "enacting {p} {t}", "closing {p} {t}", "show {p}", "notes", "note {n}"),
    *(
        "add sub {a} {t}",
        "move {a} to the end",
        "move {a} to the top",
        "move {a} up 2",
        "note {a} {t}",
    ),
    *("add op-request-report", "swap {a} and {b}", "edit {a} {w}", "split {a} before {w}"),
    *("replace anycase {w} with {w}", "undo", "undo 3", "redo", "revert @1", "revert saved"),
    *("show {a}", "find {w}", "history", "help", "check", "diff", "save", "quit"),
)


Picks = tuple[int, ...]
STEPS = st.tuples(st.sampled_from(FORMS), st.tuples(*[st.integers(0, 10**6)] * 6))


EXAMPLES = tuple(sorted((Path(__file__).parents[2] / "examples").glob("*.draft")))


@cache
def example(path: Path) -> Resolution:
    return open_resolution(str(path)).value


DRAFTS = st.one_of(
    resolutions(1), *[st.sampled_from(EXAMPLES).map(example)] * 2, small_resolutions()
)


@given(draft=DRAFTS, steps=st.lists(STEPS, min_size=4, max_size=LONGEST))
@settings(
    max_examples=SEQUENCES,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    # a sequence is short enough to read as it is; shrinking whole drafts takes minutes
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)
def test_random_commands_keep_every_law(
    folder: Path, draft: Resolution, steps: list[tuple[str, Picks]]
) -> None:
    path = str(folder / f"{next(_NAMES)}.draft")
    state, keeper = (opened := start_draft(draft, path, desk())).state, opened.keeper
    keeps_laws(state, "at the start")
    for form, picks in steps:
        line = line_of(state, form, picks)
        try:
            after = settled(run(line, state), typed=TEXTS[picks[3] % len(TEXTS)])[0]
        except DrafterError:
            continue  # said in words; anything else is a failure
        if after.resolution is not state.resolution:
            keeper.changed(after)
            keeps_laws(after, line)
            is_taken_back(state, after)
        state = after
    keeper.close()
    if state.past or state.future:  # what was never changed leaves no journal
        is_replayed(state, path)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the journals stand."""
    return tmp_path_factory.mktemp("journals")


_NAMES = count()


def is_replayed(state: State, path: str) -> None:
    """The journal alone tells the draft, what can be undone and what can be redone."""
    again = open_draft(path, desk())
    again.keeper.close(discard=True)
    read_back = again.state
    assert (read_back.resolution, read_back.past, read_back.future) == (
        state.resolution,
        state.past,
        state.future,
    )


def line_of(state: State, form: str, picks: Picks) -> str:
    """A command line made of addresses that the draft has."""
    known = list(state.addresses.ids) or ["op 1"]
    notes = [name for name in known if name.startswith("note ")] or ["note 1"]
    return form.format(
        a=known[picks[0] % len(known)],
        b=known[picks[1] % len(known)],
        n=notes[picks[2] % len(notes)],
        t=TEXTS[picks[3] % len(TEXTS)],
        w=WORDS[picks[4] % len(WORDS)],
        p=("part A", "part B", "part 1")[picks[4] % 3],
        m=MARKS[picks[5] % len(MARKS)],
    )


def keeps_laws(state: State, line: str) -> None:
    """The draft is well formed, encodes and decodes; its numbers and addresses are its own."""
    assert faults(state.resolution) == (), line
    assert decode(encode(state.resolution)) == state.resolution, line
    assert read(write(state.resolution)).value == state.resolution, line
    assert list(counted(state)) == [], line
    assert state.numbering == number(state.resolution, state.numbering.scheme), line
    for id_, said in state.addresses.texts.items():
        spoken = read_address(said, 0)
        assert spoken is not None, (line, said)
        assert spoken[1] == len(said), (line, said, spoken)
        assert find(spoken[0], state.addresses) == id_, (line, said)


def counted(state: State) -> Iterator[str]:
    """Paragraphs and notes that are not counted 1, 2, 3, where no number is set by hand."""
    draft = state.resolution
    for part in draft.parts:
        plain = all(plainly(block, Role.PREAMBULAR) for block in part.preamble)
        if plain and all(plainly(block, Role.OPERATIVE) for block in part.operative):
            shown = [state.numbering.bare.get(block.id) for block in part.operative]
            if len(shown) > 1 and shown != [str(n) for n in range(1, len(shown) + 1)]:
                yield f"paragraphs {shown}"
    if all(note.mark is None and note.series is Series.NUMBERED for note in notes(draft)):
        marks = list(state.numbering.marks.values())
        if marks != [str(place) for place in range(1, len(marks) + 1)]:
            yield f"notes {marks}"


def plainly(block: Block, role: Role) -> bool:
    """Whether a block is a paragraph with this role, no number of its own and plain items."""
    return (
        isinstance(block, Paragraph)
        and block.role is role
        and block.label is None
        and all(plainly(child, Role.ITEM) for child in block.children)
    )


def is_taken_back(before: State, after: State) -> None:
    """What was done is undone, and done again."""
    if len(after.past) != len(before.past) + 1 or after.future:
        return
    back = undo(after)
    assert (back.resolution, back.past) == (before.resolution, before.past)
    again = redo(back)
    assert (again.resolution, again.past) == (after.resolution, after.past)
    assert again.future == after.future
