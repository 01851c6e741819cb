"""A comparison as a Word file with tracked changes, in the layout of the United Nations."""

from drafter.render.tracked.options import Options
from drafter.render.tracked.render import render

__all__ = ["Options", "render"]
