"""The state of an editing session: a draft, what it was before, and what lies on the desk.

A state is a value. A command makes another one of it; nothing is ever changed in place, so that
undo is looking back and redo is looking forward.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, TypeAlias

from drafter.clauses import Context, Library, Names, Skeleton
from drafter.commands.address import Addresses, addresses
from drafter.commands.inspection import Inspector, Problem, problems
from drafter.edit import Ends, ends_of, follow_ends, keep_notes
from drafter.errors import Refused
from drafter.model import Resolution
from drafter.numbering import Numbering, number
from drafter.profiles import LanguageProfile, Lexicon, OrganProfile


def _no_names(_: str) -> Names:
    return Names()


Templates: TypeAlias = tuple[Library, Mapping[str, Skeleton]]


def _no_templates() -> Templates:
    return Library(), {}


@dataclass(frozen=True)
class Desk:
    """What the edge lays out for a session, so that this room reads no file.

    `language`, `lexicon` and `schema` give a profile, the opening words and a JSON Schema by name
    and raise `Unsupported` for a name they do not know; `organ` gives None for such a name.
    `names` gives what slots know of a language, which may be nothing; `templates` the clauses and,
    by name, the skeletons of whole documents. `inspector` looks a draft through for problems.
    """

    language: Callable[[str], LanguageProfile]
    lexicon: Callable[[str], Lexicon]
    organ: Callable[[str], OrganProfile | None]
    schema: Callable[[str], Any]
    names: Callable[[str], Names] = _no_names
    templates: Callable[[], Templates] = _no_templates
    inspector: Inspector = field(default_factory=Inspector)

    @cached_property
    def library(self) -> Library:
        """The clauses, read when they are first asked for."""
        return self.templates()[0]

    @cached_property
    def skeletons(self) -> Mapping[str, Skeleton]:
        """The skeletons by name, read when they are first asked for."""
        return self.templates()[1]


@dataclass(frozen=True, slots=True)
class Step:
    """A change that was made or taken back.

    `said` tells the change: "op 3 deleted". `resolution` is, in the past, the draft before it; in
    the future, the draft after it.
    """

    resolution: Resolution
    said: str


@dataclass(frozen=True)
class Derived:
    """What follows from a draft alone; each is worked out when it is first asked for."""

    resolution: Resolution
    desk: Desk
    path: str = ""

    @cached_property
    def language(self) -> LanguageProfile:
        """The profile of the draft's language."""
        return self.desk.language(self.resolution.language)

    @cached_property
    def numbering(self) -> Numbering:
        """The numbers of the draft, by its language and its organ's habit."""
        organ = self.desk.organ(self.resolution.masthead.organ)
        lone = organ is not None and organ.single_operative
        return number(self.resolution, self.language.numbering(single_operative=lone))

    @cached_property
    def addresses(self) -> Addresses:
        """The addresses of the draft's blocks and notes."""
        return addresses(self.resolution, self.numbering)

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong in the draft."""
        inspector = self.desk.inspector
        return tuple(
            problems(self.resolution, self.numbering, self.addresses, self.path, inspector)
        )


@dataclass(frozen=True)
class State:
    """A session with one draft.

    `path` is the name of its file, "" where it has none yet. `saved` is the draft as the file has
    it, None where there is no file. `past` ends with the last change, `future` with the change
    that `redo` makes next. `here` is the id of the block that was changed last.
    """

    resolution: Resolution
    desk: Desk = field(compare=False, repr=False)
    path: str = ""
    saved: Resolution | None = None
    past: tuple[Step, ...] = ()
    future: tuple[Step, ...] = ()
    read_only: bool = False
    here: str = ""

    known: Derived | None = field(default=None, compare=False, repr=False)

    @cached_property
    def derived(self) -> Derived:
        """What follows from the draft: its language, numbers, addresses; worked out when asked."""
        known = self.known
        if known and known.resolution is self.resolution and known.path == self.path:
            return known
        return Derived(self.resolution, self.desk, self.path)

    @property
    def language(self) -> LanguageProfile:
        """The profile of the draft's language."""
        return self.derived.language

    @property
    def numbering(self) -> Numbering:
        """The numbers of the draft."""
        return self.derived.numbering

    @property
    def addresses(self) -> Addresses:
        """The addresses of the draft's blocks and notes."""
        return self.derived.addresses

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong in the draft: faults, then findings in reading order.

        Raises:
            DrafterError: the settings of the rules cannot be read.
        """
        return self.derived.problems

    @property
    def library(self) -> Library:
        """The clauses of all languages."""
        return self.desk.library

    @property
    def ends(self) -> Ends:
        """The end marks of the language."""
        return ends_of(self.resolution.language)

    @property
    def context(self) -> Context:
        """What slots of clauses are filled for."""
        return Context(self.language, self.resolution, self.desk.names(self.language.code))

    @cached_property
    def unsaved(self) -> bool:
        """Whether the file does not hold the draft as it is now."""
        return self.resolution != self.saved

    @property
    def said(self) -> str:
        """What the last change was; "" where nothing has been changed."""
        return self.past[-1].said if self.past else ""

    def address(self, id_: str) -> str:
        """The address of a block or note as people say it, "op 2 (a)"; "#id" where it has none."""
        return self.addresses.text(id_)


def change(
    state: State,
    new: Resolution,
    said: str | Callable[[State], str],
    here: str = "",
    *,
    follow: bool = True,
) -> State:
    """The state after a change: end marks and notes follow, and the change can be undone.

    `said` tells the change, or makes that of the new state, where it names a new address. With
    `follow` false the new draft is taken as it is: somebody wrote its marks.

    Raises:
        Refused: the draft is open for reading only, or nothing would change.
    """
    if state.read_only:
        raise Refused(
            "the draft is open for reading only",
            hint="another session has it open; export it under another name to work on a copy",
        )
    kept = keep_notes(state.resolution, new)
    followed = follow_ends(state.resolution, kept, state.ends) if follow else kept
    if followed == state.resolution:
        raise Refused("that changes nothing", hint="the draft already says so")
    changed = replace(state, resolution=followed, future=(), here=here or state.here)
    told = said if isinstance(said, str) else said(changed)
    past = (*state.past, Step(state.resolution, told))
    return replace(changed, past=past, known=changed.derived)


def undo(state: State) -> State:
    """The state before the last change, which `redo` makes again.

    Raises:
        Refused: nothing has been changed.
    """
    if not state.past:
        raise Refused("there is nothing to undo", hint="this is the draft as it first was")
    *past, last = state.past
    future = (*state.future, Step(state.resolution, last.said))
    return replace(state, resolution=last.resolution, past=tuple(past), future=future)


def redo(state: State) -> State:
    """The state after the change that was undone last.

    Raises:
        Refused: nothing has been undone since the last change.
    """
    if not state.future:
        raise Refused("there is nothing to redo", hint="redo makes again what undo took back")
    *future, last = state.future
    past = (*state.past, Step(state.resolution, last.said))
    return replace(state, resolution=last.resolution, past=past, future=tuple(future))


def saved(state: State, path: str) -> State:
    """The state after its draft has been written to a file."""
    return replace(state, path=path, saved=state.resolution)
