"""Law 3: accepting all changes of a comparison reads as the new text, rejecting as the old one."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import assume, given, settings

from drafter.app.compare import compare_documents
from drafter.formats.word import ChangePolicy, LabelMode, ReadOptions, WordOptions, read
from drafter.model import Resolution
from drafter.model.invariants import faults
from drafter.render.tracked import Options, render
from tests.mutations import pairs

ACCEPT, REJECT = ReadOptions(ChangePolicy.ACCEPT), ReadOptions(ChangePolicy.REJECT)
TYPED = Options()
LIVING = Options(
    "A. Delegate", datetime(2026, 10, 12, tzinfo=UTC), WordOptions(numbering=LabelMode.AUTO)
)


@given(pairs())
@settings(max_examples=25)
def test_accepting_reads_as_the_new_text_and_rejecting_as_the_old_one(
    pair: tuple[Resolution, Resolution],
) -> None:
    assert_both(pair, TYPED)


@given(pairs())
@settings(max_examples=25)
def test_the_same_holds_where_word_counts_the_paragraphs(
    pair: tuple[Resolution, Resolution],
) -> None:
    assert_both(pair, LIVING)


def assert_both(pair: tuple[Resolution, Resolution], options: Options) -> None:
    """Rendering proves its bytes by XML; this reads them as a file of anybody is read."""
    assume(not any(map(faults, pair)))  # an edit at random can leave a text that is none
    document = render(*pair, compare_documents(*pair, "old", "new"), options)
    assert read(document, ACCEPT).value == pair[1]
    assert read(document, REJECT).value == pair[0]
