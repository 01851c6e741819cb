"""Make git compare and merge documents with drafter, and undo exactly that.

What is set up: a diff driver that shows documents as text, a merge driver, a diff tool, and the
attributes that give them the files of three suffixes.
"""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from drafter.app.save import write_whole
from drafter.errors import Refused, Unsupported

SUFFIXES = (".draft", ".json", ".docx")
_OPEN = "# >>> drafter git install"
_CLOSE = "# <<< drafter git install"
_NEW_FILE = " (the file is new)"
_LINE_END = " (so is the line end before this)"
_BLOCK = re.compile(
    rb"(?P<before>\r?\n)?(?P<open># >>> drafter git install[^\r\n]*)\r?\n"
    rb".*?# <<< drafter git install\r?\n?",
    re.DOTALL,
)


class Where(StrEnum):
    """Where the attributes stand, and with GLOBAL the configuration too."""

    SHARED = "shared"  # .gitattributes at the top of the working tree, to be committed
    PRIVATE = "private"  # info/attributes of the repository, for this clone only
    GLOBAL = "global"  # the user's own configuration and attributes, for all repositories


@dataclass(frozen=True, slots=True)
class Setting:
    """A line of the git configuration: what it should be, and what it is ("" for unset)."""

    name: str
    wanted: str
    found: str

    @property
    def good(self) -> bool:
        """Whether git calls this very drafter."""
        return self.found == self.wanted

    @property
    def ours(self) -> bool:
        """Whether some drafter made the setting, perhaps another installation of it."""
        return bool(self.found) and self.found.endswith(self.wanted.removeprefix(command()))


@dataclass(frozen=True, slots=True)
class Status:
    """What is set up: the settings, the attributes file, and whether it has drafter's lines."""

    settings: tuple[Setting, ...]
    attributes: Path
    attributed: bool

    @property
    def complete(self) -> bool:
        """Whether everything is set up."""
        return self.attributed and all(setting.good for setting in self.settings)


def install(where: Where, folder: Path) -> Status:
    """Set everything up; what is there already stays. Returns what was found before.

    Raises:
        Refused: there is no git, or the folder is in no repository.
        Unwritable: the attributes file cannot be written.
    """
    before = status(where, folder)
    for setting in before.settings:
        if not setting.good:
            _git(folder, "config", _scope(where), setting.name, setting.wanted)
    if not before.attributed:
        _add_block(before.attributes)
    return before


def uninstall(where: Where, folder: Path) -> Status:
    """Take away what `install` added and nothing else. Returns what was found before.

    Raises:
        Refused, Unwritable: as for `install`.
    """
    before = status(where, folder)
    for setting in before.settings:
        if setting.ours:
            _git(folder, "config", _scope(where), "--unset-all", setting.name)
    if before.attributed:
        _remove_block(before.attributes)
    return before


def status(where: Where, folder: Path) -> Status:
    """What is set up now.

    Raises:
        Refused: there is no git, or the folder is in no repository.
    """
    attributes = _attributes(where, folder)
    settings = tuple(
        Setting(name, wanted, _git(folder, "config", _scope(where), "--get", name, check=False))
        for name, wanted in _wanted(command()).items()
    )
    content = attributes.read_bytes() if attributes.is_file() else b""
    return Status(settings, attributes, _BLOCK.search(content) is not None)


def command() -> str:
    """The shell command that is this drafter, wherever it is called.

    `-P` keeps a folder named "drafter" in a repository from being taken for the program.
    """
    return f"{shlex.quote(sys.executable)} -P -m drafter"


def _wanted(program: str) -> Mapping[str, str]:
    return {
        "diff.drafter.textconv": f"{program} git textconv",
        "merge.drafter.name": "drafter: paragraph by paragraph",
        "merge.drafter.driver": f"{program} git merge-files %O %A %B %P",
        "merge.drafter.recursive": "binary",  # no brackets in a base that git makes of two bases
        "difftool.drafter.cmd": f'{program} diff "$LOCAL" "$REMOTE"',
    }


def _scope(where: Where) -> str:
    return "--global" if where is Where.GLOBAL else "--local"


def _attributes(where: Where, folder: Path) -> Path:
    if where is Where.GLOBAL:
        return _global_attributes(folder)
    inside = _git(folder, "rev-parse", "--is-inside-work-tree", check=False)
    if not inside:
        raise Refused(
            "this folder is in no git repository",
            hint="run this in one, make one with git init, or give --global",
        )
    if where is Where.PRIVATE:
        return folder / _git(folder, "rev-parse", "--git-path", "info/attributes")
    if inside != "true":
        raise Refused("this repository has no working tree", hint="give --private")
    return Path(_git(folder, "rev-parse", "--show-toplevel")) / ".gitattributes"


def _global_attributes(folder: Path) -> Path:
    named = _git(folder, "config", "--global", "--type=path", "core.attributesFile", check=False)
    if named:
        return Path(named)
    base = _git(folder, "var", "GIT_ATTR_GLOBAL", check=False)
    return Path(base) if base else Path.home() / ".config" / "git" / "attributes"


def run_git(*arguments: str, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run git and wait for it.

    Raises:
        Unsupported: git is not installed.
    """
    program = shutil.which("git")
    if program is None:
        raise Unsupported("git is not installed", hint="install it from git-scm.com")
    return subprocess.run(  # noqa: S603 - a list of arguments, no shell
        [program, *arguments],
        cwd=folder,
        capture_output=True,
        check=False,
        encoding="utf-8",
        errors="surrogateescape",
    )


def _git(folder: Path, *arguments: str, check: bool = True) -> str:
    """What git says, without the line end; "" when it fails and `check` is false."""
    done = run_git(*arguments, folder=folder)
    if done.returncode and check:
        raise Refused(f"git {arguments[0]} failed: {done.stderr.strip()}")
    return "" if done.returncode else done.stdout.rstrip("\n")


def _add_block(path: Path) -> None:
    """Add drafter's lines at the end; the first of them remembers what else had to be added."""
    old = path.read_bytes() if path.is_file() else None
    end = "\r\n" if b"\r\n" in (old or b"") else "\n"
    unended = bool(old) and not (old or b"").endswith(b"\n")
    head = _OPEN + (_NEW_FILE if old is None else "") + (_LINE_END if unended else "")
    lines = [head, *(f"*{suffix} diff=drafter merge=drafter" for suffix in SUFFIXES), _CLOSE, ""]
    block = (end if unended else "") + end.join(lines)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole((old or b"") + block.encode(), str(path), force=True)


def _remove_block(path: Path) -> None:
    old = path.read_bytes()
    found = _BLOCK.search(old)
    if found is None:
        return
    rest = old[found.end() :]
    before = old[: found.start("open")]
    if _LINE_END.encode() in found["open"] and found["before"] and not rest:
        before = before.removesuffix(found["before"])
    if _NEW_FILE.encode() in found["open"] and not (before + rest):
        path.unlink()
    else:
        write_whole(before + rest, str(path), force=True)
