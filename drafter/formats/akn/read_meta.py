"""Metadata: kept as trees that are visible and not interpreted, and what is taken from them."""

from __future__ import annotations

from functools import lru_cache

from lxml import etree

from drafter.formats.akn.names import AKN, AKN4UN, LANGUAGES, SPACE, every, local
from drafter.model import Opaque


def opaque(element: etree._Element) -> Opaque:
    """An element as an opaque tree: its names, attributes sorted by name, text between children.

    Text after a child is kept as a child named "#text". A docketNumber loses its text, which is the
    job number of the masthead.
    """
    children: list[Opaque] = []
    for inner in element:
        if local(inner):
            children.append(opaque(inner))
        if inner.tail and (text := _clean(inner.tail)):
            children.append(Opaque("#text", (), text))
    name = _name(str(element.tag))
    text = "" if name == "docketNumber" else _clean(element.text or "")
    return Opaque(name, attributes(element), text, tuple(children))


def attributes(element: etree._Element) -> tuple[tuple[str, str], ...]:
    """The attributes of an element, sorted; without what only identifies it in its file."""
    pairs = [(_name(str(name)), str(value)) for name, value in element.attrib.items()]
    return tuple(sorted(pair for pair in pairs if pair[0] not in _NOT_KEPT))


_PREFIXES = {AKN: "", AKN4UN: "akn4un:"}
_NOT_KEPT = frozenset(("wId",))


@lru_cache(maxsize=1024)
def _name(name: str) -> str:
    """A name with the usual prefix of its namespace; "{namespace}name" for an unusual one."""
    space, _, own = name.rpartition("}")
    return own if not space else f"{_PREFIXES[space[1:]]}{own}" if space[1:] in _PREFIXES else name


def exact_opaque(element: etree._Element) -> Opaque:
    """An opaque tree as `write_meta.kept` writes it."""
    inner = [e for e in element if local(e) == "kept"]
    pairs = [(e.get("name", ""), e.get("value", "")) for e in element if local(e) == "attribute"]
    return Opaque(
        element.get("name", "kept"),
        tuple(sorted(pairs)),
        element.get("text", ""),
        tuple(exact_opaque(e) for e in inner),
    )


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


def _frbr_date(meta: etree._Element | None, name: str) -> str:
    if meta is None:
        return ""
    return next((e.get("date", "") for e in every(meta, "FRBRdate") if e.get("name") == name), "")


def job_number(meta: etree._Element | None) -> str:
    """The job number as printed, "23-24973 (E)"; "" when there is none."""
    found = every(meta, "docketNumber") if meta is not None else []
    return _clean("".join(str(t) for t in found[0].itertext())) if found else ""
