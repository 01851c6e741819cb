"""What one side deleted and the other changed: kept in brackets, from first to last word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from drafter.diff.patch import Shell
from drafter.merge.brackets import around, enclosed
from drafter.merge.desk import Desk
from drafter.merge.shell_text import shell_texts
from drafter.merge.survive import Fate
from drafter.merge.tokens import said
from drafter.merge.tree import Tree
from drafter.merge.value import ConflictKind, Trio
from drafter.model import Annex, Embedded, Heading, Inlines, Paragraph, Part, Separator, Table

_FIELDS = {Paragraph: "body", Heading: "body", Embedded: "title", Annex: "title", Part: "title"}
"""The text that stands first in a thing of each type."""


def enclose(whole: Tree, fate: Fate, trees: Trio[Tree], desk: Desk) -> None:
    """Put brackets around each thing that one side deleted and that stays; tell the conflicts."""
    for root in fate.roots:
        mine = fate.kept_by[root] == "ours"
        kept = _words(trees.ours if mine else trees.theirs, root)
        told = Trio(_words(trees.base, root), kept if mine else "", "" if mine else kept)
        desk.tell(ConflictKind.DELETED, "" if " " in root else root, "text", told)
        _bracket(whole, root, *around(desk.options, ours=mine))


def _words(tree: Tree, key: str) -> str:
    texts = (said(text) for k in tree.inside(key) for text in shell_texts(tree.shells[k]))
    return " ".join(filter(None, texts))


@dataclass(frozen=True, slots=True)
class _Spot:
    """A text: the key of its shell, the field, and in a table the row and the cell."""

    key: str
    field: str
    row: int = -1
    cell: int = -1

    def enclose(self, whole: Tree, before: str, after: str) -> None:
        """Put signs before and after the text."""

        def change(text: Inlines) -> Inlines:
            return enclosed(text, before, after, opens=self.field == "body")

        shell: Any = whole.shells[self.key]
        if self.row < 0:
            new = change(getattr(shell, self.field))
            whole.shells[self.key] = replace(shell, **{self.field: new})
            return
        row = shell.rows[self.row]
        cell = replace(row.cells[self.cell], body=change(row.cells[self.cell].body))
        cells = (*row.cells[: self.cell], cell, *row.cells[self.cell + 1 :])
        rows = (*shell.rows[: self.row], replace(row, cells=cells), *shell.rows[self.row + 1 :])
        whole.shells[self.key] = replace(shell, rows=rows)


def _bracket(whole: Tree, root: str, before: str, after: str) -> None:
    shell = whole.shells[root]
    if isinstance(shell, Separator):
        whole.shells[root] = replace(shell, text=f"{before}{shell.text}{after}")
    spots = list(_spots(whole, root))
    for spot, signs in zip((*spots[:1], *spots[-1:]), ((before, ""), ("", after)), strict=False):
        spot.enclose(whole, *signs)


def _spots(whole: Tree, key: str) -> Iterator[_Spot]:
    """Where texts stand in a thing, in reading order."""
    shell = whole.shells[key]
    name = _FIELDS.get(type(shell), "")
    if name and getattr(shell, name):
        yield _Spot(key, name)
    yield from _cells(key, shell)
    for inner in whole.held(key):
        yield from _spots(whole, inner)
    if isinstance(shell, Paragraph) and shell.tail:
        yield _Spot(key, "tail")


def _cells(key: str, shell: Shell) -> Iterator[_Spot]:
    if isinstance(shell, Table):
        for row, some in enumerate(shell.rows):
            for cell, one in enumerate(some.cells):
                if one.body:
                    yield _Spot(key, "cell", row, cell)
