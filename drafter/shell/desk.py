"""What lies on the desk of a session: profiles, schemas, clauses and skeletons of the data files."""

from __future__ import annotations

from drafter import resources
from drafter.app.clauses import context as context_of
from drafter.app.clauses import templates
from drafter.clauses import Context
from drafter.commands import Desk
from drafter.errors import Unsupported
from drafter.model import Resolution
from drafter.profiles import OrganProfile


def desk() -> Desk:
    """The desk with drafter's own data and the user's."""
    found = templates()
    return Desk(
        language=resources.language,
        lexicon=resources.lexicon,
        organ=_organ,
        schema=resources.schema,
        library=found.library,
        skeletons=found.skeletons,
    )


def context(resolution: Resolution) -> Context:
    """What slots are filled for in a draft."""
    return context_of(resolution.language, resolution)


def _organ(name: str) -> OrganProfile | None:
    try:
        return resources.organ(name)
    except Unsupported:
        return None
