"""A new draft from a skeleton."""

from __future__ import annotations

from collections.abc import Mapping

from drafter.app.clauses import Templates, context
from drafter.clauses import Skeleton, draft_from, languages_of
from drafter.clauses.skeleton import slot_named
from drafter.codec import nearest
from drafter.edit import begun, ends_of
from drafter.errors import Unsupported
from drafter.model import Resolution


def skeleton_of(found: Templates, name: str) -> Skeleton:
    """The skeleton of this name.

    Raises:
        Unsupported: there is none; the hint names the nearest.
    """
    if name not in found.skeletons:
        hint = nearest(name, found.skeletons)
        raise Unsupported(f"there is no skeleton {name!r}", hint=hint)
    return found.skeletons[name]


def new_draft(
    found: Templates, skeleton: Skeleton, values: Mapping[str, object], language: str = ""
) -> Resolution:
    """The draft that a skeleton gives, in its own language or another that has its clauses.

    The paragraph that is last ends with a full stop.

    Raises:
        BadSlot: a value is not what its slot takes, or there is no such slot.
        Malformed: the skeleton is broken.
        Unsupported: no such language, or not all clauses are there in it.
    """
    code = language or skeleton.language
    where = context(code)
    known = languages_of(skeleton, found.library)
    if code != skeleton.language and code not in known:
        message = f"the skeleton {skeleton.name!r} has no clauses in {code!r}"
        hint = f"it can be made in: {', '.join(known)}" if known else "its clauses are missing"
        raise Unsupported(message, hint=hint)
    draft = draft_from(skeleton, values, found.library, where)
    return begun(draft, ends_of(code))


def left_empty(skeleton: Skeleton, draft: Resolution) -> tuple[str, ...]:
    """The fields of the masthead that need a value and are empty: no blank can stand in them."""
    needed = {slot.name for slot in skeleton.slots if not slot.optional}
    return tuple(
        field
        for field in ("session", "committee")
        if slot_named(skeleton.masthead.get(field, "")) in needed
        and not getattr(draft.masthead, field)
    )
