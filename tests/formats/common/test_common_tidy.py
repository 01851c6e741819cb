from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drafter.formats.common.tidy import clean, tidy
from drafter.model import Break, Note, Run, Style, Text, flatten, text
from drafter.model.text_rules import text_faults
from tests.strategies import inlines

WILD = st.text(alphabet=" \t\n\u00a0\u2028ab,\x07", max_size=8)
RUNS = st.lists(
    st.one_of(
        st.builds(Run, st.builds(Text, WILD)),
        st.builds(Run, st.builds(Text, WILD), st.just((Style.ITALIC,))),
        st.just(Run(Break())),
        st.just(Run(Note("n-one", text("A note.")))),
    ),
    max_size=8,
)


@given(inlines(full=True))
def test_a_well_formed_text_is_unchanged(some: tuple[object, ...]) -> None:
    assert tidy(flatten(some)) == some  # type: ignore[arg-type] # any inlines


@given(RUNS)
def test_whatever_comes_in_a_well_formed_text_comes_out(runs: list[Run]) -> None:
    assert list(text_faults(tidy(runs))) == []


@given(RUNS)
def test_no_word_is_lost(runs: list[Run]) -> None:
    def letters(some: list[Run]) -> str:
        signs = (sign for run in some if isinstance(run.atom, Text) for sign in run.atom.text)
        return "".join(sign for sign in signs if sign.isalpha() or sign in ",\u00a0")

    assert letters(list(flatten(tidy(runs)))) == letters(runs)


def test_where_spaces_meet_the_first_one_stays() -> None:
    runs = [Run(Text("Recalling "), (Style.ITALIC,)), Run(Text("  its"))]
    assert tidy(runs) == tidy([Run(Text("Recalling "), (Style.ITALIC,)), Run(Text("its"))])


def test_a_plain_string_loses_control_characters_and_outer_spaces() -> None:
    assert clean(" A/64/\tL.1\n") == "A/64/ L.1"
