"""New lines in a file of ours: what they are by their style, else by their label, else by place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from drafter import resources
from drafter.formats.common.assemble import emphasised
from drafter.formats.common.labels import bullet_of, is_operative, label_of
from drafter.formats.word.read_inlines import Texts
from drafter.formats.word.read_lines import Line, Piece, Sign
from drafter.formats.word.read_rich import opened, rich_whole
from drafter.model import Emphasis, Inlines, Role, Style, plain_text
from drafter.profiles import LanguageProfile

_STYLE = re.compile(r"(?P<name>[A-Za-z]+?)(?P<level>\d?)(?P<numbered>Number)?")
_ROLES: Mapping[str, Role] = {
    "Preambular": Role.PREAMBULAR,
    "Operative": Role.OPERATIVE,
    "AnnexParagraph": Role.OPERATIVE,
    "Item": Role.ITEM,
    "Bullet": Role.BULLET,
    "PlainText": Role.PLAIN,
    "QuotedText": Role.QUOTED,
    "TableNote": Role.TABLE_NOTE,
}


@dataclass(frozen=True, slots=True)
class Guess:
    """What a new line is: a paragraph of a role, a heading of a level, the tail of a paragraph.

    `depth` is the number of paragraphs that hold it. `label` is what is printed before its text.
    """

    role: Role | None = None
    heading: int = 0
    numbered: bool = False
    tail: bool = False
    depth: int = 0
    label: str = ""
    pieces: tuple[Piece, ...] = ()


def guess(line: Line, *, preamble: bool) -> Guess:
    """What a new line is; `preamble` says that it stands in one."""
    label, pieces = _label(line)
    found = _STYLE.fullmatch(line.style)
    name, level = (found["name"], int(found["level"] or 0)) if found else ("", 0)
    if name == "SectionHeading":
        numbered = bool(found and found["numbered"]) or bool(label)
        return Guess(heading=level, numbered=numbered, label=label, pieces=pieces)
    if name == "Continuation":
        return Guess(tail=True, depth=level, label=label, pieces=pieces)
    role = _ROLES.get(name)
    if role is None:
        role, level = _by_label(label, preamble=preamble), int(label[:1] in "(–•-") if label else 0
    return Guess(role, depth=level, label=label, pieces=pieces)


def body_of(one: Guess, texts: Texts, line: Line, profile: LanguageProfile) -> Inlines:
    """The text of a new line; a paragraph's opening words are those set so, else the known ones."""
    pieces = tuple(one.pieces)
    if one.role not in (Role.PREAMBULAR, Role.OPERATIVE):
        return texts.text(pieces, line.where)
    body = texts.text(opened(pieces, profile.opening), line.where, opens=True)
    if body and isinstance(body[0], Emphasis) and body[0].style is Style.OPENING:
        return body
    phrase = resources.lexicon(profile.code).opening(plain_text(body), one.role)
    return emphasised(body, len(phrase), Style.OPENING) if phrase else body


def _by_label(label: str, *, preamble: bool) -> Role:
    if label and is_operative(label):
        return Role.OPERATIVE
    if label and bullet_of(f"{label} x"):
        return Role.BULLET
    if label:
        return Role.ITEM
    return Role.PREAMBULAR if preamble else Role.PLAIN


def _label(line: Line) -> tuple[str, tuple[Piece, ...]]:
    """The label, Word's own or typed, and the pieces after it."""
    if line.label:
        return line.label, _untabbed(line.pieces)
    rich = rich_whole(line)
    found = label_of(rich.text) or bullet_of(rich.text)
    if found is None or found.start >= len(rich.text):
        return "", _untabbed(line.pieces)
    return found.label, tuple(rich.cut(found.start, len(rich.text)))


def _untabbed(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    while pieces and pieces[0].sign is Sign.TAB:
        pieces = pieces[1:]
    return pieces
