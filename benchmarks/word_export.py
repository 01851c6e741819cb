"""How long a Word file takes to write, in process and with its proof, by length of the text.

`python benchmarks/word_export.py` prints a line for each length, and fails when 60 paragraphs take
longer than the goal or when the time grows faster than the text.
"""

from __future__ import annotations

import sys
import time

from drafter.formats import word
from drafter.model import (
    Emphasis,
    Inline,
    Masthead,
    Note,
    Paragraph,
    Part,
    Reference,
    Resolution,
    Role,
    Style,
    Text,
    normalise,
    text,
)

GOAL = 0.060
"""Seconds for 60 paragraphs."""
LENGTHS = (15, 60, 250, 1000, 2000)
MOST_GROWTH = 1.5
"""How much dearer a paragraph of the longest text may be than one of 250."""
_ROUNDS = 7
_WORDS = (
    " that lamps along the coast are to be dimmed from dusk until the last train has left, and that"
    " the municipalities concerned report on the kilometres of darkness so gained"
)


def invented(length: int) -> Resolution:
    """So many numbered paragraphs; every third has a note, every fourth a reference."""
    return Resolution(
        masthead=Masthead(organ="general-assembly", symbol="A/C.9/901/L.1"),
        title=text("Lamps along the coast"),
        parts=(
            Part(
                enacting=(Emphasis(Style.ITALIC, text("The General Assembly")), Text(",")),
                operative=tuple(_paragraph(place) for place in range(length)),
            ),
        ),
    )


def _paragraph(place: int) -> Paragraph:
    body: list[Inline] = [Emphasis(Style.OPENING, text("Decides")), Text(_WORDS)]
    if place % 3 == 0:
        body.append(Note(f"n-{place}", text(f"A/901/{place}, para. 4.")))
    if place % 4 == 1:
        body += [Text(", as in "), Reference(f"p-{place - 1}")]
    return Paragraph(f"p-{place}", Role.OPERATIVE, normalise((*body, Text(";"))))


def seconds(resolution: Resolution) -> float:
    """The shortest time of some rounds, by the processor's clock."""
    return min(_once(resolution) for _ in range(_ROUNDS))


def _once(resolution: Resolution) -> float:
    start = time.process_time()
    word.write(resolution)
    return time.process_time() - start


def main() -> int:
    """Measure, print, and return 1 when a goal is missed."""
    found = {length: seconds(invented(length)) for length in LENGTHS}
    for length, time_taken in found.items():
        each = time_taken / length
        print(f"{length:5} paragraphs  {time_taken * 1000:8.1f} ms  {each * 1e6:6.0f} us each")
    growth = found[2000] / found[250] / 8
    print(f"60 paragraphs: goal {GOAL * 1000:.0f} ms; growth from 250 to 2,000: {growth:.2f}")
    return int(found[60] > GOAL or growth > MOST_GROWTH)


if __name__ == "__main__":
    sys.exit(main())
