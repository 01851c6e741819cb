"""Readers of arguments, one for each kind: the value that begins here in the line, or None."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from drafter.codec import nearest
from drafter.commands.address import part_label
from drafter.commands.command import Argument, Kind, Value
from drafter.commands.faults import Unclear
from drafter.commands.find import Spoken, find, read_address
from drafter.commands.pairs import pairs_at
from drafter.commands.positions import read_position
from drafter.commands.state import State
from drafter.errors import NoSuchParagraph

_WORD = re.compile(r"\S+")
_QUOTES = {'"': '"', "'": "'", "“": "”", "«": "»"}
_MARK = re.compile(r"(?:\d+|\*+)(?=\s|$)")
_RULE = re.compile(r"(?:[A-Za-z]\d{3}|[A-Z]\d{0,2})(?=\s|$)")
_MOMENT = re.compile(r"@-?\d+(?=\s|$)|saved(?=\s|$)")


class Reader:
    """A command line and how far it has been read; whether its text stood in quotes."""

    def __init__(self, line: str, state: State) -> None:
        self.line = line
        self.state = state
        self.at = 0
        self.quoted_text = False

    def skip(self) -> int:
        """Go on to the next word; where it begins."""
        while self.at < len(self.line) and self.line[self.at].isspace():
            self.at += 1
        return self.at

    def done(self) -> bool:
        """Whether nothing but spaces is left."""
        return self.skip() >= len(self.line)

    def rest(self) -> str:
        """What has not been read, which stays unread."""
        return self.line[self.skip() :].rstrip()

    def bare_word(self) -> str:
        """The next word as it stands, without looking for quotes."""
        found = _WORD.match(self.line, self.skip())
        if found is None:
            return ""
        self.at = found.end()
        return found.group()

    def peek(self) -> str:
        """The next word, which stays unread."""
        found = _WORD.match(self.line, self.skip())
        return found.group() if found else ""

    def keyword(self, word: str) -> bool:
        """Read this word if it stands next."""
        if self.peek().lower() != word:
            return False
        self.bare_word()
        return True

    def phrase(self, words: str) -> bool:
        """Read these words if they stand next, in any case."""
        began = self.at
        if all(self.keyword(word) for word in words.split()):
            return True
        self.at = began
        return False

    def quoted(self) -> str | None:
        """The text in quotes that begins here; None where none does.

        A quote inside is written with a backslash before it.
        """
        start = self.skip()
        close = _QUOTES.get(self.line[start : start + 1])
        if close is None:
            return None
        text: list[str] = []
        place = start + 1
        while place < len(self.line):
            sign = self.line[place]
            if sign == "\\" and self.line[place + 1 : place + 2] in {close, "\\"}:
                text.append(self.line[place + 1])
                place += 2
            elif sign == close:
                self.at = place + 1
                return "".join(text)
            else:
                text.append(sign)
                place += 1
        raise self.unclear("the quotation mark is not closed", f"close it with {close}")

    def quoted_rest(self) -> str | None:
        """The text in quotes that is all of the rest; None, and nothing is read, where it is not.

        A quotation mark that is not closed is a sign of the text.
        """
        start = self.skip()
        try:
            text = self.quoted()
        except Unclear:
            text = None
        if text is not None and self.done():
            return text
        self.at = start
        return None

    def word(self) -> str | None:
        """A word, or several in quotes."""
        quoted = self.quoted()
        return quoted if quoted is not None else (self.bare_word() or None)

    def unclear(self, what: str, hint: str = "") -> Unclear:
        """The error for what stands next."""
        return Unclear(what, hint=hint, line=self.line, at=self.skip())


def _address(reader: Reader, argument: Argument) -> Value | None:
    found = read_address(reader.line, reader.at)
    bare = _MARK.match(reader.line, reader.skip()) if argument.of else None
    if bare is not None:  # table row 1: the number of a table
        found = Spoken(((argument.of, bare.group()),), at=bare.start()), bare.end()
    if found is None:
        return None
    spoken, reader.at = found
    try:
        return find(spoken, reader.state.addresses, reader.state.here)
    except NoSuchParagraph:
        if len(spoken.steps) < 2 or spoken.steps[-1][0]:
            raise
    # nothing stands in it: "op 3 last" is op 3, and a place to go to
    reader.at -= len(spoken.steps[-1][1])
    outer = replace(spoken, steps=spoken.steps[:-1])
    return find(outer, reader.state.addresses, reader.state.here)


def _note(reader: Reader, argument: Argument) -> Value | None:
    """A note, by "note 4" or by its mark alone."""
    found = read_address(reader.line, reader.at)
    mark = _MARK.match(reader.line, reader.skip())
    if mark is not None:
        found = Spoken((("note", mark.group()),), at=mark.start()), mark.end()
    if found is None or (
        argument.optional and found[0].steps[-1:] and found[0].steps[-1][0] != "note"
    ):
        return None
    spoken, reader.at = found
    id_ = find(spoken, reader.state.addresses)
    if id_ not in reader.state.addresses.notes:
        raise NoSuchParagraph(str(spoken), hint="name a note, such as note 4")
    return id_


def _part(reader: Reader, argument: Argument) -> Value | None:
    """The place of a part, by "part B", or by its letter or number alone where one must come."""
    began = reader.at
    named = reader.keyword("part")
    word = reader.peek()
    if not named and argument.optional:
        return None
    parts = reader.state.resolution.parts
    labels = [part_label(part, index).casefold() for index, part in enumerate(parts)]
    if word.casefold() in labels:
        reader.bare_word()
        if not (argument.optional and _goes_on(reader)):
            return labels.index(word.casefold())
        reader.at = began
        return None
    reader.at = began
    known = f"there are the parts {', '.join(labels).upper()}" if len(parts) > 1 else ""
    raise reader.unclear(f"there is no part {word!r}", known or "the draft has one part alone")


def _goes_on(reader: Reader) -> bool:
    """Whether the name of a part is the beginning of an address: part B op 2."""
    rest = reader.rest()
    return rest[:1].isalpha() and read_address(rest, 0) is not None


def _position(reader: Reader, _: Argument) -> Value | None:
    found = read_position(reader.line, reader.at, reader.state)
    if found is None:
        return None
    position, reader.at = found
    return position


def _choice(reader: Reader, argument: Argument) -> Value | None:
    known = {**{choice: choice for choice in argument.choices}, **dict(argument.also)}
    for said in sorted(known, key=len, reverse=True):
        if reader.phrase(said):
            return known[said]
    if argument.optional:
        return None
    word = reader.peek().lower()
    raise reader.unclear(
        f"{word!r} is none of the words that can stand here", nearest(word, argument.choices)
    )


def _word(reader: Reader, _: Argument) -> Value | None:
    return reader.word()


def _number(reader: Reader, argument: Argument) -> Value | None:
    word = reader.peek()
    if not word.isdecimal():
        if argument.optional:
            return None
        raise reader.unclear(f"{word!r} is no number", "write it in figures")
    reader.bare_word()
    return int(word)


def _text(reader: Reader, _: Argument) -> Value | None:
    """The rest of the line; quotes round the whole of it are taken away."""
    quoted = reader.quoted_rest()
    if quoted is not None:
        reader.quoted_text = True
        return quoted
    text = reader.rest()
    reader.at = len(reader.line)
    return text or None


def _words(reader: Reader, _: Argument) -> Value | None:
    """Words in quotes, or those up to the keyword "with" or "in"."""
    quoted = reader.quoted()
    if quoted is not None:
        return quoted
    words: list[str] = []
    while not reader.done() and reader.peek().lower() not in {"with", "in"}:
        words.append(reader.bare_word())
    return " ".join(words) or None


def _pairs(reader: Reader, argument: Argument) -> Value | None:
    pairs, end = pairs_at(reader.line, reader.at)
    for name, _ in pairs:
        if argument.choices and name not in argument.choices:
            raise reader.unclear(f"there is no {name!r} here", nearest(name, argument.choices))
    reader.at = end
    return pairs or None


def _rule(reader: Reader, _: Argument) -> Value | None:
    found = _RULE.match(reader.line, reader.skip())
    if found is None:
        return None
    reader.at = found.end()
    return found.group()


def _moment(reader: Reader, _: Argument) -> Value | None:
    found = _MOMENT.match(reader.line, reader.skip())
    if found is None:
        return None
    reader.at = found.end()
    return found.group()


READERS: Mapping[Kind, Callable[[Reader, Argument], Value | None]] = MappingProxyType(
    {
        Kind.ADDRESS: _address,
        Kind.NOTE: _note,
        Kind.PART: _part,
        Kind.POSITION: _position,
        Kind.CHOICE: _choice,
        Kind.WORD: _word,
        Kind.NUMBER: _number,
        Kind.TEXT: _text,
        Kind.WORDS: _words,
        Kind.CONTENT: _text,
        Kind.CLAUSE: _word,
        Kind.SLOTS: _pairs,
        Kind.FIELDS: _pairs,
        Kind.OPTIONS: _pairs,
        Kind.FILE: _word,
        Kind.SKELETON: _word,
        Kind.RULE: _rule,
        Kind.MOMENT: _moment,
        Kind.COMMAND: _text,
    }
)
