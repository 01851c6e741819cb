"""The marks that end paragraphs: commas in the preamble, semicolons, the last full stop, colons."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, TypeAlias

from drafter.model import DocumentKind, Role, Zone, plain_text
from drafter.rules.chain import Ending, Link, endings
from drafter.rules.finding import Fix, Hit, Replace, Severity, Spot
from drafter.rules.line import Line
from drafter.rules.rule import Check, Rule
from drafter.rules.subject import Subject

FAMILY = "punctuation"
_ORGANS = frozenset({"general-assembly", "economic-and-social-council", "human-rights-council"})
_KINDS = frozenset({DocumentKind.DRAFT, DocumentKind.RESOLUTION})
_MARKS = ",;.:،؛，；。：、"
_QUOTES = "”’\"'»)]）」》"
_UNSEEN = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]+$")
_DOUBLED = re.compile(r"([,;.:،؛，；。：])[\s\u00a0]*([,;:،؛，；：]|\.(?!\.))$")
_DOTS = re.compile(r"(?:\.\.\.|etc\.|…)[,;:.]?$")


@dataclass(frozen=True)
class Marks:
    """The end marks of a language; `before` are the spaces that stand before a mark."""

    preambular: str = ","
    operative: str = ";"
    last: str = "."
    intro: str = ":"
    before: Mapping[str, str] = field(default_factory=dict)
    conjunctions: tuple[str, ...] = ()

    @cached_property
    def _joining(self) -> re.Pattern[str]:
        words = sorted(map(re.escape, self.conjunctions), key=len, reverse=True)
        sign = f"[{_MARKS}]"
        last = rf"\s+(?:{'|'.join(words) or '(?!)'})"
        return re.compile(rf"(?P<mark>{sign}?)(?P<word>{last})(?P<end>{sign}?)$", re.IGNORECASE)

    def joined(self, line: Line) -> re.Match[str] | None:
        """The word that joins a text to the one after it, with the marks beside it, if any."""
        return self._joining.search(_UNSEEN.sub("", line.plain))

    def with_space(self, mark: str) -> str:
        """The mark as it is written behind a word."""
        return self.before.get(mark, "") + mark


def marks(data: Mapping[str, Any]) -> Marks:
    """The end marks of a language from its data, those of English where it has none."""
    conjunctions = tuple(data.get("conjunctions", ()))
    rest = {name: value for name, value in data.items() if name != "conjunctions"}
    return Marks(conjunctions=conjunctions, **rest)


@dataclass(frozen=True, slots=True)
class End:
    """How a text ends: the mark and where it stands, its space before it included.

    `mark` is "" when it ends in a word; `start` and `end` are then the end of the words. `quoted`
    tells that a mark stands before a closing quotation mark or bracket that ends the text.
    """

    mark: str
    start: int
    end: int
    quoted: bool = False


def end_of(line: Line) -> End:
    """How a text ends, spaces and signs that nobody sees aside."""
    text = _UNSEEN.sub("", line.plain)
    if not text:
        return End("", 0, 0)
    if text[-1] in _MARKS:
        start = len(text[:-1].rstrip(" \u00a0\u202f"))
        return End(text[-1], start, len(text))
    inner = text.rstrip(_QUOTES)
    quoted = inner != text and inner[-1:] in set(_MARKS)
    return End(inner[-1] if quoted else "", len(text), len(text), quoted)


MANY = 3
"""So many wrong ends in a row are one finding: the text has a habit of its own there."""

Wanted: TypeAlias = Callable[[Ending, Marks], str]


def _ends(link: Link, message: str, wanted: Wanted, allowed: str = "") -> Check:
    """The check that texts of a link end in the mark that is wanted, or in an allowed one."""

    def check(subject: Subject) -> Iterator[Hit]:
        known = subject.vocabulary.of(FAMILY, marks)
        fine = {getattr(known, name) for name in allowed.split()}
        wrong: list[tuple[Line, End, str]] = []
        for ending, found, habit in _judged(subject, link):
            mark = wanted(ending, known)
            fits = found.mark == mark or found.mark in fine or _may_differ(ending, found, known)
            if wrong and (fits or found.mark != wrong[-1][1].mark):
                yield from _row(wrong, known, message)
                wrong = []
            if not fits and not habit:
                wrong.append((ending.line, found, mark))
        yield from _row(wrong, known, message)

    return check


def _judged(subject: Subject, link: Link) -> Iterator[tuple[Ending, End, bool]]:
    """The endings of a link, how each ends, and whether the item before it ends in the same way."""
    before: tuple[Role, str] | None = None
    for ending in endings(subject):
        found = end_of(ending.line)
        here = (ending.paragraph.role, found.mark)
        if ending.link is link and not _is_other(subject, ending):
            habit = here == before and here[0] is Role.ITEM and link is Link.OPERATIVE
            yield ending, found, habit
        before = here


def _row(wrong: list[tuple[Line, End, str]], known: Marks, message: str) -> Iterator[Hit]:
    """The hits for wrong ends that follow each other; from `MANY` on they are one habit."""
    hits = [_hit(line, found, mark, known, message) for line, found, mark in wrong]
    if len(hits) < MANY:
        yield from hits
        return
    edits = tuple(edit for hit in hits if hit.fix for edit in hit.fix.edits)
    fix = replace(hits[0].fix, edits=edits) if hits[0].fix else None
    yield replace(hits[0], message=f"{hits[0].message}; so do {len(hits) - 1} more", fix=fix)


def _is_other(subject: Subject, ending: Ending) -> bool:
    """Whether a text is no link of the chain after all: a declaration, a programme, a quotation."""
    paragraph = ending.paragraph
    if ending.penultimate and subject.vocabulary.of(FAMILY, marks).joined(ending.line):
        return True  # another rule's finding
    if ending.link in {Link.OPERATIVE, Link.LAST} and paragraph.role is Role.OPERATIVE:
        opens = subject.lexicon.opening(ending.line.plain, Role.OPERATIVE)
        return not (ending.line.opening or opens or ending.line.spot.field == "tail")
    return paragraph.role in {Role.PLAIN, Role.QUOTED}


def _may_differ(ending: Ending, found: End, known: Marks) -> bool:
    """Whether the place allows another mark: a colon before a table, a mark inside a quotation."""
    return found.quoted or (ending.open and found.mark == known.intro)


def _hit(line: Line, found: End, wanted: str, known: Marks, message: str) -> Hit:
    there = f", not {found.mark!r}" if found.mark else ""
    told = f"{message} ends with {wanted!r}{there}"
    last = max(found.end - 1, 0) if found.start == found.end else found.start
    if not line.plain_at(last, found.end) or _DOTS.search(line.plain[: found.end]):
        return Hit(line.spot, told, last, found.end)
    edit = Replace(line.spot, found.start, found.end, known.with_space(wanted))
    return Hit(line.spot, told, last, found.end, Fix(f"end it with {wanted!r}", (edit,)))


def _item_mark(ending: Ending, known: Marks) -> str:
    return known.preambular if ending.zone is Zone.PREAMBLE else known.operative


def intro_end(subject: Subject) -> Iterator[Hit]:
    """A paragraph that introduces sub-paragraphs and does not end with a colon."""
    known = subject.vocabulary.of(FAMILY, marks)
    for ending in endings(subject):
        found = end_of(ending.line)
        if ending.link is Link.INTRO and found.mark != known.intro and not found.quoted:
            what = "a paragraph before sub-paragraphs"
            yield _hit(ending.line, found, known.intro, known, what)


def enacting_end(subject: Subject) -> Iterator[Hit]:
    """An enacting line before a preamble that does not end with a comma."""
    mark = subject.language.enacting_end
    known = subject.vocabulary.of(FAMILY, marks)
    for place, part in enumerate(subject.resolution.parts):
        line = subject.line(Spot("", "enacting", place))
        if line is None or not part.preamble or not plain_text(part.enacting).strip():
            continue
        found = end_of(line)
        if found.mark != mark:
            yield _hit(line, found, mark, known, "the enacting line")


def conjunction(subject: Subject) -> Iterator[Hit]:
    """An "and" at the end of the sub-paragraph before the last."""
    known = subject.vocabulary.of(FAMILY, marks)
    for ending in endings(subject):
        if ending.penultimate:
            yield from _conjunction(ending, known.joined(ending.line), _item_mark(ending, known))


def _conjunction(ending: Ending, found: re.Match[str] | None, wanted: str) -> Iterator[Hit]:
    if found is None:
        return
    line = ending.line
    start = found.start("word")
    message = f"no {found['word'].strip()!r} stands before the last sub-paragraph"
    fix = None
    if line.plain_at(found.start(), found.end()):
        mark = "" if found["mark"] else found["end"] or wanted
        edit = Replace(line.spot, start, found.end(), mark)
        fix = Fix("leave it out", (edit,))
    yield Hit(line.spot, message, start, found.end(), fix)


def doubled(subject: Subject) -> Iterator[Hit]:
    """Two marks at the end of a paragraph, ";." or ",,"."""
    for line in subject.own_lines(Zone.PREAMBLE, Zone.OPERATIVE):
        if line.spot.field not in {"body", "tail"}:
            continue
        text = _UNSEEN.sub("", line.plain)
        found = _DOUBLED.search(text)
        if found is None or _DOTS.search(text) or _abbreviated(found):
            continue
        start, end = found.span()
        fix = None
        if line.plain_at(start, end):
            edit = Replace(line.spot, start, end, found.group(2))
            fix = Fix(f"keep {found.group(2)!r}", (edit,))
        yield Hit(line.spot, f"two marks, {found.group()!r}, end the paragraph", start, end, fix)


def _abbreviated(found: re.Match[str]) -> bool:
    """Whether the first mark is the full stop of an abbreviation: "et al.;", "vol.,"."""
    return found.group(1) == "." and found.group(2) not in {".", "。"}


def title_stop(subject: Subject) -> Iterator[Hit]:
    """A full stop at the end of the title."""
    for line in subject.lines:
        if line.zone is Zone.TITLE and line.spot.field == "title" and line.caller is None:
            text = _UNSEEN.sub("", line.plain)
            if text.endswith((".", "。", ";", ",")) and not _DOTS.search(text):
                start = len(text[:-1].rstrip())
                edit = Replace(line.spot, start, len(text), "")
                fix = Fix("leave it out", (edit,))
                message = f"a title ends without a mark, not with {text[-1]!r}"
                yield Hit(line.spot, message, len(text) - 1, len(text), fix)


RULES = (
    Rule(
        "P201",
        "enacting-line-end",
        Severity.ERROR,
        "The enacting line ends with a comma before a preamble.",
        enacting_end,
        kinds=_KINDS,
        fixes=True,
    ),
    Rule(
        "P202",
        "preambular-end",
        Severity.ERROR,
        "A preambular paragraph ends with a comma.",
        _ends(Link.PREAMBULAR, "a preambular paragraph", lambda _, m: m.preambular),
        kinds=_KINDS,
        fixes=True,
    ),
    Rule(
        "P203",
        "operative-end",
        Severity.ERROR,
        "An operative paragraph that is not the last ends with a semicolon.",
        _ends(Link.OPERATIVE, "an operative paragraph", lambda _, m: m.operative),
        kinds=_KINDS,
        fixes=True,
    ),
    Rule(
        "P204",
        "last-end",
        Severity.ERROR,
        "The last operative paragraph ends with a full stop.",
        _ends(Link.LAST, "the last operative paragraph", lambda _, m: m.last),
        kinds=_KINDS,
        fixes=True,
    ),
    Rule(
        "P205",
        "introduction-end",
        Severity.ERROR,
        "A paragraph that introduces sub-paragraphs ends with a colon.",
        intro_end,
        organs=_ORGANS,
        kinds=_KINDS,
        fixes=True,
    ),
    Rule(
        "P206",
        "sub-paragraph-end",
        Severity.WARNING,
        "A sub-paragraph ends with a semicolon, in the preamble with a comma.",
        _ends(Link.ITEM, "a sub-paragraph", _item_mark, allowed="operative"),
        organs=_ORGANS,
        kinds=_KINDS,
        fixes=True,
    ),
    Rule(
        "P207",
        "and-before-last",
        Severity.ERROR,
        'No "and" stands before the last sub-paragraph.',
        conjunction,
        organs=_ORGANS,
        kinds=_KINDS,
        fixes=True,
    ),
    Rule(
        "P208",
        "two-end-marks",
        Severity.ERROR,
        "One mark ends a paragraph.",
        doubled,
        kinds=_KINDS,
        fixes=True,
    ),
    Rule(
        "P209",
        "mark-after-title",
        Severity.ERROR,
        "A title has no full stop.",
        title_stop,
        kinds=_KINDS,
        fixes=True,
    ),
)
