"""Our own files after people have worked on them in Word: the skeleton brought up to date.

Lines whose bookmark survived are the blocks they were, in the order in which they now stand. Lines
without one are new; their style says what they are (a new paragraph in Word takes the style of the
one before it), else their label, else the place. The result is a new skeleton, which is then filled
as any other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from drafter.errors import Place
from drafter.formats.word.read_claims import Claim
from drafter.formats.word.read_fields import profile_of
from drafter.formats.word.read_lines import Grid, Line
from drafter.formats.word.read_own import (
    Own,
    compare_label,
    content,
    fields_of,
    finish,
    scheme_of,
    table_cells,
    words_of_fields,
)
from drafter.formats.word.read_pruned import pruned
from drafter.formats.word.read_strangers import Guess, body_of, guess
from drafter.formats.word.read_tree import Node, Root, Tree, tree_of
from drafter.formats.word.skeleton import bookmark, cell_slot, field_bookmark, fill, numbered
from drafter.model import (
    Block,
    Cell,
    Embedded,
    Heading,
    Inlines,
    Paragraph,
    Resolution,
    Role,
    Row,
    Section,
    Table,
    plain_text,
)
from drafter.numbering import number
from drafter.numbering.scheme import squeeze
from drafter.report import Kind, Notice, Read

_NOWHERE = Place()


def read_edited(own: Own) -> Read[Resolution]:
    """The value of a page that has other paragraphs than the skeleton, or another order."""
    edit = _Edit(own, tree_of(own.bare))
    for claim in own.claims.blocks:
        edit.take(claim)
    edit.tell_missing()
    found = fields_of(own) | edit.words
    value = pruned(fill(edit.tree.resolution(), found, words_of_fields(own.claims)))
    edit.tell_labels(value)
    return finish(value, own)


@dataclass(slots=True)
class _Edit:
    """Walks the page and puts every line into the tree; `cursor` is the block read last.

    `labels` are the printed labels of new blocks, with their places.
    """

    own: Own
    tree: Tree
    words: dict[str, Inlines] = field(default_factory=dict)
    labels: dict[str, tuple[str, Place]] = field(default_factory=dict)
    cursor: Node | None = None
    root: Root = ("preamble", 0)

    def take(self, claim: Claim) -> None:
        """Put one line or table where it belongs."""
        known = [self._known(name) for name in claim.names]
        if not any(known):
            self._stranger(claim)
            return
        compare_label(claim, self.own)
        self._shape(claim)
        self.words |= dict(content(claim, self.own))

    def tell_missing(self) -> None:
        """A notice for every block of the skeleton that the page no longer has."""
        for id_, node in self.tree.nodes.items():
            if node.holder is None and not isinstance(node.block, Section | Embedded):
                label = self.own.numbers.label(id_)
                self._notice(f"paragraph {label} is gone ({id_})" if label else f"{id_} is gone")

    def tell_labels(self, value: Resolution) -> None:
        """A notice for every new paragraph whose printed label is not the one of its place."""
        derived = number(value, scheme_of(value)).labels
        for id_, (said, where) in self.labels.items():
            if said and squeeze(said) != squeeze(derived.get(id_, "")):
                message = f"the label {said} is printed where {derived.get(id_)!r} follows"
                self._notice(message, where, said, Kind.NUMBER)

    # Lines that the skeleton knows

    def _known(self, name: str) -> bool:
        """Put the block of a bookmark; false when there is no place for it any more."""
        if self._is_annex(name):
            return True
        block = self.own.blocks.get(name)
        if block is None:
            return self._is_part(name)
        node = self.tree.nodes[block.id]
        if node.holder is None:
            self._put(node)
        self.cursor = node
        self.root = node.root or self.root
        return True

    def _is_annex(self, name: str) -> bool:
        for place, annex in enumerate(self.own.bare.annexes):
            if bookmark(annex.id) == name:
                self.tree.annexes.append(place)
                self.root, self.cursor = ("annex", place), None
                return True
        return False

    def _is_part(self, name: str) -> bool:
        """The tail of a paragraph, title or enacting line of a text inside the text."""
        slot = self.own.known.get(name)
        node = self.tree.nodes.get(slot.owner) if slot is not None else None
        if node is None:
            return False
        if isinstance(node.block, Embedded) and node.holder is None:
            self._put(node)
        if node.holder is None or (isinstance(node.block, Paragraph) and not node.children):
            return False
        self.cursor = node
        return True

    def _put(self, node: Node) -> None:
        self.tree.put(node, self._holder(node))
        node.block = _at_home(node.block, node.holder)

    def _holder(self, node: Node) -> Node | Root:
        """Where a known block goes: to whatever held it, unless that has been left or is gone."""
        home = node.home
        if isinstance(home, tuple):
            gone = home[0] == "annex" and home[1] not in self.tree.annexes
            return self._level(0) if gone else home
        if self.cursor is not None and home in self.cursor.chain():
            return home
        if home.holder is None and isinstance(home.block, Section | Embedded):
            self._put(home)
            return home
        self._notice(f"{node.block.id} stands in another place")
        return self._level(sum(isinstance(one.block, Paragraph) for one in _homes(node)))

    def _level(self, depth: int) -> Node | Root:
        """The holder of something that stands in so many paragraphs, at the cursor."""
        for node in self.cursor.chain() if self.cursor is not None else ():
            if isinstance(node.block, Section | Embedded):
                return node
            if _may_hold(node.block) and node.depth < depth:
                return node
        return self.root

    def _shape(self, claim: Claim) -> None:
        """Give a table the rows and cells that it now has, when they are others."""
        block = self.own.blocks.get(claim.name)
        if not isinstance(block, Table) or not isinstance(claim.item, Grid):
            return
        if table_cells(block, claim.item) is None:
            self._notice(f"the table {block.id} has other rows or cells", claim.item.where)
            node = self.tree.nodes[block.id]
            node.block = replace(block, rows=self._rows(block, claim.item))

    def _rows(self, table: Table, grid: Grid) -> tuple[Row, ...]:
        """The rows of the page; header cells, hidden atoms and meta-information by place."""
        rows = []
        for r, row in enumerate(grid.joined()):
            old = table.rows[r] if r < len(table.rows) else Row(())
            cells = []
            for c, cell in enumerate(row.cells):
                kept = old.cells[c] if c < len(old.cells) else Cell(header=row.header)
                text = self.own.texts.lines(cell.lines, grid.where, kept.body, table.id)
                self.words[cell_slot(table.id, r, c)] = text
                cells.append(replace(kept, columns=cell.columns, rows=cell.rows))
            rows.append(replace(old, cells=tuple(cells)))
        return tuple(rows)

    # New lines

    def _stranger(self, claim: Claim) -> None:
        item = claim.item
        if not item.words.strip():
            return
        if isinstance(item, Grid):
            id_ = self.own.texts.ids.make("t", item.words)
            self._add(Table(id_, ()), self._level(0))
            table = Table(id_, self._rows(Table(id_, ()), item))
            self.tree.nodes[id_].block = table
        else:
            self._line(item)
        self._notice("a new paragraph or table", item.where)

    def _line(self, line: Line) -> None:
        if line.style == "ClosingLine":
            self._closing(line)
            return
        one = guess(line, preamble=self.root[0] == "preamble")
        body = body_of(one, self.own.texts, line, profile_of(self.own.bare.language))
        if one.tail and self._tail(one, body):
            return
        block = self._block(one, plain_text(body))
        self.labels[block.id] = (one.label, line.where)
        self.words[bookmark(block.id)] = body
        self._add(block, self._place(one))

    def _closing(self, line: Line) -> None:
        """One more line after the text."""
        part = self.root[1] + 1 if self.root[0] != "annex" else len(self.own.bare.parts)
        taken = [*numbered(self.own.claims.fields, "closing", part)]
        taken += numbered(self.words, "closing", part)
        last = max((int(name.rpartition("_")[2]) for name in taken), default=0)
        text = self.own.texts.text(line.pieces, line.where)
        self.words[field_bookmark("closing", part, last + 1)] = text

    def _tail(self, one: Guess, body: Inlines) -> bool:
        for node in self.cursor.chain() if self.cursor is not None else ():
            name = bookmark(node.block.id, "tail")
            if _may_hold(node.block) and node.depth <= one.depth and node.children:
                if name in self.words:
                    return False
                self.words[name] = body
                self.cursor = node
                return True
        return False

    def _block(self, one: Guess, words: str) -> Paragraph | Heading:
        ids = self.own.texts.ids
        if one.heading:
            return Heading(ids.make("h", words), (), one.heading, numbered=one.numbered)
        return Paragraph(ids.make("p", words), one.role or Role.PLAIN)

    def _place(self, one: Guess) -> Node | Root:
        if one.role is Role.OPERATIVE and self.root[0] == "preamble":
            self.root, self.cursor = ("operative", self.root[1]), None
        if one.role is Role.TABLE_NOTE:
            chain = self.cursor.chain() if self.cursor is not None else ()
            return next((n for n in chain if isinstance(n.block, Table)), self._level(0))
        return self._level(self._depth(one))

    def _depth(self, one: Guess) -> int:
        """The depth by the style or, for items, by the form of the label."""
        if one.role is not Role.ITEM or one.depth:
            return one.depth + (one.role is Role.BULLET and not one.depth)
        scheme = self.own.numbers.scheme
        levels = range(1, len(scheme.levels))
        return next((n for n in levels if scheme.level(n).number(one.label) is not None), 1)

    def _add(self, block: Block, holder: Node | Root) -> None:
        node = Node(block, holder)
        self.tree.nodes[block.id] = node
        self.tree.put(node, holder)
        node.block = _at_home(block, holder)
        self.cursor = node

    def _notice(
        self, message: str, where: Place = _NOWHERE, text: str = "", kind: Kind = Kind.STRUCTURE
    ) -> None:
        self.own.texts.notices.append(Notice(kind, message, where, text))


def _may_hold(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role is not Role.TABLE_NOTE


def _at_home(block: Block, holder: Node | Root | None) -> Block:
    """A table's note outside tables is plain text, another paragraph in a table is a note."""
    if not isinstance(block, Paragraph):
        return block
    in_table = isinstance(holder, Node) and isinstance(holder.block, Table)
    if in_table == (block.role is Role.TABLE_NOTE):
        return block
    return replace(block, role=Role.TABLE_NOTE if in_table else Role.PLAIN)


def _homes(node: Node) -> Iterator[Node]:
    """The nodes that held a node in the skeleton, innermost first."""
    home = node.home
    while isinstance(home, Node):
        yield home
        home = home.home
