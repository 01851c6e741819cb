"""A resolution as a JSON file: UTF-8, fixed order of keys, two spaces, a line end at the end."""

from __future__ import annotations

import json

from drafter.codec import encode
from drafter.formats.common.source import bounded
from drafter.model import Resolution


def write(resolution: Resolution) -> bytes:
    """The bytes of the file; the same resolution gives the same bytes.

    Raises:
        Refused: they would be too many to be read again.
    """
    text = json.dumps(encode(resolution), ensure_ascii=False, indent=2, allow_nan=False)
    return bounded(f"{text}\n".encode())
