"""References that live: the labels in their words as fields that ask Word for a number.

"paragraph 3 (a) above" names two paragraphs: its words are typed, "3" and "(a)" are one REF field
each, so that the space between them is the United Nations' and not Word's "3(a)".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

from drafter.formats.word.skeleton import bookmark
from drafter.formats.word.writing import Writing
from drafter.formats.word.xml import Element, w, words
from drafter.model import Reference
from drafter.numbering import named_by


@dataclass(frozen=True, slots=True)
class Said:
    """A stretch of a reference's words; `target` is the bookmark that they are the number of."""

    text: str
    target: str = ""


def said(reference: Reference, text: str, writing: Writing, within: str) -> list[Said]:
    """The words of a reference in stretches: one with all of them where Word cannot follow."""
    if reference.pinned is not None or reference.target not in writing.numbering.labels:
        return [Said(text)]
    ids = named_by(reference.target, writing.numbering, within)
    named = " ".join(writing.numbering.bare[id_] for id_ in ids)
    before, after = _around(text, named)
    if not any(_follows(id_, writing) for id_ in ids) or before is None:
        return [Said(text)]
    stretches = [Said(before), *_labels(ids, writing), Said(after)]
    return [one for one in stretches if one.text]


def field(one: Said, properties: Element | None) -> Iterator[Element]:
    r"""The runs of a REF field: `\n` asks for the number without those above it."""
    yield _run(w("fldChar", fldCharType="begin"), properties)
    code = words(f" REF {one.target} \\n \\h ")
    code.tag = w("instrText").tag
    yield _run(code, properties)
    yield _run(w("fldChar", fldCharType="separate"), properties)
    yield _run(words(one.text), properties)
    yield _run(w("fldChar", fldCharType="end"), properties)


def _run(content: Element, properties: Element | None) -> Element:
    own = None if properties is None else deepcopy(properties)
    return w("r", own, content)


def _labels(ids: tuple[str, ...], writing: Writing) -> Iterator[Said]:
    for place, id_ in enumerate(ids):
        if place:
            yield Said(" ")
        label = writing.numbering.bare[id_]
        yield Said(label, bookmark(id_) if _follows(id_, writing) else "")


def _follows(id_: str, writing: Writing) -> bool:
    """Whether Word counts a paragraph and would print its number as references do.

    Word leaves out the full stops at the end of a number and nothing else.
    """
    label = writing.numbering.label(id_)
    return writing.lists.item(id_) is not None and label.rstrip(".") == writing.numbering.bare[id_]


def _around(text: str, named: str) -> tuple[str | None, str]:
    """The words before and after the labels; None where their place cannot be told."""
    places = list(re.finditer(rf"(?<!\w){re.escape(named)}(?!\w)", text)) if named else []
    if len(places) != 1:
        return None, ""
    return text[: places[0].start()], text[places[0].end() :]
