"""The page in a real browser: keys, views, filters, folds, paper; and that it asks for nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from drafter.diff import Options, Side, compare
from drafter.model import Emphasis, Note, Paragraph, Part, Resolution, Role, Style, Text, text
from drafter.render.html import render
from tests.browser import Page, chromium
from tests.external import require_node_module

pytestmark = pytest.mark.external


def _op(name: str, rest: str) -> Paragraph:
    start = Emphasis(Style.OPENING, text("Requests"))
    return Paragraph(f"p-{name}", Role.OPERATIVE, (start, Text(f" {rest}")))


def _resolution(*operative: Paragraph) -> Resolution:
    return Resolution(title=text("River libraries"), parts=(Part(operative=operative),))


KEPT = tuple(_op(f"k{n}", f"boat {n} to carry lamps to landing stage {n * 77};") for n in range(30))
FLOOD = _op("flood", "all readers to bring back their books before the flood season;")
HOSTILE = _op("x", "<img src='http://example.org/x'> <script>document.title = 'taken'</script>;")
NOTED = Paragraph("p-noted", Role.OPERATIVE, (*text("Notes the gift"), Note("n-a", text("A/1."))))
OLD = _resolution(*KEPT, FLOOD, _op("gone", "the captains to sing;"))
NEW = _resolution(FLOOD, HOSTILE, *KEPT[:15], NOTED, *KEPT[15:])
CHANGES = 4


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    folder = tmp_path_factory.mktemp("chromium")
    with chromium(folder) as page:
        yield page


@pytest.fixture
def page(browser: Page, tmp_path: Path) -> Page:
    file = tmp_path / "comparison.html"
    names = Options(old=Side(name="river.draft"), new=Side(name="final.draft"))
    file.write_text(render(compare(OLD, NEW, names)), encoding="utf-8")
    browser.requests.clear()
    browser.complaints.clear()
    browser.prefer()
    browser.size(1300, 900)
    browser.open(file)
    return browser


def _seen(page: Page, selector: str) -> int:
    """How many elements can be seen, if one scrolls to them."""
    return int(
        page.evaluate(
            f"[...document.querySelectorAll({selector!r})]"
            ".filter((e) => e.checkVisibility()).length"
        )
    )


def _focus(page: Page) -> object:
    return page.evaluate(
        "document.activeElement.closest('.stop')?.innerText.split('\\n')[0].trim()"
    )


def _click(page: Page, id_: str) -> None:
    page.evaluate(f"document.getElementById({id_!r}).click()")


def test_the_page_asks_for_nothing_and_complains_of_nothing(page: Page) -> None:
    assert all(request.startswith("file:") for request in page.requests)
    assert len(page.requests) == 1
    assert page.complaints == []
    assert page.evaluate("document.title") == "river.draft → final.draft"


def test_the_browser_sees_the_same_elements_as_a_strict_parser(page: Page, tmp_path: Path) -> None:
    tree = etree.fromstring((tmp_path / "comparison.html").read_bytes())
    names = [etree.QName(element).localname for element in tree.iter(etree.Element)]
    assert page.evaluate("[...document.querySelectorAll('*')].map((e) => e.localName)") == names


def test_the_policy_stops_scripts_and_pictures_that_are_not_ours(page: Page) -> None:
    page.evaluate(
        "document.body.insertAdjacentHTML('beforeend',"
        " `<img src='file:///x.png' onerror='document.title = 1'><p style='color:red'>x</p>`)"
    )
    page.evaluate("new Promise((done) => setTimeout(done, 50))")
    assert page.evaluate("document.title") == "river.draft → final.draft"
    assert any("Content Security Policy" in complaint for complaint in page.complaints)


def test_keys_lead_from_change_to_change(page: Page) -> None:
    seen = []
    for key in ("j", "j", "n", "j", "j", "k", "p"):
        page.press(key)
        seen.append(_focus(page))
    forward = ["Moved", "Inserted", "Inserted", "Deleted"]
    assert seen == [*forward, "Deleted", "Inserted", "Inserted"]
    assert page.evaluate("document.getElementById('position').textContent") == "Change 2 of 4"


def test_the_change_that_has_the_focus_is_in_sight_and_framed(page: Page) -> None:
    for _ in range(3):
        page.press("j")
    top = page.evaluate("document.activeElement.getBoundingClientRect().top")
    bar = page.evaluate("document.querySelector('.toolbar').getBoundingClientRect().bottom")
    assert bar <= top < 450
    assert page.evaluate("getComputedStyle(document.activeElement).outlineWidth") == "3px"


def test_the_key_v_changes_the_view(page: Page) -> None:
    assert _seen(page, ".stop .side.old:not(.empty)") == 2
    page.press("v")
    assert _seen(page, ".stop .side.old:not(.empty)") == 0
    assert _seen(page, ".is-deleted .new del") == 1
    page.press("v")
    assert _seen(page, ".is-deleted .new del") == 0


def test_the_view_changes_without_losing_the_place(page: Page) -> None:
    page.press("u")
    for _ in range(3):
        page.press("j")
    before = page.evaluate("document.activeElement.getBoundingClientRect().top")
    page.press("v")
    after = page.evaluate("document.activeElement.getBoundingClientRect().top")
    assert abs(after - before) < 2


def test_filters_hide_what_is_not_wanted(page: Page) -> None:
    assert _seen(page, ".row.is-inserted") == 2
    _click(page, "show-inserted")
    assert _seen(page, ".row.is-inserted") == 0
    assert _seen(page, ".map .is-inserted") == 0
    page.press("j")
    page.press("j")
    assert _focus(page) == "Deleted"
    _click(page, "show-inserted")
    assert _seen(page, ".row.is-inserted") == 2


def test_folds_open_by_key_and_by_link_and_vanish_with_what_they_hold(page: Page) -> None:
    assert _seen(page, ".fold .row") == 0
    page.press("u")
    assert _seen(page, ".fold .row") > 20
    page.press("u")
    assert _seen(page, ".fold .row") == 0
    page.evaluate("location.hash = document.querySelector('.fold .row').id")
    page.evaluate("new Promise((done) => setTimeout(done, 50))")
    assert _seen(page, ".fold .row") > 0
    _click(page, "show-renumbered")
    assert _seen(page, ".fold") == 0


def test_keys_can_be_switched_off_and_leave_shortcuts_alone(page: Page) -> None:
    _click(page, "keys")
    page.press("j")
    assert _focus(page) is None
    assert page.evaluate("document.getElementById('view-beside').checked")


def test_the_map_shows_every_change_at_its_height(page: Page) -> None:
    heights = page.evaluate(
        "[...document.querySelectorAll('.map a use')].map((e) => +e.getAttribute('y'))"
    )
    assert len(heights) == CHANGES
    assert heights == sorted(heights)
    assert heights[-1] > heights[0] + 100


def test_the_first_tab_leads_past_the_controls(page: Page) -> None:
    page.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the changes"


def test_every_control_has_a_name(page: Page) -> None:
    page.call("Accessibility.enable")
    nodes = page.call("Accessibility.getFullAXTree")["nodes"]
    wanted = {"checkbox", "radio", "button", "link", "region", "navigation", "heading"}
    named = [n for n in nodes if n.get("role", {}).get("value") in wanted and not n.get("ignored")]
    roles = {node["role"]["value"] for node in named}
    assert wanted <= roles
    assert not [node for node in named if not node.get("name", {}).get("value")]


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


def test_dark_is_dark_and_narrow_has_one_column(page: Page) -> None:
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    light = page.evaluate(ground)
    page.prefer(prefers_color_scheme="dark")
    assert page.evaluate(ground) != light
    page.size(400, 800)
    assert page.evaluate("document.documentElement.scrollWidth") <= 400


def test_paper_has_one_column_with_both_marks(page: Page) -> None:
    page.prefer("print")
    assert _seen(page, ".stop .side.old") == 0
    assert _seen(page, ".toolbar, .map, .keys") == 0
    style = "getComputedStyle(document.querySelector('.is-deleted .new del'))"
    assert page.evaluate(f"{style}.textDecorationLine") == "line-through"
    assert page.evaluate(f"{style}.color") == "rgb(0, 0, 0)"


def test_without_a_script_the_page_can_be_read_and_its_view_changed(page: Page) -> None:
    page.call("Emulation.setScriptExecutionDisabled", value=True)
    try:
        page.call("Page.reload")
        page.wait("Page.loadEventFired")
        assert _seen(page, ".stop") == CHANGES
        assert _seen(page, ".steps, .keys") == 0
        _click(page, "view-inline")
        assert _seen(page, ".stop .side.old") == 0
    finally:
        page.call("Emulation.setScriptExecutionDisabled", value=False)


def test_a_thousand_paragraphs_answer_at_once(browser: Page, tmp_path: Path) -> None:
    old = [_op(f"{n}", f"boat {n} to carry {'lamps and ' * 30} ink {n * 77};") for n in range(1000)]
    new = [_op(f"{n}", "nothing of the kind;") if n % 10 == 0 else p for n, p in enumerate(old)]
    file = tmp_path / "long.html"
    file.write_text(render(compare(_resolution(*old), _resolution(*new))), encoding="utf-8")
    browser.size(1300, 900)
    browser.open(file)
    browser.press("u")
    took = browser.evaluate("(() => { const t = performance.now(); measure(); step(1); turn();"
                            " return performance.now() - t; })()")  # fmt: skip
    assert took < 2000
