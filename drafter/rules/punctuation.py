"""The marks that end paragraphs: commas in the preamble, semicolons, the last full stop, colons."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeAlias

from drafter.model import DocumentKind, Paragraph, Role, Zone, plain_text
from drafter.rules.chain import Ending, Link, endings
from drafter.rules.finding import Fix, Hit, Replace, Severity, Spot
from drafter.rules.line import Line
from drafter.rules.many import FEW, as_one, listed
from drafter.rules.openings import heads
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
_Wrong: TypeAlias = tuple[Ending, End, str]
"""An ending, how it ends, and the mark that is wanted."""


def _ends(link: Link, message: str, wanted: Wanted) -> Check:
    """The check that texts of a link end in the mark that is wanted."""

    def check(subject: Subject) -> Iterator[Hit]:
        known = subject.vocabulary.of(FAMILY, marks)
        rows = list(_rows(subject, link, wanted, known))
        if sum(map(len, rows)) > FEW:
            rows = [[wrong for row in rows for wrong in row]]
        for row in rows:
            yield from _told(subject, row, known, message)

    return check


def _rows(subject: Subject, link: Link, wanted: Wanted, known: Marks) -> Iterator[list[_Wrong]]:
    """The wrong endings of a link; those that follow each other and end alike together."""
    row: list[_Wrong] = []
    for ending, found, habit in subject.once(_judged):
        if ending.link is not link:
            continue
        mark = wanted(ending, known)
        wrong = found.mark != mark and not _may_differ(subject, ending, found, known)
        if row and not (wrong and found.mark == row[-1][1].mark):
            yield row
            row = []
        if wrong and not habit:
            row.append((ending, found, mark))
    if row:
        yield row


def _judged(subject: Subject) -> tuple[tuple[Ending, End, bool], ...]:
    """Every ending with its mark, and whether it closes a list whose items all end in that way."""
    judged = []
    before: tuple[Role, str] | None = None
    for ending in endings(subject):
        found = end_of(ending.line)
        here = (ending.paragraph.role, found.mark)
        habit = here == before and here[0] is Role.ITEM and ending.link is Link.OPERATIVE
        judged.append((ending, found, habit))
        before = here
    return tuple(judged)


def _told(subject: Subject, row: list[_Wrong], known: Marks, message: str) -> Iterator[Hit]:
    """The hits for wrong ends; from `MANY` on they are one, which names the others."""
    hits = [_hit(ending.line, found, mark, known, message) for ending, found, mark in row]
    if len(hits) < MANY:
        yield from hits
        return
    names = [subject.label(ending.paragraph.id).rstrip(".") for ending, _, _ in row[1:]]
    mending = f"end each with {known.with_space(row[0][2])!r}"
    yield as_one(hits, f"{len(names)} more do not: {listed(names)}", mending)


def _may_differ(subject: Subject, ending: Ending, found: End, known: Marks) -> bool:
    """Whether the place allows another mark: a colon before a table, a mark inside a quotation."""
    fine = {known.intro} if ending.open else set()
    if ending.link is Link.LAST and ending.open:
        fine.add(known.operative)  # more is decided below, in paragraphs of another kind
    if ending.zone is Zone.PREAMBLE and ending.paragraph.role in _LISTED:
        fine.add(known.operative)
    return found.quoted or found.mark in fine or _is_other(subject, ending, known)


def _is_other(subject: Subject, ending: Ending, known: Marks) -> bool:
    """Whether a text is no link of the chain after all: a declaration, a programme, a quotation."""
    if ending.penultimate and known.joined(ending.line):
        return True  # another rule's finding
    if ending.paragraph.role in {Role.PLAIN, Role.QUOTED}:
        return True
    if ending.link is Link.PREAMBULAR:
        return _is_heading(subject, ending)
    if ending.link not in {Link.OPERATIVE, Link.LAST} or ending.line.spot.field == "tail":
        return False
    return not _decides(subject, ending) or _is_lone(subject, ending)


def _is_heading(subject: Subject, ending: Ending) -> bool:
    """Whether a text of the preamble is a heading in italics, or has a printed number.

    Asked in the languages where no form of words tells a participle from a noun.
    """
    if subject.numbering.label(ending.paragraph.id):
        return True
    if subject.vocabulary.of("structure", _tells) or end_of(ending.line).mark:
        return False
    known = subject.vocabulary.of_all(heads)
    head = known.head(ending.line.plain)
    opens = subject.lexicon.opening(ending.line.plain, Role.PREAMBULAR)
    words = known.words[Role.PREAMBULAR]
    return bool(words) and not opens and (head is None or head.group().casefold() not in words)


def _tells(data: Mapping[str, Any]) -> bool:
    """Whether the data of a language give the forms of opening words."""
    return "forms" in data


def _decides(subject: Subject, ending: Ending) -> bool:
    """Whether the operative paragraph to which a text belongs opens with a known verb."""
    above = subject.site_of[ending.paragraph.id].above
    held = (*(block for block in above if isinstance(block, Paragraph)), ending.paragraph)
    line = subject.body(held[0])
    return line is None or bool(line.opening or subject.lexicon.opening(line.plain, Role.OPERATIVE))


def _is_lone(subject: Subject, ending: Ending) -> bool:
    """Whether a text is the only operative paragraph of a section, which may end in any mark."""
    paragraph = ending.paragraph
    alone = paragraph.role is Role.OPERATIVE and ending.link is Link.OPERATIVE
    return alone and not subject.numbering.label(paragraph.id)


_LISTED = {Role.ITEM, Role.BULLET}


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
    for ending, found, _ in subject.once(_judged):
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
        _ends(Link.ITEM, "a sub-paragraph", _item_mark),
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
