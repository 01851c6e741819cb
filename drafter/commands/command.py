"""What a command is: its names, what it takes, what it does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias, cast

from drafter.commands.requests import Outcome
from drafter.commands.state import State
from drafter.edit import Position


class Kind(StrEnum):
    """What an argument is; decides how it is read and how it is completed."""

    ADDRESS = "address"  # op 2 (a): an id of a block, an annex or a note
    NOTE = "note"  # note 4: the id of a note
    POSITION = "position"  # before op 2, after pp last, below op 3, to op 7, up, down, to the end
    PART = "part"  # part B, or B: the place of a lettered part, counted from 0
    CHOICE = "choice"  # one of the argument's `choices`
    WORD = "word"  # one word, or several in quotes
    NUMBER = "number"  # a whole number
    TEXT = "text"  # the rest of the line, with or without quotes round it
    WORDS = "words"  # words up to the next keyword, or in quotes
    CONTENT = "content"  # the rest: the id of a clause with slot=value, words to search, or a text
    CLAUSE = "clause"  # the id of a clause
    SLOTS = "slots"  # slot=value ...
    FIELDS = "fields"  # field=value ... of the masthead
    OPTIONS = "options"  # option=value ... of an export
    FILE = "file"  # the name of a file
    SKELETON = "skeleton"  # the name of a skeleton
    RULE = "rule"  # the code of an editorial rule, or its beginning: S103, P
    MOMENT = "moment"  # @3, @-1, saved: a state of the draft
    COMMAND = "command"  # the name of a command


Pairs: TypeAlias = tuple[tuple[str, str], ...]
Value: TypeAlias = str | int | Position | Pairs


@dataclass(frozen=True, slots=True)
class Argument:
    """One thing that a command takes.

    `keyword` is a word that stands before it ("with"). `choices` are its words for a CHOICE, and
    for FIELDS and OPTIONS the names that may stand before "=". `of` is the only kind of thing that
    an ADDRESS may name here, as addresses call it ("table"), where it is one alone. `also` are
    other words for some of the choices, which are understood but not offered.
    """

    name: str
    kind: Kind
    help: str = ""
    optional: bool = False
    keyword: str = ""
    choices: tuple[str, ...] = ()
    also: tuple[tuple[str, str], ...] = ()
    of: str = ""


@dataclass(frozen=True)
class Call:
    """A command line that has been understood: the command and the values of its arguments.

    An address is an id, a position one of `drafter.edit`, pairs are (name, value).
    """

    command: Command
    values: Mapping[str, Value] = field(default_factory=dict)
    line: str = ""
    in_quotes: bool = False

    def quoted(self, name: str) -> bool:
        """Whether the text was given in quotes, so that it is meant as it stands."""
        return self.in_quotes and name in self.values

    def has(self, name: str) -> bool:
        """Whether the argument was given."""
        return name in self.values

    def text(self, name: str) -> str:
        """A text, a word, a choice or the id an address names; "" when it was not given."""
        return str(self.values.get(name, ""))

    def number(self, name: str, default: int) -> int:
        """A number."""
        return cast("int", self.values.get(name, default))

    def position(self, name: str) -> Position | None:
        """A position; None when it was not given."""
        return cast("Position | None", self.values.get(name))

    def pairs(self, name: str) -> Pairs:
        """Pairs of a name and a value; none when they were not given."""
        return cast("Pairs", self.values.get(name, ()))


@dataclass(frozen=True)
class Command:
    """A command of the shell and of `drafter edit`.

    `usage` is its line in the help ("delete ADDRESS"), `summary` one sentence, `help` whole
    paragraphs with examples. `changes`: it makes another draft, which a journal must know.
    """

    name: str
    usage: str
    summary: str
    run: Callable[[State, Call], Outcome]
    arguments: tuple[Argument, ...] = ()
    aliases: tuple[str, ...] = ()
    help: str = ""
    examples: tuple[str, ...] = ()
    group: str = ""
    changes: bool = True
