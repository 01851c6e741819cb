"""`drafter git` in real repositories: what git diff shows, what git merge leaves."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from drafter.app import open_resolution, save
from tests.cli_runner import EXAMPLES, Done, drafter, environment

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

TEXT = (EXAMPLES / "strait.draft").read_text(encoding="utf-8")
PEACE = ("31 March 2847", "30 June 2847")
DAYS = ("every ninety days", "every sixty days")
OTHER_DAYS = ("every ninety days", "every year")


def variables(folder: Path) -> Mapping[str, str]:
    """An environment in which git knows nothing of the machine it runs on."""
    who = {
        f"GIT_{role}_{what}": value
        for role in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", "A"), ("EMAIL", "a@example.org"))
    }
    home = folder.parent / "home"
    home.mkdir(exist_ok=True)
    return environment(
        GIT_CONFIG_NOSYSTEM="1", HOME=str(home), XDG_CONFIG_HOME=str(home / ".config"), **who
    )


def git(folder: Path, *arguments: str, code: int = 0) -> str:
    """Run git and return what it said."""
    done = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env=dict(variables(folder)),
        capture_output=True,
        check=False,
        timeout=60,
    )
    said = (done.stdout + done.stderr).decode("utf-8")
    assert done.returncode == code, said
    return said


def ours(folder: Path, *arguments: str) -> Done:
    """Run `drafter git`."""
    return drafter("git", *arguments, cwd=folder, env=dict(variables(folder)))


def write(path: Path, *changes: tuple[str, str]) -> None:
    """The example with some words exchanged, in the format of the path."""
    text = TEXT
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    reading = open_resolution("-", "draft", stdin=io.BytesIO(text.encode("utf-8")))
    save(reading.value, str(path), force=True)


def commit(folder: Path, message: str) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", message)


def contents(folder: Path) -> dict[str, bytes]:
    """Everything that install may touch."""
    return {
        str(path.relative_to(folder.parent)): path.read_bytes()
        for path in (
            *folder.glob(".gitattributes"),
            folder / ".git" / "config",
            *(folder / ".git" / "info").iterdir(),
            *(path for path in (folder.parent / "home").rglob("*") if path.is_file()),
        )
    }


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """An empty repository in a folder with a space in its name."""
    folder = tmp_path / "my drafts"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    return folder


def two_branches(folder: Path, name: str, mine: tuple[str, str], other: tuple[str, str]) -> None:
    """A document edited on two branches, the first of them checked out."""
    assert ours(folder, "install").code == 0
    write(folder / name)
    commit(folder, "base")
    git(folder, "checkout", "-q", "-b", "other")
    write(folder / name, other)
    commit(folder, "other")
    git(folder, "checkout", "-q", "main")
    write(folder / name, mine)
    commit(folder, "mine")


def test_git_diff_shows_the_words_of_a_word_file(repository: Path) -> None:
    ours(repository, "install")
    write(repository / "a draft.docx")
    commit(repository, "base")
    write(repository / "a draft.docx", PEACE)
    shown = git(repository, "diff")
    lines = [line for line in shown.splitlines() if line[:1] in "+-" and line[1:2] not in "+-"]
    assert [line[:1] for line in lines] == ["-", "+"]
    assert "-Decides to extend until 31 March 2847" in shown
    assert "+Decides to extend until 30 June 2847" in shown


def test_git_diff_shows_a_foreign_file_as_it_is(repository: Path) -> None:
    ours(repository, "install")
    data = repository / "package.json"
    data.write_text('{"name": "one"}\n', encoding="utf-8")
    commit(repository, "base")
    data.write_text('{"name": "two"}\n', encoding="utf-8")
    assert '-{"name": "one"}\n+{"name": "two"}' in git(repository, "diff")


def test_git_diff_tells_two_unreadable_word_files_apart(repository: Path) -> None:
    ours(repository, "install")
    data = repository / "broken.docx"
    data.write_bytes(b"PK\x03\x04\0one")
    commit(repository, "base")
    data.write_bytes(b"PK\x03\x04\0two")
    assert git(repository, "diff").count(" bytes, ") == 2


@pytest.mark.parametrize("name", ["text.draft", "text.json", "text.docx"])
def test_git_merge_puts_disjoint_edits_together(repository: Path, name: str) -> None:
    two_branches(repository, name, PEACE, DAYS)
    git(repository, "merge", "-q", "-m", "both", "other")
    write(repository / "both.draft", PEACE, DAYS)
    done = drafter("diff", "both.draft", name, cwd=repository)
    assert (done.code, done.err) == (0, "")
    assert git(repository, "status", "--porcelain", name) == ""


@pytest.mark.parametrize("name", ["text.draft", "text.json", "text.docx"])
def test_a_conflict_leaves_brackets_and_an_unmerged_file(repository: Path, name: str) -> None:
    two_branches(repository, name, OTHER_DAYS, DAYS)
    said = git(repository, "merge", "other", code=1)
    assert "conflicts in brackets: 1" in said
    assert git(repository, "status", "--porcelain", name).startswith("UU ")
    shown = drafter("show", name, cwd=repository).out
    assert "every [ours: year] [theirs: sixty days] on" in " ".join(shown.split())


def test_foreign_json_is_merged_line_by_line(repository: Path) -> None:
    ours(repository, "install")
    data = repository / "data.json"
    lines = [f'  "key{place}": {place},' for place in range(9)]
    data.write_text("\n".join(lines), encoding="utf-8")
    commit(repository, "base")
    git(repository, "checkout", "-q", "-b", "other")
    data.write_text("\n".join(lines).replace("8,", "80"), encoding="utf-8")
    commit(repository, "other")
    git(repository, "checkout", "-q", "main")
    data.write_text("\n".join(lines).replace("0,", "00,"), encoding="utf-8")
    commit(repository, "mine")
    git(repository, "merge", "-q", "-m", "both", "other")
    assert data.read_text(encoding="utf-8") == "\n".join(lines).replace("0,", "00,").replace(
        "8,", "80"
    )


def test_word_files_that_cannot_be_read_stay_unmerged_as_they_were(repository: Path) -> None:
    ours(repository, "install")
    data = repository / "broken.docx"
    for branch, content in (("main", b"\0base"), ("other", b"\0other"), ("main", b"\0mine")):
        if branch == "other":
            git(repository, "checkout", "-q", "-b", "other")
        elif content == b"\0mine":
            git(repository, "checkout", "-q", "main")
        data.write_bytes(b"PK\x03\x04" + content)
        commit(repository, branch)
    git(repository, "merge", "other", code=1)
    assert data.read_bytes() == b"PK\x03\x04\0mine"
    assert git(repository, "status", "--porcelain").startswith("UU ")


@pytest.mark.parametrize("options", [(), ("--private",), ("--global",)])
@pytest.mark.parametrize("old", [None, b"", b"*.png binary\n", b"*.png binary", b"*.a b\r\n*.c d"])
def test_uninstall_leaves_every_byte_as_it_was(
    repository: Path, options: tuple[str, ...], old: bytes | None
) -> None:
    if old is not None:
        info = repository / ".git" / "info" / "attributes"
        home = repository.parent / "home" / ".config" / "git" / "attributes"
        home.parent.mkdir(parents=True)
        for path in (repository / ".gitattributes", info, home):
            path.write_bytes(old)
    git(repository, "config", "alias.st", "status")
    git(repository, "config", "--global", "alias.st", "status")
    before = contents(repository)
    assert ours(repository, "install", *options).code == 0
    once = contents(repository)
    assert once != before
    assert ours(repository, "install", *options).out == "everything was set up already\n"
    assert contents(repository) == once
    assert ours(repository, "status", *options).code == 0
    assert ours(repository, "uninstall", *options).code == 0
    assert contents(repository) == before
    assert ours(repository, "status", *options).code == 1


def test_lines_added_after_ours_survive_uninstall(repository: Path) -> None:
    attributes = repository / ".gitattributes"
    attributes.write_bytes(b"*.png binary")
    ours(repository, "install")
    attributes.write_bytes(attributes.read_bytes() + b"*.txt text\n")
    git(repository, "config", "diff.drafter.wordRegex", ".")
    ours(repository, "uninstall")
    assert attributes.read_bytes() == b"*.png binary\n*.txt text\n"
    assert git(repository, "config", "diff.drafter.wordRegex") == ".\n"


def test_outside_a_repository_it_says_what_to_do(tmp_path: Path) -> None:
    folder = tmp_path / "nowhere"
    folder.mkdir()
    done = ours(folder, "install")
    assert done.code == 2
    assert "this folder is in no git repository" in done.err
    assert "git init" in done.err


def test_without_git_it_says_so(repository: Path) -> None:
    env = {**variables(repository), "PATH": str(repository)}
    done = drafter("git", "status", cwd=repository, env=env)
    assert (done.code, done.out) == (2, "")
    assert "git is not installed" in done.err


def test_it_works_from_an_installation_with_a_blank_in_its_path_that_is_not_on_the_path(
    repository: Path,
) -> None:
    folder = repository.parent / "my tools"
    folder.symlink_to(sys.prefix, target_is_directory=True)
    program = folder / Path(sys.executable).relative_to(sys.prefix)
    done = subprocess.run(
        [str(program), "-m", "drafter", "git", "install"],
        cwd=repository,
        env=dict(variables(repository)),
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert "git merge goes by paragraphs" in done.stdout
    write(repository / "a draft.docx")
    commit(repository, "base")
    write(repository / "a draft.docx", PEACE)
    assert "until [-31 March-]{+30 June+} 2847" in git(repository, "diff", "--word-diff")
