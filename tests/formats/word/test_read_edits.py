"""Law: however paragraphs are edited in Word, the value is well formed and no word is lost."""

from __future__ import annotations

from copy import deepcopy
from io import BytesIO
from zipfile import ZipFile

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from drafter.codec import encode
from drafter.formats.word import read, write
from drafter.model import Form, Paragraph, Part, Reference, Resolution, Role
from drafter.model.invariants import faults
from drafter.report import Read
from tests.strategies import resolutions
from tests.word_files import zipped

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TYPED = "zyxwvut"
EDITS = ("delete", "copy", "move", "unmark", "retype")
STEPS = st.lists(
    st.tuples(st.sampled_from(EDITS), st.integers(0, 999), st.integers(0, 999)),
    min_size=1,
    max_size=5,
)


def unmark(paragraph: etree._Element) -> None:
    for mark in [*paragraph.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")]:
        parent = mark.getparent()
        if parent is not None:
            parent.remove(mark)


def edit(body: etree._Element, steps: list[tuple[str, int, int]]) -> None:
    for kind, first, second in steps:
        lines = [p for p in body.iterchildren(f"{W}p") if p.getparent() is body]
        if not lines:
            return
        one, other = lines[first % len(lines)], lines[second % len(lines)]
        if kind == "delete" and one is not other:
            body.remove(one)
        elif kind == "copy":
            new = deepcopy(one)
            unmark(new)
            other.addnext(new)
        elif kind == "move" and one is not other:
            other.addnext(one)
        elif kind == "unmark":
            unmark(one)
        elif kind == "retype":
            for text in [*one.iter(f"{W}t")][:1]:
                text.text = f"{TYPED} {text.text}"


def in_value(result: Read[Resolution]) -> int:
    """How often the typed word stands in the value, as canonical data."""
    return repr(encode(result.value)).count(TYPED)


def in_notices(result: Read[Resolution]) -> int:
    return "".join(notice.text for notice in result.notices).count(TYPED)


def edited(value: Resolution, steps: list[tuple[str, int, int]]) -> tuple[Read[Resolution], int]:
    """What is read after some edits, and how many words were typed."""
    with ZipFile(BytesIO(write(value))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    root = etree.fromstring(files["word/document.xml"])
    body = root.find(f"{W}body")
    assert body is not None
    edit(body, steps)
    files["word/document.xml"] = etree.tostring(root)
    return read(zipped(files)), "".join(map(str, root.itertext())).count(TYPED)


@given(resolutions(), STEPS)
@settings(max_examples=40, suppress_health_check=list(HealthCheck))
def test_an_edited_file_gives_a_well_formed_value_with_every_typed_word(
    value: Resolution, steps: list[tuple[str, int, int]]
) -> None:
    result, typed = edited(value, steps)
    assert faults(result.value) == ()
    assert in_value(result) <= typed <= in_value(result) + in_notices(result)


def test_the_words_of_an_edited_reference_are_in_the_value_and_told() -> None:
    # The words stand twice, which the law once took for a fault.
    see = Paragraph("p-1", Role.PREAMBULAR, (Reference("p-0", Form.PLACED),))
    result, typed = edited(Resolution(parts=(Part(preamble=(see,)),)), [("retype", 0, 0)])
    assert (in_value(result), in_notices(result), typed) == (1, 1, 1)
