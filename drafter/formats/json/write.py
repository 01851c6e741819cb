"""A resolution as a JSON file: UTF-8, fixed order of keys, two spaces, a line end at the end."""

from __future__ import annotations

import json

from drafter.codec import encode
from drafter.model import Resolution


def write(resolution: Resolution) -> bytes:
    """The bytes of the file; the same resolution gives the same bytes."""
    text = json.dumps(encode(resolution), ensure_ascii=False, indent=2, allow_nan=False)
    return f"{text}\n".encode()
