"""A source's own cover page, kept whole where the usual one would say something else."""

from __future__ import annotations

from lxml import etree

from drafter.formats.akn.context import Context
from drafter.formats.akn.names import INLINE, SPACE, akn, local, own, words
from drafter.formats.akn.read_cover import Cover, cover
from drafter.formats.akn.read_meta import attributes
from drafter.model import Adoption, Opaque, Resolution
from drafter.profiles import LanguageProfile

WHOLE = "whole"


def tree(element: etree._Element) -> Opaque:
    """An element with its text and the spaces between its children, each run of them one."""
    inside = local(element) in INLINE or local(element) in ("docTitle", "docNumber")
    children: list[Opaque] = []
    for inner in element:
        if local(inner):
            children.append(tree(inner))
            if tail := _spaced(inner.tail, inside=inside):
                children.append(Opaque("#text", (), tail))
    text = _spaced(element.text, inside=inside)
    return Opaque(local(element), attributes(element), text, tuple(children))


def _spaced(text: str | None, *, inside: bool) -> str:
    single = SPACE.sub(" ", text or "")
    return single if inside else single.strip(" ")


def pairs(page: etree._Element) -> list[tuple[object, ...]]:
    """What a cover page says, element by element; its own names of elements left out."""
    return [
        (local(element), _said(element), words(element))
        for element in page.iter(etree.Element)
        if local(element) not in ("coverPage", "p")
    ]


def _said(element: etree._Element) -> tuple[tuple[str, str], ...]:
    """The attributes that say something: not the element's own id, nor what is about spaces."""
    return tuple(pair for pair in attributes(element) if pair[0] != "eId" and pair[0][0] != "{")


def kept_page(
    page: etree._Element, kept: Opaque, resolution: Resolution, profile: LanguageProfile
) -> bool:
    """Fill a cover page from the kept one; false when that no longer says what the value says."""
    for line in kept.children:
        _append(page, line)
    said = cover(page, Context(profile))
    if _same(said, resolution):
        page.set(own("form"), WHOLE)
        return True
    for inner in list(page):
        page.remove(inner)
    return False


def _append(parent: etree._Element, kept: Opaque) -> None:
    made = etree.SubElement(parent, akn(kept.name))
    for name, value in kept.attributes:
        if ":" not in name and "}" not in name:
            made.set(name, value)
    made.text = kept.text or None
    for child in kept.children:
        if child.name == "#text" and len(made):
            made[-1].tail = child.text
        elif child.name != "#text":
            _append(made, child)


def _same(said: Cover, resolution: Resolution) -> bool:
    masthead, origin = resolution.masthead, resolution.origin
    line, bracket = (origin.line, origin.bracket) if isinstance(origin, Adoption) else ((), ())
    return (
        (said.organ, said.symbol, said.distribution, said.issued, said.original)
        == (
            masthead.organ,
            masthead.symbol,
            masthead.distribution,
            masthead.date,
            masthead.original,
        )
        and (said.session, said.committee, tuple(said.agenda), said.adoption, said.bracket)
        == (masthead.session, masthead.committee, masthead.agenda, line, bracket)
        and said.number in ("", resolution.number)
    )
