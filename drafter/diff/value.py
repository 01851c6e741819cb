"""What a comparison is: changes between the units of two resolutions, as frozen values.

This is the published format in Python; `docs/formats/diff.md` defines it and
`schemas/diff.schema.json` describes its JSON.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from drafter.diff.patch import Patch
from drafter.model import Inlines


class Area(StrEnum):
    """Where a unit stands; the zones of the model, and the notes at the foot."""

    MASTHEAD = "masthead"
    TITLE = "title"
    ENACTING = "enacting"
    PREAMBLE = "preamble"
    OPERATIVE = "operative"
    CLOSING = "closing"
    ANNEX = "annex"
    NOTE = "note"


class Sort(StrEnum):
    """What a unit is; units of different sorts are never versions of each other."""

    FIELD = "field"  # a line of the masthead, the number, the title: one place, one line
    LINE = "line"  # an enacting or closing line, an agenda item
    PARAGRAPH = "paragraph"
    HEADING = "heading"  # also titles of parts, annexes and embedded texts
    ROW = "row"
    SEPARATOR = "separator"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Call:
    """A reference printed in a unit: where its words stand in the text, and the id it names.

    `lead` is the word before a typed number ("paragraph"), which does not change with it.
    """

    start: int
    end: int
    target: str
    lead: str = ""


@dataclass(frozen=True, slots=True)
class NoteCall:
    """Where in the text of a unit a note is called, and the id of the note."""

    place: int
    id: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph as a reader sees one, with label, notes and text apart.

    `index` is its place among all units of its side, from 0. `id` is that of its block, annex or
    note, "" outside them; `part` says which text of the owner it is. `label` is as printed ("3.",
    "(a)", the mark of a note), `scope` the part, section, annex or embedded text in which it is
    counted, `name` what a delegate calls it ("OP3 (a)"). `level` counts the
    paragraphs that hold it, `parent` is the index of the nearest one, -1 at the top. `body` is the
    text as it stands in the resolution, `notes` the calls of notes in it, in order.
    """

    index: int
    id: str
    label: str
    section: Area
    text: str
    sort: Sort = Sort.PARAGRAPH
    level: int = 0
    part: str = "body"
    scope: str = ""
    name: str = ""
    parent: int = -1
    body: Inlines = field(default=(), repr=False)
    notes: tuple[NoteCall, ...] = ()
    calls: tuple[Call, ...] = ()


class Kind(StrEnum):
    """What became of a paragraph; the words of the published format."""

    KEPT = "kept"
    EDITED = "edited"
    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED = "moved"
    SPLIT = "split"
    MERGED = "merged"


class Mark(StrEnum):
    """What became of words inside a pair."""

    EQUAL = "equal"
    DELETE = "delete"
    INSERT = "insert"


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of words with one mark."""

    mark: Mark
    text: str


class Why(StrEnum):
    """Kinds of causes. All but the last three are derived: nobody edited anything there."""

    RENUMBERED = "renumbered"
    NOTE_RENUMBERED = "note-renumbered"
    REFERENCE = "reference-followed"
    ADVERB = "adverb-adjusted"  # also, further
    PUNCTUATION = "end-punctuation-adjusted"
    TYPOGRAPHIC = "typographic"  # no-break spaces, hyphens, dashes, quotation marks, white space
    STYLE = "style"  # italics and their like, links, blanks
    WITH_SENTENCE = "moved-with-its-sentence"  # a note
    PROMOTED = "promoted"
    DEMOTED = "demoted"
    SECTION = "changed-section"


@dataclass(frozen=True, slots=True)
class Cause:
    """Why something differs: its kind, a short English text, and the changes that led to it.

    `by` are places in `Diff.changes`, from 0.
    """

    kind: Why
    text: str = ""
    by: tuple[int, ...] = ()


class NoteKind(StrEnum):
    """What became of a note; kept notes are not told."""

    EDITED = "edited"
    ADDED = "added"
    DELETED = "deleted"
    MOVED = "moved"
    RENUMBERED = "renumbered"


@dataclass(frozen=True, slots=True)
class NoteChange:
    """A change of a note that the paragraph calls: `old` or `new` is None where there is none."""

    kind: NoteKind
    old: Unit | None
    new: Unit | None
    words: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What became of some paragraphs; every paragraph of both sides stands in exactly one change.

    `old` and `new` hold one unit each, but: none on one side when inserted or deleted, several on
    one side when split or merged. `similarity` runs from 0 to 1.
    """

    kind: Kind
    old: tuple[Unit, ...] = ()
    new: tuple[Unit, ...] = ()
    words: tuple[Words, ...] = ()
    notes: tuple[NoteChange, ...] = ()
    causes: tuple[Cause, ...] = ()
    similarity: float = 1.0

    @property
    def renumbered(self) -> bool:
        """Whether the same paragraph has another printed label."""
        both = bool(self.old and self.new)
        return both and self.old[0].label != self.new[0].label

    @property
    def untouched(self) -> bool:
        """Whether nothing at all differs, not even a number."""
        return self.kind is Kind.KEPT and not (self.renumbered or self.notes or self.causes)


@dataclass(frozen=True, slots=True)
class Diff:
    """The comparison of two resolutions: changes in reading order, and how to make new from old.

    A change stands where its new text stands, a deleted paragraph after what it followed.
    `languages` are the codes of old and new. `hidden` names what differs without being printed
    ("kind", "votes", "meta" ...), `unprinted` tells the same, one by one, in words for people.
    """

    changes: tuple[Change, ...]
    patch: Patch
    old_name: str = "old"
    new_name: str = "new"
    languages: tuple[str, str] = ("", "")
    hidden: tuple[str, ...] = ()
    unprinted: tuple[str, ...] = ()

    @property
    def same(self) -> bool:
        """Whether a reader of both texts finds no difference; what is hidden does not count."""
        return all(change.untouched for change in self.changes)
