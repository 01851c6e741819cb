"""What stands above the text: where the text begins, and the lines above it sorted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.formats.common.furniture import Found, furniture
from drafter.formats.common.head import Head, is_sponsors, read_head, starts_origin
from drafter.formats.common.line import Line, fold, whole
from drafter.formats.common.log import Log
from drafter.formats.common.masthead import Gathered, any_symbol, scan
from drafter.formats.common.opening import enacting, opens_as
from drafter.formats.common.words import Words
from drafter.model import Role
from drafter.report import Kind


def start_of_body(lines: Sequence[Line], words: Words, log: Log) -> int:
    """The enacting line, or, where it is missing, the first paragraph that opens like one."""
    for at, line in enumerate(lines):
        if enacting(line, words):
            return _with_letter(lines, at)
    for at, line in enumerate(lines):
        if opens_as(line.text, words) is Role.PREAMBULAR:
            log.add(Kind.STRUCTURE, line, "there is no enacting line above the first paragraph")
            return at
    return len(lines)


def _with_letter(lines: Sequence[Line], at: int) -> int:
    """A composite resolution's first letter "A" stands a few lines above its enacting line."""
    above = [back for back in range(max(0, at - 6), at) if lines[back].text == "A"]
    return above[-1] if above else at


def sort_head(lines: Sequence[Line], words: Words, gathered: Gathered, log: Log) -> Head:
    """The head of a text; fields of the masthead among its lines are gathered."""
    rest: list[Line] = []
    after_agenda = False
    for at, line in enumerate(lines):
        if _is_furniture(line, words, gathered, log):
            continue
        fields = scan(line.folded, words)
        if fields:
            gathered.line(line, fields)
            after_agenda = fields[-1].name == "agenda"
        elif after_agenda and line.text and not _ends_agenda(lines[at : at + 2], words):
            gathered.agenda_title(whole(line))
        elif words.days.fullmatch(line.folded):
            log.skip(line, "the days of the session", line.text)
        elif not rest and _is_language(line, words):
            log.skip(line, "the language of this version", line.text)
        elif not rest and _is_kind(line, words):
            log.skip(line, "the kind of document", line.text)
        elif (symbol := any_symbol(line)) and not rest:
            gathered.found(Found(symbol=symbol), line)
        else:
            after_agenda = False
            rest.append(line)
    head = read_head(rest, words)
    for one in head.above:
        log.skip(one.line, "a line above the resolution", one.text)
    return head


def _is_language(line: Line, words: Words) -> bool:
    """Whether a line only names a language, as above "Original : anglais"."""
    return line.folded.casefold() in {name.casefold() for name in words.languages}


def _is_kind(line: Line, words: Words) -> bool:
    """Whether a line only says "Draft resolution", or "DRAFT RESOLUTION 1.2" as in model papers."""
    kind = re.escape(fold(words.profile.phrases["draft-resolution"]))
    return re.fullmatch(rf"{kind}(?: [\d.]+)?", line.folded, re.IGNORECASE) is not None


def _ends_agenda(lines: Sequence[Line], words: Words) -> bool:
    return starts_origin(lines[0], words) or is_sponsors(lines[0], words)


def _is_furniture(line: Line, words: Words, gathered: Gathered, log: Log) -> bool:
    found = furniture(line, words) if line.text else None
    if found is None:
        return False
    log.skip(line, found[0], line.text)
    gathered.found(found[1], line)
    return True
