"""Numbers of resolutions and symbols of documents: their forms, and how they are mistyped."""

from __future__ import annotations

import re

from drafter.clauses.clause import Slot
from drafter.errors import BadSlot

_ROMAN = r"(?=[IVXLC])(?:C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))"
_RESOLUTION = re.compile(
    r"(?:S-|ES-)?[1-9]\d{0,2}/[1-9]\d{0,3}(?: [A-Z](?:-[A-Z])?)?"  # 64/1, S-10/2, ES-10/24, 79/5 B
    rf"|[1-9]\d{{0,3}}(?: [A-Z](?:-[A-Z])?)? \((?:(?:E?S-)?{_ROMAN})\)"  # 2625 (XXV), 217 A (III)
    r"|[1-9]\d{0,3} \(\d{4}\)"  # 1325 (2000), of the Security Council
    r"|(?:19|2\d)\d\d/[1-9]\d{0,3}(?: [A-Z])?"  # 2024/12, of the Economic and Social Council
)
_OF_BODY = re.compile(r"(?:A|S|E|A/HRC)/(?:RES|DEC)/")
"""How the symbol of a resolution begins, before the number by which it is cited."""

_DOCUMENT = re.compile(
    r"(?![ASE]\d)[A-Z][A-Z0-9]*(?:-[A-Z]+)?"  # the body: A, S, E, FCCC, ST
    r"(?:/[A-Z0-9](?:[A-Za-z0-9.()-]*[A-Za-z0-9)])?)+"
    r"(?: \((?:Part|Vol\.|Suppl\.) [IVX0-9]+\))?"
)
_SERIES = re.compile(r"/(?:L|C|INF|PV|SR|WP|CRP|NGO|PRST|Rev|Add|Corr|Amend)[ -]?\d")
_PLAIN_DOCUMENT = re.compile(
    r"A/(?:(?:E?S-)?\d{1,3}|C\.[1-6]/(?:E?S-)?\d{1,3}|HRC/(?:S-)?\d{1,3})/.+"
    r"|A/(?:RES|DEC|HRC/RES|HRC/DEC|HRC/PRST|CONF|AC|CN|BUR|INF|HRC/[A-Z])[./].+"
    r"|S/(?:\d{4}/.+|RES/.+|PRST/.+|PV\..+|AC\..+|\d{1,5})"
    r"|E/(?:\d{4}/.+|[A-Z].+)"
    r"|(?![ASE]/).+"
)
"""Symbols of the principal organs have a session or a year in the second place."""


def resolution(slot: Slot, value: object) -> str:
    """The number of a resolution as it is cited: 64/1, S-10/2, 2625 (XXV), 1325 (2000), 2024/12.

    A symbol such as A/RES/64/1 is taken too, and gives 64/1. Forms: Editorial Manual, resolutions.
    """
    text = _spaced(value)
    number = _OF_BODY.sub("", text, count=1)
    if _RESOLUTION.fullmatch(number):
        return number
    mended = _mended_number(number)
    raise BadSlot(
        slot.name,
        value,
        "is not the number of a resolution",
        hint=f"did you mean {mended!r}?"
        if mended
        else "write it as it is cited: 64/1, S-10/2, ES-10/24, 2625 (XXV), 1325 (2000), 2024/12",
    )


def document(slot: Slot, value: object) -> str:
    """The symbol of a document: A/79/123, S/2024/5, A/C.3/79/L.12/Rev.1."""
    parts = _spaced(value).replace(" -", "-").replace("- ", "-")
    if _good_document(parts):
        return parts
    mended = _mended_symbol(parts)
    raise BadSlot(
        slot.name,
        value,
        "is not the symbol of a document",
        hint=f"did you mean {mended!r}?"
        if mended
        else "write it as it is printed: A/79/123, S/2024/5, A/C.3/79/L.12/Rev.1, E/2024/30",
    )


def _spaced(value: object) -> str:
    """The words of a value with plain spaces and hyphens, one space at a time."""
    text = value if isinstance(value, str) else str(value)
    return " ".join(text.replace("‑", "-").replace("–", "-").split())


def _good_document(text: str) -> bool:
    """Whether it is one symbol, or two of one document joined: A/79/123-S/2024/5."""
    symbols = re.split(r"-(?=[A-Z]+/)", text)
    return len(symbols) <= 3 and all(
        _DOCUMENT.fullmatch(one) and _PLAIN_DOCUMENT.fullmatch(one) and not _SERIES.search(one)
        for one in symbols
    )


def _mended_number(text: str) -> str:
    """The number that was probably meant, if it is a good one then; else ""."""
    tries = re.sub(
        r"^(?:resolutions?|résolution|resolución)\s+|[.,;:]+$", "", text, flags=re.IGNORECASE
    )
    tries = re.sub(r"\s*([/-])\s*", r"\1", tries).upper()
    tries = re.sub(r"^0+|(?<=/)0+", "", tries)
    tries = re.sub(r"\s*\(\s*([^)]*?)\s*\)$", r" (\1)", tries)
    tries = re.sub(r"^((?:E?S-)?\d{1,3})[-.:](\d{1,4})$", r"\1/\2", tries)
    tries = re.sub(r"^(\d{1,3}/\d{1,4})([A-Z])$", r"\1 \2", tries)
    tries = re.sub(r"^(\d{1,4})([A-Z]) \(", r"\1 \2 (", tries)
    tries = re.sub(r"^(E?S)(\d)", r"\1-\2", tries)
    return tries if tries != text and _RESOLUTION.fullmatch(tries) else ""


def _mended_symbol(text: str) -> str:
    """The symbol that was probably meant, if it is a good one then; else ""."""
    tries = re.sub(r"^(?:document|doc\.?)\s+|[.,;:]+$", "", text, flags=re.IGNORECASE)
    tries = re.sub(r"\s*/\s*", "/", tries).upper()
    tries = re.sub(r"^([ASE])(?=\d|C\.|RES|HRC)", r"\1/", tries)
    for mark in ("Rev", "Add", "Corr", "Amend"):
        tries = re.sub(rf"/{mark}[. -]*(\d+)", rf"/{mark}.\1", tries, flags=re.IGNORECASE)
    for mark in ("L", "C", "INF", "PV", "SR", "CRP"):
        tries = re.sub(rf"/{mark}[ -]?(\d+)", rf"/{mark}.\1", tries)
    return tries if tries != text and _good_document(tries) else ""
