"""From sorted lines to a resolution: masthead, origin, parts, annexes put together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from drafter import resources
from drafter.formats.common.assemble import Assembler, labelled
from drafter.formats.common.head import Head
from drafter.formats.common.line import Stretch, whole
from drafter.formats.common.log import Log
from drafter.formats.common.masthead import Gathered
from drafter.formats.common.opening import enacting
from drafter.formats.common.several import tell_several
from drafter.formats.common.structure import AnnexLines, PartLines, Structure
from drafter.formats.common.texts import RunningText
from drafter.formats.common.words import Words, organs
from drafter.model import Adoption, Annex, DocumentKind, IdMaker, Part, Resolution, plain_text
from drafter.numbering import Scheme


def stretches(head: Head, gathered: Gathered, found: Structure) -> Iterator[Stretch]:
    """Every stretch of text in reading order; labels and marks of other kinds do not matter."""
    yield from gathered.stretches()
    yield from head.stretches()
    for part in found.parts:
        yield from part.title
        yield from (whole(item.line) for item in part.items)
    for annex in found.annexes:
        yield from annex.title
        yield from (whole(item.line) for item in annex.items)


@dataclass(frozen=True, slots=True)
class Composition:
    """Everything that was found in a source, on its way to one value.

    `texts` makes running text of stretches; `found` are the parts and annexes in the lines.
    """

    words: Words
    gathered: Gathered
    head: Head
    found: Structure
    texts: RunningText
    log: Log

    def resolution(self) -> Resolution:
        """The value."""
        found, texts = self.found, self.texts
        masthead = self.gathered.masthead(texts.inlines)
        organ = masthead.organ or self._organ(found, masthead.symbol)
        scheme = self._scheme(organ)
        assembler = Assembler(self.words, texts, self.log, IdMaker(texts.ids))
        origin = self.head.origin(texts.inlines)
        resolution = Resolution(
            kind=self._kind(masthead.symbol, adopted=isinstance(origin, Adoption)),
            language=self.words.profile.code,
            masthead=replace(
                masthead, organ=organ, committee=masthead.committee or _committee(masthead.symbol)
            ),
            origin=origin,
            number=self.head.number,
            title=texts.inlines(self.head.title),
            parts=tuple(self._part(part, assembler) for part in found.parts),
            annexes=tuple(self._annex(annex, assembler, scheme) for annex in found.annexes),
        )
        return labelled(resolution, scheme, assembler.printed, self.log)

    def _part(self, lines: PartLines, assembler: Assembler) -> Part:
        scope = lines.scope(self.words, self.log)
        tell_several(scope.operative, self.log)
        blocks = assembler.blocks(scope.blocks)
        cut = scope.cut
        return Part(
            letter=lines.letter,
            title=assembler.texts.inlines(lines.title),
            enacting=assembler.enacting(lines.enacting),
            preamble=blocks[:cut],
            operative=blocks[cut:],
            closing=tuple(assembler.texts.inlines((line,)) for line in lines.closing),
        )

    def _annex(self, lines: AnnexLines, assembler: Assembler, scheme: Scheme) -> Annex:
        scope = lines.scope(self.words, self.log)
        annexes = self.found.annexes
        place = annexes.index(lines) + 1
        derived = scheme.annex if len(annexes) == 1 else scheme.annex_number.label(place)
        title = assembler.texts.inlines(lines.title)
        return Annex(
            id=assembler.ids.make("a", plain_text(title) or lines.label),
            title=title,
            blocks=assembler.blocks(scope.operative, openings=False),
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
