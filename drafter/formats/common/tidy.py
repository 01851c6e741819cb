"""White space and signs of running text as the model wants them; good text stays as it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from drafter.model import Break, Inlines, Run, Text, build
from drafter.model.text_rules import BAD_SIGN


def tidy(runs: Iterable[Run]) -> Inlines:
    """Runs as inlines in normal form, single spaces between words and none at the edges.

    Tabs, line ends and other control characters count as spaces. Where several spaces meet, the
    first one stays, with its styles.
    """
    return build(_trimmed(list(_single(map(_printable, runs)))))


def clean(words: str) -> str:
    """A plain string without control characters and outer spaces: a symbol, a label."""
    return BAD_SIGN.sub(" ", words).strip(" ")


def _printable(run: Run) -> Run:
    if isinstance(run.atom, Text) and BAD_SIGN.search(run.atom.text):
        return replace(run, atom=Text(BAD_SIGN.sub(" ", run.atom.text)))
    return run


def _single(runs: Iterable[Run]) -> Iterator[Run]:
    """Without a space that follows a space or a break, or stands at the very beginning."""
    spaced = True
    for run in runs:
        if not isinstance(run.atom, Text):
            spaced = isinstance(run.atom, Break)
            yield run
            continue
        text = _squeezed(run.atom.text, after_space=spaced)
        if text:
            spaced = text.endswith(" ")
            yield replace(run, atom=Text(text))


def _squeezed(text: str, *, after_space: bool) -> str:
    if "  " in text:
        words = [word for word in text.split(" ") if word]
        lead = " " if text.startswith(" ") else ""
        trail = " " if text.endswith(" ") and words else ""
        text = lead + " ".join(words) + trail
    return text[1:] if after_space and text.startswith(" ") else text


def _trimmed(runs: list[Run]) -> Iterator[Run]:
    """Without a space before a break or at the very end."""
    for place, run in enumerate(runs):
        following = runs[place + 1].atom if place + 1 < len(runs) else Break()
        if isinstance(run.atom, Text) and isinstance(following, Break):
            text = run.atom.text.removesuffix(" ")
            if text:
                yield replace(run, atom=Text(text))
            continue
        yield run
