from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter import resources
from drafter.formats.common.dates import find_date

CODES = resources.names("languages")


@pytest.mark.parametrize("code", CODES)
@given(day=st.dates())
def test_every_printed_date_is_read_back(code: str, day: date) -> None:
    profile = resources.language(code)
    assert find_date(profile.print_date(day), profile) == day


@pytest.mark.parametrize("words", ["", "31 February 2030", "May 2030", "1 May", "12345 May 20301"])
def test_what_is_no_date_is_none(words: str) -> None:
    assert find_date(words, resources.language("en")) is None


def test_a_date_inside_a_text_is_found() -> None:
    text = "Resolution adopted by the General Assembly on 6\u00a0October 2009"
    assert find_date(text, resources.language("en")) == date(2009, 10, 6)
