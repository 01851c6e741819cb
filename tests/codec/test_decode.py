"""What the codec says about data that are no resolution: every fault of one pass, with its path."""

from __future__ import annotations

from typing import Any

import pytest

from drafter.codec import decode, decode_opaque, decode_vote, encode, nearest
from drafter.errors import DrafterError, Invalid, Malformed, Place
from drafter.model import (
    Count,
    Emphasis,
    Note,
    Opaque,
    Paragraph,
    Part,
    Resolution,
    Role,
    Style,
    Text,
    Vote,
    text,
)
from tests.told import told

LEAST: dict[str, Any] = {"drafter": 1, "kind": "draft", "language": "en"}


def test_a_paragraph_is_plain_to_read_and_write() -> None:
    body = (
        Emphasis(Style.OPENING, text("Decides")),
        Text(" to meet,"),
        Note("n-1", text("See A/64/1.")),
    )
    paragraph = Paragraph("p-1", Role.OPERATIVE, body, meta=(("class", "H1"),))
    data = {
        **LEAST,
        "parts": [
            {
                "operative": [
                    {
                        "type": "paragraph",
                        "id": "p-1",
                        "role": "operative",
                        "body": [
                            {"type": "emphasis", "style": "opening", "body": ["Decides"]},
                            " to meet,",
                            {"type": "note", "id": "n-1", "body": ["See A/64/1."]},
                        ],
                        "meta": {"class": "H1"},
                    }
                ]
            }
        ],
    }
    resolution = Resolution(parts=(Part(operative=(paragraph,)),))
    assert encode(resolution) == data
    assert decode(data) == resolution


def test_the_keys_stand_in_the_order_of_the_model() -> None:
    data = encode(Resolution(number="64/1", title=text("Peace"), meta=(Opaque("a"),)))
    assert list(data) == ["drafter", "kind", "language", "number", "title", "meta"]


def test_all_faults_of_one_pass_are_told() -> None:
    with pytest.raises(Malformed) as caught:
        decode({"drafter": 1, "kind": "drafft", "title": "Peace", "parts": [{"letters": "A"}]})
    assert told(caught.value) == (
        "Malformed: kind: 'drafft' is not known here\n"
        "  hint: did you mean 'draft'?\n"
        "Malformed: the field 'language' is missing in a resolution\n"
        "  hint: add 'language'\n"
        "Malformed: title: a list is expected, this is the text 'Peace'\n"
        "  hint: write a list here\n"
        "Malformed: parts/0/letters: there is no field 'letters' in a part\n"
        "  hint: did you mean 'letter'?\n"
    )


def test_a_broken_rule_is_told_after_the_form_is_right() -> None:
    with pytest.raises(Invalid) as caught:
        decode({**LEAST, "number": " 1"})
    assert caught.value == Invalid(
        "begins or ends with a space", hint="take the space away", where=Place(path="number")
    )


@pytest.mark.parametrize("data", [None, 1, "x", [], {}, {"drafter": True}, {"drafter": 1.0}])
def test_anything_else_is_malformed(data: object) -> None:
    with pytest.raises(Malformed):
        decode(data)


def test_many_faults_are_cut_short() -> None:
    with pytest.raises(DrafterError) as caught:
        decode({**LEAST, "title": [7] * 1000})
    assert len(caught.value.also) == 99


def test_votes_and_kept_elements_stand_alone_too() -> None:
    vote = {"outcome": "recorded-vote", "counts": [{"side": "against", "value": 2}]}
    assert decode_vote(vote) == Vote("recorded-vote", (Count("against", 2),))
    kept = {"name": "a", "attributes": {"z": "1", "b": "2"}, "children": [{"name": "c"}]}
    pairs = (("b", "2"), ("z", "1"))
    assert decode_opaque(kept) == Opaque("a", pairs, children=(Opaque("c"),))
    with pytest.raises(Malformed, match="the field 'name' is missing in a kept element"):
        decode_opaque({})


def test_the_nearest_word_is_named_or_else_all_of_them() -> None:
    assert nearest("titel", ("title", "number")) == "did you mean 'title'?"
    assert nearest("xyz", ("title", "number")) == "known: title, number"
    assert nearest("xyz", ()) == "nothing may stand here"
