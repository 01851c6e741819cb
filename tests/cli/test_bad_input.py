"""No input, however broken, ends in a traceback or in a half-written file, through any command."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.cli_runner import EXAMPLES, Done, drafter
from tests.external import CHECKOUT

FOLDER = CHECKOUT / "tests" / "cases" / "bad"
EXPECTED: dict[str, dict[str, Any]] = tomllib.loads(
    (FOLDER / "expected.toml").read_text(encoding="utf-8")
)
GOOD = EXAMPLES / "night-skies.draft"


def _is_clean(done: Done) -> bool:
    """Whether a failure was told as people are told things."""
    return "Traceback" not in done.err and "a defect in drafter" not in done.err


def test_every_file_has_its_expectation_and_every_expectation_its_file() -> None:
    files = {path.name for path in FOLDER.iterdir()} - {"README.md", "expected.toml"}
    assert files == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_validate_says_what_is_wrong(name: str, tmp_path: Path) -> None:
    shutil.copy(FOLDER / name, tmp_path)
    done = drafter("validate", name, cwd=tmp_path)
    assert (done.code, done.out) == (EXPECTED[name]["code"], ""), done.err
    assert [words for words in EXPECTED[name]["says"] if words not in done.err] == [], done.err
    assert _is_clean(done)


@pytest.mark.parametrize("name", EXPECTED)
def test_every_other_command_says_it_too_and_writes_nothing(name: str, tmp_path: Path) -> None:
    shutil.copy(FOLDER / name, tmp_path)
    readable = EXPECTED[name]["code"] != 2
    commands = (
        ("import", name, "-o", "out.draft"),
        ("export", name, "-o", "out.docx"),
        ("show", name),
        ("diff", GOOD, name, "-o", "out.json", "--format", "json"),
        ("diff", name, GOOD),
    )
    for command in commands:
        done = drafter(*command, cwd=tmp_path)
        assert _is_clean(done), (command, done.err)
        found = 1 if command[0] == "diff" else 0
        assert done.code == (found if readable else 2), (command, done.err)
        if not readable:
            assert done.err.startswith(f"drafter: {name}: "), (command, done.err)
            assert {path.name for path in tmp_path.iterdir()} == {name}


def test_a_text_of_fifty_megabytes_is_refused_at_the_door(tmp_path: Path) -> None:
    line = "1. Decides to remain seized of the matter;\n"
    with (tmp_path / "large.txt").open("w", encoding="utf-8") as file:
        for _ in range(50):
            file.write(line * (1_000_000 // len(line)))
    for command in ("validate", "show", "import"):
        done = drafter(command, "large.txt", cwd=tmp_path)
        assert (done.code, done.out) == (2, "")
        assert done.err.startswith("drafter: large.txt: larger than 32 MB")
    done = drafter("import", "-", "--from", "txt", cwd=tmp_path, stdin=b"x" * 50_000_000)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("drafter: standard input: larger than 32 MB")


def test_a_missing_file_is_named_by_every_command(tmp_path: Path) -> None:
    for command in ("validate", "show", "import"):
        done = drafter(command, "nowhere.txt", cwd=tmp_path)
        assert (done.code, done.out) == (2, "")
        assert done.err == "drafter: nowhere.txt: there is no such file\nhint: check the name\n"
