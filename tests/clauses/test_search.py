from __future__ import annotations

import pytest

from drafter import resources
from drafter.clauses import Library

ASKED = {
    "ask for a report": "op-request-report",
    "ask for reprot": "op-request-report",
    "report of the secretary-general next session": "op-request-report",
    "remain seized": "op-remain-seized",
    "decide to convene conference": "op-convene",
    "next session agenda": "op-provisional-agenda",
    "condemn attacks": "op-condemn",
    "welcome offer to host": "pp-welcoming-offer",
    "Recall one resolution": "pp-recall-resolution",
    "op-convene": "op-convene",
}


@pytest.fixture(scope="module")
def library() -> Library:
    return Library(resources.clauses("en"))


@pytest.mark.parametrize("query", ASKED)
def test_a_clause_is_found_by_the_words_that_a_drafter_remembers(
    query: str, library: Library
) -> None:
    assert ASKED[query] in [clause.id for clause in library.search(query)[:3]]


def test_common_words_count_less_than_rare_ones(library: Library) -> None:
    best = library.search("of the envelope of the report")[:5]
    assert all("report" in f"{one.title} {one.text} {one.tags}".casefold() for one in best)


def test_words_of_no_clause_find_nothing(library: Library) -> None:
    assert library.search("xylophone zebra") == ()


def test_a_word_that_only_few_clauses_have_decides(library: Library) -> None:
    found = library.search("the report on the acabq")
    assert found[0].id == "pp-considered-report-acabq"
