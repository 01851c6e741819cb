"""A language profile: the strings, signs and habits of one official language, as one value.

The data stand in `templates/languages/<code>.json`, described by `schemas/language.schema.json`;
`drafter.resources.language` loads them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from drafter.model import Style
from drafter.numbering import LabelPattern, ReferencePhrases, Scheme


@dataclass(frozen=True)
class LanguageProfile:
    """One language. Maps go from our own words ("general", "in-favour") to the printed ones.

    `date_pattern` has {day}, {month} and {year}; `months` are the printed names from January.
    `note_mark` is "after" or "before" the punctuation mark at which a note is called. `opening`
    are the styles in which opening words are printed. `list_end` joins the last two of a list of
    names (" and "), `list_colon` stands before what they submit. `direction` is "ltr" or "rtl".
    """

    code: str
    name: str
    direction: str
    locale: str
    job_suffix: str
    scheme: Scheme
    months: tuple[str, ...]
    date_pattern: str
    date_first: str
    note_mark: str
    opening: tuple[Style, ...]
    enacting_end: str
    list_separator: str
    list_end: str
    list_colon: str
    distribution: Mapping[str, str]
    original: str
    languages: Mapping[str, str]
    organs: Mapping[str, str]
    enacting: Mapping[str, str]
    committees: Mapping[str, str]
    adoption: Mapping[str, str]
    phrases: Mapping[str, str]

    def print_date(self, day: date) -> str:
        """A date as the language writes it: "19 December 2007" with a no-break space."""
        pattern = self.date_first if day.day == 1 else self.date_pattern
        return pattern.format(day=day.day, month=self.months[day.month - 1], year=day.year)

    def distribution_line(self, distribution: str) -> str:
        """The masthead's line: "Distr.: General"; an unknown word is printed as it is."""
        return self.distribution.get(distribution, distribution)

    def join(self, names: tuple[str, ...]) -> str:
        """Names in a row: "Kenya, Mexico and Qatar"."""
        if len(names) < 2:
            return "".join(names)
        return self.list_separator.join(names[:-1]) + self.list_end + names[-1]

    def submitted(self, *, decision: bool = False) -> str:
        """What follows the sponsors of a draft: ": draft resolution", in French " : projet ..."."""
        return self.list_colon + self.phrases["draft-decision" if decision else "draft-resolution"]

    def numbering(self, *, single_operative: bool = False) -> Scheme:
        """The numbering scheme of this language, with an organ's habit about a lone paragraph."""
        return replace(self.scheme, single_operative=single_operative)


def language_from(data: Mapping[str, Any]) -> LanguageProfile:
    """A language profile from its data file's content, which the schema has already checked."""
    return LanguageProfile(
        code=data["code"],
        name=data["name"],
        direction=data["direction"],
        locale=data["locale"],
        job_suffix=data["job_suffix"],
        scheme=_scheme(data),
        months=tuple(data["months"]),
        date_pattern=data["date"],
        date_first=data.get("date_first", data["date"]),
        note_mark=data["note_mark"],
        opening=tuple(Style(style) for style in data["opening"]),
        enacting_end=data["enacting_end"],
        list_separator=data["list"]["separator"],
        list_end=data["list"]["end"],
        list_colon=data["list"]["colon"],
        distribution=data["distribution"],
        original=data["original"],
        languages=data["languages"],
        organs=data["organs"],
        enacting=data["enacting"],
        committees=data["committees"],
        adoption=data["adoption"],
        phrases=data["phrases"],
    )


def _scheme(data: Mapping[str, Any]) -> Scheme:
    labels = data["labels"]
    signs = tuple((name, tuple(row)) for name, row in labels.get("signs", {}).items())
    return Scheme(
        levels=tuple(LabelPattern(pattern, signs) for pattern in labels["levels"]),
        headings=tuple(LabelPattern(pattern, signs) for pattern in labels["headings"]),
        annex_headings=tuple(
            LabelPattern(pattern, signs)
            for pattern in labels.get("annex_headings", labels["headings"])
        ),
        bullet=labels["bullet"],
        annex=labels["annex"],
        annex_number=LabelPattern(labels["annex_number"], signs),
        phrases=_references(data["references"]),
    )


def _references(data: Mapping[str, Any]) -> ReferencePhrases:
    phrases = {name: value for name, value in data.items() if name != "ordinals"}
    return ReferencePhrases(ordinals=tuple(data["ordinals"]), **phrases)
