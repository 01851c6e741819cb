"""A paragraph with its sub-paragraphs edited as lines, and several paragraphs typed at once.

Lines that are left as they were keep everything of their paragraphs; one that was changed keeps id,
clause and label of the paragraph that stood in its place.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from drafter.commands.faults import Unclear
from drafter.commands.markup import read_body, read_text, write_body, write_text
from drafter.commands.passage_lines import (
    BULLET,
    ITEM,
    TAIL,
    Node,
    all_nodes,
    line_of,
    read_lines,
)
from drafter.commands.requests import Outcome, Show
from drafter.commands.shared import ended, maker, opening_role
from drafter.commands.state import State, change
from drafter.edit import (
    After,
    Position,
    Where,
    change_text,
    find,
    insert,
    places,
    replace_block,
    with_end,
)
from drafter.errors import Refused
from drafter.model import (
    Block,
    IdMaker,
    Inlines,
    Note,
    Paragraph,
    Resolution,
    Role,
    Site,
    plain_text,
    query_inlines,
)

_SIGNS: Mapping[Role, str] = {Role.ITEM: ITEM, Role.BULLET: BULLET}
_ROLES = {sign: role for role, sign in _SIGNS.items()}


def is_passage(block: Block) -> bool:
    """Whether a block is a paragraph that holds sub-paragraphs and nothing else."""
    return isinstance(block, Paragraph) and bool(block.children) and _of_items(block)


def _of_items(block: Paragraph) -> bool:
    return all(
        isinstance(child, Paragraph)
        and child.role in _SIGNS
        and bool(child.body)
        and _of_items(child)
        for child in block.children
    )


def lines_of(site: Site, state: State) -> str:
    """A paragraph and what it holds as it would be typed, one paragraph a line."""
    if not isinstance(site.block, Paragraph):
        return ""
    return "\n".join(_written(site.block, opening_role(site), state, 0))


def _written(block: Paragraph, role: Role | None, state: State, level: int) -> Iterator[str]:
    yield line_of(write_body(block.body, role, state), _SIGNS[block.role] if level else "", level)
    for child in block.children:
        if isinstance(child, Paragraph):
            yield from _written(child, None, state, level + 1)
    if block.tail:
        yield line_of(write_text(block.tail, state), TAIL, level + 1)


def relined(state: State, id_: str, typed: str) -> Outcome:
    """The state with what the lines say in place of a paragraph and what it holds.

    Further lines that stand beside the first become paragraphs after it.

    Raises:
        Unclear: a line cannot be understood.
        Refused: nothing would be left of the paragraph, or nothing would change.
    """
    site = find(state.resolution, id_)
    block = site.block
    if not isinstance(block, Paragraph):
        raise Refused("only a paragraph has sub-paragraphs", hint="name one: op 2")
    nodes = read_lines(typed)
    if nodes and nodes[0].sign and block.body:
        hint = 'begin with its text; "- " begins a sub-paragraph'
        raise Unclear("the first line is the paragraph itself", hint=hint, line=typed)
    if nodes and nodes[0].sign:
        nodes = (Node("", inside=list(nodes)),)
    if not nodes or not (nodes[0].text or nodes[0].inside):
        raise Refused("the paragraph would be empty", hint="delete it instead")
    making = _Making(state, maker(state), opening_role(site), _notes(block))
    kept = _matched(nodes, block, making)
    making.leave_out(kept)
    first, *others = (making.paragraph(node, block.role, kept) for node in nodes)
    new = _put_after(replace_block(state.resolution, id_, first), first.id, others)
    new = _all_ended(state, new, making.made)
    after = change(state, new, f"{state.address(id_)} edited", id_)
    return after, Show((first.id, *(one.id for one in others)), (after.said,))


def several(state: State, role: Role, position: Position, typed: str) -> Outcome:
    """The state with the paragraphs that lines stand for put in, the one after the other.

    Raises:
        Unclear: a line cannot be understood.
        Refused: there is no text.
    """
    opens = role if role in {Role.PREAMBULAR, Role.OPERATIVE} else None
    making = _Making(state, maker(state), opens, {})
    made = [making.paragraph(node, role, {}) for node in read_lines(typed)]
    if not made:
        raise Refused("the paragraph has no text", hint="type its text, or leave the form")
    first, *others = made
    new = _put_after(insert(state.resolution, first, position), first.id, others)
    new = _all_ended(state, new, making.made)
    after = change(state, new, lambda now: f"{_span(now, made)} added", made[-1].id)
    return after, Show(tuple(one.id for one in made), (after.said,))


def _span(state: State, made: Sequence[Paragraph]) -> str:
    first, last = state.address(made[0].id), state.address(made[-1].id)
    return first if first == last else f"{first} to {last}"


def _put_after(resolution: Resolution, id_: str, others: Sequence[Paragraph]) -> Resolution:
    for one in others:
        resolution = insert(resolution, one, After(id_))
        id_ = one.id
    return resolution


def _all_ended(state: State, resolution: Resolution, ids: Sequence[str]) -> Resolution:
    """The end marks of their places on typed paragraphs that have none."""
    where, colon = places(resolution), state.ends.mark(Where.INTRODUCING)
    for id_ in ids:
        if where.get(id_) is Where.INTRODUCING:
            resolution = change_text(resolution, id_, partial(with_end, mark=colon))
        else:
            resolution = ended(state, resolution, id_)
    return resolution


@dataclass
class _Making:
    """Makes paragraphs of lines; `notes` are those that a line may call, each once.

    `typed` is the line that a paragraph of before was shown as; `made` are the ids of paragraphs
    whose text was typed.
    """

    state: State
    make: IdMaker
    opens: Role | None
    notes: dict[str, Note]
    typed: dict[str, str] = field(default_factory=dict)
    made: list[str] = field(default_factory=list)

    def paragraph(
        self, node: Node, role: Role, kept: Mapping[Node, Paragraph], *, inside: bool = False
    ) -> Paragraph:
        """The paragraph of a node, and those below it."""
        old = kept.get(node)
        body = old.body if old and self.typed[old.id] == node.text else self._body(node, inside)
        tail = self._tail(node, old)
        id_ = old.id if old else self.make.make("p", plain_text(body))
        if old is None or body is not old.body:
            self.made.append(id_)
        children = tuple(
            self.paragraph(one, _ROLES.get(one.sign, Role.ITEM), kept, inside=True)
            for one in node.inside
        )
        if not body and not children:
            raise Refused("a line has no text", hint="delete the line")
        base = replace(old, role=role) if old else Paragraph(id_, role)
        return replace(base, body=body, children=children, tail=tail)

    def _body(self, node: Node, inside: bool) -> Inlines:
        own = tuple(self.notes.values())
        opens = None if inside else self.opens
        return self._called(read_body(node.text, opens, self.state, self.make, own))

    def _tail(self, node: Node, old: Paragraph | None) -> Inlines:
        if old and old.tail and write_text(old.tail, self.state) == node.tail:
            return old.tail
        own = tuple(self.notes.values())
        return self._called(read_text(node.tail, self.state, self.make, own))

    def _called(self, text: Inlines) -> Inlines:
        for inline in query_inlines(text):
            if isinstance(inline, Note):
                self.notes.pop(inline.id, None)
        return text

    def leave_out(self, kept: Mapping[Node, Paragraph]) -> None:
        """Lines that are as they were hold their notes still; no other line may call those."""
        for node, old in kept.items():
            if self.typed[old.id] == node.text:
                self._called(old.body)
            if old.tail and write_text(old.tail, self.state) == node.tail:
                self._called(old.tail)


def _notes(block: Paragraph) -> dict[str, Note]:
    """The notes that a paragraph and what it holds call."""
    return {
        inline.id: inline
        for one in _all(block)
        for inline in query_inlines((*one.body, *one.tail))
        if isinstance(inline, Note)
    }


def _all(block: Paragraph) -> Iterator[Paragraph]:
    yield block
    for child in block.children:
        if isinstance(child, Paragraph):
            yield from _all(child)


def _matched(nodes: Sequence[Node], block: Paragraph, making: _Making) -> dict[Node, Paragraph]:
    """The paragraph of before that each node goes on with.

    The first line is the paragraph itself. Others go on with the one of the same words; those that
    were changed with the next one that stood in the same gap between unchanged ones.
    """
    first, *old = _all(block)
    making.typed = {
        one.id: write_body(one.body, making.opens if one is first else None, making.state)
        for one in (first, *old)
    }
    waiting: defaultdict[str, deque[Paragraph]] = defaultdict(deque)
    for one in old:
        waiting[making.typed[one.id]].append(one)
    kept = {nodes[0]: first}
    new = list(all_nodes(nodes))[1:]
    for node in new:
        if waiting[node.text]:
            kept[node] = waiting[node.text].popleft()
    same = {one.id for one in kept.values()}
    gaps = _gaps(first.id, old, same)
    last = first.id
    for node in new:
        if node in kept:
            last = kept[node].id
        elif gaps[last]:
            kept[node] = gaps[last].popleft()
    return kept


def _gaps(
    last: str, old: Sequence[Paragraph], same: set[str]
) -> defaultdict[str, deque[Paragraph]]:
    """The paragraphs whose words are gone, by the unchanged one before them."""
    gaps: defaultdict[str, deque[Paragraph]] = defaultdict(deque)
    for one in old:
        if one.id in same:
            last = one.id
        else:
            gaps[last].append(one)
    return gaps
