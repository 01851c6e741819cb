"""`drafter merge` and `drafter diff --base`, as people call them."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from drafter.app import open_resolution, save
from tests.cli_runner import EXAMPLES, Done, drafter

TEXT = (EXAMPLES / "strait.draft").read_text(encoding="utf-8")
PEACE = ("31 March 2847", "30 June 2847")
DAYS = ("every ninety days", "every sixty days")
YEAR = ("every ninety days", "every year")
NEW = (
    "OP  *Calls upon*",
    "OP  *Invites* all States of the region to help;\nOP  *Calls upon*",
)
NOTE = ("S/2846/101, annex.", "S/2846/101, annex II.")


def write(path: Path, *changes: tuple[str, str]) -> None:
    """The example with some words exchanged, in the format of the path."""
    text = TEXT
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    reading = open_resolution("-", "draft", stdin=io.BytesIO(text.encode("utf-8")))
    save(reading.value, str(path))


def three(folder: Path, suffix: str, ours: tuple[str, str], theirs: tuple[str, str]) -> list[str]:
    """Three files; returns their names."""
    names = [f"{name}{suffix}" for name in ("base", "ours", "theirs")]
    for name, changes in zip(names, ((), (ours,), (theirs,)), strict=True):
        write(folder / name, *changes)
    return names


def merge(folder: Path, *arguments: str) -> Done:
    return drafter("merge", *arguments, cwd=folder)


@pytest.mark.parametrize("suffix", [".draft", ".json", ".docx", ".txt", ".xml"])
@pytest.mark.parametrize(
    ("ours", "theirs"), [(PEACE, DAYS), (NEW, DAYS), (NOTE, NEW)], ids=["words", "new", "note"]
)
def test_every_format_merges_disjoint_edits(
    tmp_path: Path, suffix: str, ours: tuple[str, str], theirs: tuple[str, str]
) -> None:
    done = merge(tmp_path, *three(tmp_path, suffix, ours, theirs), "-qo", f"merged{suffix}")
    assert (done.code, done.out, done.err) == (0, "", "")
    write(tmp_path / f"both{suffix}", ours, theirs)
    same = drafter("diff", "-q", f"merged{suffix}", f"both{suffix}", cwd=tmp_path)
    assert (same.code, same.err) == (0, ""), same.out


def test_a_conflict_is_told_written_and_an_exit_code(tmp_path: Path) -> None:
    names = three(tmp_path, ".draft", YEAR, DAYS)
    done = merge(tmp_path, *names, "-o", "merged.draft", "--ours-name", "Estmark")
    assert done.code == 1
    assert done.err == (
        'wrote merged.draft\n1 conflict\n  OP4: words: ours "year", theirs "sixty days"\n'
    )
    written = (tmp_path / "merged.draft").read_text(encoding="utf-8")
    assert "every [Estmark: year] [theirs: sixty days] on" in written.replace("\\", "")


def test_conflicts_are_data(tmp_path: Path) -> None:
    names = three(tmp_path, ".draft", YEAR, DAYS)
    done = merge(tmp_path, *names, "--json")
    assert done.code == 1
    assert json.loads(done.out) == {
        "base": "base.draft",
        "ours": "ours.draft",
        "theirs": "theirs.draft",
        "target": None,
        "clean": False,
        "conflicts": [
            {
                "kind": "words",
                "name": "OP4",
                "id": "p-4jzxn",
                "field": "body",
                "base": "ninety days",
                "ours": "year",
                "theirs": "sixty days",
            }
        ],
    }


def test_without_a_target_the_draft_goes_to_standard_output(tmp_path: Path) -> None:
    done = merge(tmp_path, *three(tmp_path, ".draft", PEACE, DAYS))
    assert (done.code, done.err) == (0, "")
    assert done.out == TEXT.replace(*PEACE).replace(*DAYS)


def test_another_document_is_not_overwritten(tmp_path: Path) -> None:
    names = three(tmp_path, ".draft", PEACE, DAYS)
    done = merge(tmp_path, *names, "-o", "base.draft")
    assert done.code == 2
    assert "holds something else" in done.err
    assert merge(tmp_path, *names, "-o", "ours.draft").code == 0


def test_only_one_text_can_be_standard_input(tmp_path: Path) -> None:
    write(tmp_path / "base.draft")
    done = merge(tmp_path, "base.draft", "-", "-", "--from", "draft")
    assert done.code == 2
    assert "only one of the three can be standard input" in done.err


def test_diff_with_a_base_tells_who_changed_what(tmp_path: Path) -> None:
    base, ours, theirs = three(tmp_path, ".docx", NEW, DAYS)
    done = drafter("diff", ours, theirs, "--base", base, "--format", "summary", cwd=tmp_path)
    assert (done.code, done.err) == (1, "")
    assert done.out == (
        "Of 22 paragraphs and lines: 1 changed by ours, 1 changed by theirs and 20 unchanged.\n"
        "ours: OP3 inserted\n"
        "theirs: OP4 edited\n"
    )


def test_diff_with_a_base_tells_a_conflict(tmp_path: Path) -> None:
    base, ours, theirs = three(tmp_path, ".draft", YEAR, DAYS)
    done = drafter("diff", ours, theirs, "--base", base, cwd=tmp_path)
    assert done.code == 1
    assert "! conflict: ours: OP4 edited; theirs: OP4 edited" in done.out
    assert (
        "ours: Requests the Secretary-General to report to the Council every [-ninety" in done.out
    )


def test_diff_with_a_base_and_no_change_is_no_difference(tmp_path: Path) -> None:
    write(tmp_path / "a.draft")
    done = drafter("diff", "a.draft", "a.draft", "--base", "a.draft", cwd=tmp_path)
    assert (done.code, done.out.splitlines()[-1]) == (0, "No change on either side.")


def test_diff_with_a_base_names_the_formats_there_are(tmp_path: Path) -> None:
    write(tmp_path / "a.draft")
    files = ("diff", "a.draft", "a.draft", "--base", "a.draft", "-o")
    done = drafter(*files, "x.docx", cwd=tmp_path)
    assert done.code == 2
    assert "with --base the format is one of terminal, summary, markdown, html, json" in done.err
    assert drafter(*files, "x.html", cwd=tmp_path).code == 0
    assert "No change on either side." in (tmp_path / "x.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("suffix", [".txt", ".docx"])
def test_a_reference_has_the_number_that_neither_side_has(tmp_path: Path, suffix: str) -> None:
    first = ("OP  *Decides* to extend", "OP  *Commends* the pilots;\nOP  *Decides* to extend")
    second = ("OP  *Decides* that", "OP  *Invites* the ferries to wait;\nOP  *Decides* that")
    names = three(tmp_path, suffix, first, second)
    assert merge(tmp_path, *names, "-qo", "merged.txt").code == 0
    merged = " ".join((tmp_path / "merged.txt").read_text(encoding="utf-8").split())
    assert "tasks set out in paragraph 4 above" in merged
