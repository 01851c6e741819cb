from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from drafter import resources
from drafter.errors import Unsupported
from drafter.formats.word.blocks import style_of
from drafter.model import Role
from drafter.profiles import merged

LAYOUTS = resources.names("layouts")


def _validator() -> Draft202012Validator:
    return Draft202012Validator(resources.schema("layout"))


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_layout_file_meets_the_schema(name: str) -> None:
    assert list(_validator().iter_errors(resources.profile("layouts", name))) == []


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_layout_is_whole_when_laid_over_the_one_it_extends(name: str) -> None:
    assert list(_validator().iter_errors(resources.layout_data(name))) == []
    assert resources.layout(name).name == name


def test_the_schema_tells_a_misspelt_measure() -> None:
    data: dict[str, Any] = merged(
        resources.layout_data("new-york"), {"styles": {"Normal": {"run": {"sise": 10}}}}
    )
    (error,) = _validator().iter_errors(data)
    assert "sise" in error.message


@pytest.mark.parametrize("name", LAYOUTS)
def test_styles_rest_on_styles_that_exist(name: str) -> None:
    styles = resources.layout(name).styles
    named = {link for spec in styles.values() for link in (spec.based_on, spec.next) if link}
    assert named <= set(styles)
    assert all(
        styles[spec.based_on].character == spec.character
        for spec in styles.values()
        if spec.based_on
    )


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_layout_has_the_same_styles(name: str) -> None:
    assert set(resources.layout(name).styles) == set(resources.layout("new-york").styles)


@pytest.mark.parametrize("name", resources.names("organs"))
def test_every_organ_has_its_layout(name: str) -> None:
    assert resources.organ(name).layout in LAYOUTS


def test_the_new_york_form_has_an_earlier_one() -> None:
    layout = resources.layout("new-york")
    assert (layout.earlier, layout.since) == ("new-york-2009", date(2017, 1, 1))
    assert resources.layout("new-york-2009").earlier == ""


def test_an_unknown_layout_is_refused_with_the_known_names() -> None:
    with pytest.raises(Unsupported) as caught:
        resources.layout("vienna")
    assert caught.value.hint == f"known: {', '.join(LAYOUTS)}"


def test_a_merge_goes_object_by_object_and_replaces_lists() -> None:
    base = {"a": {"b": 1, "c": [1, 2]}, "d": 1}
    assert merged(base, {"extends": "x", "a": {"c": [3]}}) == {"a": {"b": 1, "c": [3]}, "d": 1}


def test_the_page_is_us_letter_in_new_york_and_a4_in_geneva() -> None:
    sizes = {name: resources.layout(name).page for name in ("new-york", "geneva")}
    assert (sizes["new-york"].width, sizes["new-york"].height) == (12240, 15840)
    assert (sizes["geneva"].width, sizes["geneva"].height) == (11906, 16838)
    assert sizes["new-york"].measure == 9840


def test_roles_have_paragraph_styles_at_every_depth() -> None:
    styles = resources.layout("new-york").styles
    found = {
        style_of(role, depth, annex=annex)
        for role in Role
        for depth in range(8)
        for annex in (False, True)
    }
    assert found <= set(styles)
