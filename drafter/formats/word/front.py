"""What stands between the masthead and the text: session, agenda, origin, number and title."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from drafter.formats.word.read_fields import printed
from drafter.formats.word.runs import line_break, plain, runs, tab
from drafter.formats.word.skeleton import field_bookmark
from drafter.formats.word.writing import Line, Spot, Writing
from drafter.formats.word.xml import Element
from drafter.model import (
    Adoption,
    Break,
    DocumentKind,
    Emphasis,
    Inlines,
    Style,
    Submission,
    Text,
    build,
    flatten,
    query_inlines,
    text,
)

_NBSP = "\u00a0"
_PREPOSITION = 3
"""Letters of the longest preposition before a date in the six languages."""


def front(writing: Writing) -> list[Line]:
    """The Word paragraphs before the enacting line, in their printed order."""
    return [*_session_block(writing), *_number_alone(writing), *_origin(writing), *_title(writing)]


def marked(
    writing: Writing, name: str, inlines: Inlines, *places: int, upright: bool = False
) -> list[Element]:
    """A text of the front in its bookmark."""
    spot = Spot(writing.document, upright=upright)
    return writing.mark(field_bookmark(name, *places), runs(inlines, writing, spot))


def _session_block(writing: Writing) -> list[Line]:
    masthead = writing.resolution.masthead
    committee = printed("committee", masthead.committee, writing.language)
    fields = (("Session", "session", masthead.session), ("Committee", "committee", committee))
    lines = [Line(s, tuple(marked(writing, n, text(words)))) for s, n, words in fields if words]
    for place, item in enumerate(masthead.agenda, 1):
        line = marked(writing, "agenda", item.line, place)
        lines.append(Line("AgendaItemNormal", tuple(line)))
        if item.title:
            title = marked(writing, "agenda_title", item.title, place)
            lines.append(Line(_agenda_style(item.title), tuple(title)))
    return spaced_last(lines, writing.layout.gaps["session"])


def _agenda_style(title: Inlines) -> str:
    """A title broken by hand has the width of the official template, so that its lines fit.

    Most official titles are broken by hand, shorter than that; one that is not broken is set in the
    narrower place that gives the most of their lines.
    """
    broken = any(isinstance(inline, Break) for inline in query_inlines(title))
    return "AgendaTitleBroken" if broken else "AgendaTitleH2"


def spaced_last(lines: list[Line], after: int) -> list[Line]:
    """The same lines with another space after the last one."""
    return [*lines[:-1], lines[-1].spaced(after)] if lines else lines


def _origin(writing: Writing) -> list[Line]:
    match writing.resolution.origin:
        case Submission(sponsors, line):
            return [*_sponsors(writing, sponsors, line), *_submission(writing, line)]
        case Adoption() as adoption:
            return [*_adoption(writing, adoption), *_bracket(writing, adoption.bracket)]
        case _:
            assert_never(writing.resolution.origin)


def _sponsors(writing: Writing, sponsors: tuple[Inlines, ...], line: Inlines) -> list[Line]:
    if not sponsors:
        return []
    content: list[Element] = []
    for place, sponsor in enumerate(sponsors, 1):
        if place > 1:
            content.append(plain(_between(writing, place, len(sponsors)), writing))
        content += marked(writing, "sponsor", sponsor, place)
    if not line:
        content.append(plain(_submitted(writing), writing))
    return [Line("Sponsors", tuple(content))]


def _between(writing: Writing, place: int, count: int) -> str:
    return writing.language.list_end if place == count else writing.language.list_separator


def _submitted(writing: Writing) -> str:
    decision = writing.resolution.kind is DocumentKind.DECISION
    return writing.language.submitted(decision=decision)


def _submission(writing: Writing, line: Inlines) -> list[Line]:
    return [Line("Submission", tuple(marked(writing, "submission", line)))] if line else []


def _adoption(writing: Writing, adoption: Adoption) -> list[Line]:
    if not adoption.line:
        return []
    spot = Spot(writing.document)
    head, tail = _parted(writing, adoption) if writing.layout.adoption_break else ((), ())
    if not tail:
        content = runs(adoption.line, writing, spot)
    else:
        rest = runs(tail, writing, spot)
        content = [*runs(head, writing, spot), line_break("LayoutOnly"), *rest]
    return [Line("AdoptionLine", tuple(writing.mark(field_bookmark("adoption"), content)))]


def _parted(writing: Writing, adoption: Adoption) -> tuple[Inlines, Inlines]:
    """The adoption line before and from "on 6 October 2009"; no tail where it is not so plain."""
    first, *others = flatten(adoption.line)
    if not isinstance(first.atom, Text) or adoption.date is None:
        return adoption.line, ()
    said = first.atom.text
    start = _date_start(said, writing.language.print_date(adoption.date))
    if start <= 0:
        return adoption.line, ()
    rest = replace(first, atom=Text(said[start:]))
    return build([replace(first, atom=Text(said[:start]))]), build([rest, *others])


def _date_start(said: str, printed: str) -> int:
    """Where the date begins, with a short word before it ("on", "le", "el"); -1 without a date."""
    start = said.replace(_NBSP, " ").find(printed.replace(_NBSP, " "))
    before = said[: max(start, 0)].rstrip(" ")
    word = before.rpartition(" ")[2]
    return len(before) - len(word) if 0 < len(word) <= _PREPOSITION else start


def _bracket(writing: Writing, bracket: Inlines) -> list[Line]:
    """The bracket is italic with roman brackets, unless its own text says what is italic."""
    if not bracket:
        return []
    own = any(isinstance(i, Emphasis) and i.style is Style.ITALIC for i in query_inlines(bracket))
    inside = marked(writing, "bracket", bracket, upright=own)
    around = (plain("[", writing, upright=True), plain("]", writing, upright=True))
    return [Line("OriginBracket", (around[0], *inside, around[1]))]


def _number_alone(writing: Writing) -> list[Line]:
    """The number of a text without a title: "Resolution 2677 (2023)"."""
    if writing.resolution.title or not writing.resolution.number:
        return []
    before, _, behind = writing.language.phrases["resolution"].partition("{number}")
    number = marked(writing, "number", text(writing.resolution.number))
    around = [plain(before, writing)] if before else []
    ending = [plain(behind, writing)] if behind else []
    return [Line("ResolutionNumber", (*around, *number, *ending))]


def _title(writing: Writing) -> list[Line]:
    resolution = writing.resolution
    if not resolution.title:
        return []
    title = marked(writing, "title", resolution.title)
    if not resolution.number:
        return [Line("TitleUnnumbered", tuple(title))]
    number = marked(writing, "number", text(resolution.number))
    # Arabic prints the number of the title without a full stop.
    stop = [] if writing.rtl else [plain(".", writing)]
    return [Line("TitleH1", (*writing.tabbed("TitleH1"), *number, *stop, tab(), *title))]
