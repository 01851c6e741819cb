"""Programs from outside that some tests drive: LibreOffice, Chromium, Node, poppler.

A test that needs one calls `require_program`: it gives the program's path, skips by name where the
program is absent, and fails instead of skipping when DRAFTER_REQUIRE_EXTERNAL=1 (as in CI), so that
a green run there has really used everything.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import NoReturn

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent

_NAMES = {
    "chromium": ("chromium", "chromium-browser", "google-chrome"),
    "soffice": ("soffice", "libreoffice"),
}
"""Programs that go by several names; any other goes by its own."""


def require_program(name: str) -> str:
    """The path of a program, by any of its names; skips or fails the test where it is absent."""
    found = (shutil.which(candidate) for candidate in _NAMES.get(name, (name,)))
    return next((path for path in found if path), None) or absent(f"program {name!r}")


def require_node_module(name: str) -> Path:
    """The folder of an installed npm package; skips or fails the test where it is absent."""
    folder = CHECKOUT / "node_modules" / name
    return folder if folder.is_dir() else absent(f"npm package {name!r} (run `npm install`)")


def absent(what: str) -> NoReturn:
    """Skip the test by the name of what it lacks, or fail it where everything is required."""
    if os.environ.get("DRAFTER_REQUIRE_EXTERNAL") == "1":
        pytest.fail(f"{what} is required (DRAFTER_REQUIRE_EXTERNAL=1) and absent", pytrace=False)
    pytest.skip(f"absent: {what}")
