"""Looks from a layout profile as Word's paragraph and run properties, in the schema's order."""

from __future__ import annotations

from dataclasses import replace

from drafter.formats.word.xml import Element, flag, measure, w
from drafter.profiles import ParagraphLook, RunLook


def paragraph_properties(
    look: ParagraphLook,
    *,
    style: str = "",
    bidi: bool = False,
    listed: tuple[int, int] | None = None,
) -> Element:
    """A `w:pPr` with what the look sets; an empty one when it sets nothing.

    `listed`: the list and the level in which Word counts the paragraph.
    """
    return w(
        "pPr",
        measure("pStyle", style),
        flag("keepNext", look.keep_next),
        flag("keepLines", look.keep_lines),
        flag("pageBreakBefore", look.page_break),
        _listed(listed),
        _tabs(look),
        flag("bidi", bidi or None),
        _spacing(look),
        _indent(look),
        measure("jc", look.align),
        measure("outlineLvl", look.outline),
    )


def run_properties(look: RunLook, fonts: tuple[str, str, str] | None = None) -> Element:
    """A `w:rPr` with what the look sets; bold, italic and size are set for all scripts."""
    half_points = None if look.size is None else round(look.size * 2)
    return w(
        "rPr",
        _fonts(look.font, fonts),
        flag("b", look.bold),
        flag("bCs", look.bold),
        flag("i", look.italic),
        flag("iCs", look.italic),
        flag("noProof", None if look.proofed else True),
        measure("color", look.colour),
        measure("spacing", look.spacing),
        measure("w", look.width),
        measure("kern", look.kern),
        measure("position", look.position),
        measure("sz", half_points),
        measure("szCs", half_points),
        w("shd", val="clear", color="auto", fill=look.shade) if look.shade else None,
        measure("vertAlign", look.raised),
    )


def after(points: int) -> ParagraphLook:
    """Nothing but the space after a paragraph, in twips."""
    return replace(ParagraphLook(), after=points)


def _fonts(name: str, fonts: tuple[str, str, str] | None) -> Element | None:
    latin, east_asian, complex_ = fonts or (name, "", name)
    if not latin:
        return None
    given = {"ascii": latin, "hAnsi": latin, "cs": complex_}
    if east_asian:
        given["eastAsia"] = east_asian
    return w("rFonts", **given)


def _listed(listed: tuple[int, int] | None) -> Element | None:
    if listed is None:
        return None
    number, level = listed
    return w("numPr", w("ilvl", val=level), w("numId", val=number))


def _tabs(look: ParagraphLook) -> Element | None:
    stops = [(place, "right") for place in look.right_tabs]
    stops += [(place, "left") for place in look.tabs]
    if not stops:
        return None
    return w("tabs", *(w("tab", val=kind, pos=place) for place, kind in sorted(stops)))


def _spacing(look: ParagraphLook) -> Element | None:
    given: dict[str, str | int] = {}
    if look.before is not None:
        given["before"] = look.before
    if look.after is not None:
        given["after"] = look.after
    if look.line is not None:
        given |= {"line": look.line, "lineRule": look.rule}
    return w("spacing", **given) if given else None


def _indent(look: ParagraphLook) -> Element | None:
    names = {"left": look.left, "right": look.right, "firstLine": look.first}
    given = {name: value for name, value in names.items() if value is not None}
    if look.hanging is not None:
        given["hanging"] = look.hanging
    return w("ind", **given) if given else None
