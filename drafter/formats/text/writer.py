"""Writing plain United Nations text, clean and in reading order.

One paragraph a line, a tab before it and another after its label, as in the texts that come out of
Word. Marks of notes are printed in square brackets ("Countries,[1]"): digits glued to a word, as
extraction leaves them, can be misread; these cannot. The notes stand together at the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import assert_never

from drafter import resources
from drafter.formats.text.writer_head import head
from drafter.model import (
    Annex,
    Blank,
    Block,
    Blocks,
    Break,
    Embedded,
    Emphasis,
    Heading,
    Inline,
    Inlines,
    Link,
    Note,
    NoteMark,
    Paragraph,
    Part,
    Reference,
    Resolution,
    Section,
    Separator,
    Table,
    Text,
)
from drafter.model import notes as all_notes
from drafter.numbering import Numbering, number, resolve


def write(resolution: Resolution) -> bytes:
    """The resolution as plain text in UTF-8, with derived numbers and one final newline.

    What plain text cannot carry (italics, ids, links, spans of cells) is not there.
    """
    profile = resources.language(resolution.language)
    organ = resolution.masthead.organ
    single = organ in resources.names("organs") and resources.organ(organ).single_operative
    printer = _Printer(number(resolution, profile.numbering(single_operative=single)))
    lines = [*head(resolution, profile, printer.text)]
    for part in resolution.parts:
        lines += printer.part(part)
    for annex in resolution.annexes:
        lines += printer.annex(annex)
    lines += printer.notes(resolution)
    return ("\n".join(_single_blanks(lines)) + "\n").encode()


@dataclass(frozen=True, slots=True)
class _Printer:
    """Prints blocks with the numbers of one resolution."""

    numbering: Numbering

    def part(self, part: Part) -> Iterator[str]:
        if part.letter:
            yield from ("", part.letter)
        if part.title:
            yield self.text(part.title)
        if part.enacting:
            yield from ("", f"\t{self.text(part.enacting)}")
        yield from self.blocks((*part.preamble, *part.operative))
        if part.closing:
            yield ""
        for line in part.closing:
            yield self.text(line)

    def annex(self, annex: Annex) -> Iterator[str]:
        yield from ("", self.numbering.label(annex.id))
        if annex.title:
            yield self.text(annex.title)
        yield ""
        yield from self.blocks(annex.blocks)

    def notes(self, resolution: Resolution) -> Iterator[str]:
        """The notes in reading order, each on its line behind its mark."""
        yield ""
        for note in all_notes(resolution):
            yield f"{self._mark(note)} {self.text(note.body)}"

    def blocks(self, blocks: Blocks) -> Iterator[str]:
        for block in blocks:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Paragraph():
                yield from self._paragraph(block)
            case Heading():
                yield from ("", *self._heading(block))
            case Section(heading=heading, blocks=blocks):
                yield from self._block(heading) if heading else ()
                yield from self.blocks(blocks)
            case Table():
                yield from self._table(block)
            case Embedded(title=title, enacting=enacting, blocks=blocks):
                yield from (f"\t{self.text(line)}" for line in (title, enacting) if line)
                yield from self.blocks(blocks)
            case Separator(text=text):
                yield from ("", text, "")
            case _:
                assert_never(block)

    def _paragraph(self, block: Paragraph) -> Iterator[str]:
        label = self.numbering.label(block.id)
        body = self.text(block.body, block.id)
        yield f"\t{label}\t{body}" if label else f"\t{body}"
        yield from self.blocks(block.children)
        if block.tail:
            yield f"\t{self.text(block.tail, block.id)}"

    def _heading(self, block: Heading) -> Iterator[str]:
        label = self.numbering.label(block.id)
        yield from (line for line in (label, self.text(block.body, block.id)) if line)

    def _table(self, block: Table) -> Iterator[str]:
        yield ""
        for row in block.rows:
            yield "\t".join(self.text(cell.body, block.id) for cell in row.cells)
        yield from self.blocks(block.notes)
        yield ""

    def text(self, inlines: Inlines, within: str = "") -> str:
        """The words of a text with the marks of its notes."""
        return "".join(self._inline(inline, within) for inline in inlines)

    def _inline(self, inline: Inline, within: str) -> str:
        match inline:
            case Text(text=text):
                return text
            case Emphasis(body=body) | Link(body=body):
                return self.text(body, within)
            case Note() | NoteMark():
                return self._mark(inline)
            case Reference():
                return resolve(inline, self.numbering, within).text
            case Blank(name=name):
                return f"[{name}]"
            case Break():
                return " "
            case _:
                assert_never(inline)

    def _mark(self, inline: Note | NoteMark) -> str:
        mark = self.numbering.mark(inline)
        return mark if mark.startswith("*") else f"[{mark}]"


def _single_blanks(lines: Iterable[str]) -> Iterator[str]:
    """The lines with at most one blank line in a row, none at the start and the end."""
    blank = False
    started = False
    for line in lines:
        if not line.strip():
            blank = started
            continue
        if blank:
            yield ""
        yield line
        blank, started = False, True
