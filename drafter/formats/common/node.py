"""The paragraphs while a text is read: the same tree as the model's, still open to change."""

from __future__ import annotations

from dataclasses import dataclass, field

from drafter.formats.common.line import Line, Stretch
from drafter.model import Role, Row


@dataclass(slots=True)
class Node:
    """A paragraph: where its text stands, its printed label, what it introduces.

    `told`: what is odd about its label has been reported.
    """

    role: Role
    line: Line
    body: list[Stretch] = field(default_factory=list)
    label: str = ""
    children: list[Node] = field(default_factory=list)
    tail: list[Stretch] = field(default_factory=list)
    told: bool = False

    @property
    def last_text(self) -> str:
        """The text that was read last: that of the last paragraph in it."""
        if self.tail:
            return self.tail[-1].text
        if self.children:
            return self.children[-1].last_text
        return self.body[-1].text if self.body else ""

    def deepest(self) -> Node:
        """The paragraph read last."""
        return self.children[-1].deepest() if self.children and not self.tail else self


@dataclass(slots=True)
class HeadingNode:
    """A heading; `level` 0 roman and 1 letter for numbered ones, None for the others."""

    line: Line
    body: list[Stretch] = field(default_factory=list)
    label: str = ""
    level: int | None = None


@dataclass(slots=True)
class SectionNode:
    """A section under a numbered heading."""

    heading: HeadingNode
    blocks: list[AnyNode] = field(default_factory=list)
    restarts: bool = False


@dataclass(slots=True)
class TableNode:
    """A table: its lines, each cut into cells, or the rows as the source has them made."""

    line: Line
    rows: list[list[Stretch]] = field(default_factory=list)
    made: tuple[Row, ...] = ()


@dataclass(slots=True)
class SeparatorNode:
    """A line of signs."""

    line: Line


@dataclass(slots=True)
class Scope:
    """The blocks of a scope; for a part, those of the preamble apart from the operative ones."""

    preamble: list[AnyNode] = field(default_factory=list)
    operative: list[AnyNode] = field(default_factory=list)

    @property
    def blocks(self) -> list[AnyNode]:
        """All of them, in order."""
        return [*self.preamble, *self.operative]

    @property
    def cut(self) -> int:
        """How many blocks are preamble: headings right above the operative part head that."""
        end = len(self.preamble)
        while self.operative and end and isinstance(self.preamble[end - 1], HeadingNode):
            end -= 1
        return end


@dataclass(slots=True)
class EmbeddedNode:
    """A text inside the text, from its enacting line on."""

    line: Line
    scope: Scope
    title: list[Stretch] = field(default_factory=list)


AnyNode = Node | HeadingNode | SectionNode | TableNode | SeparatorNode | EmbeddedNode
