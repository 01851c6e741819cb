"""What `templates` and `new` share: the folders of users, values of slots from the command line."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import click

from drafter.errors import Malformed, Unreadable

F = TypeVar("F", bound=Callable[..., Any])

FOLDERS = click.option(
    "--templates",
    "folders",
    type=click.Path(path_type=Path),
    multiple=True,
    metavar="FOLDER",
    help="Clauses and skeletons of your own, which come first; may be repeated.",
)
LANGUAGE = click.option("--language", metavar="CODE", help="A language: ar, en, es, fr, ru, zh.")
SET = click.option(
    "--set",
    "settings",
    multiple=True,
    metavar="SLOT=VALUE",
    help="The value of a slot; may be repeated.",
)
ANSWERS = click.option(
    "--answers",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Values of slots from a JSON or TOML file: one key for each slot.",
)


def values_from(settings: tuple[str, ...], answers: Path | None) -> dict[str, object]:
    """The values that the options give; those of --set come before those of a file.

    Raises:
        Malformed, Unreadable: an option or the file is not what it should be.
    """
    values: dict[str, object] = dict(_answers(answers)) if answers else {}
    values.update(map(_setting, settings))
    return values


def _setting(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign or not name.strip():
        hint = f"write the slot, '=' and the value: {name.strip() or 'session'}=81"
        raise Malformed(f"--set {text!r} names no slot", hint=hint)
    return name.strip(), value.strip()


def _answers(file: Path) -> Mapping[str, object]:
    """The content of a file of answers."""
    try:
        text = file.read_text(encoding="utf-8-sig")
        data = tomllib.loads(text) if file.suffix.lower() == ".toml" else json.loads(text)
    except OSError as error:
        raise Unreadable(f"cannot be read: {error.strerror}", source=str(file)) from error
    except (ValueError, RecursionError) as error:
        form = "TOML" if file.suffix.lower() == ".toml" else "JSON (or name it .toml)"
        hint = "check the quotes, commas and brackets there"
        raise Malformed(f"this is not {form}: {error}", hint=hint, source=str(file)) from error
    if not isinstance(data, dict):
        hint = 'write one key for each slot: {"session": 81, "title": "..."}'
        raise Malformed("the answers are not an object", hint=hint, source=str(file))
    return data
