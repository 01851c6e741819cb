"""Renderers: a resolution or a comparison turned into what a person or a program reads."""
