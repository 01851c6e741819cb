"""What a Word file with tracked changes shows, case by case."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from drafter.app.compare import compare_documents
from drafter.errors import Refused
from drafter.formats.draft import read
from drafter.formats.word import LabelMode, WordOptions
from drafter.model import Cell, Part, Resolution, Row, Table, text
from drafter.render.tracked import Options, render
from drafter.render.tracked.loom import Loom
from tests.tracked import shown
from tests.word_tools import part, w

CASES = Path(__file__).parent.parent / "cases" / "tracked"
LIVING = Options(word=WordOptions(numbering=LabelMode.AUTO))


def cases() -> list[tuple[str, dict[str, str]]]:
    found = []
    for path in sorted(CASES.glob("*.txt")):
        for block in path.read_text(encoding="utf-8").split("\n== ")[1:]:
            title, *rest = re.split(r"^-- (\w+)\n", block, flags=re.MULTILINE)
            found.append((title.strip(), dict(zip(rest[::2], rest[1::2], strict=True))))
    return found


def draft(lines: str) -> Resolution:
    return read(f"%drafter 1\ntitle: A case\n\n{lines.strip()}\n".encode()).value


def rendered(old: str, new: str, options: Options = Options()) -> bytes:  # noqa: B008 - frozen
    pair = draft(old), draft(new)
    return render(*pair, compare_documents(*pair, "old", "new"), options)


@pytest.mark.parametrize(("title", "texts"), cases(), ids=[title for title, _ in cases()])
def test_a_file_shows_what_the_case_says(title: str, texts: dict[str, str]) -> None:
    assert title
    lines = [*shown(rendered(texts["old"], texts["new"]))]
    assert lines[1:] == texts["shown"].strip().split("\n")


def test_the_same_text_twice_has_no_change() -> None:
    same = rendered("OP  Requests a report.", "OP  Requests a report.", LIVING)
    assert list(shown(same)) == ["A case", "|Requests a report."]


def test_words_lists_need_no_marks_for_numbers() -> None:
    old = "OP  Praises all keepers;\nOP  Thanks all sailors;\nOP  Requests a report."
    new = f"OP  Welcomes the harbour;\n{old}"
    assert list(shown(rendered(old, new, LIVING))) == [
        "A case",
        "{+Welcomes the harbour;+}{¶}",
        "Praises all keepers;",
        "Thanks all sailors;",
        "Requests a report.",
    ]


def test_author_and_date_stand_at_every_change() -> None:
    options = Options("A. Delegate", datetime(2026, 10, 12, 15, 30, tzinfo=UTC))
    root = part(
        rendered("OP  Requests a report.", "OP  Urges peace.", options), "word/document.xml"
    )
    changes = list(root.iter(w("ins"), w("del")))
    assert changes
    assert {one.get(w("author")) for one in changes} == {"A. Delegate"}
    assert {one.get(w("date")) for one in changes} == {"2026-10-12T15:30:00Z"}


def test_without_a_date_no_clock_is_read() -> None:
    pair = "OP  Requests a report.", "OP  Urges peace."
    root = part(rendered(*pair), "word/document.xml")
    assert {one.get(w("date")) for one in root.iter(w("ins"), w("del"))} == {None}
    assert rendered(*pair) == rendered(*pair)


@pytest.mark.parametrize("name", ["", "a\x07b", "\udcff", "x" * 256])
def test_a_name_that_no_file_can_hold_is_refused(name: str) -> None:
    with pytest.raises(Refused, match="author"):
        Options(name)


def table(*rows: tuple[str, ...]) -> Resolution:
    made = tuple(Row(tuple(Cell(text(words)) for words in row)) for row in rows)
    return Resolution(title=text("A case"), parts=(Part(operative=(Table("t-1", made),)),))


def test_rows_come_and_go_and_words_change_in_cells() -> None:
    old = table(("Port", "Boats"), ("Northern harbour", "12"), ("Old harbour", "3"))
    new = table(("Port", "Boats"), ("Northern harbour", "15"), ("Lighthouses of the coast", "7"))
    document = render(old, new, compare_documents(old, new, "old", "new"))
    assert list(shown(document)) == [
        "A case",
        "Port",
        "Boats",
        "Northern harbour",
        "[-12-]{+15+}",
        "[row]",
        "[-Old harbour-]",
        "[-3-]",
        "{row}",
        "{+Lighthouses of the coast+}",
        "{+7+}",
    ]


def test_a_column_more_makes_every_row_anew() -> None:
    old, new = table(("Port",), ("Harbour",)), table(("Port", "Boats"), ("Harbour", "2"))
    document = render(old, new, compare_documents(old, new, "old", "new"))
    assert list(shown(document))[1:5] == ["[row]", "[-Port-]", "[row]", "[-Harbour-]"]


def test_bytes_that_would_not_give_both_texts_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Loom, "gone", lambda *_args, **_more: [])
    old = "OP  Praises all keepers;\nOP  Thanks all sailors.\nOP  Requests a report."
    with pytest.raises(Refused, match="rejecting all changes would not give the text"):
        rendered(old, "OP  Praises all keepers;\nOP  Requests a report.")


def test_a_paragraph_with_a_link_moves_over_a_table() -> None:
    table = "TABLE\n  | Boats |\n\nOP  Decides nothing."
    linked = 'PP  Noting the {link:"http://example.org" rules} of all harbours,'
    data = rendered(f"{linked}\n\nOPERATIVE\n\n{table}", f"{table}\n\nOPERATIVE\n\n{linked}")
    assert len(data) > 0
