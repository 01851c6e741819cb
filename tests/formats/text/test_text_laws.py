"""Laws: no input ends in anything but a value or a named error; what is written reads back."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from drafter.errors import Unreadable
from drafter.formats.text import read, write
from drafter.model import (
    Block,
    Emphasis,
    Inline,
    Masthead,
    Note,
    Paragraph,
    Part,
    Resolution,
    Role,
    Style,
    Text,
    normalise,
    text,
)
from drafter.model.invariants import faults
from tests.strategies import finished, resolutions
from tests.told import CASES

SOURCES = [path.read_text(encoding="utf-8") for path in sorted((CASES / "text").glob("*.txt"))]
LINES = sorted({line for source in SOURCES for line in source.splitlines()})
PIECES = [
    "1.",
    "(a)",
    "\t",
    "I",
    "A",
    "Annex",
    "[1]",
    "¹",
    "1",
    "*",
    "* * *",
    "____",
    "\f",
    "\x01",
    "3/3",
]


def holds_the_law(data: bytes) -> None:
    """A value that is well formed, or the reader's own error."""
    try:
        value = read(data).value
    except Unreadable:
        return
    assert faults(value) == ()
    assert write(value) == write(value)


@given(st.binary(max_size=400))
def test_arbitrary_bytes_are_read_or_refused(data: bytes) -> None:
    holds_the_law(data)


@given(st.text(max_size=400))
def test_arbitrary_text_after_an_enacting_line_is_read(words: str) -> None:
    holds_the_law(b"The General Assembly,\n" + words.encode("utf-8", "surrogatepass"))


@given(st.lists(st.sampled_from(LINES + PIECES), max_size=30))
def test_any_mixture_of_lines_is_read(lines: list[str]) -> None:
    holds_the_law("\n".join(["The General Assembly,", *lines]).encode())


@given(st.sampled_from(SOURCES), st.integers(0, 2000), st.sampled_from(PIECES), st.integers(0, 40))
def test_any_damage_to_a_text_is_survived(source: str, at: int, piece: str, lost: int) -> None:
    holds_the_law((source[:at] + piece + source[at + lost :]).encode())


@given(resolutions())
def test_every_resolution_can_be_written(value: Resolution) -> None:
    assert write(value).decode().count("\n\n\n") == 0


WORDS = st.sampled_from(
    ["lamps", "the harbour", "resolution 59/300 of 4 May 2005", "“light”", "Côte d’Ivoire"]
)
OPENINGS = {
    Role.PREAMBULAR: ["Recalling", "Noting with concern", "Reaffirming also"],
    Role.OPERATIVE: ["Decides", "Also requests", "Takes note"],
}


@st.composite
def bodies(draw: st.DrawFn, opening: str, end: str) -> tuple[Inline, ...]:
    parts: list[Inline] = [Emphasis(Style.OPENING, text(opening))] if opening else [Text("To keep")]
    for words in draw(st.lists(WORDS, min_size=1, max_size=3)):
        parts.append(Text(f" {words}"))
        if draw(st.booleans()):
            parts.append(Note("n", text(f"{draw(WORDS)}, annex.".capitalize())))
    return normalise((*parts, Text(end)))


@st.composite
def ordinary(draw: st.DrawFn) -> Resolution:
    """An ordinary resolution: paragraphs with opening words, notes, lists up to four deep."""

    def paragraph(role: Role, end: str, depth: int = 0) -> Block:
        opening = draw(st.sampled_from(OPENINGS[role])) if role in OPENINGS else ""
        deeper = depth < 4 and role is not Role.PREAMBULAR
        inner = draw(st.integers(0, 3)) if deeper and draw(st.booleans()) else 0
        children = tuple(paragraph(Role.ITEM, ";", depth + 1) for _ in range(inner))
        return Paragraph("p", role, draw(bodies(opening, ":" if children else end)), children)

    preamble = tuple(paragraph(Role.PREAMBULAR, ",") for _ in range(draw(st.integers(1, 3))))
    operative = tuple(paragraph(Role.OPERATIVE, ";") for _ in range(draw(st.integers(1, 4))))
    enacting = (Emphasis(Style.ITALIC, text("The General Assembly")), Text(","))
    closing = draw(st.sampled_from([(), (text("1st plenary meeting"), text("4 May 2031"))]))
    title = draw(st.sampled_from([(), text("Lamps of the harbour")]))
    part = Part("", (), enacting, preamble, operative, closing)
    masthead = Masthead("general-assembly", "A/86/L.1", "limited", original=("en",))
    return finished(Resolution(masthead=masthead, title=title, parts=(part,)))


@given(ordinary())
def test_an_ordinary_resolution_written_reads_as_the_same_text(value: Resolution) -> None:
    written = write(value)
    found = read(written)
    assert write(found.value) == written
    assert [notice for notice in found.notices if notice.text] == []
    assert read(write(found.value)).value == found.value


def test_the_cases_are_there() -> None:
    assert len(SOURCES) >= 14
    assert all(isinstance(path, Path) for path in (CASES / "text").glob("*.txt"))
