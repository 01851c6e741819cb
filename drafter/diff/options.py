"""What a comparison needs to know beside the two texts."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.numbering.scheme import Scheme
from drafter.profiles import LanguageProfile


@dataclass(frozen=True)
class Side:
    """One of the two texts: its name in messages, its numbering, the language of its masthead.

    Without a `language` the masthead's keys are shown as they are ("general", "2009-10-06").
    """

    name: str = ""
    scheme: Scheme = Scheme()
    language: LanguageProfile | None = None


@dataclass(frozen=True)
class Options:
    """Both sides; `own_text` are words by which a text refers to itself after a number.

    Only with such words, or with "above" and "below" of the scheme, is a typed "paragraph 3" taken
    for a paragraph of the text itself: "paragraph 3 of resolution 63/233" is not.
    """

    old: Side = Side(name="old")
    new: Side = Side(name="new")
    own_text: tuple[str, ...] = (
        "of the present resolution",
        "of the present decision",
        "de la présente résolution",
        "de la presente resolución",
        "настоящей резолюции",
    )
