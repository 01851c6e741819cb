"""Marks of a text that is still being negotiated: brackets, blanks, placeholders, its length."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from drafter.model import Blank, DocumentKind, Zone
from drafter.rules.brackets import paired_across, unpaired
from drafter.rules.finding import Hit, Severity, Spot
from drafter.rules.line import Line
from drafter.rules.rule import Rule
from drafter.rules.sheet import NEVER, sheet
from drafter.rules.subject import Subject

FAMILY = "negotiating"
WORD_LIMIT = 3300
"""Most words of a draft, notes and annexes counted, where the configuration gives no other."""

FINAL = frozenset({DocumentKind.RESOLUTION, DocumentKind.DECISION, DocumentKind.STATEMENT})
DRAFT = frozenset({DocumentKind.DRAFT})
TEXT = (Zone.TITLE, Zone.PREAMBLE, Zone.OPERATIVE)
"""The zones that a body negotiates; what it annexes may have brackets and blanks of its own."""

_BRACKETED = re.compile(r"\[[^\[\]]*\]")
_ENUMERATOR = re.compile(r"(?:^|[\s(])[\w]{1,4}$")
_WORD = re.compile(r"\w[\w’'‑-]*")


def square_brackets(subject: Subject) -> Iterator[Hit]:
    """A square bracket without its partner; the two may stand in different paragraphs."""
    lines = [line for line in subject.own_lines(*TEXT) if "[" in line.plain or "]" in line.plain]
    for line, place in paired_across((line, unpaired(_text(line), "[")) for line in lines):
        sign = line.plain[place]
        message = f"the bracket {sign} has no partner"
        yield Hit(line.spot, message, place, place + 1)


def round_brackets(subject: Subject) -> Iterator[Hit]:
    """A round bracket without its partner in the same text; "a)" before an item needs none."""
    for line in subject.own_lines(*TEXT):
        if "(" not in line.plain and ")" not in line.plain:
            continue
        for place in unpaired(_text(line), "("):
            if line.plain[place] == ")" and _ENUMERATOR.search(line.plain[:place]):
                continue
            message = f"the bracket {line.plain[place]} has no partner"
            yield Hit(line.spot, message, place, place + 1)


def _text(line: Line) -> str:
    """The signs of a line without those of blanks and references: "[date]" is no bracket."""
    return "".join(
        line.plain[p.start : p.end] if p.editable else " " * (p.end - p.start) for p in line.pieces
    )


def brackets_left(subject: Subject) -> Iterator[Hit]:
    """Words in square brackets in a text that is final."""
    for line in subject.own_lines(*TEXT):
        if "[" in line.plain:
            for found in _BRACKETED.finditer(_text(line)):
                message = "words in square brackets are left in a final text"
                yield Hit(line.spot, message, found.start(), found.end())


def blanks_left(subject: Subject) -> Iterator[Hit]:
    """A slot of a clause that nobody has filled."""
    for line in subject.lines:
        for piece in line.pieces:
            if isinstance(piece.run.atom, Blank):
                message = f"the blank {piece.run.atom.name!r} is not filled"
                yield Hit(line.spot, message, piece.start, piece.end)


def placeholders(subject: Subject) -> Iterator[Hit]:
    """Words that stand for others still to come: XX/..., TBD, ____."""
    for found in subject.once(sheet).find(subject.vocabulary.of(FAMILY, _placeholders)):
        if found.line.zone in TEXT:
            yield found.hit(f"{found.match[0]!r} stands for words still to come")


def _placeholders(data: Mapping[str, Any]) -> re.Pattern[str]:
    """The expressions of the data, behind a look at the next sign: that is quicker."""
    if not data:
        return NEVER
    return re.compile(rf"(?=[{re.escape(data['begins'])}])(?:{'|'.join(data['placeholders'])})")


def word_limit(subject: Subject) -> Iterator[Hit]:
    """A draft that is longer than drafts may be."""
    limit = int(subject.options.get("word-limit", WORD_LIMIT))
    words = counted_words(subject.lines)
    if words > limit:
        message = f"the draft has {words:,} words; the limit is {limit:,}"
        yield Hit(Spot("", "title"), message)


def counted_words(lines: Iterable[Line]) -> int:
    """The words of a text from its title on, with notes and annexes."""
    return sum(len(_WORD.findall(line.plain)) for line in lines if line.zone is not Zone.MASTHEAD)


_ENGLISH = frozenset({"en"})

RULES = (
    Rule(
        "X801",
        "unbalanced-square-brackets",
        Severity.ERROR,
        "Square brackets come in pairs.",
        square_brackets,
    ),
    Rule(
        "X802",
        "unbalanced-round-brackets",
        Severity.ERROR,
        "Round brackets come in pairs.",
        round_brackets,
    ),
    Rule(
        "X803",
        "brackets-in-final-text",
        Severity.WARNING,
        "A final text has no words in square brackets.",
        brackets_left,
        kinds=FINAL,
    ),
    Rule(
        "X804",
        "blank-in-final-text",
        Severity.ERROR,
        "A final text has no blanks.",
        blanks_left,
        kinds=FINAL,
    ),
    Rule(
        "X805",
        "blank-in-draft",
        Severity.INFO,
        "Blanks of a draft are filled before it is submitted.",
        blanks_left,
        kinds=DRAFT,
    ),
    Rule(
        "X806",
        "placeholder",
        Severity.WARNING,
        "No words stand for others still to come.",
        placeholders,
    ),
    Rule(
        "X807",
        "too-long",
        Severity.WARNING,
        "A draft has at most 3,300 words.",
        word_limit,
        languages=_ENGLISH,
        kinds=DRAFT,
    ),
)
