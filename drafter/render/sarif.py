"""What the editorial rules found, as SARIF 2.1.0: the form in which code hosts show findings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any
from urllib.parse import quote

from drafter.render.findings import Told, where
from drafter.rules import RULES, Finding, Rule, Severity

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS: Mapping[Severity, str] = MappingProxyType(
    {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
)
_PLACES = MappingProxyType({code: place for place, code in enumerate(RULES)})


def sarif(told: Sequence[Told], version: str) -> dict[str, Any]:
    """One run of one tool with a result for each finding.

    A file that is not a `.draft` has no lines: its results name the file, and the paragraph as a
    logical location.
    """
    driver = {
        "name": "drafter",
        "semanticVersion": version,
        "rules": [_rule(rule) for rule in RULES.values()],
    }
    results = [
        _result(one.file, one.line(place), finding)
        for one in told
        for place, finding in enumerate(one.findings)
    ]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.summary},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(file: str, line: int, finding: Finding) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": quote(file)}}
    if line:
        physical["region"] = {"startLine": line}
    place = where(finding)
    location = {
        "physicalLocation": physical,
        "logicalLocations": [{"fullyQualifiedName": place, "kind": "element"}],
    }
    said = f"{place}: {finding.message}"
    return {
        "ruleId": finding.code,
        "ruleIndex": _PLACES[finding.code],
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{said}: {finding.excerpt}" if finding.excerpt else said},
        "locations": [location],
    }
