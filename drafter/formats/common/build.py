"""From the lines of one scope (a part, an annex) to its tree of paragraphs.

One pass; each rule takes a line or leaves it to the next. A paragraph without a label is judged by
its opening words, then by how it ends; what remains in doubt is kept as plain text and reported.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from drafter.formats.common.ahead import is_numbered, labels_after
from drafter.formats.common.body import Item, Sort
from drafter.formats.common.bracketed import begins_row, goes_on
from drafter.formats.common.labels import (
    Labelled,
    Open,
    Step,
    bullet_of,
    heading_place,
    is_operative,
    label_of,
    numbered_heading,
    readings,
    step,
)
from drafter.formats.common.line import Line, Stretch, TableLine, cells_of, rest_of
from drafter.formats.common.log import Log
from drafter.formats.common.node import (
    AnyNode,
    EmbeddedNode,
    HeadingNode,
    Node,
    Scope,
    SectionNode,
    SeparatorNode,
    TableNode,
)
from drafter.formats.common.opening import (
    enacting,
    is_complete,
    last_sign,
    looks_like_heading,
    opens_as,
)
from drafter.formats.common.words import Words
from drafter.model import Role
from drafter.numbering.scheme import squeeze
from drafter.report import Kind


def build(items: Sequence[Item], words: Words, log: Log, *, annex: bool) -> Scope:
    """The tree of a scope's lines; in an annex, text without a number is plain text."""
    builder = _Builder(items, labels_after(items, words), (words, log), annex=annex)
    for at, item in enumerate(items):
        builder.item(at, item)
    return builder.scope


class _Builder:
    def __init__(
        self,
        items: Sequence[Item],
        following: Sequence[str],
        tools: tuple[Words, Log],
        *,
        annex: bool,
        start: int = 0,
    ) -> None:
        self.items = items
        self.words, self.log = self.tools = tools
        self.annex = annex
        self.scope = Scope()
        self.operative = annex
        self.sections: list[SectionNode] = []
        self.current: Node | None = None
        self.lists: tuple[Open, ...] = ()
        self.last_number = 0
        self.bracketed = False
        self.last_section = [0, 0]
        self.title_due: HeadingNode | None = None
        self.inner: _Builder | None = None
        self.at = 0
        self.following = following
        self.numbered = is_numbered(following[start:], items[start:], self.words)
        self.rules: tuple[Callable[[Line], bool], ...] = (
            self._bare_label,
            self._embedded,
            self._section_title,
            self._numbered,
            self._section,
            self._item,
            self._bullet,
            self._row,
            self._continuation,
            self._opened,
            self._tail,
            self._heading,
            self._by_end,
        )

    def item(self, at: int, item: Item) -> None:
        self.at = at
        if self.inner is not None and not self._inner_ends(item.line):
            self.inner.item(at, item)
            return
        self.inner = None
        if item.sort is Sort.SEPARATOR:
            self._add(SeparatorNode(item.line))
            self._close()
        elif isinstance(item.line, TableLine):
            self._add(TableNode(item.line, made=item.line.rows))
            self._close()
        elif not any(rule(item.line) for rule in self.rules):
            self._plain(item.line)

    # Adding

    def _add(self, node: AnyNode) -> None:
        if self.sections:
            self.sections[-1].blocks.append(node)
        elif self.operative:
            self.scope.operative.append(node)
        else:
            self.scope.preamble.append(node)

    def _paragraph(self, role: Role, line: Line, start: int = 0, label: str = "") -> bool:
        """A paragraph at the top of its scope; the ones that follow may belong to it."""
        if role is Role.OPERATIVE:
            self.operative = True
        node = Node(role, line, [Stretch(line, start, len(line.text))], label)
        self._add(node)
        self.current, self.lists = node, ()
        return True

    def _plain(self, line: Line) -> None:
        self.log.add(Kind.STRUCTURE, line, "a paragraph without a number, kept as plain text", "")
        self._paragraph(Role.PLAIN, line)

    def _close(self) -> None:
        self.current, self.lists = None, ()

    # Rules

    def _bare_label(self, line: Line) -> bool:
        """A label that has lost its text."""
        found = label_of(line.text) or bullet_of(line.text)
        if found is None or found.start < len(line.text):
            return False
        self.log.skip(line, "a label without a text", line.text)
        return True

    def _embedded(self, line: Line) -> bool:
        """An enacting line inside a text begins a text that is recommended or quoted there."""
        if enacting(line, self.words) is None:
            return False
        inner = _Builder(self.items, self.following, self.tools, annex=False, start=self.at + 1)
        node = EmbeddedNode(line, inner.scope)
        blocks = self._blocks()
        if blocks and isinstance(heading := blocks[-1], HeadingNode):
            node.title = heading.body
            blocks.pop()
        self._add(node)
        self._close()
        self.inner = inner
        return True

    def _inner_ends(self, line: Line) -> bool:
        """Whether the outer row of numbers goes on, and not the one of the text inside."""
        found = label_of(line.text)
        if enacting(line, self.words) is not None:
            return True
        if self.inner is None or found is None:
            return False
        outer = squeeze(found.label) == f"{self.last_number + 1}."
        return outer and self.inner.last_number != self.last_number

    def _section_title(self, line: Line) -> bool:
        """The line after "I" is the section's title, if it looks like one."""
        heading, self.title_due = self.title_due, None
        if heading is None or not self._may_head(line):
            return False
        heading.body.append(Stretch(line, 0, len(line.text)))
        return True

    def _numbered(self, line: Line) -> bool:
        """A number ("3.", in some texts "3)") begins an operative paragraph."""
        found = label_of(line.text)
        if found is None or not (is_operative(found.label) or self._bracketed(line, found)):
            return False
        number = next((n for pattern, n in readings(found.label) if pattern.pattern[0] == "{"), 0)
        if self._quoted(line, found, number):
            return self._paragraph(Role.QUOTED, line, found.start, found.label)
        if number == 1 and self.last_number and self.sections:
            self._restart()
        self.last_number = number or self.last_number
        return self._paragraph(Role.OPERATIVE, line, found.start, found.label)

    def _bracketed(self, line: Line, found: Labelled) -> bool:
        known = opens_as(line.text[found.start :], self.words) is Role.OPERATIVE
        if self.bracketed:
            return goes_on(found.label, self.current, self.lists, known=known)
        free = not (self.annex or self.numbered)
        self.bracketed = free and begins_row(found.label, self.current, known=known)
        return self.bracketed

    def _quoted(self, line: Line, found: Labelled, number: int) -> bool:
        """Whether a number belongs to a text that is quoted: the row goes on after it.

        "14. Decides to amend ...: / 4. In hearing ... / 15. Invites": the 4 is none of the row.
        """
        if self.annex or number in {0, self.last_number + 1} or not self.last_number:
            return False
        if opens_as(line.text[found.start :], self.words) is not None:
            return False
        return self._next_number() == f"{self.last_number + 1}."

    def _restart(self) -> None:
        if not any(
            isinstance(b, Node) and b.role is Role.OPERATIVE for b in self.sections[-1].blocks
        ):
            self.sections[-1].restarts = True

    def _section(self, line: Line) -> bool:
        """A numeral "I" or letter "A." begins a section when it is the next in its row."""
        found = numbered_heading(line.text)
        if found is None or not self._ended():
            return False
        level, label, start = found
        if heading_place(level, label) != self.last_section[level] + 1 or not self._may_head(
            line, start
        ):
            return False
        heading = HeadingNode(line, rest_of(line, start), label, level)
        self._open_section(SectionNode(heading), level)
        self.title_due = None if heading.body else heading
        return True

    def _open_section(self, section: SectionNode, level: int) -> None:
        self.last_section[level] += 1
        if level == 0:
            self.last_section[1] = 0
        while self.sections and (self.sections[-1].heading.level or 0) >= level:
            self.sections.pop()
        self.operative = self.operative or not self.annex
        self._add(section)
        self.sections.append(section)
        self._close()

    def _item(self, line: Line) -> bool:
        """A label "(a)" begins a sub-paragraph of the paragraph before it."""
        found = label_of(line.text)
        if found is None:
            return False
        if self.current is None:
            return self._paragraph(Role.ITEM, line, found.start, found.label)
        introduced = last_sign(self.current.last_text) == ":"
        place, self.lists = step(
            found.label, self.lists, introduced=introduced, following=self.following[self.at]
        )
        if place.odd:
            self.log.add(Kind.NUMBER, line, f"{place.odd}; the printed label is kept", found.label)
        self._child(Role.ITEM, line, found, place)
        return True

    def _child(self, role: Role, line: Line, found: Labelled, place: Step) -> None:
        holder = self.current
        if holder is None:
            self._paragraph(role, line, found.start, found.label)
            return
        for _ in range(place.depth - 1):
            if not holder.children:
                break
            holder = holder.children[-1]
        body = [Stretch(line, found.start, len(line.text))]
        holder.children.append(Node(role, line, body, found.label, told=bool(place.odd)))

    def _bullet(self, line: Line) -> bool:
        found = bullet_of(line.text)
        if found is None:
            return False
        holder = self.current
        if holder is not None and holder.role is not Role.BULLET:
            self._child(Role.BULLET, line, found, Step(len(self.lists) + 1))
        else:
            self._paragraph(Role.BULLET, line, found.start, found.label)
        return True

    def _row(self, line: Line) -> bool:
        """A line with tabs inside it is a row of a table, unless it opens like a paragraph."""
        if "\t" not in line.text or opens_as(line.text, self.words) is not None:
            return False
        blocks = self._blocks()
        if not (blocks and _is_open_table(blocks[-1]) and self.current is None):
            self._add(TableNode(line))
            self._close()
        table = self._blocks()[-1]
        if isinstance(table, TableNode):
            table.rows.append(cells_of(line))
        return True

    def _blocks(self) -> list[AnyNode]:
        if self.sections:
            return self.sections[-1].blocks
        return self.scope.operative if self.operative else self.scope.preamble

    def _continuation(self, line: Line) -> bool:
        """A line that goes on in lower case after one that was broken off is its continuation.

        So is one that goes on with a number that is no label: "11 December / 1948, ...".
        """
        goes_on = line.text[:1].islower() or line.text[:1].isdigit()
        if self.current is None or not goes_on or self._ended():
            return False
        node = self.current.deepest()
        (node.tail or node.body).append(Stretch(line, 0, len(line.text)))
        self.log.add(Kind.STRUCTURE, line, "joined to the line before it, which was broken off")
        return True

    def _opened(self, line: Line) -> bool:
        """A paragraph that is known by its opening words."""
        tie = Role.OPERATIVE if self.operative else Role.PREAMBULAR
        role = opens_as(line.text, self.words, tie)
        if role is None or self.annex:
            return False
        if role is Role.OPERATIVE:
            return self._unnumbered(line)
        if self.operative and not self._in_new_section():
            return False
        return self._paragraph(role, line)

    def _unnumbered(self, line: Line) -> bool:
        """An operative paragraph without its number: lone ones have none, others have lost it."""
        if self._in_new_section() and self._next_number() in {"", "1."}:
            self.sections[-1].restarts, self.last_number = True, 1
            return self._paragraph(Role.OPERATIVE, line)
        if self.numbered and not self._number_lost():
            return False
        if self.numbered or self.last_number:
            self.log.add(Kind.NUMBER, line, "this operative paragraph has lost its number", "")
        self.last_number += 1
        return self._paragraph(Role.OPERATIVE, line)

    def _number_lost(self) -> bool:
        """Whether the next number printed leaves a place for this paragraph."""
        later = self._next_number()
        return f"{self.last_number + 2}." == later or not later

    def _next_number(self) -> str:
        """The next number of an operative paragraph that is printed; "" for none."""
        return next((one for one in self.following[self.at :] if is_operative(one)), "")

    def _in_new_section(self) -> bool:
        """Whether a section has begun that has no operative paragraph yet."""
        return bool(self.sections) and not any(
            isinstance(block, Node) and block.role is Role.OPERATIVE
            for block in self.sections[-1].blocks
        )

    def _tail(self, line: Line) -> bool:
        """Text of the same paragraph after its sub-paragraphs begins in lower case."""
        if self.current is None or not self.current.children or not line.text[:1].islower():
            return False
        self.current.tail.append(Stretch(line, 0, len(line.text)))
        self.lists = ()
        return True

    def _heading(self, line: Line) -> bool:
        if not self._may_head(line) or not self._ended():
            return False
        self._add(HeadingNode(line, [Stretch(line, 0, len(line.text))]))
        self._close()
        return True

    def _by_end(self, line: Line) -> bool:
        """A paragraph with unknown opening words, by its last sign: "," preamble, "." the end."""
        if self.operative:
            return False
        sign = last_sign(line.text)
        if sign == "." and not self.numbered and self.at == len(self.items) - 1:
            return self._paragraph(Role.OPERATIVE, line)
        return self._paragraph(Role.PREAMBULAR, line)

    # Questions

    def _ended(self) -> bool:
        """Whether the text before is complete."""
        return self.current is None or is_complete(self.current.last_text)

    def _may_head(self, line: Line, start: int = 0) -> bool:
        """Whether a line, from an offset on, can be a heading or its title."""
        text = line.text[start:]
        if not text:
            return True
        known = opens_as(text, self.words) is not None and not self.annex
        return looks_like_heading(text) and not known and label_of(text) is None


def _is_open_table(node: AnyNode) -> bool:
    """Whether a node is a table made of lines, to which one more may be added."""
    return isinstance(node, TableNode) and not node.made
