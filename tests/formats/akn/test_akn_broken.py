from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.errors import DrafterError, Unreadable
from drafter.formats.akn import read, write
from drafter.model import Break, Resolution, Text
from drafter.model.invariants import faults
from drafter.report import Kind, Read
from tests.akn_skeleton import document
from tests.strategies import small_resolutions

ENTITIES = """<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "ha">
<!ENTITY y "&x;&x;&x;&x;&x;&x;&x;&x;"><!ENTITY z "&y;&y;&y;&y;&y;&y;&y;&y;">
<!ENTITY w "&z;&z;&z;&z;&z;&z;&z;&z;">]><akomaNtoso>&w;</akomaNtoso>"""
OUTSIDE = """<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<akomaNtoso><statement name="resolution"><mainBody><p>&x;</p></mainBody></statement></akomaNtoso>
"""
REMOTE = """<?xml version="1.0"?><!DOCTYPE a SYSTEM "http://192.0.2.1/a.dtd">
<akomaNtoso><statement name="resolution"><mainBody><p>One.</p></mainBody></statement></akomaNtoso>
"""
ONE = "<mainBody><paragraph><num>1.</num><content><p>One;</p></content></paragraph></mainBody>"


def outcome(data: bytes) -> Read[Resolution] | DrafterError:
    """What reading gives, a value or an error of ours; any other exception fails the test."""
    try:
        return read(data)
    except DrafterError as error:
        return error


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the file is empty"),
        (b"  \n", "the file is empty"),
        (b"\x00\x01\x02\xff", "not XML"),
        (b"Resolution 1", "not XML"),
        (b"<html><body/></html>", "root element is 'html'"),
        (b"<akomaNtoso/>", "there is no statement"),
        (ENTITIES.encode(), "declares entities"),
        (OUTSIDE.encode(), "declares entities"),
        (b"x" * 50_000_001, "50,000,001 bytes"),
    ],
    ids=["empty", "blank", "binary", "text", "html", "no statement", "bomb", "outside", "huge"],
)
def test_what_is_no_resolution_is_an_error_that_says_why(data: bytes, message: str) -> None:
    with pytest.raises(Unreadable, match=message) as caught:
        read(data)
    assert caught.value.hint


def test_a_document_type_from_the_network_is_never_fetched() -> None:
    start = time.monotonic()
    assert read(REMOTE.encode()).value.parts[0].operative
    assert time.monotonic() - start < 5


def test_a_file_that_is_cut_off_is_read_as_far_as_it_goes_with_notices() -> None:
    whole = document(
        "<mainBody><paragraph><num>1.</num><content><p>One;</p></content></paragraph></mainBody>"
    )
    found = read(whole[: whole.index(b"</content>")])
    assert found.value.parts[0].operative
    assert Kind.ENCODING in {notice.kind for notice in found.notices}


def test_ids_that_stand_twice_are_told_and_made_anew() -> None:
    body = "".join(
        f'<paragraph eId="para_1"><num>{n}.</num><content><p>One;</p></content></paragraph>'
        for n in (1, 2)
    )
    found = read(document(f"<mainBody>{body}</mainBody>"))
    assert faults(found.value) == ()
    assert [n.message for n in found.notices if "eId" in n.message] == [
        "1 eIds stand twice; none is used"
    ]


def test_lists_in_lists_without_end_are_read_or_refused_but_never_a_traceback() -> None:
    deep = "<list><point><num>(a)</num><content><p>x</p></content></point>" * 60 + "</list>" * 60
    body = f"<mainBody><paragraph><num>1.</num>{deep}</paragraph></mainBody>"
    found = read(document(body))
    assert faults(found.value) == ()
    assert any("deep" in notice.message for notice in found.notices)


def test_spans_in_spans_beyond_the_depth_of_the_parser_are_mended() -> None:
    deep = "<span>" * 400 + "x" + "</span>" * 400
    found = outcome(document(f"<mainBody><p>{deep}</p></mainBody>"))
    assert not isinstance(found, DrafterError) or found.hint


@given(small_resolutions(), st.data())
def test_no_damage_ends_in_anything_but_a_value_or_an_error(
    value: Resolution, data: st.DataObject
) -> None:
    whole = bytearray(write(value))
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(whole) - 1))
        kind = data.draw(st.sampled_from(("cut", "flip", "double")))
        if kind == "cut":
            del whole[place : place + data.draw(st.integers(1, 200))]
        elif kind == "flip":
            whole[place] = data.draw(st.sampled_from(b"<>/&\"' a1\x00\xff"))
        else:
            whole[place:place] = whole[place : place + 60]
        if not whole:
            return
    found = outcome(bytes(whole))
    assert isinstance(found, DrafterError) or found.value.parts


@pytest.mark.parametrize("name", ["p", "blockList", "container", "section", "span", "table"])
def test_elements_nested_without_end_are_an_error_and_no_crash(name: str) -> None:
    for depth in (60, 140, 400):
        nested = f"<{name}>" * depth + "One." + f"</{name}>" * depth
        found = outcome(document(f"<mainBody>{nested}</mainBody>"))
        assert isinstance(found, DrafterError) or not faults(found.value)
    assert isinstance(found, Unreadable)
    assert "deep in each other" in found.what


def test_two_titles_in_a_preface_are_two_lines_of_one() -> None:
    preface = "<preface><p><docTitle>Kalinor: draft</docTitle></p><p><docTitle>Boats</docTitle></p>"
    value = read(document(f"{preface}</preface>{ONE}")).value
    assert value.title == (Text("Kalinor: draft"), Break(), Text("Boats"))


def test_a_file_of_ours_that_another_hand_cut_into_is_read_by_its_labels() -> None:
    ours = write(read(document(ONE)).value)
    found = read(ours.replace(b">One;<", b"> One;  two <"))
    assert not faults(found.value)
    assert [notice.message for notice in found.notices if "another hand" in notice.message]
