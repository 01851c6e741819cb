"""What is known and what is kept while one Word file is written."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import XmlPart

from drafter.formats.word.lists import ListItem, Lists
from drafter.formats.word.looks import paragraph_properties
from drafter.formats.word.options import WordOptions
from drafter.formats.word.xml import Element, w
from drafter.model import DocumentKind, Resolution
from drafter.numbering import Numbering
from drafter.profiles import LanguageProfile, LayoutProfile, ParagraphLook


@dataclass(slots=True)
class Writing:
    """One file in the making: the value with its numbers, its profiles, and its growing parts.

    `document` and `footnotes` are the parts that hold text; `bookmarks` counts them, for their
    numbers must be unique in the whole file; `notes` counts footnotes, `automatic` those that Word
    numbers itself. `links` are the relationships of addresses, by part and target. `lists` are
    those in which Word counts paragraphs; without any, every label is typed.
    """

    resolution: Resolution
    numbering: Numbering
    language: LanguageProfile
    layout: LayoutProfile
    options: WordOptions
    document: XmlPart
    footnotes: XmlPart
    lists: Lists = field(default_factory=Lists)
    bookmarks: int = 0
    notes: int = 0
    automatic: int = 0
    pictures: int = 0
    links: dict[tuple[str, str], str] = field(default_factory=dict)

    @property
    def rtl(self) -> bool:
        """Whether the language is read from right to left."""
        return self.language.direction == "rtl"

    @property
    def is_draft(self) -> bool:
        """Whether the text is a draft; the masthead of an adopted text has less."""
        return self.resolution.kind is DocumentKind.DRAFT

    def mark(self, name: str, content: list[Element]) -> list[Element]:
        """The content enclosed in a hidden bookmark."""
        self.bookmarks += 1
        start = w("bookmarkStart", id=self.bookmarks, name=name)
        return [start, *content, w("bookmarkEnd", id=self.bookmarks)]

    def link(self, part: XmlPart, target: str) -> str:
        """The relationship of a part to an address, made once.

        python-docx would look through all of them each time, which grows with the square.
        """
        key = (part.partname, target)
        if key not in self.links:
            self.links[key] = f"rId{len(part.rels) + 1}"
            part.load_rel(RELATIONSHIP_TYPE.HYPERLINK, target, self.links[key], is_external=True)
        return self.links[key]

    def tabbed(self, style: str) -> list[Element]:
        """The typed tab that paragraphs of this style start with, if they do."""
        return [w("r", w("tab"))] if self.layout.styles[style].tab else []


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a text stands: its part (which holds the links) and its block.

    `upright`: the paragraph's style is italic and what the text does not say is italic is not.
    `crowded`: references touch in it.
    """

    part: XmlPart
    within: str = ""
    upright: bool = False
    crowded: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A Word paragraph: its style, what is in it, what differs from the style, and its list."""

    style: str
    content: tuple[Element, ...] = ()
    look: ParagraphLook = field(default=ParagraphLook())
    listed: ListItem | None = None

    def spaced(self, after: int) -> Line:
        """The same with another space after it."""
        return replace(self, look=replace(self.look, after=after))

    def aligned(self, side: str) -> Line:
        """The same on another side; "right" is where reading ends."""
        return replace(self, look=replace(self.look, align=side))

    def kept(self) -> Line:
        """The same on one page with what follows."""
        return replace(self, look=replace(self.look, keep_next=True))

    def opened(self, marks: list[Element]) -> Line:
        """The same with something at its start."""
        return replace(self, content=(*marks, *self.content))

    def element(self, *, rtl: bool = False) -> Element:
        """The `w:p`."""
        listed = self.listed
        properties = paragraph_properties(self.look, style=self.style, bidi=rtl, listed=listed)
        return w("p", properties, *self.content)
