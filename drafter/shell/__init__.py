"""The shell: a loop that reads commands, performs what they ask for, and shows what changed.

What a command does is decided in `drafter.commands`, where everything is pure; here are the
terminal, the keys, the screens and the journal. prompt_toolkit is imported in this room alone, by
the modules that draw; completion, highlighting and the toolbar are worked out without it.
"""
