"""Running text of a line: emphasis, links, notes, references, blanks, breaks, escapes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from drafter.codec import nearest
from drafter.formats.draft.attributes import read_string
from drafter.formats.draft.faults import Faults, Line
from drafter.formats.draft.read_notes import Notes
from drafter.formats.draft.words import BARE_HREF, BARE_NAME, CALL
from drafter.model import (
    ID,
    Blank,
    Break,
    Emphasis,
    Form,
    Inline,
    Inlines,
    Link,
    NoteMark,
    Reference,
    Style,
    Text,
    normalise,
)

_SPECIAL = re.compile(r"[\\*{}|]|\[\^")
_NAME = re.compile(r"\{(?P<name>[a-z-]*)(?P<colon>:?)")
_WORD = re.compile(r"[^ \"}]*")
_STYLES = {style.value: style for style in Style if style is not Style.OPENING}
_OTHERS = ("link", "para", "mark", "blank", "br")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_DEEPEST = 20


@dataclass(slots=True)
class _Pieces:
    """Inlines in a row; words that follow each other become one `Text`."""

    inlines: list[Inline] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def say(self, words: str) -> None:
        self.words.append(words)

    def put(self, inline: Inline) -> None:
        self._close()
        self.inlines.append(inline)

    def done(self, *, strip: bool = False) -> Inlines:
        """The inlines; `strip` takes the spaces away that stand before attributes or a bar."""
        if strip and self.words:
            self.words = ["".join(self.words).rstrip(" ")]
        self._close()
        return tuple(self.inlines)

    def _close(self) -> None:
        if self.words:
            self.inlines.append(Text("".join(self.words)))
            self.words = []


@dataclass(slots=True)
class InlineReader:
    """Reads one text of a line.

    `opens` is the offset at which an asterisk begins opening words, -1 where none can stand.
    `in_cell` ends the text at a bar.
    """

    line: Line
    faults: Faults
    notes: Notes
    opens: int = -1
    in_cell: bool = False
    depth: int = 0

    def read(self, start: int) -> tuple[Inlines, int]:
        """The text from `start` to the attributes, the bar or the end, and where it ended.

        Spaces at both ends are no part of it.
        """
        while self.line.text.startswith(" ", start):
            start += 1
        found, end = self._until("", start)
        return normalise(found.done(strip=True)), end

    def _until(self, closing: str, place: int) -> tuple[_Pieces, int]:
        """Inlines up to the closing sign, which is not consumed, or up to the end of the text."""
        found = _Pieces()
        while place < self.line.end:
            special = _SPECIAL.search(self.line.text, place, self.line.end)
            stop = special.start() if special else self.line.end
            if stop > place:
                found.say(self.line.text[place:stop])
            if special is None or special.group() == closing or self._ends(stop):
                return found, stop
            place = self._special(special.group(), stop, found)
        return found, place

    def _ends(self, place: int) -> bool:
        text = self.line.text
        return text.startswith("{#", place) or (self.in_cell and text[place] == "|")

    def _special(self, sign: str, place: int, found: _Pieces) -> int:
        match sign:
            case "\\":
                return self._escape(place, found)
            case "*":
                return self._asterisk(place, found)
            case "{":
                return self._braces(place, found)
            case "[^":
                return self._call(place, found)
            case "}":
                hint = "write \\} for a plain brace"
                self.faults.add(self.line, place, "a brace is closed that is not open", hint)
        if sign == "|":
            found.say(sign)
        return place + 1

    def _escape(self, place: int, found: _Pieces) -> int:
        sign = self.line.text[place + 1 : place + 2] if place + 1 < self.line.end else ""
        if sign not in _PUNCTUATION:
            hint = "write \\\\ for a plain backslash"
            self.faults.add(self.line, place, "a backslash stands before no sign", hint)
            return place + 1
        found.say(sign)
        return place + 2

    def _asterisk(self, place: int, found: _Pieces) -> int:
        style = Style.OPENING if place == self.opens else Style.ITALIC
        hint = "close it with another *, or write \\* for a plain asterisk"
        return self._styled(style, "*", (place, place + 1), hint, found)

    def _styled(
        self, style: Style, closing: str, span: tuple[int, int], hint: str, found: _Pieces
    ) -> int:
        body, end = self._body(closing, span, hint)
        found.put(Emphasis(style, body.done()))
        return end

    def _body(self, closing: str, span: tuple[int, int], hint: str) -> tuple[_Pieces, int]:
        """What stands between an opening sign, which covers `span`, and the closing one."""
        place, start = span
        if self.depth >= _DEEPEST:
            self.faults.add(self.line, place, "too much is nested here", "take some of it out")
            return _Pieces(), self.line.end
        self.depth += 1
        body, end = self._until(closing, start)
        self.depth -= 1
        if not self.line.text.startswith(closing, end) or end >= self.line.end:
            self.faults.add(self.line, place, f"{self.line.text[place:start]} is not closed", hint)
            return body, end
        if not body.done():
            twice = self.line.text.startswith("**", place)
            hint = "bold is written {bold:words}" if twice else hint
            self.faults.add(self.line, place, "there is nothing in it", hint)
        return body, end + 1

    def _call(self, place: int, found: _Pieces) -> int:
        call = CALL.match(self.line.text, place, self.line.end)
        if call is None:
            hint = "write [^name] to call a note, \\[^ for plain signs"
            self.faults.add(self.line, place, "the call of a note is not closed", hint)
            return place + 2
        note = self.notes.call(call["id"], self.line, place)
        if note is not None:
            found.put(note)
        return call.end()

    def _braces(self, place: int, found: _Pieces) -> int:
        named = _NAME.match(self.line.text, place, self.line.end)
        name = named["name"] if named else ""
        after = named.end() if named else place + 1
        if name in _STYLES and named and named["colon"]:
            hint = f"write {{{name}:words}}"
            return self._styled(_STYLES[name], "}", (place, after), hint, found)
        match name:
            case "link":
                return self._link(place, after, found)
            case "para":
                return self._reference(place, after, found)
            case "mark" | "blank" | "br":
                return self._short(name, place, after, found)
        message = f"there is no {{{name}}}" if name else "a brace stands alone"
        plain = "write \\{ for a plain brace"
        hint = f"{nearest(name, (*_STYLES, *_OTHERS))}; {plain}" if name else plain
        self.faults.add(self.line, place, message, hint)
        return self._past(after)

    def _link(self, place: int, after: int, found: _Pieces) -> int:
        href, stop = self._string_or(BARE_HREF, after)
        hint = "write {link:https://example.org words}"
        if not href or not self.line.text.startswith(" ", stop):
            self.faults.add(self.line, place, "the link has no address or no words", hint)
            return self._past(after)
        body, end = self._body("}", (place, stop + 1), hint)
        found.put(Link(href, body.done()))
        return end

    def _reference(self, place: int, after: int, found: _Pieces) -> int:
        target, stop = self._word(after)
        form, stop = self._word(stop)
        pinned, stop = read_string(self.line.text, self._spaces(stop)) or (None, stop)
        stop = self._spaces(stop)
        hint = 'write {para:id}, {para:id named}, {para:id bare} or {para:id "paragraph 3"}'
        if not ID.fullmatch(target) or not self._closes(stop):
            self.faults.add(self.line, place, "this is no reference", hint)
            return self._past(after)
        known = tuple(word.value for word in Form)
        if form and form not in known:
            self.faults.add(self.line, place, f"there is no form {form!r}", nearest(form, known))
            return stop + 1
        found.put(Reference(target, Form(form or Form.PLACED), pinned))
        return stop + 1

    def _short(self, name: str, place: int, after: int, found: _Pieces) -> int:
        value, stop = ("", after) if name == "br" else self._string_or(BARE_NAME, after)
        made = _made(name, value)
        if made is None or not self._closes(stop):
            message = f"{{{name}}} is not as it should be"
            self.faults.add(self.line, place, message, f"write {_FORMS[name]}")
            return self._past(after)
        found.put(made)
        return stop + 1

    def _past(self, place: int) -> int:
        """Where reading goes on after a fault in braces: after the closing one, if there is one."""
        found = self.line.text.find("}", place, self.line.end)
        return found + 1 if found >= 0 else place

    def _string_or(self, bare: re.Pattern[str], place: int) -> tuple[str, int]:
        """A string in double quotes, or what the expression matches."""
        if string := read_string(self.line.text, place):
            return string
        found = bare.match(self.line.text, place, self.line.end)
        return (found.group(), found.end()) if found else ("", place)

    def _word(self, place: int) -> tuple[str, int]:
        found = _WORD.match(self.line.text, self._spaces(place), self.line.end)
        return (found.group(), found.end()) if found else ("", place)

    def _spaces(self, place: int) -> int:
        while place < self.line.end and self.line.text[place] == " ":
            place += 1
        return place

    def _closes(self, place: int) -> bool:
        return place < self.line.end and self.line.text[place] == "}"


_FORMS = {"mark": "{mark:id}", "blank": "{blank:name}", "br": "{br}"}


def _made(name: str, value: str) -> Inline | None:
    if name == "br":
        return Break()
    if name == "blank":
        return Blank(value) if value else None
    return NoteMark(value) if ID.fullmatch(value) else None
