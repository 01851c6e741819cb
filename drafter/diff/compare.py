"""Two resolutions in, one comparison out; and back: the old one and the comparison give the new."""

from __future__ import annotations

from drafter.diff.derived import explain
from drafter.diff.judge import judge
from drafter.diff.matched import match
from drafter.diff.options import Options
from drafter.diff.order import Event
from drafter.diff.patch import apply_patch, make_patch
from drafter.diff.units import both_units
from drafter.diff.unseen import unseen
from drafter.diff.value import Diff
from drafter.model import Resolution


def compare(old: Resolution, new: Resolution, options: Options = Options()) -> Diff:
    """What changed from old to new, paragraph by paragraph and word by word.

    Pure and without a clock: the same two values give the same comparison on every machine.
    """
    matched = match(*both_units(old, new, options))
    entries = matched.entries()
    changes = [None if e.event is Event.LEFT else judge(e, matched) for e in entries]
    hidden = dict(unseen(old, new))
    return Diff(
        changes=explain(entries, changes, matched),
        patch=make_patch(old, new),
        old_name=options.old.name,
        new_name=options.new.name,
        languages=(old.language, new.language),
        hidden=tuple(hidden),
        unprinted=tuple(hidden.values()),
    )


def apply(diff: Diff, old: Resolution) -> Resolution:
    """The new resolution: what is kept is taken from `old`, the rest from the comparison.

    Raises:
        Refused: `old` is not the text that was compared.
    """
    return apply_patch(diff.patch, old)
