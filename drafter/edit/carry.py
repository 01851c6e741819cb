"""Notes that are called again pass to the next call when the text that holds them goes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from drafter.edit.mend import tidy
from drafter.model import (
    Emphasis,
    Inline,
    Inlines,
    Link,
    Note,
    NoteMark,
    Resolution,
    map_inlines,
    notes,
    passages,
    query_inlines,
    walk_text,
)


def keep_notes(before: Resolution, after: Resolution) -> Resolution:
    """`after` with every note that it lost and still calls, at the first of the marks.

    Marks that stand in other notes cannot hold one: where there are no others they go with the
    note. What was dangling in `before` stays as it is.
    """
    lost = _lost(before, after)
    if not lost:
        return after
    places: dict[str, Inlines] = {}
    for passage in passages(after):
        for mark in _outer(passage.text):
            if isinstance(mark, NoteMark) and mark.target in lost:
                places.setdefault(mark.target, passage.text)
    kept = walk_text(after, _Turn(lost, places).text)
    return keep_notes(before, kept) if kept != after else after


def _lost(before: Resolution, after: Resolution) -> dict[str, Note]:
    """The notes of `before` that marks of `after` call, and that are not there any more."""
    called = {
        inline.target
        for passage in passages(after)
        for inline in query_inlines(passage.text)
        if isinstance(inline, NoteMark)
    }
    if not called:
        return {}
    missing = called - {note.id for note in notes(after)}
    return {note.id: note for note in notes(before) if note.id in missing} if missing else {}


def _outer(inlines: Inlines) -> Iterator[Inline]:
    """Every inline but those inside notes."""
    for inline in inlines:
        yield inline
        if isinstance(inline, Emphasis | Link):
            yield from _outer(inline.body)


@dataclass
class _Turn:
    """Turns the first mark of each lost note into the note."""

    lost: Mapping[str, Note]
    places: Mapping[str, Inlines]
    done: set[str] = field(default_factory=set)

    def text(self, text: Inlines) -> Inlines:
        here = {id_ for id_, place in self.places.items() if place is text} - self.done
        new = tuple(turned for inline in text for turned in self._turned(inline, here))
        return tidy(new) if new != text else text

    def _turned(self, inline: Inline, here: set[str]) -> Inlines:
        match inline:
            case NoteMark(target=target) if target in here - self.done:
                self.done.add(target)
                return (self.lost[target],)
            case Emphasis() | Link():
                body = tuple(new for old in inline.body for new in self._turned(old, here))
                return (replace(inline, body=body),)
            case Note():
                return (replace(inline, body=map_inlines(inline.body, self._without)),)
            case _:
                return (inline,)

    def _without(self, inline: Inline) -> Inlines:
        """Nothing in place of a mark whose note is not called outside of notes."""
        if isinstance(inline, NoteMark) and inline.target in self.lost:
            return (inline,) if inline.target in self.places else ()
        return (inline,)
