"""Edits of what stands round the paragraphs: title, sponsors, enacting line, closing, annexes."""

from __future__ import annotations

from dataclasses import replace

from drafter.edit.carry import keep_notes
from drafter.edit.mend import tidy
from drafter.errors import NoSuchParagraph, Refused
from drafter.model import Annex, Inlines, Part, Resolution, Submission


def with_title(resolution: Resolution, title: Inlines) -> Resolution:
    """The resolution with another title; an empty one takes it away."""
    return replace(resolution, title=tidy(title))


def with_sponsors(resolution: Resolution, sponsors: tuple[Inlines, ...]) -> Resolution:
    """The draft with these sponsors, in this order; a line of who submits it goes.

    Raises:
        Refused: the text is adopted and has no sponsors any more; a sponsor is empty.
    """
    if not isinstance(resolution.origin, Submission):
        raise Refused("an adopted text names no sponsors", hint="edit a draft of it")
    tidied = tuple(tidy(sponsor) for sponsor in sponsors)
    if not all(tidied):
        raise Refused("a sponsor has no name", hint="part the names with commas")
    line = () if sponsors else resolution.origin.line
    return replace(resolution, origin=Submission(tidied, line))


def with_submission(resolution: Resolution, line: Inlines) -> Resolution:
    """The draft with a line that says who submits it, in place of sponsors.

    Raises:
        Refused: the text is adopted.
    """
    if not isinstance(resolution.origin, Submission):
        raise Refused("an adopted text has no line of who submits it", hint="edit a draft of it")
    return replace(resolution, origin=Submission((), tidy(line)))


def with_part(resolution: Resolution, index: int, part: Part) -> Resolution:
    """The resolution with one part exchanged.

    Raises:
        Refused: there is no such part.
    """
    if not 0 <= index < len(resolution.parts):
        raise Refused(f"there is no part {index + 1}", hint=f"there are {len(resolution.parts)}")
    parts = (*resolution.parts[:index], part, *resolution.parts[index + 1 :])
    return replace(resolution, parts=parts)


def add_annex(resolution: Resolution, annex: Annex, place: int | None = None) -> Resolution:
    """The resolution with an annex put in as number `place`, counted from 0; None: the last."""
    at = len(resolution.annexes) if place is None else max(0, min(place, len(resolution.annexes)))
    tidied = replace(annex, title=tidy(annex.title))
    annexes = (*resolution.annexes[:at], tidied, *resolution.annexes[at:])
    return replace(resolution, annexes=annexes)


def delete_annex(resolution: Resolution, id_: str) -> Resolution:
    """The resolution without an annex; a note of it that is called again passes to that call.

    Raises:
        NoSuchParagraph: no annex has this id.
    """
    return keep_notes(resolution, _without(resolution, annex_of(resolution, id_)))


def _without(resolution: Resolution, annex: Annex) -> Resolution:
    left = tuple(one for one in resolution.annexes if one.id != annex.id)
    return replace(resolution, annexes=left)


def move_annex(resolution: Resolution, id_: str, place: int) -> Resolution:
    """The resolution with an annex as number `place`, counted from 0 without it.

    Raises:
        NoSuchParagraph: no annex has this id.
    """
    annex = annex_of(resolution, id_)
    return add_annex(_without(resolution, annex), annex, place)


def retitle_annex(resolution: Resolution, id_: str, title: Inlines) -> Resolution:
    """The resolution with another title for an annex.

    Raises:
        NoSuchParagraph: no annex has this id.
    """
    annex_of(resolution, id_)
    new = tuple(
        replace(annex, title=tidy(title)) if annex.id == id_ else annex
        for annex in resolution.annexes
    )
    return replace(resolution, annexes=new)


def annex_of(resolution: Resolution, id_: str) -> Annex:
    """The annex with this id.

    Raises:
        NoSuchParagraph: there is none.
    """
    for annex in resolution.annexes:
        if annex.id == id_:
            return annex
    raise NoSuchParagraph(id_, hint=f"there are {len(resolution.annexes)} annexes")
