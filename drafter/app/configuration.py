"""The configuration beside a draft: the nearest `drafter.toml`, upwards from the draft's folder."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from difflib import get_close_matches
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from drafter import resources
from drafter.app.open import STDIN
from drafter.errors import Malformed, Place, Unreadable, Unsupported
from drafter.rules import RULES, Settings, Severity
from drafter.schema import check as faults_by_schema

NAME = "drafter.toml"


def settings_for(source: str) -> Settings:
    """What the nearest configuration says for a file; for standard input from the folder we are in.

    Raises:
        Malformed: the configuration is no TOML, or says something that it cannot say.
        Unreadable: it cannot be read.
    """
    folder = Path.cwd() if source == STDIN else Path(source).resolve().parent
    found = next((path for path in _places(folder) if path.is_file()), None)
    if found is None:
        return Settings()
    table = _table(found).get("check", {})
    return _with_file(_settings(table), table, found, source)


def _places(folder: Path) -> Iterable[Path]:
    return (place / NAME for place in (folder, *folder.parents))


def _table(path: Path) -> Mapping[str, Any]:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise Unreadable(f"cannot be read: {error}", source=str(path)) from error
    except tomllib.TOMLDecodeError as error:
        raise Malformed(f"this is no TOML: {error}", source=str(path)) from error
    faults = faults_by_schema(data, resources.schema("configuration"))
    if faults:
        first, *others = (
            Malformed(f.message, hint=f.hint, where=Place(path=f.path), source=str(path))
            for f in faults
        )
        raise Malformed(
            first.what, hint=first.hint, where=first.where, source=str(path), also=others
        )
    return data


def _settings(table: Mapping[str, Any]) -> Settings:
    severity = table.get("severity", {})
    settings = Settings(
        select=tuple(table.get("select", ())),
        ignore=tuple(table.get("ignore", ())),
        severity={code: Severity(word) for code, word in severity.items()},
        options=table.get("options", {}),
    )
    ensure_codes((*settings.select, *settings.ignore, *severity))
    return settings


def _with_file(settings: Settings, table: Mapping[str, Any], found: Path, source: str) -> Settings:
    """The settings with what is ignored for this file alone."""
    if source == STDIN:
        return settings
    name = Path(source).resolve().relative_to(found.parent.resolve()).as_posix()
    more = [
        code
        for pattern, codes in table.get("per-file-ignores", {}).items()
        if fnmatch(name, pattern)
        for code in codes
    ]
    ensure_codes(more)
    return replace(settings, ignore=(*settings.ignore, *more))


def ensure_codes(codes: Iterable[str]) -> None:
    """Make sure that each code is that of a rule, or the beginning of one.

    Raises:
        Unsupported: one is not; the hint names the nearest.
    """
    for code in codes:
        if not code or not any(known.startswith(code) for known in RULES):
            near = get_close_matches(code.upper(), RULES, n=1)
            hint = f"did you mean {near[0]}?" if near else f"known: {', '.join(RULES)}"
            raise Unsupported(f"there is no rule {code!r}", hint=hint)
