r"""The journal of a draft: every change is on the disk before anybody sees it.

Beside `NAME` stands `.NAME.journal`, lines of JSON, each with its checksum before it:

    1f0c... {"journal": 1, "base": [...]}          the draft when the journal was begun, as lines
    9a81... {"keep": 1, "add": [["op 3 deleted", DELTA]], "at": 1}        a change, an undo, a redo
    77e2... {"saved": 1, "hash": "..."}            the file as it was read or written

The states are a row: `keep` says how many of them stay (a change after an undo drops those that
were undone), `add` what follows, `at` which is the state of now. A line that was torn by a crash is
dropped. The file is locked as long as a session has it open.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from drafter.app.deltas import Coder, Lines, delta, patched
from drafter.errors import DrafterError, Malformed, Unwritable
from drafter.model import Resolution

VERSION = 1
WASTE = 200
"""How many states that no undo leads to may stand in a journal before it is written anew."""


class Locked(DrafterError):
    """Another session has the draft open."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A state of the draft, what led to it, and its lines."""

    draft: Resolution
    said: str
    lines: Lines


@dataclass
class Row:
    """What a journal tells: the states, which is that of now, what the file held last.

    `file_hash` is "" where the draft has no file yet; `dropped` counts states that are no more.
    """

    entries: list[Entry] = field(default_factory=list)
    at: int = 0
    file_hash: str = ""
    dropped: int = 0


class Journal:
    """An open journal. Only one session can have it open; it holds the lock until it is closed."""

    def __init__(self, path: Path, handle: int) -> None:
        self.path = path
        self.coder = Coder()
        self.row = Row()
        self.damaged = False
        self._handle = handle

    @property
    def current(self) -> Entry:
        """The state of now."""
        return self.row.entries[self.row.at]

    def begin(self, draft: Resolution, file_hash: str) -> None:
        """Start anew with one state."""
        lines = self.coder.lines(draft)
        self.row = Row([Entry(draft, "", lines)], 0, file_hash)
        self._write_anew()

    def record(self, states: Sequence[tuple[Resolution, str]], at: int) -> None:
        """Make the row of states this one: what is new goes to the disk before this returns.

        `states` are all of them with what led to each; those that were there already are known by
        being the same objects.

        Raises:
            Unwritable: the disk does not take it.
        """
        known = self.row.entries
        keep = _common(known, states)
        entries = known[:keep]
        added: list[list[Any]] = []
        for draft, said in states[keep:]:
            lines = self.coder.lines(draft)
            before = entries[-1].lines if entries else ()
            added.append([said, delta(before, lines)])
            entries.append(Entry(draft, said, lines))
        self._append({"keep": keep, "add": added, "at": at})
        self.row.dropped += len(known) - keep
        self.row.entries, self.row.at = entries, at

    def saved(self, file_hash: str) -> None:
        """Note what the file holds now: the state of now."""
        self._append({"saved": self.row.at, "hash": file_hash})
        self.row.file_hash = file_hash

    def close(self, *, remove: bool = False) -> None:
        """Give the lock back; with `remove` the file goes."""
        if remove:
            with contextlib.suppress(OSError):
                self.path.unlink()
        with contextlib.suppress(OSError):
            os.close(self._handle)

    def read(self) -> bool:
        """Take in what the file tells; False where there is nothing in it."""
        with os.fdopen(os.dup(self._handle), "rb") as file:
            file.seek(0)
            content = file.read()
        good = 0
        for line in content.splitlines(keepends=True):
            data = _checked(line)
            if data is None:
                break
            try:
                self._take_in(data)
            except (DrafterError, ValueError, KeyError, IndexError, TypeError):
                break
            good += len(line)
        self._cut(content, good)
        if self.row.dropped > WASTE:
            self._write_anew()
        return bool(self.row.entries)

    def _take_in(self, data: dict[str, Any]) -> None:
        row = self.row
        if "journal" in data:
            if data["journal"] != VERSION:
                raise Malformed("the journal is of another version")
            lines = tuple(data["base"])
            row.entries = [Entry(self.coder.draft(lines), "", lines)]
        elif "add" in data:
            entries = row.entries[: data["keep"]]
            for said, steps in data["add"]:
                lines = patched(entries[-1].lines, steps)
                entries.append(Entry(self.coder.draft(lines), said, lines))
            row.dropped += len(row.entries) - data["keep"]
            row.entries, row.at = entries, data["at"]
        else:
            row.file_hash = data["hash"]

    def _cut(self, content: bytes, good: int) -> None:
        """Cut off a torn last line; a journal that is broken elsewhere is kept beside as it was."""
        if good == len(content):
            return
        rest = content[good:]
        if b"\n" in rest[:-1]:
            self.damaged = True
            self.path.with_name(self.path.name + ".damaged").write_bytes(content)
        os.ftruncate(self._handle, good)

    def _append(self, data: dict[str, Any]) -> None:
        try:
            place = os.lseek(self._handle, 0, os.SEEK_END)
            try:
                _write(self._handle, _line(data))
                os.fsync(self._handle)
            except OSError:
                os.ftruncate(self._handle, place)
                raise
        except OSError as error:
            raise _unwritable(self.path, error) from error

    def _write_anew(self) -> None:
        """Write the journal whole: beside, then put in its place with its lock."""
        beside = self.path.with_name(f"{self.path.name}.{os.getpid()}.part")
        try:
            handle = os.open(beside, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
            lock(handle)
            _write(handle, b"".join(_line(data) for data in self._told()))
            os.fsync(handle)
            beside.replace(self.path)
            _sync_folder(self.path.parent)
        except OSError as error:
            with contextlib.suppress(OSError):
                beside.unlink()
            raise _unwritable(self.path, error) from error
        os.close(self._handle)
        self._handle = handle
        self.row.dropped = 0

    def _told(self) -> Iterator[dict[str, Any]]:
        """Everything that the journal has to tell, without what was dropped."""
        first, *rest = self.row.entries
        yield {"journal": VERSION, "base": list(first.lines)}
        before = first
        for place, entry in enumerate(rest, 1):
            added = [[entry.said, delta(before.lines, entry.lines)]]
            yield {"keep": place, "add": added, "at": place}
            before = entry
        if self.row.at != len(rest):
            yield {"keep": len(rest) + 1, "add": [], "at": self.row.at}
        yield {"saved": self.row.at, "hash": self.row.file_hash}


def journal_of(draft: Path) -> Path:
    """Where the journal of a file stands."""
    place = draft.resolve()
    return place.with_name(f".{place.name[:200]}.journal")


def open_journal(draft: Path) -> Journal:
    """The journal of a file, made where there is none, and locked.

    Raises:
        Locked: another session has it open.
        Unwritable: the folder does not let it be written.
    """
    path = journal_of(draft)
    try:
        while True:
            handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
            if not lock(handle):
                os.close(handle)
                raise Locked(
                    "another session has this draft open",
                    hint="close it there, or export the draft here under another name",
                    source=str(draft),
                )
            if _is_still(path, handle):
                return Journal(path, handle)
            os.close(handle)  # it was written anew or taken away between opening and locking
    except OSError as error:
        raise _unwritable(path, error) from error


def lock(handle: int) -> bool:
    """Lock a file for this process, without waiting; False where another one has locked it."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - only there

            os.lseek(handle, 1 << 40, os.SEEK_SET)  # far behind the content, which stays readable
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - not there on Windows

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _common(known: Sequence[Entry], states: Sequence[tuple[Resolution, str]]) -> int:
    """How many states at the start are the same, and were led to by the same change."""
    keep = 0
    for entry, (draft, said) in zip(known, states, strict=False):
        if entry.draft is not draft or entry.said != said:
            break
        keep += 1
    return keep


def _is_still(path: Path, handle: int) -> bool:
    """Whether the open file is the one that has the name now."""
    try:
        return os.path.samestat(path.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False


def _line(data: dict[str, Any]) -> bytes:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    return b"%08x %s\n" % (zlib.crc32(text), text)


def _checked(line: bytes) -> dict[str, Any] | None:
    """The data of a line; None where it is torn or broken."""
    if not line.endswith(b"\n") or len(line) < 10:
        return None
    text = line[9:-1]
    if line[:9] != b"%08x " % zlib.crc32(text):
        return None
    data = json.loads(text)
    return data if isinstance(data, dict) else None


def _write(handle: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(handle, view) :]


def _sync_folder(folder: Path) -> None:
    """Have the name of a new file on the disk too; where folders cannot be opened, it is so."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _unwritable(path: Path, error: OSError) -> Unwritable:
    reason = error.strerror or str(error)
    return Unwritable(
        f"the journal cannot be written: {reason}",
        hint="without it changes could be lost; make room, or open a copy elsewhere",
        source=str(path),
    )
