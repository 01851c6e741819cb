"""Adopted English texts, where DRAFTER_REAL_DOCS names a folder that holds them; else none."""

from __future__ import annotations

import os
from pathlib import Path

from drafter.app import open_resolution
from drafter.model import Resolution

ROOT = Path(__file__).parents[2] / os.environ.get("DRAFTER_REAL_DOCS", "../shared/data")


def adopted() -> list[tuple[str, Resolution]]:
    """Every English text of the folder in Akoma Ntoso, each once, sorted by name."""
    by_name = {path.name: path for path in sorted(ROOT.rglob("*.xml"))}
    read = ((name, open_resolution(str(path)).value) for name, path in sorted(by_name.items()))
    return [(name, text) for name, text in read if text.language == "en"]
