"""The footnotes of the file in the making: one for each call, with the words of either side."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass, field

from drafter.formats.word.xml import Element, w
from drafter.render.tracked.loom import Loom
from drafter.render.tracked.sides import Side
from drafter.render.tracked.signs import tag
from drafter.render.tracked.views import Frame

_PARAGRAPH, _NUMBER = tag("p"), tag("id")


@dataclass(slots=True)
class Footnotes:
    """Weaves footnotes as they are called; `made` are all of them.

    `loom` weaves their words; the mark of a note that went or came is not tracked, for it goes or
    comes with its call.
    """

    old: Side
    new: Side
    loom: Loom | None = None
    made: list[Element] = field(default_factory=list)

    def called(self, old: str, new: str) -> str:
        """The number of the footnote that is called by an old call, a new one, or one of both."""
        olds = self.old.notes[old].findall(_PARAGRAPH) if old else []
        news = self.new.notes[new].findall(_PARAGRAPH) if new else []
        number = str(len(self.made) + 1)
        note = w("footnote", id=number)
        self.made.append(note)
        note.extend(self._woven(olds, news))
        return number

    def in_order(self, blocks: Iterable[Element]) -> list[Element]:
        """All footnotes in the order of their calls in the text, and numbered so.

        LibreOffice 25.2 goes by their order and not by their numbers.
        """
        known = {str(note.get(_NUMBER)): note for note in self.made}
        calls = [call for one in blocks for call in one.iter(tag("footnoteReference"))]
        notes = [known[str(call.get(_NUMBER))] for call in calls]
        for number, (call, note) in enumerate(zip(calls, notes, strict=True), 1):
            for one in (call, note):
                one.set(_NUMBER, str(number))
        return notes

    def _woven(self, olds: list[Element], news: list[Element]) -> list[Element]:
        loom = self.loom
        if loom is None:
            return [deepcopy(one) for one in news or olds]
        if olds and news:
            return loom.together(olds, news)
        return loom.gone(olds, Frame.LABELS) if olds else loom.come(news, Frame.LABELS)
