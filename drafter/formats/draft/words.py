"""The words and signs of the grammar, shared by reader and writer."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from drafter.model import Role

FIRST = "%drafter 1"
"""The first line of every file: the format and its version."""

LIMIT = 4 * 1024 * 1024
"""How many bytes a file may have. The longest official text has under 1 MB in this format; so many
bytes of nothing but marks take half a minute to read, which is long enough."""

ROLES: Mapping[str, Role] = MappingProxyType(
    {
        "PP": Role.PREAMBULAR,
        "OP": Role.OPERATIVE,
        "-": Role.ITEM,
        "+": Role.BULLET,
        "TEXT": Role.PLAIN,
        "QUOTE": Role.QUOTED,
        "NOTE": Role.TABLE_NOTE,
    }
)
"""The marker that begins a paragraph's line, by role."""

HOLDERS = ("SECTION", "TABLE", "EMBEDDED", "SEPARATOR")
"""Markers of the other blocks that are not headings; a heading begins with one to six #."""

FRAME = ("PART", "TITLE", "ENACTING", "META", "OPERATIVE", "CLOSING", "ANNEX")
"""Markers of what is no block, each alone at the left edge."""

MARKER = re.compile(r"(?P<marker>#+|[A-Z]+|[-+])(?: +|$)")
WORD = re.compile(r"[A-Za-z]+(?![\w'])")
HEADER = re.compile(r"(?P<key>[a-z][a-z-]*):(?: +|$)")
DEFINITION = re.compile(r"\[\^(?P<id>[^\]\s]*)\]:(?: +|$)")
CALL = re.compile(r"\[\^(?P<id>[^\]\s]*)\]")
TYPED_NUMBER = re.compile(r"\(?(\d+|[a-z]{1,4})[.)]")

ESCAPED = re.compile(r"[\\*{}]|\[(?=\^)")
"""What running text writes with a backslash before it; in a table cell the bar too."""

BARE_HREF = re.compile(r"[^\s\"\\{}|]+")
BARE_NAME = re.compile(r"[^\"\\{}|]+")
BARE_META = re.compile(r"[A-Za-z][A-Za-z0-9_.:-]*")

PLAIN_KEYS: Mapping[str, str] = MappingProxyType(
    {
        "organ": "organ",
        "symbol": "symbol",
        "distribution": "distribution",
        "session": "session",
        "committee": "committee",
        "job-number": "job_number",
    }
)
"""Header keys of the masthead that hold a plain string, with their fields."""

KEYS = (
    "kind", "language", "organ", "symbol", "distribution", "date", "original", "session",
    "committee", "agenda", "agenda-title", "job-number", "sponsor", "submitted", "adoption",
    "bracket", "adopted", "number", "title", "vote", "meta",
)  # fmt: skip
"""All header keys, in the order in which they are written."""

REPEATED = frozenset({"agenda", "agenda-title", "sponsor", "vote", "meta"})
"""Header keys that may stand more than once."""
