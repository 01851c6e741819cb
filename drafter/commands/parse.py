"""From a command line to a call: which command, and the values of its arguments.

What cannot be understood is told with the place where it stops and what could stand there.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher

from drafter.codec import nearest
from drafter.commands.command import Argument, Call, Command, Kind, Value
from drafter.commands.faults import Unclear
from drafter.commands.find import read_address
from drafter.commands.head import head_form
from drafter.commands.read import READERS, Reader
from drafter.commands.registry import COMMANDS, NAMES
from drafter.commands.state import State
from drafter.errors import DrafterError

_LIKE = 0.7
"""How like a name a word must be for the name to be offered in its place."""


def parse(line: str, state: State) -> Call:
    """The call that a command line stands for.

    Raises:
        Unclear: there is no such command, an argument is missing or is too much.
        NoSuchParagraph: an address names nothing.
    """
    reader = Reader(line, state)
    command = command_of(reader)
    values: dict[str, Value] = {}
    for argument in command.arguments:
        value = read_argument(argument, reader, command)
        if value is not None:
            values[argument.name] = value
    if not reader.done():
        raise reader.unclear(
            f"{command.name!r} does not take {reader.rest()[:40]!r}", _usage(command)
        )
    return Call(command, values, line, reader.quoted_text)


def command_of(reader: Reader) -> Command:
    """The command that begins a line: a word or two, shortened where that is clear.

    Raises:
        Unclear: there is no such command, or it could be several.
    """
    first = reader.bare_word().lower()
    if not first:
        raise reader.unclear("there is no command", "help lists all commands")
    after = reader.at
    pair = f"{first} {reader.bare_word().lower()}".strip()
    found = _known(pair) if " " in pair else []
    if len(found) != 1:
        reader.at = after
        found = _known(first) or found
    if len(found) == 1:
        return COMMANDS[found[0]]
    if found:
        raise Unclear(
            f"{first!r} could be several commands", hint=", ".join(found), line=reader.line
        )
    raise Unclear(f"there is no command {first!r}", hint=_meant(first, reader), line=reader.line)


def _meant(word: str, reader: Reader) -> str:
    """What may have been meant by a word that is no command."""
    field = word.replace("-", "_")
    if field in {one.name for one in head_form(reader.state).fields}:
        return f"that is a field of the masthead: head {word}={reader.rest() or '...'}"
    near = nearest(word, NAMES)
    like = max(SequenceMatcher(None, word, name).ratio() for name in NAMES)
    return near if near.startswith("did") and like > _LIKE else "help lists all commands"


def _known(word: str) -> list[str]:
    """The commands that a name, an alias or its beginning can mean."""
    if word in NAMES:
        return [NAMES[word]]
    return sorted({NAMES[name] for name in NAMES if name.startswith(word)})


def read_argument(argument: Argument, reader: Reader, command: Command) -> Value | None:
    """The value of an argument where it stands next in the line; None where it may be absent."""
    began = reader.at
    if argument.keyword and not _led(argument, reader) and not _plain(argument, reader):
        absent(argument, reader, command)
        return None
    value = None if reader.done() else READERS[argument.kind](reader, argument)
    if value is not None:
        return value
    if argument.keyword:
        raise reader.unclear(
            f"after {argument.keyword!r} comes {_named(argument)}", f"write: {command.usage}"
        )
    reader.at = began
    absent(argument, reader, command)
    return None


def _led(argument: Argument, reader: Reader) -> bool:
    """Whether the keyword stands next, which is read; "and" does for "with"."""
    other = argument.keyword == "with" and argument.kind is Kind.ADDRESS
    return reader.keyword(argument.keyword) or (other and reader.keyword("and"))


def _plain(argument: Argument, reader: Reader) -> bool:
    """Whether a keyword may be left out: before an address that must come, or after "with"."""
    wanted = argument.kind is Kind.ADDRESS and (not argument.optional or argument.keyword == "with")
    return wanted and read_address(reader.line, reader.at) is not None


def _usage(command: Command) -> str:
    """How a command is written, with an example where there is one."""
    example = f", such as: {command.examples[-1]}" if command.examples else ""
    return f"write: {command.usage}{example}"


def absent(argument: Argument, reader: Reader, command: Command) -> None:
    """Complain about an argument that must not be left out."""
    if argument.optional:
        return
    missing = _named(argument)
    if argument.keyword:
        missing = f"{argument.keyword!r} and {missing}"
    what = f"here should stand {missing}" if not reader.done() else f"{missing} is missing"
    raise reader.unclear(what, _usage(command))


def _named(argument: Argument) -> str:
    if argument.choices and argument.kind is Kind.CHOICE:
        return f"one of {', '.join(argument.choices)}"
    return _NAMES.get(argument.kind, f"a {argument.kind}") if not argument.help else argument.help


_NAMES = {
    Kind.ADDRESS: "an address, such as op 2 (a)",
    Kind.NOTE: "a note, such as note 4",
    Kind.POSITION: "a position, such as before op 2",
    Kind.NUMBER: "a number",
    Kind.MOMENT: "a state, such as @3",
}


@dataclass(frozen=True, slots=True)
class Expected:
    """What may stand at the end of a line that is being typed.

    `arguments` are those that may begin here or are being typed, `typed` what has been typed of
    them, `start` where that begins in the line. With `command` None a command's name is expected.
    """

    command: Command | None
    arguments: tuple[Argument, ...]
    typed: str
    start: int


def expected(line: str, state: State) -> Expected:
    """What the last words of an unfinished line can be: for completion and for help as one types.

    Never raises: what is wrong in the line is told when it is entered.
    """
    reader = Reader(line, state)
    began = reader.skip()
    typed = line[began:]
    if not typed or any(name.startswith(typed.lower()) and " " in name for name in COMMANDS):
        return Expected(None, (), typed, began)
    reader.bare_word()
    if reader.at == len(line):
        return Expected(None, (), typed, began)
    try:
        reader.at = 0
        command = command_of(reader)
    except Unclear:
        return Expected(None, (), "", len(line))
    return _expected(command, reader)


def _expected(command: Command, reader: Reader) -> Expected:
    """The arguments that can stand where the line ends."""
    open_: list[Argument] = []
    start = reader.at
    for argument in command.arguments:
        began = reader.at
        value = _tried(argument, reader, command)
        ended = reader.at >= len(reader.line) and not reader.line.endswith(" ")
        if value is not None and not ended and argument.kind not in _LONG:
            open_, start = [], reader.at
            continue
        if value is not None:
            open_, start = [argument], began
            break
        open_.append(argument)
        reader.at = began
        if not argument.optional:
            break
    typed = reader.line[start:].lstrip(" ")
    return Expected(command, tuple(open_), typed, len(reader.line) - len(typed))


_LONG = frozenset({Kind.TEXT, Kind.CONTENT, Kind.SLOTS, Kind.FIELDS, Kind.OPTIONS})


def _tried(argument: Argument, reader: Reader, command: Command) -> Value | None:
    try:
        return read_argument(argument, reader, command)
    except DrafterError:
        return None
