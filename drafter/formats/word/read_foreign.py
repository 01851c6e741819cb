"""Word files that drafter did not write: lines first, then structure as in any printed text.

The page is read as lines of text with Word's own labels put before them; the shared reading of
United Nations texts says what each line is; emphasis, links, real footnotes and tables come from
Word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from drafter.formats.common.body import read_body
from drafter.formats.common.calls import place_notes
from drafter.formats.common.compose import Composition, stretches
from drafter.formats.common.detect import detect
from drafter.formats.common.front import sort_head, start_of_body
from drafter.formats.common.furniture import Found, furniture, without_markers
from drafter.formats.common.labels import is_operative, label_of
from drafter.formats.common.line import Line, TableLine
from drafter.formats.common.log import Log
from drafter.formats.common.masthead import Gathered, any_symbol, scan
from drafter.formats.common.notes import Definition, definition
from drafter.formats.common.opening import enacting, opens_as
from drafter.formats.common.structure import structure
from drafter.formats.common.words import Words
from drafter.formats.word.read_depths import other_labels
from drafter.formats.word.read_document import Document
from drafter.formats.word.read_inlines import Texts
from drafter.formats.word.read_labelled import put, unlabelled
from drafter.formats.word.read_layout import without_layout
from drafter.formats.word.read_lines import Grid, Item
from drafter.formats.word.read_lines import Line as WordLine
from drafter.formats.word.read_openings import settle_openings
from drafter.formats.word.read_own import marked, scheme_of, tell_uncalled
from drafter.formats.word.read_rich import Rich, WordTexts, rich_lines, rich_whole
from drafter.formats.word.read_tables import rows_of
from drafter.model import IdMaker, Resolution
from drafter.report import Kind, Read

_LONG = 200
"""A line of this length is text and no longer part of the head."""


def read_foreign(document: Document) -> Read[Resolution]:
    """The resolution in a Word file of any making.

    Raises:
        Unreadable: it holds no words, or reads like a resolution in no known language.
    """
    reading = Reading(document)
    words = detect([*reading.heads, *reading.lines])
    return reading.read(words)


@dataclass(slots=True)
class Reading:
    """One file on its way: its lines of plain text, each with the Word pieces behind it."""

    document: Document
    lines: list[Line] = field(default_factory=list)
    heads: list[Line] = field(default_factory=list)
    rich: dict[int, Rich] = field(default_factory=dict)
    grids: dict[int, Grid] = field(default_factory=dict)
    wholes: dict[int, tuple[int, Rich]] = field(default_factory=dict)
    listed: dict[int, WordLine] = field(default_factory=dict)
    log: Log = field(default_factory=Log)

    def __post_init__(self) -> None:
        for item in _unfolded(self.document.items):
            if isinstance(item, Grid):
                self._grid(item)
            else:
                self.lines += self._lines(item)
        for line in self.document.heads:
            self.heads += self._lines(line)

    def read(self, words: Words) -> Read[Resolution]:
        """The value, with all that was odd."""
        opening = words.profile.opening
        self._relabel_lists(words)
        texts = Texts(
            self.document.notes, IdMaker(), notices=self.document.notices, opening=opening
        )
        gathered = Gathered(words, self.log)
        lines = [self._with_rows(line, texts) for line in self._without_markers(gathered)]
        stars, lines = _stars(self._joined(lines, words))
        start = self._start(lines, words)
        labelled, above = unlabelled(lines[:start])
        head = sort_head(above, words, gathered, self.log)
        put(labelled, head, words, gathered, self.log)
        body = read_body(lines[start:], words, gathered, self.log)
        self._read_heads(words, gathered)
        found = structure(body.items, words)
        running = WordTexts(texts, self.rich, opening)
        notes = [*stars, *body.notes]
        if notes:
            called = list(stretches(head, gathered, found))
            running.place(place_notes(called, notes, words, self.log, spaced=False).cuts)
        value = Composition(words, gathered, head, found, running, self.log).resolution()
        value = without_layout(settle_openings(value, opening))
        value = marked(value, texts, scheme_of(value))
        tell_uncalled(texts)
        return Read(value, (*texts.notices, *self.log.in_order()))

    def _lines(self, line: WordLine) -> Iterator[Line]:
        parts = rich_lines(line)
        if line.label:
            self.listed[len(self.rich) + 1] = line
        if len(parts) > 1:
            self.wholes[len(self.rich) + 1] = (len(parts), rich_whole(line))
        for rich in parts:
            number = len(self.rich) + 1
            self.rich[number] = rich
            yield Line(number, rich.text, indented=rich.indented)

    def _relabel_lists(self, words: Words) -> None:
        """Give Word's lists the labels of the United Nations where they differ, and tell Word's."""
        pairs = [(line, self.listed.get(line.number)) for line in self.lines]
        labels = other_labels(pairs, words)
        for at, (line, listed) in enumerate(pairs):
            if listed is None or line.number not in labels:
                continue
            label = labels[line.number]
            rich = rich_lines(replace(listed, label=label))[0]
            self.rich[line.number] = rich
            self.lines[at] = replace(line, text=rich.text, indented=rich.indented)
            instead = f"by its depth it is {label}" if label else "the preamble has no labels"
            message = f"Word's list prints {listed.label} here; {instead}"
            self.log.add(Kind.NUMBER, line, message, listed.label)

    def _grid(self, grid: Grid) -> None:
        number = len(self.rich) + 1
        self.rich[number] = Rich("", (), grid.where)
        self.grids[number] = grid
        self.lines.append(TableLine(number, " ".join(grid.words.split()) or "table"))

    def _with_rows(self, line: Line, texts: Texts) -> Line:
        """A table's line with its rows; made late, for the notes in it are called in order."""
        if line.number not in self.grids:
            return line
        rows = rows_of(self.grids[line.number], texts)
        return TableLine(line.number, line.text, rows=rows)

    def _without_markers(self, gathered: Gathered) -> Iterator[Line]:
        """The lines but for those that are markers of the document system."""
        for line in self.lines:
            bare, found = without_markers(line, self.log)
            gathered.found(found, line)
            yield line if bare.text else bare

    def _joined(self, lines: Sequence[Line], words: Words) -> Iterator[Line]:
        """The lines with the adoption line in one, where it has a break before its date."""
        left = 0
        for line in lines:
            if left:
                left -= 1
                continue
            count, whole = self.wholes.get(line.number, (0, None))
            joined = Line(line.number, whole.text) if whole is not None else line
            if whole is not None and any(p.fullmatch(joined.folded) for p in words.adoption):
                self.rich[line.number] = whole
                left = count - 1
                yield joined
            else:
                yield line

    def _start(self, lines: Sequence[Line], words: Words) -> int:
        """Where the text begins: as in a resolution, else at the first paragraph, table, number."""
        if any(enacting(line, words) or opens_as(line.text, words) for line in lines):
            start = start_of_body(lines, words, self.log)
            if start < len(lines):
                return start
        return next((at for at, line in enumerate(lines) if _is_text(line)), len(lines))

    def _read_heads(self, words: Words, gathered: Gathered) -> None:
        """Fields of the masthead that stand in heads and feet; the body's own come first."""
        seen = set()
        for line in self.heads:
            if not line.text or line.folded in seen:
                continue
            seen.add(line.folded)
            self._head(line, words, gathered)

    def _head(self, line: Line, words: Words, gathered: Gathered) -> None:
        fields = tuple(f for f in scan(line.folded, words) if f.name not in gathered.values)
        page = furniture(line, words)
        if fields:
            gathered.line(line, fields)
        elif page is not None:
            gathered.found(page[1], line)
        elif symbol := any_symbol(line):
            gathered.found(Found(symbol=symbol), line)
        elif not scan(line.folded, words):
            self.log.skip(line, "a running head or foot", line.text)


def _unfolded(items: Iterable[Item]) -> Iterator[Item]:
    """Items with the masthead, where it is a table of the body, as lines."""
    begun = False
    for item in items:
        if isinstance(item, Grid) and not begun:
            yield from item.lines()
        else:
            yield item
        begun = begun or bool(item.words.strip())


def _stars(lines: Iterable[Line]) -> tuple[list[Definition], list[Line]]:
    """Asterisk notes that are typed as paragraphs, wherever they stand, and all other lines."""
    notes, rest = [], []
    for line in lines:
        note = definition(line, 0) if line.text.startswith("*") else None
        if note is not None and not note.number:
            notes.append(note)
        else:
            rest.append(line)
    return notes, rest


def _is_text(line: Line) -> bool:
    label = label_of(line.text)
    numbered = label is not None and is_operative(label.label)
    return isinstance(line, TableLine) or numbered or len(line.text) > _LONG
