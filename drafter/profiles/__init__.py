"""Profiles: what differs by language, organ and layout, as frozen values made from data files."""

from drafter.profiles.language import LanguageProfile, language_from
from drafter.profiles.layout import (
    LayoutProfile,
    MastheadLook,
    Page,
    ParagraphLook,
    RunLook,
    RunningLook,
    StyleSpec,
    layout_from,
    merged,
)
from drafter.profiles.openings import Lexicon, lexicon_from
from drafter.profiles.organ import OrganProfile, SymbolForm, organ_from

__all__ = [
    "LanguageProfile",
    "LayoutProfile",
    "Lexicon",
    "MastheadLook",
    "OrganProfile",
    "Page",
    "ParagraphLook",
    "RunLook",
    "RunningLook",
    "StyleSpec",
    "SymbolForm",
    "language_from",
    "layout_from",
    "lexicon_from",
    "merged",
    "organ_from",
]
