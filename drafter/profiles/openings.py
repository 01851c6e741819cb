"""The lexicon of opening words: which words at the start of a paragraph are its opening phrase."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from drafter.model import Role


@dataclass(frozen=True)
class Lexicon:
    """Opening phrases of one language, for the preambular and the operative part."""

    preambular: frozenset[str]
    operative: frozenset[str]
    longest: int = field(default=1)

    def opening(self, text: str, role: Role) -> str:
        """The longest known phrase that opens `text`, as it stands there; "" when none does.

        >>> lexicon = Lexicon(frozenset({"recalling", "recalling also"}), frozenset(), 2)
        >>> lexicon.opening("Recalling also its resolution", Role.PREAMBULAR)
        'Recalling also'
        """
        known = self.preambular if role is Role.PREAMBULAR else self.operative
        ends = _word_ends(text, self.longest)
        return next((text[:end] for end in reversed(ends) if _key(text[:end]) in known), "")

    def role(self, text: str) -> Role | None:
        """The part whose phrases open `text`; None when neither does or both equally well."""
        preambular = len(self.opening(text, Role.PREAMBULAR))
        operative = len(self.opening(text, Role.OPERATIVE))
        if preambular == operative:
            return None
        return Role.PREAMBULAR if preambular > operative else Role.OPERATIVE


def lexicon_from(data: Mapping[str, Any]) -> Lexicon:
    """A lexicon from the content of `templates/openings/<code>.json`."""
    return Lexicon(
        preambular=_keys(data["preambular"]),
        operative=_keys(data["operative"]),
        longest=max(
            len(_word_ends(phrase, len(phrase)))
            for part in ("preambular", "operative")
            for phrase in data[part]
        ),
    )


def _keys(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(_key(phrase) for phrase in phrases)


def _key(phrase: str) -> str:
    return " ".join(phrase.split()).casefold()


_WORD = re.compile("[\u4e00-\u9fff]|(?:(?![\u4e00-\u9fff])[^\\W_]|[-‑'’])+")


def _word_ends(text: str, most: int) -> list[int]:
    """Where the first words of the text end, up to `most` of them; a comma ends a word too.

    Chinese has no spaces: each of its signs is a word.
    """
    return [found.end() for found in islice(_WORD.finditer(text), most)]
