"""Tables of two texts woven into one: rows that stay, go and come, and the words in their cells."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

from drafter.diff.spine import Pair, spine
from drafter.formats.word.xml import Element, w
from drafter.render.tracked.loom import Loom
from drafter.render.tracked.signs import tag
from drafter.render.tracked.stamps import Status
from drafter.render.tracked.views import Frame

_ROW, _CELL, _PARAGRAPH = tag("tr"), tag("tc"), tag("p")


def gone(table: Element, loom: Loom) -> Element:
    """A table that is no more: every row of it is deleted."""
    return _table(table, [_gone(row, loom) for row in table.findall(_ROW)])


def come(table: Element, loom: Loom) -> Element:
    """A new table: every row of it is inserted."""
    return _table(table, [_come(row, loom) for row in table.findall(_ROW)])


def together(old: Element, new: Element, pairs: Sequence[Pair], loom: Loom) -> Element:
    """A table and what it became; `pairs` are the rows that are one, by their places.

    A row stays where it keeps its order and the shape of its cells; Word has no rows that move.
    """
    olds, news = old.findall(_ROW), new.findall(_ROW)
    alike = [one for one in pairs if _shape(olds[one.old]) == _shape(news[one.new])]
    rows: list[Element] = []
    i = j = 0
    for stay in [*(spine(alike) if alike else []), Pair(len(olds), len(news))]:
        rows += [_gone(row, loom) for row in olds[i : stay.old]]
        rows += [_come(row, loom) for row in news[j : stay.new]]
        if stay.old < len(olds):
            rows.append(_row(olds[stay.old], news[stay.new], loom))
        i, j = stay.old + 1, stay.new + 1
    return _table(new, rows)


def heads(old: Element, new: Element, loom: Loom) -> list[Element]:
    """What two heads or feet of one layout hold, which differ in their words alone."""
    out: list[Element] = []
    for one, other in zip(_runs(old), _runs(new), strict=True):
        if one[0].tag == _PARAGRAPH:
            out += loom.together(one, other)
        else:
            pairs = [Pair(n, n) for n in range(len(one[0].findall(_ROW)))]
            out.append(together(one[0], other[0], pairs, loom))
    return out


def _runs(holder: Element) -> list[list[Element]]:
    """Tables by themselves, and paragraphs that stand together."""
    out: list[list[Element]] = []
    for one in holder:
        if out and one.tag == out[-1][0].tag == _PARAGRAPH:
            out[-1].append(one)
        else:
            out.append([one])
    return out


def _table(like: Element, rows: list[Element]) -> Element:
    frame = (deepcopy(one) for one in like if one.tag != _ROW)
    return w("tbl", *frame, *rows)


def _row(old: Element, new: Element, loom: Loom) -> Element:
    """A row that stays: cell by cell."""
    made = _frame(new, _CELL)
    for one, other in zip(old.findall(_CELL), new.findall(_CELL), strict=True):
        cell = _frame(other, _PARAGRAPH)
        cell.extend(loom.together(one.findall(_PARAGRAPH), other.findall(_PARAGRAPH)))
        made.append(cell)
    return made


def _gone(row: Element, loom: Loom) -> Element:
    return _whole(row, Status.DELETED, loom)


def _come(row: Element, loom: Loom) -> Element:
    return _whole(row, Status.INSERTED, loom)


def _whole(row: Element, status: Status, loom: Loom) -> Element:
    """A row that goes or comes as a whole, with all words in it."""
    weave = loom.gone if status is Status.DELETED else loom.come
    made = _frame(row, _CELL)
    properties = made.find(tag("trPr"))
    if properties is None:
        properties = w("trPr")
        made.insert(0, properties)
    properties.append(loom.stamps.change(status))
    for one in row.findall(_CELL):
        cell = _frame(one, _PARAGRAPH)
        cell.extend(weave(one.findall(_PARAGRAPH), Frame.ENDS))
        made.append(cell)
    return made


def _frame(element: Element, without: str) -> Element:
    """A copy of a row or cell with its properties and without what it holds."""
    made = w(element.tag.rpartition("}")[2])
    made.extend(deepcopy(one) for one in element if one.tag != without)
    return made


def _shape(row: Element) -> list[str]:
    """What must be equal for two rows to be one: head or not, and the spans of their cells."""
    head = row.find(f"{tag('trPr')}/{tag('tblHeader')}") is not None
    return ["head" if head else "", *(_span(cell) for cell in row.findall(_CELL))]


def _span(cell: Element) -> str:
    found = (cell.find(f"{tag('tcPr')}/{tag(name)}") for name in ("gridSpan", "vMerge"))
    return " ".join("" if one is None else str(one.get(tag("val"), "on")) for one in found)
