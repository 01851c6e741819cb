"""Law 8 in process: whatever the bytes, a source is read or refused with a message.

Whole examples in every format are broken at random places, which gets further into the readers than
noise does.
"""

from __future__ import annotations

import io
import zipfile
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.app import check, encode, numbered, open_resolution
from drafter.errors import DrafterError
from drafter.formats.registry import FORMATS
from drafter.render.outline import lines, outline
from tests.external import CHECKOUT

EXAMPLES = sorted((CHECKOUT / "examples").glob("*.draft"))
SUFFIXES = [form.suffix for form in FORMATS.values() if form.reads and form.writes]
# What readers trip over: marks of our own formats, of JSON and XML, labels, odd characters.
SPLINTERS = (
    "[^", "{#", "{para:", "*", "\\", "]", "}", "%drafter 2", "  -  ", '"', "null", "[[[[", "1e999",
    "<", "&x;", "]]>", "<!--", "\t(i)\t", "(zz)", "0.", "99999999999.", "\ufeff", "\u2028",
    "\x00", "\x1b[2J", "\ud83d".encode("utf-16", "surrogatepass").decode("utf-16", "replace"),
    "\u0301", "٣", "²", "\r", "_" * 30, "a" * 500,
)  # fmt: skip


Edit = tuple[int, int, bytes | None]
"""Where (in thousandths of the data), how many bytes go, and what comes; None doubles them."""

EDITS: st.SearchStrategy[list[Edit]] = st.lists(
    st.tuples(
        st.integers(0, 1000),
        st.integers(0, 60),
        st.one_of(
            st.none(),
            st.sampled_from(SPLINTERS).map(lambda text: text.encode("utf-8", "replace")),
            st.binary(max_size=8),
        ),
    ),
    min_size=1,
    max_size=4,
)


@cache
def _good(suffix: str, place: int) -> bytes:
    resolution = open_resolution(str(EXAMPLES[place])).value
    return encode(resolution, f"example{suffix}")


def _broken(data: bytes, edits: list[Edit]) -> bytes:
    for place, length, splinter in edits:
        start = len(data) * place // 1000
        end = min(len(data), start + length)
        data = data[:start] + (data[start:end] * 2 if splinter is None else splinter) + data[end:]
    return data


def _broken_inside(data: bytes, part: int, edits: list[Edit]) -> bytes:
    """A zip file whole as a zip, with one of its parts broken."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        names = source.namelist()
        for name in names:
            content = source.read(name)
            broken = name == names[part % len(names)]
            target.writestr(name, _broken(content, edits) if broken else content)
    return out.getvalue()


def _outcome(data: bytes, suffix: str) -> DrafterError | None:
    """Read, check and show; the error where the source is refused."""
    try:
        reading = open_resolution("-", suffix, stdin=io.BytesIO(data))
        whole = numbered(reading.value)
    except DrafterError as error:
        return error
    check(whole.resolution, whole.numbering)
    list(lines(outline(whole.resolution, whole.numbering, whole.language), 80))
    return None


def _says_something(error: DrafterError | None) -> bool:
    return error is None or bool(error.what)


@pytest.mark.parametrize("suffix", SUFFIXES)
@given(place=st.integers(0, len(EXAMPLES) - 1), edits=EDITS)
def test_a_broken_file_is_read_or_refused(suffix: str, place: int, edits: list[Edit]) -> None:
    assert _says_something(_outcome(_broken(_good(suffix, place), edits), suffix))


@given(place=st.integers(0, len(EXAMPLES) - 1), part=st.integers(0, 30), edits=EDITS)
def test_a_word_file_broken_inside_is_read_or_refused(
    place: int, part: int, edits: list[Edit]
) -> None:
    broken = _broken_inside(_good(".docx", place), part, edits)
    assert _says_something(_outcome(broken, ".docx"))


@pytest.mark.parametrize("suffix", SUFFIXES)
@given(noise=st.binary(max_size=300))
def test_noise_is_read_or_refused(suffix: str, noise: bytes) -> None:
    assert _says_something(_outcome(noise, suffix))
