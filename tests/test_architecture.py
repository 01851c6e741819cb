"""The picture in docs/architecture.md holds: a package imports only what lies below it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "drafter"

BELOW: dict[str, set[str]] = {
    "errors": set(),
    "report": {"errors"},
    "model": {"errors", "report"},
    "numbering": {"errors", "report", "model"},
    "codec": {"errors", "report", "model", "numbering"},
    "profiles": {"errors", "report", "model", "numbering"},
    "schema": {"errors", "report", "model", "codec"},
    "edit": {"errors", "report", "model", "numbering", "profiles"},
    "diff": {"errors", "report", "model", "numbering", "profiles", "codec"},
    "clauses": {"errors", "report", "model", "numbering", "profiles", "codec"},
    "rules": {"errors", "report", "model", "numbering", "profiles", "codec", "edit"},
    "merge": {"errors", "report", "model", "numbering", "profiles", "codec", "edit", "diff"},
    "commands": {
        "errors", "report", "model", "numbering", "profiles", "codec", "schema", "clauses", "edit",
        "diff", "rules",
    },
    "resources": {"errors", "profiles", "clauses"},
    "formats": {
        "errors", "report", "model", "numbering", "profiles", "codec", "schema", "resources",
    },
    "render": {
        "errors", "report", "model", "numbering", "profiles", "codec", "diff", "merge",
        "resources", "formats", "rules",
    },
}  # fmt: skip
STANDS_ON = {"pdf": {"word"}}
"""Formats that are another one carried on: a PDF file is the Word file, printed."""
EDGES = {"app", "cli", "shell"}
PURE = {
    "errors", "report", "model", "numbering", "codec", "profiles", "schema", "edit", "diff",
    "clauses", "rules", "merge", "commands",
}  # fmt: skip
NOT_PURE = {"os", "sys", "pathlib", "subprocess", "socket", "random", "secrets", "time", "tempfile"}
LIGHT = {"errors", "report", "model", "numbering", "profiles", "codec", "edit", "resources"}
HEAVY = {"lxml", "docx", "jsonschema", "rapidfuzz", "diff_match_patch", "prompt_toolkit", "segno"}


def rooms() -> dict[str, list[Path]]:
    found: dict[str, list[Path]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        relative = path.relative_to(PACKAGE)
        if relative.parts[0] in {"__init__.py", "__main__.py", "_data"}:
            continue
        found.setdefault(relative.parts[0].removesuffix(".py"), []).append(path)
    return found


def imported(path: Path, *, top_level: bool = False) -> Iterator[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = tree.body if top_level else list(ast.walk(tree))
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            if node.module == "drafter":
                yield from (f"drafter.{alias.name}" for alias in node.names)


def own_rooms(path: Path) -> set[str]:
    return {name.split(".")[1] for name in imported(path) if name.startswith("drafter.")}


@pytest.mark.parametrize("room", sorted(rooms()))
def test_a_room_imports_only_what_lies_below_it(room: str) -> None:
    if room in EDGES:
        allowed = set(rooms()) - {"cli", "shell"} if room == "app" else set(rooms())
    else:
        allowed = BELOW[room] | {room}
    for path in rooms()[room]:
        above = own_rooms(path) - allowed - {"__version__"}
        assert not above, f"{path.relative_to(PACKAGE)} imports {sorted(above)}"


def test_file_formats_do_not_import_each_other() -> None:
    for path in rooms()["formats"]:
        relative = path.relative_to(PACKAGE / "formats")
        if len(relative.parts) == 1:
            continue
        others = {
            name.split(".")[2]
            for name in imported(path)
            if name.startswith("drafter.formats.") and name.count(".") >= 2
        } - {relative.parts[0], "common", "registry", *STANDS_ON.get(relative.parts[0], ())}
        assert not others, f"{relative} imports {sorted(others)}"


@pytest.mark.parametrize("room", sorted(PURE & set(rooms())))
def test_a_pure_room_opens_no_file_and_reads_no_clock(room: str) -> None:
    for path in rooms()[room]:
        impure = {name.split(".")[0] for name in imported(path)} & NOT_PURE
        assert not impure, f"{path.relative_to(PACKAGE)} imports {sorted(impure)}"


@pytest.mark.parametrize("room", sorted(LIGHT & set(rooms())))
def test_the_core_starts_without_heavy_libraries(room: str) -> None:
    for path in rooms()[room]:
        heavy = {name.split(".")[0] for name in imported(path, top_level=True)} & HEAVY
        assert not heavy, f"{path.relative_to(PACKAGE)} imports {sorted(heavy)}"


def test_no_file_is_longer_than_four_hundred_lines() -> None:
    long = {
        str(path.relative_to(PACKAGE)): lines
        for paths in rooms().values()
        for path in paths
        if (lines := path.read_text(encoding="utf-8").count("\n")) > 400
    }
    assert not long


def test_no_function_is_longer_than_forty_lines() -> None:
    long = {}
    for paths in rooms().values():
        for path in paths:
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                    size = (node.end_lineno or node.lineno) - node.lineno + 1
                    if size > 40:
                        long[f"{path.relative_to(PACKAGE)}:{node.name}"] = size
    assert not long
