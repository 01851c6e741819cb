"""Running text: the mixed content of an element to inlines.

Presentation is dropped on the way, as two files that print alike must read alike: leading tabs and
pretty-printing line ends, spaces at the edge of a style, a phrase split over spans of equal look,
the raised brackets that Arabic prints around a note mark.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from drafter.formats.akn.context import Context
from drafter.formats.akn.names import INLINE, OWN, SPACE, local, words
from drafter.model import (
    Blank,
    Break,
    Form,
    Inlines,
    Note,
    NoteMark,
    Reference,
    Run,
    Series,
    Style,
    Text,
    build,
    flatten,
    plain_text,
)
from drafter.report import Kind

_CLASSES = {
    "italic": Style.ITALIC,
    "bold": Style.BOLD,
    "underline": Style.UNDERLINE,
    "strike": Style.STRIKE,
    "smallCaps": Style.SMALL_CAPS,
}
_ELEMENTS = {
    "i": Style.ITALIC,
    "b": Style.BOLD,
    "u": Style.UNDERLINE,
    "sup": Style.SUPERSCRIPT,
    "sub": Style.SUBSCRIPT,
    "ins": Style.UNDERLINE,
    "del": Style.STRIKE,
}
_PLACED = frozenset(("upperLeft", "upperRight", "rightBig", "rightSmall"))
"""Classes that say where on the cover page a line stands."""

_MADE, _HREF = f"{{{OWN}}}made", f"{{{OWN}}}href"
_STYLES = {style.value: style for style in Style}
_EMPTY_MARK = re.compile(r"[ \t\n\r]*\([ \t\n\r]*\)")
_EDGE = " \u00a0"


@dataclass(slots=True)
class Look:
    """The styles and the link around a stretch of text."""

    styles: frozenset[Style] = frozenset()
    href: str = ""


PLAIN = Look()
Pieces = list[Run]


def inlines(element: etree._Element, context: Context) -> Inlines:
    """The whole content of an element as inlines in normal form."""
    return tidy(pieces(element, context), exact=context.exact)


def pieces(element: etree._Element, context: Context) -> Pieces:
    """The content of an element as raw runs, white space as it stands."""
    out: Pieces = []
    _inside(element, PLAIN, out, context)
    return out


def gather(element: etree._Element, out: Pieces, context: Context) -> None:
    """Append an inline element itself (not its tail) to raw runs."""
    _element(element, PLAIN, out, context)


def _inside(element: etree._Element, look: Look, out: Pieces, context: Context) -> None:
    if element.text:
        out.append(Run(Text(element.text), _ordered(look), look.href))
    for inner in element:
        _element(inner, look, out, context)
        if inner.tail:
            out.append(Run(Text(inner.tail), _ordered(look), look.href))


def _ordered(look: Look) -> tuple[Style, ...]:
    return tuple(sorted(look.styles, key=_PLACE.__getitem__)) if look.styles else ()


_PLACE = {style: place for place, style in enumerate(Style)}


def _element(element: etree._Element, look: Look, out: Pieces, context: Context) -> None:
    name = local(element)
    if context.exact and element.get(_MADE) is not None:
        return
    if name == "authorialNote":
        out.append(Run(note(element, context)))
    elif name in ("eol", "br"):
        out.append(Run(Break()))
    elif name in _SPECIAL:
        out.append(Run(_SPECIAL[name](element), _ordered(look), look.href))
    elif name:
        if name == "a" and not words(element):
            context.note(Kind.SKIPPED, "a link without words", element, element.get("href", ""))
        _inside(element, _look(element, name, look, context), out, context)
        if name not in INLINE and not context.exact:
            out.append(Run(Text(" ")))


def _look(element: etree._Element, name: str, look: Look, context: Context) -> Look:
    if name == "a":
        href = element.get(_HREF) if context.exact else None
        return Look(look.styles, look.href or (element.get("href", "") if href is None else href))
    if name in _ELEMENTS:
        return Look(look.styles | {_ELEMENTS[name]}, look.href)
    own = element.get(f"{{{OWN}}}style") if context.exact else None
    if own is not None:
        return Look(frozenset(_STYLES[word] for word in own.split() if word in _STYLES), look.href)
    signs = element.get("class", "") if name == "span" else element.get("name", "")
    return _classed(signs, element, name, look, context)


def _classed(signs: str, element: etree._Element, name: str, look: Look, context: Context) -> Look:
    new = set(look.styles)
    for sign in signs.split() if name == "span" or signs == "smallCaps" else ():
        if sign in _CLASSES:
            new.add(_CLASSES[sign])
        elif sign not in _PLACED:
            context.note(
                Kind.UNKNOWN, f"unknown class {sign!r} of a span; its text is kept", element
            )
    return Look(frozenset(new), look.href) if len(new) > len(look.styles) else look


def note(element: etree._Element, context: Context) -> Note:
    """A footnote; the file's marker is its mark until it has been compared with the derived one."""
    out: Pieces = []
    _inside(element, PLAIN, out, context)
    if not context.exact:
        _drop_empty_mark(out)
    body = tidy(out, exact=context.exact)
    mark = SPACE.sub("", element.get("marker", "")) or None
    series = Series.ASTERISK if mark and set(mark) == {"*"} else Series.NUMBERED
    if context.exact:
        series = Series(element.get(f"{{{OWN}}}series", Series.NUMBERED.value))
        mark = element.get(f"{{{OWN}}}mark")
    id_ = context.id("n", plain_text(body), element.get("wId"))
    if not context.exact and mark is not None:
        context.marks[id_] = mark
        mark = None
    return Note(id_, body, series, mark)


def _drop_empty_mark(out: Pieces) -> None:
    """Arabic notes begin with "()", where Word puts the mark."""
    for place, run in enumerate(out):
        if not isinstance(run.atom, Text):
            return
        if run.atom.text.strip(" \t\n\r\u00a0\u200f\u200e"):
            rest = (
                _EMPTY_MARK.sub("", run.atom.text, count=1)
                if _EMPTY_MARK.match(run.atom.text)
                else None
            )
            if rest is not None:
                out[place] = Run(Text(rest), run.styles, run.href)
            return


def _reference(element: etree._Element) -> Reference:
    return Reference(
        element.get(f"{{{OWN}}}target", element.get("href", "").removeprefix("#")),
        Form(element.get(f"{{{OWN}}}form", Form.PLACED.value)),
        element.get(f"{{{OWN}}}pinned"),
    )


def _mark(element: etree._Element) -> NoteMark:
    return NoteMark(element.get(f"{{{OWN}}}target", element.get("href", "").removeprefix("#")))


def _blank(element: etree._Element) -> Blank:
    return Blank(element.get("originalText", ""))


_Special = Callable[[etree._Element], Reference | NoteMark | Blank]  # noqa: SLF001 - lxml names it so
_SPECIAL: dict[str, _Special] = {"ref": _reference, "noteRef": _mark, "placeholder": _blank}


def cut_ends(body: Inlines, first: str, last: str, *, exact: bool = False) -> Inlines:
    """A text without one sign at its start and one at its end, each if it is there."""
    runs = list(flatten(body))
    if runs and isinstance(head := runs[0].atom, Text) and head.text.startswith(first):
        runs[0] = Run(Text(head.text.removeprefix(first)), runs[0].styles, runs[0].href)
    if runs and isinstance(end := runs[-1].atom, Text) and end.text.endswith(last):
        runs[-1] = Run(Text(end.text.removesuffix(last)), runs[-1].styles, runs[-1].href)
    return tidy(runs, exact=exact)


def tidy(runs: Pieces, *, exact: bool = False) -> Inlines:
    """Raw runs as inlines: white space collapsed and taken out of the edges of styles.

    `exact`: as they stand, in a file that has no presentation in its text.
    """
    return build(runs if exact else _spaced(_bracketless(runs)))


def _bracketless(runs: Pieces) -> Pieces:
    """Without the raised brackets around note marks (Arabic)."""
    if not any(Style.SUPERSCRIPT in run.styles for run in runs):
        return runs
    out = list(runs)
    for place, run in enumerate(out):
        if isinstance(run.atom, Note) and 0 < place < len(out) - 1:
            before, after = _raised(out[place - 1]), _raised(out[place + 1])
            if before.endswith("(") and after.startswith(")"):
                out[place - 1] = _with(out[place - 1], before.removesuffix("("))
                out[place + 1] = _with(out[place + 1], after.removeprefix(")"))
    return out


def _raised(run: Run) -> str:
    """The words of a raised run; "" for any other."""
    if isinstance(run.atom, Text) and Style.SUPERSCRIPT in run.styles:
        return run.atom.text.strip(" \t\n\r")
    return ""


def _with(run: Run, words: str) -> Run:
    return Run(Text(words), run.styles, run.href)


def _spaced(runs: Iterable[Run]) -> Iterator[Run]:
    """The runs with single spaces between words; a space has what its two neighbours share."""
    last: Run | None = None
    gap = False
    for run in _trimmed(list(_cores(runs))):
        if run is None:
            gap = True
            continue
        if (
            gap
            and last is not None
            and not isinstance(last.atom, Break)
            and not isinstance(run.atom, Break)
        ):
            yield _space(last, run)
        gap = False
        yield run
        last = run


def _space(left: Run, right: Run) -> Run:
    if not isinstance(left.atom, Text) or not isinstance(right.atom, Text):
        return Run(Text(" "))
    styles = tuple(style for style in left.styles if style in right.styles)
    return Run(Text(" "), styles, left.href if left.href == right.href else "")


def _cores(runs: Iterable[Run]) -> Iterator[Run | None]:
    """Text without its outer white space, `None` for each space between words of two runs."""
    for run in runs:
        if not isinstance(run.atom, Text):
            yield run
            continue
        text = SPACE.sub(" ", run.atom.text) if not _simple(run.atom.text) else run.atom.text
        core = text.strip(" ")
        if not core:
            if text:
                yield None
            continue
        if text[0] == " ":
            yield None
        yield Run(Text(core), run.styles, run.href)
        if text[-1] == " ":
            yield None


_NOT_SIMPLE = re.compile(r"[\t\n\r\x7f-\x9f\u2028\u2029]|  ")


def _simple(text: str) -> bool:
    return _NOT_SIMPLE.search(text) is None


def _trimmed(cores: list[Run | None]) -> list[Run | None]:
    """Without white space and no-break spaces at the edges of the block."""
    while cores and _shorten(cores, 0, str.lstrip):
        pass
    while cores and _shorten(cores, -1, str.rstrip):
        pass
    return cores


def _shorten(cores: list[Run | None], place: int, strip: Callable[[str, str], str]) -> bool:
    """Strip the text at one edge; true while there may be more to strip."""
    run = cores[place]
    if run is None:
        del cores[place]
        return True
    if not isinstance(run.atom, Text):
        return False
    text = strip(run.atom.text, _EDGE)
    if text == run.atom.text:
        return False
    if text:
        cores[place] = Run(Text(text), run.styles, run.href)
        return False
    del cores[place]
    return True
