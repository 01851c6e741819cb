"""What a person stumbled over when reading pages of real texts."""

from __future__ import annotations

import pytest
from lxml import etree

from drafter import resources
from drafter.diff import Diff, Options, Side, compare
from drafter.formats.draft import read
from drafter.model import Resolution
from drafter.render.html import render
from drafter.render.html.words import file_names
from drafter.render.summary import summary

ENGLISH = resources.language("en")
FEES = "OP  Requests the harbours to publish their fees, and to lower them in winter;\n"
TIDE = "OP  Thanks the keepers of the two lighthouses for their patience;\n"
LAST = "OP  Decides to meet at noon in the old harbour of the capital;\n"


def _diff(old: str, new: str) -> Diff:
    before, after = (Side(name, ENGLISH.scheme, ENGLISH) for name in ("old", "new"))
    return compare(_read(old), _read(new), Options(before, after))


def _read(lines: str) -> Resolution:
    return read(f"%drafter 1\ntitle: A case\n\n{lines}".encode()).value


def _all(diff: Diff, class_: str) -> list[etree._Element]:
    tree = etree.fromstring(render(diff).encode())
    return [e for e in tree.iter() if class_ in str(e.get("class", "")).split()]


def _seen(element: etree._Element) -> str:
    """The words of an element that are seen in the new column of two."""
    hidden = element.get("class") == "gone" or str(element.tag).endswith("}del")
    inside = "" if hidden else (element.text or "") + "".join(map(_seen, element))
    return inside + (element.tail or "")


def test_the_space_of_deleted_words_goes_with_them() -> None:
    diff = _diff(FEES, FEES.replace("fees, and to lower", "fees, to lower"))
    told = [_seen(side) for side in _all(diff, "new")]
    assert any("publish their fees, to lower" in words for words in told)


def test_a_moved_paragraph_beside_its_old_place_has_no_sign_there() -> None:
    listed = f"OP  Invites all:\n  -  To read;\n{FEES}"
    diff = _diff(listed, f"OP  Invites all:\nOP  To read;\n{FEES}")
    assert "OP1 (a) promoted to OP2" in summary(diff)
    assert _all(diff, "ghost") == []


def test_notes_that_moved_with_their_paragraph_are_told_once() -> None:
    noted = FEES.replace("fees,", "fees,[^a]").replace("winter;", "winter;[^b]")
    notes = "[^a]: See A/1.\n[^b]: See A/2.\n"
    diff = _diff(f"{noted}{TIDE}{LAST}{notes}", f"{TIDE}{LAST}{noted}{notes}")
    assert summary(diff)[-1] == "OP1 moved to OP3: notes 1 and 2 moved with their sentences"
    assert _all(diff, "state") == []


def test_notes_added_one_after_the_other_are_told_at_once() -> None:
    noted = FEES.replace("fees,", "fees,[^a]").replace("them", "them[^b]").replace(";", ";[^c]")
    with_notes = f"{noted}[^a]: See A/1.\n[^b]: See A/2.\n[^c]: See A/3.\n"
    assert summary(_diff(FEES, with_notes)) == ("OP: notes 1 to 3 added",)
    assert summary(_diff(with_notes, FEES)) == ("OP: notes 1 to 3 deleted",)


def test_paragraphs_with_the_same_small_difference_share_a_line() -> None:
    old = f"{FEES}{TIDE}{LAST}OP  Requests a report."
    assert summary(_diff(old, old.replace(";", ","))) == (
        'OP1 to OP3: end punctuation adjusted: from ";" to ","',
    )


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (("drafts/kenya/a.draft", "drafts/brazil/b.docx"), ("a.draft", "b.docx")),
        (("last/a.draft", "this/a.draft"), ("last/a.draft", "this/a.draft")),
        (("A/RES/77/76", "A/RES/78/40"), ("A/RES/77/76", "A/RES/78/40")),
    ],
)
def test_files_are_named_without_their_folders_where_that_tells_them_apart(
    given: tuple[str, str], told: tuple[str, str]
) -> None:
    assert file_names(*given) == told
