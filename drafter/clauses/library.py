"""The clauses there are: found by id, filtered, searched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from drafter.clauses.clause import Clause, Part
from drafter.clauses.search import ranked
from drafter.codec import nearest
from drafter.errors import Unsupported


class Library(Mapping[tuple[str, str], Clause]):
    """Clauses by (language, id). Where two have both in common, the first one counts."""

    def __init__(self, clauses: Iterable[Clause] = ()) -> None:
        by_key: dict[tuple[str, str], Clause] = {}
        for clause in clauses:
            by_key.setdefault((clause.language, clause.id), clause)
        self._by_key = MappingProxyType(by_key)

    def __getitem__(self, key: tuple[str, str]) -> Clause:
        return self._by_key[key]

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self._by_key)

    def __len__(self) -> int:
        return len(self._by_key)

    def get_clause(self, id_: str, language: str = "") -> Clause:
        """The clause of this id in a language; in any, English first, where none is named.

        Raises:
            Unsupported: there is none; the hint names the nearest.
        """
        if language and (language, id_) in self._by_key:
            return self._by_key[language, id_]
        found = {code: clause for (code, one), clause in self._by_key.items() if one == id_}
        if found and not language:
            return found.get("en") or next(iter(found.values()))
        if found:
            hint = f"it is there in: {', '.join(sorted(found))}"
            raise Unsupported(f"the clause {id_!r} is not there in {language!r}", hint=hint)
        known = (one for code, one in self._by_key if not language or code == language)
        raise Unsupported(f"there is no clause {id_!r}", hint=_short(nearest(id_, known)))

    def search(
        self,
        query: str = "",
        *,
        part: Part | str | None = None,
        language: str | None = None,
        organ: str | None = None,
        tags: Iterable[str] = (),
    ) -> tuple[Clause, ...]:
        """The clauses that a filter lets through, those most like the query first.

        Without a query they stand in their own order. A clause of no organ in particular is one of
        every organ's; with several tags a clause has them all.
        """
        wanted = frozenset(tags)
        found = tuple(
            clause
            for clause in self._by_key.values()
            if (part is None or clause.part == part)
            and (language is None or clause.language == language)
            and (organ is None or not clause.organs or organ in clause.organs)
            and wanted <= frozenset(clause.tags)
        )
        return ranked(query, found) if query.strip() else found


def _short(hint: str) -> str:
    """A hint without two hundred names in it."""
    return hint if hint.startswith("did") else "`drafter templates list` shows those there are"
