"""How a line is painted as it is typed: command, addresses, opening words, brackets, notes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.commands import COMMANDS, NAMES, State
from drafter.model import Role

Pieces = list[tuple[str, str]]
"""(class, text) pairs; the classes are those of `style.py`."""

_TOKENS = re.compile(
    r"(?P<note>\[\^[^\]]*\]|\{note[^{}]*\}|\bnote \d+\b)"
    r"|(?P<blank>\{[^{}]*\})"
    r"|(?P<bracket>[\[\]])"
    r"|(?P<address>\b(?:pp|op|part|annex|section)\s(?:\d+|last|first|[A-Z]+)(?:\s?\([a-z]+\))*)"
    r"|(?P<slot>\b[a-z][\w-]*=)"
    r"|(?P<emphasis>(?<![\w*])\*[^*\s][^*]*\*)"
)
_FREE = re.compile(
    r"(?P<head>\s*add\s+(?P<part>pp|op|sub|bullet|text)\b(?:\s+(?:before|after|below)\s+"
    r"(?:(?:pp|op|part|annex|section)\s+\S+(?:\s?\([a-z]+\))*))?\s*)(?P<text>.*)",
    re.IGNORECASE | re.DOTALL,
)


def command_line(line: str, state: State) -> Pieces:
    """A command line: its command, then what stands after it."""
    word = line.split(" ", 1)[0]
    if not word.strip():
        return [("", line)]
    known = word.lower() in NAMES or any(name.startswith(word.lower()) for name in COMMANDS)
    painted: Pieces = [("class:command" if known else "class:unknown", word)]
    found = _FREE.fullmatch(line)
    head = found["head"][len(word) :] if found else line[len(word) :]
    painted += _tokens(head)
    if found and found["text"]:
        role = Role.PREAMBULAR if found["part"].lower() == "pp" else Role.OPERATIVE
        painted += running(found["text"], role, state)
    return painted


def running(text: str, role: Role | None, state: State) -> Pieces:
    """The text of a paragraph: its opening words where the lexicon knows them, then the rest."""
    words = text.lstrip('"“«*')
    lexicon = state.desk.lexicon(state.resolution.language)
    opening = lexicon.opening(words, role) if role else ""
    if not opening:
        return list(_tokens(text))
    start = len(text) - len(words)
    end = start + len(opening)
    if text[:start].endswith("*"):
        start, end = start - 1, end + (text[end : end + 1] == "*")
    quote = [("", text[:start])] if start else []
    return [*quote, ("class:opening", text[start:end]), *_tokens(text[end:])]


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    at = 0
    for found in _TOKENS.finditer(text):
        if found.start() > at:
            yield "", text[at : found.start()]
        yield f"class:{found.lastgroup}", found.group()
        at = found.end()
    if at < len(text):
        yield "", text[at:]
