"""Lines to a tree of paragraphs: labels and their order say what is below what."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from enum import StrEnum

from drafter.formats.akn.context import Context
from drafter.formats.akn.names import words
from drafter.formats.akn.read_headings import (
    IN_TEXT,
    LEFT,
    UPPER,
    alone,
    hung,
    is_heading,
    is_short_title,
    is_title,
    level_of,
    raised,
    says_again,
)
from drafter.formats.akn.read_labels import (
    Shape,
    drop_repeated,
    follows,
    is_first,
    shape,
    split_label,
    split_spelled,
)
from drafter.formats.akn.read_levels import levelled
from drafter.formats.akn.read_lines import Hint, Line, all_bold
from drafter.model import Emphasis, Inlines, Note, Role, Style, Text, flatten, normalise, plain_text
from drafter.report import Kind


class Sort(StrEnum):
    """What a node becomes in the value."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    SECTION = "section"
    TABLE = "table"
    EMBEDDED = "embedded"
    SEPARATOR = "separator"
    FORMULA = "formula"
    TITLE = "title"


@dataclass(slots=True, eq=False)
class Node:
    """A block in the making; `label` is the printed one.

    `apart`: the number of a heading stands on a line of its own, a "heading" or a "paragraph".
    `plain`: a heading that its source writes as a paragraph and not in bold. `words`: those of a
    table, once they are needed.
    """

    sort: Sort
    line: Line
    role: Role = Role.PLAIN
    label: str = ""
    body: Inlines = ()
    children: list[Node] = field(default_factory=list)
    tail: Inlines = ()
    level: int = 3
    restarts: bool = False
    heading: Node | None = None
    apart: str = ""
    plain: bool = False
    notes: list[Node] = field(default_factory=list)
    words: str = ""


_TABLE_NOTES = frozenset(("FootnoteText", "FootnoteText0"))
_RULE = re.compile(r"(?=(?:.*[*_—–-]){3})[*_—–\- \u00a0]+|\*")
_QUOTES = "“”„«\"‘'「『‟"
_DEEPEST = 24
"""Levels below a paragraph; what a broken file has deeper stands at this level."""


def nest(lines: list[Line], context: Context) -> list[Node]:
    """The top-level nodes of a stretch of lines, sub-paragraphs below their paragraphs."""
    nesting = _Nesting(context)
    for line in levelled(lines, context):
        nesting.add(line)
    nesting.finish()
    return nesting.top


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A number without text; `apart` as in `Node`, "" when the number alone is the label."""

    label: str
    line: Line
    apart: str


@dataclass(slots=True)
class _Level:
    node: Node
    shape: Shape


class _Nesting:
    """Adds line after line to a growing tree; `levels[d]` is the last node at depth d."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.top: list[Node] = []
        self.levels: list[_Level] = []
        self.base = 0
        self.waiting: _Waiting | None = None

    def add(self, line: Line) -> None:
        """Place one line."""
        rule = _SORTS.get(line.hint)
        if rule is not None:
            self._block(Node(rule, line, body=line.body))
        elif (
            line.hint is not Hint.HEADING
            and _RULE.fullmatch(plain_text(line.body))
            and not line.num
        ):
            self._block(Node(Sort.SEPARATOR, line, body=line.body))
        else:
            self._labelled(line)

    def finish(self, after: Line | None = None) -> None:
        """A number that waits for its text has none: it is kept as it stands.

        When deeper lines come after it, it is the number of a paragraph that has only them.
        """
        if self.waiting is None:
            return
        old, self.waiting = self.waiting, None
        if old.apart == "paragraph":
            self._paragraph(old.line, "", old.line.body)
        elif not old.apart and after is not None and after.depth > old.line.depth:
            self._paragraph(old.line, old.label, ())
        else:
            body = old.line.body if old.apart else ()
            label = "" if old.apart else old.label
            level = level_of(old.line)
            self._block(Node(Sort.HEADING, old.line, label=label, body=body, level=level))

    def _labelled(self, line: Line) -> None:
        label, body, cut = split_label(line.num, line.body)
        if cut:
            self.context.note(Kind.REPAIRED, f"label {label!r} was left in the text", line.element)
        elif label:
            body = self._unrepeated(line, label, body)
        if not label and is_heading(line, ""):
            label, body = split_spelled(body)
            line = replace(line, meta=(*line.meta, IN_TEXT)) if label else line
        apart = ""
        if not label and not _notes(body):
            label, apart = alone(line, plain_text(body))
            body = () if label else body
        if label and not body:
            self.finish(line)
            self.waiting = _Waiting(label, line, apart)
            return
        self._settled(line, label, body)

    def _unrepeated(self, line: Line, label: str, body: Inlines) -> Inlines:
        body, again = drop_repeated(label, body)
        if again:
            what = f"{again!r} repeats the label {label!r}"
            self.context.note(Kind.REPAIRED, what, line.element, again)
        return body

    def _settled(self, line: Line, label: str, body: Inlines) -> None:
        if hung(line, label, body):
            self._leave_list(line, label)
            line = raised(line)
        heading = is_heading(line, label) or is_short_title(line, label, body)
        own, apart = label, ""
        if (
            self.waiting is not None
            and not label
            and self._joins(self.waiting, line, body, heading)
        ):
            label, apart = self.waiting.label, self.waiting.apart
            heading = heading or bool(apart) or is_heading(self.waiting.line, label)
            if not heading:
                what = f"number {label!r} stands apart from its text"
                self.context.note(Kind.REPAIRED, what, self.waiting.line.element)
            self.waiting = None
        self.finish(line)
        if heading:
            level = level_of(line)
            bold = all_bold(body) and not (own and _italic(body))
            plain = not (apart or bold or line.hint is Hint.HEADING)
            node = Node(Sort.HEADING, line, label=label, body=body, level=level)
            node.apart, node.plain = apart, plain
            self._heading(node)
        else:
            self._paragraph(line, label, body)

    def _joins(self, old: _Waiting, line: Line, body: Inlines, heading: bool) -> bool:
        """Whether this line is the text of the number that waits."""
        if line.hint is Hint.TAIL:
            return False
        if old.apart:
            return heading or (old.apart == "paragraph" and is_title(line, body))
        return heading or not is_heading(old.line, old.label)

    def _leave_list(self, line: Line, label: str) -> None:
        """A heading leaves the list that it was hung into, perhaps as all that stood in it."""
        self.context.note(Kind.REPAIRED, f"heading {label!r} stood in a list", line.element)
        depth = min(line.depth + self.base, len(self.levels))
        holder = self.levels[depth - 1].node if depth else None
        if holder is not None and not holder.children:
            holder.line = replace(holder.line, meta=(*holder.line.meta, LEFT))

    def _heading(self, node: Node) -> None:
        """A heading; one that says the heading right before it again is kept with that one."""
        last = self.top[-1] if self.top else None
        if last is None or last.sort is not Sort.HEADING or not _same_heading(last, node):
            self._block(node)
            return
        words = f"{node.label} {plain_text(node.body)}"
        self.context.note(Kind.REPAIRED, "a heading stands twice", node.line.element, words)
        last.line = says_again(last.line)

    def _block(self, node: Node) -> None:
        """A block that is no paragraph: inside the open paragraph when the source says so."""
        if node.sort is not Sort.HEADING:
            self.finish(node.line)
        depth = node.line.depth
        if depth and self.levels:
            self._attach(node, min(depth + self.base, len(self.levels)))
        else:
            self.top.append(node)
            self.levels = []
            self.base = 0

    def _attach(self, node: Node, depth: int) -> None:
        depth = min(depth, _DEEPEST)
        holder = self.levels[depth - 1].node
        if holder.tail:
            plain = Node(Sort.PARAGRAPH, node.line, Role.PLAIN, body=holder.tail)
            holder.children.append(plain)
            holder.tail = ()
        holder.children.append(node)
        del self.levels[depth:]

    def _paragraph(self, line: Line, label: str, body: Inlines) -> None:
        role = _role(line, label, body)
        if self._is_table_note(line, label, body):
            self._table_note(line, label, body)
            return
        if line.hint is Hint.TAIL or (not label and not line.depth and self._continues(role, body)):
            self._tail(line, body)
            return
        node = Node(Sort.PARAGRAPH, line, role, label, body)
        depth = self._depth(line, role, label)
        if depth and self.levels:
            self._attach(node, depth)
        else:
            self.top.append(node)
            self.levels = []
        if not line.depth:
            self.base = len(self.levels)
        self.levels.append(_Level(node, shape(label)))

    def _is_table_note(self, line: Line, label: str, body: Inlines) -> bool:
        """A line right below a table in the style of notes, or after a raised letter."""
        if not self.top or self.top[-1].sort is not Sort.TABLE or line.depth:
            return False
        first = body[0] if body and not label else None
        raised = isinstance(first, Emphasis) and first.style is Style.SUPERSCRIPT
        return line.style in _TABLE_NOTES or raised or self._called(label)

    def _called(self, label: str) -> bool:
        """Whether the table right above prints this bracketed letter as the mark of a note."""
        table = self.top[-1]
        if shape(label).form != "(#)":
            return False
        if not table.words:
            table.words = words(table.line.element)
        return label in table.words

    def _table_note(self, line: Line, label: str, body: Inlines) -> None:
        """A note under a table; its letter is a mark, which stands in its text as in the cell."""
        whole = normalise((Text(f"{label} "), *body)) if label else body
        self.top[-1].notes.append(Node(Sort.PARAGRAPH, line, Role.TABLE_NOTE, "", whole))

    def _continues(self, role: Role, body: Inlines) -> bool:
        """Text of the open paragraph after its sub-paragraphs: it goes on in lower case."""
        if role is not Role.PLAIN or not self.levels or not self.levels[0].node.children:
            return False
        first = plain_text(body)[:1]
        return first.islower() and not self.levels[0].node.tail

    def _tail(self, line: Line, body: Inlines) -> None:
        if not self.levels:
            self.top.append(node := Node(Sort.PARAGRAPH, line, Role.PLAIN, body=body))
            self.levels = [_Level(node, shape(""))]
            return
        depth = min((self.base if line.hint is Hint.TAIL else 0) + line.depth, len(self.levels) - 1)
        holder = self.levels[depth].node
        if holder.children and not holder.tail:
            holder.tail = body
            del self.levels[depth + 1 :]
        else:
            self._attach(Node(Sort.PARAGRAPH, line, Role.PLAIN, body=body), depth + 1)

    def _depth(self, line: Line, role: Role, label: str) -> int:
        """How far below the open top-level paragraph this one stands; 0 is beside it."""
        if not self.levels:
            return 0
        if line.depth:
            return min(self.base + line.depth, len(self.levels))
        if role not in (Role.ITEM, Role.BULLET):
            return 0
        return self._by_order(shape(label))

    def _by_order(self, new: Shape) -> int:
        """The level whose count this label goes on; else one deeper for a first label."""
        least = 0 if self.levels[0].node.role is Role.ITEM else 1
        for depth in range(len(self.levels) - 1, least - 1, -1):
            old = self.levels[depth].shape
            if follows(old, new) or (new.form == old.form and new.form.startswith("9.")):
                return depth
        if new.form == "bullet" or is_first(new):
            return len(self.levels)
        for depth in range(len(self.levels) - 1, 0, -1):
            if _alike(self.levels[depth].shape, new):
                return depth
        alone = self.levels[0].node
        beside = alone.role is Role.PLAIN and not (alone.label or alone.children)
        return 0 if beside else min(1, len(self.levels))


_SORTS = {
    Hint.TABLE: Sort.TABLE,
    Hint.EMBEDDED: Sort.EMBEDDED,
    Hint.SEPARATOR: Sort.SEPARATOR,
    Hint.FORMULA: Sort.FORMULA,
    Hint.TITLE: Sort.TITLE,
}


def _same_heading(old: Node, new: Node) -> bool:
    """Whether a heading with its label is one paragraph more of what stands above it."""
    return (
        bool(new.label)
        and not (new.apart or old.apart or old.plain or new.line.depth)
        and new.line.hint is Hint.TEXT
        and (old.label, plain_text(old.body)) == (new.label, plain_text(new.body))
        and not (_notes(old.body) or _notes(new.body))
    )


def _italic(body: Inlines) -> bool:
    return any(Style.ITALIC in run.styles for run in flatten(body))


def _notes(body: Inlines) -> bool:
    return any(isinstance(inline, Note) for inline in body)


def _role(line: Line, label: str, body: Inlines) -> Role:
    kind = shape(label)
    if kind.form == "bullet":
        return Role.BULLET
    if line.depth:
        return Role.ITEM if label else Role.PLAIN
    counters = {counter for counter, _ in kind.readings}
    if kind.form.startswith("9."):
        return Role.ITEM
    if (
        "(" in kind.form
        or ")" in kind.form
        or "circled" in counters
        or (kind.form[:1] in "’‘'" and kind.form)
    ):
        return Role.ITEM
    if "decimal" in counters or label[:1].isdigit():
        return Role.OPERATIVE
    if line.hint is Hint.PREAMBULAR:
        return Role.PREAMBULAR
    if counters & {"latin", "roman", "abjad", "cyrillic"} and not counters & UPPER:
        return Role.ITEM
    return Role.QUOTED if not label and plain_text(body)[:1] in _QUOTES else Role.PLAIN


def _alike(old: Shape, new: Shape) -> bool:
    return old.form == new.form and bool(
        {c for c, _ in old.readings} & {c for c, _ in new.readings}
    )
