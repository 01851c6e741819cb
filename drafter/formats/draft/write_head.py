"""The head of a file: the lines of keys and values, in their fixed order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from drafter.codec import encode_opaque, encode_vote
from drafter.formats.draft.attributes import quoted
from drafter.formats.draft.words import KEYS, PLAIN_KEYS
from drafter.formats.draft.write_inline import write_text
from drafter.model import Adoption, AgendaItem, Masthead, Origin, Resolution, Submission

_ORDER = {key: place for place, key in enumerate(KEYS) if key != "agenda-title"}


def write_head(resolution: Resolution) -> list[str]:
    """The lines of the head; what is empty has none."""
    entries = [*_whole(resolution), *_masthead(resolution.masthead), *_origin(resolution.origin)]
    entries.sort(key=lambda entry: _ORDER[entry[0]])
    lines = []
    for key, value in entries:
        if key == "agenda":
            lines += value.split("\n")
        elif value:
            lines.append(f"{key}: {value}")
    return lines


def _whole(resolution: Resolution) -> Iterator[tuple[str, str]]:
    yield "kind", resolution.kind.value
    yield "language", resolution.language
    yield "number", resolution.number
    yield "title", write_text(resolution.title)
    yield from (("vote", quoted(encode_vote(vote))) for vote in resolution.votes)
    yield from (("meta", quoted(encode_opaque(kept))) for kept in resolution.meta)


def _masthead(masthead: Masthead) -> Iterator[tuple[str, str]]:
    yield from ((key, getattr(masthead, field)) for key, field in PLAIN_KEYS.items())
    yield "date", masthead.date.isoformat() if masthead.date else ""
    yield "original", ", ".join(masthead.original)
    yield from (("agenda", _agenda(item)) for item in masthead.agenda)


def _agenda(item: AgendaItem) -> str:
    """The line of an agenda item, and that of its title; they stay together."""
    line = f"agenda: {write_text(item.line)}".rstrip(" ")
    return f"{line}\nagenda-title: {write_text(item.title)}" if item.title else line


def _origin(origin: Origin) -> Iterator[tuple[str, str]]:
    match origin:
        case Submission(sponsors, line):
            yield from (("sponsor", write_text(sponsor)) for sponsor in sponsors)
            yield "submitted", write_text(line)
        case Adoption(line, bracket, day):
            yield "adoption", write_text(line)
            yield "bracket", write_text(bracket)
            yield "adopted", day.isoformat() if day else ""
        case _:
            assert_never(origin)
