"""What lies on the desk of an editing session: profiles, clauses, skeletons, the inspector."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from drafter import resources
from drafter.app.check import check, faults
from drafter.app.clauses import templates
from drafter.clauses import Library, Skeleton
from drafter.commands import Desk, Inspector
from drafter.model import Resolution
from drafter.numbering import Numbering
from drafter.profiles import OrganProfile
from drafter.report import Notice

if TYPE_CHECKING:
    from drafter.rules import Finding


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
        inspector=Inspector(_faults, _findings, _mended, _explanation),
    )


def organ(name: str) -> OrganProfile | None:
    """The profile of an organ; None for one that has none."""
    return resources.organ(name) if name in resources.names("organs") else None


def _faults(resolution: Resolution, numbering: Numbering) -> tuple[Notice, ...]:
    return faults(check(resolution, numbering))


def _findings(resolution: Resolution, path: str) -> tuple[Finding, ...]:
    from drafter.app.configuration import settings_for  # noqa: PLC0415 - many rules, when asked
    from drafter.app.review import findings  # noqa: PLC0415 - as above

    return findings(resolution, settings_for(path))


def _mended(
    resolution: Resolution, path: str, findings: Sequence[Finding]
) -> tuple[Resolution, tuple[Finding, ...]]:
    from drafter.app.configuration import settings_for  # noqa: PLC0415 - many rules, when asked
    from drafter.app.review import mend_some  # noqa: PLC0415 - as above

    return mend_some(resolution, findings, settings_for(path))


def _explanation(code: str) -> str:
    from drafter.app.review import explanation  # noqa: PLC0415 - many rules, when asked

    return explanation(code)
