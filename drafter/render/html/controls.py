"""What the reader holds: view, filter, steps from change to change, the list of all changes.

View and filter are plain form controls that the style sheet follows, so they work without a script;
what only a script can do is shown by the script.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from drafter.render.html.markup import Markup, tag
from drafter.render.html.shapes import shape
from drafter.render.html.words import capital

_KEYS = (
    ("j", "next change"),
    ("k", "previous change"),
    ("v", "other view"),
    ("u", "unfold or fold what is kept"),
)


@dataclass(frozen=True, slots=True)
class Box:
    """A choice of the filter: the category or state, its words, and how many there are of it."""

    of: str
    words: str
    count: int
    hint: str | None = None


def toolbar(boxes: Iterable[Box], names: Markup, *, inline: bool) -> Markup:
    """The bar that stays in sight; `names` are those of the columns."""
    return tag(
        "div",
        _view(inline=inline),
        _steps(),
        _filter(boxes),
        names,
        class_="toolbar",
        role="region",
        aria_label="Controls",
    )


def change_list(told: Iterable[tuple[int, str]]) -> Markup:
    """All changes, each with its place and in words, leading there."""
    items = [tag("li", tag("a", capital(words), href=f"#c{place}")) for place, words in told]
    if not items:
        return Markup()
    summary = tag("summary", f"All changes in one list ({len(items)})")
    return tag("nav", tag("details", summary, tag("ol", items)), aria_label="List of changes")


def keys() -> Markup:
    """The keys, and the way to switch them off: single letters disturb who talks to a machine."""
    switch = tag("label", _box("keys"), " Keys on")
    told = [tag("div", tag("dt", tag("kbd", key)), " ", tag("dd", words)) for key, words in _KEYS]
    return tag("div", switch, tag("dl", told), class_="keys", hidden=True)


def _view(*, inline: bool) -> Markup:
    choices = [
        ("view-beside", "Side by side", not inline),
        ("view-inline", "Inline", inline),
    ]
    radios = [
        tag(
            "label",
            tag("input", type="radio", name="view", id=id_, checked=on, autocomplete="off"),
            f" {words}",
        )
        for id_, words, on in choices
    ]
    return tag("fieldset", tag("legend", "View"), radios, class_="view")


def _filter(boxes: Iterable[Box]) -> Markup:
    """A box for each choice that there is something of."""
    shown = [
        tag(
            "label",
            _box(f"show-{box.of}"),
            shape(box.of),
            f" {box.words} ",
            tag("span", str(box.count), class_="count"),
            title=box.hint,
        )
        for box in boxes
        if box.count
    ]
    return tag("fieldset", tag("legend", "Show"), shown, class_="filter")


def _box(id_: str) -> Markup:
    return tag("input", type="checkbox", id=id_, checked=True, autocomplete="off")


def _steps() -> Markup:
    """Buttons for the script; hidden until it runs."""
    return tag(
        "div",
        tag("button", "↑ Previous", type="button", id="previous"),
        tag("button", "↓ Next", type="button", id="next"),
        tag("button", "Unfold", type="button", id="unfold"),
        tag("span", id="position", role="status"),
        class_="steps",
        hidden=True,
    )
