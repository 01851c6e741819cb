"""How close our pages come to the official ones, line by line.

For every adopted text in `pairs/` of the real documents (the folder that DRAFTER_REAL_DOCS names)
that has both Akoma Ntoso and a PDF file: the text is exported, printed by LibreOffice, and its
lines are compared with those of the official PDF file. A line counts when the same words stand as
one line on the same page.

`python benchmarks/layout_score.py` prints a line for each text, the mean and the worst, and fails
when a goal is missed. All lines count alike here: text, notes, masthead, heads and feet.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import unicodedata
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from drafter.errors import DrafterError
from drafter.formats import akn, pdf

MEAN, LEAST, SAME_PAGES = 0.80, 0.62, 0.90
"""What must not be lost: mean share of lines, that of the worst text, texts with as many pages."""
_LOOK_ALIKE = str.maketrans("\u2010\u2011\u2018\u2019\u201c\u201d", "--''\"\"", "\u00ad\u200b")

Pages = list[list[str]]


@dataclass(frozen=True, slots=True)
class Score:
    """One text: the share of official lines that ours has in their place, and both page counts."""

    name: str
    lines: float
    ours: int
    official: int


def main() -> int:
    """Score every pair; returns 1 when a goal is missed, 2 when there is nothing to measure."""
    folder = Path(os.environ.get("DRAFTER_REAL_DOCS", "")) / "pairs"
    pairs = [
        (text, official)
        for text in sorted(folder.glob("A_RES_*.xml"))
        if (official := _official(text))
    ]
    if not os.environ.get("DRAFTER_REAL_DOCS") or not pairs:
        print("set DRAFTER_REAL_DOCS to a folder with pairs/A_RES_*.xml and .pdf files")
        return 2
    scores = [score(text, official) for text, official in pairs]
    return _verdict(scores)


def score(text: Path, official: Path) -> Score:
    """Export and print one text and compare it with its official pages."""
    data = pdf.write(akn.read(text.read_bytes()).value)
    with tempfile.NamedTemporaryFile(suffix=".pdf") as printed:
        printed.write(data)
        printed.flush()
        ours = pages(Path(printed.name))
    wanted = pages(official)
    return Score(official.stem, _share(ours, wanted), len(ours), len(wanted))


def pages(document: Path) -> Pages:
    """The lines of every page without white space, look-alike signs made one."""
    command = ["pdftotext", "-raw", str(document), "-"]
    run = subprocess.run(command, capture_output=True, check=True)
    texts = run.stdout.decode().split("\f")[:-1]
    return [[line for raw in text.splitlines() if (line := _squeezed(raw))] for text in texts]


def _official(text: Path) -> Path | None:
    """The official pages: A_RES_80_4.pdf belongs to A_RES_80_4-2520345E.xml."""
    official = text.with_name(text.stem.rpartition("-")[0] + ".pdf")
    return official if official.is_file() else None


def _share(ours: Pages, wanted: Pages) -> float:
    alike = (Counter(one) & Counter(two) for one, two in zip(ours, wanted, strict=False))
    return sum(sum(lines.values()) for lines in alike) / max(1, sum(map(len, wanted)))


def _squeezed(line: str) -> str:
    return "".join(unicodedata.normalize("NFKC", line).translate(_LOOK_ALIKE).split())


def _verdict(scores: list[Score]) -> int:
    for one in sorted(scores, key=lambda found: found.lines):
        print(f"{one.lines:7.3f}  {one.ours:3} of {one.official:3} pages  {one.name}")
    average, least = mean(one.lines for one in scores), min(one.lines for one in scores)
    same = mean(one.ours == one.official for one in scores)
    print(f"mean {average:.3f} (goal {MEAN}), least {least:.3f} (goal {LEAST}),", end=" ")
    print(f"as many pages in {same:.0%} (goal {SAME_PAGES:.0%})")
    return int(average < MEAN or least < LEAST or same < SAME_PAGES)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except DrafterError as error:
        sys.exit(f"{error.what}; {error.hint}")
