"""numbering.xml: the lists in which Word counts, laid out as typed labels are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from drafter.formats.word.lists import LEVELS, WordList, parted, word_level
from drafter.formats.word.looks import paragraph_properties
from drafter.formats.word.writing import Writing
from drafter.formats.word.xml import Element, root, w
from drafter.profiles import LayoutProfile, ParagraphLook

_STYLES = ("Operative", "Item1", "Item2", "Item3", "Item4")


def list_part(writing: Writing) -> Element:
    """The whole part: for every list its levels and its number."""
    out = root("w:numbering", "w")
    lists = writing.lists.lists
    add_lists(out, lists, writing)
    return out


def add_lists(part: Element, lists: Iterable[WordList], writing: Writing) -> None:
    """Put lists into the part; all forms come before all numbers."""
    forms = len(part) // 2
    for place, one in enumerate(lists):
        part.insert(forms + place, _abstract(one, writing))
        part.append(w("num", w("abstractNumId", val=one.number), numId=one.number))


def list_look(layout: LayoutProfile, style: str) -> ParagraphLook:
    """The indents that put Word's number where a paragraph of this style has its typed label."""
    left, stops = _inherited(layout, style)
    first = 0
    if layout.styles[style].tab:
        first = next((stop for stop in stops if stop > left), left) - left
    return ParagraphLook(left=left, first=first)


def _abstract(one: WordList, writing: Writing) -> Element:
    """One list; its sign keeps Word from taking two lists of the same form for one."""
    return w(
        "abstractNum",
        w("nsid", val=f"{one.number:08X}"),
        w("multiLevelType", val="multilevel"),
        *(_level(level, one, writing) for level in range(LEVELS)),
        abstractNumId=one.number,
    )


def _level(level: int, one: WordList, writing: Writing) -> Element:
    style = _STYLES[min(level, len(_STYLES) - 1)]
    look = list_look(writing.layout, style)
    form, text = _form(level, writing)
    return w(
        "lvl",
        w("start", val=one.starts.get(level, 1)),
        w("numFmt", val=form),
        w("lvlText", val=text),
        w("lvlJc", val="left"),
        paragraph_properties(look),
        w("rPr", w("rtl")) if writing.rtl else None,
        ilvl=level,
    )


def _form(level: int, writing: Writing) -> tuple[str, str]:
    """How a level counts; one whose counter Word lacks is never used, and counts in figures."""
    scheme = writing.numbering.scheme
    known = word_level(level, scheme)
    if known:
        return known[0], known[1]
    before, _, after = parted(scheme.level(level))
    return "decimal", f"{before}%{level + 1}{after}"


def _inherited(layout: LayoutProfile, style: str) -> tuple[int, list[int]]:
    """The left indent and the tab stops of a style, its own or those that it is based on."""
    looks = list(_looks(layout, style))
    left = next((look.left for look in looks if look.left is not None), 0)
    return left, sorted({stop for look in looks for stop in look.tabs})


def _looks(layout: LayoutProfile, style: str) -> Iterator[ParagraphLook]:
    while style:
        spec = layout.styles[style]
        yield spec.paragraph
        style = spec.based_on
