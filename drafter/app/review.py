"""Review documents: what the editorial rules find in a file, and the file mended.

A file is mended only where writing it back loses nothing: in drafter's own formats, and in a Word
file only when writing it unchanged would give the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

from drafter import resources
from drafter.app.numbers import numbered
from drafter.app.open import STDIN, open_resolution
from drafter.app.save import encode, write_whole
from drafter.errors import Refused, Unsupported
from drafter.model import Resolution
from drafter.model.invariants import check as well_formed
from drafter.report import Read
from drafter.rules import RULES, Finding, Subject, Vocabulary, mended, review
from drafter.rules.settings import Settings

ROUNDS = 10
"""How often a text is looked at again after fixes: some fixes make room for others."""

MENDABLE = (".draft", ".json", ".docx")
"""The formats that can carry every resolution, so that a mended one can be written back."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A file that was reviewed: what was read, what was found, and what was mended before that.

    `kept_back` tells why a file was not mended although it could be.
    """

    source: str
    reading: Read[Resolution]
    findings: tuple[Finding, ...]
    fixed: tuple[Finding, ...] = ()
    kept_back: Refused | None = None


def subject_of(resolution: Resolution, options: Mapping[str, Any] | None = None) -> Subject:
    """A resolution with all that the rules need: numbers, profiles and vocabulary.

    Raises:
        Unsupported: there is no profile of the resolution's language.
    """
    whole = numbered(resolution)
    organ = resolution.masthead.organ
    return Subject(
        resolution=resolution,
        numbering=whole.numbering,
        language=whole.language,
        lexicon=resources.lexicon(resolution.language),
        organ=resources.organ(organ) if organ in resources.names("organs") else None,
        vocabulary=vocabulary(resolution.language),
        options=options or {},
    )


@cache
def vocabulary(language: str) -> Vocabulary:
    """The data of the rules for a language, in `templates/check/<language>/`; maybe none."""
    folder = f"check/{language}"
    families = {name: resources.profile(folder, name) for name in resources.names(folder)}
    if language in resources.names("openings"):
        families["openings"] = resources.profile("openings", language)
    return Vocabulary(families)


def findings(resolution: Resolution, settings: Settings = Settings()) -> tuple[Finding, ...]:
    """What the rules find in a resolution."""
    return review(subject_of(resolution, settings.options), settings)


def fix(
    resolution: Resolution, settings: Settings = Settings()
) -> tuple[Resolution, tuple[Finding, ...]]:
    """The resolution with everything mended that can be, and the findings that were.

    Raises:
        Invalid: a fix broke a rule of well-formed values; a defect of drafter.
    """
    done: list[Finding] = []
    for _ in range(ROUNDS):
        resolution, some = mend_some(resolution, findings(resolution, settings), settings)
        if not some:
            break
        done.extend(some)
    return resolution, tuple(done)


def mend_some(
    resolution: Resolution, found: Sequence[Finding], settings: Settings = Settings()
) -> tuple[Resolution, tuple[Finding, ...]]:
    """The resolution with the fixes of some of its findings, and those that were made.

    Of fixes that touch each other the first one is made.

    Raises:
        Invalid: a fix broke a rule of well-formed values; a defect of drafter.
    """
    result = mended(subject_of(resolution, settings.options), found)
    if not result.findings:
        return resolution, ()
    return well_formed(result.resolution), result.findings


def review_file(
    source: str, settings: Settings = Settings(), *, form: str = "", changes: str = ""
) -> Reviewed:
    """Read a file in any format and review it.

    Raises:
        DrafterError: the file cannot be read; see `open_resolution`.
    """
    reading = open_resolution(source, form, changes=changes)
    return Reviewed(source, reading, findings(reading.value, settings))


def mend_file(
    source: str, settings: Settings = Settings(), *, form: str = "", changes: str = ""
) -> Reviewed:
    """Read a file, mend it, write it back in one step where something was mended, review the rest.

    A file that cannot be written back without loss stays as it is; `kept_back` tells why.

    Raises:
        DrafterError: it cannot be read or written.
    """
    reading = open_resolution(source, form, changes=changes)
    better, done = fix(reading.value, settings)
    if not done:
        return Reviewed(source, reading, findings(reading.value, settings))
    try:
        ensure_writable(source, reading.value, form)
    except Refused as error:
        return Reviewed(source, reading, findings(reading.value, settings), kept_back=error)
    write_whole(encode(better, source, form), source, own=source)
    return Reviewed(source, Read(better, reading.notices), findings(better, settings), done)


def ensure_writable(source: str, resolution: Resolution, form: str = "") -> None:
    """Make sure that a file can be written back without losing anything of it.

    Raises:
        Refused: it cannot, with what to do instead.
    """
    suffix = f".{form}" if form else Path(source).suffix.lower()
    if source == STDIN:
        raise _refused("standard input cannot be written back", "name a file", "standard input")
    if suffix not in MENDABLE:
        raise _refused(f"a {suffix} file is only reported on", _instead(source), source)
    if suffix == ".docx" and encode(resolution, source, form) != Path(source).read_bytes():
        message = "this Word file holds things that writing it anew would lose"
        raise _refused(message, _instead(source), source)


def _instead(source: str) -> str:
    target = Path(source).with_suffix(".draft").name
    return f"make a draft of it, `drafter import {Path(source).name} -o {target}`, and fix that"


def _refused(what: str, hint: str, source: str) -> Refused:
    return Refused(what, hint=hint, source=source)


def explanation(code: str) -> str:
    """The page of a rule, as Markdown.

    Raises:
        Unsupported: there is no such rule.
    """
    wanted = code.upper()
    if wanted not in RULES:
        near = get_close_matches(wanted, RULES, n=1)
        hint = f"did you mean {near[0]}?" if near else f"known: {', '.join(RULES)}"
        raise Unsupported(f"there is no rule {code!r}", hint=hint)
    return resources.page("rules", wanted)
