from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from drafter import resources
from drafter.schema import check
from tests.cli_runner import EXAMPLES, drafter

DRAFT = """%drafter 1
organ: general-assembly
title: Lighthouses and their keepers

ENACTING  *The General Assembly*,

PP  *Recalling* the lamps of old,  {#lamps}

OP  *Encourages* all States to keep their lighthouses lit.  {#lit}
OP  *Decides* to remain seized of the matter.  {#seized}
"""
GOOD = DRAFT.replace("lit.", "lit;")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bad.draft").write_text(DRAFT, encoding="utf-8")
    (tmp_path / "good.draft").write_text(GOOD, encoding="utf-8")
    return tmp_path


def test_a_finding_is_told_with_its_place_and_exit_code_1(folder: Path) -> None:
    done = drafter("check", "bad.draft", cwd=folder)
    assert done.code == 1
    assert done.out == (
        "bad.draft:9: operative 1.: P203 error: an operative paragraph ends with ';', not '.' [*]\n"
        "    … all States to keep their lighthouses lit.\n"
    )
    assert done.err == "1 finding: 1 error; --fix mends 1 of them, marked *\n"


def test_a_finding_has_its_line_in_a_draft_without_ids(folder: Path) -> None:
    bare = DRAFT.replace("  {#lamps}", "").replace("  {#lit}", "").replace("  {#seized}", "")
    (folder / "bare.draft").write_text(bare, encoding="utf-8")
    assert drafter("check", "bare.draft", cwd=folder).out.startswith("bare.draft:9: operative 1.:")


def test_nothing_found_is_exit_code_0(folder: Path) -> None:
    assert drafter("check", "good.draft", cwd=folder).code == 0
    assert drafter("check", "bad.draft", "--exit-zero", cwd=folder).code == 0
    assert drafter("check", "bad.draft", "--ignore", "S,P2", cwd=folder).code == 0
    assert drafter("check", "bad.draft", "--select", "S", cwd=folder).code == 0


def test_trouble_is_exit_code_2_and_the_other_files_are_checked(folder: Path) -> None:
    done = drafter("check", "none.draft", "bad.draft", cwd=folder)
    assert done.code == 2
    assert "none.draft: there is no such file" in done.err
    assert "bad.draft:9" in done.out


def test_json_is_one_object_for_a_file(folder: Path) -> None:
    data = json.loads(drafter("check", "bad.draft", "--format", "json", cwd=folder).out)
    assert check(data, resources.schema("findings")) == ()
    assert data == {
        "file": "bad.draft",
        "findings": [
            {
                "code": "P203",
                "severity": "error",
                "label": "1.",
                "section": "operative",
                "message": "an operative paragraph ends with ';', not '.'",
                "excerpt": "… all States to keep their lighthouses lit.",
                "fix": {"message": "end it with ';'", "edits": [{"old": ".", "new": ";"}]},
            }
        ],
    }


def test_json_is_a_list_for_several_files(folder: Path) -> None:
    out = drafter("check", "bad.draft", "good.draft", "--format", "json", cwd=folder).out
    assert [one["file"] for one in json.loads(out)] == ["bad.draft", "good.draft"]
    assert check(json.loads(out), resources.schema("findings")) == ()


def test_sarif_names_rule_line_and_place(folder: Path) -> None:
    out = drafter("check", "bad.draft", "--format", "sarif", cwd=folder).out
    run = json.loads(out)["runs"][0]
    (result,) = run["results"]
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "P203"
    assert result["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "bad.draft"},
        "region": {"startLine": 9},
    }


@pytest.mark.parametrize("suffix", [".draft", ".json", ".docx"])
def test_fix_mends_the_file_itself_and_tells_it(folder: Path, suffix: str) -> None:
    name = f"text{suffix}"
    drafter("import", "bad.draft", "-o", name, cwd=folder)
    done = drafter("check", name, "--fix", cwd=folder)
    assert done.code == 0
    assert f"{name}: operative 1.: P203 mended: end it with ';'" in done.err
    assert drafter("check", name, cwd=folder).code == 0
    drafter("import", name, "-o", "back.draft", cwd=folder)
    back = (folder / "back.draft").read_text(encoding="utf-8")
    assert back[back.index("ENACTING") :] == GOOD[GOOD.index("ENACTING") :]


def test_a_file_that_cannot_be_written_back_is_only_reported_on(folder: Path) -> None:
    drafter("export", "bad.draft", "-o", "text.txt", cwd=folder)
    before = (folder / "text.txt").read_bytes()
    done = drafter("check", "text.txt", "--fix", cwd=folder)
    assert done.code == 1
    assert "not mended: a .txt file is only reported on" in done.err
    assert "drafter import text.txt -o text.draft" in done.err
    assert (folder / "text.txt").read_bytes() == before


def test_a_word_file_that_would_lose_something_is_only_reported_on(folder: Path) -> None:
    drafter("export", "bad.draft", "-o", "text.docx", "--layout", "geneva", cwd=folder)
    before = (folder / "text.docx").read_bytes()
    done = drafter("check", "text.docx", "--fix", cwd=folder)
    assert done.code == 1
    assert "writing it anew would lose" in done.err
    assert (folder / "text.docx").read_bytes() == before


def test_a_file_without_a_fix_to_make_is_not_written(folder: Path) -> None:
    before = (folder / "good.draft").stat().st_mtime_ns
    assert drafter("check", "good.draft", "--fix", cwd=folder).code == 0
    assert (folder / "good.draft").stat().st_mtime_ns == before


def test_standard_input_is_checked(folder: Path) -> None:
    done = drafter("check", "-", "--from", "draft", cwd=folder, stdin=DRAFT.encode())
    assert (done.code, done.out.split(":")[0]) == (1, "-")


def test_the_level_leaves_the_milder_findings_out(folder: Path) -> None:
    text = DRAFT.replace("*Encourages*", "*Reqests*")
    (folder / "bad.draft").write_text(text, encoding="utf-8")
    done = drafter("check", "bad.draft", "--level", "error", cwd=folder)
    assert "S106" not in done.out
    assert "S106" in drafter("check", "bad.draft", cwd=folder).out


def test_the_nearest_configuration_upwards_counts(folder: Path) -> None:
    (folder / "drafter.toml").write_text('[check]\nignore = ["P"]\n', encoding="utf-8")
    inner = folder / "inner"
    inner.mkdir()
    shutil.copy(folder / "bad.draft", inner / "bad.draft")
    assert drafter("check", "inner/bad.draft", cwd=folder).code == 0
    (inner / "drafter.toml").write_text("[check]\n", encoding="utf-8")
    assert drafter("check", "inner/bad.draft", cwd=folder).code == 1


def test_a_configuration_gives_severities_and_ignores_by_file(folder: Path) -> None:
    config = '[check.severity]\nP = "info"\n\n[check.per-file-ignores]\n"b*.draft" = ["P203"]\n'
    (folder / "drafter.toml").write_text(config, encoding="utf-8")
    assert drafter("check", "bad.draft", cwd=folder).code == 0
    (folder / "other.draft").write_text(DRAFT, encoding="utf-8")
    assert "P203 info" in drafter("check", "other.draft", cwd=folder).out


@pytest.mark.parametrize(
    ("config", "said"),
    [
        ("[check]\nignore = [", "this is no TOML"),
        ("[check]\nignored = []", "'ignored'"),
        ('[check]\nignore = ["P999"]', "there is no rule 'P999'"),
        ('[check.severity]\nP = "fatal"', "fatal"),
    ],
)
def test_a_faulty_configuration_is_trouble(folder: Path, config: str, said: str) -> None:
    (folder / "drafter.toml").write_text(config, encoding="utf-8")
    done = drafter("check", "good.draft", cwd=folder)
    assert done.code == 2
    assert said in done.err


def test_a_page_explains_a_rule(folder: Path) -> None:
    done = drafter("check", "--explain", "a301", cwd=folder)
    assert (done.code, done.out) == (0, resources.page("rules", "A301"))


def test_an_unknown_rule_gets_the_nearest_name(folder: Path) -> None:
    done = drafter("check", "--explain", "A391", cwd=folder)
    assert done.code == 2
    assert "did you mean A301?" in done.err
    assert drafter("check", "good.draft", "--select", "Q", cwd=folder).code == 2


def test_the_examples_that_come_with_drafter_have_no_errors(folder: Path) -> None:
    good = [path for path in sorted(EXAMPLES.glob("*.draft")) if path.stem != "hasty"]
    done = drafter("check", *good, "--level", "error", cwd=folder)
    assert (done.code, done.out) == (0, "")


def test_the_hasty_example_shows_what_check_finds_and_mends(folder: Path) -> None:
    shutil.copy(EXAMPLES / "hasty.draft", folder)
    assert drafter("check", "hasty.draft", cwd=folder).code == 1
    done = drafter("check", "hasty.draft", "--fix", "--select", "A,P,S106", cwd=folder)
    assert (done.code, done.out) == (0, "")


def test_json_is_short_for_the_format(folder: Path) -> None:
    short, long = (
        drafter("check", "bad.draft", *asked, cwd=folder)
        for asked in (("--json",), ("--format", "json"))
    )
    assert json.loads(short.out)["file"] == "bad.draft"
    assert short.out == long.out
