"""A comparison as one HTML file that needs nothing else: no network, no font, no library."""

from drafter.render.html.options import Options
from drafter.render.html.page import render

__all__ = ["Options", "render"]
