"""From an address that a person types to the id it names; the errors tell what there is instead.

>>> read_address("op 2 (a) (i) the rest", 0)
(Spoken(steps=(('op', '2'), ('item', 'a'), ('item', 'i')), id='', at=0), 13)
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.codec import nearest
from drafter.commands.address import INNER, KINDS, OUTER, Addresses, Steps, plain_label, words_of
from drafter.errors import NoSuchParagraph

WORDS: dict[str, str] = {
    **{kind: kind for kind in KINDS},
    "preambular": "pp",
    "operative": "op",
    "paragraph": "op",
    "para": "op",
    "footnote": "note",
    "title": "heading",
}
"""The words that name a kind, with what they are also called."""

ENDS = {"first": 0, "last": -1}

_ID = re.compile(r"#([a-z][a-z0-9-]{0,31})(?![\w-])")
_KIND = re.compile(r"(?P<kind>[a-z]+)(?=$|\s|\d|\()", re.IGNORECASE)
_NUMBER = r"\d+(?:\.\d+)*(?:\s?(?:bis|ter|quater|quinquies)\b)?"
_LABELS = {
    "note": re.compile(r"[^\s()]+"),
    "part": re.compile(r"[A-Za-z]{1,3}\b|\d+\b|\w\b"),
    "annex": re.compile(r"[IVXLCDM]+\b|[ivxlcdm]+\b|\d+\b|[A-Z]\b"),
    "section": re.compile(r"[IVXLCDM]+\b|[ivxlcdm]+\b|\d+\b|[A-Z]\b|\w\b"),
}
_LABEL = re.compile(rf"{_NUMBER}|[ivxlcdm]{{1,7}}\b|[a-z]\b", re.IGNORECASE)
_ITEM = re.compile(r"[(（](?P<label>[^\s()（）]{1,6})[)）]")
_LETTER = re.compile(r"(?P<label>[a-z]{1,2})(?=$|\s|\()")
_END = re.compile(r"(?P<end>first|last)\b", re.IGNORECASE)
_QUOTES = frozenset("\"'")
_SPACE = re.compile(r"\s*")


@dataclass(frozen=True, slots=True)
class Spoken:
    """An address as it was said: steps, or an id after "#"; `at` is where it begins in the line.

    The labels "first" and "last" stand for the ends of a row; the kind "" for any.
    """

    steps: Steps = ()
    id: str = ""
    at: int = 0

    def __str__(self) -> str:
        return f"#{self.id}" if self.id else words_of(self.steps)


def read_address(line: str, start: int) -> tuple[Spoken, int] | None:
    """The address that begins at a place of the line and where it ends; None where none begins."""
    at = _skip(line, start)
    if line[at : at + 1] in _QUOTES:
        return _in_quotes(line, at)
    if found := _ID.match(line, at):
        return Spoken(id=found[1], at=at), found.end()
    if re.compile(r"here\b", re.IGNORECASE).match(line, at):
        return Spoken((("here", ""),), at=at), at + 4
    steps: list[tuple[str, str]] = []
    end = at
    while step := _read_step(line, _skip(line, end), first=not steps):
        if steps and steps[-1][0] in INNER and step[0][0] in OUTER:
            break
        steps.append(step[0])
        end = step[1]
    return (Spoken(tuple(steps), at=at), end) if steps else None


def _in_quotes(line: str, at: int) -> tuple[Spoken, int] | None:
    """An address that stands in quotes, as other programs pass words on; else None."""
    inside = read_address(line, at + 1) if line[at + 1 : at + 2] not in _QUOTES else None
    closed = inside is not None and line[inside[1] : inside[1] + 1] == line[at]
    return (inside[0], inside[1] + 1) if inside and closed else None


def find(spoken: Spoken, known: Addresses, here: str = "") -> str:
    """The id that an address names.

    Raises:
        NoSuchParagraph: it names nothing, or two things; the hint tells what there is.
    """
    if spoken.id:
        return _find_id(spoken, known)
    if spoken.steps == (("here", ""),):
        if here not in known.texts:
            raise NoSuchParagraph("here", hint="here is the paragraph changed last; name one")
        return here
    steps = _resolved(spoken, known)
    ids = known.found.get(steps, [])
    if len(ids) > 1:  # what is called so is meant; others can be called so too
        ids = [id_ for id_ in ids if known.text(id_) == words_of(steps)] or ids
    if len(ids) > 1:
        ways = ", ".join(known.text(id_) for id_ in ids[:6])
        raise NoSuchParagraph(str(spoken), hint=f"it could be any of {ways}: say which")
    if not ids and [kind for kind, _ in steps] == ["part"]:
        whole = words_of(steps)
        raise NoSuchParagraph(whole, hint=f"name a paragraph of a part, such as {whole} op 2")
    if not ids:
        raise NoSuchParagraph(words_of(steps), hint=what_there_is(steps, known))
    return ids[0]


def what_there_is(steps: Steps, known: Addresses) -> str:
    """What stands where an address looked: "there are 12 operative paragraphs, op 1 to op 12"."""
    outer, (kind, label) = steps[:-1], steps[-1]
    if outer and outer not in known.found and outer[-1][0] != "part":
        return what_there_is(outer, known)
    place = f" in {words_of(outer)}" if outer else ""
    row = known.rows.get((outer, kind), [])
    if not row:
        return _nothing(kind, place, outer, known)
    names = [known.text(id_) for id_ in row]
    if len(row) == 1:
        return f"there is one {KINDS[kind]}{place}: {names[0]}"
    near = _near(label, names) if kind in {"op", "item"} else ""
    return f"there are {len(row)} {_many(kind)}{place}, {names[0]} to {names[-1]}{near}"


def _nothing(kind: str, place: str, outer: Steps, known: Addresses) -> str:
    """That there is nothing of this kind, and what there is instead."""
    others = [
        f"{len(row)} {KINDS[other] if len(row) == 1 else _many(other)}"
        for (steps, other), row in known.rows.items()
        if steps == outer
    ]
    none = f"there is no {KINDS[kind]}{place}"
    if not others:
        return none
    verb = "is" if others[0].startswith("1 ") else "are"
    return f"{none}; there {verb} {', '.join(others)}"


def _near(label: str, names: list[str]) -> str:
    """The one that is like what was said, where that is no plain number out of range."""
    if label.isdecimal():
        return ""
    said = nearest(label, [plain_label(name.split()[-1]) for name in names])
    return f"; {said}" if said.startswith("did") else ""


def _many(kind: str) -> str:
    name = KINDS[kind]
    if kind == "line":
        return "notes under the table"
    return name + ("es" if name.endswith("x") else "s")


def _find_id(spoken: Spoken, known: Addresses) -> str:
    if spoken.id not in known.texts:
        raise NoSuchParagraph(f"#{spoken.id}", hint=nearest(spoken.id, known.texts))
    return spoken.id


def _resolved(spoken: Spoken, known: Addresses) -> Steps:
    """The steps with "first" and "last" turned into labels, and "1" into the only annex."""
    steps: Steps = ()
    for kind, label in spoken.steps:
        if not kind:
            steps = _end_of_any(steps, label, known)
        elif label in ENDS:
            steps = _end_of(steps, kind, label, known)
        elif kind == "annex" and (("annex", label),) in known.found:
            (id_, *_) = known.found[("annex", label),]
            steps = (*steps, _annex_step(id_, known))
        else:
            steps = (*steps, (kind, label))
    return steps


def _annex_step(id_: str, known: Addresses) -> tuple[str, str]:
    _, _, label = known.text(id_).partition(" ")
    return ("annex", plain_label(label))


def _end_of(outer: Steps, kind: str, label: str, known: Addresses) -> Steps:
    row = known.rows.get((outer, kind), [])
    if not row:
        raise NoSuchParagraph(
            words_of((*outer, (kind, label))), hint=what_there_is((*outer, (kind, "1")), known)
        )
    wanted = row[ENDS[label]]
    return next(
        steps
        for steps, ids in known.found.items()
        if wanted in ids and steps[:-1] == outer and steps[-1][0] == kind
    )


def _end_of_any(outer: Steps, label: str, known: Addresses) -> Steps:
    """The first or last of whatever stands inside: "op 2 last" may be an item or a bullet."""
    for kind in ("item", "bullet", "op", "text", "quote"):
        if known.rows.get((outer, kind)):
            return _end_of(outer, kind, label, known)
    raise NoSuchParagraph(
        f"{words_of(outer)} {label}".strip(), hint=f"{words_of(outer)} holds nothing"
    )


def _read_step(line: str, at: int, *, first: bool) -> tuple[tuple[str, str], int] | None:
    """One step and where it ends."""
    if item := _ITEM.match(line, at):
        return None if first else (("item", plain_label(item["label"])), item.end())
    if found := _END.match(line, at):
        return (("op" if first else "", found["end"].lower()), found.end())
    if not first and at and line[at - 1].isdigit() and (letter := _LETTER.match(line, at)):
        return ("item", letter["label"]), letter.end()
    if first and (number := re.compile(_NUMBER).match(line, at)):
        return ("op", plain_label(number.group())), number.end()
    return _read_named(line, at)


def _read_named(line: str, at: int) -> tuple[tuple[str, str], int] | None:
    """A step that begins with the word for its kind."""
    named = _KIND.match(line, at)
    kind = WORDS.get(named["kind"].lower()) if named else None
    if named is None or kind is None:
        return None
    place = _skip(line, named.end())
    if kind != "note" and (end := _END.match(line, place)):
        return (kind, end["end"].lower()), end.end()
    if kind == "note" and (end := _END.match(line, place)):
        return (kind, end["end"].lower()), end.end()
    label = _LABELS.get(kind, _LABEL).match(line, place)
    if label is None:
        return (("annex", ""), named.end()) if kind == "annex" else None
    return (kind, plain_label(label.group()) or label.group().casefold()), label.end()


def _skip(line: str, at: int) -> int:
    found = _SPACE.match(line, at)
    return found.end() if found else at
