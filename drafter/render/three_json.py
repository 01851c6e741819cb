"""A comparison of three drafts as JSON: `docs/formats/diff.md`, `schemas/diff3.schema.json`."""

from __future__ import annotations

import json
from typing import Any

from drafter.merge import Conflict
from drafter.merge.three import Entry, Three
from drafter.render.json import data as diff_data
from drafter.render.json import unit_data

FORMAT = "drafter-diff3"
VERSION = 1


def to_json(three: Three) -> str:
    """The comparison as JSON text with a final newline; keys in one fixed order."""
    return json.dumps(data(three), ensure_ascii=False, indent=2) + "\n"


def data(three: Three) -> dict[str, Any]:
    """The comparison as plain data."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "base": {"name": three.base_name},
        "ours": diff_data(three.ours),
        "theirs": diff_data(three.theirs),
        "entries": [_entry(entry) for entry in three.entries],
        "conflicts": [conflict_data(conflict) for conflict in three.conflicts],
    }


def conflict_data(conflict: Conflict) -> dict[str, str]:
    """A conflict as plain data."""
    return {
        "kind": str(conflict.kind),
        "name": conflict.name,
        "id": conflict.id,
        "field": conflict.field,
        "base": conflict.base,
        "ours": conflict.ours,
        "theirs": conflict.theirs,
    }


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "state": str(entry.state),
        "base": unit_data(entry.base) if entry.base else None,
        "ours": entry.ours,
        "theirs": entry.theirs,
    }
