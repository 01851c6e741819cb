"""Reading plain United Nations text: the way from bytes to a resolution."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drafter.formats.common.body import read_body
from drafter.formats.common.calls import place_notes
from drafter.formats.common.compose import Composition, stretches
from drafter.formats.common.detect import detect
from drafter.formats.common.front import sort_head, start_of_body
from drafter.formats.common.furniture import without_markers
from drafter.formats.common.head import join_sponsors
from drafter.formats.common.line import Line, join
from drafter.formats.common.log import Log
from drafter.formats.common.masthead import Gathered
from drafter.formats.common.structure import structure
from drafter.formats.text.pages import Pages, clear_pages, is_wrapped, paged
from drafter.formats.text.quotes import unquoted
from drafter.formats.text.source import decode, split
from drafter.formats.text.unwrap import attach_labels, unwrap
from drafter.model import (
    Resolution,
)
from drafter.report import Read


def read(data: bytes) -> Read[Resolution]:
    """The resolution in a plain text, with a notice for everything odd or left out.

    Raises:
        Unreadable: empty, too large, binary, not UTF-8, or no resolution.
    """
    log = Log()
    lines = split(decode(data), log)
    words = detect(lines)
    gathered = Gathered(words, log)
    lines = tuple(unquoted(tuple(_without_markers(lines, gathered, log)), words, log))
    start = start_of_body(lines, words, log)
    wrapped = is_wrapped(lines[start:])
    head = sort_head(join_sponsors(lines[:start], words), words, gathered, log)
    pages = Pages(attach_labels(lines[start:]))
    if wrapped:
        lines = paged(lines, gathered.values.get("symbol", ""))
        title = join([stretch.text for stretch in head.title])
        pages = clear_pages(lines[start:], title, words, gathered, log)
        pages.text = list(unwrap(pages.text, words, log))
    body = read_body(pages.text, words, gathered, log)
    body.notes = [*pages.notes, *body.notes]
    found = structure(body.items, words)
    called = stretches(head, gathered, found)
    texts = place_notes(called, body.notes, words, log, spaced=wrapped)
    value = Composition(words, gathered, head, found, texts, log).resolution()
    return Read(value, log.in_order())


def _without_markers(lines: Sequence[Line], gathered: Gathered, log: Log) -> Iterator[Line]:
    for line in lines:
        bare, found = without_markers(line, log)
        gathered.found(found, line)
        yield bare
