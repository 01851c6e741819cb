"""Reads text that people type, sign by sign."""

from __future__ import annotations

import re

from drafter.codec import nearest
from drafter.commands.faults import Unclear
from drafter.commands.find import Spoken, find, read_address
from drafter.commands.state import State
from drafter.edit import tidy
from drafter.errors import NoSuchParagraph
from drafter.model import (
    Blank,
    Break,
    Emphasis,
    Form,
    IdMaker,
    Inline,
    Inlines,
    Link,
    Note,
    NoteMark,
    Reference,
    Series,
    Style,
    Text,
    plain_text,
)
from drafter.model.text_rules import BAD_SIGN, sign_name

_PLAIN = re.compile(r"[^\\*{}\[]+")
_STYLE = re.compile(r"\{(?P<style>[a-z-]+):")
_LINK = re.compile(r"\{link:(?P<href>[^\s{}]+) ")
_NOTE = re.compile(r"\{note:\s*")
_BLANK = re.compile(r"\{blank:(?P<name>[^{}\\]+)\}")
_MARK = re.compile(r"\{mark (?P<mark>[^\s{}]+)\}")
_CALL = re.compile(r"\[\^(?P<mark>[^\]\s]+)\]")
_PARA = re.compile(r"\{para:(?P<id>[a-z][a-z0-9-]*)")
_FORM = re.compile(r"\s*(?P<form>placed|named|bare)\b")
_PINNED = re.compile(r'\s*"(?P<pinned>(?:[^"\\]|\\.)*)"')
_STYLES = {style.value: style for style in Style if style is not Style.OPENING}
_KNOWN = (*_STYLES, "link", "note", "blank", "mark", "br", "op", "pp", "annex", "para")
_DEEPEST = 20


class Reading:
    """One text that was typed.

    `notes` are those it may call by their marks; each is taken out when it is called.
    """

    def __init__(self, text: str, state: State, make: IdMaker, notes: dict[str, Note]) -> None:
        self.text = text
        self.state = state
        self.make = make
        self.notes = notes
        self.at = 0
        self.depth = 0

    def all(self) -> Inlines:
        """The whole text."""
        if found := BAD_SIGN.search(self.text):
            raise self.unclear(
                f"the sign {sign_name(found.group())} cannot be printed",
                "take it out",
                found.start(),
            )
        inlines = self.until("")
        if self.at < len(self.text):
            raise self.unclear("a brace is closed that is not open", "write \\} for a plain brace")
        return inlines

    def until(self, closing: str) -> Inlines:
        """Inlines up to the closing sign, which is not read, or to the end."""
        out: list[Inline] = []
        while self.at < len(self.text):
            sign = self.text[self.at]
            if sign in {closing, "}"}:
                break
            out.extend(self.next(sign))
        return tuple(out)

    def next(self, sign: str) -> Inlines:
        """What the next sign begins."""
        match sign:
            case "\\":
                return (Text(self.escaped()),)
            case "*":
                self.at += 1
                return (Emphasis(Style.ITALIC, self.inside("*", self.at - 1)),)
            case "{":
                return self.braces()
            case "[" if found := _CALL.match(self.text, self.at):
                return (self.note(found),)
            case "[":
                self.at += 1
                return (Text("["),)
        found = _PLAIN.match(self.text, self.at)
        end = found.end() if found else self.at + 1
        words, self.at = self.text[self.at : end], end
        return (Text(words),)

    def escaped(self) -> str:
        """A sign that stands for itself."""
        sign = self.text[self.at + 1 : self.at + 2]
        if not sign:
            raise self.unclear("a backslash stands before nothing", "write \\\\ for a plain one")
        self.at += 2
        return sign

    def inside(self, closing: str, began: int) -> Inlines:
        """What stands up to the closing sign, which is read too."""
        self.depth += 1
        if self.depth > _DEEPEST:
            raise self.unclear("too much is nested here", "take some of it out")
        body = self.until(closing)
        self.depth -= 1
        if not self.text.startswith(closing, self.at):
            sign = self.text[began]
            raise self.unclear(f"{sign} is not closed", f"write \\{sign} for a plain sign", began)
        self.at += 1
        return body

    def braces(self) -> Inlines:
        """What stands in braces."""
        began = self.at
        if found := _NOTE.match(self.text, began):
            return (self.new_note(found),)
        if found := _LINK.match(self.text, began):
            self.at = found.end()
            return (Link(found["href"], self.inside("}", began)),)
        if (found := _STYLE.match(self.text, began)) and found["style"] in _STYLES:
            self.at = found.end()
            return (Emphasis(_STYLES[found["style"]], self.inside("}", began)),)
        if found := _BLANK.match(self.text, began):
            self.at = found.end()
            return (Blank(found["name"].strip()),)
        if self.text.startswith("{br}", began):
            self.at += 4
            return (Break(),)
        if found := _MARK.match(self.text, began):
            self.at = found.end()
            return (NoteMark(self.note_id(found["mark"], found.start())),)
        return (self.reference(),)

    def new_note(self, found: re.Match[str]) -> Note:
        """A note that is new."""
        if self.depth:
            raise self.unclear("a note stands in something else", "close that first")
        self.at = found.end()
        body = tidy(self.inside("}", found.start()))
        if not body or any(isinstance(inline, Note) for inline in body):
            raise self.unclear(
                "this note has no text, or a note in it", "write {note: words}", found.start()
            )
        return Note(self.make.make("n", plain_text(body)), body, Series.NUMBERED)

    def note(self, found: re.Match[str]) -> Inline:
        """The note that `[^2]` calls, which must be one of this text."""
        id_ = self.note_id(found["mark"], found.start())
        self.at = found.end()
        note = self.notes.pop(id_, None)
        if note is None:
            raise self.unclear(
                f"note {found['mark']} is called elsewhere",
                f"write {{mark {found['mark']}}} to call it again, {{note: words}} for a new one",
                found.start(),
            )
        return note

    def note_id(self, mark: str, at: int) -> str:
        """The id of the note with a mark."""
        spoken = Spoken(id=mark[1:]) if mark.startswith("#") else Spoken((("note", mark.lower()),))
        if spoken.id and spoken.id not in self.state.addresses.texts:
            return spoken.id  # a mark whose note is gone stays what it is
        try:
            return find(spoken, self.state.addresses)
        except NoSuchParagraph as error:
            raise self.unclear(f"there is no note {mark}", error.hint, at) from None

    def reference(self) -> Reference:
        """A reference by address, or by id as `.draft` writes it."""
        began = self.at
        target, end = self.target(began)
        form = _FORM.match(self.text, end)
        end = form.end() if form else end
        pinned = _PINNED.match(self.text, end)
        end = pinned.end() if pinned else end
        rest = re.compile(r"\s*\}").match(self.text, end)
        if rest is None:
            raise self.unclear(
                "this is no reference", 'write {op 3}, {op 3 named} or {op 3 "as printed"}', began
            )
        self.at = rest.end()
        words = re.sub(r"\\(.)", r"\1", pinned["pinned"]) if pinned else None
        return Reference(target, Form(form["form"] if form else Form.PLACED), words)

    def target(self, began: int) -> tuple[str, int]:
        """What a reference names, and where that ends."""
        if found := _PARA.match(self.text, began):
            return found["id"], found.end()
        address = read_address(self.text, began + 1)
        if address is None:
            word = self.text[began + 1 :].split("}")[0].split(":")[0].split(" ")[0]
            hint = "write \\{ for a plain brace"
            near = nearest(word, _KNOWN) if word else ""
            raise self.unclear(
                f"there is no {{{word}}}",
                f"{near}; {hint}" if near.startswith("did") else hint,
                began,
            )
        spoken, end = address
        if spoken.id and spoken.id not in self.state.addresses.texts:
            return spoken.id, end  # a reference to what is gone stays what it is
        try:
            return find(spoken, self.state.addresses, self.state.here), end
        except NoSuchParagraph as error:
            raise self.unclear(error.what, error.hint, began) from None

    def unclear(self, what: str, hint: str, at: int | None = None) -> Unclear:
        """The error for a place of the text."""
        return Unclear(what, hint=hint, line=self.text, at=self.at if at is None else at)
