"""A Word file as values: lines and grids of its body, heads and feet, notes, comments, skeleton."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeVar

from lxml import etree

from drafter.errors import DrafterError, Unreadable
from drafter.formats.word.package import Package, main_part
from drafter.formats.word.read_body import Body
from drafter.formats.word.read_changes import ChangePolicy, Changes, check_changes
from drafter.formats.word.read_lines import Item, Line
from drafter.formats.word.read_notes import WordNote, comments_from, notes_from
from drafter.formats.word.read_numbering import WordNumbering, numbering_from
from drafter.formats.word.read_runs import Runs
from drafter.formats.word.read_styles import styles_from
from drafter.formats.word.read_xml import child, value, w
from drafter.formats.word.sides import unpack_former
from drafter.formats.word.skeleton import unpack
from drafter.model import Resolution
from drafter.report import Kind, Notice

T = TypeVar("T")

SKELETON = "{urn:drafter:document:1}document"
FORMER = "{urn:drafter:former:1}document"


@dataclass(slots=True)
class Document:
    """What a Word file says. `heads` are the lines of heads and feet, each part's once.

    `bare` is the skeleton of a file that drafter wrote.
    """

    items: tuple[Item, ...] = ()
    heads: tuple[Line, ...] = ()
    notes: Mapping[str, WordNote] = field(default_factory=dict)
    bare: Resolution | None = None
    notices: list[Notice] = field(default_factory=list)


def load(package: Package, policy: ChangePolicy) -> Document:
    """Read every part of a file that holds words.

    Raises:
        Unreadable: a part that is needed is missing or no Word part.
        Malformed: a part is no XML.
        Refused: tracked changes, and nobody said which side to read.
    """
    return _Loading(package, policy).document()


class _Loading:
    """The parts of one file, each read once."""

    def __init__(self, package: Package, policy: ChangePolicy) -> None:
        self.package = package
        self.main = main_part(package)
        self.found = Document()
        self.changes = Changes(reject=policy is ChangePolicy.REJECT)
        self.root = self._root(self.main, "document")
        self.notes = {kind: self._one(kind) for kind in ("footnotes", "endnotes")}
        self.heads = {
            name: self._root(name, "hdr", "ftr")
            for kind in ("header", "footer")
            for name in self._related(kind)
        }
        notes = (root for _, root in self.notes.values() if root is not None)
        self.roots = [self.root, *notes, *self.heads.values()]
        self.counts = check_changes(self.roots, policy)
        self._tell_changes(self.counts)
        self.styles = styles_from(self._one("styles")[1])
        self.lists = numbering_from(self._one("numbering")[1]).lists

    def document(self) -> Document:
        found = self.found
        found.bare, self.name = self._side()
        found.items = self._items()
        found.heads = tuple(self._heads())
        found.notes = {note.key: note for kind in self.notes for note in self._notes(kind)}
        self._comments()
        return found

    def _items(self) -> tuple[Item, ...]:
        content = child(self.root, "body")
        if content is None:
            raise Unreadable("the document part has no body", hint="open it in Word, save it again")
        body = self._body(self.main, "body")
        return (*body.items(content), *body.rest())

    def _heads(self) -> Iterator[Line]:
        for name, root in self.heads.items():
            yield from self._body(name, name).lines(root)

    def _notes(self, kind: str) -> Iterator[WordNote]:
        name, root = self.notes[kind]
        if root is not None:
            yield from notes_from(kind, root, self._body(name, kind).lines)

    def _comments(self) -> None:
        name, root = self._one("comments")
        if root is None:
            return
        for author, text in comments_from(root, self._body(name, "comments").lines):
            if text:
                message = f"a comment by {author or 'somebody'} is left out"
                self.found.notices.append(Notice(Kind.SKIPPED, message, text=text))

    def _body(self, name: str, called: str) -> Body:
        links = {one.id: one.target for one in self.package.related(name).values() if one.external}
        own = self.found.bare is not None
        skip = self._skip(called)
        runs = Runs(self.styles, self.changes, skip, links=links, own=own, name=self.name)
        return Body(self.styles, WordNumbering(self.lists), self.changes, runs, called)

    def _skip(self, part: str) -> Callable[[str, str], None]:
        def skip(message: str, words: str) -> None:
            kind = Kind.SKIPPED if words else Kind.UNKNOWN
            self.found.notices.append(Notice(kind, f"{part}: {message}", text=words))

        return skip

    def _related(self, kind: str) -> list[str]:
        """The parts of this kind that the main part is related to, each once, in order."""
        related = self.package.related(self.main).values()
        found = [one.target for one in related if _is(one.type, kind) and not one.external]
        return [name for name in dict.fromkeys(found) if name in self.package]

    def _one(self, kind: str) -> tuple[str, etree._Element | None]:
        names = self._related(kind)
        return (names[0], self._root(names[0], kind)) if names else ("", None)

    def _root(self, name: str, *tags: str) -> etree._Element:
        root = self.package.xml(name)
        if root.tag not in {w(tag) for tag in tags}:
            raise Unreadable(
                f"part {name} is no Word {tags[0]} part", hint="open it in Word and save it again"
            )
        return root

    def _side(self) -> tuple[Resolution | None, Callable[[str], str]]:
        """The skeleton of the text to read, and what its bookmarks are called."""
        new, old = self._data(SKELETON, unpack), self._data(FORMER, unpack_former)
        if old is None:
            return new, str
        chosen = reject = self.changes.reject
        if not any(self.counts):
            chosen = old.reads_old(self._bookmarks(), reject=reject)
        return old.bare if chosen else new, partial(old.name, old=chosen)

    def _bookmarks(self) -> set[str]:
        return {value(one, "name") for root in self.roots for one in root.iter(w("bookmarkStart"))}

    def _data(self, tag: str, unpacked: Callable[[Any], T]) -> T | None:
        """What a custom part of ours holds."""
        for name in self._related("customXml"):
            try:
                root = self.package.xml(name)
            except DrafterError:
                continue  # another program's data; Word does not need it either
            if root.tag == tag:
                return self._unpacked(str(root.text or ""), unpacked)
        return None

    def _unpacked(self, text: str, unpacked: Callable[[Any], T]) -> T | None:
        try:
            return unpacked(json.loads(text))
        except (DrafterError, ValueError, RecursionError) as error:
            message = f"the file's own data are damaged and not used: {error}"
            self.found.notices.append(Notice(Kind.METADATA, message))
            return None

    def _tell_changes(self, counts: tuple[int, int]) -> None:
        if any(counts):
            side = "rejected" if self.changes.reject else "accepted"
            message = f"tracked changes are {side}: {counts[0]} inserted, {counts[1]} deleted"
            self.found.notices.append(Notice(Kind.STRUCTURE, message))


def _is(type_: str, kind: str) -> bool:
    return type_.rpartition("/")[2] == kind
