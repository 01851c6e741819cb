"""Ids: stable names of paragraphs and notes, made once and kept.

A new id is made from what the thing says, never from a clock or a random source, so that the same
input gives the same value; the prefix tells the type ("p-" paragraph, "h-" heading, "s-" section,
"t-" table, "e-" embedded text, "r-" separator, "a-" annex, "n-" note).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import blake2s

ID = re.compile(r"[a-z][a-z0-9-]{0,31}")
"""What an id may look like; `fullmatch` it.

Lower case and short because a Word bookmark (40 signs, case ignored, no hyphen) must carry it, with
"_" for "-".
"""

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's: no i, l, o, u to misread
_LENGTH = 5  # 33 million ids: short enough to type, and a document has at most thousands


class IdMaker:
    """Makes ids that are not yet taken, deterministically.

    >>> IdMaker().make("p", "Recalling") == IdMaker().make("p", "Recalling")
    True
    """

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self.taken = set(taken)
        self._attempts: dict[tuple[str, str], int] = {}

    def make(self, prefix: str, content: str) -> str:
        """A free id for a thing with this content; the id is taken from then on."""
        # taken only grows: what was taken for equal content before need not be tried again
        attempt = self._attempts.get((prefix, content), 0)
        while (new := f"{prefix}-{_digest(content, attempt)}") in self.taken:
            attempt += 1
        self._attempts[prefix, content] = attempt
        self.taken.add(new)
        return new


def _digest(content: str, attempt: int) -> str:
    seed = content if not attempt else f"{content}\n{attempt}"
    number = int.from_bytes(blake2s(seed.encode("utf-8", "replace"), digest_size=8).digest(), "big")
    signs = []
    for _ in range(_LENGTH):
        number, rest = divmod(number, len(_ALPHABET))
        signs.append(_ALPHABET[rest])
    return "".join(signs)
