"""A layout profile: the measures and looks of one official page form, as one value.

The data stand in `templates/layouts/<name>.json`, described by `schemas/layout.schema.json`;
`drafter.resources.layout` loads them. Lengths are twips (1/1440 inch), type sizes points; character
`spacing` is in twentieths of a point, `width` in per cent, `kern` in half-points, as Word has them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """How a paragraph stands; None leaves a property to the style it is based on.

    `first` is the indent of the first line, `hanging` its opposite. `rule` tells how `line` is
    meant: "exact", "atLeast" or "auto". `align` is "left", "both", "right" or "center"; left is the
    side where reading starts. `tabs` are left tab stops, `right_tabs` right-aligned ones.
    """

    left: int | None = None
    right: int | None = None
    first: int | None = None
    hanging: int | None = None
    before: int | None = None
    after: int | None = None
    line: int | None = None
    rule: str = "exact"
    align: str = ""
    tabs: tuple[int, ...] = ()
    right_tabs: tuple[int, ...] = ()
    keep_next: bool | None = None
    keep_lines: bool | None = None
    page_break: bool | None = None
    outline: int | None = None


@dataclass(frozen=True, slots=True)
class RunLook:
    """How characters look; None and "" leave a property to the style it is based on.

    `raised` is "superscript", "subscript" or "baseline"; `position` lifts by half-points; `colour`
    and `shade` (behind the characters) are RRGGBB.
    """

    font: str = ""
    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    spacing: int | None = None
    width: int | None = None
    kern: int | None = None
    position: int | None = None
    raised: str = ""
    colour: str = ""
    shade: str = ""
    proofed: bool = True


@dataclass(frozen=True, slots=True)
class StyleSpec:
    """One Word style. `tab`: paragraphs in it start with a typed tab, as the official files do."""

    id: str
    name: str
    character: bool = False
    based_on: str = ""
    next: str = ""
    tab: bool = False
    paragraph: ParagraphLook = ParagraphLook()
    run: RunLook = RunLook()


@dataclass(frozen=True, slots=True)
class Page:
    """The sheet and its margins; `tab` is the distance of default tab stops."""

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int
    header: int
    footer: int
    tab: int

    @property
    def measure(self) -> int:
        """The width between the margins."""
        return self.width - self.left - self.right


@dataclass(frozen=True, slots=True)
class MastheadLook:
    """The table at the head of the first page: two rows with a rule under each.

    `columns` are emblem, name and organ (two, the second empty), and distribution. `rules` are the
    thicknesses in eighths of a point; `emblem` is the size of the picture,
    `lowered` the position of the symbol in half-points.
    """

    columns: tuple[int, ...]
    rows: tuple[int, int]
    rules: tuple[int, int]
    emblem: tuple[int, int]
    lowered: int


@dataclass(frozen=True, slots=True)
class RunningLook:
    """Heads and feet: which of their parts this form has, and how high they are.

    `title`: later heads of adopted texts carry the title on the inner side. `pages`: the page
    number is followed by the number of pages, "2/5". `job`: later feet carry the job number.
    `job_suffix`: the first foot adds the language to it, "(E)". `qr` and `barcode` are (width,
    height) of the pictures, (0, 0) for none; `qr_place` is the place of the QR code on the sheet,
    from the upper left corner.
    """

    columns: tuple[int, int]
    row: int
    rule: int
    title: bool
    pages: bool
    job: bool
    job_suffix: bool
    barcode: tuple[int, int]
    qr: tuple[int, int]
    qr_place: tuple[int, int]


@dataclass(frozen=True, slots=True)
class NoteLook:
    """Footnotes: the hanging indent of marks, and the separator's place.

    The mark ends between the right tab stop before the text and the text itself: a mark of n
    digits hangs `digits[0]` * n + `digits[1]`, one of n other signs by `signs` alike.
    """

    digits: tuple[int, int]
    signs: tuple[int, int]
    separator_left: int
    separator_right: int
    separator_after: int

    def hang(self, mark: str) -> int:
        """The hanging indent for a mark."""
        width, more = self.digits if mark.isdecimal() else self.signs
        return width * len(mark) + more


@dataclass(frozen=True, slots=True)
class TableLook:
    """Tables: how far they stand in from the margin on both sides, and their rules."""

    inset: int
    rules: tuple[int, int]
    padding: int


@dataclass(frozen=True, slots=True)
class EndRule:
    """The rule after the end: length, thickness (1/8 pt), distance below the last line's top."""

    length: int
    thickness: int
    below: int


@dataclass(frozen=True, slots=True)
class LayoutProfile:
    """One page form.

    `earlier` names the form of documents dated before `since`. `gaps` are spaces after the last
    paragraph of a stretch: "session" (the block under the masthead), "closing" (the text before the
    closing lines), "part" (a part that another follows). `adoption_break`: the adoption line breaks
    before its date. `heading_break`: a heading's number without a full stop stands on a line of its
    own. `fonts` are by language: (all scripts, East Asian, complex).
    """

    name: str
    title: str
    page: Page
    styles: Mapping[str, StyleSpec]
    masthead: MastheadLook
    running: RunningLook
    notes: NoteLook
    tables: TableLook
    end_rule: EndRule
    gaps: Mapping[str, int]
    fonts: Mapping[str, tuple[str, str, str]]
    adoption_break: bool
    heading_break: bool
    earlier: str = ""
    since: date | None = None


def merged(base: Mapping[str, Any], data: Mapping[str, Any]) -> dict[str, Any]:
    """The content of a layout file laid over the one it extends, object by object."""
    out = dict(base)
    for key, value in data.items():
        below = out.get(key)
        if isinstance(below, Mapping) and isinstance(value, Mapping):
            out[key] = merged(below, value)
        else:
            out[key] = value
    out.pop("extends", None)
    return out


def layout_from(data: Mapping[str, Any]) -> LayoutProfile:
    """A layout profile from its data file's content, which the schema has already checked."""
    return LayoutProfile(
        name=data["name"],
        title=data["title"],
        page=Page(**data["page"]),
        styles=MappingProxyType({id_: _style(id_, spec) for id_, spec in data["styles"].items()}),
        masthead=MastheadLook(**_tuples(data["masthead"])),
        running=RunningLook(**_tuples(data["running"])),
        notes=NoteLook(**_tuples(data["notes"])),
        tables=TableLook(**_tuples(data["tables"])),
        end_rule=EndRule(**data["end_rule"]),
        gaps=MappingProxyType(dict(data["gaps"])),
        fonts=MappingProxyType({code: _fonts(row) for code, row in data["fonts"].items()}),
        adoption_break=data["adoption_break"],
        heading_break=data["heading_break"],
        earlier=data.get("earlier", ""),
        since=date.fromisoformat(data["since"]) if "since" in data else None,
    )


def _style(id_: str, spec: Mapping[str, Any]) -> StyleSpec:
    return StyleSpec(
        id=id_,
        name=spec["name"],
        character=spec.get("character", False),
        based_on=spec.get("based_on", ""),
        next=spec.get("next", ""),
        tab=spec.get("tab", False),
        paragraph=ParagraphLook(**_tuples(spec.get("paragraph", {}))),
        run=RunLook(**spec.get("run", {})),
    )


def _tuples(data: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(v) if isinstance(v, list) else v for key, v in data.items()}


def _fonts(row: Mapping[str, str]) -> tuple[str, str, str]:
    return (row["latin"], row["east_asian"], row["complex"])
