"""The numbers and the language of a resolution, by the profiles that its own fields name."""

from __future__ import annotations

from dataclasses import dataclass

from drafter import resources
from drafter.model import Resolution
from drafter.numbering import Numbering, number
from drafter.profiles import LanguageProfile


@dataclass(frozen=True, slots=True)
class Numbered:
    """A resolution with everything that is needed to print it."""

    resolution: Resolution
    numbering: Numbering
    language: LanguageProfile


def numbered(resolution: Resolution) -> Numbered:
    """Number a resolution by its language and by its organ's habit.

    An organ without a profile numbers as the General Assembly does: most organs do.

    Raises:
        Unsupported: there is no profile of the resolution's language.
    """
    language = resources.language(resolution.language)
    organ = resolution.masthead.organ
    lone = organ in resources.names("organs") and resources.organ(organ).single_operative
    scheme = language.numbering(single_operative=lone)
    return Numbered(resolution, number(resolution, scheme), language)
