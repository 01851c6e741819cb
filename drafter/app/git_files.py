"""What git calls for a file: its text for `git diff`, and the merge of three versions.

Not every .json or .docx file in a repository is a resolution: for all others git gets what it would
do by itself.
"""

from __future__ import annotations

from hashlib import blake2s
from pathlib import Path

from drafter.app.compare import side_of
from drafter.app.git import run_git
from drafter.app.merge import merge_documents
from drafter.app.open import open_resolution
from drafter.app.save import save
from drafter.errors import DrafterError, Refused
from drafter.merge import Conflict
from drafter.model import Resolution
from drafter.render.plain import plain_lines
from drafter.report import Kind

NAMES = ("ours", "theirs")


def text_of(path: str) -> bytes:
    """A file as lines for `git diff`: a paragraph a line, without numbers, which only follow.

    A file that is no resolution is given as it is; of a binary one, its size and fingerprint.
    """
    try:
        resolution = open_resolution(path, changes=_tracked(path)).value
    except DrafterError as error:
        return _foreign(Path(path), error)
    lines = plain_lines(resolution, side_of(resolution, ""))
    return "".join(f"{line}\n" for line in lines).encode("utf-8")


def merge_files(base: str, ours: str, theirs: str, name: str) -> tuple[Conflict, ...] | None:
    """Write the merge of three versions of the file called `name` over `ours`.

    Returns the conflicts, or None when drafter cannot merge these files without losing something
    and git's own merge has conflicts.

    Raises:
        Unwritable: the merged file cannot be written.
    """
    form = Path(name).suffix
    try:
        first, second, third = (_whole(path, form) for path in (base, ours, theirs))
        merged = merge_documents(first, second, third, NAMES)
    except DrafterError:
        return () if _merged_by_git(base, ours, theirs) else None
    save(merged.resolution, ours, form=form, force=True)
    return merged.conflicts


def _whole(path: str, form: str) -> Resolution:
    """A resolution whose file says nothing that the model cannot hold."""
    reading = open_resolution(path, form)
    if any(notice.kind is Kind.SKIPPED for notice in reading.notices):
        raise Refused("a part of the file would be lost")
    return reading.value


def _tracked(path: str) -> str:
    return "accept" if path.lower().endswith(".docx") else ""


def _merged_by_git(base: str, ours: str, theirs: str) -> bool:
    """Merge line by line, as git does without drafter; whether there is no conflict."""
    labels = ("-L", "ours", "-L", "base", "-L", "theirs")
    return run_git("merge-file", *labels, ours, base, theirs).returncode == 0


def _foreign(path: Path, error: DrafterError) -> bytes:
    data = path.read_bytes() if path.is_file() else b""
    if b"\0" not in data:
        return data
    return f"{error.what}: {len(data)} bytes, {blake2s(data).hexdigest()}\n".encode()
