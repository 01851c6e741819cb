"""The canonical data as a file: `docs/formats/json.md` and `schemas/resolution.schema.json`."""

from drafter.formats.json.read import read
from drafter.formats.json.write import write

__all__ = ["read", "write"]
