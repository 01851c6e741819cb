"""Signs: quotation marks, apostrophes, blanks, dashes, doubled words, per cent, dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from drafter.model import Zone
from drafter.rules.finding import Fix, Hit, Severity
from drafter.rules.line import Line
from drafter.rules.rule import Rule
from drafter.rules.sheet import NEVER, SPACE, Found, any_of, repeated, sheet
from drafter.rules.subject import Subject

FAMILY = "typography"
# A look back stands behind the sign that is searched: that is several times quicker than before it.
_SIGNS = re.compile("\"|''|``")
_APOSTROPHE = re.compile(r"'(?:(?<=\w')(?=\w)|(?<=s')(?= ))")
_RANGE = re.compile(
    rf"(?<![\w/.,:‑–—-])(?:(?P<page>pp?\.{SPACE})|)(?P<one>\d{{1,4}})(?P<dash>-|{SPACE}[-–]{SPACE})"
    rf"(?P<two>\d{{1,4}})(?![\w/‑–—-]|\.\d)"
)
_MISSING = re.compile(r"[,;:](?=[A-Za-zÀ-ÿ“«])(?:(?<=[a-zà-ÿ].)|(?<=[)”»][,;]))")
_INSIDE = re.compile(
    rf"{SPACE}(?:(?<=[(\[“].){SPACE}*(?=\w)|(?<=[\w.].){SPACE}*(?=[)\]”]))",
)
_WIDE = re.compile(rf"{SPACE}(?={SPACE})(?<=[^\s\u00a0].){SPACE}+(?=[^\s\u00a0])")
_TEXT = frozenset({Zone.TITLE, Zone.PREAMBLE, Zone.OPERATIVE, Zone.ANNEX})


@dataclass(frozen=True)
class Signs:
    """The signs of a language; see the schema of the data."""

    quotes: tuple[str, str] = ("", "")
    apostrophe: str = ""
    blank: re.Pattern[str] = NEVER
    double: re.Pattern[str] = NEVER
    per_cent: str = ""
    percent: re.Pattern[str] = NEVER
    date: re.Pattern[str] = NEVER
    narrow: re.Pattern[str] = NEVER
    tight: re.Pattern[str] = NEVER
    before: Mapping[str, str] = field(default_factory=dict)


def signs(data: Mapping[str, Any]) -> Signs:
    """The expressions of a language; those of one without data match nothing."""
    if not data:
        return Signs()
    month = any_of(data["months"])
    free = "".join(mark for mark in ",;:.!?" if mark not in data["before"])
    kept = "".join(map(re.escape, data["before"]))
    doubles = any_of(data["doubles"])
    return Signs(
        quotes=tuple(data["quotes"]),
        apostrophe=data["apostrophe"],
        blank=re.compile(rf"{SPACE}(?<=[\w)”»].){SPACE}*(?=[{re.escape(free)}](?![.\w]))"),
        tight=re.compile(_bound(kept, *data["quotes"])) if kept else NEVER,
        double=re.compile(
            rf"(?<![\w’-])(?!{doubles}\b)(?P<word>[^\W\d_]{{2,}})(?P<again>{SPACE}(?P=word))(?![\w’-])"
        ),
        per_cent=data["per_cent"],
        percent=re.compile(rf"\d(?P<sign>{'|'.join(data['per_cent_wrong'])})"),
        date=_dates(month) if data["dates"] else NEVER,
        narrow=re.compile(rf"(?<![\w/.-])\d{{1,2}}(?P<blank>{SPACE})(?={month}(?!\w))"),
        before=data["before"],
    )


def _bound(marks: str, opening: str, closing: str) -> str:
    """Where a no-break space is missing: before some marks, and inside quotation marks."""
    before = rf"(?<=\w)[ ]?(?=[{marks}](?:{SPACE}|$|\n))"
    inside = rf"(?<={opening.strip()})[ ]?(?=\w)|(?<=[\w.?!)])[ ]?(?={closing.strip()})"
    return rf"{before}|{inside}" if opening.strip() != opening else before


def _dates(month: str) -> re.Pattern[str]:
    day = r"(?P<%s>\d{1,2})"
    return re.compile(
        rf"(?<![\w/.-])(?:{day % 'a'}(?:st|nd|rd|th){SPACE}(?:of{SPACE})?(?P<month_a>{month})"
        rf"|(?:the{SPACE})?(?P<month_b>{month}){SPACE}{day % 'b'}(?:st|nd|rd|th)?,?"
        rf"{SPACE}(?P<year>(?:19|20)\d\d))"
        r"(?!\w)"
    )


def _known(subject: Subject) -> Signs:
    return subject.vocabulary.of(FAMILY, signs)


def straight_quotes(subject: Subject) -> Iterator[Hit]:
    """Straight quotation marks, two by two; one without its partner is told without a fix."""
    opening, closing = _known(subject).quotes
    if not opening:
        return
    pairs: dict[Line, list[Found]] = {}
    for found in subject.once(sheet).find(_SIGNS):
        pairs.setdefault(found.line, []).append(found)
    for found_here in pairs.values():
        for one, two in zip(found_here[::2], [*found_here[1::2], None], strict=False):
            yield _curled(one, two, opening, closing)


def _curled(one: Found, two: Found | None, opening: str, closing: str) -> Hit:
    message = f"quotation marks are {opening.strip()} and {closing.strip()}"
    if two is None:
        return one.hit(f"{message}; this one has no partner")
    fix = Fix(f"write {opening}…{closing}", (one.edit(opening), two.edit(closing)))
    return Hit(one.line.spot, message, one.start, two.end, fix)


def straight_apostrophe(subject: Subject) -> Iterator[Hit]:
    """A straight apostrophe."""
    right = _known(subject).apostrophe
    if right:
        for found in subject.once(sheet).find(_APOSTROPHE):
            yield found.hit(f"the apostrophe is {right}", right)


def blank_before(subject: Subject) -> Iterator[Hit]:
    """A blank before a punctuation mark that has none."""
    for found in subject.once(sheet).find(_known(subject).blank):
        if found.line.zone in _TEXT and not _is_called_at(found):
            yield found.hit(f"no blank stands before {found.after[:1]!r}", "")


def _is_called_at(found: Found) -> bool:
    return any(found.start <= call.place <= found.end for call in found.line.calls)


def missing_blank(subject: Subject) -> Iterator[Hit]:
    """A mark with words on both sides and no blank."""
    for found in subject.once(sheet).find(_MISSING):
        if found.line.zone in _TEXT and not _is_called_at(found):
            yield found.hit(f"a blank stands behind {found.match[0]!r}", found.match[0] + " ")


def blank_inside(subject: Subject) -> Iterator[Hit]:
    """A blank inside brackets or quotation marks, at their edge."""
    for found in subject.once(sheet).find(_INSIDE):
        if not _is_called_at(found):
            yield found.hit("no blank stands inside brackets or quotation marks", "")


def two_blanks(subject: Subject) -> Iterator[Hit]:
    """Two blanks in a row, one of them a no-break space."""
    for found in subject.once(sheet).find(_WIDE):
        if not _is_called_at(found):
            yield found.hit("one blank is enough", " ")


def mark_blank(subject: Subject) -> Iterator[Hit]:
    """A mark without the no-break space that stands before it, in French."""
    return repeated(_mark_blanks(subject))


def _mark_blanks(subject: Subject) -> Iterator[tuple[str, Hit]]:
    known = _known(subject)
    opening, closing = known.quotes
    for found in subject.once(sheet).find(known.tight):
        if found.line.zone not in _TEXT or _is_called_at(found):
            continue
        mark = found.line.plain[found.end : found.end + 1]
        if mark in known.before:
            yield mark, found.hit(f"a no-break space stands before {mark!r}", known.before[mark])
        elif mark == closing.strip():
            yield mark, found.hit(f"a no-break space stands before {mark!r}", closing[:-1])
        else:
            mark = opening.strip()
            yield mark, found.hit(f"a no-break space stands behind {mark!r}", opening[1:])


def doubled_word(subject: Subject) -> Iterator[Hit]:
    """A word twice in a row."""
    for found in subject.once(sheet).find_said(_known(subject).double):
        if found.line.zone in _TEXT:
            yield found.hit(f"{found.match['word']!r} stands here twice", "", "again")


def range_dash(subject: Subject) -> Iterator[Hit]:
    """A hyphen between two numbers that are a range."""
    for found in subject.once(sheet).find(_RANGE):
        one, two = int(found.match["one"]), int(found.match["two"])
        if one < two and not found.match["one"].startswith("0"):
            yield found.hit(f"between {one} and {two} stands an en dash", "–", "dash")


def percent(subject: Subject) -> Iterator[Hit]:
    """Hundredths that are not written as the language writes them."""
    known = _known(subject)
    for found in subject.once(sheet).find_said(known.percent):
        if found.line.zone in _TEXT:
            message = f"hundredths are written {known.per_cent.strip()!r}"
            yield found.hit(message, known.per_cent, "sign")


def date_form(subject: Subject) -> Iterator[Hit]:
    """A date that is not written day, month, year: "December 19, 2007", "19th December"."""
    for found in subject.once(sheet).find_said(_known(subject).date):
        match = found.match
        new = (
            f"{int(match['a'])} {match['month_a']}"
            if match["a"]
            else f"{int(match['b'])} {match['month_b']} {match['year']}"
        )
        if 0 < int(match["a"] or match["b"]) < _DAYS:
            yield found.hit(f"a date is written {new!r}", new)


_DAYS = 32


def breaking_dates(subject: Subject) -> Iterator[Hit]:
    """Days that a line end may part from their months, in a text that binds most of them."""
    found = list(subject.once(sheet).find(_known(subject).narrow))
    loose = [one for one in found if one.match["blank"] == " " and one.line.zone in _BODY]
    if not loose or len(found) < 2 * len([one for one in found if one.match["blank"] == " "]):
        return
    edits = tuple(one.edit("\u00a0", "blank") for one in loose)
    more = f"; {len(loose) - 1} more such" if len(loose) > 1 else ""
    message = f"a no-break space binds the day to its month elsewhere in this text{more}"
    start, end = loose[0].at("blank")
    yield Hit(loose[0].line.spot, message, start, end, Fix("bind the days to their months", edits))


_BODY = frozenset({Zone.PREAMBLE, Zone.OPERATIVE, Zone.ANNEX})
_SPACED = frozenset({"fr"})
_LATIN = frozenset({"en", "fr", "es"})
_ENGLISH = frozenset({"en"})

RULES = (
    Rule(
        "T701",
        "straight-quotation-marks",
        Severity.ERROR,
        "Quotation marks are curly: “ ”, in French « ».",
        straight_quotes,
        languages=_LATIN,
        fixes=True,
    ),
    Rule(
        "T702",
        "straight-apostrophe",
        Severity.ERROR,
        "The apostrophe is curly: ’.",
        straight_apostrophe,
        languages=_LATIN,
        fixes=True,
    ),
    Rule(
        "T703",
        "blank-before-punctuation",
        Severity.WARNING,
        "No blank stands before a punctuation mark.",
        blank_before,
        languages=_LATIN,
        fixes=True,
    ),
    Rule(
        "T704",
        "no-blank-behind-punctuation",
        Severity.ERROR,
        "A blank stands behind a punctuation mark.",
        missing_blank,
        languages=_LATIN,
        fixes=True,
    ),
    Rule(
        "T705",
        "blank-inside-brackets",
        Severity.WARNING,
        "No blank stands inside brackets or quotation marks.",
        blank_inside,
        languages=_ENGLISH,
        fixes=True,
    ),
    Rule(
        "T706",
        "two-blanks",
        Severity.WARNING,
        "One blank stands between two words.",
        two_blanks,
        languages=frozenset({"en", "es"}),
        fixes=True,
    ),
    Rule(
        "T707",
        "no-break-space-before-mark",
        Severity.WARNING,
        "In French a no-break space stands before ; : ! ? and inside « ».",
        mark_blank,
        languages=_SPACED,
        fixes=True,
    ),
    Rule(
        "T708",
        "doubled-word",
        Severity.WARNING,
        "No word stands twice in a row.",
        doubled_word,
        languages=_LATIN,
        fixes=True,
    ),
    Rule(
        "T709",
        "hyphen-in-range",
        Severity.WARNING,
        "An en dash stands between the numbers of a range.",
        range_dash,
        languages=_ENGLISH,
        fixes=True,
    ),
    Rule(
        "T710",
        "percent",
        Severity.WARNING,
        "Hundredths are written “per cent”, in French and Spanish “%” behind a blank.",
        percent,
        languages=_LATIN,
        fixes=True,
    ),
    Rule(
        "T711",
        "form-of-date",
        Severity.WARNING,
        "A date is written day, month, year: 19 December 2007.",
        date_form,
        languages=_ENGLISH,
        fixes=True,
    ),
    Rule(
        "T712",
        "day-apart-from-month",
        Severity.INFO,
        "A text that binds days to months with a no-break space does so everywhere.",
        breaking_dates,
        languages=_LATIN,
        fixes=True,
    ),
)
