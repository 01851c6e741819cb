"""Numbers with one bracket, "1)": of operative paragraphs, or of what a paragraph introduces.

The United Nations number operative paragraphs "1."; papers of a Model United Nations often "1)",
which official texts have only for sub-paragraphs. Where a text has no "1." at all, its "1)" after
the preamble begin the operative paragraphs, and the row goes on until a list in it takes its turn.
"""

from __future__ import annotations

from collections.abc import Sequence

from drafter.formats.common.labels import Open
from drafter.formats.common.node import Node
from drafter.formats.common.opening import last_sign
from drafter.model import Role
from drafter.numbering import LabelPattern

BRACKETED = LabelPattern("{decimal})")


def begins_row(label: str, before: Node | None, *, known: bool) -> bool:
    """Whether a label is the first number of the operative paragraphs.

    `before` is the paragraph that it would belong to otherwise; `known`: an operative phrase stands
    behind the label, which decides where that paragraph ends with a colon.
    """
    if BRACKETED.number(label) != 1:
        return False
    if before is None:
        return True
    return before.role is Role.PREAMBULAR and (known or last_sign(before.last_text) != ":")


def goes_on(label: str, before: Node | None, lists: Sequence[Open], *, known: bool) -> bool:
    """Whether a label is a later number of the row, not one of a list inside the paragraph before.

    `lists` are the lists open in that paragraph. Where both could go on, an operative phrase
    behind the label (`known`) decides.
    """
    number = BRACKETED.number(label)
    if number is None or before is None:
        return number is not None
    expected = {one.last + 1 for one in lists if one.pattern == BRACKETED}
    inside = number == 1 or number in expected
    return not inside or (known and number > 1)
