"""A draft with its file and its journal: opened, changed, saved, closed, and nothing lost."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

from drafter.app.journal import Entry, Journal, Locked, open_journal
from drafter.app.open import open_resolution
from drafter.app.save import encode, write_whole
from drafter.commands import Desk, State, Step, saved
from drafter.errors import Refused, Unreadable, Unwritable
from drafter.formats.registry import FORMATS, format_of
from drafter.model import Resolution, query
from drafter.report import Notice, Read

KEPT = (".draft", ".json")
"""The formats that a draft is kept in while it is worked on; another one is opened as `.draft`."""
UNTITLED = "untitled"


@dataclass(frozen=True, slots=True)
class Opened:
    """A draft that has been opened.

    `told` is what a person must know: that changes were recovered, that another session has it
    open, that the file was changed in between. `notices` are those of the reader.
    """

    state: State
    keeper: Keeper
    told: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()


class Keeper:
    """Keeps a draft: its journal, and its file as it was last read or written.

    Without a journal the draft can be looked at but not changed.
    """

    def __init__(self, path: Path, journal: Journal | None) -> None:
        self.path = path
        self.journal = journal

    def changed(self, state: State) -> None:
        """Put what a command has made on the disk; call it before anything of it is shown.

        Raises:
            Unwritable: the disk does not take it; the change is to be forgotten.
        """
        if self.journal is None:
            raise Refused("the draft is open for reading only", hint="export it to work on a copy")
        self.journal.record(_states(state), len(state.past))

    def write(self, state: State, path: str = "", *, force: bool = False) -> State:
        """Write the draft to its file, or to another one, which is its file from then on.

        Raises:
            Refused: the file was changed by another program, or another file is there, and `force`
                is not given; the draft is open for reading only.
            Unwritable: it cannot be written.
            DrafterError: the format cannot carry the draft.
        """
        target = Path(path) if path else self.path
        if self.journal is None and target.resolve() == self.path.resolve():
            raise Refused("another session has this draft open", hint="save it under another name")
        data = encode(state.resolution, str(target))
        _check_readable(data, target, state.resolution)
        if target.resolve() == self.path.resolve():
            self._check_unchanged(force=force)
            write_whole(data, str(target), force=True)
        else:
            self._move_to(target, state, data, force=force)
        if self.journal is not None:
            self.journal.saved(_hash(data))
        return saved(state, str(target))

    def close(self, *, discard: bool = False) -> None:
        """End; the journal keeps what was not saved, unless it is to be forgotten."""
        if self.journal is None:
            return
        if discard:
            self._forget()
        row = self.journal.row
        unchanged = len(row.entries) < 2 and (bool(row.file_hash) or _is_empty(row.entries))
        self.journal.close(remove=unchanged or (discard and not row.file_hash))
        self.journal = None

    def _forget(self) -> None:
        """Take the changes that were not saved out of the journal."""
        journal = self.journal
        if journal is None:
            return
        if not self.path.exists():
            return
        data = self.path.read_bytes()
        held = _read(self.path).value
        row = journal.row
        places = [place for place, one in enumerate(row.entries) if one.draft == held]
        if not places:
            journal.begin(held, _hash(data))
            return
        last = places[-1]
        kept = [(one.draft, one.said) for one in row.entries[: last + 1]]
        journal.record(kept, last)

    def _check_unchanged(self, *, force: bool) -> None:
        journal = self.journal
        if journal is None or force or not self.path.exists():
            return
        if _hash(self.path.read_bytes()) != journal.row.file_hash:
            raise Refused(
                "another program has changed the file since it was opened",
                hint=f"diff {self.path.name} shows how; save force replaces it;"
                " save NAME keeps both",
                source=str(self.path),
            )

    def _move_to(self, target: Path, state: State, data: bytes, *, force: bool) -> None:
        """Write to another file and go on with that one, its history with it."""
        journal = open_journal(target)
        try:
            write_whole(data, str(target), force=force)
        except BaseException:
            journal.close()
            raise
        states = _states(state)
        journal.begin(states[0][0], "")
        journal.record(states, len(state.past))
        self.close(discard=True)
        self.path, self.journal = target, journal


def open_draft(path: str, desk: Desk) -> Opened:
    """Open a draft for work: the file, and what its journal knows beyond it.

    A file in another format than `.draft` and `.json` is read, and kept as `.draft` beside it. A
    file that is not there but has a journal is recovered from that.

    Raises:
        DrafterError: there is no such file, or it cannot be read.
    """
    own, told = _kept_path(path)
    if not own.exists() and own != Path(path):
        return _opened_copy(path, own, desk, told)
    try:
        journal = open_journal(own)
    except (Locked, Unwritable) as error:
        reading = _read(own)
        state = State(reading.value, desk, str(own), reading.value, read_only=True)
        said = (*told, f"{error.what}: it can only be read here")
        return Opened(state, Keeper(own, None), said, reading.notices)
    try:
        return _with_journal(own, journal, desk, told)
    except BaseException:
        journal.close(remove=not journal.row.entries)
        raise


def start_draft(resolution: Resolution, path: str, desk: Desk) -> Opened:
    """Begin a draft that has no file yet; without a name it is `untitled.draft`, or -2, -3.

    Raises:
        Refused: there is such a file already.
        Locked: another session has begun a draft of this name.
    """
    own = Path(path) if path else _free_name()
    if own.exists():
        raise Refused("there is such a file already", hint="open it, or give another name")
    journal = open_journal(own)
    journal.read()
    if journal.row.entries:
        journal.close()
        raise Refused(
            "a draft of this name was begun and not saved", hint=f"open {own}, or name another"
        )
    journal.begin(resolution, "")
    state = State(resolution, desk, str(own))
    return Opened(state, Keeper(own, journal))


def begun_drafts(folder: Path) -> tuple[Path, ...]:
    """The drafts that were begun in a folder and never saved: there is a journal and no file."""
    names = (entry.name[1:].removesuffix(".journal") for entry in folder.glob(".*.journal"))
    return tuple(sorted(folder / name for name in names if not (folder / name).exists()))


def _is_empty(entries: list[Entry]) -> bool:
    """Whether a draft was begun and nothing was written."""
    return not any(entry.draft.title or any(query(entry.draft)) for entry in entries)


def _kept_path(path: str) -> tuple[Path, tuple[str, ...]]:
    given = Path(path)
    if given.suffix.lower() in KEPT or not given.suffix:
        return given, ()
    format_of(path)
    own = given.with_suffix(".draft")
    return own, (f"{given.name} stays as it is; the draft is kept in {own.name}",)


def _opened_copy(path: str, own: Path, desk: Desk, told: tuple[str, ...]) -> Opened:
    reading = open_resolution(path)
    opened = start_draft(reading.value, str(own), desk)
    return replace(opened, told=told, notices=reading.notices)


def _with_journal(own: Path, journal: Journal, desk: Desk, told: tuple[str, ...]) -> Opened:
    known = journal.read()
    if not own.exists():
        if not known:
            _read(own)  # raises that there is no such file
        recovered = f"{own.name} was never saved; it is recovered from its journal"
        return Opened(_state(own, journal, desk, None), Keeper(own, journal), (*told, recovered))
    data = own.read_bytes()
    reading = _read(own)
    file_hash = _hash(data)
    if not known:
        journal.begin(reading.value, file_hash)
    elif file_hash != journal.row.file_hash:
        told = (*told, *_changed_outside(journal, reading.value))
        journal.saved(file_hash)
    state = _state(own, journal, desk, reading.value)
    return Opened(
        state, Keeper(own, journal), (*told, *_recovered(state, journal)), reading.notices
    )


def _changed_outside(journal: Journal, now: Resolution) -> tuple[str, ...]:
    """Go on from what the file holds; what the journal knew can be gone back to."""
    if now == journal.current.draft:
        return ()
    row = journal.row
    kept = [(one.draft, one.said) for one in row.entries[: row.at + 1]]
    journal.record([*kept, (now, "changed by another program")], row.at + 1)
    return ("another program has changed the file; undo goes back to how it was here",)


def _recovered(state: State, journal: Journal) -> tuple[str, ...]:
    damaged: tuple[str, ...] = ()
    if journal.damaged:
        damaged = (f"the journal was damaged; it is kept as {journal.path.name}.damaged",)
    if not state.unsaved:
        return damaged
    return (
        *damaged,
        "changes that were not saved are recovered: diff shows them, revert saved drops them",
    )


def _state(own: Path, journal: Journal, desk: Desk, file: Resolution | None) -> State:
    """The state that a journal tells."""
    entries, at = journal.row.entries, journal.row.at
    past = _steps(entries[: at + 1])
    future = tuple(Step(entry.draft, entry.said) for entry in reversed(entries[at + 1 :]))
    same = next((entry.draft for entry in reversed(entries) if entry.draft == file), file)
    return State(entries[at].draft, desk, str(own), same, past, future)


def _steps(entries: list[Entry]) -> tuple[Step, ...]:
    return tuple(Step(before.draft, after.said) for before, after in pairwise(entries))


def _states(state: State) -> list[tuple[Resolution, str]]:
    """All drafts of a session in a row, each with what led to it."""
    drafts = [step.resolution for step in state.past] + [state.resolution]
    said = ["", *(step.said for step in state.past)]
    after = [(step.resolution, step.said) for step in reversed(state.future)]
    return [*zip(drafts, said, strict=True), *after]


def _read(path: Path) -> Read[Resolution]:
    return open_resolution(str(path))


def _check_readable(data: bytes, target: Path, resolution: Resolution) -> None:
    """Read what is about to be written, where reading gives back exactly what was written."""
    suffix = target.suffix.lower()
    if suffix in KEPT and FORMATS[suffix].read(data).value != resolution:
        raise Unreadable(
            "the draft does not read back as it is", hint="nothing was written; please report it"
        )


def _free_name() -> Path:
    count = 1
    while True:
        name = Path(f"{UNTITLED}{'' if count == 1 else f'-{count}'}.draft")
        journal = name.with_name(f".{name.name}.journal")
        if not name.exists() and not journal.exists():
            return name
        count += 1


def _hash(data: bytes) -> str:
    return sha256(data).hexdigest()
