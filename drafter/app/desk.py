"""What lies on the desk of an editing session: profiles, names, schemas, clauses and skeletons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from drafter import resources
from drafter.app.clauses import templates
from drafter.clauses import Library, Skeleton
from drafter.commands import Desk
from drafter.profiles import OrganProfile


def desk(folders: Iterable[Path] = ()) -> Desk:
    """The desk with users' own folders of clauses before those of drafter.

    Nothing is read before it is asked for; what is wrong with users' files stands in the faults of
    `templates`.
    """
    own = tuple(folders)

    @cache
    def read() -> tuple[Library, Mapping[str, Skeleton]]:
        found = templates(own)
        return found.library, found.skeletons

    return Desk(
        language=resources.language,
        lexicon=resources.lexicon,
        organ=organ,
        schema=resources.schema,
        names=resources.clause_names,
        templates=read,
    )


def organ(name: str) -> OrganProfile | None:
    """The profile of an organ; None for one that has none."""
    return resources.organ(name) if name in resources.names("organs") else None
