"""A numbering scheme: how labels, marks and references are written; data from the profiles."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from types import MappingProxyType

from drafter.errors import Invalid
from drafter.numbering.counters import BUILT_IN, Counter, listed

_PATTERN = re.compile(r"(?P<before>[^{}]*)\{(?P<counter>[a-z-]+)\}(?P<after>[^{}]*)")
_LONGEST_SEARCH = 300
"""A printed label other than a plain number is looked up among this many; lists are shorter."""


@dataclass(frozen=True)
class LabelPattern:
    """One level's label: "({lower-latin})" prints (a), (b).

    Raises Invalid for a pattern without one known counter in braces.
    """

    pattern: str
    signs: tuple[tuple[str, tuple[str, ...]], ...] = field(default=(), repr=False)

    def __post_init__(self) -> None:
        if not (found := _PATTERN.fullmatch(self.pattern)):
            raise Invalid(
                f"label pattern {self.pattern!r} has no counter",
                hint='write it as "({lower-latin})"',
            )
        name = found["counter"]
        if name not in BUILT_IN and name not in dict(self.signs):
            known = ", ".join(sorted({*BUILT_IN, *dict(self.signs)}))
            raise Invalid(f"there is no counter {name!r}", hint=f"known: {known}")

    @cached_property
    def _parts(self) -> tuple[str, Counter, str]:
        found = _PATTERN.fullmatch(self.pattern)
        if found is None:  # pragma: no cover - checked when made
            raise Invalid(f"label pattern {self.pattern!r} has no counter")
        own = dict(self.signs)
        name = found["counter"]
        counter = listed(own[name]) if name in own else BUILT_IN[name]
        return found["before"], counter, found["after"]

    def label(self, number: int) -> str:
        """The printed label of the n-th paragraph at this level, from 1."""
        before, counter, after = self._parts
        return f"{before}{counter(number)}{after}"

    def bare(self, number: int) -> str:
        """The label as references print it: "3" for "3.", but "(a)" and "a)" stay whole."""
        before, counter, after = self._parts
        bracketed = "(" in before or ")" in after or before.strip()
        return self.label(number) if bracketed else counter(number)

    @cached_property
    def _numbers(self) -> MappingProxyType[str, int]:
        return MappingProxyType({_read(self.label(n)): n for n in range(_LONGEST_SEARCH, 0, -1)})

    def number(self, label: str) -> int | None:
        """The place that a printed label stands for; None when it is not of this pattern."""
        before, counter, after = self._parts
        if counter is not str:
            return self._numbers.get(_read(label))
        core = squeeze(label).removeprefix(squeeze(before)).removesuffix(squeeze(after))
        place = int(core) if core.isdecimal() and len(core) < 5 else 0
        return place if place and squeeze(self.label(place)) == squeeze(label) else None


@lru_cache(maxsize=4096)
def squeeze(label: str) -> str:
    """A label without white space and tatweel: "1 -" and "1-" are one label."""
    return "".join(label.split()).replace("\u0640", "")


LOOKALIKES = str.maketrans("АВСЕНІКМОРТХасеіорху", "ABCEHIKMOPTXaceiopxy")
"""Cyrillic letters typed for Latin ones: Russian texts number with Latin letters."""


def _read(label: str) -> str:
    """A label as one reads it, whatever keys it was typed with: a Cyrillic "с)" is a third one."""
    return squeeze(label).translate(LOOKALIKES)


@dataclass(frozen=True)
class ReferencePhrases:
    """How a language writes a reference; `{label}` is the label, `{ordinal}` its place in words.

    `ordinals` are the ordinals of preambular paragraphs from the first on; past the last one the
    number itself is printed.
    """

    operative: str = "paragraph {label}"
    item: str = "subparagraph {label}"
    preambular: str = "{ordinal} preambular paragraph"
    annex: str = "{label}"
    above: str = "{reference} above"
    below: str = "{reference} below"
    here: str = "the present paragraph"
    gone: str = "[paragraph not found]"
    ordinals: tuple[str, ...] = ()


@dataclass(frozen=True)
class Scheme:
    """Everything numbering needs to know; one value a language and organ.

    `levels` are the label patterns of paragraphs by depth: operative, (a), (i), a., i.; below the
    last one they start again after the first. `headings` are those of numbered headings by level
    of nesting. In the text the number stands alone above its title, I; in an annex before it, I.
    (`annex_headings`; so in 5 of 6 official annexes that have them). `single_operative` says
    whether a lone operative paragraph is numbered (the Assembly never numbers it: 37 of 37 texts;
    the Security Council did in 3 of 10).
    """

    levels: tuple[LabelPattern, ...] = (
        LabelPattern("{decimal}."),
        LabelPattern("({lower-latin})"),
        LabelPattern("({lower-roman})"),
        LabelPattern("{lower-latin}."),
        LabelPattern("{lower-roman}."),
    )
    headings: tuple[LabelPattern, ...] = (
        LabelPattern("{upper-roman}"),
        LabelPattern("{upper-latin}."),
        LabelPattern("{decimal}."),
        LabelPattern("({lower-latin})"),
        LabelPattern("({lower-roman})"),
        LabelPattern("{lower-latin}."),
    )
    annex_headings: tuple[LabelPattern, ...] = (
        LabelPattern("{upper-roman}."),
        LabelPattern("{upper-latin}."),
        LabelPattern("{decimal}."),
        LabelPattern("({lower-latin})"),
        LabelPattern("({lower-roman})"),
        LabelPattern("{lower-latin}."),
    )
    bullet: str = "–"
    single_operative: bool = False
    annex: str = "Annex"
    annex_number: LabelPattern = LabelPattern("Annex {upper-roman}")
    phrases: ReferencePhrases = ReferencePhrases()

    def level(self, depth: int) -> LabelPattern:
        """The pattern at a depth; 0 is the operative paragraph. Past the last one: (a) again."""
        if depth < len(self.levels):
            return self.levels[depth]
        return self.levels[1 + (depth - 1) % (len(self.levels) - 1)]
