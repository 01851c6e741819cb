"""Profiles: what differs by language, organ and layout, as frozen values made from data files."""

from drafter.profiles.language import LanguageProfile, language_from
from drafter.profiles.openings import Lexicon, lexicon_from
from drafter.profiles.organ import OrganProfile, SymbolForm, organ_from

__all__ = [
    "LanguageProfile",
    "Lexicon",
    "OrganProfile",
    "SymbolForm",
    "language_from",
    "lexicon_from",
    "organ_from",
]
