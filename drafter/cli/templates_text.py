"""Clauses and filled paragraphs as text for people and data for programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from drafter.clauses import Clause, Slot
from drafter.codec import encode
from drafter.model import (
    Emphasis,
    Inline,
    Inlines,
    Link,
    Note,
    Paragraph,
    Part,
    Reference,
    Resolution,
    plain_text,
    query_inlines,
)

_ANY = "any"


def clause_data(clause: Clause, *, whole: bool = False) -> dict[str, Any]:
    """A clause as JSON data; `whole` with everything that its file says of it."""
    data: dict[str, Any] = {
        "id": clause.id,
        "part": clause.part.value,
        "language": clause.language,
        "organ": ", ".join(clause.organs) or _ANY,
        "title": clause.title,
        "tags": list(clause.tags),
    }
    if whole:
        data |= {
            "organs": list(clause.organs),
            "family": clause.family,
            "purpose": clause.purpose,
            "text": clause.text,
            "slots": [_slot_data(slot) for slot in clause.slots],
            "example": dict(clause.example),
            "seen": list(clause.seen),
        }
    return data


def clause_row(clause: Clause, wide: int) -> str:
    """A clause in one line: id, language, part, title."""
    organs = f"  ({', '.join(clause.organs)})" if clause.organs else ""
    return (
        f"{clause.id:<{wide}}  {clause.language}  {clause.part.value:<13}  {clause.title}{organs}"
    )


def clause_text(clause: Clause, example: str) -> str:
    """A clause for people who choose one: purpose, text, slots, example."""
    lines = [
        f"{clause.id}: {clause.title}",
        f"{clause.part.value}, {clause.language}, {', '.join(clause.organs) or 'any organ'}",
        "",
        clause.purpose,
        "",
        clause.text,
        "",
        *_slot_lines(clause),
        "Example:",
        example,
    ]
    if clause.tags:
        lines += ["", f"Tags: {', '.join(clause.tags)}"]
    if clause.seen:
        lines.append(f"Seen in: {', '.join(clause.seen)}")
    return "\n".join(lines)


def paragraph_text(paragraph: Paragraph) -> str:
    """The words of a paragraph; its notes follow, each in a line of its own."""
    notes = [one for one in query_inlines(paragraph.body) if isinstance(one, Note)]
    lines = [_words(paragraph.body)]
    lines += [f"[{place}] {_words(note.body)}" for place, note in enumerate(notes, start=1)]
    return "\n".join(lines)


def paragraph_data(paragraph: Paragraph) -> dict[str, Any]:
    """A paragraph as in the JSON form of a document."""
    data: dict[str, Any] = encode(_alone(paragraph))["parts"][0]["operative"][0]
    return data


def draft_lines(paragraph: Paragraph) -> str:
    """A paragraph and its notes as lines of a `.draft` file."""
    from drafter.formats.draft import write  # noqa: PLC0415 - a list of clauses needs no format

    groups = write(_alone(paragraph)).decode("utf-8").rstrip("\n").split("\n\n")
    return "\n\n".join(group for group in groups[1:] if group != "OPERATIVE")


def _alone(paragraph: Paragraph) -> Resolution:
    return Resolution(parts=(Part(operative=(paragraph,)),))


def _words(inlines: Inlines) -> str:
    return "".join(map(_word, inlines))


def _word(inline: Inline) -> str:
    """The words of an inline; a reference, which has none of its own, as drafts write it."""
    match inline:
        case Emphasis(body=body) | Link(body=body):
            return _words(body)
        case Reference(target=target):
            return f"{{para:{target}}}"
        case _:
            return plain_text((inline,))


def _slot_lines(clause: Clause) -> Iterator[str]:
    if not clause.slots:
        return
    yield "Slots:"
    wide = max(len(slot.name) for slot in clause.slots)
    for slot in clause.slots:
        yield f"  {slot.name:<{wide}}  {_kind(slot)}: {slot.label}"
        if slot.help:
            yield f"  {'':<{wide}}  {slot.help}"
        for choice in slot.choices:
            told = f" ({choice.label})" if choice.label else ""
            yield f"  {'':<{wide}}    {choice.value}{told}"
    yield ""


def _kind(slot: Slot) -> str:
    """What a slot takes: "list of state, may stay empty"."""
    kind = f"list of {slot.of.value}" if slot.of else slot.type.value
    if slot.default is not None:
        kind += f", {slot.default!s} where none is given"
    return f"{kind}, may stay empty" if slot.optional else kind


def _slot_data(slot: Slot) -> dict[str, Any]:
    data: dict[str, Any] = {
        "name": slot.name,
        "type": slot.type.value,
        "label": slot.label,
        "help": slot.help,
        "optional": slot.optional,
    }
    if slot.default is not None:
        data["default"] = slot.default
    if slot.choices:
        data["choices"] = [{"value": one.value, "label": one.label} for one in slot.choices]
    if slot.of:
        data["of"] = slot.of.value
    return data
