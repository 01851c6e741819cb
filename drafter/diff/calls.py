"""References inside printed words: those the model knows, and those that were typed by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import assert_never

from drafter.diff.value import Call, NoteCall
from drafter.model import (
    Blank,
    Break,
    Emphasis,
    Inlines,
    Link,
    Note,
    NoteMark,
    Reference,
    Text,
)
from drafter.numbering import Numbering, ReferencePhrases, resolve

_CHAIN = r"(?:\d+|\(\w{1,6}\)|\w{1,2}\))(?:[\s\u00a0]*(?:\(\w{1,6}\)|(?<![\w])\w{1,2}\)))*"
_JOIN = r"(?:[\s\u00a0]*(?:,|;|-|–|and|or|to|et|ou|à|y|o|e|a|и|или)[\s\u00a0]*)"


@dataclass(slots=True)
class Printed:
    """Visible words, in pieces, without marks of notes; references and calls of notes in them."""

    words: list[str] = field(default_factory=list)
    length: int = 0
    calls: list[Call] = field(default_factory=list)
    notes: list[NoteCall] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words in one piece."""
        return "".join(self.words)

    def add(self, words: str) -> None:
        """Print some words."""
        self.words.append(words)
        self.length += len(words)


def printed(inlines: Inlines, numbering: Numbering, within: str) -> Printed:
    """The words of a text that stands in the block `within`, as they are printed."""
    out = Printed()
    _print(inlines, numbering, within, out)
    return out


def _print(inlines: Inlines, numbering: Numbering, within: str, out: Printed) -> None:
    for inline in inlines:
        match inline:
            case Text(text):
                out.add(text)
            case Emphasis(body=body) | Link(body=body):
                _print(body, numbering, within, out)
            case Reference(target=target, pinned=pinned):
                start = out.length
                out.add(resolve(inline, numbering, within).text)
                if pinned is None:
                    out.calls.append(Call(start, out.length, target))
            case Blank(name):
                out.add(f"[{name}]")
            case Break():
                out.add(" ")
            case Note(id=id_):
                out.notes.append(NoteCall(out.length, id_))
            case NoteMark():
                continue
            case _:
                assert_never(inline)


@dataclass(frozen=True, slots=True)
class TypedForm:
    """What a typed reference of a language looks like.

    `stems` are the words it begins with, in small letters. In `whole` the group "lead" holds such
    a word, "list" the numbers, "end" the words that tell that this text is meant.
    """

    stems: tuple[str, ...]
    whole: re.Pattern[str]

    def stands_in(self, text: str) -> bool:
        """Whether a text has a typed reference; most texts do not even have a stem."""
        small = text.lower()
        return any(stem in small for stem in self.stems) and bool(self.whole.search(text))


def typed_form(phrases: ReferencePhrases, own_text: tuple[str, ...]) -> TypedForm | None:
    """The form of typed references; None when the language does not print them as "word 3"."""
    stems = {_stem(phrases.operative), _stem(phrases.item)} - {""}
    ends = {_end(phrases.above), _end(phrases.below), *own_text} - {""}
    if not stems or not ends:
        return None
    whole = re.compile(
        rf"\b(?P<lead>{_either(stems)})s?[\s\u00a0]+(?P<list>{_CHAIN}(?:{_JOIN}{_CHAIN})*)"
        rf"[\s\u00a0]+(?P<end>{_either(ends)})\b",
        re.IGNORECASE,
    )
    return TypedForm(tuple(sorted(stem.lower() for stem in stems)), whole)


def typed_calls(
    text: str, form: TypedForm, targets: Mapping[str, str], outer: str
) -> Iterator[Call]:
    """The typed references in a text whose labels are known.

    `targets` leads from a label without spaces ("3(a)") to an id; `outer` is the label of the
    operative paragraph that the text stands in, for "subparagraph (a) above". The last number takes
    "above" or "below" with it, because they follow from the place as the number does.
    """
    for found in form.whole.finditer(text):
        chains = list(re.finditer(_CHAIN, found["list"]))
        for chain in chains:
            start = found.start("list") + chain.start()
            last = chain is chains[-1]
            label = re.sub(r"[\s\u00a0]", "", chain.group())
            target = targets.get(label) or targets.get(outer + label)
            if target is not None:
                end = found.end("end") if last else found.start("list") + chain.end()
                yield Call(start, end, target, found["lead"])


def _stem(phrase: str) -> str:
    word, _, label = phrase.partition(" ")
    return word if label == "{label}" else ""


def _end(phrase: str) -> str:
    reference, _, word = phrase.partition(" ")
    return word if reference == "{reference}" else ""


def _either(words: set[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))
