"""Pieces of a line as running text of the model: emphasis, links, notes, references, blanks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from drafter.errors import Place
from drafter.formats.common.tidy import clean, tidy
from drafter.formats.word.links import target_of
from drafter.formats.word.read_lines import Line, Part, Piece, Sign, words
from drafter.formats.word.read_notes import WordNote
from drafter.model import (
    Blank,
    Break,
    IdMaker,
    Inlines,
    Note,
    NoteMark,
    Reference,
    Run,
    Series,
    Style,
    Text,
    flatten,
)
from drafter.numbering import Numbering, resolve
from drafter.report import Kind, Notice

_BLANK = re.compile(r"\[([^\[\]]+)\]")


@dataclass(slots=True)
class Texts:
    """Makes running text of pieces, and knows the notes of the file.

    `known` are the notes of the skeleton by the names of their bookmarks, `numbers` what numbering
    printed when the skeleton was made, `opening` the styles in which opening words are printed.
    `used` are the keys of the notes that were called, with
    their ids; `expected` those of the skeleton that are called at the same places.
    """

    notes: Mapping[str, WordNote]
    ids: IdMaker
    known: Mapping[str, Note] = field(default_factory=dict)
    numbers: Numbering = field(default_factory=Numbering)
    notices: list[Notice] = field(default_factory=list)
    opening: tuple[Style, ...] = (Style.ITALIC,)
    used: dict[str, str] = field(default_factory=dict)
    claimed: set[str] = field(default_factory=set)
    printed: dict[str, str] = field(default_factory=dict)
    placed: dict[str, Note | NoteMark] = field(default_factory=dict)
    expected: dict[str, Note] = field(default_factory=dict)

    def text(
        self,
        pieces: Sequence[Piece],
        where: Place,
        hidden: Inlines = (),
        owner: str = "",
        *,
        opens: bool = False,
    ) -> Inlines:
        """Pieces as running text.

        `hidden` is what the skeleton knows to hide in it, `owner` the id of its block; `opens` says
        that opening words may stand at its start.
        """
        self._expect(pieces, hidden)
        atoms = self._atoms(pieces, hidden, owner)
        for lost in atoms.lost:
            message = f"a reference or mark is no longer there, or no longer one: {lost}"
            self._notice(Kind.REFERENCE, message, where)
        addresses = {target_of(run.href): run.href for run in flatten(hidden) if run.href}
        pieces = [
            replace(p, href=addresses.get(p.href, clean(p.href))) if p.href else p for p in pieces
        ]
        runs: list[Run] = []
        for _, held in groupby(pieces, key=atoms.group):
            runs.extend(self._runs(list(held), atoms, where, owner))
        return tidy(_opened(runs, self.opening, opens=opens))

    def lines(
        self, lines: Iterable[Line], where: Place, hidden: Inlines = (), owner: str = ""
    ) -> Inlines:
        """Several Word paragraphs as one text, parted by breaks."""
        pieces: list[Piece] = []
        for place, line in enumerate(lines):
            pieces.extend((Piece(Sign.BREAK), *line.pieces) if place else line.pieces)
        return self.text(pieces, where, hidden, owner)

    def place(self, inline: Note | NoteMark) -> Piece:
        """A piece that calls a note that is no real footnote: one typed by hand."""
        key = f"typed/{len(self.placed)}"
        self.placed[key] = inline
        return Piece(Sign.CALL, note=key)

    def _atoms(self, pieces: Sequence[Piece], hidden: Inlines, owner: str) -> _Hidden:
        atoms = _Hidden()
        if any(piece.part is Part.BLANK and not _plain_blank(piece.text) for piece in pieces):
            atoms.whole.add(Part.BLANK)
        inside = [run.atom for run in flatten(hidden)]
        references = [one for one in inside if isinstance(one, Reference)]
        said = [resolve(one, self.numbers, owner).text for one in references]
        atoms.references = [references[n] for n in atoms.fit(Part.REFERENCE, pieces, said)]
        marks = [one for one in inside if isinstance(one, NoteMark)]
        said = [self.numbers.mark(one) for one in marks]
        atoms.marks = [marks[n] for n in atoms.fit(Part.REPEATED, pieces, said)]
        return atoms

    def _runs(self, pieces: list[Piece], atoms: _Hidden, where: Place, owner: str) -> Iterator[Run]:
        first = pieces[0]
        if first.part is Part.LAYOUT:
            return
        if first.part is Part.REFERENCE and atoms.references:
            yield self._reference(pieces, atoms.references.pop(0), where, owner)
        elif first.part is Part.REPEATED and atoms.marks:
            yield self._repeated(pieces, atoms.marks.pop(0), where)
        elif first.part is Part.BLANK:
            yield from _blanks(pieces)
        else:
            for piece in pieces:
                yield from self._run(piece, where, owner)

    def _run(self, piece: Piece, where: Place, owner: str) -> Iterator[Run]:
        match piece.sign:
            case Sign.TEXT:
                styles = piece.styles
                if piece.part in (Part.MARK, Part.REPEATED) and Style.SUPERSCRIPT not in styles:
                    styles = tuple(s for s in Style if s in (*styles, Style.SUPERSCRIPT))
                yield Run(Text(piece.text), styles, piece.href)
            case Sign.TAB:
                yield Run(Text(" "))
            case Sign.BREAK:
                yield Run(Break())
            case Sign.CALL:
                yield from self._note(piece, where, owner)

    def _reference(self, pieces: list[Piece], known: Reference, where: Place, owner: str) -> Run:
        """A reference of the skeleton; its words are pinned when they are not what it said."""
        said = words(pieces)
        if known.pinned is not None:
            return self._styled(pieces, replace(known, pinned=clean(said)))
        if said == resolve(known, self.numbers, owner).text:
            return self._styled(pieces, known)
        self._notice(Kind.REFERENCE, f"the words of a reference were edited: {said}", where, said)
        return self._styled(pieces, replace(known, pinned=clean(said)))

    def _styled(self, pieces: list[Piece], atom: Reference | Blank) -> Run:
        return Run(atom, pieces[0].styles, pieces[0].href)

    def _repeated(self, pieces: list[Piece], known: NoteMark, where: Place) -> Run:
        said, expected = words(pieces).strip(), self.numbers.mark(known)
        if said != expected:
            message = f"the repeated mark {said} should be {expected}"
            self._notice(Kind.NOTE, message, where, said)
        return Run(known)

    def _note(self, piece: Piece, where: Place, owner: str) -> Iterator[Run]:
        if not piece.note:
            return
        if piece.note in self.placed:
            yield Run(self.placed[piece.note])
            return
        if piece.note in self.used:
            yield Run(NoteMark(self.used[piece.note]))
            return
        note = self.notes.get(piece.note)
        if note is None:
            self._notice(Kind.NOTE, "a note is called that the file does not have", where)
            return
        yield Run(self._called(note, piece, owner))

    def _expect(self, pieces: Sequence[Piece], hidden: Inlines) -> None:
        """Without bookmarks in the notes: as many calls as there were are those that were."""
        called = [piece.note for piece in pieces if piece.sign is Sign.CALL and piece.note]
        known = [run.atom for run in flatten(hidden) if isinstance(run.atom, Note)]
        if len(called) == len(known):
            self.expected.update(zip(called, known, strict=True))

    def _known(self, note: WordNote) -> Note | None:
        """The note of the skeleton that a note of the file is."""
        by_name = next((self.known[name] for name in note.opened if name in self.known), None)
        known = by_name or self.expected.get(note.key)
        return None if known is not None and known.id in self.claimed else known

    def _called(self, note: WordNote, piece: Piece, owner: str) -> Note:
        known = self._known(note)
        new = known if known is not None else self._new(note, piece)
        self.used[note.key] = new.id
        self.claimed.add(new.id)
        where = Place(path=note.key.replace("/", " "))
        body = self.lines(note.lines, where, known.body if known else (), owner)
        return replace(self._marked(new, piece, known), body=body)

    def _new(self, note: WordNote, piece: Piece) -> Note:
        series = Series.ASTERISK if piece.text and set(piece.text) == {"*"} else Series.NUMBERED
        return Note(self.ids.make("n", note.words), (), series)

    def _marked(self, note: Note, piece: Piece, known: Note | None) -> Note:
        """The note; a custom mark is remembered, to be compared with what numbering gives."""
        said = clean(piece.text)
        if not said or (known and said == self.numbers.mark(known)):
            return note
        self.printed[note.id] = said
        return replace(note, mark=None)

    def _notice(self, kind: Kind, message: str, where: Place, text: str = "") -> None:
        self.notices.append(Notice(kind, message, where, text))


@dataclass(slots=True)
class _Hidden:
    """What hides in one text, and how its runs fall into groups.

    Each reference, mark and blank is one run; Word splits runs when it pleases (spelling, revision
    marks), and then neighbours in the same style are one. `lost` are those that the page no longer
    shows.
    """

    references: list[Reference] = field(default_factory=list)
    marks: list[NoteMark] = field(default_factory=list)
    whole: set[Part] = field(default_factory=set)
    lost: list[str] = field(default_factory=list)

    def group(self, piece: Piece) -> tuple[Part, int]:
        """A key that is equal for the neighbouring pieces that make one inline."""
        return piece.part, 0 if piece.part in self.whole else piece.run

    def fit(self, part: Part, pieces: Sequence[Piece], said: list[str]) -> list[int]:
        """Which of the hidden ones, whose words were `said`, the runs of this part are.

        All of them when there are as many; otherwise those that still say what they said.
        """
        for whole in (False, True):
            if whole:
                self.whole.add(part)
            shown = self._shown(part, pieces)
            if len(shown) == len(said):
                return list(range(len(said)))
        places = [place for place, one in enumerate(said) if one in shown]
        kept = places if len(places) == len(shown) else []
        self.lost += [one for place, one in enumerate(said) if place not in kept]
        return kept

    def _shown(self, part: Part, pieces: Sequence[Piece]) -> list[str]:
        grouped = groupby(pieces, key=self.group)
        return [words(held) for (kind, _), held in grouped if kind is part]


def _opened(runs: Iterable[Run], printed: tuple[Style, ...], *, opens: bool) -> Iterator[Run]:
    """Runs with opening words at their start alone; others are printed as such and no more.

    Words that are a link do not open a paragraph: the link counts for more.
    """
    leading = opens
    for run in runs:
        if Style.OPENING not in run.styles:
            leading = leading and isinstance(run.atom, Text) and not run.atom.text.strip()
            yield run
        elif leading and not run.href:
            yield run
        else:
            leading = False
            styles = {*run.styles, *printed} - {Style.OPENING}
            yield replace(run, styles=tuple(style for style in Style if style in styles))


def _plain_blank(text: str) -> bool:
    return len(text) > 2 and text.startswith("[") and text.endswith("]")


def _blanks(pieces: list[Piece]) -> Iterator[Run]:
    """Blanks of a group of runs: one of the group's own, or those found in its joined words."""
    text = words(pieces)
    styles, href = pieces[0].styles, pieces[0].href
    if pieces[0].run == pieces[-1].run and _plain_blank(text):
        yield Run(Blank(clean(text[1:-1])), styles, href)
        return
    for place, part in enumerate(_BLANK.split(text)):
        name = clean(part)
        if place % 2 and name:
            yield Run(Blank(name), styles, href)
        else:
            yield Run(Text(part), styles, href)
