"""Fixtures and settings that every test may use."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.real import REAL_DOCS

# No deadline and no "too slow": tests run beside others on small machines, and a law that holds is
# not broken by a slow minute. `derandomize` where a red run must be repeatable.
_common = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("modest", parent=_common, max_examples=40)
settings.register_profile("repeatable", parent=_common, max_examples=80, derandomize=True)
settings.register_profile("thorough", parent=_common, max_examples=1000)
settings.load_profile(
    os.environ.get("HYPOTHESIS_PROFILE", "repeatable" if os.environ.get("CI") else "modest")
)


def pytest_configure() -> None:
    """Let the programs the tests start hear Ctrl-C.

    A shell starts what runs behind it deaf to the interrupt, and a program hands its deafness on.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def real_docs() -> Path:
    """The folder of real documents; skips the test, naming the folder, where it is absent."""
    if not REAL_DOCS.is_dir():
        pytest.skip(f"absent: real documents in {REAL_DOCS} (set DRAFTER_REAL_DOCS)")
    return REAL_DOCS


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Name what is missing where a test has no cases because the real documents are absent."""
    if REAL_DOCS.is_dir():
        return
    named = pytest.mark.skip(reason=f"absent: real documents in {REAL_DOCS}").mark
    for item in items:
        item.own_markers = [
            named if str(mark.kwargs.get("reason", "")).startswith("got empty parameter") else mark
            for mark in item.own_markers
        ]
