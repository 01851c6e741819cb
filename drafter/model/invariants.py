"""The rules that every resolution keeps: every reader ensures them, every writer relies on them.

`faults` finds all of them in one pass. A path names a place as the JSON form does, from the
outermost field inwards: "parts/0/operative/2/children/0/body".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import assert_never

from drafter.errors import Invalid, Place
from drafter.model.block import (
    Block,
    Cell,
    Embedded,
    Heading,
    Meta,
    Paragraph,
    Role,
    Section,
    Separator,
    Table,
)
from drafter.model.document import (
    Adoption,
    Annex,
    Masthead,
    Opaque,
    Origin,
    Part,
    Resolution,
    Submission,
    Vote,
)
from drafter.model.inline import Inlines
from drafter.model.text_rules import (
    Remark,
    data_faults,
    id_faults,
    note_faults,
    notes_in,
    text_faults,
    word_faults,
)

DEPTH = 40
"""How deep blocks may stand in blocks; the deepest official text has 6, a broken one 19."""

MOST = 100
"""How many faults an error tells: a value with more does not have slips, it is something else."""

LANGUAGE = re.compile(r"[a-z]{2,3}")
"""What a language code looks like; `fullmatch` it."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A broken rule: where ("parts/0/title"), what, and what to try."""

    path: str
    message: str
    hint: str = ""

    def error(self) -> Invalid:
        """The fault as an error."""
        return Invalid(self.message, hint=self.hint, where=Place(path=self.path))


def faults(resolution: Resolution) -> tuple[Fault, ...]:
    """Every fault of a resolution, in reading order; none when it is well formed."""
    check = _Check()
    check.resolution(resolution)
    return tuple(check.found)


def check(resolution: Resolution) -> Resolution:
    """The same resolution, when it is well formed.

    Raises:
        Invalid: it is not; the error tells the first fault, its `also` the others.
    """
    found = faults(resolution)
    if found:
        first, *others = (fault.error() for fault in found[:MOST])
        raise Invalid(first.what, hint=first.hint, where=first.where, also=others)
    return resolution


class _Check:
    """Gathers the faults of one resolution, and the ids it has met."""

    def __init__(self) -> None:
        self.found: list[Fault] = []
        self.ids: dict[str, str] = {}

    def add(self, path: str, remarks: Iterable[Remark]) -> None:
        self.found.extend(Fault(path, message, hint) for message, hint in remarks)

    def need(self, path: str, holds: object, message: str, hint: str) -> None:
        if not holds:
            self.found.append(Fault(path, message, hint))

    def resolution(self, whole: Resolution) -> None:
        self.language(whole.language, "language")
        self.masthead(whole.masthead)
        self.origin(whole.origin)
        self.word(whole.number, "number")
        self.text(whole.title, "title")
        self.need("parts", whole.parts, "there is no part", "a resolution has at least one part")
        for index, part in enumerate(whole.parts):
            self.part(part, f"parts/{index}")
        for index, annex in enumerate(whole.annexes):
            self.annex(annex, f"annexes/{index}")
        for index, vote in enumerate(whole.votes):
            self.vote(vote, f"votes/{index}")
        self.opaques(whole.meta, "meta")

    def language(self, code: str, path: str) -> None:
        self.need(
            path,
            LANGUAGE.fullmatch(code),
            f"{code[:40]!r} is not a language code",
            "use the code of two or three letters, such as en, fr, es, ru, ar or zh",
        )

    def masthead(self, head: Masthead) -> None:
        for name in ("organ", "symbol", "distribution", "session", "committee", "job_number"):
            self.word(getattr(head, name), f"masthead/{name}")
        for index, code in enumerate(head.original):
            self.language(code, f"masthead/original/{index}")
        for index, item in enumerate(head.agenda):
            path = f"masthead/agenda/{index}"
            self.need(path, item.line or item.title, "the agenda item is empty", "give its line")
            self.text(item.line, f"{path}/line")
            self.text(item.title, f"{path}/title")

    def origin(self, origin: Origin) -> None:
        match origin:
            case Submission(sponsors, line):
                self.lines(sponsors, "origin/sponsors")
                self.text(line, "origin/line")
            case Adoption(line, bracket, day):
                self.need(
                    "origin",
                    line or bracket or day,
                    "the adoption says nothing",
                    "give its line, its bracket or its date",
                )
                self.text(line, "origin/line")
                self.text(bracket, "origin/bracket")
            case _:
                assert_never(origin)

    def part(self, part: Part, path: str) -> None:
        self.word(part.letter, f"{path}/letter")
        self.text(part.title, f"{path}/title")
        self.text(part.enacting, f"{path}/enacting")
        self.blocks(part.preamble, f"{path}/preamble", 1)
        self.blocks(part.operative, f"{path}/operative", 1)
        self.lines(part.closing, f"{path}/closing")
        self.opaques(part.meta, f"{path}/meta")

    def annex(self, annex: Annex, path: str) -> None:
        self.id(annex.id, path)
        self.text(annex.title, f"{path}/title")
        self.blocks(annex.blocks, f"{path}/blocks", 1)
        self.word(annex.label or "", f"{path}/label")
        self.opaques(annex.meta, f"{path}/meta")

    def vote(self, vote: Vote, path: str) -> None:
        self.add(f"{path}/outcome", word_faults(vote.outcome, empty=False))
        for index, count in enumerate(vote.counts):
            side = f"{path}/counts/{index}"
            self.add(f"{side}/side", word_faults(count.side, empty=False))
            counted = count.value is None or count.value >= 0
            self.need(f"{side}/value", counted, "a count is below 0", "give the votes counted")
            for place, name in enumerate(count.names):
                self.add(f"{side}/names/{place}", word_faults(name, empty=False))

    def lines(self, lines: Sequence[Inlines], path: str) -> None:
        for index, line in enumerate(lines):
            self.need(f"{path}/{index}", line, "the line is empty", "leave the line out")
            self.text(line, f"{path}/{index}")

    def blocks(self, blocks: Sequence[Block], path: str, depth: int) -> None:
        if depth > DEPTH and blocks:
            message = f"blocks stand more than {DEPTH} deep in each other"
            self.need(path, holds=False, message=message, hint="lift them to a higher level")
            return
        for index, block in enumerate(blocks):
            self.block(block, f"{path}/{index}", depth)

    def block(self, block: Block, path: str, depth: int) -> None:
        self.id(block.id, path)
        match block:
            case Paragraph():
                self.need(
                    f"{path}/role",
                    block.role is not Role.TABLE_NOTE,
                    "a table note stands outside a table",
                    "put it among the notes of a table, or give it the role plain",
                )
                self.paragraph(block, path, depth)
            case Heading():
                self.heading(block, path)
            case Section():
                self.section(block, path, depth)
            case Table():
                self.table(block, path, depth)
            case Embedded():
                self.embedded(block, path, depth)
            case Separator():
                self.add(f"{path}/text", word_faults(block.text, empty=False))
            case _:
                assert_never(block)

    def paragraph(self, block: Paragraph, path: str, depth: int) -> None:
        full = block.body or block.children
        self.need(path, full, "the paragraph is empty", "give it a text or leave it out")
        tailed = block.children or not block.tail
        self.need(
            f"{path}/tail",
            tailed,
            "text after sub-paragraphs stands where there are none",
            "move it into the body",
        )
        self.text(block.body, f"{path}/body", opens=True)
        self.blocks(block.children, f"{path}/children", depth + 1)
        self.text(block.tail, f"{path}/tail")
        self.word(block.label or "", f"{path}/label")
        self.meta(block.meta, f"{path}/meta")

    def heading(self, block: Heading, path: str) -> None:
        levels = 1 <= block.level <= 6
        self.need(f"{path}/level", levels, f"there is no level {block.level}", "use 1 to 6")
        full = block.body or block.numbered
        self.need(path, full, "the heading is empty", "give it a text or have it numbered")
        self.text(block.body, f"{path}/body")
        self.word(block.label or "", f"{path}/label")
        self.meta(block.meta, f"{path}/meta")

    def section(self, block: Section, path: str, depth: int) -> None:
        full = block.heading or block.blocks
        self.need(path, full, "the section is empty", "give it a heading or paragraphs")
        if block.heading:
            self.id(block.heading.id, f"{path}/heading")
            self.heading(block.heading, f"{path}/heading")
        self.blocks(block.blocks, f"{path}/blocks", depth + 1)
        self.meta(block.meta, f"{path}/meta")

    def table(self, block: Table, path: str, depth: int) -> None:
        self.need(path, block.rows, "the table has no row", "give it a row or leave it out")
        for index, row in enumerate(block.rows):
            for place, cell in enumerate(row.cells):
                self.cell(cell, f"{path}/rows/{index}/cells/{place}")
            self.meta(row.meta, f"{path}/rows/{index}/meta")
        for index, note in enumerate(block.notes):
            self.note_below(note, f"{path}/notes/{index}", depth)
        self.meta(block.meta, f"{path}/meta")

    def cell(self, cell: Cell, path: str) -> None:
        spans = cell.columns >= 1 and cell.rows >= 1
        self.need(path, spans, "a cell spans less than one place", "use 1 or more")
        self.text(cell.body, f"{path}/body")
        self.meta(cell.meta, f"{path}/meta")

    def note_below(self, note: Paragraph, path: str, depth: int) -> None:
        self.id(note.id, path)
        hint = "give it the role table-note"
        below = note.role is Role.TABLE_NOTE
        self.need(f"{path}/role", below, "a note of a table has another role", hint)
        self.paragraph(note, path, depth + 1)

    def embedded(self, block: Embedded, path: str, depth: int) -> None:
        full = block.title or block.enacting or block.blocks
        self.need(path, full, "the embedded text is empty", "give it a text or leave it out")
        self.text(block.title, f"{path}/title")
        self.text(block.enacting, f"{path}/enacting")
        self.blocks(block.blocks, f"{path}/blocks", depth + 1)
        self.meta(block.meta, f"{path}/meta")

    def text(self, inlines: Inlines, path: str, *, opens: bool = False) -> None:
        if not inlines:
            return
        self.add(path, text_faults(inlines, opens=opens))
        for note in notes_in(inlines):
            self.id(note.id, path)
            self.add(path, note_faults(note))

    def id(self, id_: str, path: str) -> None:
        self.add(path, id_faults(id_))
        if id_ in self.ids:
            message = f"the id {id_[:40]!r} stands twice; first at {self.ids[id_]}"
            self.add(path, [(message, "give one of the two another id, or none")])
        else:
            self.ids[id_] = path

    def word(self, word: str, path: str) -> None:
        self.add(path, word_faults(word))

    def meta(self, pairs: Meta, path: str) -> None:
        names = [name for name, _ in pairs]
        ordered = names == sorted(set(names))
        self.need(path, ordered, "the names are not sorted or not unique", "sort them by name")
        for name, value in pairs:
            self.add(path, word_faults(name, empty=False))
            self.add(path, data_faults(value))

    def opaques(self, kept: Sequence[Opaque], path: str, depth: int = 1) -> None:
        if depth > DEPTH and kept:
            message = f"kept elements stand more than {DEPTH} deep in each other"
            self.need(path, holds=False, message=message, hint="leave the deepest out")
            return
        for index, opaque in enumerate(kept):
            here = f"{path}/{index}"
            self.add(f"{here}/name", word_faults(opaque.name, empty=False))
            self.meta(opaque.attributes, f"{here}/attributes")
            self.add(f"{here}/text", data_faults(opaque.text))
            self.opaques(opaque.children, f"{here}/children", depth + 1)
