"""AKN4UN, the United Nations' own machine format: Akoma Ntoso 3.0 as its Secretariat uses it."""

from drafter.formats.akn.read import read
from drafter.formats.akn.write import write

__all__ = ["read", "write"]
