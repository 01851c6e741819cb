"""How long all editorial rules take on a draft of 60 paragraphs, in process.

The goal is 40 ms, with everything that the rules derive from the text. The median of many runs is
told; the data of the language are loaded once, before the clock starts. Exit code 1 when the goal
is missed.

    python -m benchmarks.check [--runs N] [--file FILE]
"""

from __future__ import annotations

import argparse
import sys
import time
from dataclasses import replace
from statistics import median

from benchmarks.check_quality.invented import clean_drafts
from drafter.app import open_resolution
from drafter.app.review import findings
from drafter.model import Block, IdMaker, Inlines, Note, Paragraph, Resolution, map_inlines, query

GOAL = 40.0
PARAGRAPHS = 60


def long_draft() -> Resolution:
    """A draft of 60 paragraphs, items counted, put together from invented ones."""
    texts = [text for _, text in clean_drafts(4)]
    maker = IdMaker()
    preamble = [_own(block, maker) for text in texts for block in text.parts[0].preamble][:20]
    operative = [_own(block, maker) for text in texts for block in text.parts[0].operative[:-1]]
    whole = replace(texts[0].parts[0], preamble=tuple(preamble), operative=())
    for count in range(1, len(operative) + 1):
        part = replace(whole, operative=(*operative[:count], texts[0].parts[0].operative[-1]))
        draft = replace(texts[0], parts=(part,))
        if sum(isinstance(site.block, Paragraph) for site in query(draft)) >= PARAGRAPHS:
            return draft
    return draft


def _own(block: Block, maker: IdMaker) -> Block:
    """The block with an id of its own, and its notes and items with theirs."""
    if not isinstance(block, Paragraph):
        return block
    children = tuple(_own(child, maker) for child in block.children)
    body = map_inlines(
        block.body, lambda one: _own_note(one, maker) if isinstance(one, Note) else (one,)
    )
    return replace(block, id=maker.make("p", block.id), body=body, children=children)


def _own_note(note: Note, maker: IdMaker) -> Inlines:
    return (replace(note, id=maker.make("n", note.id)),)


def milliseconds(draft: Resolution, runs: int) -> float:
    """The median time of a review."""
    findings(draft)
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        findings(draft)
        times.append(time.perf_counter() - start)
    return median(times) * 1000


def main() -> int:
    """Measure and print; the exit code says whether the goal is met."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=30)
    parser.add_argument("--file", help="a document to review in the place of the invented one")
    chosen = parser.parse_args()
    draft = open_resolution(chosen.file).value if chosen.file else long_draft()
    count = sum(isinstance(site.block, Paragraph) for site in query(draft))
    took = milliseconds(draft, chosen.runs)
    print(f"{count} paragraphs: {took:.1f} ms (goal {GOAL:.0f} ms)")
    return 0 if took <= GOAL or chosen.file else 1


if __name__ == "__main__":
    sys.exit(main())
