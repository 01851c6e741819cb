"""A skeleton as a tree that can change: which block is held by which, and in what order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias, TypeGuard

from drafter.model import (
    Annex,
    Block,
    Blocks,
    Embedded,
    Heading,
    Paragraph,
    Part,
    Resolution,
    Section,
    Table,
    held,
)

Root: TypeAlias = tuple[str, int]
"""Where blocks stand at the top: ("preamble", 0), ("operative", 0), ("annex", 2)."""


@dataclass(slots=True, eq=False)
class Node:
    """A block on the page. `home` is the node or root that holds it in the skeleton."""

    block: Block
    home: Node | Root
    holder: Node | Root | None = None
    children: list[Node] = field(default_factory=list)

    def chain(self) -> Iterator[Node]:
        """The node and the nodes that hold it now, innermost first."""
        node: Node | Root | None = self
        while isinstance(node, Node):
            yield node
            node = node.holder

    @property
    def root(self) -> Root | None:
        """The root that holds it now."""
        outermost = [*self.chain()][-1].holder
        return outermost if isinstance(outermost, tuple) else None

    @property
    def depth(self) -> int:
        """How many paragraphs hold it."""
        return sum(isinstance(node.block, Paragraph) for node in self.chain()) - 1


@dataclass(slots=True)
class Tree:
    """The blocks of a skeleton by id, and the roots with what has been put into them."""

    bare: Resolution
    nodes: dict[str, Node] = field(default_factory=dict)
    roots: dict[Root, list[Node]] = field(default_factory=dict)
    annexes: list[int] = field(default_factory=list)

    def put(self, node: Node, holder: Node | Root) -> None:
        """Put a node at the end of what a holder holds; a holder without a line comes with it."""
        if isinstance(holder, Node) and holder.holder is None:
            self.put(holder, holder.home)
        node.holder = holder
        self.inside(holder).append(node)

    def inside(self, holder: Node | Root) -> list[Node]:
        """What a holder holds."""
        return holder.children if isinstance(holder, Node) else self.roots.setdefault(holder, [])

    def resolution(self) -> Resolution:
        """The skeleton as the tree now is."""
        parts = tuple(self._part(part, place) for place, part in enumerate(self.bare.parts))
        annexes = tuple(self._annex(self.bare.annexes[place], place) for place in self.annexes)
        return replace(self.bare, parts=parts, annexes=annexes)

    def _part(self, part: Part, place: int) -> Part:
        preamble = self.roots.get(("preamble", place), ())
        operative = self.roots.get(("operative", place), ())
        return replace(part, preamble=_blocks(preamble), operative=_blocks(operative))

    def _annex(self, annex: Annex, place: int) -> Annex:
        return replace(annex, blocks=_blocks(self.roots.get(("annex", place), ())))


def tree_of(bare: Resolution) -> Tree:
    """The tree of a skeleton, with nothing put into it yet."""
    tree = Tree(bare)
    for place, part in enumerate(bare.parts):
        _plant(tree, part.preamble, ("preamble", place))
        _plant(tree, part.operative, ("operative", place))
    for place, annex in enumerate(bare.annexes):
        _plant(tree, annex.blocks, ("annex", place))
    return tree


def _plant(tree: Tree, blocks: Blocks, home: Node | Root) -> None:
    for block in blocks:
        node = Node(block, home)
        tree.nodes[block.id] = node
        _plant(tree, held(block), node)


def _blocks(nodes: Sequence[Node]) -> Blocks:
    return tuple(_block(node) for node in nodes)


def _block(node: Node) -> Block:
    inside = _blocks(node.children)
    match node.block:
        case Paragraph() as block:
            return replace(block, children=inside)
        case Section() as block:
            heads = [one for one in inside if _heads(one, block)]
            rest = tuple(one for one in inside if one not in heads)
            return replace(block, heading=heads[0] if heads else None, blocks=rest)
        case Embedded() as block:
            return replace(block, blocks=inside)
        case Table() as block:
            notes = tuple(one for one in inside if isinstance(one, Paragraph))
            return replace(block, notes=notes)
        case block:
            return block


def _heads(block: Block, section: Section) -> TypeGuard[Heading]:
    """Whether a block is the heading that the section had."""
    own = section.heading
    return isinstance(block, Heading) and own is not None and block.id == own.id
