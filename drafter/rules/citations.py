"""How resolutions, decisions, documents and sessions are cited: their numbers and symbols."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from drafter.model import Zone
from drafter.rules.cited import FAMILY, forms
from drafter.rules.finding import Hit, Severity, Spot
from drafter.rules.rule import Rule
from drafter.rules.sheet import NEVER, SPACE, Found, any_of, sheet
from drafter.rules.subject import Subject

Pattern: TypeAlias = re.Pattern[str]

_BLANK_IN_SYMBOL = re.compile(
    rf"(?<![\w/])(?:[AES](?P<one>{SPACE}?/{SPACE}|{SPACE}/{SPACE}?)(?=[\dA-Z])"
    rf"|(?:E?S-)?\d{{1,4}}(?P<two>{SPACE}/{SPACE}?|/{SPACE})(?=\d))"
)
_SUFFIX = re.compile(
    rf"(?<=[\d)]/)(?P<word>Add|Corr|Rev)(?P<stop>{SPACE}?\.?{SPACE}?)(?=\d)", re.IGNORECASE
)
_PRINTED = re.compile(r"/(?P<number>(?:E?S-)?\d+/\d+[A-Z]?(?:-[A-Z])?)$")


def _data(data: Mapping[str, Any]) -> Mapping[str, Any]:
    return data


def run_together(subject: Subject) -> Iterator[Hit]:
    """A word and the number behind it without a blank: "resolution63/233", "1325(2000)"."""
    pattern = subject.vocabulary.of(FAMILY, _run_together)
    for found in subject.once(sheet).find(pattern):
        before, after = found.match[0], found.after.split(" ")[0].strip(",;.")
        yield found.hit(
            f"a blank is missing between {before.strip()!r} and {after!r}", before + " "
        )


def _run_together(data: Mapping[str, Any]) -> Pattern:
    if not data:
        return NEVER
    kinds, months = any_of(data["kinds"]), any_of(data["months"])
    words = any_of([*data["run_on"], *(word.capitalize() for word in data["run_on"])])
    return re.compile(
        rf"(?<![\w/]){words}(?=\d)"
        rf"|(?<![\w/.])\d{{1,2}}(?={months}{SPACE}\d{{4}})"
        rf"|{SPACE}{months}(?=(?:19|20)\d\d(?!\w))"
        rf"|(?<![\w/-])(?:E?S-)?\d{{1,4}}/\d{{1,4}}(?=[A-Z](?:{SPACE}|[,;.]))"
        rf"|{kinds}{SPACE}\d{{2,4}}(?=\((?:19|20)\d\d\)|\([IVXLC]+\))"
    )


def blank_in_symbol(subject: Subject) -> Iterator[Hit]:
    """A blank beside the slash of a number or symbol."""
    for found in subject.once(sheet).find(_BLANK_IN_SYMBOL):
        yield found.hit("no blank stands beside the slash", "/", found.match.lastgroup or 0)


def suffix(subject: Subject) -> Iterator[Hit]:
    """An addendum, corrigendum or revision that is not written "Add.1", "Corr.1", "Rev.1"."""
    for found in subject.once(sheet).find(_SUFFIX):
        right = found.match["word"].capitalize() + "."
        if found.match[0] != right:
            yield found.hit(f"{found.match[0]!r} is written {right!r}, without a blank", right)


def own_number(subject: Subject) -> Iterator[Hit]:
    """A symbol on the masthead that does not hold the number of the text."""
    resolution = subject.resolution
    symbol = _PRINTED.search(resolution.masthead.symbol)
    number = re.sub(r"[\s\u00a0]", "", resolution.number)
    if symbol and "/" in number and not symbol["number"].startswith(number.split("-")[0]):
        if number.startswith(("S-", "ES-")) and symbol["number"].startswith(number):
            return
        message = f"the symbol is {resolution.masthead.symbol}, the number {resolution.number}"
        yield Hit(Spot("", "symbol"), message)


def symbol_in_text(subject: Subject) -> Iterator[Hit]:
    """The symbol of a resolution in running text, where its number is enough."""
    data = subject.vocabulary.of(FAMILY, _data)
    own = subject.language.organs.get(subject.organ_name, "")
    if "/RES/" not in subject.once(sheet).text:
        return
    for found in subject.once(sheet).find_said(subject.vocabulary.of(FAMILY, _symbols)):
        if found.line.caller or found.line.zone not in {Zone.PREAMBLE, Zone.OPERATIVE}:
            continue
        new = _named(found, data, own)
        yield found.hit("running text cites a resolution by its number, not by its symbol", new)


def _named(found: Found, data: Mapping[str, Any], own: str) -> str:
    """The resolution as running text names it."""
    match = found.match
    organ = data["names"][match["prefix"]]
    listed = data["plural"] in found.before[-90:].rsplit(";")[-1]
    whose = "" if match["whose"] or organ.endswith(own) or listed else organ
    kind = match["kind"] or ("" if listed else data["resolution"] + " ")
    number = f"{kind}{match['number']}"
    if data.get("names_behind"):
        return f"{match['whose']}{number} {whose}".rstrip()
    return f"{match['whose'] or whose} {number}".replace("  ", " ").lstrip()


def _symbols(data: Mapping[str, Any]) -> Pattern:
    if not data:
        return NEVER
    organs = any_of({*data["names"].values(), *data["own"]})
    kinds = any_of([data["resolution"], data["plural"]])
    prefix = any_of(name for name in data["names"] if "/" in name)
    return re.compile(
        rf"(?P<whose>(?:{organs}{SPACE})?)(?P<kind>(?:{kinds}{SPACE})?)(?<![\w/])(?P<prefix>{prefix})/"
        rf"(?P<number>(?:E?S-)?\d{{1,4}}(?:/\d{{1,4}})?(?:{SPACE}\((?:19|20)\d\d\))?)(?![\w/])"
    )


def abbreviated(subject: Subject) -> Iterator[Hit]:
    """An organ abbreviated before a number: "UNSC resolution 1325 (2000)"."""
    names = subject.vocabulary.of(FAMILY, _data).get("names", {})
    for found in subject.once(sheet).find(subject.vocabulary.of(FAMILY, _abbreviated)):
        full = names[found.match[0]]
        yield found.hit(f"{found.match[0]!r} is written out: {full!r}", full)


def _abbreviated(data: Mapping[str, Any]) -> Pattern:
    if not data:
        return NEVER
    short = any_of(name for name in data["names"] if "/" not in name)
    return re.compile(rf"(?<![\w/]){short}(?={SPACE}{any_of(data['kinds'])}{SPACE})")


def yearless(subject: Subject) -> Iterator[Hit]:
    """A resolution of the Security Council without its year in brackets."""
    for found in subject.once(sheet).find_said(subject.vocabulary.of(FAMILY, _yearless)):
        name = "number" if found.match["number"] else "behind"
        year, number = found.match["year"], found.match[name]
        message = f"resolution {number} of the Security Council wants its year in brackets"
        yield found.hit(message, f"{number} ({year})" if year else None, name)


def _yearless(data: Mapping[str, Any]) -> Pattern:
    if not data:
        return NEVER
    council, kind = data["organs"]["security-council"], any_of([data["resolution"]])
    date = (
        rf"{SPACE}?{any_of(data['date'])}{SPACE}\d{{1,2}}{SPACE}{any_of(data['months'])}{SPACE}"
        rf"(?P<year>\d{{4}})"
    )
    return re.compile(
        rf"(?:{council}{SPACE}{kind}{SPACE}(?P<number>\d{{2,4}})"
        rf"(?!\.?[\d/(-]|{SPACE}(?:[A-Z]{SPACE})?\()"
        rf"|(?<!\w){kind}{SPACE}(?P<behind>\d{{2,4}}){SPACE}{any_of(data['behind'])}{council})"
        rf"(?:{date})?"
    )


def this_resolution(subject: Subject) -> Iterator[Hit]:
    """Yield "this resolution" for "the present resolution"."""
    present = subject.vocabulary.of(FAMILY, _data).get("present", "")
    for found in subject.once(sheet).find_said(subject.vocabulary.of(FAMILY, _this)):
        new = present.capitalize() if found.match[0][0].isupper() else present
        yield found.hit(f"a text speaks of itself as {present!r}", new)


def _this(data: Mapping[str, Any]) -> Pattern:
    return re.compile(rf"(?<!\w){data['this']}(?!\w)", re.IGNORECASE) if data.get("this") else NEVER


def session_in_figures(subject: Subject) -> Iterator[Hit]:
    """The number of a session in figures, "its 81st session"."""
    ordinals = subject.numbering.scheme.phrases.ordinals
    known = subject.vocabulary.of(FAMILY, forms)
    spelling = subject.vocabulary.of(FAMILY, _data).get("session_organs")
    if spelling is not None and subject.organ_name not in spelling:
        return
    for found in subject.once(sheet).find_said(subject.vocabulary.of(FAMILY, _sessions)):
        place = int(found.match["number"])
        if found.line.section not in {"preamble", "operative", "note", "annex"} or not place:
            continue
        if spelling is not None and known.body.search(found.before):
            continue  # the sessions of other bodies are printed in figures
        if place <= len(ordinals):
            word = ordinals[place - 1]
            yield found.hit(f"the number of a session is spelled out: {word!r}", word)


def _sessions(data: Mapping[str, Any]) -> Pattern:
    if not data:
        return NEVER
    kinds, endings = any_of(data["session_kinds"]), any_of(data["session_ordinals"])
    return re.compile(
        rf"(?<![\w/.-])(?P<number>\d{{1,2}}){endings}"
        rf"(?={SPACE}(?:{kinds}{SPACE})?{data['session']}\b)"
    )


_ENGLISH = frozenset({"en"})
_LANGUAGES = frozenset({"en", "fr", "es"})
_COUNCIL = frozenset({"security-council"})

RULES = (
    Rule(
        "C401",
        "run-together",
        Severity.ERROR,
        "A blank stands between a word and the number behind it.",
        run_together,
        languages=_LANGUAGES,
        fixes=True,
    ),
    Rule(
        "C402",
        "blank-in-symbol",
        Severity.ERROR,
        "A number or symbol has no blank beside its slash.",
        blank_in_symbol,
        fixes=True,
    ),
    Rule(
        "C403",
        "symbol-suffix",
        Severity.ERROR,
        "Addenda, corrigenda and revisions are written Add.1, Corr.1, Rev.1.",
        suffix,
        fixes=True,
    ),
    Rule(
        "C404",
        "symbol-and-number",
        Severity.ERROR,
        "The symbol on the masthead holds the number of the text.",
        own_number,
    ),
    Rule(
        "C405",
        "symbol-in-text",
        Severity.WARNING,
        "Running text cites resolutions by their numbers, not by their symbols.",
        symbol_in_text,
        languages=_LANGUAGES,
        fixes=True,
    ),
    Rule(
        "C406",
        "organ-abbreviated",
        Severity.WARNING,
        "The organ of a cited resolution is named in full.",
        abbreviated,
        languages=_ENGLISH,
        fixes=True,
    ),
    Rule(
        "C407",
        "no-year",
        Severity.WARNING,
        "Resolutions of the Security Council are cited with their year in brackets.",
        yearless,
        languages=_LANGUAGES,
        fixes=True,
    ),
    Rule(
        "C409",
        "this-resolution",
        Severity.WARNING,
        'A text speaks of itself as "the present resolution".',
        this_resolution,
        languages=_ENGLISH,
        not_organs=_COUNCIL,
        fixes=True,
    ),
    Rule(
        "C410",
        "session-in-figures",
        Severity.WARNING,
        "Numbers of sessions are spelled out.",
        session_in_figures,
        languages=_LANGUAGES,
        fixes=True,
    ),
)
