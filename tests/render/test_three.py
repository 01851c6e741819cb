"""Every way to show a comparison of three drafts, on every three."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from drafter.app import open_resolution
from drafter.cli.diff_base import FORMATS
from drafter.diff.options import Side
from drafter.merge.three import State, Three, compare_three
from drafter.merge.value import Trio
from drafter.model import Resolution
from drafter.render.terminal import View
from drafter.render.three import RENDERERS
from tests.cli_runner import EXAMPLES
from tests.external import CHECKOUT
from tests.merge_triples import Triple, triples


def _schema(name: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(
        (CHECKOUT / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8")
    )
    return data


REGISTRY: Registry[Any] = Registry().with_resource(
    "urn:drafter:schema:diff:1", Resource.from_contents(_schema("diff"))
)
CHECK = Draft202012Validator(_schema("diff3"), registry=REGISTRY)
SIDES = Trio(Side(name="base"), Side(name="ours"), Side(name="theirs"))


def three(base: Resolution, ours: Resolution, theirs: Resolution) -> Three:
    return compare_three(Trio(base, ours, theirs), SIDES)


def test_the_formats_offered_are_the_renderers_there_are() -> None:
    assert tuple(RENDERERS) == FORMATS


@given(triples())
def test_every_three_is_shown_in_every_way(texts: Triple) -> None:
    found = three(*texts)
    for name, render in RENDERERS.items():
        shown = render(found, View(60))
        assert shown.endswith("\n")
        if name == "json":
            CHECK.validate(json.loads(shown))


@given(triples())
def test_every_paragraph_of_the_base_stands_in_one_entry(texts: Triple) -> None:
    found = three(*texts)
    units = {unit.index for change in found.ours.changes for unit in change.old}
    assert [e.base.index for e in found.entries if e.base] == sorted(units)
    for side, diff in (("ours", found.ours), ("theirs", found.theirs)):
        told = {place for e in found.entries if (place := getattr(e, side)) is not None}
        assert told == set(range(len(diff.changes)))


@given(triples())
def test_exchanged_sides_exchange_their_words(texts: Triple) -> None:
    base, ours, theirs = texts
    turned = {State.OURS: State.THEIRS, State.THEIRS: State.OURS}
    one = [e.state for e in three(base, ours, theirs).entries if e.base]
    other = [e.state for e in three(base, theirs, ours).entries if e.base]
    assert [turned.get(state, state) for state in one] == other


def test_nothing_changed_on_either_side_is_said() -> None:
    text = open_resolution(str(EXAMPLES / "strait.draft")).value
    found = three(text, text, text)
    assert found.same
    assert RENDERERS["summary"](found, View()) == "No change on either side.\n"
