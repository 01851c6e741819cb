"""The pages show what really happens: every `$ drafter` line in a console block is run.

A block is run in a folder with a copy of the examples, each page in a folder of its own. A line
"..." in the shown output stands for any number of lines.
"""

from __future__ import annotations

import io
import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from drafter.app import check, numbered, open_resolution
from tests.cli_runner import EXAMPLES, drafter
from tests.external import CHECKOUT

PAGES = [CHECKOUT / "README.md", *sorted((CHECKOUT / "docs").glob("**/*.md"))]
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_DRAFT = re.compile(r"^```text\n(%drafter .*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")


def _commands(page: Path) -> Iterator[tuple[str, str]]:
    """Each command of a page with the output shown below it."""
    for block in _BLOCK.findall(page.read_text(encoding="utf-8")):
        for piece in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = piece.partition("\n")
            yield command, output


def _pattern(shown: str) -> str:
    """The shown output as an expression in which "..." lines match anything."""
    lines = [
        "(?:.*\n)*?" if line == "..." else re.escape(line) + "\n" for line in shown.splitlines()
    ]
    return "".join(lines)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_what_a_page_shows_is_what_happens(page: Path, tmp_path: Path) -> None:
    shutil.copytree(EXAMPLES, tmp_path / "examples")
    for command, shown in _commands(page):
        program, *arguments = shlex.split(command)
        assert program == "drafter", command
        done = drafter(*arguments, cwd=tmp_path)
        assert re.fullmatch(_pattern(shown), done.err + done.out), (
            f"{page.name}: $ {command}\n{done.err}{done.out}"
        )


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_draft_that_a_page_shows_is_valid(page: Path) -> None:
    for draft in _DRAFT.findall(page.read_text(encoding="utf-8")):
        reading = open_resolution("-", "draft", stdin=io.BytesIO(draft.encode("utf-8")))
        whole = numbered(reading.value)
        assert (reading.notices, check(whole.resolution, whole.numbering)) == ((), ())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_links_of_a_page_lead_somewhere(page: Path) -> None:
    links = _LINK.findall(page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []
