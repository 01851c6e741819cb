"""Where the real documents are: the folder that DRAFTER_REAL_DOCS names.

They are documents of the United Nations, never part of the project; tests that read them are
skipped by name where they are absent.
"""

from __future__ import annotations

import os
from pathlib import Path

from tests.external import CHECKOUT

REAL_DOCS = (CHECKOUT / os.environ.get("DRAFTER_REAL_DOCS", "../shared/data")).resolve()
"""The folder, whether it exists or not; a relative name counts from the checkout."""


def real_files(pattern: str) -> list[Path]:
    """The real documents that match a glob pattern, sorted, for parametrized tests; maybe none."""
    return sorted(REAL_DOCS.glob(pattern)) if REAL_DOCS.is_dir() else []
