"""Every official text as a Word file: is it valid, does it open, does it say the same?

Each Akoma Ntoso file of the real documents (the folder that DRAFTER_REAL_DOCS names: `akn/` and
`pairs/`) is written as a Word file twice, with typed and with living numbers, and each file

- is read back and written as Akoma Ntoso again, which must share the lossless text of the source;
- is validated by the Open XML SDK;
- is opened by LibreOffice and printed, many files at a time.

`python -m benchmarks.word_sweep` prints the counts and names every file that fails. The exit code
is 1 when one does, 2 when there are no files. `--every N` takes only each N-th file: all of them
take a quarter of an hour.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from drafter.errors import DrafterError
from drafter.formats import akn, word
from tests.lossless import losses, record
from tests.word_tools import to_pdf, validation_errors

BATCH = 40
"""Files that LibreOffice prints in one run, within the time that the tests' tool gives it."""


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


def invalid(made: list[Export]) -> list[str]:
    """What the Open XML SDK finds wrong."""
    with ThreadPoolExecutor(2) as pool:
        found = pool.map(validation_errors, [one.document for one in made])
    return [
        f"{one.name}: {error}" for one, errors in zip(made, found, strict=True) for error in errors
    ]


def unopened(made: list[Export], folder: Path) -> list[str]:
    """Files of which LibreOffice made no pages."""
    failed = []
    for start in range(0, len(made), BATCH):
        batch = made[start : start + BATCH]
        pdfs = _printed(batch, folder / f"batch-{start}")
        failed += [
            f"{one.name}: LibreOffice made no pages"
            for one, pdf in zip(batch, pdfs, strict=True)
            if not pdf.is_file() or not pdf.stat().st_size
        ]
    return failed


def _printed(batch: list[Export], folder: Path) -> list[Path]:
    """The pages of a batch, in a folder and with a profile of its own.

    LibreOffice may never end with a file; then the pages of that file and of those behind it lack.
    """
    folder.mkdir()
    try:
        return to_pdf([one.document for one in batch], folder)
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError):
        return [folder / f"{one.document.stem}.pdf" for one in batch]


def report(found: list[Path], folder: Path) -> int:
    """Make, check and count; returns the number of failures."""
    made = exports(found, folder)
    written = [one for one in made if one.document.is_file()]
    lost = [f"{one.name}: {what}" for one in made for what in one.lost]
    wrong, closed = invalid(written), unopened(written, folder)
    for line in (*lost, *wrong, *closed):
        print(line)
    same = sum(not one.lost for one in made)
    print(f"{len(found)} texts, {len(made)} exports, {len(written)} written, {same} the same again")
    print(f"{len(wrong)} errors of the Open XML SDK, {len(closed)} not opened by LibreOffice")
    return len(lost) + len(wrong) + len(closed)


def main() -> int:
    """Sweep and print; the exit code says whether all is well."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1, help="take each N-th file only")
    given = parser.parse_args()
    folder = Path(os.environ.get("DRAFTER_REAL_DOCS", "../shared/data"))
    found = sources(folder)[:: given.every]
    if not found:
        print("set DRAFTER_REAL_DOCS to a folder with akn/ and pairs/")
        return 2
    with tempfile.TemporaryDirectory(prefix="drafter-sweep-") as made:
        return int(report(found, Path(made)) > 0)


if __name__ == "__main__":
    sys.exit(main())
