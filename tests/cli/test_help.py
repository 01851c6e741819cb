from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import click
import pytest

from docs.write_cli import PAGE, page
from drafter import __version__
from drafter.cli import main
from tests.cli_runner import drafter, environment


def _command(name: str) -> click.Command:
    command = main.drafter.get_command(click.Context(main.drafter), name)
    assert command is not None
    return command


@pytest.mark.parametrize("name", main.COMMANDS)
def test_every_command_says_what_it_does_with_examples_and_exit_codes(name: str) -> None:
    text = _command(name).help or ""
    assert f"  drafter {name} " in text
    assert "Examples:" in text
    assert "Exit codes:\n  0  " in text
    assert "\n  2  trouble" in text


@pytest.mark.parametrize("name", main.COMMANDS)
def test_every_option_has_help(name: str) -> None:
    options = [p for p in _command(name).params if isinstance(p, click.Option)]
    assert [option.name for option in options if not option.help] == []


def test_the_page_of_the_command_line_is_what_the_programs_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run `python docs/write_cli.py`"


def test_the_version_is_printed(tmp_path: Path) -> None:
    done = drafter("--version", cwd=tmp_path)
    assert (done.code, done.out, done.err) == (0, f"drafter {__version__}\n", "")


def test_an_unknown_command_suggests_the_nearest(tmp_path: Path) -> None:
    done = drafter("exprt", "a.draft", cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert done.err.endswith("Error: No such command 'exprt'. Did you mean 'export'?\n")


def test_wrong_usage_is_trouble_with_one_message(tmp_path: Path) -> None:
    done = drafter("export", "a.draft", cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert done.err.endswith("Error: Missing option '-o' / '--output'.\n")


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["show", "--help"]])
def test_nothing_heavy_is_imported_before_it_is_needed(arguments: list[str]) -> None:
    heavy = {"lxml", "docx", "jsonschema", "rapidfuzz", "diff_match_patch", "prompt_toolkit"}
    code = (
        "import sys; from drafter.cli.main import run; "
        f"run({arguments!r}); print('|', sorted({heavy!r} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment(), capture_output=True, text=True, check=True
    )
    assert done.stdout.endswith("| []\n")


def test_the_version_imports_only_click_and_the_command_itself() -> None:
    code = (
        "import sys; from drafter.cli.main import run; run(['--version']); "
        "print('|', sorted(name for name in sys.modules if name.startswith('drafter')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment(), capture_output=True, text=True, check=True
    )
    assert done.stdout.endswith("| ['drafter', 'drafter.cli', 'drafter.cli.main']\n")
