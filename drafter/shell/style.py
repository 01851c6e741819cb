"""The colours of the shell: those of the terminal's own sixteen, so that they fit its theme."""

from __future__ import annotations

import os

from prompt_toolkit.output import ColorDepth
from prompt_toolkit.styles import Style

STYLE = Style.from_dict(
    {
        "prompt": "bold",
        "command": "bold",
        "unknown": "ansired",
        "opening": "italic",
        "emphasis": "italic",
        "note": "ansicyan",
        "blank": "ansimagenta",
        "bracket": "bold ansiyellow",
        "address": "ansigreen",
        "slot": "ansiblue",
        "about": "ansibrightblack",
        "question": "bold",
        "fault": "bold ansired",
        "found": "reverse",
        "bottom-toolbar": "reverse noinherit",
        "bar.file": "bold",
        "bar.unsaved": "bold",
        "bar.problem": "bold",
        "chosen": "reverse",
        "completion-menu": "noinherit",
        "completion-menu.completion": "noinherit",
        "completion-menu.completion.current": "noinherit reverse",
        "completion-menu.meta.completion": "noinherit ansibrightblack",
        "completion-menu.meta.completion.current": "noinherit reverse",
        "scrollbar.background": "noinherit",
        "scrollbar.button": "noinherit reverse",
        "auto-suggestion": "ansibrightblack",
        "look.3": "italic",
        "look.1": "bold",
        "look.4": "underline",
        "look.2": "ansibrightblack",
    }
)


def depth(*, colour: bool) -> ColorDepth | None:
    """As many colours as the terminal says it has; one bit where colour is not wanted."""
    return None if colour else ColorDepth.DEPTH_1_BIT


def wanted() -> bool:
    """Whether the environment lets us paint (NO_COLOR and TERM=dumb say no)."""
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
