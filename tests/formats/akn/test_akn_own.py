from __future__ import annotations

import pytest
from hypothesis import given
from lxml import etree

from drafter.errors import Malformed
from drafter.formats.akn import read, write
from drafter.formats.akn.names import akn, own
from drafter.model import Paragraph, Part, Resolution, Role, text
from tests.akn_schema import schema_faults
from tests.strategies import resolutions, small_resolutions


@given(resolutions())
def test_what_is_written_reads_back_as_the_same_value(value: Resolution) -> None:
    assert read(write(value)).value == value


@given(resolutions())
def test_what_is_written_meets_the_schema_of_akoma_ntoso(value: Resolution) -> None:
    assert schema_faults(write(value)) == []


@given(small_resolutions())
def test_the_same_value_gives_the_same_bytes(value: Resolution) -> None:
    assert write(value) == write(value)


@given(resolutions())
def test_every_eid_stands_once(value: Resolution) -> None:
    given_ids = [e.get("eId") for e in etree.fromstring(write(value)).iter() if e.get("eId")]
    assert len(given_ids) == len(set(given_ids))


def boats() -> Resolution:
    item = Paragraph("p-item", Role.ITEM, text("The blue one;"))
    first = Paragraph("p-first", Role.OPERATIVE, text("Counts:"), (item,))
    last = Paragraph("p-last", Role.OPERATIVE, text("Ends."))
    return Resolution(parts=(Part(operative=(first, last)),))


def test_eids_follow_the_numbers_and_wids_are_our_own() -> None:
    root = etree.fromstring(write(boats()))
    found = {e.get("wId"): e.get("eId") for e in root.iter() if e.get("wId")}
    assert found == {
        "p-first": "para_1",
        "p-item": "para_1__list_nn1__point_a",
        "p-last": "para_2",
    }


def test_text_changed_by_hand_is_the_text_that_is_read() -> None:
    data = write(boats()).replace(b"The blue one;", b"The green one;")
    (first, _) = read(data).value.parts[0].operative
    assert isinstance(first, Paragraph)
    assert first.children == (Paragraph("p-item", Role.ITEM, text("The green one;")),)


def test_a_file_without_our_attributes_is_read_by_its_labels() -> None:
    root = etree.fromstring(write(boats()))
    for element in list(root.iter()):
        if element.tag == akn("proprietary"):
            element.getparent().remove(element)  # type: ignore[union-attr] # not the root
        for name in [n for n in element.attrib if str(n).startswith("{urn:drafter")]:
            del element.attrib[name]
    (first, last) = read(etree.tostring(root)).value.parts[0].operative
    assert isinstance(first, Paragraph)
    assert isinstance(last, Paragraph)
    assert [p.body for p in (first, *first.children, last) if isinstance(p, Paragraph)] == [
        text("Counts:"),
        text("The blue one;"),
        text("Ends."),
    ]


def test_a_paragraph_that_another_hand_adds_is_not_lost() -> None:
    added = b"<paragraph><num>3.</num><content><p>Added.</p></content></paragraph></mainBody>"
    found = read(write(boats()).replace(b"</mainBody>", added))
    assert [b.body for b in found.value.parts[0].operative if isinstance(b, Paragraph)] == [
        text("Counts:"),
        text("Ends."),
        text("Added."),
    ]
    assert "another hand" in found.notices[0].message


def test_a_block_that_says_something_unknown_is_an_error_with_its_line() -> None:
    data = write(boats()).replace(b'drafter:is="item"', b'drafter:is="itme"')
    with pytest.raises(Malformed, match="there is no block 'itme'") as caught:
        read(data)
    assert caught.value.where.line > 0


def test_a_newer_version_is_refused_with_a_hint() -> None:
    data = write(boats()).replace(b'drafter:version="1"', b'drafter:version="9"')
    with pytest.raises(Malformed, match="version '9'"):
        read(data)


def test_our_own_names_stand_in_a_namespace_of_their_own() -> None:
    assert own("is") == "{urn:drafter:akn}is"
