"""What a command asks the loop to do: the only things that touch terminal and files.

A command returns the new state and a request. The loop shows the new state (after its changes are
in the journal), performs the request and goes on; `Ask`, `Pick` and `Edit` hand what the person
answers to their `resume`, which returns a state and a request again. A loop without a person
(`drafter edit`, a script) answers `Ask` with no values where it is `skippable`, and refuses the
others, telling their `hint`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from drafter.commands.state import State
from drafter.model import Inlines, Resolution
from drafter.schema.answers import check_value
from drafter.schema.asking import Check as Reading
from drafter.schema.forms import Form


@dataclass(frozen=True, slots=True)
class Say:
    """Print these lines; `data` is what they tell as plain data, for programs."""

    lines: tuple[str, ...]
    data: Any = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Show:
    """Print the numbered view of these blocks and what they hold, or of all where there is none.

    `lines` are printed above it: what has just been done. `notes`: the notes called there too.
    """

    ids: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    notes: bool = True


@dataclass(frozen=True, slots=True)
class View:
    """Open the full-screen view, at this block."""

    at: str = ""


@dataclass(frozen=True, slots=True)
class Ask:
    """Have a form filled in, by `drafter.schema.asking`.

    `values` are the answers it begins with, `check` says what a typed answer means; `resume` takes
    the answers as plain data, by the names of the fields. `preview` gives the text that the answers
    so far lead to, where the form makes one.
    """

    form: Form
    resume: Callable[[State, Mapping[str, Any]], Outcome]
    values: Mapping[str, Any] = field(default_factory=dict)
    check: Reading = check_value
    preview: Callable[[Mapping[str, Any]], Inlines] | None = None
    skippable: bool = False
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the things to choose from: what it stands for, what it is called, what it is."""

    value: str
    label: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Pick:
    """Have one of several chosen, by a fuzzy search where there are many.

    `lines` are printed before that: what the last choice led to.
    """

    title: str
    choices: tuple[Choice, ...]
    resume: Callable[[State, str], Outcome]
    hint: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Edit:
    """Have a text edited, in place or in the person's own editor.

    A DrafterError from `resume` is about the text: the loop tells it and offers the text again.
    `suffix` tells an outer editor what the text is (".txt", ".draft"). `lines`: line ends mean
    something, as in a paragraph with its sub-paragraphs; without it they are spaces.
    """

    title: str
    text: str
    resume: Callable[[State, str], Outcome]
    outside: bool = False
    suffix: str = ".txt"
    hint: str = ""
    lines: bool = False


@dataclass(frozen=True, slots=True)
class EditWhole:
    """Have the whole draft edited as `.draft` text in the person's own editor.

    The loop reads it back and calls `resume` with the resolution.
    """

    resume: Callable[[State, Resolution], Outcome]


@dataclass(frozen=True, slots=True)
class New:
    """Begin another draft, held in memory until it is saved; `path` may be ""."""

    resolution: Resolution
    path: str = ""


@dataclass(frozen=True, slots=True)
class Load:
    """Open another draft. Unsaved changes of this one stay in its journal."""

    path: str


@dataclass(frozen=True, slots=True)
class Save:
    """Write the draft to its file, or to `path`; `force` replaces what others wrote there.

    `then` is performed when that has been done.
    """

    path: str = ""
    force: bool = False
    then: Request | None = None


@dataclass(frozen=True, slots=True)
class Export:
    """Write the draft in another format; `options` are those of `drafter export`, by name."""

    path: str
    options: Mapping[str, str] = field(default_factory=dict)
    force: bool = False


@dataclass(frozen=True, slots=True)
class Compare:
    """Show the changes from `old` to the draft as it is.

    `old` is a resolution, or the name of a file that the loop opens; `name` says what it is.
    """

    old: Resolution | str
    name: str


@dataclass(frozen=True, slots=True)
class Quit:
    """End the session. `discard`: forget the changes that were not saved."""

    discard: bool = False


Request: TypeAlias = (
    Say | Show | View | Ask | Pick | Edit | EditWhole | New | Load | Save | Export | Compare | Quit
)
Outcome: TypeAlias = tuple[State, Request | None]
