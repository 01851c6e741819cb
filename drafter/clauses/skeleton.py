"""A skeleton: the outline of a whole document, from which a new draft is made."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from drafter.clauses.clause import Slot, slot_from
from drafter.clauses.family import faults_error, slot_faults
from drafter.clauses.library import Library
from drafter.clauses.shape import (
    Field,
    anything,
    one_of,
    record,
    row_of,
    shape_faults,
    text,
    word,
)
from drafter.codec import nearest
from drafter.model import DocumentKind
from drafter.model.invariants import Fault

MASTHEAD = (
    "symbol", "distribution", "date", "original", "session", "committee", "agenda", "agenda-title",
    "job-number",
)  # fmt: skip
"""The fields of the masthead that a skeleton may give: a text, or a slot in braces."""

_SKELETON = MappingProxyType(
    {
        "name": Field(word, required=True),
        "title": Field(text, required=True),
        "purpose": Field(text, required=True),
        "language": Field(word, required=True),
        "kind": Field(one_of(DocumentKind), required=True),
        "organ": Field(word, required=True),
        "slots": Field(row_of(anything)),
        "masthead": Field(record, required=True),
        "sponsors": Field(text),
        "submitted": Field(text),
        "heading": Field(text),
        "enacting": Field(text),
        "preamble": Field(row_of(anything)),
        "operative": Field(row_of(anything)),
    }
)
_MASTHEAD = MappingProxyType({name: Field(text) for name in MASTHEAD})
_ENTRY = MappingProxyType(
    {
        "clause": Field(word, required=True),
        "set": Field(record),
        "in": Field(record),
        "below": Field(row_of(anything)),
    }
)
_SLOT = re.compile(r"\{([a-z0-9-]+)\}")


@dataclass(frozen=True, slots=True)
class Entry:
    """A clause of a skeleton with the values that are set; `below` are its sub-paragraphs.

    A value "{name}" is that of the skeleton's slot of this name. `words` has further values by
    language: words of one language alone, such as a participle that agrees with the organ.
    """

    clause: str
    set: Mapping[str, Any]
    below: tuple[Entry, ...] = ()
    words: Mapping[str, Mapping[str, Any]] = field(default_factory=lambda: MappingProxyType({}))

    def values(self, language: str) -> Mapping[str, Any]:
        """What is set in a language."""
        return {**self.set, **self.words.get(language, {})}


@dataclass(frozen=True, slots=True)
class Skeleton:
    """The outline of a document. Texts may be a slot in braces: "{title}".

    `language` is the one it is written for; any other in which there are its clauses will do.
    `heading` is the document's title, `enacting` the enacting line where it is not the organ's own.
    """

    name: str
    title: str
    purpose: str
    language: str
    kind: DocumentKind
    organ: str
    slots: tuple[Slot, ...] = ()
    masthead: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    sponsors: str = ""
    submitted: str = ""
    heading: str = ""
    enacting: str = ""
    preamble: tuple[Entry, ...] = ()
    operative: tuple[Entry, ...] = ()


def languages_of(skeleton: Skeleton, library: Library) -> tuple[str, ...]:
    """The languages in which there are all the clauses of a skeleton, its own first.

    A clause of other organs does not do: its verb has their gender.
    """
    wanted = set(_clauses((*skeleton.preamble, *skeleton.operative)))
    codes = sorted({code for code, _ in library})

    def serves(code: str, id_: str) -> bool:
        clause = library.get((code, id_))
        return clause is not None and (not clause.organs or skeleton.organ in clause.organs)

    found = (code for code in codes if all(serves(code, id_) for id_ in wanted))
    return tuple(sorted(found, key=lambda code: code != skeleton.language))


def _clauses(entries: tuple[Entry, ...]) -> Iterator[str]:
    for entry in entries:
        yield entry.clause
        yield from _clauses(entry.below)


def slot_named(text: str) -> str:
    """The name of the slot that a text is, or ""."""
    found = _SLOT.fullmatch(text)
    return found[1] if found else ""


def skeleton_from(data: Any) -> Skeleton:
    """A skeleton from the content of its file.

    Raises:
        Malformed: the content breaks the rules; the error names every fault with its path.
    """
    found = tuple(skeleton_faults(data))
    if found:
        raise faults_error(found)
    plain = ("name", "title", "purpose", "language", "organ", "sponsors", "submitted", "heading")
    return Skeleton(
        **{name: data[name] for name in (*plain, "enacting") if name in data},
        kind=DocumentKind(data["kind"]),
        slots=tuple(map(slot_from, data.get("slots", ()))),
        masthead=MappingProxyType(dict(data["masthead"])),
        preamble=tuple(map(_entry, data.get("preamble", ()))),
        operative=tuple(map(_entry, data.get("operative", ()))),
    )


def skeleton_faults(data: Any) -> Iterator[Fault]:
    """Everything that is wrong with the content of a skeleton's file."""
    found = list(shape_faults(data, _SKELETON))
    if isinstance(data, dict) and isinstance(data.get("masthead"), dict):
        found += shape_faults(data["masthead"], _MASTHEAD, "masthead")
    for index, slot in enumerate(_rows(data, "slots")):
        found += slot_faults(slot, f"slots/{index}")
    for part in ("preamble", "operative"):
        for index, entry in enumerate(_rows(data, part)):
            found += _entry_faults(entry, f"{part}/{index}")
    yield from found
    if not found:  # the rules below take the right fields for granted
        yield from _slot_use_faults(data)


def _entry(data: Mapping[str, Any]) -> Entry:
    below = tuple(map(_entry, data.get("below", ())))
    words = MappingProxyType({code: dict(some) for code, some in data.get("in", {}).items()})
    return Entry(data["clause"], MappingProxyType(dict(data.get("set", {}))), below, words)


def _entry_faults(data: Any, path: str, depth: int = 1) -> Iterator[Fault]:
    yield from shape_faults(data, _ENTRY, path)
    words = data.get("in") if isinstance(data, dict) else None
    for code, some in words.items() if isinstance(words, dict) else ():
        if not isinstance(some, dict):
            hint = f'write the values of {code!r} as {{"slot": "value"}}'
            yield Fault(f"{path}/in/{code}", "these are no values of slots", hint)
    for index, entry in enumerate(_rows(data, "below")):
        if depth > 5:
            yield Fault(path, "sub-paragraphs stand more than five deep", "leave the deepest out")
            return
        yield from _entry_faults(entry, f"{path}/below/{index}", depth + 1)


def _rows(data: Any, name: str) -> list[Any]:
    rows = data.get(name) if isinstance(data, dict) else None
    return rows if isinstance(rows, list) else []


def _slot_use_faults(data: Mapping[str, Any]) -> Iterator[Fault]:
    """Slots that are used and not there, there and not used, or there twice."""
    names = [slot["name"] for slot in data.get("slots", ())]
    used = dict(_used(data))
    for name, path in used.items():
        if name not in names:
            yield Fault(path, f"there is no slot {name!r} in 'slots'", nearest(name, names))
    for index, name in enumerate(names):
        if name not in used:
            hint = f"write {{{name}}} where it is wanted, or take the slot away"
            yield Fault(f"slots/{index}", f"nothing uses the slot {name!r}", hint)
        if name in names[:index]:
            yield Fault(f"slots/{index}", f"two slots are called {name!r}", "rename one")


def _used(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The slots that are used, each with the path of the place."""
    texts = [
        (name, data.get(name, "")) for name in ("sponsors", "submitted", "heading", "enacting")
    ]
    texts += [(f"masthead/{name}", value) for name, value in data["masthead"].items()]
    for part in ("preamble", "operative"):
        for index, entry in enumerate(data.get(part, ())):
            texts += _set(entry, f"{part}/{index}")
    for path, value in texts:
        if isinstance(value, str) and (name := slot_named(value)):
            yield name, path


def _set(entry: Mapping[str, Any], path: str) -> Iterator[tuple[str, Any]]:
    for name, value in entry.get("set", {}).items():
        yield f"{path}/set/{name}", value
    for code, some in entry.get("in", {}).items():
        for name, value in some.items():
            yield f"{path}/in/{code}/{name}", value
    for index, below in enumerate(entry.get("below", ())):
        yield from _set(below, f"{path}/below/{index}")
