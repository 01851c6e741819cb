"""Each command once for each of its ways, in a process of its own."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from tests.cli_runner import EXAMPLES, drafter
from tests.external import CHECKOUT

SKIES = EXAMPLES / "night-skies.draft"
BAD = CHECKOUT / "tests" / "cases" / "bad"


def test_import_gives_a_draft_on_standard_output(tmp_path: Path) -> None:
    drafter("export", SKIES, "-o", "skies.json", cwd=tmp_path)
    done = drafter("import", "skies.json", cwd=tmp_path)
    assert (done.code, done.out, done.err) == (0, SKIES.read_text(encoding="utf-8"), "")


def test_import_tells_its_notices_as_json_when_the_draft_goes_to_a_file(tmp_path: Path) -> None:
    shutil.copy(BAD / "items-out-of-order.txt", tmp_path)
    done = drafter("import", "items-out-of-order.txt", "--json", "-o", "a.draft", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    report = json.loads(done.out)
    assert (report["source"], report["target"]) == ("items-out-of-order.txt", "a.draft")
    assert [(n["kind"], n["line"]) for n in report["notices"]] == [("number", 17), ("number", 18)]
    assert (tmp_path / "a.draft").read_text(encoding="utf-8").startswith("%drafter 1\n")


def test_import_as_json_without_a_target_is_wrong_usage(tmp_path: Path) -> None:
    done = drafter("import", SKIES, "--json", cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert "say with -o where the draft goes" in done.err


@pytest.mark.parametrize("suffix", ["draft", "json", "txt", "docx", "xml"])
def test_export_writes_every_format_and_says_so(suffix: str, tmp_path: Path) -> None:
    done = drafter("export", SKIES, "-o", f"skies.{suffix}", cwd=tmp_path)
    assert (done.code, done.out, done.err) == (0, "", f"wrote skies.{suffix}\n")
    done = drafter("export", SKIES, "-o", f"again.{suffix}", "--quiet", cwd=tmp_path)
    assert (done.code, done.out, done.err) == (0, "", "")
    first, again = (tmp_path / f"{name}.{suffix}" for name in ("skies", "again"))
    assert first.read_bytes() == again.read_bytes()


def test_the_layout_of_a_word_file_can_be_chosen(tmp_path: Path) -> None:
    assert drafter("export", SKIES, "-o", "now.docx", cwd=tmp_path).code == 0
    done = drafter("export", SKIES, "-o", "then.docx", "--layout", "new-york-2009", cwd=tmp_path)
    assert done.code == 0
    assert (tmp_path / "now.docx").read_bytes() != (tmp_path / "then.docx").read_bytes()
    assert drafter("diff", "now.docx", "then.docx", cwd=tmp_path).code == 0


def test_an_unknown_layout_and_one_for_a_text_are_trouble(tmp_path: Path) -> None:
    done = drafter("export", SKIES, "-o", "skies.docx", "--layout", "vienna", cwd=tmp_path)
    assert (done.code, done.err.splitlines()[0]) == (
        2,
        "drafter: skies.docx: there is no layout profile 'vienna'",
    )
    done = drafter("export", SKIES, "-o", "skies.txt", "--layout", "new-york", cwd=tmp_path)
    assert (done.code, done.err.splitlines()[0]) == (
        2,
        "drafter: skies.txt: .txt files know no layout",
    )
    assert list(tmp_path.iterdir()) == []


def _with_an_insertion(source: Path, target: Path) -> None:
    """A copy of a Word file in which somebody has tracked the insertion of a word."""
    inserted = (
        '<w:ins w:id="9001" w:author="A"><w:r><w:t xml:space="preserve"> now</w:t></w:r></w:ins>'
    )
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                head, end, tail = content.rpartition(b"Strait of Velm;</w:t></w:r>")
                content = head + end + inserted.encode() + tail
            new.writestr(name, content)


def test_tracked_changes_are_refused_until_the_user_says_what_to_do(tmp_path: Path) -> None:
    drafter("export", EXAMPLES / "strait.draft", "-o", "strait.docx", cwd=tmp_path)
    _with_an_insertion(tmp_path / "strait.docx", tmp_path / "tracked.docx")
    done = drafter("show", "tracked.docx", cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert "--changes accept" in done.err
    accepted = drafter("show", "tracked.docx", "--changes", "accept", cwd=tmp_path)
    assert (accepted.code, "Strait of Velm; now" in accepted.out) == (0, True)
    rejected = drafter("show", "tracked.docx", "--changes", "reject", cwd=tmp_path)
    assert (rejected.code, "Strait of Velm; now" in rejected.out) == (0, False)


def test_export_to_an_unknown_format_names_the_known_ones(tmp_path: Path) -> None:
    done = drafter("export", SKIES, "-o", "skies.odt", cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "drafter: skies.odt: .odt is not a known format\n"
        "hint: known formats: .draft, .json, .txt, .docx, .pdf, .xml\n"
    )
    assert list(tmp_path.iterdir()) == []


def test_show_as_json_gives_every_entry_with_its_numbers(tmp_path: Path) -> None:
    done = drafter("show", SKIES, "--json", cwd=tmp_path)
    entries = json.loads(done.out)["entries"]
    operative = [e for e in entries if e["section"] == "operative"]
    labels = [entry["label"] for entry in operative]
    assert labels[:9] == ["1.", "(a)", "(b)", "(c)", "(d)", "(i)", "(ii)", "(e)", "(f)"]
    assert labels[9:] == [f"{number}." for number in range(2, 13)]
    assert [e["address"] for e in entries if e["section"] == "preamble"] == [
        f"PP{number}" for number in range(1, 10)
    ]
    assert [e["label"] for e in entries if e["section"] == "note"] == list("123456")
    assert operative[4]["id"] == "round-tables"


def test_show_wraps_at_the_width_of_the_terminal(tmp_path: Path) -> None:
    done = drafter("show", SKIES, cwd=tmp_path)
    assert max(map(len, done.out.splitlines())) <= 80


def test_validate_gives_its_result_as_json(tmp_path: Path) -> None:
    shutil.copy(BAD / "reference-to-nothing.draft", tmp_path)
    done = drafter("validate", "reference-to-nothing.draft", "--json", cwd=tmp_path)
    result = json.loads(done.out)
    assert (done.code, result["valid"], result["notices"]) == (1, False, [])
    assert [(f["kind"], f["path"]) for f in result["faults"]] == [("reference", "paragraph 2")]


def test_validate_strictly_counts_every_notice(tmp_path: Path) -> None:
    drafter("export", EXAMPLES / "phares.draft", "-o", "phares.txt", cwd=tmp_path)
    text = (tmp_path / "phares.txt").read_text(encoding="utf-8") + "\n\n- 7 -\n"
    (tmp_path / "page.txt").write_text(text, encoding="utf-8")
    assert drafter("validate", "page.txt", cwd=tmp_path).code == 0
    assert drafter("validate", "page.txt", "--strict", cwd=tmp_path).code == 1


def test_quiet_leaves_the_exit_code_to_speak(tmp_path: Path) -> None:
    shutil.copy(BAD / "numbers-out-of-order.txt", tmp_path)
    done = drafter("validate", "numbers-out-of-order.txt", "--quiet", cwd=tmp_path)
    assert (done.code, done.out, done.err) == (1, "", "")


def test_an_import_that_keeps_numbers_says_how_they_follow(tmp_path: Path) -> None:
    text = "The General Assembly,\n\n1. Decides to meet;\n\n3. Adopts the plan.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    done = drafter("import", "a.txt", "-o", "a.draft", cwd=tmp_path)
    assert done.err.endswith("`drafter edit a.draft renumber` derives the numbers that were kept\n")
    assert drafter("edit", "a.draft", "renumber", cwd=tmp_path).code == 0
    assert "label" not in (tmp_path / "a.draft").read_text(encoding="utf-8")
