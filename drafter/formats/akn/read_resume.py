"""Lists that go on after a text between their items: "(b) ... themes:", "Theme 1", then "(c)".

The sources have such a text beside the list, and what comes after it as items of nothing. An item
that goes on the count of an open list belongs to that list, so the text belongs to the item before.
"""

from __future__ import annotations

from drafter.formats.akn.read_labels import follows, is_first, shape
from drafter.formats.akn.read_nest import Node, Sort
from drafter.model import Role, plain_text

_OPENS = "《「『"
_CLAUSE_ENDS = ("；", "؛", ";")


def resumed(siblings: list[Node]) -> list[Node]:
    """The nodes, with texts between two items put below the first of them."""
    out: list[Node] = []
    for node in siblings:
        node.children = resumed(node.children)
        between = _between(out)
        path = _open_list(out[: len(out) - between], node)
        if path:
            _hang(path[-1], out[len(out) - between :])
            del out[len(out) - between :]
        (path[-2].children if len(path) > 1 else out).append(node)
    return out


def tailed(nodes: list[Node]) -> list[Node]:
    """The nodes, with a clause after sub-paragraphs made the tail of its paragraph.

    Scripts with capitals show it by a small letter; Arabic and Chinese by the end of the clause
    alone, when it stands between the items and the next number or heading.
    """
    out: list[Node] = []
    for place, node in enumerate(nodes):
        after = nodes[place + 1] if place + 1 < len(nodes) else None
        if out and after is not None and _ends_clause(node) and _waits(out[-1]) and _begins(after):
            out[-1].tail = node.body
        else:
            out.append(node)
    return out


def _ends_clause(node: Node) -> bool:
    words = plain_text(node.body)
    first = words.lstrip(_OPENS)[:1]
    caseless = first.isalpha() and first.upper() == first.lower()
    plain = node.sort is Sort.PARAGRAPH and node.role in (Role.PLAIN, Role.QUOTED)
    whole = not (node.label or node.children or node.tail)
    return plain and whole and caseless and words.endswith(_CLAUSE_ENDS)


def _waits(node: Node) -> bool:
    operative = node.sort is Sort.PARAGRAPH and node.role is Role.OPERATIVE
    return operative and bool(node.label and node.children) and not node.tail


def _begins(node: Node) -> bool:
    return node.sort is Sort.HEADING or (node.role is Role.OPERATIVE and bool(node.label))


def _between(nodes: list[Node]) -> int:
    """How many nodes at the end are text or tables without a number."""
    count = 0
    for node in reversed(nodes):
        plain = node.sort is Sort.PARAGRAPH and node.role is Role.PLAIN
        if node.children or node.tail or node.label or not (plain or node.sort is Sort.TABLE):
            break
        count += 1
    return count


def _open_list(nodes: list[Node], item: Node) -> list[Node]:
    """From the last paragraph down to the item whose count this one goes on; [] for none."""
    own = shape(item.label)
    if item.sort is not Sort.PARAGRAPH or item.role is not Role.ITEM or is_first(own):
        return []
    path: list[Node] = []
    found = 0
    node = nodes[-1] if nodes else None
    while node is not None and node.sort is Sort.PARAGRAPH:
        path.append(node)
        if node.role is Role.ITEM and follows(shape(node.label), own):
            found = len(path)
        node = node.children[-1] if node.children and not node.tail else None
    return path[:found]


def _hang(item: Node, between: list[Node]) -> None:
    """Put what stood between two items below the first; one that goes on its words is its tail."""
    first = between[0] if between else None
    alone = len(between) == 1 and first is not None and first.sort is Sort.PARAGRAPH
    if alone and first and item.children and not item.tail and _goes_on(first):
        item.tail = first.body
    elif item.tail:
        item.children.append(Node(Sort.PARAGRAPH, item.line, Role.PLAIN, body=item.tail))
        item.tail = ()
        item.children.extend(between)
    else:
        item.children.extend(between)


def _goes_on(node: Node) -> bool:
    return plain_text(node.body)[:1].islower()
