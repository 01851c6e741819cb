"""Words as the United Nations writes them: -ize, British spelling, names of States and organs.

No dictionary is asked: what is wrong is listed, so that nothing else can be found (docs/decisions).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

from drafter.model import Zone
from drafter.rules.finding import Fix, Hit, Severity
from drafter.rules.many import FEW, as_one, listed
from drafter.rules.rule import Rule
from drafter.rules.sheet import NEVER, Found, any_of, repeated, sheet
from drafter.rules.subject import Subject

FAMILY = "wording"
Pattern: TypeAlias = re.Pattern[str]
_TEXT = frozenset({Zone.TITLE, Zone.PREAMBLE, Zone.OPERATIVE, Zone.ANNEX})
_PREFIX = "(?:re|un|de|dis|over|under|non[-‑])?"
_HYPHENS = str.maketrans({"‑": "-", "\u00a0": " "})


def _data(data: Mapping[str, Any]) -> Mapping[str, Any]:
    return data


def _own(subject: Subject, pattern: Pattern) -> Iterator[Found]:
    """Every match in the text's own words, names that stay as they are left out."""
    keep = subject.vocabulary.of(FAMILY, _kept)
    for found in subject.once(sheet).find_said(pattern):
        if found.line.zone in _TEXT and not found.line.caller and not _is_kept(found, keep):
            yield found


def _is_kept(found: Found, keep: Pattern) -> bool:
    """Whether the match stands inside a name that stays as it is."""
    return any(kept.start() <= found.start < kept.end() for kept in keep.finditer(found.line.plain))


def _kept(data: Mapping[str, Any]) -> Pattern:
    return re.compile(any_of(data["keep"])) if data else NEVER


def endings(subject: Subject) -> Iterator[Hit]:
    """Words in -ise that Oxford spelling writes with -ize."""
    found = dict(_by_word(subject))
    if len(found) <= FEW:
        yield from found.values()
        return
    _, *others = map(repr, found)
    more = f"so are {len(others)} other words in -ise: {listed(others)}"
    yield as_one(tuple(found.values()), more, "write them with -ize")


def _by_word(subject: Subject) -> Iterator[tuple[str, Hit]]:
    """The hits of each word in -ise as one hit, by the word."""
    words = list(_endings(subject))
    return zip(dict.fromkeys(word for word, _ in words), repeated(words), strict=True)


def _endings(subject: Subject) -> Iterator[tuple[str, Hit]]:
    known = subject.vocabulary.of(FAMILY, _ise)
    for found in _own(subject, known.ending):
        begin = known.stem.search(found.before)
        word = f"{begin[0]}{found.match[0]}" if begin else ""
        if begin is None or (word[0].isupper() and begin.start()):
            continue  # with a capital inside a sentence it is part of somebody's name
        end = known.right[found.match[0]]
        fix = Fix(f"write '{begin[0]}{end}'", (found.edit(end),))
        hit = found.hit(f"{word!r} is written '{begin[0]}{end}'")
        yield word.lower(), replace(hit, start=begin.start(), fix=fix)


@dataclass(frozen=True)
class _Endings:
    """The endings that are searched, what each should be, and the stems that have them."""

    ending: Pattern = NEVER
    stem: Pattern = NEVER
    right: Mapping[str, str] = field(default_factory=dict)


def _ise(data: Mapping[str, Any]) -> _Endings:
    if not data:
        return _Endings()
    return _Endings(
        re.compile(rf"{any_of(data['endings'])}(?![\w’])"),
        re.compile(rf"(?<![\w’]){_PREFIX}{any_of(data['stems'])}$", re.IGNORECASE),
        data["endings"],
    )


def _is_name(found: Found) -> bool:
    """Whether a word with a capital stands inside a sentence: part of somebody's name."""
    return found.match[0][0].isupper() and found.start > 0


def spelling(subject: Subject) -> Iterator[Hit]:
    """Words that the United Nations spells otherwise."""
    return repeated(_spelling(subject))


def _spelling(subject: Subject) -> Iterator[tuple[str, Hit]]:
    words = subject.vocabulary.of(FAMILY, _data).get("words", {})
    for found in _own(subject, subject.vocabulary.of(FAMILY, _words)):
        word = found.match[0]
        plain = word.translate(_HYPHENS)
        new = words[plain.lower()]
        if _is_name(found):
            continue
        new = new.capitalize() if word[0].isupper() else new
        yield plain.lower(), found.hit(f"{plain!r} is written {new!r}", new)


def _words(data: Mapping[str, Any]) -> Pattern:
    if not data:
        return NEVER
    both = any_of(data["words"]).replace(r"\-", "[-‑]")
    return re.compile(rf"(?<![\w’-])(?:{both}|(?:{_capital(both)}))(?![\w’-])")


def _capital(words: str) -> str:
    return f"(?=[A-Z])(?i:{words})"


def state_names(subject: Subject) -> Iterator[Hit]:
    """Names of States that the United Nations does not use."""
    return repeated(_listed(subject, "names", _states, "the name of the State is {new!r}"))


def terms(subject: Subject) -> Iterator[Hit]:
    """Names of organs, titles and set phrases that are written otherwise."""
    return repeated(_listed(subject, "terms", _terms, "written {new!r}"))


def _listed(
    subject: Subject, name: str, make: Callable[[Mapping[str, Any]], _Table], message: str
) -> Iterator[tuple[str, Hit]]:
    """The hits of a table of expressions; the number of the group tells the entry."""
    right = list(subject.vocabulary.of(FAMILY, _data).get(name, {}).values())
    table = subject.vocabulary.of(FAMILY, make)
    for found in _own(subject, table.pattern(subject.once(sheet).text)):
        new = right[int((found.match.lastgroup or "e0")[1:])]
        said = message.format(new=new.removeprefix("the "))
        yield found.match[0], found.hit(f"{found.match[0]!r}: {said}", new)


@dataclass(frozen=True)
class _Table:
    """Expressions for what is wrong, each with words of which one stands wherever it matches."""

    entries: tuple[tuple[frozenset[str], str], ...]
    made: dict[tuple[int, ...], Pattern] = field(default_factory=dict)

    def pattern(self, text: str) -> Pattern:
        """An expression for those entries that may match in a text; the others cost time only."""
        there = tuple(
            place
            for place, (words, _) in enumerate(self.entries)
            if any(word in text for word in words)
        )
        if there not in self.made:
            self.made[there] = self._of(there)
        return self.made[there]

    def _of(self, places: tuple[int, ...]) -> Pattern:
        groups = "|".join(f"(?P<e{place}>{self.entries[place][1]})" for place in places)
        return re.compile(rf"(?<![\w‑-])(?:{groups})(?![\w‑-])") if places else NEVER


def _states(data: Mapping[str, Any]) -> _Table:
    return _table(data.get("names", {}))


def _terms(data: Mapping[str, Any]) -> _Table:
    return _table(data.get("terms", {}))


def _table(entries: Mapping[str, str]) -> _Table:
    return _Table(tuple((_words_of(wrong), wrong) for wrong in entries))


_AROUND = re.compile(r"\(\?(?:[^()\\]|\\.)*\)\??")
"""A look at what stands around, or a word that may be missing."""


def _words_of(wrong: str) -> frozenset[str]:
    """For each way in which an expression matches, the longest stretch of words that stands there.

    >>> sorted(_words_of(r"Covid-19|(?<!Republic of )Moldova|(?:the )?Czech Republic"))
    ['Covid-19', 'Czech Republic', 'Moldova']
    """
    bare = _AROUND.sub("", _AROUND.sub("", wrong))  # twice: one group may stand in another
    ways = bare.replace("\\.", ".").split("|")
    return frozenset(max(re.findall(r"[\w .&-]+", way), key=len) for way in ways)


_ENGLISH = frozenset({"en"})

RULES = (
    Rule(
        "W751",
        "oxford-ize",
        Severity.WARNING,
        "Words have -ize where Oxford spelling has it: organize, recognize.",
        endings,
        languages=_ENGLISH,
        fixes=True,
    ),
    Rule(
        "W752",
        "spelling",
        Severity.WARNING,
        "Words are spelled as the United Nations spells them.",
        spelling,
        languages=_ENGLISH,
        fixes=True,
    ),
    Rule(
        "W753",
        "name-of-state",
        Severity.WARNING,
        "States have the names that the United Nations uses.",
        state_names,
        languages=_ENGLISH,
        fixes=True,
    ),
    Rule(
        "W754",
        "name-of-organ",
        Severity.WARNING,
        "Organs, titles and set phrases are written as in the Charter and in official texts.",
        terms,
        languages=_ENGLISH,
        fixes=True,
    ),
)
