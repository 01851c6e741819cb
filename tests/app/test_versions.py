from __future__ import annotations

from pathlib import Path

import pytest

from drafter.app import numbered, open_resolution
from drafter.app.versions import structure_notices
from drafter.model import Cell, Note, Paragraph, Part, Resolution, Role, Row, Table, Text, text

ENGLISH = Resolution(
    language="en",
    parts=(
        Part(
            preamble=(Paragraph("p-1", Role.PREAMBULAR, text("Recalling its lamps,")),),
            operative=(
                Paragraph("p-2", Role.OPERATIVE, text("Decides to meet;")),
                Paragraph("p-3", Role.OPERATIVE, (Text("Requests"), Note("n-1", text("See.")))),
            ),
        ),
    ),
)
FRENCH = Resolution(
    language="fr",
    parts=(
        Part(
            preamble=(Paragraph("q-1", Role.PREAMBULAR, text("Rappelant ses lampes,")),),
            operative=(
                Paragraph("q-2", Role.OPERATIVE, text("Décide de se réunir ;")),
                Paragraph("q-3", Role.OPERATIVE, (Text("Prie"), Note("n-1", text("Voir.")))),
            ),
        ),
    ),
)


def messages(here: Resolution, there: Resolution) -> list[str]:
    return [notice.message for notice in structure_notices(numbered(here), numbered(there))]


def test_versions_that_are_built_alike_need_no_notice() -> None:
    assert messages(FRENCH, ENGLISH) == []


def test_a_missing_paragraph_is_told_with_what_stands_before_it() -> None:
    three = Resolution(
        language="fr",
        parts=(
            Part(
                preamble=FRENCH.parts[0].preamble,
                operative=(
                    *FRENCH.parts[0].operative,
                    Paragraph("q-4", Role.OPERATIVE, text("Décide de rester saisie.")),
                ),
            ),
        ),
    )
    assert messages(FRENCH, three) == [
        (
            "after operative paragraph 2. “Prie” with 1 note: nothing stands here for "
            "operative paragraph 3. “Décide de rester saisie.” of the other version"
        )
    ]
    assert messages(three, FRENCH) == [
        (
            "operative paragraph 3. “Décide de rester saisie.”: "
            "the other version has nothing in its place"
        )
    ]


def test_a_note_that_one_version_lacks_is_told() -> None:
    (part,) = FRENCH.parts
    bare = (part.operative[0], Paragraph("q-3", Role.OPERATIVE, text("Prie")))
    french = Resolution(language="fr", parts=(Part("", (), (), part.preamble, bare),))
    assert messages(french, ENGLISH) == [
        (
            "operative paragraph 2. “Prie”: built otherwise in the other version, "
            "operative paragraph 2. “Requests” with 1 note"
        )
    ]


def test_tables_are_told_by_the_first_row_that_differs() -> None:
    def with_rows(*cells: int) -> Resolution:
        rows = tuple(Row((Cell(text("x")),) * count) for count in cells)
        return Resolution(parts=(Part(operative=(Table("t", rows),)),))

    assert messages(with_rows(2, 3), with_rows(2, 1)) == [
        (
            "operative table of 2 rows: built otherwise in the other version, "
            "operative table of 2 rows: row 2 has 3 cells here and 1 there"
        )
    ]


@pytest.mark.real
def test_the_french_version_of_a_real_resolution_is_built_like_the_english_one(
    real_docs: Path,
) -> None:
    folder = real_docs / "akn" / "six-languages"
    french = open_resolution(str(folder / "French" / "A_RES_79_275-2504962F.xml")).value
    english = open_resolution(str(folder / "English" / "A_RES_79_275-2504962E.xml")).value
    assert messages(french, english) == []
