"""Addresses of links as Word files can hold them."""

from __future__ import annotations

import re
from urllib.parse import quote

_PLAIN = re.compile(
    r"(https?|ftp)://[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?(:\d{1,4})?"
    r"([/?#](?P<rest>.*))?|mailto:[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+[A-Za-z0-9]",
    re.DOTALL,
)
_KEPT = "/?#&=;:@!$'()*+,-._~%"
_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")


def target_of(href: str) -> str:
    """The target of the relationship that stands for an address.

    Word refuses a whole file over one address that is no URI, so signs that a URI cannot hold are
    percent-encoded, and all of them where the address is of an unknown kind. A reader that has the
    address in the file's skeleton compares by this function.
    """
    if not _PLAIN.fullmatch(href):
        return quote(href, safe="", errors="replace")
    head, mark, fragment = href.partition("#")
    tail = mark + quote(fragment, safe=_KEPT.replace("#", "")) if mark else ""
    return _ESCAPE.sub("%25", quote(head, safe=_KEPT) + tail)
