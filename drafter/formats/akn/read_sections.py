"""Numbered headings to sections, and sections whose paragraphs start again at 1."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from drafter.formats.akn.read_labels import Shape, shape
from drafter.formats.akn.read_nest import Node, Sort
from drafter.model import Role


def sections(nodes: list[Node]) -> list[Node]:
    """The nodes with every numbered heading opening a section that holds what follows."""
    out: list[Node] = []
    open_: list[_Open] = []
    for node in nodes:
        if node.sort is Sort.HEADING and node.label:
            depth = _depth(shape(node.label), open_)
            del open_[depth:]
            section = Node(Sort.SECTION, node.line, heading=node)
            (open_[-1].section.children if open_ else out).append(section)
            open_.append(_Open(section, shape(node.label)))
        else:
            (open_[-1].section.children if open_ else out).append(node)
    return restarted(out)


@dataclass(slots=True)
class _Open:
    section: Node
    shape: Shape


def _depth(new: Shape, open_: list[_Open]) -> int:
    """The level of a heading: that whose count it goes on, else one deeper for a first number."""
    for depth in range(len(open_) - 1, -1, -1):
        old = open_[depth].shape
        if any((counter, place - 1) in old.readings for counter, place in new.readings):
            return depth
    if any(place == 1 for _, place in new.readings):
        return len(open_)
    counters = {counter for counter, _ in new.readings}
    for depth in range(len(open_) - 1, -1, -1):
        if counters & {counter for counter, _ in open_[depth].shape.readings}:
            return depth
    return len(open_)


def restarted(nodes: list[Node]) -> list[Node]:
    """Sections marked as starting again at 1 where their printed numbers do."""
    _mark(nodes, 0)
    return _chapters(nodes)


def _mark(nodes: list[Node], count: int) -> int:
    """Mark sections; returns the number of the last paragraph, `count` being that before."""
    firsts = {id(node): _first(node.children) for node in nodes if node.sort is Sort.SECTION}
    again = [node for node in nodes if firsts.get(id(node)) == 1]
    restart = len(again) > 1 or (bool(again) and count + _own(nodes, again[0]) > 0)
    for node in nodes:
        if node.sort is Sort.SECTION:
            node.restarts = restart and firsts[id(node)] in (1, None)
            count = _mark(node.children, 0 if node.restarts else count)
            node.children = _chapters(node.children)
        elif (place := _place(node)) is not None:
            count = place
    return count


def _own(nodes: list[Node], until: Node) -> int:
    return sum(1 for node in nodes[: nodes.index(until)] for _ in _numbered([node]))


def _first(nodes: list[Node]) -> int | None:
    return next((place for node in _numbered(nodes) if (place := _place(node)) is not None), None)


def _numbered(nodes: Iterable[Node]) -> Iterator[Node]:
    for node in nodes:
        if node.sort is Sort.SECTION:
            yield from _numbered(node.children)
        elif _place(node) is not None:
            yield node


def _place(node: Node) -> int | None:
    if node.sort is not Sort.PARAGRAPH or node.role is not Role.OPERATIVE:
        return None
    return next(
        (place for counter, place in shape(node.label).readings if counter == "decimal"), None
    )


def _chapters(nodes: list[Node]) -> list[Node]:
    """Unnumbered headings made sections where the paragraphs below them start again at 1."""
    starts = _starts(nodes)
    if not starts:
        return nodes
    out: list[Node] = []
    for place, node in enumerate(nodes):
        if place in starts:
            out.append(Node(Sort.SECTION, node.line, heading=node, restarts=True))
        elif out and out[-1].sort is Sort.SECTION and out[-1].heading and not out[-1].heading.label:
            out[-1].children.append(node)
        else:
            out.append(node)
    return out


def _starts(nodes: list[Node]) -> set[int]:
    """The headings before a paragraph 1, when more than one paragraph 1 has such a heading."""
    firsts: list[int] = []
    heading: int | None = None
    fresh = True
    for place, node in enumerate(nodes):
        if node.sort is Sort.HEADING:
            heading = place if fresh or heading is None else heading
            fresh = False
            continue
        fresh = True
        if node.sort is Sort.SECTION:
            heading = None
        elif (number := _place(node)) is not None:
            if number == 1 and heading is not None:
                firsts.append(heading)
            heading = None
    return set(firsts) if len(firsts) > 1 else set()
