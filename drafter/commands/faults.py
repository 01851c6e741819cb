"""Errors as people read them: of lines that cannot be understood, and with addresses for ids."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from drafter.errors import DrafterError, NoSuchParagraph, Place

if TYPE_CHECKING:
    from drafter.commands.state import State

_QUOTED_ID = re.compile(r"'([a-z][a-z0-9-]{0,31})'")


class Unclear(DrafterError):
    """A command line that drafter does not understand; place and excerpt say where it stops."""

    def __init__(self, what: str, *, hint: str = "", line: str = "", at: int = 0) -> None:
        where = Place(column=at + 1 if line else 0, excerpt=line)
        super().__init__(what, hint=hint, where=where)


def by_address(error: DrafterError, state: State) -> DrafterError:
    """The same error with the addresses of paragraphs in place of their ids."""

    def named(found: re.Match[str]) -> str:
        return state.addresses.texts.get(found[1], found.group())

    if isinstance(error, NoSuchParagraph) and error.address in state.addresses.texts:
        error.what = f"{state.address(error.address)} is no paragraph"
        error.hint = "name a paragraph, such as op 2"
    error.what = _QUOTED_ID.sub(named, error.what)
    error.hint = _QUOTED_ID.sub(named, error.hint)
    return error
