"""Decide before anything is read which file becomes which: the same tree always gives the same.

Folders are searched to the bottom. Below the target folder the tree of the source is built again,
each file with the suffix of its new format; of several sources each folder keeps its name there.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self, assert_never

from drafter.app.batch.values import Failure, Options, Outcome, Task
from drafter.formats.registry import FORMATS

HIDDEN = "hidden"
LINKED = "linked folder"
SPECIAL = "pipe, socket or device"
TARGET = "folder of results"
EARLIER = "earlier result"
NO_SUFFIX = "without a suffix"

_NAMED = 3
"""How many of the files that would become the same are named in the failure of each."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done, what cannot be, and how many files are not meant at all, by reason."""

    tasks: tuple[Task, ...]
    failures: tuple[Outcome, ...]
    left_out: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class _Found:
    """A file to read, and where it stands below the target folder."""

    source: Path
    below: Path


@dataclass(frozen=True, slots=True)
class _LeftOut:
    reason: str


_Seen = _Found | _LeftOut | Outcome


def plan(sources: Sequence[str], options: Options) -> Plan:
    """What to do with files and folders; the tasks are sorted by the names of their sources.

    Hidden files and folders, links to folders, and files with another suffix than those of the
    known formats are left out and counted; a file that is named itself is always a source. Files
    that would become the same file all fail, and none of them is read.
    """
    tasks: list[Task] = []
    failures: list[Outcome] = []
    left_out: Counter[str] = Counter()
    for seen in _seen(sources, options):
        match seen:
            case _Found():
                tasks.append(_task(seen, options))
            case Outcome():
                failures.append(seen)
            case _LeftOut(reason):
                left_out[reason] += 1
            case _:
                assert_never(seen)
    good, clashing = _parted(tasks)
    in_order = sorted(good, key=lambda task: (task.source, task.target))
    counted = dict(sorted(left_out.items(), key=lambda pair: (-pair[1], pair[0])))
    return Plan(tuple(in_order), (*failures, *clashing), counted)


def _seen(sources: Sequence[str], options: Options) -> Iterator[_Seen]:
    for source in sources:
        path = Path(source)
        if path.is_dir():
            own = Path(path.resolve().name) if len(sources) > 1 else Path()
            yield from _in_folder(_Search.of(path, own, options))
        elif path.exists() and not path.is_file():
            failure = Failure(
                f"this is no file but a {SPECIAL}", "give it alone, or its content in a file"
            )
            yield Outcome(source, failure=failure)
        else:
            yield _Found(path, Path(path.name))


@dataclass(frozen=True, slots=True)
class _Search:
    """A folder to search, where it stands below the target folder, and which suffixes to take.

    `earlier` is the suffix of results where the folder is its own target, which a second run finds
    beside their sources; empty everywhere else.
    """

    root: Path
    below: Path
    target: Path
    suffixes: frozenset[str]
    earlier: str

    @classmethod
    def of(cls, root: Path, below: Path, options: Options) -> Self:
        known = {form.suffix for form in FORMATS.values() if form.reads}
        suffixes = {f".{options.form}"} if options.form else known
        target = Path(options.folder).resolve()
        earlier = f".{options.to}" if root.resolve() == target else ""
        return cls(root, below, target, frozenset(suffixes), earlier)


def _in_folder(search: _Search) -> Iterator[_Seen]:
    closed: list[OSError] = []
    for here, folders, files in os.walk(search.root, onerror=closed.append):
        judged = {name: _no_search(Path(here, name), search) for name in folders}
        folders[:] = sorted(name for name, reason in judged.items() if not reason)
        yield from (_LeftOut(reason) for reason in judged.values() if reason)
        yield from (_file(Path(here, name), search) for name in files)
    yield from (_closed(error) for error in closed)


def _no_search(folder: Path, search: _Search) -> str:
    """Why a folder is not searched; empty when it is.

    A link may lead back to a folder above it, and what it leads to elsewhere is no part of this
    tree; the target folder holds the results of an earlier run.
    """
    if folder.name.startswith("."):
        return HIDDEN
    if folder.is_symlink():
        return LINKED
    return TARGET if folder.name == search.target.name and folder.samefile(search.target) else ""


def _file(path: Path, search: _Search) -> _Seen:
    suffix = path.suffix.lower()
    if path.name.startswith("."):
        return _LeftOut(HIDDEN)
    if suffix not in search.suffixes:
        return _LeftOut(suffix or NO_SUFFIX)
    if suffix == search.earlier:
        return _LeftOut(EARLIER)
    if path.exists() and not path.is_file():
        return _LeftOut(SPECIAL)  # a pipe would keep its reader waiting for ever
    return _Found(path, search.below / path.relative_to(search.root))


def _closed(error: OSError) -> Outcome:
    failure = Failure(f"cannot be searched: {error.strerror}", "see who may read this folder")
    return Outcome(str(error.filename), failure=failure)


def _task(found: _Found, options: Options) -> Task:
    # Not `with_suffix`, which refuses names such as "." that only a person can give.
    below = found.below.parent / f"{found.below.stem}.{options.to}"
    target = str(Path(options.folder, below))
    return Task(str(found.source), target, options)


def _parted(tasks: Sequence[Task]) -> tuple[tuple[Task, ...], tuple[Outcome, ...]]:
    """The tasks with a target of their own, and the failures of those that share one."""
    by_target: dict[str, dict[str, Task]] = {}
    for task in tasks:  # a file that is named twice is one file
        sharing = by_target.setdefault(os.path.normcase(task.target), {})
        sharing.setdefault(os.path.realpath(task.source), task)
    good = [task for sharing in by_target.values() for task in sharing.values() if len(sharing) < 2]
    clashes = [tuple(sharing.values()) for sharing in by_target.values() if len(sharing) > 1]
    return tuple(good), tuple(outcome for clash in clashes for outcome in _clash(clash))


def _clash(tasks: tuple[Task, ...]) -> Iterator[Outcome]:
    names = sorted(task.source for task in tasks)
    for task in tasks:
        others = [name for name in names[: _NAMED + 1] if name != task.source][:_NAMED]
        more = f" and {left} more" if (left := len(names) - 1 - len(others)) else ""
        failure = Failure(
            f"would become the same file as {', '.join(others)}{more}: {task.target}",
            "rename one of them, or import it alone with -o and another name",
        )
        yield Outcome(task.source, task.target, failure)
