"""A `.draft` file back to a resolution, strictly; every fault with line, column and hint."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from drafter.errors import DrafterError
from drafter.formats.common.source import text_of
from drafter.formats.draft.attributes import AttributeReader, Attributes
from drafter.formats.draft.content import ContentReader
from drafter.formats.draft.faults import Faults, Line
from drafter.formats.draft.identify import identified
from drafter.formats.draft.lines import Node, lines_of, tree
from drafter.formats.draft.places import located
from drafter.formats.draft.read_frame import FrameReader
from drafter.formats.draft.read_head import HeadReader
from drafter.formats.draft.read_inline import InlineReader
from drafter.formats.draft.read_notes import Notes
from drafter.formats.draft.words import DEFINITION, LIMIT
from drafter.model import Note, Resolution, Series
from drafter.model.invariants import check
from drafter.report import Read

_NOTE: dict[str, type] = {"series": str, "mark": str}


def read(data: bytes) -> Read[Resolution]:
    """The resolution in the bytes of a `.draft` file.

    Raises:
        Unreadable: not a text in UTF-8, empty or too large.
        Malformed: the grammar of the format is broken.
        Invalid: a rule of a well-formed resolution is broken.
        The error tells the first fault, its `also` the others.
    """
    source = text_of(data, LIMIT)
    faults = Faults()
    nodes = tree(lines_of(source.value, faults), faults)
    contents = ContentReader(faults, Notes(faults), {})
    definitions, nodes = _parted(nodes)
    for node in definitions:
        _define(node, contents)
    head = HeadReader(contents)
    rest = head.take(nodes)
    resolution = FrameReader(contents).read(head.head(), rest)
    contents.notes.tell_uncalled()
    faults.raise_any()
    whole = identified(resolution, contents.lines)
    return Read(_checked(whole, head.lines, contents.lines), source.notices)


def _checked(resolution: Resolution, keys: dict[str, Line], lines: dict[str, Line]) -> Resolution:
    try:
        return check(resolution)
    except DrafterError as error:
        raise located(error, resolution, keys, lines) from error


def _parted(nodes: Sequence[Node]) -> tuple[list[Node], list[Node]]:
    """The definitions of notes, and the other lines."""
    definitions = [node for node in nodes if _defines(node.line)]
    return definitions, [node for node in nodes if not _defines(node.line)]


def _defines(line: Line) -> bool:
    return bool(DEFINITION.match(line.text, line.start, line.end))


def _define(node: Node, contents: ContentReader) -> None:
    line = node.line
    found = DEFINITION.match(line.text, line.start, line.end)
    if found is None:  # pragma: no cover - the caller has looked
        return
    if node.inside:
        hint = "a note has one line; write the line below at the left edge"
        below = node.inside[0].line
        contents.faults.add(below, below.start, "nothing can stand under a note", hint)
    inner = Notes(contents.faults, inside=True)
    body, end = InlineReader(line, contents.faults, inner).read(found.end())
    attributes = Attributes()
    if end < line.end:
        reader = AttributeReader(line, contents.faults, _NOTE, has_id=False)
        attributes, end = reader.read(end)
        if end < line.end:
            hint = "attributes end their line"
            contents.faults.add(line, end, "something stands after the attributes", hint)
    series = _series(attributes.values.get("series", Series.NUMBERED), line, contents.faults)
    note = Note(found["id"], body, series, attributes.values.get("mark"))
    if note.id not in contents.notes.defined:
        contents.register(note.id, line, line.start)
    contents.notes.define(note, line)


def _series(word: Any, line: Line, faults: Faults) -> Series:
    if word in tuple(Series):
        return Series(word)
    hint = f"known: {', '.join(Series)}"
    faults.add(line, line.start, f"there is no series {word[:40]!r}", hint)
    return Series.NUMBERED
