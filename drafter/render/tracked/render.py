"""A comparison as a Word file with tracked changes, in the layout of the United Nations."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from docx.opc.part import XmlPart

from drafter.diff import Diff
from drafter.formats.word import assemble, skeleton
from drafter.formats.word.masthead import shown
from drafter.formats.word.sides import former
from drafter.formats.word.write import compose, layout_of
from drafter.formats.word.writing import Line
from drafter.formats.word.xml import Element, qualified
from drafter.model import Resolution
from drafter.render.tracked import tables
from drafter.render.tracked.ends import shift_ends
from drafter.render.tracked.flow import Flow
from drafter.render.tracked.lists import join_lists
from drafter.render.tracked.loom import Loom
from drafter.render.tracked.notes import Footnotes
from drafter.render.tracked.options import DEFAULTS, Options
from drafter.render.tracked.pairs import Pairing, pair
from drafter.render.tracked.proof import Expected, prove
from drafter.render.tracked.rename import rename
from drafter.render.tracked.sides import Side, bookmarks, links_of
from drafter.render.tracked.signs import LOOSE, Names, tag
from drafter.render.tracked.stamps import Stamps

_SHAPE = qualified("mc:AlternateContent")


def render(old: Resolution, new: Resolution, diff: Diff, options: Options = DEFAULTS) -> bytes:
    """The bytes of a Word file that holds both texts; the same input gives the same bytes.

    `diff` is the comparison of `old` and `new`. Accepting every change gives the new text as
    `formats.word.write` lays it out, rejecting every change the old one; both are proved on the
    bytes before they are handed out.

    Raises:
        Unsupported: no profile for a language or the layout, or an emblem that is no picture.
        Refused: the bytes would not give both texts.
    """
    layout = layout_of(new, options.word).name
    word = replace(options.word, layout=layout)
    sides = Side(compose(old, word)), Side(compose(new, word))
    making = _Making(*sides, pair(diff, *sides), options)
    expected = making.expected()
    making.weave()
    data = assemble.packed(sides[1].writing.document.package)
    prove(data, expected, old, new)
    return data


class _Making:
    """The new text's file, into which the old text is woven."""

    def __init__(self, old: Side, new: Side, pairing: Pairing, options: Options) -> None:
        self.old, self.new, self.pairing = old, new, pairing
        targets = self._targets()
        self.news = [name for one in new.roots() for name in bookmarks(one)]
        join_lists(old, new, pairing)
        self.names = rename(old, new.writing.bookmarks)
        first = old.writing.bookmarks + new.writing.bookmarks + 1
        self.stamps = Stamps(options, first)
        self.footnotes = Footnotes(old, new)
        self.targets = {
            self.names[one]: other for one, other in targets.items() if one in self.names
        }
        _drop_rule(old)
        self.rule = _drop_rule(new)

    def expected(self) -> Expected:
        """What accepting and rejecting must give, taken down before anything is woven."""
        return Expected.of(self.old, self.new)

    def weave(self) -> None:
        """Every part of the new file with both texts in it."""
        body = self.new.holder
        section = body[-1]
        notes = self._loom(self.new.writing.footnotes, self.old.writing.footnotes)
        self.footnotes.loom = replace(notes, loose=(*LOOSE, "ind"))
        main = self._loom(self.new.writing.document, self.old.writing.document)
        blocks = list(Flow(self.old, self.new, self.pairing, main).blocks())
        shift_ends(blocks, self.stamps)
        end = Line("Spacer", (self.rule,)).element(rtl=self.new.writing.rtl)
        _fill(body, [*blocks, end, section])
        self._heads()
        root = self.new.writing.footnotes.element
        rules = [one for one in root if one.get(tag("type")) is not None]
        _fill(root, [*rules, *self.footnotes.in_order(blocks)])
        bare = skeleton.strip(self.old.writing.resolution, shown(self.old.writing))
        content = former(bare, list(self.names), self.news)
        assemble.add_data(self.new.writing.document, assemble.FORMER, content)

    def _heads(self) -> None:
        olds = self.old.heads()
        for name, part in self.new.heads().items():
            loom = self._loom(part, olds[name])
            _fill(part.element, tables.heads(olds[name].element, part.element, loom))

    def _loom(self, part: XmlPart, old: XmlPart) -> Loom:
        return Loom(
            self.stamps,
            Names(links_of(old), self._notes(), self.targets),
            Names(links_of(part)),
            self._link(part),
            self.footnotes.called,
        )

    def _link(self, part: XmlPart) -> Callable[[str], str]:
        return lambda target: self.new.writing.link(part, target)

    def _notes(self) -> dict[str, str]:
        """What the old text's footnotes are compared as: the number of the new one, if any."""
        became = {
            skeleton.bookmark(one): skeleton.bookmark(other)
            for one, other in self.pairing.notes.items()
        }
        found = {number: f"old {number}" for number in self.old.notes}
        for name, number in self.old.noted.items():
            found[number] = self.new.noted.get(became.get(name, ""), found[number])
        return found

    def _targets(self) -> dict[str, str]:
        """The keys of what stays in its place, by the old keys; most are names of bookmarks."""
        return {
            self.old.keys[group.olds[0]]: self.new.keys[group.news[0]]
            for group in self.pairing.stays
        }


def _fill(holder: Element, content: list[Element]) -> None:
    """Put other content into an element; a head keeps its namespaces."""
    holder[:] = content


def _drop_rule(side: Side) -> Element:
    """Take the rule after the end out of the last line, and return it."""
    last = side.body[-1]
    rule = next(one for one in last if len(one) and one[0].tag == _SHAPE)
    last.remove(rule)
    return rule
