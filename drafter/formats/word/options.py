"""What a user can choose about a Word file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class LabelMode(StrEnum):
    """Who counts the paragraphs: drafter, as in the official files, or Word in living lists."""

    TYPED = "typed"
    AUTO = "auto"


@dataclass(frozen=True, slots=True)
class WordOptions:
    """Choices for one export.

    `layout` names a layout profile ("new-york-2009"); "" takes that of the organ, or its earlier
    form when the document is dated before the present one came into use. `emblem` is a picture
    (PNG, JPEG, GIF or EMF) for the place of the emblem; without one the place stays empty, for the
    emblem is not ours to ship. `numbering` says whether labels and references are typed or living.

    For copies that are negotiated: `line_numbers` in the margin, from 1 on every page;
    `double_spacing` of the text; `status`, a line of one's own ("Draft 3, 12 October") in the
    masthead and at the head of every later page.
    """

    layout: str = ""
    emblem: bytes | None = None
    numbering: LabelMode = LabelMode.TYPED
    line_numbers: bool = False
    double_spacing: bool = False
    status: str = ""


DEFAULTS = WordOptions()
