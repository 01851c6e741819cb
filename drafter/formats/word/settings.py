"""The small parts of the package: settings, fonts, document properties."""

from __future__ import annotations

from drafter.formats.word.styles import fonts_of
from drafter.formats.word.writing import Writing
from drafter.formats.word.xml import Element, node, root, w
from drafter.model import plain_text

_WORD = "http://schemas.microsoft.com/office/word"
_COMPATIBILITY = {
    "compatibilityMode": 15,
    "overrideTableStyleFontSizeAndJustification": 1,
    "enableOpenTypeFeatures": 1,
    "doNotFlipMirrorIndents": 1,
    "differentiateMultirowTableHeaders": 1,
    "useWord2013TrackBottomHyphenation": 0,
}
"""As Word files of United Nations Headquarters have them; Word takes one that is absent for 0."""


def settings(writing: Writing) -> Element:
    """settings.xml.

    No word is hyphenated: people search a text that they negotiate. Mode 15 lets Word (and
    LibreOffice 25.2) shrink spaces in justified lines.
    """
    out = root("w:settings", "w")
    out.extend(
        (
            w("defaultTabStop", val=writing.layout.page.tab),
            w("autoHyphenation", val=0),
            w("doNotHyphenateCaps"),
            w("evenAndOddHeaders"),
            w("characterSpacingControl", val="doNotCompress"),
            w("footnotePr", w("footnote", id=-1), w("footnote", id=0)),
            w(
                "compat",
                w("suppressBottomSpacing"),
                w("suppressTopSpacing"),
                *(w("compatSetting", name=n, uri=_WORD, val=v) for n, v in _COMPATIBILITY.items()),
            ),
            w("themeFontLang", val=writing.language.locale),
            w("decimalSymbol", val="."),
            w("listSeparator", val=","),
        )
    )
    return out


def font_table(writing: Writing) -> Element:
    """fontTable.xml: the fonts that the styles name."""
    out = root("w:fonts", "w")
    for name in dict.fromkeys(fonts_of(writing.layout, writing.language)):
        out.append(w("font", w("pitch", val="variable"), name=name))
    return out


def core_properties(writing: Writing) -> Element:
    """Title, symbol and language; the only date is the document's own, for no clock is read."""
    resolution = writing.resolution
    out = root("cp:coreProperties", "cp", "dc", "dcterms", "xsi")
    title = " ".join(filter(None, (resolution.number, plain_text(resolution.title))))
    for tag, text in (
        ("dc:title", title),
        ("dc:subject", resolution.masthead.symbol),
        ("dc:language", writing.language.locale),
    ):
        out.append(node(tag, text=text))
    if resolution.masthead.date:
        stamp = f"{resolution.masthead.date.isoformat()}T00:00:00Z"
        for tag in ("dcterms:created", "dcterms:modified"):
            out.append(node(tag, {"xsi:type": "dcterms:W3CDTF"}, text=stamp))
    return out


def extended_properties() -> Element:
    """app.xml: which program made the file."""
    out = root("ep:Properties", "ep")
    out.append(node("ep:Application", text="drafter"))
    return out
