"""The numbered view: a resolution as lines that carry every derived label, mark and reference."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import assert_never

from drafter.model import (
    Adoption,
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
    Section,
    Separator,
    Submission,
    Table,
    Vote,
    Zone,
    notes,
)
from drafter.numbering import Numbering
from drafter.profiles import LanguageProfile
from drafter.render.safe import safe, width
from drafter.render.spans import Look, Span, Spans, paint, spans, words, wrap

NOTES = "note"
"""The section of the notes at the end of the view; all others are zones of the model."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One paragraph of the view.

    `label` is as printed ("3.", "(a)", a note's mark), `address` what a preambular paragraph is
    called in conversation ("PP2"), `id` that of the block or note, "" where there is none. `depth`
    counts the steps of indentation, None for what stands flush left. `gap` asks for an empty line
    before it.
    """

    section: str
    text: Spans
    label: str = ""
    address: str = ""
    id: str = ""
    depth: int | None = None
    gap: bool = True


def outline(
    resolution: Resolution, numbering: Numbering, language: LanguageProfile
) -> tuple[Entry, ...]:
    """The whole resolution in reading order, its notes at the end."""
    return tuple(_Outline(numbering, language).entries(resolution))


def lines(
    entries: Iterable[Entry], columns: int, *, colour: bool = False, ids: bool = False
) -> Iterator[str]:
    """The view as lines for a terminal of so many columns; `ids` puts each id behind its text."""
    for place, entry in enumerate(entries):
        if entry.gap and place:
            yield ""
        for line in entry_lines(entry, columns, ids=ids):
            yield paint(line, colour=colour).rstrip(" ")


def entry_lines(entry: Entry, columns: int, *, ids: bool = False) -> Iterator[Spans]:
    """One entry as lines of spans, for who paints them in another way."""
    gutter = _gutter(entry)
    text = entry.text
    if ids and entry.id:
        text = (*text, Span(" "), Span(f"{{#{entry.id}}}", Look.DIM))
    margin = " " * width(words(gutter))
    for place, line in enumerate(wrap(text, max(columns - len(margin), 24))):
        start = gutter if place == 0 else (Span(margin),)
        yield (*start, *line)


def _gutter(entry: Entry) -> Spans:
    """What stands left of the text: indentation, then the label or the address."""
    if entry.depth is None:
        return ()
    name = entry.label or entry.address
    room = 6 if entry.depth == 0 else max(5, width(name) + 1)
    indent = 0 if entry.depth == 0 else 6 + 5 * (entry.depth - 1)
    look = Look.PLAIN if entry.label else Look.DIM
    fill = " " * max(room - width(name), 1)
    return (Span(" " * indent), Span(name, look), Span(fill))


class _Outline:
    """Makes the entries; holds what every step needs: the numbers and the language."""

    def __init__(self, numbering: Numbering, language: LanguageProfile) -> None:
        self.numbering = numbering
        self.language = language

    def entries(self, resolution: Resolution) -> Iterator[Entry]:
        """All entries in reading order."""
        yield from self._masthead(resolution)
        if resolution.title:
            yield from self._origin(resolution)
            yield from self._title(resolution)
        else:  # the Security Council: its number stands above the line of adoption
            yield from self._title(resolution)
            yield from self._origin(resolution)
        for part in resolution.parts:
            yield from self._part(part)
        for annex in resolution.annexes:
            yield from self._annex(annex)
        for vote in resolution.votes:
            yield Entry(Zone.CLOSING, (Span(_vote(vote)),))
        yield from self._notes(resolution)

    def _masthead(self, resolution: Resolution) -> Iterator[Entry]:
        for place, line in enumerate(_masthead(resolution, self.language)):
            yield Entry(Zone.MASTHEAD, (Span(safe(line)),), gap=place == 0)
        for item in resolution.masthead.agenda:
            yield self._line(Zone.MASTHEAD, item.line, gap=False)
            if item.title:
                yield self._line(Zone.MASTHEAD, item.title, gap=False)

    def _origin(self, resolution: Resolution) -> Iterator[Entry]:
        match resolution.origin:
            case Submission(sponsors, line):
                if line or sponsors:
                    text = spans(line, self.numbering) or self._sponsors(sponsors)
                    yield Entry(Zone.MASTHEAD, text)
            case Adoption(line, bracket):
                if line:
                    yield self._line(Zone.MASTHEAD, line)
                if bracket:
                    inside = spans(bracket, self.numbering)
                    yield Entry(Zone.MASTHEAD, (Span("["), *inside, Span("]")), gap=not line)
            case _:
                assert_never(resolution.origin)

    def _sponsors(self, sponsors: tuple[Inlines, ...]) -> Spans:
        names = [spans(sponsor, self.numbering) for sponsor in sponsors]
        signs = [self.language.list_separator] * (len(names) - 1)
        if signs:
            signs[-1] = self.language.list_end
        ends = [*signs, self.language.submitted()]
        return tuple(
            span for name, end in zip(names, ends, strict=True) for span in (*name, Span(end))
        )

    def _title(self, resolution: Resolution) -> Iterator[Entry]:
        title = _bold(spans(resolution.title, self.numbering))
        number = safe(resolution.number)
        if title:
            yield Entry(Zone.TITLE, (Span(f"{number}. " if number else "", Look.BOLD), *title))
        elif number:
            line = self.language.phrases["resolution"].format(number=number)
            yield Entry(Zone.TITLE, (Span(line, Look.BOLD),))

    def _part(self, part: Part) -> Iterator[Entry]:
        if part.letter or part.title:
            letter = Span(f"{safe(part.letter)}  " if part.letter else "", Look.BOLD)
            yield Entry(Zone.TITLE, (letter, *_bold(spans(part.title, self.numbering))))
        if part.enacting:
            yield self._line(Zone.ENACTING, part.enacting)
        yield from self._blocks(part.preamble, Zone.PREAMBLE, 0)
        yield from self._blocks(part.operative, Zone.OPERATIVE, 0)
        for place, line in enumerate(part.closing):
            yield self._line(Zone.CLOSING, line, gap=place == 0)

    def _annex(self, annex: Annex) -> Iterator[Entry]:
        label = safe(self.numbering.label(annex.id))
        if label:
            yield Entry(Zone.ANNEX, (Span(label, Look.BOLD),), id=annex.id)
        if annex.title:
            yield Entry(Zone.ANNEX, _bold(spans(annex.title, self.numbering)), gap=not label)
        yield from self._blocks(annex.blocks, Zone.ANNEX, 0)

    def _notes(self, resolution: Resolution) -> Iterator[Entry]:
        for place, note in enumerate(notes(resolution)):
            mark = safe(self.numbering.mark(note))
            body = spans(note.body, self.numbering)
            yield Entry(NOTES, body, mark, id=note.id, depth=0, gap=place == 0)

    def _blocks(self, blocks: Blocks, zone: Zone, depth: int) -> Iterator[Entry]:
        for block in blocks:
            yield from self._block(block, zone, depth)

    def _block(self, block: Block, zone: Zone, depth: int) -> Iterator[Entry]:
        match block:
            case Paragraph():
                yield from self._paragraph(block, zone, depth)
            case Heading():
                yield self._heading(block, zone, depth)
            case Section():
                if block.heading:
                    yield self._heading(block.heading, zone, depth)
                yield from self._blocks(block.blocks, zone, depth)
            case Table():
                yield from self._table(block, zone, depth)
            case Embedded():
                yield from self._embedded(block, zone, depth + 1)
            case Separator():
                yield Entry(zone, (Span(safe(block.text)),), id=block.id, depth=depth)
            case _:
                assert_never(block)

    def _paragraph(self, block: Paragraph, zone: Zone, depth: int) -> Iterator[Entry]:
        yield Entry(
            zone,
            spans(block.body, self.numbering, block.id),
            safe(self.numbering.label(block.id)),
            self._address(block, depth),
            block.id,
            depth,
            gap=depth == 0,
        )
        yield from self._blocks(block.children, zone, depth + 1)
        if block.tail:
            tail = spans(block.tail, self.numbering, block.id)
            yield Entry(zone, tail, depth=depth, gap=False)

    def _address(self, block: Paragraph, depth: int) -> str:
        if block.role is not Role.PREAMBULAR or depth:
            return ""
        return f"PP{self.numbering.preambular.get(block.id, '')}"

    def _heading(self, block: Heading, zone: Zone, depth: int) -> Entry:
        label = safe(self.numbering.label(block.id))
        body = _bold(spans(block.body, self.numbering, block.id))
        return Entry(zone, body, label, id=block.id, depth=depth)

    def _table(self, block: Table, zone: Zone, depth: int) -> Iterator[Entry]:
        for place, row in enumerate(block.rows):
            cells = [spans(cell.body, self.numbering, block.id) for cell in row.cells]
            text = tuple(span for cell in cells for span in (*_one_line(cell), _RULE))[:-1]
            yield Entry(zone, text, id="" if place else block.id, depth=depth, gap=place == 0)
        yield from self._blocks(block.notes, zone, depth)

    def _embedded(self, block: Embedded, zone: Zone, depth: int) -> Iterator[Entry]:
        if block.title:
            yield Entry(zone, _bold(spans(block.title, self.numbering)), id=block.id, depth=depth)
        if block.enacting:
            yield Entry(zone, spans(block.enacting, self.numbering), depth=depth)
        yield from self._blocks(block.blocks, zone, depth)

    def _line(self, zone: Zone, text: Inlines, *, gap: bool = True) -> Entry:
        return Entry(zone, spans(text, self.numbering), gap=gap)


_RULE = Span(" │ ", Look.DIM)


def _masthead(resolution: Resolution, language: LanguageProfile) -> Iterator[str]:
    """The lines of the masthead that are data: symbol, organ, distribution, dates, session."""
    head = resolution.masthead
    organ = language.organs.get(head.organ, head.organ)
    original = language.join(tuple(language.languages.get(code, code) for code in head.original))
    lines = (
        head.symbol,
        organ,
        language.distribution_line(head.distribution),
        language.print_date(head.date) if head.date else "",
        language.original.format(languages=original) if original else "",
        head.session,
        language.committees.get(head.committee, head.committee),
    )
    return (line for line in lines if line)


def _vote(vote: Vote) -> str:
    counts = [
        f"{count.side} {'' if count.value is None else count.value}".strip()
        for count in vote.counts
    ]
    return safe(": ".join(part for part in (vote.outcome, ", ".join(counts)) if part))


def _bold(painted: Spans) -> Spans:
    return tuple(Span(span.text, Look.BOLD) for span in painted)


def _one_line(painted: Spans) -> Spans:
    """A cell's text without line ends: its paragraphs are parted by a stroke."""
    return tuple(Span(span.text.replace("\n", " / "), span.look) for span in painted)
