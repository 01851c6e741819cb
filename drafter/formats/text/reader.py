"""Reading plain United Nations text: the way from bytes to a resolution."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from drafter import resources
from drafter.formats.text.assemble import Assembler
from drafter.formats.text.body import Body, read_body
from drafter.formats.text.calls import place_notes
from drafter.formats.text.detect import detect
from drafter.formats.text.furniture import Found, furniture, without_markers
from drafter.formats.text.head import Head, is_sponsors, join_sponsors, read_head, starts_origin
from drafter.formats.text.log import Log
from drafter.formats.text.masthead import Gathered, any_symbol, scan
from drafter.formats.text.opening import enacting, opens_as
from drafter.formats.text.pages import Pages, clear_pages, is_wrapped, paged
from drafter.formats.text.quotes import unquoted
from drafter.formats.text.source import Line, Stretch, decode, split, whole
from drafter.formats.text.structure import AnnexLines, PartLines, Structure, structure
from drafter.formats.text.texts import Texts
from drafter.formats.text.unwrap import attach_labels, join, unwrap
from drafter.formats.text.words import Words, organs
from drafter.model import (
    Adoption,
    Annex,
    DocumentKind,
    IdMaker,
    Part,
    Resolution,
    Role,
    plain_text,
)
from drafter.numbering import Scheme
from drafter.report import Kind, Read


def read(data: bytes) -> Read[Resolution]:
    """The resolution in a plain text, with a notice for everything odd or left out.

    Raises:
        Unreadable: empty, too large, binary, not UTF-8, or no resolution.
    """
    log = Log()
    lines = split(decode(data), log)
    words = detect(lines)
    gathered = Gathered(words, log)
    lines = tuple(unquoted(tuple(_without_markers(lines, gathered, log)), words, log))
    start = _start_of_body(lines, words, log)
    wrapped = is_wrapped(lines[start:])
    head = _read_head(join_sponsors(lines[:start], words), words, gathered, log)
    pages = Pages(attach_labels(lines[start:]))
    if wrapped:
        lines = paged(lines, gathered.values.get("symbol", ""))
        title = join([stretch.text for stretch in head.title])
        pages = clear_pages(lines[start:], title, words, gathered, log)
        pages.text = list(unwrap(pages.text, words, log))
    body = read_body(pages.text, words, gathered, log)
    body.notes = [*pages.notes, *body.notes]
    value = _Reading(words, gathered, head, body, log, wrapped).resolution()
    return Read(value, log.in_order())


def _without_markers(lines: Sequence[Line], gathered: Gathered, log: Log) -> Iterator[Line]:
    for line in lines:
        bare, found = without_markers(line, log)
        gathered.found(found, line)
        yield bare


def _start_of_body(lines: Sequence[Line], words: Words, log: Log) -> int:
    """The enacting line, or, where it is missing, the first paragraph that opens like one."""
    for at, line in enumerate(lines):
        if enacting(line, words):
            return _with_letter(lines, at)
    for at, line in enumerate(lines):
        if opens_as(line.text, words) is Role.PREAMBULAR:
            log.add(Kind.STRUCTURE, line, "there is no enacting line above the first paragraph")
            return at
    return len(lines)


def _with_letter(lines: Sequence[Line], at: int) -> int:
    """A composite resolution's first letter "A" stands a few lines above its enacting line."""
    above = [back for back in range(max(0, at - 6), at) if lines[back].text == "A"]
    return above[-1] if above else at


def _read_head(lines: Sequence[Line], words: Words, gathered: Gathered, log: Log) -> Head:
    rest: list[Line] = []
    after_agenda = False
    for at, line in enumerate(lines):
        if _is_furniture(line, words, gathered, log):
            continue
        fields = scan(line.folded, words)
        if fields:
            gathered.line(line, fields)
            after_agenda = fields[-1].name == "agenda"
        elif after_agenda and line.text and not _ends_agenda(lines[at : at + 2], words):
            gathered.agenda_title(whole(line))
        elif (symbol := any_symbol(line)) and not rest:
            gathered.found(Found(symbol=symbol), line)
        else:
            after_agenda = False
            rest.append(line)
    return read_head(rest, words)


def _ends_agenda(lines: Sequence[Line], words: Words) -> bool:
    return starts_origin(lines[0], words) or is_sponsors(lines[0], words)


def _is_furniture(line: Line, words: Words, gathered: Gathered, log: Log) -> bool:
    found = furniture(line, words) if line.text else None
    if found is None:
        return False
    log.skip(line, found[0], line.text)
    gathered.found(found[1], line)
    return True


@dataclass(frozen=True, slots=True)
class _Reading:
    """Everything that was found, on its way to one value."""

    words: Words
    gathered: Gathered
    head: Head
    body: Body
    log: Log
    wrapped: bool

    def resolution(self) -> Resolution:
        found = structure(self.body.items, self.words)
        texts = place_notes(
            self._stretches(found), self.body.notes, self.words, self.log, spaced=self.wrapped
        )
        masthead = self.gathered.masthead(texts.inlines)
        organ = masthead.organ or self._organ(found, masthead.symbol)
        assembler = Assembler(self.words, self._scheme(organ), texts, self.log, _ids(texts))
        origin = self.head.origin(texts.inlines)
        return Resolution(
            kind=self._kind(masthead.symbol, adopted=isinstance(origin, Adoption)),
            language=self.words.profile.code,
            masthead=replace(
                masthead, organ=organ, committee=masthead.committee or _committee(masthead.symbol)
            ),
            origin=origin,
            number=self.head.number,
            title=texts.inlines(self.head.title),
            parts=tuple(self._part(part, assembler) for part in found.parts),
            annexes=tuple(self._annex(annex, assembler, found) for annex in found.annexes),
        )

    def _stretches(self, found: Structure) -> Iterator[Stretch]:
        """Every stretch of text in reading order; labels and marks of other kinds do not matter."""
        yield from self.gathered.stretches()
        yield from self.head.stretches()
        for part in found.parts:
            yield from part.title
            yield from (whole(item.line) for item in part.items)
        for annex in found.annexes:
            yield from annex.title
            yield from (whole(item.line) for item in annex.items)

    def _part(self, lines: PartLines, assembler: Assembler) -> Part:
        scope = lines.scope(self.words, self.log)
        blocks = assembler.scope(scope.blocks, single=assembler.scheme.single_operative)
        cut = len(scope.preamble)
        return Part(
            letter=lines.letter,
            title=assembler.texts.inlines(lines.title),
            enacting=assembler.enacting(lines.enacting),
            preamble=blocks[:cut],
            operative=blocks[cut:],
            closing=tuple(assembler.texts.inlines((line,)) for line in lines.closing),
        )

    def _annex(self, lines: AnnexLines, assembler: Assembler, found: Structure) -> Annex:
        scope = lines.scope(self.words, self.log)
        scheme = assembler.scheme
        place = found.annexes.index(lines) + 1
        derived = scheme.annex if len(found.annexes) == 1 else scheme.annex_number.label(place)
        title = assembler.texts.inlines(lines.title)
        return Annex(
            id=assembler.ids.make("a", plain_text(title) or lines.label),
            title=title,
            blocks=assembler.scope(scope.operative, single=True, annex=True),
            label=None if lines.label == derived else lines.label,
        )

    def _organ(self, found: Structure, symbol: str) -> str:
        """The organ by the enacting line, else by the symbol."""
        line = found.parts[0].enacting
        enacted = enacting(line, self.words) if line else None
        by_symbol = (organ.name for organ in organs() if organ.symbol_form(symbol))
        return enacted.organ if enacted else next(by_symbol, "")

    def _scheme(self, organ: str) -> Scheme:
        single = organ in resources.names("organs") and resources.organ(organ).single_operative
        return self.words.profile.numbering(single_operative=single)

    def _kind(self, symbol: str, *, adopted: bool) -> DocumentKind:
        """What it is by its symbol, else by its origin."""
        forms = (form for organ in organs() if (form := organ.symbol_form(symbol)))
        form = next(forms, None)
        if form is not None:
            return form.kind
        return DocumentKind.RESOLUTION if adopted or self.head.number else DocumentKind.DRAFT


def _committee(symbol: str) -> str:
    forms = (form for organ in organs() if (form := organ.symbol_form(symbol)))
    return next((form.committee for form in forms), "")


def _ids(texts: Texts) -> IdMaker:
    taken = [
        inline.id for cuts in texts.cuts.values() for _, inline in cuts if hasattr(inline, "id")
    ]
    return IdMaker(taken)
