"""Disjoint edits of both sides are all in the merged text, once each, without a conflict."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.merge import merge
from drafter.model import (
    Block,
    Blocks,
    Emphasis,
    Inlines,
    Masthead,
    Note,
    Paragraph,
    Part,
    Reference,
    Resolution,
    Role,
    Style,
    Text,
    notes,
    query,
    text,
    walk,
)
from drafter.model.invariants import check, faults
from drafter.numbering import number

VERBS = ("Decides", "Requests", "Invites", "Urges", "Welcomes", "Notes")
NOUNS = ("stations", "harbours", "lights", "gauges", "pilots", "charts", "ferries", "lanes")


def _paragraph(place: int, role: Role, chance: Random) -> Paragraph:
    """A paragraph of twenty different words, now and then with a note or a reference."""
    words = [f"{chance.choice(NOUNS)}{place}x{count}" for count in range(20)]
    end = "," if role is Role.PREAMBULAR else ";"
    body: Inlines = (
        Emphasis(Style.OPENING, text(chance.choice(VERBS))),
        Text(f" {' '.join(words[:10])} "),
        Reference("p-op0"),
        Text(f" {' '.join(words[10:])}{end}"),
    )
    if place % 3 == 0:
        note = Note(f"n-{role.value[:2]}{place}", text(f"See document {place} of the series."))
        body = (*body, note)
    return Paragraph(f"p-{role.value[:2]}{place}", role, body)


def base_text(chance: Random) -> Resolution:
    """A draft of six preambular and twelve operative paragraphs."""
    preamble = tuple(_paragraph(place, Role.PREAMBULAR, chance) for place in range(6))
    operative = [_paragraph(place, Role.OPERATIVE, chance) for place in range(12)]
    last = operative[-1]
    operative[-1] = replace(last, body=(*last.body[:-1], _stopped(last.body[-1])))
    for place in (3, 7):
        items = (
            _paragraph(40 + place, Role.ITEM, chance),
            _paragraph(60 + place, Role.ITEM, chance),
        )
        operative[place] = replace(operative[place], children=items)
    return check(
        Resolution(
            masthead=Masthead(symbol="A/901/L.9", session="Ninth session"),
            title=text("Lights and gauges"),
            parts=(Part(preamble=preamble, operative=tuple(operative)),),
        )
    )


def _stopped(inline: object) -> Text:
    assert isinstance(inline, Text)
    return Text(inline.text.removesuffix(";") + ".")


def reworded(resolution: Resolution, id_: str, old: str, new: str) -> Resolution:
    """The resolution with one word of a paragraph exchanged."""

    def change(block: Block) -> Blocks:
        if block.id != id_ or not isinstance(block, Paragraph):
            return (block,)
        body = tuple(
            Text(part.text.replace(old, new)) if isinstance(part, Text) else part
            for part in block.body
        )
        assert body != block.body
        return (replace(block, body=body),)

    return walk(resolution, change)


def _words(block: Paragraph) -> list[str]:
    return [w for part in block.body if isinstance(part, Text) for w in part.text.split()]


def _operative(resolution: Resolution, change: list[Block]) -> Resolution:
    part = resolution.parts[0]
    return replace(resolution, parts=(replace(part, operative=tuple(change)),))


def _edit(resolution: Resolution, place: int, kind: str, side: str) -> Resolution:
    """One edit of the operative paragraph that stands at this place in the base."""
    row = list(resolution.parts[0].operative)
    at = next(k for k, block in enumerate(row) if block.id == f"p-op{place}")
    match kind:
        case "reword":
            block = row[at]
            assert isinstance(block, Paragraph)
            return reworded(resolution, block.id, _words(block)[4], f"{side}word{place}")
        case "delete":
            return _operative(resolution, row[:at] + row[at + 1 :])
        case "insert":
            body = (Emphasis(Style.OPENING, text("Adds")), Text(f" {side} text {place};"))
            new = Paragraph(f"p-{side}{place}", Role.OPERATIVE, body)
            return _operative(resolution, [*row[: at + 1], new, *row[at + 1 :]])
        case "note":
            block = row[at]
            assert isinstance(block, Paragraph)
            note = Note(f"n-{side}{place}", text(f"Note of {side} at {place}."))
            row[at] = replace(block, body=(*block.body, note))
            return _operative(resolution, row)
        case _:
            block = row.pop(at)
            return _operative(resolution, [*row[:6], block, *row[6:]])


KINDS = ("reword", "delete", "insert", "note", "move")


@given(
    st.integers(0, 1000),
    st.lists(st.tuples(st.sampled_from(KINDS), st.booleans()), min_size=1, max_size=5),
)
def test_edits_of_different_paragraphs_give_what_both_do_together(
    seed: int, plan: list[tuple[str, bool]]
) -> None:
    base = base_text(Random(seed))  # noqa: S311 - texts for a test
    ours = theirs = both = base
    moved = False
    for place, (kind, mine) in zip((1, 4, 9, 6, 10), plan, strict=False):
        kind = "reword" if kind == "move" and moved else kind  # noqa: PLW2901 - one move a text
        moved = moved or kind == "move"
        side = "our" if mine else "their"
        both = _edit(both, place, kind, side)
        if mine:
            ours = _edit(ours, place, kind, side)
        else:
            theirs = _edit(theirs, place, kind, side)
    for merged in (merge(base, ours, theirs), merge(base, theirs, ours)):
        assert merged.conflicts == ()
        if not moved:
            assert merged.resolution == both
        assert _bag(merged.resolution) == _bag(both)
        assert faults(merged.resolution) == ()


def _bag(resolution: Resolution) -> Counter[object]:
    """Every paragraph and note, wherever it stands."""
    blocks = (site.block for site in query(resolution))
    return Counter([*blocks, *notes(resolution)])


@given(st.integers(0, 1000), st.integers(2, 16), st.integers(2, 16))
def test_edits_of_one_paragraph_merge_when_a_word_stands_between(
    seed: int, first: int, second: int
) -> None:
    base = base_text(Random(seed))  # noqa: S311 - texts for a test
    target = base.parts[0].operative[5]
    assert isinstance(target, Paragraph)
    words = _words(target)
    ours = reworded(base, target.id, words[first], "ourword")
    theirs = reworded(base, target.id, words[second], "theirword")
    merged = merge(base, ours, theirs)
    # between the ninth and the tenth word a reference stands, which is a word to a reader
    near = abs(first - second) < 2 and {first, second} != {9, 10}
    assert bool(merged.conflicts) == near
    if not near:
        expected = reworded(ours, target.id, words[second], "theirword")
        assert merged.resolution == expected
    printed = str(merged.resolution)
    assert (printed.count("ourword"), printed.count("theirword")) == (1, 1)


def test_numbers_and_references_follow_insertions_of_both_sides() -> None:
    base = base_text(Random(1))  # noqa: S311 - texts for a test
    row = base.parts[0].operative
    new = [Paragraph(f"p-new{k}", Role.OPERATIVE, text(f"Adds {k};")) for k in range(2)]
    ours, theirs = (_operative(base, [one, *row]) for one in new)
    merged = merge(base, ours, theirs)
    assert merged.conflicts == ()
    assert [b.id for b in merged.resolution.parts[0].operative[:3]] == ["p-new0", "p-new1", "p-op0"]
    assert number(merged.resolution).label("p-op0") == "3."


def test_what_both_insert_alike_stands_once() -> None:
    base = base_text(Random(1))  # noqa: S311 - texts for a test
    one = Paragraph("p-one", Role.OPERATIVE, text("Adds this;"))
    ours = _operative(base, [one, *base.parts[0].operative])
    theirs = _operative(base, [replace(one, id="p-two"), *base.parts[0].operative[:-1]])
    merged = merge(base, ours, theirs)
    assert merged.conflicts == ()
    assert merged.resolution == _operative(ours, list(ours.parts[0].operative[:-1]))


def test_one_side_moves_what_the_other_edits() -> None:
    base = base_text(Random(2))  # noqa: S311 - texts for a test
    ours = _edit(base, 9, "move", "our")
    theirs = _edit(base, 9, "reword", "their")
    merged = merge(base, ours, theirs)
    assert merged.conflicts == ()
    assert merged.resolution == _edit(ours, 9, "reword", "their")


@pytest.mark.parametrize("kind", ["reword", "move"])
def test_a_deletion_against_a_change_is_a_conflict(kind: str) -> None:
    base = base_text(Random(3))  # noqa: S311 - texts for a test
    ours, theirs = _edit(base, 9, "delete", "our"), _edit(base, 9, kind, "their")
    merged = merge(base, ours, theirs)
    assert [(c.kind, c.id) for c in merged.conflicts] == [("deleted-and-changed", "p-op9")]
    assert "[ours: –] [theirs: " in str(merged.resolution)
    turned = merge(base, theirs, ours)
    assert "] [theirs: –]" in str(turned.resolution)


def test_both_sides_add_to_the_end_and_only_the_last_has_the_full_stop() -> None:
    base = base_text(Random(4))  # noqa: S311 - texts for a test
    sides = []
    for name in ("one", "two"):
        row = list(base.parts[0].operative)
        last = row[-1]
        assert isinstance(last, Paragraph)
        row[-1] = replace(last, body=(*last.body[:-1], Text(str(last.body[-1].text)[:-1] + ";")))  # type: ignore[union-attr] # the last inline is text
        row.append(Paragraph(f"p-{name}", Role.OPERATIVE, text(f"Adds {name}.")))
        sides.append(_operative(base, row))
    merged = merge(base, sides[0], sides[1])
    assert merged.conflicts == ()
    assert [
        b.body for b in merged.resolution.parts[0].operative[-2:] if isinstance(b, Paragraph)
    ] == [
        text("Adds one;"),
        text("Adds two."),
    ]
