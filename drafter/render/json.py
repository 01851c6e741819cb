"""A comparison as the published JSON: `docs/formats/diff.md`, `schemas/diff.schema.json`."""

from __future__ import annotations

import json
from typing import Any

from drafter.diff import Cause, Change, Diff, NoteChange, Unit

FORMAT = "drafter-diff"
VERSION = 1


def to_json(diff: Diff) -> str:
    """The comparison as JSON text with a final newline; keys in one fixed order."""
    return json.dumps(data(diff), ensure_ascii=False, indent=2) + "\n"


def data(diff: Diff) -> dict[str, Any]:
    """The comparison as plain data."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "old": {"name": diff.old_name, "language": diff.languages[0]},
        "new": {"name": diff.new_name, "language": diff.languages[1]},
        "hidden": list(diff.hidden),
        "changes": [_change(change) for change in diff.changes],
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "kind": str(change.kind),
        "old": [unit_data(unit) for unit in change.old],
        "new": [unit_data(unit) for unit in change.new],
        "renumbered": change.renumbered,
        "words": [[str(words.mark), words.text] for words in change.words],
        "notes": [_note(note) for note in change.notes],
        "causes": [_cause(cause) for cause in change.causes],
        "similarity": round(change.similarity, 4),
    }


def unit_data(unit: Unit) -> dict[str, Any]:
    """A unit as plain data."""
    return {
        "index": unit.index,
        "id": unit.id,
        "label": unit.label,
        "section": str(unit.section),
        "text": unit.text,
    }


def _note(note: NoteChange) -> dict[str, Any]:
    return {
        "kind": str(note.kind),
        "old": unit_data(note.old) if note.old else None,
        "new": unit_data(note.new) if note.new else None,
        "words": [[str(words.mark), words.text] for words in note.words],
    }


def _cause(cause: Cause) -> dict[str, Any]:
    return {"kind": str(cause.kind), "text": cause.text, "by": list(cause.by)}
