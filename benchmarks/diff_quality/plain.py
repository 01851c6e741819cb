"""`redlines` on plain text: the paragraphs as printed, then the notes with their marks.

Found at run time: `pip install redlines`. The text has no marks of notes inside paragraphs, which
is kinder than a copy from Word.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from importlib import import_module
from importlib.util import find_spec

from benchmarks.diff_quality.cases import Case
from benchmarks.diff_quality.judge import Finding, Printed, Sides
from benchmarks.diff_quality.redline import END, Piece, Redline
from benchmarks.diff_quality.score import Found
from benchmarks.diff_quality.texts import Remark

_SIGN = "¶"
_NOTE_KINDS = {"edited": "edited", "inserted": "added", "deleted": "deleted"}


def missing() -> str:
    """Why it cannot run; empty when it can."""
    return "" if find_spec("redlines") else "redlines not installed"


def as_text(sides: Sides, case: Case) -> Sides:
    """The paragraphs of both sides with the notes as paragraphs behind them."""
    old, new = sides.texts
    texts = (*old, *_notes(case.old_remarks)), (*new, *_notes(case.new_remarks))
    return Sides(texts, ((), ()))


def _notes(remarks: Sequence[Remark]) -> Iterator[Printed]:
    for number, remark in enumerate(remarks, 1):
        mark = str(number)
        yield Printed(remark.name, f"{mark} {' '.join(remark.words)}", len(mark))


def compared(sides: Sides) -> Redline:
    """What `redlines` says, word for word."""
    processor = import_module("redlines.processor").WholeDocumentProcessor()
    body: list[Piece] = []
    old, new = ("\n\n".join(p.text.strip() for p in side) for side in sides.texts)
    for step in processor.process(old, new):
        _, i, k, j, m = step.opcodes
        olds, news = step.source_chunk.text[i:k], step.test_chunk.text[j:m]
        if step.opcodes[0] == "equal":
            body += _pieces(news, old=True, new=True)
        else:
            body += [*_pieces(olds, old=True, new=False), *_pieces(news, old=False, new=True)]
    return Redline((*body, Piece(END)))


def _pieces(tokens: Sequence[str], *, old: bool, new: bool) -> Iterator[Piece]:
    for token in tokens:
        yield Piece(END if token.strip() == _SIGN else token, old, new)


def own_notes(finding: Finding, notes: Collection[int]) -> Finding:
    """The finding with what it says of note paragraphs told as notes."""
    about = [c for c in finding.changes if {*c[1], *c[2]} <= set(notes)]
    found = Counter(_note(change) for change in about if change[0] not in {"kept", "moved"})
    rest = tuple(c for c in finding.changes if c not in about)
    return replace(finding, changes=rest, notes=finding.notes + found)


def _note(change: Found) -> tuple[str, int]:
    kind, olds, news = change
    same = not olds or not news or olds == news
    return (_NOTE_KINDS.get(kind, "wrong") if same else "wrong"), (*olds, *news)[0]
