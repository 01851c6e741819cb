"""What stands around the text: kind, language, masthead, origin, number, title, votes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from drafter.merge.desk import Desk
from drafter.merge.rows import either, merge_rows
from drafter.merge.shells import merge_lines
from drafter.merge.value import Trio
from drafter.merge.words import merge_text
from drafter.model import Adoption, AgendaItem, Masthead, Origin, Resolution, Submission

_PRINTED = ("symbol", "session", "job_number")
"""Lines of the masthead that are printed as they are; a bracket can stand in them."""
_NAMED = ("organ", "distribution", "date", "committee")
"""Fields that name a profile or are a date; a bracket would be another name."""


def merge_frame(frames: Trio[Resolution], desk: Desk) -> Resolution:
    """The frame with the edits of both sides; parts and annexes are merged elsewhere."""
    if frames.clear:
        return frames.chosen
    return replace(
        frames.base,
        kind=desk.settle(frames.field("kind"), "", "kind"),
        language=desk.settle(frames.field("language"), "", "language"),
        masthead=_masthead(frames.field("masthead"), desk),
        origin=_origin(frames.field("origin"), desk),
        number=desk.word(frames.field("number"), "", "number"),
        title=merge_text(frames.field("title"), desk, "", "title"),
        votes=desk.settle(frames.field("votes"), "", "votes"),
        meta=merge_rows(frames.field("meta"), lambda some: desk.settle(some, "", "meta"), either),
    )


def _masthead(heads: Trio[Masthead], desk: Desk) -> Masthead:
    if heads.clear:
        return heads.chosen

    def item(items: Trio[AgendaItem]) -> AgendaItem:
        line = merge_text(items.field("line"), desk, "", "agenda")
        return AgendaItem(line, merge_text(items.field("title"), desk, "", "agenda title"))

    new: dict[str, Any] = {
        name: desk.word(heads.field(name), "", name.replace("_", " ")) for name in _PRINTED
    }
    new |= {name: desk.settle(heads.field(name), "", name) for name in _NAMED}
    original = heads.field("original")
    new["original"] = merge_rows(original, lambda s: desk.settle(s, "", "original"), either)
    new["agenda"] = merge_rows(heads.field("agenda"), item, either)
    return replace(heads.base, **new)


def _origin(origins: Trio[Origin], desk: Desk) -> Origin:
    if origins.clear:
        return origins.chosen
    sorts = {type(origins.base), type(origins.ours), type(origins.theirs)}
    if sorts == {Submission}:
        return Submission(
            merge_lines(origins.field("sponsors"), desk, "", "sponsors"),
            merge_text(origins.field("line"), desk, "", "submission"),
        )
    if sorts == {Adoption}:
        return Adoption(
            merge_text(origins.field("line"), desk, "", "adoption"),
            merge_text(origins.field("bracket"), desk, "", "bracket"),
            desk.settle(origins.field("date"), "", "adoption date"),
        )
    return desk.settle(origins, "", "origin")
