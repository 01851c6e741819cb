"""Votes and kept elements alone as plain data, for formats that carry them as one line of JSON."""

from __future__ import annotations

from typing import Any, cast

from drafter.codec.decode import too_deep
from drafter.codec.faults import Faults
from drafter.codec.shapes import encode_record, shape_of
from drafter.model import Opaque, Vote


def encode_opaque(kept: Opaque) -> dict[str, Any]:
    """A kept element as plain data."""
    return encode_record(kept)


def encode_vote(vote: Vote) -> dict[str, Any]:
    """A vote as plain data."""
    return encode_record(vote)


def decode_opaque(data: Any) -> Opaque:
    """A kept element from plain data; raises Malformed."""
    return cast("Opaque", _decode(Opaque, data))


def decode_vote(data: Any) -> Vote:
    """A vote from plain data; raises Malformed."""
    return cast("Vote", _decode(Vote, data))


def _decode(cls: type, data: Any) -> Any:
    faults = Faults()
    value = None
    if isinstance(data, dict) and too_deep(data):
        faults.add("", "lists and objects stand too deep in each other", "leave the deepest out")
    else:
        value = shape_of(cls).decode(data, "", faults)
    faults.raise_any()
    return value
