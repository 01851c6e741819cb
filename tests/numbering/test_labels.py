from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from drafter import resources
from drafter.model import (
    Annex,
    Block,
    Blocks,
    Embedded,
    Heading,
    Paragraph,
    Part,
    Resolution,
    Role,
    Section,
    text,
)
from drafter.numbering import Scheme, number

CASES = Path(__file__).parent.parent / "cases" / "numbering" / "labels.txt"
ROLES = {
    "op": Role.OPERATIVE,
    "pp": Role.PREAMBULAR,
    "item": Role.ITEM,
    "bullet": Role.BULLET,
    "plain": Role.PLAIN,
}


@dataclass(frozen=True)
class Line:
    depth: int
    kind: str
    label: str
    id: str


@dataclass(frozen=True)
class Case:
    title: str
    scheme: Scheme
    lines: tuple[Line, ...]


def cases() -> list[Case]:
    chunks = CASES.read_text(encoding="utf-8").split("\n== ")[1:]
    return [case(chunk) for chunk in chunks]


def case(chunk: str) -> Case:
    title, *rows = [row for row in chunk.splitlines() if row.strip()]
    settings = dict(row.split(": ") for row in rows if "|" not in row)
    scheme = resources.language(settings.get("language", "en")).numbering(
        single_operative=settings.get("lone") == "numbered"
    )
    lines = tuple(line(row, place) for place, row in enumerate(r for r in rows if "|" in r))
    return Case(title, scheme, lines)


def line(row: str, place: int) -> Line:
    left, label = row.split("|")
    return Line((len(left) - len(left.lstrip())) // 2, left.strip(), label.strip(), f"x-{place}")


def build(lines: tuple[Line, ...], depth: int) -> Blocks:
    blocks = []
    for place, own in enumerate(lines):
        if own.depth != depth:
            continue
        inner = []
        for later in lines[place + 1 :]:
            if later.depth <= depth:
                break
            inner.append(later)
        blocks.append(block(own, build(tuple(inner), depth + 1)))
    return tuple(blocks)


def block(own: Line, held: Blocks) -> Block:
    kind, mark, override = own.kind.partition("=")
    if kind == "head":
        return Heading(own.id, text("Heading"), numbered=True, label=override if mark else None)
    if kind in {"section", "section!"}:
        first = held[0] if held and isinstance(held[0], Heading) else None
        return Section(own.id, first, held[1:] if first else held, restarts=kind == "section!")
    if kind == "embedded":
        return Embedded(own.id, blocks=held)
    return Paragraph(
        own.id, ROLES[kind], text("Words"), children=held, label=override if mark else None
    )


def resolution(case: Case) -> Resolution:
    annexes, top = [], []
    lines = list(case.lines)
    while lines:
        own = lines.pop(0)
        chunk = [own]
        while lines and lines[0].depth > 0:
            chunk.append(lines.pop(0))
        if own.kind == "annex":
            annexes.append(Annex(own.id, blocks=build(tuple(chunk[1:]), 1)))
        else:
            top.extend(chunk)
    return Resolution(parts=(Part(operative=build(tuple(top), 0)),), annexes=tuple(annexes))


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.title)
def test_labels_follow_from_the_structure(case: Case) -> None:
    derived = number(resolution(case), case.scheme).labels
    assert [(own.kind, derived[own.id]) for own in case.lines] == [
        (own.kind, own.label) for own in case.lines
    ]


def test_letters_double_after_z() -> None:
    items = tuple(Paragraph(f"i-{n}", Role.ITEM, text("Item")) for n in range(54))
    holder = Paragraph("p-1", Role.OPERATIVE, text("Decides:"), children=items)
    labels = number(Resolution(parts=(Part(operative=(holder,)),))).labels
    assert [labels[f"i-{n}"] for n in (25, 26, 27, 52)] == ["(z)", "(aa)", "(bb)", "(aaa)"]


def test_labels_do_not_depend_on_ids() -> None:
    for case in cases():
        value = resolution(case)
        renamed = replace(
            value, parts=tuple(replace(p, operative=rename(p.operative)) for p in value.parts)
        )
        before = number(value, case.scheme).labels
        after = number(renamed, case.scheme).labels
        assert {f"y{id_}": label for id_, label in before.items() if f"y{id_}" in after} == {
            id_: label for id_, label in after.items() if id_.startswith("y")
        }


def rename(blocks: Blocks) -> Blocks:
    new: list[Block] = []
    for old in blocks:
        match old:
            case Paragraph():
                new.append(replace(old, id=f"y{old.id}", children=rename(old.children)))
            case Section(heading=None) | Embedded():
                new.append(replace(old, id=f"y{old.id}", blocks=rename(old.blocks)))
            case _:
                new.append(old)
    return tuple(new)
