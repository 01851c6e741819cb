"""Small drafts for the tests of the rules: a few lines of `.draft`, completed to a whole text."""

from __future__ import annotations

import re
from collections.abc import Mapping

from drafter.app.review import findings, fix
from drafter.formats import draft
from drafter.model import Resolution
from drafter.rules import Finding, Settings

HEAD: Mapping[str, str] = {
    "kind": "draft",
    "language": "en",
    "organ": "general-assembly",
    "title": "Lighthouses and their keepers",
}
_KEY = re.compile(r"([a-z-]+): ")
_ENACTING = "ENACTING  *The General Assembly*,"
_PREAMBLE = "PP  *Bearing in mind* the needs of ships at sea,"
_OPERATIVE = (
    "OP  *Encourages* all States to keep their lighthouses lit;",
    "OP  *Decides* to remain seized of the matter.",
)


def resolution(lines: str) -> Resolution:
    """The resolution that a few lines of `.draft` make.

    Lines such as `kind: resolution` at the start are those of the head; what is missing of a whole
    draft (head, enacting line, a preambular paragraph, operative ones) is put around the lines.
    """
    return draft.read(whole(lines).encode()).value


def whole(lines: str) -> str:
    """The lines completed to a `.draft` file; a file that is whole already stays as it is."""
    if lines.startswith("%drafter"):
        return lines
    head, body = _parted(lines.strip("\n").split("\n"))
    have = {line.split(" ")[0] for line in body if line}
    own = next((n for n, line in enumerate(body) if line.startswith("ENACTING")), -1)
    first = body[: own + 1] if own >= 0 or "PART" in have else [_ENACTING]
    body = body[own + 1 :]
    if not have & {"PP", "PART", "OPERATIVE"}:
        first.append(_PREAMBLE)
    last = [] if have & {"OP", "PART", "SECTION", "OPERATIVE"} else list(_OPERATIVE)
    foot = [line for line in body if line.startswith(("[^", "ANNEX", "CLOSING"))]
    cut = body.index(foot[0]) if foot else len(body)
    return "\n".join(["%drafter 1", *head, "", *first, *body[:cut], *last, *body[cut:], ""])


def _parted(lines: list[str]) -> tuple[list[str], list[str]]:
    """The lines of the head, completed, and those of the body."""
    count = next((n for n, line in enumerate(lines) if not _KEY.match(line)), len(lines))
    given = dict(line.split(": ", 1) for line in lines[:count] if line.split(": ")[0] in HEAD)
    more = [line for line in lines[:count] if line.split(": ")[0] not in HEAD]
    known = [f"{key}: {value}" for key, value in {**HEAD, **given}.items() if value != "none"]
    return [*known, *more], lines[count:]


def found(lines: str, *codes: str, **options: object) -> tuple[Finding, ...]:
    """The findings of the rules with these codes (or their beginnings) in a few lines."""
    return findings(resolution(lines), Settings(select=codes, options=options))


def told(lines: str, *codes: str, **options: object) -> list[str]:
    """The findings as "code label: message"."""
    return [f"{f.code} {f.label}: {f.message}" for f in found(lines, *codes, **options)]


def fixed(lines: str, *codes: str) -> str:
    """The file that mending a few lines leaves, without what was put around them."""
    before = whole(lines)
    after, _ = fix(draft.read(before.encode()).value, Settings(select=codes))
    kept = set(before.split("\n")) - set(lines.split("\n"))
    text = draft.write(after).decode()
    text = re.sub(r"  \{#[a-z]-[0-9a-z]+\}$", "", text, flags=re.MULTILINE)
    return "\n".join(line for line in text.split("\n") if line and line not in kept)
