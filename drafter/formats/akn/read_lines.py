"""The body of a text as a plain sequence of lines, whatever elements it is wrapped in.

Official files say the same thing in many ways: a sub-paragraph is a point of a list, an item, or a
paragraph of its own with "(a)" in its text; a heading is a heading, a subheading, a paragraph in
bold; a section is a section, a title, a part or nothing. So the elements are first undone to lines
with hints, and `read_nest` builds the structure from labels and order.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum

from lxml import etree

from drafter.formats.akn.context import Context
from drafter.formats.akn.names import INLINE, local, words
from drafter.formats.akn.read_inline import Pieces, gather, tidy
from drafter.model import (
    Inlines,
    Meta,
    Note,
    Run,
    Style,
    Text,
    build,
    flatten,
    normalise,
    plain_text,
)
from drafter.report import Kind


class Hint(StrEnum):
    """What the source's elements say that a line is."""

    TEXT = "text"
    PREAMBULAR = "preambular"
    HEADING = "heading"
    TAIL = "tail"
    TITLE = "title"
    FORMULA = "formula"
    SEPARATOR = "separator"
    TABLE = "table"
    EMBEDDED = "embedded"


@dataclass(slots=True)
class Line:
    """A line of the body. `depth` is that of the lists around it; `num` the text of its num.

    `element` is where it stands in the source; `inner` are the lines of an embedded text; `meta`
    is what its paragraph keeps of how the source writes it.
    """

    hint: Hint
    element: etree._Element
    body: Inlines = ()
    num: str = ""
    depth: int = 0
    style: str = ""
    inner: list[Line] = field(default_factory=list)
    meta: Meta = ()


@dataclass(frozen=True, slots=True)
class _Where:
    """What the elements around a line say about it."""

    hint: Hint = Hint.TEXT
    depth: int = 0
    style: str = ""


_HEADINGS = frozenset(("heading", "subheading"))
_LISTS = frozenset(("list", "sublist", "blockList", "ul", "ol"))
_DEEP = 6
"""The deepest list of an official text that was meant so; what is deeper is a broken conversion."""

_WHOLE_HEADING = 300
"""An unnumbered paragraph all in bold is a heading when it is shorter than this (characters)."""


def lines(element: etree._Element, context: Context, hint: Hint = Hint.TEXT) -> list[Line]:
    """The lines inside an element, in order."""
    walk = _Walk(context)
    walk.inside(element, _Where(hint))
    walk.close(element)
    return walk.lines


class _Walk:
    """One pass over the elements; keeps the number that waits for its text."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.lines: list[Line] = []
        self.num = ""
        self.num_at: tuple[etree._Element, _Where] | None = None
        self.open: Pieces = []
        self.start: int | None = None

    def inside(self, element: etree._Element, where: _Where) -> None:
        """Everything inside an element: runs of inline content are lines, blocks are entered."""
        self.open = []
        if element.text and not element.text.isspace():
            self.open.append(Run(Text(element.text)))
        for inner in element:
            name = local(inner)
            if name in INLINE and name != "decoration":
                gather(inner, self.open, self.context)
            elif name:
                self.flush(element, where)
                self.block(inner, name, where)
            if inner.tail and (self.open or not inner.tail.isspace()):
                self.open.append(Run(Text(inner.tail)))
        self.flush(element, where)

    def flush(self, element: etree._Element, where: _Where) -> None:
        """End the line that is open."""
        runs, self.open = self.open, []
        if not runs:
            return
        body = tidy(runs)
        if not body:
            return
        if all(isinstance(inline, Note) for inline in body) and self.lines and not self.num:
            self._hang(body)
            return
        num, self.num, self.num_at = self.num, "", None
        hint = Hint.TAIL if self._follows(where, num) else where.hint
        self.lines.append(Line(hint, element, body, num, where.depth, where.style))

    def _follows(self, where: _Where, num: str) -> bool:
        """Whether this is more text of a paragraph that has had its text."""
        return (
            where.hint is Hint.TEXT
            and not num
            and not where.depth
            and self.start is not None
            and any(line.hint is not Hint.HEADING for line in self.lines[self.start :])
        )

    def _hang(self, body: Inlines) -> None:
        """A note alone belongs to the line before it."""
        last = self.lines[-1]
        last.body = normalise((*last.body, *body))

    def close(self, element: etree._Element) -> None:
        """A number that has found no text of its own is a line, and labels the next one."""
        if self.num:
            at, where = self.num_at or (element, _Where())
            num, self.num, self.num_at = self.num, "", None
            self.lines.append(Line(where.hint, at, (), num, where.depth, where.style))

    def block(self, element: etree._Element, name: str, where: _Where) -> None:
        """A block element: enter it with what it says about its lines."""
        rule = _RULES.get(name)
        if rule is not None:
            rule(self, element, where)
        else:
            self.inside(element, where)

    def number(self, element: etree._Element, where: _Where) -> None:
        self.close(element)
        self.num = words(element).strip(" \u00a0")
        self.num_at = (element, where)

    def paragraph(self, element: etree._Element, where: _Where) -> None:
        self.close(element)
        outer, self.start = self.start, len(self.lines)
        self.inside(element, replace(where, style=element.get("class", where.style)))
        self.close(element)
        self.start = outer

    def point(self, element: etree._Element, where: _Where) -> None:
        self.close(element)
        self.inside(element, where)
        self.close(element)

    def mislabelled(self, element: etree._Element, where: _Where) -> None:
        self.context.note(Kind.STRUCTURE, f"a {local(element)} is read as a section", element)
        self.point(element, where)

    def deeper(self, element: etree._Element, where: _Where) -> None:
        if where.depth == _DEEP:
            self.context.note(Kind.STRUCTURE, f"a list stands more than {_DEEP} deep", element)
        self.inside(element, replace(where, depth=where.depth + 1))

    def intro(self, element: etree._Element, where: _Where) -> None:
        self.inside(element, replace(where, depth=max(where.depth - 1, 0)))

    def wrap_up(self, element: etree._Element, where: _Where) -> None:
        self.close(element)
        self.inside(element, replace(where, depth=max(where.depth - 1, 0), hint=Hint.TAIL))

    def heading(self, element: etree._Element, where: _Where) -> None:
        self.inside(element, replace(where, hint=Hint.HEADING))

    def title(self, element: etree._Element, where: _Where) -> None:
        self.inside(element, replace(where, hint=Hint.TITLE))

    def preambular(self, element: etree._Element, where: _Where) -> None:
        self.close(element)
        self.inside(element, replace(where, hint=Hint.PREAMBULAR))

    def formula(self, element: etree._Element, where: _Where) -> None:
        self.close(element)
        self.inside(element, replace(where, hint=Hint.FORMULA))

    def container(self, element: etree._Element, where: _Where) -> None:
        name = element.get("name", "")
        if name == "table" or any(local(inner) == "table" for inner in element):
            self.inside(element, where)
        elif name == "formula":
            self.formula(element, where)
        else:
            self.preambular(element, where)

    def named_block(self, element: etree._Element, where: _Where) -> None:
        hint = {"subheading": Hint.HEADING, "decoration": Hint.SEPARATOR}.get(
            element.get("name", "")
        )
        self.inside(element, where if hint is None else replace(where, hint=hint))

    def decoration(self, element: etree._Element, where: _Where) -> None:
        self.inside(element, replace(where, hint=Hint.SEPARATOR))

    def table(self, element: etree._Element, where: _Where) -> None:
        self.close(element)
        self.lines.append(Line(Hint.TABLE, element, depth=self._held(where)))

    def _held(self, where: _Where) -> int:
        """The depth of a block that stands inside a paragraph, below its text."""
        inside = self.start is not None and self.start < len(self.lines)
        return where.depth + 1 if inside else where.depth

    def embedded(self, element: etree._Element, where: _Where) -> None:
        self.close(element)
        inner = lines(element, self.context)
        self.lines.append(Line(Hint.EMBEDDED, element, depth=self._held(where), inner=inner))

    def elsewhere(self, element: etree._Element, where: _Where) -> None:
        """Read elsewhere: the annexes of a draft resolution that stands in a component."""

    def nothing(self, element: etree._Element, where: _Where) -> None:
        """Kept elsewhere: the metadata of an embedded text, a reference to a component."""
        del where
        if local(element) != "meta" and words(element):
            self.context.note(
                Kind.SKIPPED, f"a {local(element)} is left out", element, words(element)
            )


_Rule = Callable[["_Walk", etree._Element, _Where], None]  # noqa: SLF001 - lxml names it so
_RULES: dict[str, _Rule] = {
    "num": _Walk.number,
    "paragraph": _Walk.paragraph,
    "point": _Walk.point,
    "item": _Walk.point,
    "intro": _Walk.intro,
    "listIntroduction": _Walk.intro,
    "wrapUp": _Walk.wrap_up,
    "listWrapUp": _Walk.wrap_up,
    "crossHeading": _Walk.preambular,
    "formula": _Walk.formula,
    "container": _Walk.container,
    "block": _Walk.named_block,
    "decoration": _Walk.decoration,
    "table": _Walk.table,
    "embeddedStructure": _Walk.embedded,
    "quotedStructure": _Walk.embedded,
    "components": _Walk.embedded,
    "docTitle": _Walk.title,
    "meta": _Walk.nothing,
    "attachments": _Walk.elsewhere,
    "documentRef": _Walk.nothing,
    **dict.fromkeys(_HEADINGS, _Walk.heading),
    **dict.fromkeys(_LISTS, _Walk.deeper),
    "section": _Walk.point,
    **dict.fromkeys(("part", "title", "chapter"), _Walk.mislabelled),
}


def all_bold(body: Inlines) -> bool:
    """Whether every visible word is bold."""
    runs = [run for run in flatten(body) if isinstance(run.atom, Text) and run.atom.text.strip()]
    return bool(runs) and all(Style.BOLD in run.styles for run in runs)


def looks_like_heading(line: Line, label: str) -> bool:
    """An unnumbered paragraph all in bold, not too long."""
    return (
        line.hint in (Hint.TEXT, Hint.PREAMBULAR)
        and not label
        and all_bold(line.body)
        and len(plain_text(line.body)) < _WHOLE_HEADING
    )


def without(body: Inlines, *styles: Style) -> Inlines:
    """The same text without some styles."""
    return build(
        replace(run, styles=tuple(style for style in run.styles if style not in styles))
        for run in flatten(body)
    )
