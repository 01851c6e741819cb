"""The frame of a page: a head whose policy allows the style and script of ours and nothing else."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path

from drafter.render.html.markup import Markup, Node, raw, tag

_ASSETS = Path(__file__).parent


def document(title: str, body: Node, styles: Sequence[str] = ("page.css",)) -> str:
    """A page as the text of an HTML file, with some of the style sheets beside this module.

    The file loads nothing: its policy allows its own style and script, by their hashes, and forbids
    all else. The same body gives the same bytes.
    """
    head = _head(title, _source(tuple(styles), "/*", "*/"), _source(("page.js",), "//", ""))
    page = tag("html", head, tag("body", body), lang="en", xmlns="http://www.w3.org/1999/xhtml")
    return f"<!DOCTYPE html>\n{page.html}\n"


def _head(title: str, style: str, script: str) -> Markup:
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("title", title),
        raw("style", style),
        raw("script", script),
    )


@cache
def _source(names: tuple[str, ...], opening: str, closing: str) -> str:
    """Assets between marks that hide their signs "<" and "&" from XML and the marks from HTML."""
    text = "".join((_ASSETS / name).read_text(encoding="utf-8") for name in names)
    return f"{opening}<![CDATA[{closing}\n{text}{opening}]]>{closing}"


def _digest(source: str) -> str:
    return f"sha256-{b64encode(sha256(source.encode()).digest()).decode()}"
