"""A Word file as a resolution: our own files exactly, others as far as they say."""

from __future__ import annotations

from dataclasses import dataclass, replace

from drafter.formats.word.package import open_package
from drafter.formats.word.read_changes import ChangePolicy
from drafter.formats.word.read_document import load
from drafter.formats.word.read_edited import read_edited
from drafter.formats.word.read_fields import FIELDS
from drafter.formats.word.read_foreign import read_foreign
from drafter.formats.word.read_own import open_own, read_complete
from drafter.model import Resolution
from drafter.report import Kind, Notice, Read


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Choices for one reading. `changes`: what to do with a file that has tracked changes."""

    changes: ChangePolicy = ChangePolicy.REFUSE


DEFAULTS = ReadOptions()


def read(data: bytes, options: ReadOptions = DEFAULTS) -> Read[Resolution]:
    """The resolution in a Word file.

    Raises:
        Unreadable: no Word file, damaged, protected, hostile, or without a word in it.
        Malformed: a part that is no XML.
        Refused: the file has tracked changes, and the options do not say which side to read.
    """
    document = load(open_package(data), options.changes)
    if document.bare is not None:
        own = open_own(document, document.bare)
        if own.complete:
            return read_complete(own)
        if own.recognised:
            return read_edited(own)
        return _with_kept(read_foreign(document), document.bare)
    return read_foreign(document)


def _with_kept(found: Read[Resolution], bare: Resolution) -> Read[Resolution]:
    """What the skeleton of a file knows beside its paragraphs, when these have lost their names."""
    masthead = replace(
        bare.masthead,
        **{
            name: getattr(found.value.masthead, name) or getattr(bare.masthead, name)
            for name in (*FIELDS, "agenda")
        },
    )
    value = replace(
        found.value,
        kind=bare.kind,
        language=bare.language,
        masthead=masthead,
        votes=bare.votes,
        meta=bare.meta,
    )
    message = "the bookmarks of the paragraphs are lost, so that they have new ids"
    return Read(value, (Notice(Kind.STRUCTURE, message), *found.notices))
