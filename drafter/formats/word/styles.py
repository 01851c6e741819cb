"""styles.xml: the layout profile's styles, and the language's look of opening words."""

from __future__ import annotations

from dataclasses import replace

from drafter.formats.word.looks import paragraph_properties, run_properties
from drafter.formats.word.xml import Element, root, w
from drafter.model import Style
from drafter.profiles import LanguageProfile, LayoutProfile, RunLook, StyleSpec


def styles(layout: LayoutProfile, language: LanguageProfile, spacing: int = 1) -> Element:
    """The whole part; `spacing` 2 sets the text double, but no titles, notes, tables and heads."""
    out = root("w:styles", "w")
    out.append(_defaults(layout, language))
    out.append(_default_character())
    for spec in layout.styles.values():
        rtl = language.direction == "rtl"
        look = _spaced(layout, _spoken(spec, language), spacing)
        out.append(_style(_joined(look) if rtl else look, rtl=rtl))
    return out


def fonts_of(layout: LayoutProfile, language: LanguageProfile) -> tuple[str, str, str]:
    """The fonts of a language: all scripts, East Asian, complex."""
    return layout.fonts.get(language.code, layout.fonts["default"])


def _defaults(layout: LayoutProfile, language: LanguageProfile) -> Element:
    properties = run_properties(RunLook(), fonts_of(layout, language))
    locale = language.locale
    properties.append(w("lang", val=_latin(locale), eastAsia=_asian(locale), bidi=_complex(locale)))
    return w("docDefaults", w("rPrDefault", properties), w("pPrDefault", w("pPr")))


def _latin(locale: str) -> str:
    """Arabic and Chinese texts hold symbols and names in English."""
    return locale if locale.partition("-")[0] not in ("ar", "zh") else "en-GB"


def _asian(locale: str) -> str:
    return locale if locale.startswith("zh") else "zh-CN"


def _complex(locale: str) -> str:
    return locale if locale.startswith("ar") else "ar-SA"


def _default_character() -> Element:
    name = w("name", val="Default Paragraph Font")
    hidden = (w("uiPriority", val=1), w("semiHidden"), w("unhideWhenUsed"))
    return w("style", name, *hidden, type="character", default=1, styleId="DefaultParagraphFont")


def _spoken(spec: StyleSpec, language: LanguageProfile) -> StyleSpec:
    """Opening words look as the language prints them: italic, bold italic or bold."""
    if spec.id != "OpeningWords":
        return spec
    bold = Style.BOLD in language.opening or None
    italic = Style.ITALIC in language.opening or None
    return replace(spec, run=replace(spec.run, bold=bold, italic=italic))


def _joined(spec: StyleSpec) -> StyleSpec:
    """The style without space between letters, which would tear Arabic letters apart.

    LibreOffice 25.2 never ends with some justified Arabic lines that have it.
    """
    return replace(spec, run=replace(spec.run, spacing=None))


def _spaced(layout: LayoutProfile, spec: StyleSpec, spacing: int) -> StyleSpec:
    """The style that running text takes its distance of lines from, with that many times it."""
    if spec.id != _TEXT or spacing == 1:
        return spec
    line = spec.paragraph.line or layout.styles[spec.based_on].paragraph.line or _SINGLE
    return replace(spec, paragraph=replace(spec.paragraph, line=spacing * line))


def _style(spec: StyleSpec, *, rtl: bool) -> Element:
    kind = "character" if spec.character else "paragraph"
    based_on = spec.based_on or ("DefaultParagraphFont" if spec.character else "")
    attributes = {"type": kind, "styleId": spec.id}
    if spec.id == "Normal":
        attributes["default"] = "1"
    elif spec.name not in _BUILT_IN:
        attributes["customStyle"] = "1"
    return w(
        "style",
        w("name", val=spec.name),
        w("basedOn", val=based_on) if based_on else None,
        w("next", val=spec.next) if spec.next else None,
        w("qFormat") if not spec.character else None,
        None if spec.character else _paragraph(spec, rtl=rtl and not based_on),
        run_properties(spec.run),
        **attributes,
    )


def _paragraph(spec: StyleSpec, *, rtl: bool) -> Element:
    properties = paragraph_properties(spec.paragraph, bidi=rtl)
    if spec.id in _UNCOUNTED:
        place = sum(child.tag in _BEFORE for child in properties)
        properties.insert(place, w("suppressLineNumbers"))
    return properties


_UNCOUNTED = frozenset({"FootnoteText", "Header", "Footer", "JobNumber"})
"""Their lines have no number in the margin; LibreOffice would count them, Word never does."""
_BEFORE = frozenset(w(tag).tag for tag in ("keepNext", "keepLines", "pageBreakBefore", "numPr"))
_TEXT = "SingleTxt"
_SINGLE = 240
"""Single spacing, in Word's 240ths of a line."""
_BUILT_IN = frozenset(
    {"Normal", "header", "footer", "footnote text", "footnote reference", "Hyperlink"}
)
"""Names that Word knows; every other style is ours."""
