"""Search among clauses as a drafter remembers them: by some of their words, well spelled or not.

Every word of the query is looked for in the words of each clause. A rare word says more than a
common one ("envoy" more than "of"), a word of the title more than one of the purpose, and a word
spelled nearly so something still. Clauses that answer too small a share of the query are left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import log

from drafter.clauses.clause import Clause
from drafter.clauses.template import Words

_WORD = re.compile(r"[^\W_]+")
_TITLE, _TAG, _TEXT, _PURPOSE = 1.0, 0.8, 0.6, 0.4
"""What a word is worth by where it stands in a clause."""
_BEGINS = 0.9
"""What a word is worth that only begins with the word sought: "report" for "reporting"."""
_LIKE = 78.0
"""Points of 100 from which rapidfuzz's likeness is a slip of the pen and not another word."""
_SHARE = 0.35
"""The least share of a query, by the weight of its words, that a clause must answer."""
_SHORTEST = 4
"""Letters below which a word has too many neighbours to be spelled nearly so."""


def opening_words(clause: Clause) -> str:
    """How a clause begins: its first words, which a drafter knows it by."""
    first = clause.pieces[0] if clause.pieces else None
    return first.text if isinstance(first, Words) else ""


def ranked(query: str, clauses: Sequence[Clause]) -> tuple[Clause, ...]:
    """The clauses that answer a query, best first; equally good ones in their own order.

    A clause that the query names whole, by its id, title or opening words, comes first.
    """
    sought = tuple(dict.fromkeys(_words(query)))
    known = [_worth(clause) for clause in clauses]
    counts = Counter(word for words in known for word in words)
    weights = {word: _weight(word, counts, len(clauses)) for word in sought}
    whole = sum(weights.values()) or 1.0
    meant = {word: dict(_meant(word, counts)) for word in sought}
    scored = []
    for clause, words in zip(clauses, known, strict=True):
        share = sum(weights[word] * _best(meant[word], words) for word in sought) / whole
        if share >= _SHARE or _names(query, clause):
            scored.append((share + _names(query, clause), clause))
    return tuple(clause for _, clause in sorted(scored, key=lambda pair: -pair[0]))


def _words(text: str) -> Iterator[str]:
    yield from _WORD.findall(text.casefold())


def _worth(clause: Clause) -> Mapping[str, float]:
    """The words of a clause and what each is worth."""
    worth: dict[str, float] = {}
    texts = "".join(piece.text for piece in clause.pieces if isinstance(piece, Words))
    for text, value in (
        (clause.purpose, _PURPOSE),
        (texts, _TEXT),
        (f"{clause.id} {' '.join(clause.tags)}", _TAG),
        (f"{clause.title} {opening_words(clause)}", _TITLE),
    ):
        worth.update(dict.fromkeys(_words(text), value))
    return worth


def _weight(word: str, counts: Mapping[str, int], total: int) -> float:
    """How much a word says: the more, the fewer clauses have it; one that none has says most."""
    return log(1 + total / (1 + counts.get(word, 0)))


def _meant(word: str, counts: Mapping[str, int]) -> Iterator[tuple[str, float]]:
    """The words of clauses that a word of the query may mean, and how surely (0 to 1)."""
    # rapidfuzz takes some 20 ms to load: only a search pays for it.
    from rapidfuzz import process  # noqa: PLC0415 - see above
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415 - see above

    if len(word) >= _SHORTEST:
        for like, points, _ in process.extract(
            word, counts.keys(), scorer=ratio, score_cutoff=_LIKE, limit=20
        ):
            yield like, points / 100 * _BEGINS
    for other in counts:
        if other.startswith(word):
            yield other, _BEGINS
    if word in counts:
        yield word, 1.0


def _best(meant: Mapping[str, float], words: Mapping[str, float]) -> float:
    return max((sure * words[word] for word, sure in meant.items() if word in words), default=0.0)


def _names(query: str, clause: Clause) -> int:
    sought = " ".join(query.split()).casefold()
    names = (clause.id, clause.title, opening_words(clause))
    return int(sought in (name.casefold() for name in names))
