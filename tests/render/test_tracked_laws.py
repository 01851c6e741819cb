"""Law 3: accepting all changes of a comparison reads as the new text, rejecting as the old one."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given

from drafter.app.compare import compare_documents
from drafter.formats.word import ChangePolicy, LabelMode, ReadOptions, WordOptions, read
from drafter.model import Resolution
from drafter.render.tracked import Options, render
from tests.mutations import pairs

ACCEPT, REJECT = ReadOptions(ChangePolicy.ACCEPT), ReadOptions(ChangePolicy.REJECT)
LIVING = Options(
    "A. Delegate", datetime(2026, 10, 12, tzinfo=UTC), WordOptions(numbering=LabelMode.AUTO)
)


@given(pairs())
def test_accepting_reads_as_the_new_text_and_rejecting_as_the_old_one(
    pair: tuple[Resolution, Resolution],
) -> None:
    document = render(*pair, compare_documents(*pair, "old", "new"))
    assert read(document, ACCEPT).value == pair[1]
    assert read(document, REJECT).value == pair[0]


@given(pairs())
def test_the_same_holds_where_word_counts_the_paragraphs(
    pair: tuple[Resolution, Resolution],
) -> None:
    document = render(*pair, compare_documents(*pair, "old", "new"), LIVING)
    assert read(document, ACCEPT).value == pair[1]
    assert read(document, REJECT).value == pair[0]
