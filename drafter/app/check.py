"""Check a resolution: what its readers remarked, and what is wrong in the value itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from drafter.errors import Place
from drafter.model import (
    Form,
    NoteMark,
    Paragraph,
    Reference,
    Resolution,
    Role,
    notes,
    passages,
    plain_text,
    query,
    query_inlines,
)
from drafter.model.invariants import faults as broken_rules
from drafter.numbering import Numbering, State, resolve, states
from drafter.report import Kind, Notice

FAULTS = frozenset({Kind.NUMBER, Kind.NOTE, Kind.REFERENCE, Kind.STRUCTURE, Kind.ENCODING})
"""The kinds of notice that tell a fault of the document. The others tell what a reader left out or
mended on the way in, which is no fault of the text itself."""

_NUMBERED = frozenset({Role.OPERATIVE, Role.ITEM})
_TYPED = re.compile(r"(?P<label>\d{1,3}[.)]|\((?:[a-z]|[ivx]{1,4}|\d{1,2})\)|[a-z]\))\s+\S")

_SAID = {
    State.GONE: "a reference names {target!r}, which does not exist; `drafter show --ids` shows"
    " the ids that do",
    State.SELF: "a reference names the very paragraph it stands in",
    State.UNNUMBERED: "a reference names {target!r}, which has no number to be printed",
}


def check(resolution: Resolution, numbering: Numbering) -> tuple[Notice, ...]:
    """What is wrong inside a resolution: broken rules, references and note marks to nowhere.

    Places are given as a person would say them, "paragraph 3 (a)", or as a path where they have no
    such name.
    """
    return (
        *_broken_rules(resolution),
        *_emptiness(resolution),
        *_typed_numbers(resolution, numbering),
        *_references(resolution, numbering),
        *_note_marks(resolution, numbering),
    )


def faults(notices: Iterable[Notice]) -> tuple[Notice, ...]:
    """Those of the notices that tell a fault of the document."""
    return tuple(notice for notice in notices if notice.kind in FAULTS)


def _broken_rules(resolution: Resolution) -> Iterator[Notice]:
    for fault in broken_rules(resolution):
        yield Notice(Kind.STRUCTURE, fault.message, Place(path=fault.path))


def _emptiness(resolution: Resolution) -> Iterator[Notice]:
    if next(query(resolution), None) is None:
        yield Notice(Kind.STRUCTURE, "there is no paragraph in it; is the source complete?")


def _typed_numbers(resolution: Resolution, numbering: Numbering) -> Iterator[Notice]:
    """Numbers typed into the text of a paragraph that is numbered anyway: "1. 1. Decides"."""
    for site in query(resolution):
        block = site.block
        if not isinstance(block, Paragraph) or block.role not in _NUMBERED:
            continue
        found = _TYPED.match(plain_text(block.body))
        if found is not None and numbering.label(block.id):
            message = f"the text begins with a number, {found['label']!r}, beside its own"
            yield Notice(Kind.NUMBER, message, _place(block.id, numbering), found["label"])


def _references(resolution: Resolution, numbering: Numbering) -> Iterator[Notice]:
    for owner, reference, resolved in states(resolution, numbering):
        if resolved.state in _SAID:
            message = _SAID[resolved.state].format(target=reference.target)
            yield Notice(Kind.REFERENCE, message, _place(owner, numbering))


def _note_marks(resolution: Resolution, numbering: Numbering) -> Iterator[Notice]:
    known = {note.id for note in notes(resolution)}
    for passage in passages(resolution):
        for inline in query_inlines(passage.text):
            if isinstance(inline, NoteMark) and inline.target not in known:
                message = f"a mark calls the note {inline.target!r}, which does not exist"
                yield Notice(Kind.NOTE, message, _place(passage.owner, numbering))


def _place(owner: str, numbering: Numbering) -> Place:
    if owner not in numbering.labels:
        return Place(path=owner)
    resolved = resolve(Reference(owner, Form.NAMED), numbering)
    return Place(path=resolved.text if resolved.state is State.VALID else owner)
