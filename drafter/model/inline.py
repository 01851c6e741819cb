"""Running text: what stands inside a paragraph, a title, a note, a table cell.

`Inlines` is a tuple of `Inline` in **normal form**: neighbouring `Text` joined, nothing empty,
emphasis nested in the order of `Style` with the first style outermost, a link around everything,
and no style or link around notes, marks and breaks (a mark is printed the same wherever it
stands). `normalise` gives that form; `flatten` and `build` lead through it: a flat sequence of
atoms with their styles is how Word, Akoma Ntoso and the comparison see text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby
from typing import TypeAlias, assert_never


class Style(StrEnum):
    """Kinds of emphasis; the order of the members is the order of nesting.

    OPENING marks the words that open a paragraph ("Recalling also"): one kind of its own, because
    it is printed italic in English, French, Spanish and Russian, bold italic in Arabic and bold in
    Chinese.
    """

    OPENING = "opening"
    ITALIC = "italic"
    BOLD = "bold"
    UNDERLINE = "underline"
    STRIKE = "strike"
    SMALL_CAPS = "small-caps"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"


class Series(StrEnum):
    """The two series of note marks: 1, 2, 3 in the text; *, ** on masthead, sponsors, agenda."""

    NUMBERED = "numbered"
    ASTERISK = "asterisk"


class Form(StrEnum):
    """How a reference is printed: "paragraph 3 (a) above", "paragraph 3 (a)" or "3 (a)"."""

    PLACED = "placed"
    NAMED = "named"
    BARE = "bare"


@dataclass(frozen=True, slots=True)
class Text:
    """Characters, printed as they are: no control characters, tabs or line ends."""

    text: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Text in one style."""

    style: Style
    body: Inlines


@dataclass(frozen=True, slots=True)
class Link:
    """Text that leads to an address."""

    href: str
    body: Inlines


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote, sitting where it is called; its mark follows from its place.

    `mark` is an override for a printed mark that is not the derived one; numbering goes on from it
    when it is a number.
    """

    id: str
    body: Inlines
    series: Series = Series.NUMBERED
    mark: str | None = None


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The mark of another note, repeated (practice until about the seventy-fourth session)."""

    target: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference to a paragraph by its id; `pinned` is a text that must not follow renumbering."""

    target: str
    form: Form = Form.PLACED
    pinned: str | None = None


@dataclass(frozen=True, slots=True)
class Blank:
    """An unfilled slot of a clause, named."""

    name: str


@dataclass(frozen=True, slots=True)
class Break:
    """A line break inside a title, a closing line or a table cell."""


Inline: TypeAlias = Text | Emphasis | Link | Note | NoteMark | Reference | Blank | Break
Inlines: TypeAlias = tuple[Inline, ...]
Atom: TypeAlias = Text | Note | NoteMark | Reference | Blank | Break

STYLE_ORDER: tuple[Style, ...] = tuple(Style)
_UNSTYLED = (Note, NoteMark, Break)


@dataclass(frozen=True, slots=True)
class Run:
    """An atom with everything around it: its styles in nesting order, and its link or ""."""

    atom: Atom
    styles: tuple[Style, ...] = ()
    href: str = ""


def text(*words: str) -> Inlines:
    """Plain text as inlines: `text("Decides ", "to meet")`."""
    return normalise(tuple(Text(word) for word in words))


def flatten(inlines: Inlines) -> tuple[Run, ...]:
    """The inlines as a flat sequence of runs, neighbouring text of equal style joined."""
    return tuple(_join(_runs(inlines, frozenset(), "")))


def build(runs: Iterable[Run]) -> Inlines:
    """Inlines in normal form from flat runs; the inverse of `flatten`."""
    return _link(list(_join(runs)))


def normalise(inlines: Inlines) -> Inlines:
    """The same text in normal form; equal texts have equal normal forms."""
    if len(inlines) == 1 and isinstance(inlines[0], Text) and inlines[0].text:
        return inlines  # most texts are so, and normalising is half of the work of reading
    return build(_runs(inlines, frozenset(), ""))


def map_inlines(inlines: Inlines, change: Callable[[Inline], Inlines]) -> Inlines:
    """Every inline replaced by what `change` makes of it, innermost first; in normal form."""
    return normalise(tuple(new for old in inlines for new in change(_inside(old, change))))


def query_inlines(inlines: Inlines) -> Iterator[Inline]:
    """Every inline, outer before inner, notes' own text included, in reading order."""
    for inline in inlines:
        yield inline
        if isinstance(inline, Emphasis | Link | Note):
            yield from query_inlines(inline.body)


def _inside(inline: Inline, change: Callable[[Inline], Inlines]) -> Inline:
    if isinstance(inline, Emphasis | Link | Note):
        return replace(inline, body=map_inlines(inline.body, change))
    return inline


def _runs(inlines: Inlines, styles: frozenset[Style], href: str) -> Iterator[Run]:
    for inline in inlines:
        match inline:
            case Emphasis(style, body):
                yield from _runs(body, styles | {style}, href)
            case Link(inner, body):
                yield from _runs(body, styles, href or inner)
            case Note():
                yield Run(replace(inline, body=normalise(inline.body)))
            case NoteMark() | Break():
                yield Run(inline)
            case Text() | Reference() | Blank():
                yield Run(inline, tuple(s for s in STYLE_ORDER if s in styles), href)
            case _:
                assert_never(inline)


def _join(runs: Iterable[Run]) -> Iterator[Run]:
    last: Run | None = None
    for run in map(_canonical, runs):
        if isinstance(run.atom, Text):
            if not run.atom.text:
                continue
            if last is not None and isinstance(last.atom, Text) and _same_look(last, run):
                last = replace(last, atom=Text(last.atom.text + run.atom.text))
                continue
        if last is not None:
            yield last
        last = run
    if last is not None:
        yield last


def _canonical(run: Run) -> Run:
    """The run with its styles once each and in nesting order, and none where none is printed."""
    if isinstance(run.atom, _UNSTYLED):
        return Run(run.atom) if run.styles or run.href else run
    if len(run.styles) < 2:
        return run
    return replace(run, styles=tuple(style for style in STYLE_ORDER if style in run.styles))


def _same_look(a: Run, b: Run) -> bool:
    return a.styles == b.styles and a.href == b.href


def _link(runs: list[Run]) -> Inlines:
    out: list[Inline] = []
    for href, group in groupby(runs, key=lambda run: run.href):
        body = _style(list(group), 0)
        out.extend((Link(href, body),) if href else body)
    return tuple(out)


def _style(runs: list[Run], depth: int) -> Inlines:
    """Nest the runs by the outermost style each still has, from `depth` inwards."""
    out: list[Inline] = []
    for style, group in groupby(runs, key=lambda run: _style_at(run, depth)):
        members = list(group)
        if style is None:
            out.extend(run.atom for run in members)
        else:
            out.append(Emphasis(style, _style(members, depth + 1)))
    return tuple(out)


def _style_at(run: Run, depth: int) -> Style | None:
    return run.styles[depth] if depth < len(run.styles) else None
