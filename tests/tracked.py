"""Tracked changes as plain text, one paragraph a line, so that cases can be read and written."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from tests.word_tools import part, w

_SIGNS = {
    w("ins"): ("{+", "+}"),
    w("del"): ("[-", "-]"),
    w("moveFrom"): ("<-", "->"),
    w("moveTo"): ("<+", "+>"),
}
_ENDS = {w("ins"): "{¶}", w("del"): "[¶]", w("moveFrom"): "<¶-", w("moveTo"): "<¶+"}


def shown(document: bytes) -> Iterator[str]:
    """The lines of body and notes: {+ins+} [-del-] <-moved away-> <+moved here+>.

    Ends of paragraphs that are tracked are {¶}, [¶], <¶- and <¶+. A line break is "/", a tab "|",
    the call of a note "^"; rows that come or go are {row} and [row]; a change of looks of words is
    ~, of a paragraph ~¶.
    """
    for name in ("word/document.xml", "word/footnotes.xml"):
        for one in part(document, name).iter(w("p"), w("tr")):
            if one.tag == w("tr"):
                yield from _row(one)
            elif (line := _line(one)) and one.find(f".//{w('separator')}") is None:
                yield line


def _row(row: etree._Element) -> Iterator[str]:
    if row.find(f"{w('trPr')}/{w('ins')}") is not None:
        yield "{row}"
    elif row.find(f"{w('trPr')}/{w('del')}") is not None:
        yield "[row]"


def _line(paragraph: etree._Element) -> str:
    words = "".join(_part(one) for one in paragraph if one.tag != w("pPr"))
    mark = paragraph.find(f"{w('pPr')}/{w('rPr')}")
    end = "".join(_ENDS[str(one.tag)] for one in mark) if mark is not None else ""
    looks = paragraph.find(f"{w('pPr')}/{w('pPrChange')}")
    return words + ("~¶" if looks is not None else "") + end


def _part(element: etree._Element) -> str:
    opening, closing = _SIGNS.get(str(element.tag), ("", ""))
    if element.tag == w("r"):
        changed = element.find(f"{w('rPr')}/{w('rPrChange')}") is not None
        words = "".join(_sign(one) for one in element)
        return f"~{words}~" if changed else words
    return opening + "".join(_part(one) for one in element) + closing


def _sign(element: etree._Element) -> str:
    if element.tag in (w("t"), w("delText")):
        return str(element.text)
    return {w("tab"): "|", w("br"): "/", w("footnoteReference"): "^"}.get(str(element.tag), "")
