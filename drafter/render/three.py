"""A comparison of three drafts: the family of its renderers, and those for plain text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from types import MappingProxyType

from drafter.diff import Area
from drafter.merge.three import Entry, State, Three
from drafter.render.html import Options
from drafter.render.html.three import render
from drafter.render.markdown import marked_words, plain_markdown
from drafter.render.phrases import AREAS
from drafter.render.safe import safe
from drafter.render.spans import Look, Span, Spans, paint, wrap
from drafter.render.terminal import View
from drafter.render.three_json import to_json
from drafter.render.three_words import SAME, WORDS, area, has_text, sentence, shown, told, unchanged
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
_INDENT = "    "


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
    for begins, changed, run in _runs(three):
        if begins is not None:
            yield from ("", paint((Span(AREAS[begins], Look.BOLD),), colour=view.colour))
        if changed:
            for entry in run:
                yield from _entry(three, entry, view)
        else:
            yield f"  {paint(dim(f'... {unchanged(run)}'), colour=view.colour)}"


def summary(three: Three) -> Iterator[str]:
    """One line an entry, in the words a delegate uses; the first counts them."""
    yield sentence(three)
    for entry in three.entries:
        if entry.state is not State.UNCHANGED:
            yield safe(f"{WORDS[entry.state]}: {told(three, entry)}")


def markdown(three: Three) -> Iterator[str]:
    """The comparison as Markdown: a heading a section, an item a paragraph."""
    names = (three.base_name, three.ours.new_name, three.theirs.new_name)
    base, ours, theirs = (plain_markdown(name) for name in names)
    yield f"# {base} → ours: {ours}, theirs: {theirs}"
    yield from ("", sentence(three))
    for begins, changed, run in () if three.same else _runs(three):
        if begins is not None:
            yield from ("", f"## {AREAS[begins]}", "")
        if changed:
            for entry in run:
                yield from _item(three, entry)
        else:
            yield f"- *{plain_markdown(unchanged(run))}*"


def _runs(three: Three) -> Iterator[tuple[Area | None, bool, list[Entry]]]:
    """Entries in runs that changed or did not, each with its area where that begins."""
    last: Area | None = None
    for (here, changed), some in groupby(
        three.entries, key=lambda entry: (area(three, entry), entry.state is not State.UNCHANGED)
    ):
        yield None if here is last else here, changed, list(some)
        last = here


def _entry(three: Three, entry: Entry, view: View) -> Iterator[str]:
    head = Span(safe(f"{WORDS[entry.state]}: {told(three, entry)}"), Look.BOLD)
    for place, line in enumerate(wrap((head,), view.columns - 2)):
        yield f"{' ' if place else SIGNS[entry.state]} {paint(line, colour=view.colour)}"
    for side, change in shown(three, entry):
        if not has_text(change):
            continue
        name: Spans = (Span(f"{side}: "),) if side else ()
        for line in wrap((*name, *inline(change.words, colour=view.colour)), view.columns - 4):
            yield _INDENT + paint(line, colour=view.colour)


def _item(three: Three, entry: Entry) -> Iterator[str]:
    yield f"- **{WORDS[entry.state]}**: {plain_markdown(told(three, entry))}"
    sides = [(side, change) for side, change in shown(three, entry) if has_text(change)]
    for side, change in sides:
        name = f"{side}: " if side else ""
        yield from ("", f"  {name}{marked_words(change.words)}")
    if sides:
        yield ""


def _joined(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


RENDERERS: Mapping[str, Callable[[Three, View], str]] = MappingProxyType(
    {
        "terminal": lambda three, view: _joined(terminal(three, view)),
        "summary": lambda three, _: _joined(summary(three)),
        "markdown": lambda three, _: _joined(markdown(three)),
        "html": lambda three, view: render(
            three, Options(context=view.context, inline=view.side_by_side is False)
        ),
        "json": lambda three, _: to_json(three),
    }
)
"""The ways to show a comparison of three drafts."""
