"""A Word file as a resolution: our own files exactly, others as far as they say."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.formats.word.package import open_package
from drafter.formats.word.read_changes import ChangePolicy
from drafter.formats.word.read_document import load
from drafter.formats.word.read_edited import read_edited
from drafter.formats.word.read_foreign import read_foreign
from drafter.formats.word.read_own import open_own, read_complete
from drafter.model import Resolution
from drafter.report import Read


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
        return read_edited(own)
    return read_foreign(document)
