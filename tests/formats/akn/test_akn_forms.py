from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from drafter.formats.akn import read, write
from drafter.model.invariants import faults
from tests.akn_outline import outline
from tests.akn_skeleton import document

CASES = Path(__file__).parents[2] / "cases" / "akn" / "forms"


@dataclass(frozen=True)
class Case:
    name: str
    language: str
    notices: tuple[str, ...]
    elements: str
    wanted: str


def case(path: Path) -> Case:
    source, wanted = path.read_text(encoding="utf-8").split("\n----\n")
    first, second, elements = source.split("\n", 2)
    notices = tuple(second.removeprefix("notices:").split())
    return Case(path.stem, first.removeprefix("language: "), notices, elements, wanted.rstrip("\n"))


@pytest.mark.parametrize(
    "case", [case(p) for p in sorted(CASES.glob("*.txt"))], ids=lambda c: c.name
)
def test_every_form_is_read_as_its_case_says(case: Case) -> None:
    found = read(document(case.elements, case.language))
    assert outline(found.value) == case.wanted
    told = [n.kind.value for n in found.notices if not n.message.startswith("there ")]
    assert sorted(told) == sorted(case.notices)
    assert faults(found.value) == ()
    assert read(write(found.value)).value == found.value
