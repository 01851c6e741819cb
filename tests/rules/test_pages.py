"""Every rule has a page, and the examples on it behave as it says."""

from __future__ import annotations

import re

import pytest

from drafter import resources
from drafter.app.review import findings, fix
from drafter.model import Resolution
from drafter.rules import RULES, Rule, Settings
from tests import drafts
from tests.external import CHECKOUT

_EXAMPLE = re.compile(r"^## (Bad|Good)\n\n```draft\n(.*?)\n```$", re.MULTILINE | re.DOTALL)

rules = pytest.mark.parametrize("rule", RULES.values(), ids=RULES.keys())


def _examples(rule: Rule, kind: str) -> list[Resolution]:
    page = resources.page("rules", rule.code)
    return [drafts.resolution(text) for name, text in _EXAMPLE.findall(page) if name == kind]


def _codes(resolution: Resolution, *select: str) -> list[str]:
    return [finding.code for finding in findings(resolution, Settings(select=select))]


@rules
def test_a_page_says_what_the_rule_says(rule: Rule) -> None:
    page = resources.page("rules", rule.code)
    mended = "--fix mends it" if rule.fixes else "mended by hand"
    assert page.startswith(
        f"# {rule.code}: {rule.name}\n\n{rule.summary} ({rule.severity}, {mended})"
    )
    assert "\n## Evidence\n" in page


@rules
def test_the_bad_example_is_found(rule: Rule) -> None:
    bad = _examples(rule, "Bad")
    assert bad
    assert all(rule.code in _codes(example) for example in bad)


@rules
def test_the_good_example_is_good(rule: Rule) -> None:
    good = _examples(rule, "Good")
    assert good
    assert [code for example in good for code in _codes(example) if code == rule.code] == []


@rules
def test_what_a_rule_mends_is_mended_for_good(rule: Rule) -> None:
    for example in _examples(rule, "Bad"):
        better, done = fix(example, Settings(select=(rule.code,)))
        assert bool(done) == rule.fixes
        assert not rule.fixes or _codes(better, rule.code) == []


def test_there_is_no_page_without_a_rule() -> None:
    pages = {path.stem for path in (CHECKOUT / "templates" / "rules").glob("*.md")}
    assert pages == set(RULES)


def test_the_pages_of_the_documentation_are_those_that_explain_prints() -> None:
    docs = {
        path.stem: path.read_text() for path in (CHECKOUT / "docs" / "rules").glob("?[0-9]*.md")
    }
    assert docs == {code: resources.page("rules", code) for code in RULES}
