"""A resolution as units in reading order: what a comparison puts side by side.

Label, level, section, notes and text stand apart, so that a number never takes part in matching.
Every sub-paragraph, heading, table row and note is a unit of its own; notes come last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import assert_never

from drafter.diff.calls import printed, typed_calls, typed_form
from drafter.diff.masthead import masthead_lines
from drafter.diff.options import Options, Side
from drafter.diff.value import Area, Call, Sort, Unit
from drafter.model import (
    Annex,
    Block,
    Blocks,
    Embedded,
    Heading,
    Inlines,
    Paragraph,
    Part,
    Resolution,
    Role,
    Row,
    Section,
    Separator,
    Table,
    Text,
    notes,
)
from drafter.numbering import Numbering, number


def units(resolution: Resolution, side: Side, own_text: tuple[str, ...] = ()) -> tuple[Unit, ...]:
    """All units of a resolution in reading order, its notes at the end."""
    builder = _Builder(number(resolution, side.scheme))
    builder.resolution(resolution, side)
    return tuple(_with_typed_calls(builder, own_text))


def both_units(
    old: Resolution, new: Resolution, options: Options
) -> tuple[tuple[Unit, ...], tuple[Unit, ...]]:
    """The units of the two sides of a comparison."""
    return (
        units(old, options.old, options.own_text),
        units(new, options.new, options.own_text),
    )


@dataclass(frozen=True, slots=True)
class _At:
    """Where the builder stands: area, scope of labels, and the paragraph that holds the block."""

    area: Area
    scope: str = ""
    level: int = 0
    parent: int = -1
    name: str = ""
    chain: str = ""


class _Builder:
    """Collects units; `targets` leads from (scope, label without spaces) to the id it names."""

    def __init__(self, numbering: Numbering) -> None:
        self.numbering = numbering
        self.units: list[Unit] = []
        self.targets: dict[str, dict[str, str]] = {}
        self.chains: list[str] = []

    def add(self, at: _At, body: Inlines, sort: Sort, name: str, **more: str) -> int:
        """Add a unit and return its index."""
        id_ = more.get("id", "")
        words = printed(body, self.numbering, id_)
        index = len(self.units)
        self.units.append(
            Unit(
                index=index,
                id=id_,
                label=more.get("label", ""),
                section=at.area,
                text=words.text,
                sort=sort,
                level=at.level,
                part=more.get("part", "body"),
                scope=at.scope,
                name=name,
                parent=at.parent,
                body=body,
                notes=tuple(words.notes),
                calls=tuple(words.calls),
            )
        )
        self.chains.append(at.chain)
        return index

    def resolution(self, resolution: Resolution, side: Side) -> None:
        head = _At(Area.MASTHEAD)
        for line in masthead_lines(resolution, side.language):
            sort = Sort.FIELD if line.single else Sort.LINE
            self.add(head, line.body, sort, line.field.replace("-", " "), part=line.field)
        if resolution.title:
            self.add(_At(Area.TITLE), resolution.title, Sort.FIELD, "title", part="title")
        several = len(resolution.parts) > 1
        for place, part in enumerate(resolution.parts):
            self.part(part, f"part {part.letter or place + 1}" if several else "")
        for place, annex in enumerate(resolution.annexes, 1):
            self.annex(annex, place)
        for note in notes(resolution):
            mark = self.numbering.mark(note)
            self.add(_At(Area.NOTE), note.body, Sort.NOTE, f"note {mark}", id=note.id, label=mark)

    def part(self, part: Part, scope: str) -> None:
        name = f"{scope}, " if scope else ""
        if part.title or part.letter:
            at = _At(Area.TITLE, scope)
            self.add(at, part.title, Sort.HEADING, f"{name}title", label=part.letter, part="title")
        if part.enacting:
            at = _At(Area.ENACTING, scope)
            self.add(at, part.enacting, Sort.LINE, f"{name}enacting line", part="enacting")
        self.blocks(part.preamble, _At(Area.PREAMBLE, scope, name=name))
        self.blocks(part.operative, _At(Area.OPERATIVE, scope, name=name))
        for place, line in enumerate(part.closing, 1):
            at = _At(Area.CLOSING, scope)
            self.add(at, line, Sort.LINE, f"{name}closing line {place}", part="line")

    def annex(self, annex: Annex, place: int) -> None:
        label = self.numbering.label(annex.id)
        name = label or f"Annex {place}"
        at = _At(Area.ANNEX, annex.id, name=f"{name}, ")
        if annex.title or label:
            self.add(at, annex.title, Sort.HEADING, name, id=annex.id, label=label, part="title")
        self.blocks(annex.blocks, at)

    def blocks(self, blocks: Blocks, at: _At) -> None:
        for place, block in enumerate(blocks, 1):
            self.block(block, place, at)

    def block(self, block: Block, place: int, at: _At) -> None:
        match block:
            case Paragraph():
                self.paragraph(block, place, at)
            case Heading():
                self.heading(block, at)
            case Section():
                if block.heading is not None:
                    self.heading(block.heading, at)
                self.blocks(block.blocks, replace(at, scope=block.id) if block.restarts else at)
            case Table():
                for row_place, row in enumerate(block.rows, 1):
                    self.row(row, row_place, block.id, at)
                self.blocks(block.notes, at)
            case Embedded():
                self.embedded(block, at)
            case Separator():
                name = f"{at.name}separator"
                self.add(at, (Text(block.text),), Sort.SEPARATOR, name, id=block.id)
            case _:
                assert_never(block)

    def paragraph(self, block: Paragraph, place: int, at: _At) -> None:
        label, bare = self.numbering.label(block.id), self.numbering.bare.get(block.id, "")
        name = self.name(block, bare, place, at)
        chain = at.chain + "".join(bare.split())
        if bare:
            self.targets.setdefault(at.scope, {}).setdefault(chain, block.id)
        index = at.parent
        if block.body or not block.children:
            index = self.add(at, block.body, Sort.PARAGRAPH, name, id=block.id, label=label)
        inner = _At(at.area, at.scope, at.level + 1, index, name, chain)
        self.blocks(block.children, inner)
        if block.tail:
            self.add(at, block.tail, Sort.PARAGRAPH, f"end of {name}", id=block.id, part="tail")

    def name(self, block: Paragraph, bare: str, place: int, at: _At) -> str:
        if at.level:
            numbered = bare and block.role is not Role.BULLET
            return f"{at.name} {bare}" if numbered else f"{at.name} item {place}"
        if (ordinal := self.numbering.preambular.get(block.id)) and at.area is Area.PREAMBLE:
            return f"{at.name}PP{ordinal}"
        if at.area is Area.OPERATIVE and block.role is Role.OPERATIVE:
            return f"{at.name}OP{bare}"
        return f"{at.name}paragraph {bare}" if bare else f"{at.name}unnumbered paragraph"

    def heading(self, block: Heading, at: _At) -> None:
        label = self.numbering.label(block.id)
        name = f"{at.name}heading {label.rstrip('.')}".rstrip()
        self.add(at, block.body, Sort.HEADING, name, id=block.id, label=label, part="heading")

    def row(self, row: Row, place: int, id_: str, at: _At) -> None:
        body: list[Text] = []
        inlines: Inlines = ()
        for cell in row.cells:
            inlines = (*inlines, *body, *cell.body)
            body = [Text(" | ")]
        self.add(at, inlines, Sort.ROW, f"{at.name}table row {place}", id=id_, part=f"row {place}")

    def embedded(self, block: Embedded, at: _At) -> None:
        name = f"{at.name}embedded text"
        if block.title:
            self.add(at, block.title, Sort.HEADING, f"{name}, title", id=block.id, part="title")
        if block.enacting:
            line = f"{name}, enacting line"
            self.add(at, block.enacting, Sort.LINE, line, id=block.id, part="enacting")
        self.blocks(block.blocks, _At(at.area, block.id, at.level + 1, at.parent, f"{name}, "))


_TYPED_LABEL = re.compile(r"(?:OP|PP)[\s\u00a0]?\d{1,3}[.:)]?(?=[\s\u00a0])")


def _with_typed_label(unit: Unit) -> Unit:
    """A label that a reader left in the text ("OP3. Decides") names the paragraph, as a reference.

    So its number takes no part in matching and is never marked when it follows.
    """
    found = None if unit.label else _TYPED_LABEL.match(unit.text)
    if found is None or unit.sort is not Sort.PARAGRAPH or _inside(0, unit):
        return unit
    return replace(unit, calls=(Call(0, found.end(), unit.id), *unit.calls))


def _with_typed_calls(builder: _Builder, own_text: tuple[str, ...]) -> Iterator[Unit]:
    form = typed_form(builder.numbering.scheme.phrases, own_text)
    for plain, chain in zip(builder.units, builder.chains, strict=True):
        unit = _with_typed_label(plain)
        if form is None or unit.section is Area.NOTE or not form.stands_in(unit.text):
            yield unit
            continue
        outer = re.match(r"[^()]*", chain)
        targets = builder.targets.get(unit.scope, {})
        found = typed_calls(unit.text, form, targets, outer.group() if outer else "")
        known = [call for call in found if not _inside(call.start, unit)]
        yield replace(unit, calls=tuple(sorted((*unit.calls, *known), key=lambda c: c.start)))


def _inside(place: int, unit: Unit) -> bool:
    return any(call.start <= place < call.end for call in unit.calls)
