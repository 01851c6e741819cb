"""A resolution as plain data."""

from __future__ import annotations

from typing import Any

from drafter.codec.shapes import encode_record
from drafter.model import Resolution

VERSION = 1
"""The version of the form that the data have; it stands first, under the key "drafter"."""


def encode(resolution: Resolution) -> dict[str, Any]:
    """The resolution as plain data, in a fixed order of keys.

    >>> encode(Resolution(number="64/1"))
    {'drafter': 1, 'kind': 'draft', 'language': 'en', 'number': '64/1'}
    """
    return {"drafter": VERSION, **encode_record(resolution)}
