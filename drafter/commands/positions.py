"""Positions as drafters say them: "before op 2", "after pp last", "below op 3", "to annex 1"."""

from __future__ import annotations

import re

from drafter.commands.address import part_label, plain_label
from drafter.commands.faults import Unclear
from drafter.commands.find import find, read_address
from drafter.commands.state import State
from drafter.edit import After, Before, End, Inside, Position
from drafter.errors import NoSuchParagraph
from drafter.model import Zone

BESIDE: dict[str, type[Before | After | Inside]] = {
    "before": Before,
    "after": After,
    "below": Inside,
    "under": Inside,
    "inside": Inside,
}
ENDS = {"preamble": Zone.PREAMBLE, "operative": Zone.OPERATIVE}
WORDS = (*BESIDE, "to")

_END_OF = re.compile(r"\s*(?:the\s+)?(?:end|bottom)\s+of\b", re.IGNORECASE)
_ZONE = re.compile(r"\s*(?:the\s+)?(?P<zone>preamble|operative)(?:\s+part)?\b", re.IGNORECASE)
_WORD = re.compile(r"\s*(?P<word>[a-z]+)\b", re.IGNORECASE)


def read_position(line: str, start: int, state: State) -> tuple[Position, int] | None:
    """The position that begins at a place of the line and where it ends; None where none begins.

    "to the preamble", "to the end of the operative part", "to part B" and "to annex 2" are the
    ends of these.

    Raises:
        NoSuchParagraph: it names a block that is not there.
        Unclear: no address follows.
    """
    word = _WORD.match(line, start)
    if word is None or word["word"].lower() not in WORDS:
        return None
    said = word["word"].lower()
    if said == "to":
        return _end(line, word.end(), state)
    found = read_address(line, word.end())
    if found is None:
        raise Unclear(
            f"after {said!r} comes an address",
            hint=f"such as {said} op 2",
            line=line,
            at=word.end(),
        )
    spoken, end = found
    id_ = find(spoken, state.addresses, state.here)
    return _beside(said, id_, state), end


def _beside(said: str, id_: str, state: State) -> Position:
    annexes = [annex.id for annex in state.resolution.annexes]
    if id_ in annexes and BESIDE[said] is Inside:
        return End(Zone.ANNEX, annexes.index(id_))
    return BESIDE[said](id_)


def _end(line: str, start: int, state: State) -> tuple[Position, int] | None:
    """The end of a zone."""
    if said := _END_OF.match(line, start):
        start = said.end()
    found = _ZONE.match(line, start)
    if found:
        return End(ENDS[found["zone"].lower()]), found.end()
    address = read_address(line, start)
    if address is None:
        return None
    steps = address[0].steps
    if len(steps) == 1 and steps[0][0] == "part":
        return _end_of_part(steps[0][1], state), address[1]
    id_ = find(address[0], state.addresses, state.here)
    annexes = [annex.id for annex in state.resolution.annexes]
    return (End(Zone.ANNEX, annexes.index(id_)), address[1]) if id_ in annexes else None


def _end_of_part(label: str, state: State) -> End:
    """The end of a part's operative paragraphs.

    Raises:
        NoSuchParagraph: there is no such part.
    """
    labels = [plain_label(part_label(*one[::-1])) for one in enumerate(state.resolution.parts)]
    if label not in labels:
        hint = f"there are the parts {', '.join(labels).upper()}"
        raise NoSuchParagraph(f"part {label.upper()}", hint=hint)
    return End(Zone.OPERATIVE, labels.index(label))
