"""Other tools on the same pairs, judged by the same truth; each found at run time.

They compare the Word files that `foreign` makes of both texts, without our marks; `redlines` their
paragraphs and notes as plain text, the naive aligner clean text without numbers. A tool that is
absent says why, and the benchmark runs without it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from time import perf_counter

from benchmarks.diff_quality import docxdiff, libreoffice, naive, plain
from benchmarks.diff_quality.cases import Case
from benchmarks.diff_quality.foreign import stripped
from benchmarks.diff_quality.judge import Sides, judge, printed, raw_marks
from benchmarks.diff_quality.redline import Redline, read_redline
from benchmarks.diff_quality.score import Score, add_found, true_notes
from drafter.formats.registry import FORMATS


@dataclass(frozen=True, slots=True)
class Compared:
    """A case as Word files, old and new, and what their paragraphs are."""

    case: Case
    files: tuple[bytes, bytes]
    sides: Sides


@dataclass(frozen=True, slots=True)
class Answer:
    """What a tool says of a pair, None when it failed, and what its paragraphs are."""

    redline: Redline | None
    sides: Sides


@dataclass(frozen=True, slots=True)
class Peer:
    """A tool: its name, why it is not run ("" when it is), and how it answers."""

    name: str
    absent: str
    answers: Callable[[Sequence[Compared]], Iterator[Answer]]


def peers() -> list[Peer]:
    """The tools that give a redline."""
    tuned = partial(_docxdiff, options=docxdiff.TUNED)
    return [
        Peer("DocxDiff", docxdiff.missing(), _docxdiff),
        Peer("DocxDiff tuned", docxdiff.missing(), tuned),
        Peer("redlines", plain.missing(), _redlines),
        Peer("LibreOffice", libreoffice.missing(), _libreoffice),
    ]


def as_files(case: Case, numbering: str) -> Compared | None:
    """Both texts as Word files; None when their paragraphs cannot be told from one another."""
    form = FORMATS[".docx"]
    old, new = (stripped(form.write(t, numbering=numbering)) for t in (case.old, case.new))
    first, second = printed(read_redline(old), case.olds), printed(read_redline(new), case.news)
    if not first or not second:
        return None
    calls = [r.name for r in case.old_remarks], [r.name for r in case.new_remarks]
    return Compared(case, (old, new), Sides((first, second), calls))


def run_peer(peer: Peer, pairs: Sequence[Compared]) -> tuple[Score, Score]:
    """Its score, and its score when marks on printed numbers are forgiven."""
    strict, mild = Score(), Score()
    begin = perf_counter()
    answers = list(peer.answers(pairs))
    strict.seconds = mild.seconds = (perf_counter() - begin) / max(1, len(pairs))
    for pair, answer in zip(pairs, answers, strict=True):
        _add(strict, pair.case, answer, forgiving=False)
        _add(mild, pair.case, answer, forgiving=True)
    return strict, mild


def run_naive(pairs: Sequence[Case]) -> Score:
    """The score of the naive aligner, which sees no numbers and no notes."""
    score = Score()
    for case in pairs:
        begin = perf_counter()
        found = naive.naive(case.olds, case.news)
        score.seconds += (perf_counter() - begin) / len(pairs)
        add_found(score, case.truth, found)
        score.marked += naive.marked(case.olds, case.news, found)
        score.true_marks += case.script.marks
    return score


def _docxdiff(pairs: Sequence[Compared], options: Sequence[str] = ()) -> Iterator[Answer]:
    for pair in pairs:
        yield _answer(docxdiff.redline(*pair.files, options), pair)


def _libreoffice(pairs: Sequence[Compared]) -> Iterator[Answer]:
    files = libreoffice.compared([pair.files for pair in pairs])
    for data, pair in zip(files, pairs, strict=True):
        yield _answer(data, pair)


def _redlines(pairs: Sequence[Compared]) -> Iterator[Answer]:
    for pair in pairs:
        sides = plain.as_text(pair.sides, pair.case)
        yield Answer(plain.compared(sides), sides)


def _answer(data: bytes | None, pair: Compared) -> Answer:
    return Answer(None if data is None else read_redline(data), pair.sides)


def _add(score: Score, case: Case, answer: Answer, *, forgiving: bool) -> None:
    """Count one answer; of one that does not give both texts back, nothing but its marks."""
    finding = None
    if answer.redline is not None:
        finding = judge(answer.redline, answer.sides, case.truth, forgiving=forgiving)
    score.true_marks += case.script.marks
    if finding is None:
        score.misread += 1
        score.marked += 0 if answer.redline is None else raw_marks(answer.redline)
        return
    finding = plain.own_notes(finding, {r.name for r in (*case.old_remarks, *case.new_remarks)})
    add_found(score, case.truth, finding.changes)
    score.notes.add(true_notes(case.script), finding.notes)
    score.marked += finding.marked
    score.leaks += finding.leaks
