"""Opening words where the model has them: at the start of a paragraph, and nowhere else.

The lines of a foreign file are read before it is known which are paragraphs, so italics at the
start of any line are taken for opening words at first; here those of other texts become italics.
"""

from __future__ import annotations

from dataclasses import replace

from drafter.model import (
    Block,
    Inlines,
    Paragraph,
    Resolution,
    Role,
    Run,
    Style,
    build,
    flatten,
    query,
    walk,
    walk_text,
)

_OPENED = (Role.PREAMBULAR, Role.OPERATIVE)


def settle_openings(resolution: Resolution, printed: tuple[Style, ...]) -> Resolution:
    """The same value with opening words in preambular and operative paragraphs alone.

    `printed` are the styles in which the language prints them, which the others keep.
    """
    kept = {
        site.block.id: site.block.body
        for site in query(resolution)
        if isinstance(site.block, Paragraph) and site.block.role in _OPENED
    }

    def plain(inlines: Inlines) -> Inlines:
        return build(_plain(run, printed) for run in flatten(inlines))

    def put_back(block: Block) -> tuple[Block, ...]:
        if isinstance(block, Paragraph) and block.id in kept:
            return (replace(block, body=kept[block.id]),)
        return (block,)

    return walk(walk_text(resolution, plain), put_back)


def _plain(run: Run, printed: tuple[Style, ...]) -> Run:
    if Style.OPENING not in run.styles:
        return run
    styles = {*run.styles, *printed} - {Style.OPENING}
    return replace(run, styles=tuple(style for style in Style if style in styles))
