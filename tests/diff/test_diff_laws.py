"""Law 2 and law 5: a comparison is complete, can be applied, and every renderer can show it."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache

import jsonschema
from hypothesis import given

from drafter import resources
from drafter.diff import Diff, Kind, Mark, Options, apply, compare
from drafter.model import Resolution
from drafter.render.diffs import RENDERERS
from drafter.render.json import data
from drafter.render.terminal import View
from tests.mutations import edited_pairs, pairs
from tests.strategies import resolutions


@given(pairs())
def test_a_comparison_applied_to_the_old_text_gives_the_new_one(
    pair: tuple[Resolution, Resolution],
) -> None:
    old, new = pair
    assert apply(compare(old, new), old) == new
    assert apply(compare(new, old), new) == old


@given(resolutions())
def test_a_text_compared_with_itself_shows_no_change(resolution: Resolution) -> None:
    diff = compare(resolution, resolution)
    assert diff.same
    assert all(change.untouched for change in diff.changes)


@given(pairs())
def test_every_paragraph_of_both_sides_stands_in_exactly_one_change(
    pair: tuple[Resolution, Resolution],
) -> None:
    diff = compare(*pair)
    for side in ("old", "new"):
        found = Counter(unit.index for change in diff.changes for unit in getattr(change, side))
        assert found == Counter(range(len(found)))


@given(pairs())
def test_new_paragraphs_stand_in_reading_order(pair: tuple[Resolution, Resolution]) -> None:
    diff = compare(*pair)
    order = [unit.index for change in diff.changes for unit in change.new]
    assert order == sorted(order)


@given(pairs())
def test_marked_words_give_the_new_text_and_hold_the_old_one(
    pair: tuple[Resolution, Resolution],
) -> None:
    for change in compare(*pair).changes:
        new = "".join(w.text for w in change.words if w.mark is not Mark.DELETE)
        assert new == "\n".join(unit.text for unit in change.new)


@given(edited_pairs())
def test_the_json_meets_its_schema(pair: tuple[Resolution, Resolution]) -> None:
    diff = compare(*pair)
    _validator().validate(json.loads(RENDERERS["json"](diff, View())))


@given(edited_pairs())
def test_every_renderer_shows_every_comparison(pair: tuple[Resolution, Resolution]) -> None:
    diff = compare(*pair)
    for render in RENDERERS.values():
        for view in (View(40), View(160, colour=True)):
            assert render(diff, view).endswith("\n")


@given(pairs())
def test_the_same_pair_gives_the_same_bytes(pair: tuple[Resolution, Resolution]) -> None:
    assert data(compare(*pair)) == data(compare(*pair))


def test_a_comparison_of_an_empty_text_is_empty() -> None:
    diff = compare(Resolution(), Resolution(), Options())
    assert diff == Diff((), diff.patch, languages=("en", "en"))
    assert not [change for change in diff.changes if change.kind is not Kind.KEPT]


@cache
def _validator() -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(resources.schema("diff"))
