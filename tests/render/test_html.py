from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from drafter.diff import Change, Diff, Mark, Options, Side, Words, apply, compare
from drafter.model import (
    Emphasis,
    Inline,
    Masthead,
    Note,
    Paragraph,
    Part,
    Reference,
    Resolution,
    Role,
    Style,
    Text,
    text,
)
from drafter.render.categories import Category, category, count, sentence
from drafter.render.html import Options as Page
from drafter.render.html import render
from drafter.render.html.entries import rows
from drafter.render.html.markup import join, tag
from tests.mutations import edited_pairs, pairs

XHTML = "{http://www.w3.org/1999/xhtml}"
HOSTILE = "<script>alert(1)</script> ]]> &amp; <!-- \" ' \u202etxt\u2066 \x07\x1b \ufffe"


def _op(id_: str, opening: str, rest: str, *more: Inline) -> Paragraph:
    start = Emphasis(Style.OPENING, text(opening))
    return Paragraph(id_, Role.OPERATIVE, (start, Text(rest), *more))


def _resolution(*operative: Paragraph, symbol: str = "A/900/L.1") -> Resolution:
    return Resolution(
        language="en",
        masthead=Masthead(symbol=symbol),
        title=text("River libraries"),
        parts=(Part(operative=operative),),
    )


BOATS = _op("p-boats", "Decides", " that the boats of the valley shall carry books;")
LAMPS = _op("p-lamps", "Invites", " the villages to build landing stages with a roof and a lamp;")
ATLAS = _op("p-atlas", "Welcomes", " the gift of two hundred atlases", Note("n-a", text("A/1.")))
FLOOD = _op("p-flood", "Urges", " all readers to bring back their books before the flood season;")
SEIZED = Paragraph(
    "p-seized", Role.OPERATIVE, (*text("Recalls "), Reference("p-lamps"), Text(", and stays."))
)
OLD = _resolution(BOATS, LAMPS, ATLAS, FLOOD, SEIZED)
NEW = _resolution(
    FLOOD, _op("p-new", "Appoints", " a keeper;"), BOATS, LAMPS, SEIZED, symbol="A/900/L.2"
)


def _tree(diff: Diff, options: Page = Page()) -> etree._Element:  # noqa: B008 - a frozen value
    return etree.fromstring(render(diff, options).encode())


def _all(tree: etree._Element, class_: str) -> list[etree._Element]:
    return [e for e in tree.iter() if class_ in str(e.get("class", "")).split()]


def _words(element: etree._Element, *without: str) -> str:
    """The text inside an element, leaving out elements with one of some names or classes."""
    said = [element.text or ""]
    for child in element:
        names = {str(child.tag).removeprefix(XHTML), *str(child.get("class", "")).split()}
        if not names & set(without):
            said.append(_words(child, *without))
        said.append(child.tail or "")
    return "".join(said)


def _row(tree: etree._Element, place: int) -> etree._Element:
    found = [e for e in tree.iter() if e.get("id") == f"c{place}"]
    assert len(found) == 1
    return found[0]


def _ids(tree: etree._Element) -> list[str]:
    return [str(e.get("id")) for e in tree.iter() if e.get("id")]


def _column(row: etree._Element, side: str) -> list[etree._Element]:
    """The paragraphs of one column of a row, without those of the notes below it."""
    pair = next(e for e in row.iter() if e.get("class") == "pair")
    return [p for c in pair if side in str(c.get("class")).split() for p in c]


def test_text_is_escaped_unless_it_is_markup() -> None:
    made = tag("p", "a < b & c", tag("b", "d"), class_='x"><script>', aria_label=None, hidden=True)
    assert made.html == (
        '<p class="x&quot;&gt;&lt;script&gt;" hidden="hidden">a &lt; b &amp; c<b>d</b></p>'
    )


def test_signs_that_steer_are_shown_by_their_number() -> None:
    made = join(["a\u202eb", "\x1b"]).html
    assert "\u202e" not in made
    assert '<span class="sign" title="right-to-left override">U+202E</span>' in made
    assert ">U+001B</span>" in made
    assert tag("p", title="\u202e\ufffe").html == '<p title="\\u202eU+FFFE"></p>'


@given(pairs())
def test_the_page_is_well_formed_and_its_links_lead_somewhere(
    pair: tuple[Resolution, Resolution],
) -> None:
    diff = compare(*pair)
    tree = _tree(diff)
    ids = _ids(tree)
    assert len(ids) == len(set(ids))
    links = [str(e.get("href")) for e in tree.iter() if e.get("href") is not None]
    assert {link[1:] for link in links} <= set(ids)
    assert {f"c{place}" for place in range(len(diff.changes))} <= set(ids)


@given(pairs())
def test_both_columns_hold_the_words_of_both_texts(pair: tuple[Resolution, Resolution]) -> None:
    diff = compare(*pair)
    tree = _tree(diff)
    for row in rows(diff):
        element = _row(tree, row.place)
        assert _said(element, "old", "ins") == _texts(row.change, "old")
        if row.change.new:
            assert _said(element, "new", "del") == _texts(row.change, "new")


def _said(row: etree._Element, side: str, other: str) -> list[str]:
    without = (other, "label", "mark", "gone")
    paragraphs = [p for p in _column(row, side) if p.tag == f"{XHTML}p"]
    return [" ".join(_words(p, *without).split()) for p in paragraphs]


def _texts(change: Change, side: str) -> list[str]:
    return [" ".join(unit.text.split()) for unit in getattr(change, side)]


@given(edited_pairs(), st.booleans())
def test_the_same_comparison_gives_the_same_bytes(
    pair: tuple[Resolution, Resolution], inline: bool
) -> None:
    pages = {render(compare(*pair), Page(inline=inline)) for _ in range(2)}
    assert len(pages) == 1


def test_hostile_words_stay_words() -> None:
    old = _resolution(_op("p-a", "Notes", " peace;"), symbol=HOSTILE)
    new = _resolution(_op("p-a", HOSTILE, HOSTILE, Note("n-x", text(HOSTILE))))
    options = Options(old=Side(name=HOSTILE), new=Side(name="\udcff.txt"))
    page = render(compare(old, new, options))
    tree = etree.fromstring(page.encode())
    assert len(list(tree.iter(f"{XHTML}script"))) == 1
    assert not set(page) & set("\u202e\u2066\x07\x1b\ufffe\udcff")
    assert "<script>alert(1)</script>" in _words(tree)
    assert page.count("]]>") == 2  # those of the style and the script


def test_the_page_loads_nothing_and_its_policy_says_so() -> None:
    page = render(compare(OLD, NEW))
    tree = etree.fromstring(page.encode())
    assert not re.search(r"url\(|@import|fetch\(|XMLHttp|<(img|link|iframe|base)\b", page)
    assert not [e for e in tree.iter() if e.get("src") or e.get("style") or e.get("onclick")]
    policy = next(str(e.get("content")) for e in tree.iter(f"{XHTML}meta") if e.get("http-equiv"))
    inside = {
        kind: page.split(f"<{kind}>")[1].split(f"</{kind}>")[0] for kind in ("style", "script")
    }
    hashes = {kind: b64encode(sha256(inside[kind].encode()).digest()).decode() for kind in inside}
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{hashes['style']}'; "
        f"script-src 'sha256-{hashes['script']}'; base-uri 'none'; form-action 'none'"
    )


def test_a_moved_paragraph_and_its_old_place_lead_to_each_other() -> None:
    diff = compare(OLD, NEW)
    tree = _tree(diff)
    place = next(n for n, c in enumerate(diff.changes) if category(c) is Category.MOVED)
    (ghost,) = _all(tree, "ghost")
    assert ghost.get("id") == f"from-{place}"
    (there,) = _all(ghost, "way")
    assert (there.get("href"), there.text) == (f"#c{place}", "↑ moved to OP1")
    (back,) = _all(_row(tree, place), "way")
    assert (back.get("href"), back.text) == (f"#from-{place}", "↓ its old place")


def test_a_new_number_is_told_with_its_cause() -> None:
    diff = compare(OLD, NEW)
    tree = _tree(diff, Page(context=9))
    told = [_words(badge) for badge in _all(tree, "why-renumbered")]
    assert "because paragraph 4 was moved to paragraph 1 and paragraph 2 was inserted→→" in told


def test_a_note_stands_under_its_paragraph_with_what_became_of_it() -> None:
    diff = compare(OLD, NEW)
    tree = _tree(diff)
    row = next(n for n, c in enumerate(diff.changes) if any(u.id == "p-atlas" for u in c.old))
    (note,) = _all(_row(tree, row), "note")
    assert [_words(state) for state in _all(note, "state")] == ["Note 1 deleted"]


def test_references_lead_to_the_paragraph_they_name() -> None:
    diff = compare(OLD, NEW)
    tree = _tree(diff, Page(context=9))
    place = next(n for n, c in enumerate(diff.changes) if any(u.id == "p-lamps" for u in c.new))
    assert {(e.get("href"), e.text) for e in _all(tree, "reference")} == {
        (f"#c{place}", "paragraph 4 above")
    }


def test_the_heading_names_both_drafts_and_counts_the_changes() -> None:
    names = Options(old=Side(name="river.draft"), new=Side(name="final.docx"))
    tree = _tree(compare(OLD, NEW, names))
    assert [_words(e) for e in tree.iter(f"{XHTML}h1")] == ["River libraries"]
    assert [_words(e) for e in tree.iter(f"{XHTML}dd")][:2] == [
        "river.draft A/900/L.1",
        "final.docx A/900/L.2",
    ]
    (counts,) = _all(tree, "counts")
    assert counts.text == (
        "Of 8 paragraphs and lines: 1 edited, 1 inserted, 1 deleted, 1 moved, "
        "1 only adjusted, 2 only renumbered and 1 kept. Notes: 1 deleted."
    )


def test_equal_texts_are_told_to_be_equal() -> None:
    assert sentence(count(compare(OLD, OLD).changes)) == (
        "No difference: all 8 paragraphs and lines are kept."
    )
    assert "Both texts are empty." in render(compare(Resolution(), Resolution()))


def test_the_languages_of_both_texts_are_told() -> None:
    arabic = Resolution(language="ar", title=text("مكتبات النهر"))
    tree = _tree(compare(OLD, arabic), Page(old_language="en"))
    assert {e.get("lang") for e in _all(tree, "new")} == {"ar"}
    assert {e.get("lang") for e in _all(tree, "old")} == {"en"}
    assert "rtl" in {e.get("dir") for e in _all(tree, "unit")}


def test_words_that_are_not_those_of_the_units_are_shown_as_given() -> None:
    diff = compare(OLD, NEW)
    odd = tuple(Words(mark, f"{mark} words ") for mark in Mark)
    changes = tuple(Change(c.kind, c.old, c.new, odd) for c in diff.changes)
    page = _words(_tree(Diff(changes, diff.patch)))
    assert "delete words" in page
    assert "insert words" in page


def test_a_thousand_paragraphs_stay_a_small_file() -> None:
    old = _long(1000, every=10, word="books")
    diff = compare(old, _long(1000, every=10, word="atlases"))
    assert apply(diff, old) != old
    page = render(diff)
    assert len(page.encode()) < 2_500_000


def _long(size: int, every: int, word: str) -> Resolution:
    return _resolution(
        *(
            _op(
                f"p-{n}",
                "Requests",
                f" boat {n} of the valley to carry {word if n % every == 0 else 'lamps'} and "
                f"{'paper and ink, ' * 12}to landing stage {n * 7919 % 10007};",
            )
            for n in range(size)
        )
    )


GROUNDS = {
    "ink": ("paper", "bar", "target"),
    "soft": ("paper", "bar", "target"),
    "ins": ("paper", "ins-ground", "ins-faint", "target"),
    "del": ("paper", "del-ground", "del-faint", "target"),
    **dict.fromkeys(("edited", "moved", "split", "notes"), ("paper", "bar")),
}


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_colours_have_the_contrast_that_weak_eyes_need(theme: int) -> None:
    found = re.findall(r":root \{(.*?)\}", render(compare(OLD, OLD)), re.DOTALL)[theme]
    colours = dict(re.findall(r"--([\w-]+): (#\w{6}|#\w{3});", found))
    for ink, grounds in GROUNDS.items():
        for ground in grounds:
            ratio = _contrast(colours[ink], colours[ground])
            assert ratio >= 4.5, f"{ink} on {ground}: {ratio:.2f}"


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), _linear(colour), strict=True))


def _linear(colour: str) -> Iterator[float]:
    for start in (1, 3, 5):
        share = int(colour[start : start + 2], 16) / 255
        yield share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def test_parts_of_a_resolution_have_headings_of_their_own() -> None:
    parts = (Part(letter="A", operative=(BOATS,)), Part(letter="B", operative=(LAMPS,)))
    both = Resolution(title=text("River libraries"), parts=parts)
    tree = _tree(compare(both, both))
    assert [h.text for h in tree.iter(f"{XHTML}h2")] == [
        "Title",
        "Part A: title",
        "Part A: operative part",
        "Part B: title",
        "Part B: operative part",
    ]
