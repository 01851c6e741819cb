"""Checks of plain data against a JSON Schema (2020-12), with messages a person can act on."""

from drafter.schema.check import check

__all__ = ["check"]
