"""Stretches of a paragraph with what became of them, put together as Word's runs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from itertools import groupby

from drafter.formats.word.xml import Element, node, w, words
from drafter.render.tracked.signs import Piece, tag
from drafter.render.tracked.stamps import Stamps, Status

_WHEN_DELETED = {tag("t"): tag("delText"), tag("instrText"): tag("delInstrText")}


@dataclass(frozen=True, slots=True)
class Bit:
    """A piece with its status, or something that stands between pieces and has none.

    `former` is the piece as it looked before, where only its look is another now.
    """

    status: Status = Status.KEPT
    piece: Piece | None = None
    former: Piece | None = None
    fixed: Element | None = None

    @property
    def href(self) -> str:
        """The address that it leads to."""
        return self.piece.href if self.piece else ""


def content(bits: Iterable[Bit], stamps: Stamps, link: Callable[[str], str]) -> Iterator[Element]:
    """The bits as what a paragraph holds; `link` gives the relationship of an address."""
    for fixed, group in groupby(bits, key=lambda bit: bit.fixed is not None):
        if fixed:
            yield from (bit.fixed for bit in group if bit.fixed is not None)
            continue
        for href, linked in groupby(group, key=lambda bit: bit.href):
            inside = list(_changes(linked, stamps))
            if href:
                holder = node("w:hyperlink", {"r:id": link(href), "w:history": 1})
                holder.extend(inside)
                yield holder
            else:
                yield from inside


def _changes(bits: Iterable[Bit], stamps: Stamps) -> Iterator[Element]:
    for status, group in groupby(bits, key=lambda bit: bit.status):
        runs = list(_runs(group, stamps, deleted=status is Status.DELETED))
        if status is Status.KEPT:
            yield from runs
        else:
            yield stamps.change(status, *runs)


def _runs(bits: Iterable[Bit], stamps: Stamps, *, deleted: bool) -> Iterator[Element]:
    for key, group in groupby(bits, key=_joins):
        some = list(group)
        for held in [some] if key else [[bit] for bit in some]:
            for run in _joined(held) if key else _copies(held[0]):
                if held[0].former is not None:
                    _restyle(run, held[0].former, stamps)
                if deleted:
                    _delete(run)
                yield run


def _joins(bit: Bit) -> tuple[str, str] | None:
    """What must be equal for two stretches of text to be one run; None for what is no text."""
    if bit.piece is None or bit.piece.runs:
        return None
    return bit.piece.look, bit.former.look if bit.former else bit.piece.look


def _joined(bits: list[Bit]) -> Iterator[Element]:
    text = "".join(bit.piece.text for bit in bits if bit.piece)
    first = bits[0].piece
    if text and first is not None:
        yield w("r", deepcopy(first.properties), words(text))


def _copies(bit: Bit) -> list[Element]:
    return [deepcopy(run) for run in bit.piece.runs] if bit.piece else []


def _restyle(run: Element, former: Piece, stamps: Stamps) -> None:
    """Tell how a run looked before."""
    if run.tag != tag("r"):
        return
    properties = run.find(tag("rPr"))
    if properties is None:
        properties = w("rPr")
        run.insert(0, properties)
    old = deepcopy(former.properties) if former.properties is not None else w("rPr")
    properties.append(stamps.change("rPrChange", old))


def _delete(run: Element) -> None:
    for one in run:
        one.tag = _WHEN_DELETED.get(str(one.tag), one.tag)
