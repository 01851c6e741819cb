"""Clauses and skeletons from every folder that holds some: users' own first, then drafter's."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from drafter import resources
from drafter.app.open import LIMIT
from drafter.clauses import (
    Clause,
    Context,
    Library,
    Skeleton,
    blanks,
    check_values,
    draft_from,
    family_from,
    fill,
    languages_of,
    skeleton_from,
)
from drafter.errors import DrafterError, Invalid, Malformed, Place, Unreadable
from drafter.model import IdMaker, Resolution
from drafter.model.text_rules import text_faults

OWN_FOLDER = "templates"
"""The folder of clauses and skeletons within the configuration folder."""
_FIRST = "en"
"""The language whose clauses stand first; the others follow by their codes."""


@dataclass(frozen=True, slots=True)
class Templates:
    """What there is to draft from: clauses, skeletons by name, and the files that are broken."""

    library: Library
    skeletons: Mapping[str, Skeleton]
    faults: tuple[DrafterError, ...] = ()


def configuration() -> Path:
    """The user's configuration folder: $DRAFTER_CONFIG, else the one where XDG has such."""
    if own := os.environ.get("DRAFTER_CONFIG"):
        return Path(own)
    base = os.environ.get("XDG_CONFIG_HOME")
    return (Path(base) if base else Path.home() / ".config") / "drafter"


def templates(folders: Iterable[Path] = ()) -> Templates:
    """Every clause and skeleton: of these folders, of the configuration folder, of drafter.

    Where two have the same language and id, or the same name, the first one counts. What is wrong
    with users' files stands in `faults`; the good files count all the same.
    """
    reading = _Reading([], {}, [])
    for folder in _all_folders(folders):
        reading.folder(folder)
    for code in sorted(resources.clause_languages(), key=lambda code: code != _FIRST):
        reading.clauses.extend(resources.clauses(code))
    for skeleton in resources.skeletons():
        reading.skeletons.setdefault(skeleton.name, skeleton)
    return Templates(Library(reading.clauses), reading.skeletons, tuple(reading.faults))


def sound_templates(folders: Iterable[Path] = ()) -> Templates:
    """As `templates`, where every file is good.

    Raises:
        DrafterError: a file is broken; the error names them all.
    """
    found = templates(folders)
    if found.faults:
        first, *rest = found.faults
        first.also = (*first.also, *rest)
        raise first
    return found


@cache
def _language_context(code: str) -> Context:
    return Context(resources.language(code), None, resources.clause_names(code))


def context(code: str, resolution: Resolution | None = None) -> Context:
    """What slots are filled for in a language, and in a draft where there is one.

    Raises:
        Unsupported: no such language.
    """
    return replace(_language_context(code), resolution=resolution)


def example_fault(clause: Clause) -> DrafterError | None:
    """What is wrong when a clause is filled with its defaults or its example, if anything is."""
    try:
        check_values(clause.slots, {}, context(clause.language))
        paragraph = fill(clause, clause.example, context(clause.language), IdMaker())
    except DrafterError as error:
        return error
    if left := blanks(paragraph.body):
        return Invalid(f"the example leaves the slot {left[0]!r} unfilled", hint="add a value")
    for message, hint in text_faults(paragraph.body, opens=True):
        return Invalid(f"filled with its example, {message}", hint=hint)
    return None


def template_faults(
    found: Templates,
    clauses: Iterable[Clause],
    folders: Iterable[Path] = (),
    *,
    skeletons: bool = True,
) -> tuple[DrafterError, ...]:
    """Everything that is wrong with users' files, with examples of clauses, with skeletons."""
    return (
        *found.faults,
        *(_schema_faults(folders) if not found.faults else ()),
        *(_named(clause, fault) for clause in clauses if (fault := example_fault(clause))),
        *(_skeleton_faults(found) if skeletons else ()),
    )


def _named(clause: Clause, fault: DrafterError) -> DrafterError:
    """The fault of a clause's example, with the clause where a source has its name."""
    return fault.named(f"{clause.language}/{clause.family}: {clause.id}")


def _skeleton_faults(found: Templates) -> Iterator[DrafterError]:
    for skeleton in found.skeletons.values():
        known = languages_of(skeleton, found.library)
        for code in dict.fromkeys((skeleton.language, *known)):
            try:
                draft_from(skeleton, {}, found.library, context(code))
            except DrafterError as error:
                yield error.named(f"{skeleton.name} ({code})")


def _schema_faults(folders: Iterable[Path]) -> Iterator[DrafterError]:
    """What the schemas find in users' files that our own rules let pass."""
    from drafter.schema import check  # noqa: PLC0415 - jsonschema is slow to load

    for file in (file for folder in _all_folders(folders) for file in _files(folder)):
        data = _json(file)
        name = "skeleton" if "masthead" in data else "clause"
        for fault in check(data, resources.schema(name)):
            where = Place(path=fault.path)
            yield Malformed(fault.message, hint=fault.hint, where=where, source=str(file))


def _all_folders(folders: Iterable[Path]) -> tuple[Path, ...]:
    """Every folder of users: those that are named, and that of the configuration."""
    own = configuration() / OWN_FOLDER
    return (*folders, own) if own.is_dir() else tuple(folders)


def _files(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.json"))


@dataclass(frozen=True, slots=True)
class _Reading:
    """What was found so far, while one folder after the other is read."""

    clauses: list[Clause]
    skeletons: dict[str, Skeleton]
    faults: list[DrafterError]

    def folder(self, folder: Path) -> None:
        """Take in every file of a folder and of those in it, in the order of their names."""
        if not folder.is_dir():
            hint = "name a folder that holds clauses or skeletons in JSON files"
            self.faults.append(Unreadable("there is no such folder", hint=hint, source=str(folder)))
            return
        here: dict[tuple[str, str], str] = {}
        for file in _files(folder):
            try:
                self.file(file, here)
            except DrafterError as error:
                self.faults.append(error.named(str(file)))

    def file(self, file: Path, here: dict[tuple[str, str], str]) -> None:
        """Take in a file; `here` has the clauses of the same folder with their files."""
        data = _json(file)
        if isinstance(data, dict) and "masthead" in data:
            skeleton = skeleton_from(data)
            self.skeletons.setdefault(skeleton.name, skeleton)
            return
        for clause in family_from(data):
            if other := here.get((clause.language, clause.id)):
                message = f"the clause {clause.id!r} stands in {other} too"
                raise Malformed(message, hint="give one of the two another id")
            here[clause.language, clause.id] = file.name
            self.clauses.append(clause)


def _json(file: Path) -> Any:
    """The content of a JSON file of a user.

    Raises:
        Unreadable, Malformed: it cannot be read, or is not JSON.
    """
    try:
        if file.stat().st_size > LIMIT:
            raise Unreadable("too large for a file of clauses", hint="part it into several files")
        return json.loads(file.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise Unreadable(f"cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise Malformed("this is not UTF-8", hint="save it as UTF-8") from error
    except json.JSONDecodeError as error:
        line = error.doc.splitlines()[error.lineno - 1 : error.lineno]
        where = Place(error.lineno, error.colno, excerpt="".join(line))
        raise Malformed(
            f"this is not JSON: {error.msg}", hint="mend it here", where=where
        ) from error
    except (RecursionError, ValueError) as error:
        raise Malformed(f"this is not JSON: {error}", hint="check the file") from error
