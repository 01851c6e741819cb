"""A part of a resolution: its letter and title, preamble, operative part and closing lines."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from lxml import etree

from drafter.formats.akn.context import Context
from drafter.formats.akn.names import child, local, own, words
from drafter.formats.akn.read_blocks import Building, blocks, embedded, heading_text, structure
from drafter.formats.akn.read_closing import closing
from drafter.formats.akn.read_inline import inlines, note, tidy
from drafter.formats.akn.read_lines import Hint, lines
from drafter.formats.akn.read_meta import opaque
from drafter.formats.akn.read_nest import Node, Sort
from drafter.model import Blocks, Break, Inlines, Opaque, Part, Run, Style
from drafter.report import Kind

_LOOKS = {
    "italic": frozenset((Style.ITALIC,)),
    "bold": frozenset((Style.BOLD,)),
    "bold italic": frozenset((Style.BOLD, Style.ITALIC)),
}


@dataclass(slots=True)
class Head:
    """What a preface says: number, title, and the letter of a part with the note beside it."""

    number: str = ""
    title: Inlines = ()
    letter: str = ""
    beside: Inlines = ()
    printed: str = ""
    bold_letter: bool = True


def preface(element: etree._Element | None, context: Context) -> Head:
    """Read a preface; whatever else stands in it is added to the title with a notice."""
    head = Head()
    if element is None:
        return head
    if context.exact:
        return _exact(element, head, context)
    for inner in element.iter(etree.Element):
        name = local(inner)
        if name == "docNumber" and (head.number or "letter" in inner.get("refersTo", "")):
            head.letter = words(inner)
            head.bold_letter = any(e.get("class") == "bold" for e in inner)
        elif name == "docNumber":
            head.number = words(inner).removesuffix(".")
            head.printed = words(inner)
        elif name == "docTitle":
            head.title = _with_line(head.title, heading_text(inlines(inner, context)))
        elif name == "authorialNote" and local(_parent(inner)) == "p":
            head.beside = (*head.beside, *tidy([Run(note(inner, context))]))
        elif name not in _KNOWN and not _inside(inner, element) and words(inner).strip("()"):
            context.note(Kind.SKIPPED, f"{name} in the preface is left out", inner, words(inner))
    return head


def _with_line(before: Inlines, line: Inlines) -> Inlines:
    """A title and its next line; an empty one adds no break."""
    return (*before, Break(), *line) if before and line else before or line


def _exact(element: etree._Element, head: Head, context: Context) -> Head:
    for inner in element.iter(etree.Element):
        name = local(inner)
        if name == "docNumber" and "letter" in inner.get("refersTo", ""):
            head.letter = "".join(str(words_) for words_ in inner.itertext())
        elif name == "docNumber":
            head.number = (inner.text or "").removesuffix(".")
        elif name == "docTitle" and inner.get("refersTo") != "sponsors":
            head.title = inlines(inner, context)
        elif inner.get(own("text")) == "part-title":
            head.beside = inlines(inner, context)
    return head


_KNOWN = frozenset(("preface", "p", "docNumber", "docTitle", "authorialNote"))


def _parent(element: etree._Element) -> etree._Element:
    above = element.getparent()
    return element if above is None else above


def _inside(element: etree._Element, preface_: etree._Element) -> bool:
    """Whether an element stands in one that is read whole."""
    above = element.getparent()
    while above is not None and above is not preface_:
        if local(above) in ("docTitle", "docNumber", "authorialNote"):
            return True
        above = above.getparent()
    return False


def opening_style(root: etree._Element, context: Context) -> frozenset[Style]:
    """The look of opening words in this text: that of most of its preambular paragraphs.

    Arabic texts of Geneva print them italic, those of New York bold italic.
    """
    seen: Counter[str] = Counter()
    for holder in root.iter("{*}container", "{*}crossHeading"):
        span = next(holder.iter("{*}span"), None)
        if span is not None:
            seen[" ".join(sorted(span.get("class", "").split()))] += 1
    for look, _ in seen.most_common(1):
        if look in _LOOKS:
            return _LOOKS[look]
    return frozenset(context.profile.opening)


def part(statement: etree._Element, head: Head, building: Building, *, alone: bool) -> Part:
    """One part; in a collection its letter and title stand in its own preface."""
    context = building.context
    if not alone:
        own = preface(child(statement, "preface"), context)
        letter, title = own.letter or own.number, (*own.title, *own.beside)
    else:
        letter, title = head.letter, head.beside
    enacting, preamble = _preamble(child(statement, "preamble"), building)
    lines_, breaks = closing(child(statement, "conclusions"), context)
    first, operative = _body(child(statement, "mainBody"), head, building)
    operative = (*operative, *components(statement, building))
    return Part(
        letter=letter,
        title=title,
        enacting=enacting or first,
        preamble=preamble,
        operative=operative,
        closing=lines_,
        meta=(*(() if alone else _metas(statement)), *breaks),
    )


def _metas(statement: etree._Element) -> tuple[Opaque, ...]:
    meta = child(statement, "meta")
    return tuple(opaque(inner) for inner in (meta if meta is not None else ()) if local(inner))


def _preamble(element: etree._Element | None, building: Building) -> tuple[Inlines, Blocks]:
    if element is None:
        return (), ()
    found = lines(element, building.context, Hint.PREAMBULAR)
    return _enacted(structure(found, building.context, lone=False), building)


def component_statements(statement: etree._Element) -> list[etree._Element]:
    """The texts that stand as components of a statement, as in files of 2021."""
    return [
        inner
        for holder in statement
        if local(holder) == "components"
        for component in holder
        for inner in component
        if local(inner)
    ]


def components(statement: etree._Element, building: Building) -> Blocks:
    """These texts as embedded ones, marked with the form that they have in the file."""
    return tuple(
        replace(block, meta=(("form", "component"),))
        for inner in component_statements(statement)
        for block in embedded(inner, lines(inner, building.context), building)
    )


def _enacted(nodes: list[Node], building: Building) -> tuple[Inlines, Blocks]:
    """The enacting line, when it comes first, and the blocks after it."""
    if nodes and nodes[0].sort is Sort.FORMULA:
        return nodes[0].body, blocks(nodes[1:], building)
    return (), blocks(nodes, building)


def _body(element: etree._Element | None, head: Head, building: Building) -> tuple[Inlines, Blocks]:
    if element is None:
        return (), ()
    nodes = structure(lines(element, building.context), building.context, lone=True)
    if nodes and nodes[0].sort is Sort.TITLE and not head.title:
        head.title = heading_text(nodes[0].body)
        nodes = nodes[1:]
    return _enacted(nodes, building)
