"""A comparison as Markdown (CommonMark with strike-through), for issues, messages and notes.

Deleted words are ~~struck out~~, inserted ones **bold**; each item of the list says in words what
happened, so that nothing depends on the look alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from drafter.diff import Area, Change, Diff, Kind, Mark, NoteKind, Words
from drafter.render.categories import count, sentence
from drafter.render.fold import Folded, fold, kept
from drafter.render.phrases import AREAS, area, note_phrase, phrase, reasons
from drafter.render.safe import safe
from drafter.render.word_marks import PARAGRAPH

_ACTIVE = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
_AROUND = {Mark.EQUAL: "", Mark.DELETE: "~~", Mark.INSERT: "**"}


def markdown(diff: Diff) -> Iterator[str]:
    """The lines of the comparison."""
    yield f"# {plain_markdown(diff.old_name)} → {plain_markdown(diff.new_name)}"
    yield from ("", "No difference." if diff.same else sentence(count(diff.changes)))
    last: Area | None = None
    for entry in () if diff.same else fold(diff, context=0):
        changes = entry.changes if isinstance(entry, Folded) else (entry.change,)
        if area(changes[0]) is not last:
            last = area(changes[0])
            yield from ("", f"## {AREAS[last]}", "")
        yield from _folded(changes) if isinstance(entry, Folded) else _shown(entry.change)
    if diff.unprinted:
        yield from ("", f"Not printed, but different: {', '.join(diff.unprinted)}.")


def _folded(changes: tuple[Change, ...]) -> Iterator[str]:
    yield f"- *{plain_markdown(kept(changes, counted=False))}*"


def _shown(change: Change) -> Iterator[str]:
    why = reasons(change)
    yield f"- **{plain_markdown(phrase(change))}**" + (f" ({plain_markdown(why)})" if why else "")
    if change.kind is not Kind.KEPT:
        yield from ("", f"  {marked_words(change.words)}", "")
    for note in change.notes:
        if note.kind is NoteKind.MOVED:
            yield f"  - {plain_markdown(note_phrase(note))}"
        elif note.kind is not NoteKind.RENUMBERED:
            yield f"  - {plain_markdown(note_phrase(note))}: {marked_words(note.words)}"


def marked_words(words: Iterable[Words]) -> str:
    """Words with their marks; emphasis must touch words, so white space stays outside."""
    return "".join(_stretch(stretch) for stretch in words)


def _stretch(stretch: Words) -> str:
    text = stretch.text.replace("\n", f" {PARAGRAPH} ")
    core = text.strip()
    if not core or stretch.mark is Mark.EQUAL:
        return plain_markdown(text)
    start = text.index(core)
    around = _AROUND[stretch.mark]
    return f"{text[:start]}{around}{plain_markdown(core)}{around}{text[start + len(core) :]}"


def plain_markdown(text: str) -> str:
    """The text with every sign that Markdown would act on escaped."""
    return _ACTIVE.sub(r"\\\1", safe(text))
