"""Lines to a tree of paragraphs: labels and their order say what is below what."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum

from drafter.formats.akn.context import Context
from drafter.formats.akn.read_labels import (
    Shape,
    drop_repeated,
    is_number,
    is_numeral,
    is_ordinal,
    shape,
    split_label,
)
from drafter.formats.akn.read_lines import Hint, Line, all_bold, looks_like_heading
from drafter.model import Emphasis, Inlines, Note, Role, Style, plain_text
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
    `plain`: a heading that its source writes as a paragraph and not in bold.
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


_LEVELS = {
    **dict.fromkeys(("HCh", "HCH", "HCh0", "HChG", "HChGA", "HChGC"), 1),
    **dict.fromkeys(("H1", "H1G", "H1GA", "H1GC", "TitleH1", "Heading1"), 2),
    **dict.fromkeys(("H23", "H23G", "H23GA", "H23GC", "BLUEHeadingH2", "TitleH2"), 3),
    **dict.fromkeys(("H4", "H4G", "H4GA", "H4GC"), 4),
    **dict.fromkeys(("H56", "H56G", "H56GA", "H56GC"), 5),
}
"""The Word styles of headings, as classes: 14, 12 and 10 point bold, italic, roman."""

_TABLE_NOTES = frozenset(("FootnoteText", "FootnoteText0"))
_RULE = re.compile(r"(?=(?:.*[*_—–-]){3})[*_—–\- \u00a0]+|\*")
_QUOTES = "“”„«\"‘'「『‟"
_DEEPEST = 24
"""Levels below a paragraph; what a broken file has deeper stands at this level."""

_TITLE = 200
"""The longest heading of the official files that is no sentence has fewer characters."""

_ENDS = (".", ";", ",", ":", "；", "。", "，", "：", "؛", "،", "”", "»")
_UPPER = frozenset(("Roman", "Latin", "chinese", "words"))


def nest(lines: list[Line], context: Context) -> list[Node]:
    """The top-level nodes of a stretch of lines, sub-paragraphs below their paragraphs."""
    nesting = _Nesting(context)
    for line in lines:
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
            level = _level(old.line)
            self._block(Node(Sort.HEADING, old.line, label=label, body=body, level=level))

    def _labelled(self, line: Line) -> None:
        label, body, cut = split_label(line.num, line.body)
        if cut:
            self.context.note(Kind.REPAIRED, f"label {label!r} was left in the text", line.element)
        elif label:
            body = self._unrepeated(line, label, body)
        apart = ""
        if not label and not _notes(body):
            label, apart = _alone(line, plain_text(body))
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
        heading = _is_heading(line, label) or _is_short_title(line, label, body)
        own, apart = label, ""
        if (
            self.waiting is not None
            and not label
            and self._joins(self.waiting, line, body, heading)
        ):
            label, apart = self.waiting.label, self.waiting.apart
            heading = heading or bool(apart) or _is_heading(self.waiting.line, label)
            if not heading:
                what = f"number {label!r} stands apart from its text"
                self.context.note(Kind.REPAIRED, what, self.waiting.line.element)
            self.waiting = None
        self.finish(line)
        if heading:
            level = _level(line)
            bold = not own and all_bold(line.body)
            plain = not (apart or bold or line.hint is Hint.HEADING)
            node = Node(Sort.HEADING, line, label=label, body=body, level=level)
            node.apart, node.plain = apart, plain
            self._block(node)
        else:
            self._paragraph(line, label, body)

    def _joins(self, old: _Waiting, line: Line, body: Inlines, heading: bool) -> bool:
        """Whether this line is the text of the number that waits."""
        if line.hint is Hint.TAIL:
            return False
        if old.apart:
            return heading or (old.apart == "paragraph" and _is_title(line, body))
        return heading or not _is_heading(old.line, old.label)

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
            self.top[-1].notes.append(Node(Sort.PARAGRAPH, line, Role.TABLE_NOTE, label, body))
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
        return line.style in _TABLE_NOTES or raised

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
            if _follows(old, new) or (new.form == old.form and new.form.startswith("9.")):
                return depth
        if new.form == "bullet" or any(place == 1 for _, place in new.readings):
            return len(self.levels)
        for depth in range(len(self.levels) - 1, 0, -1):
            if _alike(self.levels[depth].shape, new):
                return depth
        return min(1, len(self.levels))


_SORTS = {
    Hint.TABLE: Sort.TABLE,
    Hint.EMBEDDED: Sort.EMBEDDED,
    Hint.SEPARATOR: Sort.SEPARATOR,
    Hint.FORMULA: Sort.FORMULA,
    Hint.TITLE: Sort.TITLE,
}


def _notes(body: Inlines) -> bool:
    return any(isinstance(inline, Note) for inline in body)


def _level(line: Line) -> int:
    return _LEVELS.get(line.style, 3)


def _is_heading(line: Line, label: str) -> bool:
    if line.hint is Hint.HEADING:
        return True
    if line.depth or line.hint is Hint.TAIL:
        return False
    if line.hint is Hint.TEXT and line.style in _LEVELS and _may_head(label):
        return True
    return looks_like_heading(line, "" if _may_head(label) else label)


def _alone(line: Line, printed: str) -> tuple[str, str]:
    """The number that a line is, with how it stands apart; ("", "") for other text."""
    if _is_heading(line, ""):
        if is_number(printed):
            return printed, ""
        return (printed, "heading") if is_ordinal(printed) else ("", "")
    if line.hint is Hint.TEXT and not line.depth and (is_ordinal(printed) or is_numeral(printed)):
        return printed, "paragraph"
    return "", ""


def title_like(line: Line) -> bool:
    """A line that could be a title: short, and no sentence or clause."""
    return _is_title(line, line.body)


def _is_title(line: Line, body: Inlines) -> bool:
    printed = plain_text(body)
    return (
        line.hint is Hint.TEXT
        and not line.depth
        and len(printed) < _TITLE
        and not printed.endswith(_ENDS)
    )


def _is_short_title(line: Line, label: str, body: Inlines) -> bool:
    """A title after I. or A., though nothing but its number shows that it is one."""
    return bool(label) and _may_head(label) and _is_title(line, body)


def _may_head(label: str) -> bool:
    """Whether a heading can have this label: none, I., A., 1.1, but not 1. or (a) of a text."""
    return not label or any(counter in _UPPER for counter, _ in shape(label).readings)


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
    if counters & {"latin", "roman", "abjad", "cyrillic"} and not counters & _UPPER:
        return Role.ITEM
    return Role.QUOTED if not label and plain_text(body)[:1] in _QUOTES else Role.PLAIN


def _follows(old: Shape, new: Shape) -> bool:
    if old.form == new.form == "bullet":
        return True
    return old.form == new.form and any(
        (counter, place - 1) in old.readings for counter, place in new.readings
    )


def _alike(old: Shape, new: Shape) -> bool:
    return old.form == new.form and bool(
        {c for c, _ in old.readings} & {c for c, _ in new.readings}
    )
