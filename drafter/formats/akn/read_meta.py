"""Metadata: kept as trees that are visible and not interpreted, and what is taken from them."""

from __future__ import annotations

from lxml import etree

from drafter.formats.akn.names import LANGUAGES, SPACE, every, local
from drafter.model import Opaque

_NOT_KEPT = frozenset(("eId", "wId"))


def opaque(element: etree._Element) -> Opaque:
    """An element as an opaque tree: local names, attributes sorted by name, text between children.

    Text after a child is kept as a child without a name.
    """
    children: list[Opaque] = []
    for inner in element:
        if local(inner):
            children.append(opaque(inner))
        if inner.tail and (text := _clean(inner.tail)):
            children.append(Opaque("", (), text))
    return Opaque(local(element), _attributes(element), _clean(element.text or ""), tuple(children))


def _attributes(element: etree._Element) -> tuple[tuple[str, str], ...]:
    pairs = [(_name(str(name)), str(value)) for name, value in element.attrib.items()]
    return tuple(sorted(pairs))


def _name(name: str) -> str:
    return name.rpartition("}")[2]


def _clean(text: str) -> str:
    return SPACE.sub(" ", text).strip(" ")


def language(meta: etree._Element | None) -> str | None:
    """The language that the metadata name, as our code; None when they name none we know."""
    if meta is None:
        return None
    for element in every(meta, "FRBRlanguage"):
        if code := LANGUAGES.get(element.get("language", "")):
            return code
    return None


def adoption_date(meta: etree._Element | None) -> str:
    """The date of adoption among the metadata; "" when there is none."""
    return _frbr_date(meta, "adoption")


def publication_date(meta: etree._Element | None) -> str:
    """The date of publication among the metadata; "" when there is none."""
    return _frbr_date(meta, "publication")


def _frbr_date(meta: etree._Element | None, name: str) -> str:
    if meta is None:
        return ""
    return next(
        (e.get("date", "") for e in every(meta, "FRBRdate") if e.get("name") == name), ""
    )


def job_number(meta: etree._Element | None) -> str:
    """The job number as printed, "23-24973 (E)"; "" when there is none."""
    found = every(meta, "docketNumber") if meta is not None else []
    return _clean("".join(str(t) for t in found[0].itertext())) if found else ""
