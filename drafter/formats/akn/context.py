"""What a reader carries along while it reads one file: its language, its ids, its notices."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from drafter.errors import Place
from drafter.formats.akn.names import line_of
from drafter.model import ID, IdMaker
from drafter.profiles import LanguageProfile
from drafter.report import Kind, Notice


@dataclass(slots=True)
class Context:
    """The state of one reading.

    `exact`: the file is our own, taken at its word. `inside`: how many embedded texts are open.
    `marks`: note id to the mark that its source prints.
    """

    profile: LanguageProfile
    exact: bool = False
    inside: int = 0
    ids: IdMaker = field(default_factory=IdMaker)
    notices: list[Notice] = field(default_factory=list)
    marks: dict[str, str] = field(default_factory=dict)

    def note(
        self, kind: Kind, message: str, at: etree._Element | None = None, text: str = ""
    ) -> None:
        """Add a notice about an element of the source."""
        self.notices.append(Notice(kind, message, Place(line=line_of(at)), text))

    def id(self, prefix: str, content: str, given: str | None = None) -> str:
        """The id of a thing: the given one where it is good and free, else one made anew."""
        if given and ID.fullmatch(given):
            if given not in self.ids.taken:
                self.ids.taken.add(given)
                return given
            self.note(Kind.STRUCTURE, f"the id {given!r} occurs twice; the second is made anew")
        return self.ids.make(prefix, content)
