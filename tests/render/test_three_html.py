"""The page of three drafts: what a strict parser and a real browser find in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from lxml import etree

from drafter import resources
from drafter.diff import Side
from drafter.formats.draft import read
from drafter.merge.three import State, Three, compare_three
from drafter.merge.value import Trio
from drafter.model import Resolution
from drafter.render.html.three import render
from tests.browser import Page, chromium
from tests.external import require_node_module
from tests.merge_triples import Triple, triples

ENGLISH = resources.language("en")
BASE = """\
OP  Decides to meet at noon in the old harbour of the capital;
OP  Thanks the keepers of the two lighthouses for their patience;
OP  Requests the harbours to publish their fees every year;
OP  Invites shipyards to lend a boat to every village school;
OP  Encourages the crews to carry lamps in winter;
OP  Urges all readers to bring back their books before the flood;
OP  Welcomes the gift of two hundred atlases;
OP  Requests a report.
"""
OURS = (
    BASE.replace("noon", "dusk")
    .replace("every year", "every month")
    .replace("OP  Encourages the crews to carry lamps in winter;\n", "")
    .replace("atlases", "maps")
)
THEIRS = (
    BASE.replace("every year", "every week")
    .replace("in winter", "in winter and in fog")
    .replace("OP  Requests a r", "OP  Appoints a <b>keeper</b> & two mates;\nOP  Requests a r")
    .replace("atlases", "maps")
)


def _read(lines: str) -> Resolution:
    return read(f"%drafter 1\ntitle: River libraries\n\n{lines}".encode()).value


def _three() -> Three:
    sides = Trio("base.draft", "kenya.draft", "brazil.draft").map(
        lambda name: Side(name, ENGLISH.scheme, ENGLISH)
    )
    return compare_three(Trio(BASE, OURS, THEIRS).map(_read), sides)


def _tree(three: Three) -> etree._Element:
    return etree.fromstring(render(three).encode())


def _all(tree: etree._Element, class_: str) -> list[etree._Element]:
    return [e for e in tree.iter() if class_ in str(e.get("class", "")).split()]


def _text(element: etree._Element) -> str:
    return "".join(str(words) for words in element.itertext())


@given(triples())
def test_the_page_is_well_formed_and_its_links_lead_somewhere(texts: Triple) -> None:
    three = compare_three(Trio(*texts), Trio(Side(), Side(), Side()))
    tree = _tree(three)
    ids = [str(e.get("id")) for e in tree.iter() if e.get("id")]
    links = {str(e.get("href")) for e in tree.iter() if str(e.get("href", "")).startswith("#")}
    assert [found for found, count in Counter(ids).items() if count > 1] == []
    assert {link[1:] for link in links} <= set(ids)
    assert {f"c{place}" for place in range(len(three.entries))} <= set(ids)
    changed = [entry for entry in three.entries if entry.state is not State.UNCHANGED]
    assert len(_all(tree, "stop")) == len(changed)


def test_each_side_is_told_in_words_and_in_its_column() -> None:
    told = [" ".join(_text(e).split()) for e in _tree(_three()).iter("{*}h3")]
    assert told == [
        "Ours OP1 edited",
        "Conflict OP3",
        "Conflict OP5",
        "Both alike OP7 (now OP6) edited",
        "Theirs OP8 inserted",
    ]


def test_a_conflict_shows_all_three_wordings() -> None:
    first, second = _all(_tree(_three()), "dispute")
    assert [_text(e) for e in first.iter("{*}dd")] == ["year", "month", "week"]
    assert _text(second).startswith("One side took away what the other changed.")


def test_the_heading_counts_whose_changes_there_are() -> None:
    (counts,) = _all(_tree(_three()), "counts")
    assert _text(counts) == (
        "Of 10 paragraphs and lines: 1 changed by ours, 1 changed by theirs, 1 changed alike, "
        "2 in conflict and 5 unchanged."
    )


def test_the_same_comparison_gives_the_same_bytes() -> None:
    assert render(_three()) == render(_three())


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with chromium(tmp_path_factory.mktemp("chromium")) as page:
        yield page


@pytest.fixture
def page(browser: Page, tmp_path: Path) -> Page:
    file = tmp_path / "three.html"
    file.write_text(render(_three()), encoding="utf-8")
    browser.requests.clear()
    browser.complaints.clear()
    browser.prefer()
    browser.size(1300, 900)
    browser.open(file)
    return browser


def _seen(page: Page, selector: str) -> int:
    found = f"[...document.querySelectorAll({selector!r})].filter((e) => e.checkVisibility())"
    return int(page.evaluate(f"{found}.length"))


@pytest.mark.external
def test_the_browser_asks_for_nothing_and_complains_of_nothing(page: Page) -> None:
    assert len(page.requests) == 1
    assert page.complaints == []
    assert page.evaluate("document.title") == "base.draft → kenya.draft, brazil.draft"


@pytest.mark.external
def test_keys_and_filters_lead_through_the_changes(page: Page) -> None:
    for _ in range(2):
        page.press("j")
    assert page.evaluate("document.activeElement.id") == page.evaluate(
        "document.querySelector('.is-conflict.stop').id"
    )
    assert _seen(page, ".row.is-conflict") == 2
    page.evaluate("document.getElementById('show-conflict').click()")
    assert _seen(page, ".row.is-conflict") == 0
    page.evaluate("document.getElementById('show-unchanged').click()")
    assert _seen(page, ".is-unchanged") == 0
    assert _seen(page, ".row") == 3


@pytest.mark.external
def test_both_sides_stand_beside_each_other_or_one_below_the_other(page: Page) -> None:
    lefts = "[...document.querySelector('.is-conflict .trio').children].map(e => {0})"
    left = lefts.format("e.getBoundingClientRect().left")
    one, other = page.evaluate(left)
    assert other > one + 200
    assert _seen(page, ".trio > .same") == 1
    page.press("v")
    one, other = page.evaluate(left)
    assert one == other
    assert _seen(page, ".trio > .same") == 0


@pytest.mark.external
def test_narrow_has_one_column(page: Page) -> None:
    page.size(400, 800)
    assert page.evaluate("document.documentElement.scrollWidth") <= 400


@pytest.mark.external
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("keys", ["u", "uv"], ids=["beside", "inline"])
def test_axe_finds_no_barrier(page: Page, scheme: str, keys: str) -> None:
    axe = require_node_module("axe-core") / "axe.min.js"
    page.prefer(prefers_color_scheme=scheme)
    for key in keys:
        page.press(key)
    page.evaluate(axe.read_text(encoding="utf-8"))
    found = "axe.run().then((found) => found.violations.map((each) => each.id))"
    assert page.evaluate(found) == []
