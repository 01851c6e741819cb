"""What the writer carries along: the profile, the numbering, the look of opening words."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.model import Style
from drafter.numbering import Numbering
from drafter.profiles import LanguageProfile


@dataclass(frozen=True, slots=True)
class Output:
    """The constants of one writing."""

    profile: LanguageProfile
    numbering: Numbering
    opening: tuple[Style, ...]
