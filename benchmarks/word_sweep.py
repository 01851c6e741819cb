"""Every official text as a Word file: is it valid, does it open, does it say the same?

Each Akoma Ntoso file of the real documents (the folder that DRAFTER_REAL_DOCS names: `akn/` and
`pairs/`) is written as a Word file twice, with typed and with living numbers, and each file

- is read back and written as Akoma Ntoso again, which must share the lossless text of the source;
- is validated by the Open XML SDK;
- is opened by LibreOffice and printed, many files at a time.

`python -m benchmarks.word_sweep` names every file that fails as soon as it is known, and counts
after each of these steps. The exit code is 1 when one fails, 2 when there are no files. `--every N`
takes only each N-th text, `--auto-every N` opens only each N-th file with living numbers: all of
them take half an hour.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from benchmarks.word_opening import unopened
from drafter.errors import DrafterError
from drafter.formats import akn, word
from tests.lossless import losses, record
from tests.word_tools import validation_errors

BATCH = 40
"""Files that LibreOffice prints in one run."""


@dataclass(frozen=True, slots=True)
class Export:
    """One Word file of one source: where it is, and what was lost on the way there and back."""

    source: Path
    numbering: word.LabelMode
    document: Path
    lost: tuple[str, ...]

    @property
    def name(self) -> str:
        """How a report names it."""
        return f"{self.source.parent.name}/{self.source.stem} ({self.numbering})"


def sources(folder: Path) -> list[Path]:
    """The Akoma Ntoso files of the real documents."""
    return [path for sub in ("akn", "pairs") for path in sorted((folder / sub).rglob("*.xml"))]


def export(source: Path, numbering: word.LabelMode, document: Path) -> Export:
    """Write one Word file and read it back."""
    data = source.read_bytes()
    try:
        made = word.write(akn.read(data).value, word.WordOptions(numbering=numbering))
        document.write_bytes(made)
        lost = losses(record(data), record(akn.write(word.read(made).value)))
    except DrafterError as error:
        lost = [f"{type(error).__name__}: {error}"]
    return Export(source, numbering, document, tuple(lost))


def exports(found: Iterable[Path], folder: Path) -> list[Export]:
    """Every source with typed and with living numbers; the files are named by their places."""
    return [
        export(source, numbering, folder / f"{place}-{numbering}.docx")
        for place, source in enumerate(found)
        for numbering in word.LabelMode
    ]


def tell(what: str) -> None:
    """Print a line at once: a sweep takes long, and may be stopped."""
    print(what, flush=True)


def lossy(made: Iterable[Export]) -> Iterator[str]:
    """What is not the same again."""
    return (f"{one.name}: {what}" for one in made for what in one.lost)


def invalid(made: Sequence[Export]) -> Iterator[str]:
    """What the Open XML SDK finds wrong."""
    with ThreadPoolExecutor(2) as pool:
        found = pool.map(validation_errors, [one.document for one in made])
        for one, errors in zip(made, found, strict=True):
            yield from (f"{one.name}: {error}" for error in errors)


def closed(made: Sequence[Export], folder: Path) -> Iterator[str]:
    """Files of which LibreOffice makes no pages."""
    for start in range(0, len(made), BATCH):
        batch = {one.document: one for one in made[start : start + BATCH]}
        pages = folder / f"batch-{start}"
        pages.mkdir()
        for document in unopened(list(batch), pages):
            yield f"{batch[document].name}: LibreOffice makes no pages"


def opened(made: Iterable[Export], auto_every: int) -> list[Export]:
    """The files to open: all with typed numbers, and each N-th with living ones."""
    typed = [one for one in made if one.numbering is word.LabelMode.TYPED]
    living = [one for one in made if one.numbering is word.LabelMode.AUTO]
    return [*typed, *living[::auto_every]]


def step(name: str, files: int, faults: Iterable[str]) -> int:
    """Name the faults of one step as they are found, then count them; returns how many."""
    count = 0
    for fault in faults:
        tell(f"  {fault}")
        count += 1
    tell(f"{name}: {files} files, {count} faults")
    return count


def report(found: Sequence[Path], folder: Path, auto_every: int) -> int:
    """Make and check, step by step; returns the number of faults."""
    made = exports(found, folder)
    written = [one for one in made if one.document.is_file()]
    tell(f"{len(found)} texts, {len(made)} exports, {len(written)} written")
    some = opened(written, auto_every)
    return sum(
        (
            step("the same again", len(made), lossy(made)),
            step("Open XML SDK", len(written), invalid(written)),
            step("LibreOffice", len(some), closed(some, folder)),
        )
    )


def main() -> int:
    """Sweep and print; the exit code says whether all is well."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1, help="take each N-th file only")
    parser.add_argument("--auto-every", type=int, default=1, help="open each N-th auto file only")
    given = parser.parse_args()
    folder = Path(os.environ.get("DRAFTER_REAL_DOCS", "../shared/data"))
    found = sources(folder)[:: given.every]
    if not found:
        print("set DRAFTER_REAL_DOCS to a folder with akn/ and pairs/")
        return 2
    with tempfile.TemporaryDirectory(prefix="drafter-sweep-") as made:
        return int(report(found, Path(made), given.auto_every) > 0)


if __name__ == "__main__":
    sys.exit(main())
