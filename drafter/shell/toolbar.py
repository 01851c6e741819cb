"""The line at the bottom of the screen: what the draft is like, in as many columns as there are."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

from drafter.commands import State
from drafter.render.safe import safe, width
from drafter.shell.counts import WORD_LIMIT, Counts

UNNAMED = "(no file yet)"


@dataclass(frozen=True, slots=True)
class Bar:
    """What the toolbar tells; `problems` None while they are not known."""

    name: str
    counts: Counts
    problems: int | None = None
    unsaved: bool = False
    read_only: bool = False


def bar_of(state: State, counts: Counts, problems: int | None) -> Bar:
    """The bar of a state."""
    return Bar(
        name=safe(PurePath(state.path).name) if state.path else UNNAMED,
        counts=counts,
        problems=problems,
        unsaved=state.unsaved,
        read_only=state.read_only,
    )


def toolbar(bar: Bar, columns: int) -> list[tuple[str, str]]:
    """The pieces of the line, (class, text); the less important ones give way on small screens."""
    pieces = _pieces(bar)
    shown = [piece for piece in pieces if piece[1]]
    for _, _, importance in sorted(shown, key=lambda piece: -piece[2]):
        if _length(shown) <= columns:
            break
        shown = [piece for piece in shown if piece[2] != importance]
    painted: list[tuple[str, str]] = []
    for place, (look, text, _) in enumerate(shown):
        painted.append(("", " | " if place else " "))
        painted.append((look, text))
    return painted


def _pieces(bar: Bar) -> list[tuple[str, str, int]]:
    """(class, text, importance): the highest number goes first when there is no room."""
    count = bar.counts
    kept = "new" if not count.words else "unsaved"
    state = "read-only" if bar.read_only else kept if bar.unsaved else "saved"
    over = count.words > WORD_LIMIT
    return [
        ("class:bar.file", _short(bar.name), 0),
        ("class:bar.unsaved" if state == "unsaved" else "", state, 1),
        ("", f"{count.preambular} pp {count.operative} op", 2),
        ("", _plural(count.notes, "note") if count.notes else "", 4),
        ("class:bar.problem" if over else "", f"{count.words:,}/{WORD_LIMIT:,} words", 5),
        ("class:bar.problem", _problems(bar.problems), 3),
        ("", "F1 help", 6),
    ]


def _problems(problems: int | None) -> str:
    return _plural(problems, "problem") if problems else ""


def _plural(count: int, thing: str) -> str:
    return f"{count} {thing}{'' if count == 1 else 's'}"


def _short(name: str) -> str:
    return name if width(name) <= 24 else f"{name[:11]}…{name[-12:]}"


def _length(pieces: list[tuple[str, str, int]]) -> int:
    return sum(width(text) + 3 for _, text, _ in pieces) - 1
