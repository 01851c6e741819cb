"""What extraction leaves in a text that is no part of it: markers, page numbers, bar codes, rules.

Each kind has a name, so that a notice can say what was left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from drafter.formats.common.line import Line
from drafter.formats.common.log import Log
from drafter.formats.common.words import Words, known_symbol

_COMMENT = re.compile(r"\[[A-Z]{2,3}\d+\]")
"""The mark of a Word comment by its author's initials: "[DU1]"."""
_ODS = re.compile(r"<<(?P<name>ODS [A-Z0-9 ]+)>>(?:(?P<value>[^<]*)<<(?P=name)>>)?")
"""Fields that the Official Document System puts at the end of a Word file."""
_ODS_JOB = re.compile(r"N?(\d\d)(\d{5})[A-Z]?")
_RULE = re.compile(r"[_\-–—=]{3,}")
_PAGE = re.compile(r"\d{1,3}|- ?\d{1,3} ?-|(?P<n>\d{1,3}) ?/ ?(?P<all>\d{1,3})")
_JOB = r"(?P<job>(?:GE\.)?\d\d-\d{5})(?: ?\([A-Z]\))?(?: \d{6})?"
_BARCODE = r"\*\d{7,9}\*"
_FOOT = re.compile(rf"(?:{_JOB}(?: {_BARCODE})?|{_BARCODE}|\d{{6}})")


@dataclass(frozen=True)
class Found:
    """What furniture says about the document: its job number and symbol, in order of trust."""

    job: str = ""
    symbol: str = ""

    def __or__(self, later: Found) -> Found:
        """What is found first stands."""
        return Found(self.job or later.job, self.symbol or later.symbol)


def without_markers(line: Line, log: Log) -> tuple[Line, Found]:
    """A line without comment marks and ODS fields, wherever in it they stand."""
    found = Found()
    text = line.text
    for field in _ODS.finditer(text):
        log.skip(line, f"field of the document system ({field['name']})", field[0])
        found |= _field(field["name"], (field["value"] or "").strip())
    text = _ODS.sub(" ", text)
    for mark in _COMMENT.findall(text):
        log.skip(line, "mark of a Word comment", mark)
    text = _COMMENT.sub("", text).strip()
    return (line if text == line.text else replace(line, text=text)), found


def furniture(line: Line, words: Words) -> tuple[str, Found] | None:
    """What kind of furniture a whole line is, and what it says; None for a line of text."""
    text = line.folded
    if _RULE.fullmatch(text):
        return "a rule", Found()
    if (page := _PAGE.fullmatch(text)) and _is_page(page):
        return "a page number", Found()
    if foot := _FOOT.fullmatch(text):
        return _foot_kind(foot), Found(job=foot["job"] or "")
    if words.furniture.fullmatch(text):
        return "a line of the page", Found()
    return None


def bare_symbol(line: Line) -> str:
    """The document symbol that a line consists of, or ""."""
    found = known_symbol().fullmatch(line.folded.rstrip("*"))
    return found[0] if found else ""


def _foot_kind(foot: re.Match[str]) -> str:
    if foot["job"]:
        return "the job number"
    return "the bar code" if "*" in foot[0] else "the date of the job"


def _is_page(page: re.Match[str]) -> bool:
    return page["n"] is None or 0 < int(page["n"]) <= int(page["all"])


def _field(name: str, value: str) -> Found:
    if name == "ODS JOB NO" and (job := _ODS_JOB.fullmatch(value)):
        return Found(job=f"{job[1]}-{job[2]}")
    if name.startswith("ODS DOC SYMBOL"):
        return Found(symbol=value)
    return Found()
