"""Apply fixes: from a resolution and edits to a resolution that differs in those places alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import assert_never

from drafter.model import (
    Adoption,
    AgendaItem,
    Annex,
    Block,
    Blocks,
    Embedded,
    Heading,
    Inline,
    Inlines,
    Note,
    NoteMark,
    Origin,
    Paragraph,
    Part,
    Resolution,
    Row,
    Run,
    Style,
    Submission,
    Table,
    Text,
    build,
    flatten,
    map_inlines,
    walk,
)
from drafter.model.text_rules import text_faults
from drafter.rules.finding import Edit, Exchange, Finding, Fix, Replace, Rewrite, Spot
from drafter.rules.line import NOTE, Line


@dataclass(frozen=True, slots=True)
class Mended:
    """A resolution with fixes applied, and the findings that they mended."""

    resolution: Resolution
    findings: tuple[Finding, ...] = ()


def mend(resolution: Resolution, findings: Iterable[Finding], lines: Mapping[Spot, Line]) -> Mended:
    """Apply the fixes that do not touch each other, in the order of the findings.

    `lines` are those of this resolution. A fix that touches a text or a block which an earlier one
    has changed at the same place is left for the next round: look at the result once more. One that
    would leave an ill-formed text, with a space at its edge, is not applied.
    """
    chosen = _Chosen(lines)
    done = tuple(f for f in findings if f.fix is not None and chosen.take(f.fix))
    return Mended(_applied(resolution, chosen, lines), done)


class _Chosen:
    """The edits that go together and leave well-formed texts."""

    def __init__(self, lines: Mapping[Spot, Line]) -> None:
        self.lines = lines
        self.replacing: dict[Spot, list[Replace]] = {}
        self.rewriting: dict[Spot, Inlines] = {}
        self.exchanging: dict[str, Blocks] = {}
        self.touched: set[str] = set()

    def take(self, fix: Fix) -> bool:
        """Take a fix, whole, unless one of its edits touches what is already taken."""
        if any(self._clashes(edit) for edit in fix.edits):
            return False
        for edit in fix.edits:
            self._put(edit)
        return True

    def _clashes(self, edit: Edit) -> bool:
        if edit.owner and edit.owner in self.exchanging:
            return True
        match edit:
            case Exchange(owner=owner):
                return owner in self.touched
            case Rewrite(spot=spot):
                return spot in self.rewriting or spot in self.replacing
            case Replace(spot=spot):
                others = self.replacing.get(spot, ())
                met = spot in self.rewriting or any(_meet(edit, other) for other in others)
                return met or self._spoils(edit)
            case _:
                assert_never(edit)

    def _spoils(self, edit: Replace) -> bool:
        """Whether a text would be ill-formed after an edit: a space at its edge, two in a row."""
        text = replaced(self.lines[edit.spot], [edit])
        return next(text_faults(text, opens=True), None) is not None

    def _put(self, edit: Edit) -> None:
        self.touched.add(edit.owner)
        match edit:
            case Exchange(owner=owner, new=blocks):
                self.exchanging[owner] = blocks
            case Rewrite(spot=spot, new=text):
                self.rewriting[spot] = text
            case Replace(spot=spot):
                self.replacing.setdefault(spot, []).append(edit)
            case _:
                assert_never(edit)


def _meet(one: Replace, two: Replace) -> bool:
    """Whether two replacements touch: beside each other they could spoil what lies between."""
    return one.start <= two.end and two.start <= one.end


def _applied(resolution: Resolution, chosen: _Chosen, lines: Mapping[Spot, Line]) -> Resolution:
    texts = dict(chosen.rewriting)
    for spot, edits in chosen.replacing.items():
        texts[spot] = replaced(lines[spot], edits)
    if texts:
        resolution = _with_notes(resolution, texts, lines)
    if not chosen.exchanging:
        return resolution
    return walk(resolution, lambda block: chosen.exchanging.get(block.id, (block,)))


def replaced(line: Line, edits: Iterable[Replace]) -> Inlines:
    """The text of a line with some stretches replaced; see `Replace`."""
    runs = _cut(line, {place for edit in edits for place in (edit.start, edit.end)})
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        runs = _put(runs, edit)
    return build(run for _, run in runs)


def opened(line: Line, end: int) -> Inlines:
    """The text of a line with its first `end` signs marked as opening words."""
    runs = []
    for start, run in _cut(line, {end}):
        if start < end and not _is_call(run):
            kept = tuple(style for style in run.styles if style is not Style.ITALIC)
            runs.append(replace(run, styles=(Style.OPENING, *kept)))
        else:
            runs.append(run)
    return build(runs)


def _cut(line: Line, places: set[int]) -> list[tuple[int, Run]]:
    """The runs of a line with the place of each, text cut at these places."""
    out: list[tuple[int, Run]] = []
    at = 0
    pieces = iter(line.pieces)
    for run in flatten(line.inlines):
        piece = next(pieces) if not _is_call(run) else None
        if piece is None or not isinstance(run.atom, Text):
            out.append((at, run))
            at = piece.end if piece else at
            continue
        inner = sorted(place for place in places if piece.start < place < piece.end)
        for start, end in zip((piece.start, *inner), (*inner, piece.end), strict=True):
            signs = run.atom.text[start - piece.start : end - piece.start]
            out.append((start, replace(run, atom=Text(signs))))
        at = piece.end
    return out


def _is_call(run: Run) -> bool:
    return isinstance(run.atom, Note | NoteMark)


def _put(runs: list[tuple[int, Run]], edit: Replace) -> list[tuple[int, Run]]:
    inside = [
        place
        for place, (start, run) in enumerate(runs)
        if edit.start <= start < edit.end and isinstance(run.atom, Text)
    ]
    like = runs[inside[0]][1] if inside else _neighbour(runs, edit.start)
    atom = Text(edit.new) if isinstance(edit.new, str) else edit.new
    new = (edit.start, replace(like, atom=atom))
    at = inside[0] if inside else _gap(runs, edit.start)
    kept = set(inside)
    return [
        *runs[:at],
        new,
        *(entry for place, entry in enumerate(runs[at:], at) if place not in kept),
    ]


def _neighbour(runs: list[tuple[int, Run]], place: int) -> Run:
    """The run whose look new words between two signs take: the one before, else the one after."""
    shown = [(start, run) for start, run in runs if not _is_call(run)]
    before = [run for start, run in shown if start < place]
    return before[-1] if before else (shown[0][1] if shown else Run(Text("")))


def _gap(runs: list[tuple[int, Run]], place: int) -> int:
    """Where new words go in: behind the sign before them, so before a note called there."""
    before = [n for n, (start, run) in enumerate(runs) if start < place and not _is_call(run)]
    return before[-1] + 1 if before else 0


def _with_notes(
    resolution: Resolution, texts: Mapping[Spot, Inlines], lines: Mapping[Spot, Line]
) -> Resolution:
    """Texts exchanged; the text of a note inside the text that calls it."""
    notes = {spot.owner: text for spot, text in texts.items() if spot.field == NOTE}
    outer = {spot: text for spot, text in texts.items() if spot.field != NOTE}
    for owner in notes:
        caller = lines[Spot(owner, NOTE)].caller
        if caller is not None:
            text = outer.get(caller, lines[caller].inlines)
            outer[caller] = map_inlines(text, lambda one: (_renoted(one, notes),))
    return _Turn(outer).resolution(resolution)


def _renoted(inline: Inline, notes: Mapping[str, Inlines]) -> Inline:
    if isinstance(inline, Note) and inline.id in notes:
        return replace(inline, body=notes[inline.id])
    return inline


class _Turn:
    """Exchanges texts by their spots; counts texts of one field as `lines_of` does."""

    def __init__(self, texts: Mapping[Spot, Inlines]) -> None:
        self.texts = texts
        self.seen: Counter[tuple[str, str]] = Counter()
        self.owners = {spot.owner for spot in texts}

    def text(self, owner: str, field: str, text: Inlines) -> Inlines:
        nth = self.seen[owner, field]
        self.seen[owner, field] += 1
        return self.texts.get(Spot(owner, field, nth), text)

    def resolution(self, whole: Resolution) -> Resolution:
        inside = walk(whole, lambda block: (self.block(block),))
        return replace(
            inside,
            masthead=replace(
                inside.masthead, agenda=tuple(map(self.agenda, inside.masthead.agenda))
            ),
            origin=self.origin(inside.origin),
            title=self.text("", "title", inside.title),
            parts=tuple(map(self.part, inside.parts)),
            annexes=tuple(map(self.annex, inside.annexes)),
        )

    def agenda(self, item: AgendaItem) -> AgendaItem:
        return AgendaItem(
            self.text("", "agenda", item.line), self.text("", "agenda-title", item.title)
        )

    def origin(self, origin: Origin) -> Origin:
        match origin:
            case Submission(sponsors, line):
                named = tuple(self.text("", "sponsor", sponsor) for sponsor in sponsors)
                return Submission(named, self.text("", "submission", line))
            case Adoption(line, bracket):
                adopted = self.text("", "adoption", line)
                return replace(origin, line=adopted, bracket=self.text("", "bracket", bracket))
            case _:
                assert_never(origin)

    def part(self, part: Part) -> Part:
        return replace(
            part,
            title=self.text("", "title", part.title),
            enacting=self.text("", "enacting", part.enacting),
            closing=tuple(self.text("", "line", line) for line in part.closing),
        )

    def annex(self, annex: Annex) -> Annex:
        return replace(annex, title=self.text(annex.id, "title", annex.title))

    def block(self, block: Block) -> Block:
        if block.id not in self.owners:
            return block
        match block:
            case Paragraph(id=id_):
                body = self.text(id_, "body", block.body)
                return replace(block, body=body, tail=self.text(id_, "tail", block.tail))
            case Heading(id=id_):
                return replace(block, body=self.text(id_, "heading", block.body))
            case Embedded(id=id_):
                title = self.text(id_, "title", block.title)
                return replace(
                    block, title=title, enacting=self.text(id_, "enacting", block.enacting)
                )
            case Table():
                return replace(block, rows=tuple(self.row(block.id, row) for row in block.rows))
            case _:
                return block

    def row(self, table: str, row: Row) -> Row:
        cells = (replace(c, body=self.text(table, "cell", c.body)) for c in row.cells)
        return replace(row, cells=tuple(cells))
