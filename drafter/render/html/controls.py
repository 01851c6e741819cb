"""What the reader holds: view, filter, steps from change to change, the list of all changes.

View and filter are plain form controls that the style sheet follows, so they work without a script;
what only a script can do is shown by the script.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from drafter.render.html.categories import HINTS, LABELS, Category
from drafter.render.html.entries import Row
from drafter.render.html.markup import Markup, tag
from drafter.render.html.options import Options
from drafter.render.html.shapes import shape
from drafter.render.html.words import capital
from drafter.render.summary import line

_KEYS = (
    ("j", "next change"),
    ("k", "previous change"),
    ("v", "other view"),
    ("u", "unfold or fold what is kept"),
)


def toolbar(counts: Mapping[Category, int], options: Options, names: Markup) -> Markup:
    """The bar that stays in sight; `names` are those of the columns."""
    return tag(
        "div",
        _view(options),
        _steps(),
        _filter(counts),
        names,
        class_="toolbar",
        role="region",
        aria_label="Controls",
    )


def change_list(rows: Iterable[Row]) -> Markup:
    """All changes in words, each leading to its place."""
    items = [
        tag("li", tag("a", capital(line(row.change)), href=f"#c{row.place}"))
        for row in rows
        if row.stop
    ]
    if not items:
        return Markup()
    summary = tag("summary", f"All changes in one list ({len(items)})")
    return tag("nav", tag("details", summary, tag("ol", items)), aria_label="List of changes")


def keys() -> Markup:
    """The keys, and the way to switch them off: single letters disturb who talks to a machine."""
    switch = tag("label", _box("keys"), " Keys on")
    told = [tag("div", tag("dt", tag("kbd", key)), " ", tag("dd", words)) for key, words in _KEYS]
    return tag("div", switch, tag("dl", told), class_="keys", hidden=True)


def _view(options: Options) -> Markup:
    choices = [
        ("view-beside", "Side by side", not options.inline),
        ("view-inline", "Inline", options.inline),
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


def _filter(counts: Mapping[Category, int]) -> Markup:
    boxes = [
        tag(
            "label",
            _box(f"show-{each}"),
            shape(each),
            f" {LABELS[each]} ",
            tag("span", number, class_="count"),
            title=HINTS.get(each),
        )
        for each, number in ((each, str(number)) for each, number in counts.items() if number)
    ]
    return tag("fieldset", tag("legend", "Show"), boxes, class_="filter")


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
