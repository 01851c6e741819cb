"""What a user can choose about a Word file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WordOptions:
    """Choices for one export.

    `layout` names a layout profile ("new-york-2009"); "" takes that of the organ, or its earlier
    form when the document is dated before the present one came into use. `emblem` is a picture
    (PNG, JPEG or GIF) for the place of the emblem; without one the place stays empty, for the
    emblem is not ours to ship.
    """

    layout: str = ""
    emblem: bytes | None = None


DEFAULTS = WordOptions()
