"""What is shown of a draft: paragraphs with their labels, and what a change has renumbered."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby

from drafter.commands import State
from drafter.model import Inlines, Note, Part, Resolution, Zone, notes, query
from drafter.render.outline import Entry, lines, outline

_STANDS_OUT = re.compile(r"(?<!\x1b)[\[\]]|[⁰¹²³⁴-⁹]+")
_WIDEST = 100
"""Longer lines are hard to read."""


@dataclass(frozen=True, slots=True)
class Page:
    """How wide what is shown may be, and whether it is painted."""

    columns: int = 80
    colour: bool = False

    @property
    def width(self) -> int:
        """The width of the lines."""
        return min(self.columns, _WIDEST)


def numbered(state: State) -> tuple[Entry, ...]:
    """The whole draft as entries with every label."""
    return outline(state.resolution, state.numbering, state.language)


def shown(state: State, ids: Iterable[str], page: Page, *, with_notes: bool = True) -> list[str]:
    """The numbered view of some blocks and notes, or of the whole draft where none is named."""
    wanted = tuple(dict.fromkeys(ids))
    if not wanted:
        return _lines(numbered(state), page)
    entries = outline(_excerpt(state, wanted), state.numbering, state.language)
    kept = [entry for entry in entries if with_notes or entry.section != "note"]
    called = [] if with_notes else _called(wanted, entries)
    return _lines([*kept, *called], page)


def _lines(entries: Iterable[Entry], page: Page) -> list[str]:
    """The lines of entries; on a painted page brackets and the marks of notes stand out."""
    painted = lines(entries, page.width, colour=page.colour)
    return [_STANDS_OUT.sub(_stand_out, line) for line in painted] if page.colour else [*painted]


def _stand_out(found: re.Match[str]) -> str:
    """The sign in a colour that ends with it; styles round it go on."""
    if found.group() in {"[", "]"}:
        return f"\x1b[1;33m{found.group()}\x1b[22;39m"
    return f"\x1b[36m{found.group()}\x1b[39m"


def _called(wanted: tuple[str, ...], entries: Iterable[Entry]) -> list[Entry]:
    """The notes that were named themselves stay, whatever is said of notes."""
    return [entry for entry in entries if entry.section == "note" and entry.id in wanted]


def _excerpt(state: State, wanted: tuple[str, ...]) -> Resolution:
    """A draft of the wanted blocks and notes alone, to be shown with the numbers of the whole."""
    known = {site.block.id: site for site in query(state.resolution)}
    sites = [known[id_] for id_ in wanted if id_ in known]
    annexes = tuple(annex for annex in state.resolution.annexes if annex.id in wanted)
    loose = tuple(note for note in notes(state.resolution) if note.id in wanted)
    preamble = tuple(site.block for site in sites if site.zone is Zone.PREAMBLE)
    others = tuple(site.block for site in sites if site.zone is not Zone.PREAMBLE)
    part = Part(preamble=preamble, operative=others)
    return Resolution(
        language=state.resolution.language,
        parts=(replace(part, closing=_holding(loose, part)),),
        annexes=annexes,
    )


def _holding(loose: tuple[Note, ...], part: Part) -> tuple[Inlines, ...]:
    """A line that calls the notes that none of the blocks calls."""
    held = {note.id for note in notes(Resolution(parts=(part,)))}
    missing = tuple(note for note in loose if note.id not in held)
    return (missing,) if missing else ()


def renumbered(before: State, after: State, but: Iterable[str] = ()) -> tuple[str, ...]:
    """What has another address than before, in a few lines: "op 3 to op 7 are now op 4 to op 8".

    `but` are ids of which that has been told. Sub-paragraphs are told only where they moved by
    themselves, not with what holds them.
    """
    known = set(but)
    changed = [
        (was, now)
        for id_, was in before.addresses.texts.items()
        if (now := after.addresses.texts.get(id_, was)) != was
        and id_ not in known
        and not _carried(id_, was, now, before, after)
    ]
    runs = (list(run) for _, run in groupby(changed, key=_shift))
    return tuple(_told(run) for run in runs)


def _carried(id_: str, was: str, now: str, before: State, after: State) -> bool:
    """Whether only the address of a holder has changed."""
    above = before.numbering.above.get(id_, ())
    same = bool(above) and above == after.numbering.above.get(id_, ())
    return same and _last(was) == _last(now)


def _last(address: str) -> str:
    return address.rsplit(" ", 1)[-1]


def _shift(pair: tuple[str, str]) -> tuple[str, int]:
    """Equal for neighbours that moved alike: what comes before the number, and by how much."""
    was, now = pair
    old, new = _last(was), _last(now)
    if old.isdecimal() and new.isdecimal() and was[: -len(old)] == now[: -len(new)]:
        return was[: -len(old)], int(new) - int(old)
    return f"{was}>{now}", 0


def _told(run: list[tuple[str, str]]) -> str:
    (was, now), (last_was, last_now) = run[0], run[-1]
    if len(run) == 1:
        return f"{was} is now {now}"
    return f"{was} to {last_was} are now {now} to {last_now}"
