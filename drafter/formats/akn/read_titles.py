"""Headings that nothing marks: a short line between numbered paragraphs that is no sentence.

Some sources, the Chinese ones most of all, have lost the bold of their headings. A line without a
number and without an end that stands right above a numbered paragraph can only be one.
"""

from __future__ import annotations

from drafter.formats.akn.context import Context
from drafter.formats.akn.read_headings import is_title, level_of
from drafter.formats.akn.read_nest import Node, Sort
from drafter.model import Role, plain_text
from drafter.report import Kind

_MOST = 4
"""Headings in a row: those of an annex, of a part and of a chapter, and one in two lines."""

_LONGEST = 300
"""Characters: a heading that names a resolution on a convention on a subject in full."""

_INTRODUCES = (":", "：")


def titled(nodes: list[Node], context: Context) -> list[Node]:
    """The same nodes; lines that can only be headings are made headings."""
    run: list[Node] = []
    before: Node | None = None
    held = False
    for node in nodes:
        if _could_head(node):
            run.append(node)
        elif node.sort is Sort.TABLE and run:
            held = True
        else:
            if run and _numbered(node) and _may_follow(before) and len(run) <= _MOST:
                _head(run, context)
            run, held, before = [], False, node
        if held and _could_head(node):
            run, held, before = [], False, node
    return nodes


def _could_head(node: Node) -> bool:
    return (
        node.sort is Sort.PARAGRAPH
        and node.role is Role.PLAIN
        and not (node.label or node.children or node.tail)
        and is_title(node.line, node.body, _LONGEST)
    )


def _numbered(node: Node) -> bool:
    return node.sort is Sort.PARAGRAPH and node.role is Role.OPERATIVE and bool(node.label)


def _may_follow(before: Node | None) -> bool:
    """Whether a heading can come next: after a numbered paragraph that introduces nothing."""
    if before is None or before.sort is Sort.HEADING:
        return True
    last = before
    while last.children and not last.tail:
        last = last.children[-1]
    ends = plain_text(last.tail or last.body)
    return (
        before.sort is Sort.PARAGRAPH
        and before.role in (Role.OPERATIVE, Role.ITEM)
        and not ends.endswith(_INTRODUCES)
    )


def _head(run: list[Node], context: Context) -> None:
    for node in run:
        context.note(Kind.STRUCTURE, "an unmarked line is read as a heading", node.line.element)
        node.sort, node.plain, node.level = Sort.HEADING, True, level_of(node.line)
