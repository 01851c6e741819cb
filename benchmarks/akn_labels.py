"""How many printed labels of official files are the derived ones, and why the others are not.

Counts paragraphs and headings; a label that had to be kept is listed with its cause. The goal is
that 99.5 of 100 follow from numbering alone. `--list` prints every one of the others.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from drafter import resources
from drafter.formats.akn import read
from drafter.model import Block, Heading, Paragraph, Resolution, Role, plain_text, query, walk
from drafter.numbering import Scheme, number
from drafter.numbering.forms import chain_of

GOAL = 0.995
_CUT = re.compile(r"\d{1,2}\.?\s")


@dataclass(frozen=True)
class Kept:
    """A label that is not the derived one."""

    file: str
    label: str
    derived: str
    cause: str


def scheme(value: Resolution) -> Scheme:
    """The numbering of a text's language and organ."""
    organ = value.masthead.organ
    single = organ in resources.names("organs") and resources.organ(organ).single_operative
    return resources.language(value.language).numbering(single_operative=single)


def kept(path: Path, value: Resolution) -> Iterator[Kept]:
    """The labels of a text that are overrides, each with what numbering alone would give."""
    blocks = [site.block for site in query(value)]
    for block in blocks:
        if isinstance(block, Paragraph | Heading) and block.label is not None:
            derived = number(_without(value, block.id), scheme(value)).label(block.id)
            yield Kept(path.name, block.label, derived, cause(block, derived))


def _without(value: Resolution, id_: str) -> Resolution:
    def change(block: Block) -> tuple[Block, ...]:
        if block.id == id_ and isinstance(block, Paragraph | Heading):
            return (replace(block, label=None),)
        return (block,)

    return walk(value, change)


def cause(block: Paragraph | Heading, derived: str) -> str:
    """Why a label had to be kept."""
    label = block.label or ""
    if not label:
        return "printed without a number"
    if isinstance(block, Paragraph) and block.role in (Role.PLAIN, Role.QUOTED):
        return "label of a text that is not numbered"
    if chain_of(label) and _CUT.match(plain_text(block.body)):
        return "number cut in two in the source"
    if _shape(label) == _shape(derived):
        return "number lost, repeated or out of order in the source"
    return "first label in another form"


def _shape(label: str) -> str:
    return re.sub(r"[^\W\d_]+", "a", re.sub(r"\d+", "9", label))


def main() -> int:
    """Count and print; the exit code says whether the goal is met."""
    parser = argparse.ArgumentParser(description=__doc__)
    default = Path(os.environ.get("DRAFTER_REAL_DOCS", "../shared/data")) / "akn"
    parser.add_argument("folder", nargs="?", type=Path, default=default)
    parser.add_argument("--list", action="store_true", help="print every label that is kept")
    given = parser.parse_args()
    total, found = 0, []
    for path in sorted(given.folder.rglob("*.xml")):
        value = read(path.read_bytes()).value
        total += sum(isinstance(site.block, Paragraph | Heading) for site in query(value))
        found += list(kept(path, value))
    if not total:
        print(f"no .xml files in {given.folder}")
        return 2
    if given.list:
        for one in found:
            print(f"{one.file}: {one.label!r} for {one.derived!r}: {one.cause}")
    print(f"{total:,} paragraphs and headings, {1 - len(found) / total:.2%} as derived")
    for why, count in Counter(one.cause for one in found).most_common():
        print(f"{count:5} {why}")
    worst = Counter(one.file for one in found).most_common(3)
    print("most in", ", ".join(f"{file} ({count})" for file, count in worst))
    return 0 if 1 - len(found) / total >= GOAL else 1


if __name__ == "__main__":
    sys.exit(main())
