"""Counter styles: an ordinal place to the sign printed for it, named as in CSS.

`decimal` 1, 2; `lower-latin` a ... z, aa, bb (the United Nations doubles the letter: agenda items
98 (aa), (kk)); `lower-roman` i, ii; and their upper-case forms. Other scripts are lists of signs in
the language profiles.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

Counter = Callable[[int], str]

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def latin(number: int) -> str:
    """1 to "a", 26 to "z", 27 to "aa", 28 to "bb", 53 to "aaa"."""
    rounds, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * (rounds + 1)


def roman(number: int) -> str:
    """4 to "iv"."""
    signs = []
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        signs.append(sign * times)
    return "".join(signs)


def listed(signs: tuple[str, ...]) -> Counter:
    """A counter from a list of signs; after the last one the signs are doubled, as letters are."""

    def sign(number: int) -> str:
        rounds, place = divmod(number - 1, len(signs))
        return signs[place] * (rounds + 1)

    return sign


BUILT_IN: Mapping[str, Counter] = {
    "decimal": str,
    "lower-latin": latin,
    "upper-latin": lambda number: latin(number).upper(),
    "lower-roman": roman,
    "upper-roman": lambda number: roman(number).upper(),
}
