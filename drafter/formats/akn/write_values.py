"""Values that the visible text does not say, so that they must be said beside it."""

from __future__ import annotations

from lxml import etree

from drafter.formats.akn.context import Context
from drafter.formats.akn.output import Output
from drafter.formats.akn.read_cover import Cover, cover
from drafter.formats.akn.read_parts import Head, preface
from drafter.model import Adoption, Resolution

_FIELDS = ("organ", "symbol", "distribution", "session", "committee")


def differing(
    page: etree._Element, front: etree._Element | None, resolution: Resolution, out: Output
) -> dict[str, str]:
    """Name to value of everything that reading the cover page and preface does not give back."""
    context = Context(out.profile, exact=True)
    said = cover(page, context)
    head = preface(front, context)
    return {
        name: value for name, value in given(resolution).items() if _said(name, said, head) != value
    }


def given(resolution: Resolution) -> dict[str, str]:
    """The plain values of a resolution, as strings."""
    masthead, origin = resolution.masthead, resolution.origin
    adopted = origin.date if isinstance(origin, Adoption) else None
    return {
        **{name: getattr(masthead, name) for name in _FIELDS},
        "date": masthead.date.isoformat() if masthead.date else "",
        "original": " ".join(masthead.original),
        "number": resolution.number,
        "language": resolution.language,
        "kind": resolution.kind.value,
        "origin": "adoption" if isinstance(origin, Adoption) else "submission",
        "adopted": adopted.isoformat() if adopted else "",
        "job-number": masthead.job_number,
    }


def _said(name: str, said: Cover, head: Head) -> str:
    match name:
        case "date":
            return said.issued.isoformat() if said.issued else ""
        case "original":
            return " ".join(said.original)
        case "number":
            return head.number or said.number
        case "job-number" | "language" | "kind" | "origin" | "adopted":
            return "\0"
        case _:
            return str(getattr(said, name))
