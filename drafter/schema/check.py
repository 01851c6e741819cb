"""All faults of plain data by a schema: where, what, and what to write instead."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from drafter.model.invariants import Fault
from drafter.schema.messages import tell

if TYPE_CHECKING:
    from jsonschema.protocols import Validator


def check(data: Any, schema: Mapping[str, Any]) -> tuple[Fault, ...]:
    """Every fault of the data, in the order of the data; none when they meet the schema.

    `schema` is one of those in `schemas/`, or another of the draft 2020-12. Formats ("date",
    "regex") are checked.
    """
    found = {
        Fault(path, message, hint): None
        for error in _validator(schema).iter_errors(data)
        for path, message, hint in tell(error)
    }
    return tuple(sorted(found, key=lambda fault: _order(fault.path)))


def _validator(schema: Mapping[str, Any]) -> Validator:
    # jsonschema takes a tenth of a second to load: only a check pays for it.
    from jsonschema import Draft202012Validator  # noqa: PLC0415 - see above

    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def _order(path: str) -> tuple[tuple[int, str], ...]:
    """Sorts "parts/2" before "parts/10"."""
    return tuple(
        (int(step), "") if step.isascii() and step.isdecimal() else (-1, step)
        for step in path.split("/")
    )
