from __future__ import annotations

import json
from pathlib import Path

import pytest

from drafter.cli.diff import DOCUMENTS as DOCUMENT_FORMATS
from drafter.cli.diff import FORMATS
from drafter.render.diffs import DOCUMENTS, RENDERERS
from tests.cli_runner import EXAMPLES, drafter

OLD = EXAMPLES / "libraries-draft.draft"
NEW = EXAMPLES / "libraries-adopted.draft"


def test_the_formats_offered_are_the_renderers_there_are() -> None:
    assert (tuple(RENDERERS), tuple(DOCUMENTS)) == (FORMATS, DOCUMENT_FORMATS)


def test_the_same_document_is_not_different(tmp_path: Path) -> None:
    done = drafter("diff", OLD, OLD, cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert "No difference." in done.out


def test_different_documents_are_told_apart_by_the_exit_code(tmp_path: Path) -> None:
    done = drafter("diff", OLD, NEW, cwd=tmp_path)
    assert (done.code, done.err) == (1, "")
    assert "{+languages+}" in done.out


def test_json_goes_to_a_file_whose_suffix_says_so(tmp_path: Path) -> None:
    done = drafter("diff", OLD, NEW, "-o", "changes.json", cwd=tmp_path)
    assert (done.code, done.out, done.err) == (1, "", "wrote changes.json\n")
    data = json.loads((tmp_path / "changes.json").read_text(encoding="utf-8"))
    assert {change["kind"] for change in data["changes"]} >= {"kept", "edited", "inserted"}


def test_json_on_standard_output_is_json_alone(tmp_path: Path) -> None:
    done = drafter("diff", OLD, NEW, "--format", "json", cwd=tmp_path)
    assert done.code == 1
    assert json.loads(done.out)["changes"]


def test_standard_input_can_be_one_side_only(tmp_path: Path) -> None:
    done = drafter("diff", "-", NEW, "--from", "draft", cwd=tmp_path, stdin=OLD.read_bytes())
    assert done.code == 1
    done = drafter("diff", "-", "-", "--from", "draft", cwd=tmp_path, stdin=OLD.read_bytes())
    assert done.code == 2
    assert "only one of the texts can be standard input" in done.err


def test_formats_may_differ_without_a_difference(tmp_path: Path) -> None:
    drafter("export", OLD, "-o", "old.json", cwd=tmp_path)
    assert drafter("diff", OLD, "old.json", cwd=tmp_path).code == 0


def test_html_goes_to_a_file_whose_suffix_says_so(tmp_path: Path) -> None:
    done = drafter("diff", OLD, NEW, "-o", "changes.html", cwd=tmp_path)
    assert (done.code, done.out, done.err) == (1, "", "wrote changes.html\n")
    assert (tmp_path / "changes.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_a_word_file_holds_both_texts_as_tracked_changes(tmp_path: Path) -> None:
    done = drafter("diff", OLD, NEW, "-o", "changes.docx", "--author", "A. Delegate", cwd=tmp_path)
    assert (done.code, done.out, done.err) == (1, "", "wrote changes.docx\n")
    for side, text in (("accept", NEW), ("reject", OLD)):
        drafter("import", "changes.docx", "--changes", side, "-o", f"{side}.draft", cwd=tmp_path)
        assert drafter("diff", text, f"{side}.draft", cwd=tmp_path).code == 0
    refused = drafter("show", "changes.docx", cwd=tmp_path)
    assert refused.code == 2
    assert "tracked changes" in refused.err


def test_the_same_comparison_is_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one.docx", "two.docx"):
        drafter("diff", OLD, NEW, "-o", name, "--date", "2026-10-12", cwd=tmp_path)
    assert (tmp_path / "one.docx").read_bytes() == (tmp_path / "two.docx").read_bytes()


@pytest.mark.parametrize("given", ["yesterday", "2026-13-01", "0001-01-01T00:00+14:00"])
def test_a_date_that_is_none_is_bad_usage(given: str, tmp_path: Path) -> None:
    done = drafter("diff", OLD, NEW, "-o", "changes.docx", "--date", given, cwd=tmp_path)
    assert done.code == 2
    assert "is no date" in done.err


def test_an_author_without_a_name_is_refused(tmp_path: Path) -> None:
    done = drafter("diff", OLD, NEW, "-o", "changes.docx", "--author", "", cwd=tmp_path)
    assert done.code == 2
    assert "author" in done.err
