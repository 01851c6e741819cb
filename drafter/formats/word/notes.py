"""Real Word footnotes: the part they stand in, and the marks that call them.

python-docx has no footnotes; the part is built on its package classes. Word numbers a footnote
itself where its own count agrees with the derived mark; any other mark is typed.
"""

from __future__ import annotations

from drafter.formats.word.skeleton import bookmark
from drafter.formats.word.writing import Line, Writing
from drafter.formats.word.xml import Element, w, words
from drafter.model import Note, Series
from drafter.profiles import LayoutProfile, ParagraphLook


def separators(layout: LayoutProfile) -> list[Element]:
    """The two footnotes that Word wants for the rules above footnotes.

    The official files type underscores instead of `w:separator`; LibreOffice then draws no rule.
    The paragraph is indented on both sides so that the rule is as long as the official one.
    """
    return [
        _separator("separator", -1, layout),
        _separator("continuationSeparator", 0, layout),
    ]


def footnote(note: Note, body: list[Element], writing: Writing) -> Element:
    """Put a footnote with this text into its part; returns the run that calls it."""
    writing.notes += 1
    place = writing.notes
    mark = writing.numbering.mark(note)
    automatic = note.series is Series.NUMBERED and mark == str(writing.automatic + 1)
    writing.automatic += automatic
    style = "FootnoteReference" if note.series is Series.NUMBERED else "AsteriskReference"
    start = _automatic(style, writing) if automatic else _typed(style, mark)
    content = (*start, *writing.mark(bookmark(note.id), body))
    hanging = ParagraphLook(hanging=writing.layout.notes.hang(mark))
    line = Line("FootnoteText", content, hanging).element(rtl=writing.rtl)
    writing.footnotes.element.append(w("footnote", line, id=place))
    if automatic:
        return w("r", _style(style), w("footnoteReference", id=place))
    call = w("footnoteReference", customMarkFollows=1, id=place)
    return w("r", _style(style), call, words(mark))


def _automatic(style: str, writing: Writing) -> tuple[Element, ...]:
    """A mark that Word counts, between two tabs as in the official files.

    LibreOffice leaves out the first tab of a footnote, so the hanging indent brings the mark to the
    place where the tab leads in Word.
    """
    mark = w("r", _style(style), w("footnoteRef"))
    return (*writing.tabbed("FootnoteText"), mark, w("r", w("tab")))


def _typed(style: str, mark: str) -> tuple[Element, ...]:
    """A typed mark, which must come first: LibreOffice prints it twice otherwise.

    The tab that LibreOffice leaves out is here a hidden one, which Word does not see.
    """
    hidden = w("r", w("rPr", w("vanish")), w("tab"))
    return (w("r", _style(style), words(mark)), hidden, w("r", w("tab")))


def _style(name: str) -> Element:
    return w("rPr", w("rStyle", val=name))


def _separator(kind: str, place: int, layout: LayoutProfile) -> Element:
    notes = layout.notes
    look = ParagraphLook(left=notes.separator_left, right=notes.separator_right)
    line = Line("Normal", (w("r", w(kind)),), look).spaced(notes.separator_after)
    return w("footnote", line.element(), type=kind, id=place)
