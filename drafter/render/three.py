"""A comparison of three drafts, for the terminal, as a summary, as Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from types import MappingProxyType

from drafter.diff import Area, Change, Kind, Unit
from drafter.merge.three import Entry, State, Three
from drafter.render.markdown import marked_words, plain_markdown
from drafter.render.phrases import AREAS, phrase, reasons, span
from drafter.render.safe import safe
from drafter.render.spans import Look, Span, Spans, paint, wrap
from drafter.render.terminal import View
from drafter.render.three_json import to_json
from drafter.render.word_marks import dim, inline

SIGNS = {
    State.UNCHANGED: " ",
    State.OURS: "<",
    State.THEIRS: ">",
    State.ALIKE: "=",
    State.BOTH: "+",
    State.CONFLICT: "!",
}
"""Signs in the margin: whose change it is."""
WORDS = {
    State.OURS: "ours",
    State.THEIRS: "theirs",
    State.ALIKE: "both alike",
    State.BOTH: "both, can be merged",
    State.CONFLICT: "conflict",
}
_INDENT = "    "
SAME = "No change on either side."


def terminal(three: Three, view: View) -> Iterator[str]:
    """The lines of the comparison, inline whatever the width."""
    for sign, name in (
        ("---", three.base_name),
        ("<<<", three.ours.new_name),
        (">>>", three.theirs.new_name),
    ):
        yield paint((Span(f"{sign} {safe(name)}", Look.BOLD),), colour=view.colour)
    if three.same:
        yield SAME
        return
    for area, changed, run in _runs(three):
        if area is not None:
            yield from ("", paint((Span(AREAS[area], Look.BOLD),), colour=view.colour))
        if changed:
            for entry in run:
                yield from _entry(three, entry, view)
        else:
            yield f"  {paint(dim(f'... {_unchanged(run)}'), colour=view.colour)}"


def summary(three: Three) -> Iterator[str]:
    """One line an entry, in the words a delegate uses; the first says so when nothing changed."""
    if three.same:
        yield SAME
    for entry in three.entries:
        if entry.state is not State.UNCHANGED:
            yield safe(f"{WORDS[entry.state]}: {_told(three, entry)}")


def markdown(three: Three) -> Iterator[str]:
    """The comparison as Markdown: a heading a section, an item a paragraph."""
    names = (three.base_name, three.ours.new_name, three.theirs.new_name)
    base, ours, theirs = (plain_markdown(name) for name in names)
    yield f"# {base} → ours: {ours}, theirs: {theirs}"
    if three.same:
        yield from ("", SAME)
    for area, changed, run in () if three.same else _runs(three):
        if area is not None:
            yield from ("", f"## {AREAS[area]}", "")
        if changed:
            for entry in run:
                yield from _item(three, entry)
        else:
            yield f"- *{plain_markdown(_unchanged(run))}*"


def _runs(three: Three) -> Iterator[tuple[Area | None, bool, list[Entry]]]:
    """Entries in runs that changed or did not, each with its area where that begins."""
    last: Area | None = None
    for (area, changed), some in groupby(
        three.entries, key=lambda entry: (_area(three, entry), entry.state is not State.UNCHANGED)
    ):
        yield None if area is last else area, changed, list(some)
        last = area


def _area(three: Three, entry: Entry) -> Area:
    if entry.base is not None:
        return entry.base.section
    ours, theirs = three.changes(entry)
    units: tuple[Unit, ...] = tuple(u for change in (ours, theirs) if change for u in change.new)
    return units[0].section


def _unchanged(run: list[Entry]) -> str:
    units = [entry.base for entry in run if entry.base is not None]
    return f"{span(units)} unchanged" + (f" ({len(units)})" if len(units) > 1 else "")


def _shown(three: Three, entry: Entry) -> list[tuple[str, Change]]:
    """The changes to show, each with the name of its side where both are shown."""
    ours, theirs = three.changes(entry)
    match entry.state:
        case State.THEIRS:
            return [("", theirs)] if theirs else []
        case State.BOTH | State.CONFLICT:
            both = (("ours", ours), ("theirs", theirs))
            return [(side, change) for side, change in both if change]
        case _:
            return [("", ours)] if ours else []


def _told(three: Three, entry: Entry) -> str:
    sides = []
    for side, change in _shown(three, entry):
        why = reasons(change)
        sides.append((f"{side}: " if side else "") + phrase(change) + (f" ({why})" if why else ""))
    return "; ".join(sides)


def _entry(three: Three, entry: Entry, view: View) -> Iterator[str]:
    head = Span(safe(f"{WORDS[entry.state]}: {_told(three, entry)}"), Look.BOLD)
    for place, line in enumerate(wrap((head,), view.columns - 2)):
        yield f"{' ' if place else SIGNS[entry.state]} {paint(line, colour=view.colour)}"
    for side, change in _shown(three, entry):
        if not _has_text(change):
            continue
        name: Spans = (Span(f"{side}: "),) if side else ()
        for line in wrap((*name, *inline(change.words, colour=view.colour)), view.columns - 4):
            yield _INDENT + paint(line, colour=view.colour)


def _item(three: Three, entry: Entry) -> Iterator[str]:
    yield f"- **{WORDS[entry.state]}**: {plain_markdown(_told(three, entry))}"
    told = [(side, change) for side, change in _shown(three, entry) if _has_text(change)]
    for side, change in told:
        name = f"{side}: " if side else ""
        yield from ("", f"  {name}{marked_words(change.words)}")
    if told:
        yield ""


def _has_text(change: Change) -> bool:
    """Whether the words are worth showing: the headline tells a line of the masthead whole."""
    whole = change.kind is Kind.EDITED and change.new[0].section is Area.MASTHEAD
    return change.kind is not Kind.KEPT and not whole


def _joined(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


RENDERERS: Mapping[str, Callable[[Three, View], str]] = MappingProxyType(
    {
        "terminal": lambda three, view: _joined(terminal(three, view)),
        "summary": lambda three, _: _joined(summary(three)),
        "markdown": lambda three, _: _joined(markdown(three)),
        "json": lambda three, _: to_json(three),
    }
)
"""The ways to show a comparison of three drafts."""
