"""Words: text, paragraph text, footnotes, titles of agenda items."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.clauses.clause import Slot, SlotType
from drafter.clauses.names import Context
from drafter.errors import BadSlot
from drafter.model import Emphasis, Inline, Inlines, Style, Text, normalise
from drafter.model.text_rules import BAD_SIGN, sign_name

_LONGEST = 20_000
"""Signs; the longest paragraphs of official texts have some 6,000."""
_MARKUP = re.compile(r"\\([\\*])|(\*)|([^\\*]+|\\)")
_ABBREVIATION = re.compile(r"(?:^|[\s.(])\w{1,3}\.$")
_ITEM_NUMBER = re.compile(r"[1-9]\d{0,2}(?: \([a-z]\)(?: \([ivx]+\))?)?")
_QUOTES = "“”\"«»„‟'‘"


def words(slot: Slot, value: object) -> str:
    """Words in one line, without the punctuation that the clause puts after them."""
    text = _line(slot, value)
    wrong = text[-1:] in (";", ",") or (
        slot.type is SlotType.TEXT and text.endswith(".") and not _ABBREVIATION.search(text)
    )
    if wrong:
        hint = f"leave out the last {text[-1]!r}: the clause puts its own punctuation"
        raise BadSlot(slot.name, value, "ends with a punctuation mark", hint=hint)
    if slot.type is SlotType.PARAGRAPH_TEXT:
        _balanced(slot, text)
    _begun(slot, text)
    return text


def _begun(slot: Slot, text: str) -> None:
    """The first word goes on from the words of the clause: mindful *of*, convinced *that*."""
    first = text.partition(" ")[0].casefold()
    if slot.begins and first not in {word.casefold() for word in slot.begins}:
        known = ", ".join(f"“{word}”" for word in slot.begins)
        hint = f"write the word that goes on from the clause: “{slot.begins[0]} {text}”"
        raise BadSlot(slot.name, text, f"does not begin with {known}", hint=hint)


def footnote(slot: Slot, value: object) -> str:
    """The text of a note, which may hold *italics*."""
    text = _line(slot, value)
    _balanced(slot, text)
    return text


def agenda_item(slot: Slot, value: object, context: Context) -> str:
    """The number of an item, "20 (c)", or its title without quotation marks."""
    text = _line(slot, str(value) if isinstance(value, int) else value)
    phrase = re.escape(context.language.phrases["agenda-item"]).replace(r"\{number\}", "(.+)")
    prefixed = re.fullmatch(phrase, text, re.IGNORECASE)
    text = prefixed[1] if prefixed else text
    if text[0].isdigit() and not _ITEM_NUMBER.fullmatch(text) and len(text) < 12:
        hint = "write the number as the agenda has it, 20 (c), or the title of the item"
        raise BadSlot(slot.name, value, "is not the number of an agenda item", hint=hint)
    if text[0] in _QUOTES and text[-1] in _QUOTES:
        hint = f"leave out the quotation marks: {text.strip(_QUOTES)!r}"
        raise BadSlot(slot.name, value, "stands in quotation marks", hint=hint)
    if text[-1] in ";,." and not _ABBREVIATION.search(text):
        hint = f"leave out the last {text[-1]!r}: a title has none"
        raise BadSlot(slot.name, value, "ends with a punctuation mark", hint=hint)
    return text


def marked(text: str) -> Inlines:
    r"""Words with *italics* as running text; `\*` is an asterisk."""
    return normalise(tuple(_marked(text)))


def _marked(text: str) -> Iterator[Inline]:
    slanted = False
    for found in _MARKUP.finditer(text):
        if found[2]:
            slanted = not slanted
            continue
        piece = Text(found[1] or found[3])
        yield Emphasis(Style.ITALIC, (piece,)) if slanted else piece


def _line(slot: Slot, value: object) -> str:
    """One line of words with single spaces."""
    if not isinstance(value, str):
        raise BadSlot(slot.name, value, "is not a text", hint="write words in one line")
    # white space that people type or paste is a space; a no-break space is a sign of the text
    text = re.sub(r"[ \t\r\n]+", " ", value).strip(" ")
    if found := BAD_SIGN.search(text):
        name = sign_name(found.group())
        hint = "write it again without signs that cannot be seen"
        raise BadSlot(
            slot.name, value, f"holds the sign {name}, which cannot be printed", hint=hint
        )
    if not text.strip():
        raise BadSlot(slot.name, value, "is empty", hint="write words, or leave the slot unfilled")
    if len(text) > _LONGEST:
        hint = f"at most {_LONGEST} signs: part it into several paragraphs"
        raise BadSlot(slot.name, text[:40] + "...", "is too long for a paragraph", hint=hint)
    return text


def _balanced(slot: Slot, text: str) -> None:
    stars = sum(bool(found[2]) for found in _MARKUP.finditer(text))
    if stars % 2:
        hint = r"put one at each end of the italics, or write \* for the sign itself"
        raise BadSlot(slot.name, text, "has an asterisk without a second one", hint=hint)
