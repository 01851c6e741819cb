"""Paragraphs as lines of text: one a line, what belongs to a line standing deeper below it.

    *Requests* the Secretary-General:
      - To consult Member States;
      - To report:
        - Every year;
      = and to do so in public;

"-" begins a sub-paragraph, "•" a bullet, "=" the text of a paragraph after its sub-paragraphs.
Printed numbers are understood as well, and dropped: 1. and (a) and (i).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from drafter.commands.faults import Unclear

ITEM, BULLET, TAIL = "-", "•", "="
BACKSLASH = "\\"
STEP = 2
"""Spaces by which a level stands deeper."""

_LINE = re.compile(
    r"(?P<indent> *)(?:(?P<sign>[-–—•·=])\s+|(?P<number>\d{1,3}[.)])\s+"
    r"|\(?(?P<label>[a-z]{1,2}|[ivxl]+)\)\s+)?(?P<text>.*)"
)
_SIGNS = {"–": ITEM, "—": ITEM, "·": BULLET}
_ROMAN = re.compile(r"[ivxl]+")
_ENDS = (",", ";", ":", ".", "،", "؛", "，", "；", "：", "。", "; and", "; or", ", and")


@dataclass(eq=False)
class Node:
    """A paragraph to be: its text, "-" or "•" for a sub-paragraph, what stands below it."""

    text: str
    sign: str = ""
    inside: list[Node] = field(default_factory=list)
    tail: str = ""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with its sign; `level` from 0, or the columns it is set in where `measured`."""

    sign: str
    text: str
    level: int
    measured: bool = True


def read_lines(typed: str) -> tuple[Node, ...]:
    """The paragraphs that lines stand for.

    Lines without a sign are paragraphs beside each other; where the first has one, those of its
    level are.

    Raises:
        Unclear: a text after sub-paragraphs stands where there are none.
    """
    top: list[Node] = []
    open_: list[tuple[int, Node]] = []
    for line in _lines(typed):
        level = _depth(line, [columns for columns, _ in open_], bare=bool(top and top[0].sign))
        del open_[level:]
        if line.sign == TAIL:
            _end(open_[-1][1] if open_ else None, line.text, typed)
            continue
        node = Node(line.text, line.sign)
        (open_[-1][1].inside if open_ else top).append(node)
        open_.append((line.level if line.measured else -1, node))
    return tuple(top)


def all_nodes(nodes: Sequence[Node]) -> Iterator[Node]:
    """The nodes in reading order, each before what stands below it."""
    for node in nodes:
        yield node
        yield from all_nodes(node.inside)


def line_of(text: str, sign: str = "", level: int = 0) -> str:
    """A line as it is written; a text that begins as if it had a sign gets a backslash."""
    found = _LINE.fullmatch(text)
    plain = found is None or found["text"] == text
    before = f"{sign} " if sign else ""
    return f"{' ' * STEP * level}{before}{'' if plain else BACKSLASH}{text}"


def unwrapped(text: str) -> str:
    """A text that was copied, one paragraph a line, whatever the width of its page.

    A paragraph begins after an empty line, with a sign or a printed number, or with a capital
    letter after a line that ends as paragraphs do.
    """
    lines = [" ".join(line.split()) if line.strip() else "" for line in _indented(text)]
    kept: list[str] = []
    for before, (bare, whole) in pairwise([("", ""), *zip(lines, _indented(text), strict=True)]):
        if not bare:
            continue
        if before[0] and not _begins(before[0], bare):
            kept[-1] += f" {bare}"
        else:
            kept.append(whole.rstrip())
    return "\n".join(kept)


def _indented(text: str) -> list[str]:
    return [line.replace("\t", "  ") for line in re.split(r"\r\n|[\r\n\v\f\u2028\u2029]", text)]


def _begins(before: str, line: str) -> bool:
    """Whether a line begins a paragraph, by itself or by how the line before it ends."""
    found = _LINE.fullmatch(line)
    if found and (found["sign"] or found["number"] or found["label"]):
        return True
    return before.endswith(_ENDS) and not line[:1].islower()


def _lines(typed: str) -> Iterator[_Line]:
    letter = ""
    for whole in _indented(typed):
        found = _LINE.fullmatch(whole)
        if found is None or not found["text"].strip(" "):
            continue
        text, label = found["text"].strip(" "), found["label"]
        sign = _SIGNS.get(found["sign"] or "", found["sign"] or "")
        if label:
            deep = _is_deep(label, letter)
            letter = letter if deep else label
            yield _Line(ITEM, text, 2 if deep else 1, measured=False)
        else:
            letter = letter if sign else ""
            yield _Line(sign, text, len(found["indent"]))


def _is_deep(label: str, letter: str) -> bool:
    """Whether (i) is a number below (a), and not the letter after (h) or the first of its row."""
    if not letter or not _ROMAN.fullmatch(label) or _ROMAN.fullmatch(letter):
        return False
    return not (len(label) == 1 and ord(label) == ord(letter[-1]) + 1)


def _depth(line: _Line, columns: list[int], *, bare: bool) -> int:
    """How deep a line stands, where lines are open that stand in these columns.

    `bare`: the first line had a sign already, so that others may stand beside it.
    """
    if not line.sign or not columns:
        return 0
    if not line.measured:
        return min(line.level - bare, len(columns))
    beside = [place for place, column in enumerate(columns) if column >= line.level]
    return next((place for place in beside if place or bare), len(columns))


def _end(node: Node | None, text: str, typed: str) -> None:
    if node is None or not node.inside:
        hint = "it stands below the last of them, as deep as they do"
        raise Unclear("'=' begins a text after sub-paragraphs", hint=hint, line=typed)
    node.tail = f"{node.tail} {text}".strip()
