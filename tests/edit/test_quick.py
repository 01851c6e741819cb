"""The quick way to replace words gives what the way through all runs gives."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.edit import Wanted, replace_text, tidy
from drafter.edit.quick import replace_inside
from drafter.edit.search import _Replacing
from drafter.errors import DrafterError
from drafter.model import (
    Emphasis,
    Inlines,
    Link,
    Note,
    Paragraph,
    Part,
    Resolution,
    Role,
    Style,
    Text,
)

WORDS = st.sampled_from(("a", "b", "ab", "a b", "bab ", " a", "b.", "Aba"))
PLAIN = WORDS.map(Text)
TEXTS = st.recursive(
    st.lists(PLAIN, min_size=1, max_size=4).map(tuple),
    lambda inner: st.lists(
        st.one_of(
            PLAIN,
            inner.map(lambda body: Emphasis(Style.ITALIC, body)),
            inner.map(lambda body: Emphasis(Style.BOLD, body)),
            inner.map(lambda body: Link("https://un.org", body)),
            st.lists(PLAIN, min_size=1, max_size=2).map(
                lambda body: Note("n-1", tidy(tuple(body)))
            ),
        ),
        min_size=1,
        max_size=4,
    ).map(tuple),
    max_leaves=8,
)


@given(
    TEXTS.map(tidy),
    st.sampled_from(("a", "ab", "b", " ", "a b", "ba")),
    st.sampled_from(("", "x", "a", "long words", " ")),
    st.booleans(),
    st.booleans(),
)
def test_both_ways_give_the_same(
    text: Inlines, words: str, new: str, any_case: bool, whole: bool
) -> None:
    pattern = Wanted(words, any_case=any_case, whole=whole).pattern
    try:
        made = replace_inside(text, pattern, new)
    except LookupError:
        return
    slow = _Replacing(pattern, new)
    slow_text = slow.slowly(text)
    assert (slow_text, slow.count) == (made if made[1] else (text, 0))


def test_what_would_be_left_empty_is_refused() -> None:
    block = Paragraph("p-1", Role.OPERATIVE, (Text("a"),))
    with pytest.raises(DrafterError, match="empty"):
        replace_text(Resolution(parts=(Part(operative=(block,)),)), Wanted("a"), "")
