"""Proof on the bytes: accepting gives the new text, rejecting the old one, by two ways each.

The XML of every part is settled by Word's rules and compared with what the writer makes of either
text; and the file is read as any Word file is, and compared with either value.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import zip_longest

from lxml import etree

from drafter.errors import Place, Refused
from drafter.formats.word import ChangePolicy, ReadOptions
from drafter.formats.word.proof import prove as prove_value
from drafter.formats.word.xml import Element
from drafter.model import Resolution
from drafter.render.tracked.printed import Line, Paper, printed
from drafter.render.tracked.settle import settle
from drafter.render.tracked.sides import Side, links_of
from drafter.render.tracked.signs import tag

_MAIN = "/word/document.xml"
_NOTES = "/word/footnotes.xml"
_SHORT = 200
"""Signs of a line that a message shows."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What every part must print, by its name: once all is rejected, and once all is accepted."""

    old: dict[str, list[Line]]
    new: dict[str, list[Line]]

    @classmethod
    def of(cls, old: Side, new: Side) -> Expected:
        """What the writer makes of both texts."""
        return cls(_written(old, old=True), _written(new, old=False))


def prove(data: bytes, expected: Expected, old: Resolution, new: Resolution) -> None:
    """Accept and reject, and compare.

    Raises:
        Refused: the bytes would not give one of the texts.
    """
    for reject, wanted, value in ((False, expected.new, new), (True, expected.old, old)):
        side = "rejecting" if reject else "accepting"
        for name, ours, theirs in _differences(wanted, _settled(data, reject=reject)):
            raise Refused(
                f"{side} all changes would not give the text: {ours} became {theirs}",
                hint="this is a defect of drafter; please report it with both texts",
                where=Place(path=name),
            )
        policy = ChangePolicy.REJECT if reject else ChangePolicy.ACCEPT
        prove_value(value, data, ReadOptions(policy))


def _written(side: Side, *, old: bool) -> dict[str, list[Line]]:
    note_links = links_of(side.writing.footnotes)
    links = links_of(side.writing.document)
    found = {_MAIN: printed(side.body, Paper(links, side.notes, note_links, old))}
    for name, part in side.heads().items():
        found[name] = printed(part.element, Paper(links_of(part), old=old))
    return found


def _settled(data: bytes, *, reject: bool) -> dict[str, list[Line]]:
    """What every part prints once all changes are accepted or rejected."""
    package = _Package(data)
    main, notes = package.part(_MAIN), package.part(_NOTES)
    for root in (main, notes):
        settle(root, reject=reject)
    called = {str(one.get(tag("id"))): one for one in notes}
    paper = Paper(package.links(_MAIN), called, package.links(_NOTES), reject)
    blocks = [one for one in main[0] if one.tag in (tag("p"), tag("tbl"))]
    found = {_MAIN: printed(blocks[:-1], paper)}  # the last one is there for the rule at the end
    for name in package.heads():
        root = package.part(name)
        settle(root, reject=reject)
        found[name] = printed(root, Paper(package.links(name), old=reject))
    return found


class _Package:
    """The parts of the file in the zip."""

    def __init__(self, data: bytes) -> None:
        self.zip = zipfile.ZipFile(BytesIO(data))

    def part(self, name: str) -> Element:
        return etree.fromstring(self.zip.read(name[1:]))

    def heads(self) -> list[str]:
        names = self.zip.namelist()
        return [f"/{one}" for one in names if one.startswith(("word/header", "word/footer"))]

    def links(self, name: str) -> dict[str, str]:
        folder, _, file = name[1:].rpartition("/")
        rels = f"{folder}/_rels/{file}.rels"
        if rels not in self.zip.namelist():
            return {}
        root = etree.fromstring(self.zip.read(rels))
        return {str(one.get("Id")): str(one.get("Target")) for one in root}


def _differences(
    wanted: dict[str, list[Line]], found: dict[str, list[Line]]
) -> Iterator[tuple[str, str, str]]:
    for name in dict.fromkeys((*wanted, *found)):
        pairs = zip_longest(wanted.get(name, []), found.get(name, []), fillvalue=("nothing",))
        for place, (ours, theirs) in enumerate(pairs):
            if ours != theirs:
                yield f"{name} {place}", _short(ours, theirs), _short(theirs, ours)


def _short(line: Line, other: Line) -> str:
    """The first sign of a line that the other one does not have."""
    one, _ = next(((a, b) for a, b in zip_longest(line, other, fillvalue="") if a != b), ("", ""))
    return repr(one[:_SHORT])
