"""What a reader of plain text found, as an outline that can be compared and read, and its words.

One line a paragraph: its role, its derived label ("!" marks one kept as printed), its text with
"<...>" about opening words and "{1}" where a note is called; then the notes, then the notices.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from unicodedata import normalize

from drafter import resources
from drafter.formats.text import write
from drafter.model import (
    Adoption,
    Block,
    Blocks,
    Embedded,
    Emphasis,
    Heading,
    Inlines,
    Note,
    NoteMark,
    Paragraph,
    Resolution,
    Section,
    Separator,
    Style,
    Submission,
    Table,
    Text,
    notes,
)
from drafter.numbering import Numbering, number
from drafter.report import Notice, Read

_WORD = re.compile(r"[^\W\d_]+|\d")
_GLUED = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Ý])")


def outline(found: Read[Resolution]) -> str:
    """The outline of a resolution and of the notices about it."""
    lines = [*_outline(found.value), *(_notice(notice) for notice in found.notices)]
    return "\n".join(lines) + "\n"


def unaccounted(source: str, found: Read[Resolution]) -> Counter[str]:
    """The words of a source that are neither in the value nor in a notice, with their numbers.

    The value's words are those of the text written from it: labels, marks and the lines of the
    masthead are derived there. Digits count one by one, for a mark may have run into a number.
    """
    told = [write(found.value).decode(), *(notice.text for notice in found.notices)]
    return _words(source) - _words("\n".join(told))


def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(_GLUED.sub(" ", normalize("NFKC", text))))


def _outline(value: Resolution) -> Iterator[str]:
    organ = value.masthead.organ
    single = organ in resources.names("organs") and resources.organ(organ).single_operative
    numbering = number(value, resources.language(value.language).numbering(single_operative=single))
    yield f"{value.kind} in {value.language}"
    yield from _masthead(value, numbering)
    yield f"number {value.number} | title {_text(value.title, numbering)}"
    for part in value.parts:
        yield f"part {part.letter} {_text(part.title, numbering)}".rstrip()
        yield f"enacting {_text(part.enacting, numbering)}"
        yield from _blocks((*part.preamble, *part.operative), numbering, "")
        yield from (f"closing {_text(line, numbering)}" for line in part.closing)
    for annex in value.annexes:
        yield f"annex {numbering.label(annex.id)} | {_text(annex.title, numbering)}"
        yield from _blocks(annex.blocks, numbering, "")
    for note in notes(value):
        yield f"note {numbering.mark(note)} {_text(note.body, numbering)}"


def _masthead(value: Resolution, numbering: Numbering) -> Iterator[str]:
    masthead = value.masthead
    fields = (
        masthead.organ, masthead.symbol, masthead.distribution, str(masthead.date or ""),
        "+".join(masthead.original), masthead.session, masthead.committee, masthead.job_number,
    )  # fmt: skip
    yield "masthead " + " | ".join(fields)
    for item in masthead.agenda:
        yield f"agenda {_text(item.line, numbering)} | {_text(item.title, numbering)}"
    match value.origin:
        case Adoption(line=line, bracket=bracket, date=day):
            yield f"adoption {_text(line, numbering)} | {_text(bracket, numbering)} | {day}"
        case Submission(sponsors=sponsors, line=line):
            names = " + ".join(_text(sponsor, numbering) for sponsor in sponsors)
            yield f"submission {names} | {_text(line, numbering)}"


def _blocks(blocks: Blocks, numbering: Numbering, indent: str) -> Iterator[str]:
    for block in blocks:
        yield from (indent + line for line in _block(block, numbering))


def _block(block: Block, numbering: Numbering) -> Iterator[str]:
    match block:
        case Paragraph():
            label = numbering.label(block.id) + ("!" if block.label else "")
            yield f"{block.role} {label} {_text(block.body, numbering)}".replace("  ", " ")
            yield from _blocks(block.children, numbering, "  ")
            if block.tail:
                yield f"tail {_text(block.tail, numbering)}"
        case Heading():
            yield f"heading {numbering.label(block.id)} | {_text(block.body, numbering)}"
        case Section(heading=heading, blocks=inner, restarts=restarts):
            yield from _block(heading, numbering) if heading else ()
            yield f"section{' that restarts' * restarts}"
            yield from _blocks(inner, numbering, "  ")
        case Table(rows=rows):
            yield from (
                "row " + " | ".join(_text(c.body, numbering) for c in r.cells) for r in rows
            )
        case Embedded(title=title, enacting=enacting, blocks=inner):
            yield f"embedded {_text(title, numbering)} | {_text(enacting, numbering)}"
            yield from _blocks(inner, numbering, "  ")
        case Separator(text=text):
            yield f"separator {text}"


def _text(inlines: Inlines, numbering: Numbering) -> str:
    out = ""
    for inline in inlines:
        match inline:
            case Text(text=text):
                out += text
            case Emphasis(style=style, body=body):
                inner = _text(body, numbering)
                out += f"<{inner}>" if style is Style.OPENING else f"_{inner}_"
            case Note():
                out += f"{{{numbering.mark(inline)}{'!' if inline.mark else ''}}}"
            case NoteMark():
                out += f"{{={numbering.mark(inline)}}}"
            case _:
                out += f"[{type(inline).__name__}]"
    return out


def _notice(notice: Notice) -> str:
    text = f" || {notice.text}" if notice.text else ""
    return f"notice {notice.kind} {notice}{text}"
