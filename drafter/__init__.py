"""Draft, number, lay out and compare United Nations resolutions.

A resolution is a value: `drafter.model.Resolution`. Everything a reader sees as a number is derived
from it (`drafter.numbering`), every file format is a pair of functions (`drafter.formats`), and a
comparison is a value made from two values (`drafter.diff`).
"""

__version__ = "0.1.0"
