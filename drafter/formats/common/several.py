"""Several texts in one file: where further ones begin in what is read as one text.

A report holds the decisions of a session one after the other, and a delegate may keep two drafts in
one file. A resolution has one row of numbers; one that begins again with "1." outside a numbered
section, or an enacting line that no colon introduces, begins another text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafter.formats.common.log import Log
from drafter.formats.common.node import AnyNode, EmbeddedNode, Node, SectionNode
from drafter.formats.common.opening import last_sign
from drafter.model import Role
from drafter.report import Kind


def tell_several(nodes: Sequence[AnyNode], log: Log) -> None:
    """One notice where a second text begins, with the number of further ones."""
    further = list(_further(nodes))
    if not further:
        return
    texts = "one more text begins" if len(further) == 1 else f"{len(further)} more texts begin"
    log.add(
        Kind.STRUCTURE,
        further[0].line,
        f"several texts stand in this file: {texts} from here on; all are kept as one text in "
        "their order, with the printed numbers. Give each a file of its own to work on it",
    )


def _further(nodes: Sequence[AnyNode]) -> Iterator[Node | EmbeddedNode]:
    numbered, before = False, ""
    for node in nodes:
        if isinstance(node, SectionNode):
            yield from _further(node.blocks)
        elif isinstance(node, EmbeddedNode):
            if numbered and last_sign(before) != ":":
                yield node
        elif isinstance(node, Node):
            first = _is_first(node)
            if numbered and first:
                yield node
            numbered, before = numbered or first, node.last_text


def _is_first(node: Node) -> bool:
    return node.role is Role.OPERATIVE and node.label.rstrip(".)") == "1"
