"""Running text as it stands on a line, with every sign of the markup escaped in plain words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import assert_never

from drafter.formats.draft.attributes import quoted
from drafter.formats.draft.words import BARE_HREF, BARE_NAME, ESCAPED
from drafter.model import (
    Blank,
    Break,
    Emphasis,
    Form,
    Inline,
    Inlines,
    Link,
    Note,
    NoteMark,
    Reference,
    Style,
    Text,
)


def write_text(inlines: Inlines, *, opens: bool = False, in_cell: bool = False) -> str:
    """A text on one line; `opens`: an asterisk at its start begins opening words."""
    writer = _Writer(opens=opens, in_cell=in_cell)
    writer.all(inlines)
    return "".join(writer.out)


@dataclass(slots=True)
class _Writer:
    """Puts pieces in a row; `starred` tells that an asterisk is open."""

    opens: bool
    in_cell: bool
    out: list[str] = field(default_factory=list)
    starred: bool = False

    def all(self, inlines: Inlines) -> None:
        for inline in inlines:
            self.one(inline)

    def one(self, inline: Inline) -> None:
        match inline:
            case Text(text):
                self.out.append(self.escaped(text))
            case Emphasis(style, body):
                self.emphasis(style, body)
            case Link(href, body):
                self.braced(f"link:{_bare_or_quoted(href, href=True)} ", body)
            case Note(id=id_):
                self.out.append(f"[^{id_}]")
            case NoteMark(target):
                self.out.append(f"{{mark:{target}}}")
            case Reference():
                self.out.append(_reference(inline))
            case Blank(name):
                self.out.append(f"{{blank:{_bare_or_quoted(name)}}}")
            case Break():
                self.out.append("{br}")
            case _:
                assert_never(inline)

    def escaped(self, text: str) -> str:
        words = ESCAPED.sub(r"\\\g<0>", text)
        if not self.in_cell:
            return words
        words = words.replace("|", "\\|")
        return f"\\{words}" if not self.out and words.startswith("=") else words

    def emphasis(self, style: Style, body: Inlines) -> None:
        if style is not Style.OPENING and (style is not Style.ITALIC or self.unclear()):
            self.braced(f"{style.value}:", body)
            return
        self.starred = True
        self.out.append("*")
        self.all(body)
        self.out.append("*")
        self.starred = False

    def unclear(self) -> bool:
        """Whether an asterisk would close another, or begin opening words."""
        if self.starred or (self.opens and not self.out):
            return True
        return bool(self.out) and self.out[-1].endswith("*")

    def braced(self, head: str, body: Inlines) -> None:
        self.out.append(f"{{{head}")
        self.all(body)
        self.out.append("}")


def _reference(reference: Reference) -> str:
    words = [f"{{para:{reference.target}"]
    if reference.form is not Form.PLACED:
        words.append(reference.form.value)
    if reference.pinned is not None:
        words.append(quoted(reference.pinned))
    return " ".join(words) + "}"


def _bare_or_quoted(word: str, *, href: bool = False) -> str:
    bare = BARE_HREF if href else BARE_NAME
    return word if bare.fullmatch(word) else quoted(word)
