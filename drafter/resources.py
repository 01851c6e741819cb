"""The data files that come with drafter, found in a checkout and in an installed wheel alike.

The wheel carries `templates/` and `schemas/` under `drafter/_data/`; a checkout has them beside the
package. Everything is loaded when first asked for, and once.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from drafter.clauses import (
    Clause,
    Names,
    Skeleton,
    family_from,
    names_from,
    skeleton_from,
)
from drafter.errors import Unsupported
from drafter.profiles import (
    LanguageProfile,
    LayoutProfile,
    Lexicon,
    OrganProfile,
    language_from,
    layout_from,
    lexicon_from,
    merged,
    organ_from,
)

_PACKAGE = Path(__file__).parent


@cache
def root() -> Path:
    """The folder that holds `templates/` and `schemas/`."""
    installed = _PACKAGE / "_data"
    return installed if installed.is_dir() else _PACKAGE.parent


@cache
def names(family: str) -> tuple[str, ...]:
    """The names of the profiles of a family ("languages", "organs", "layouts"), sorted."""
    return tuple(sorted(path.stem for path in (root() / "templates" / family).glob("*.json")))


@cache
def profile(family: str, name: str) -> Any:
    """The content of one profile.

    Raises:
        Unsupported: there is no profile of this name.
    """
    if name not in names(family):
        known = ", ".join(names(family))
        raise Unsupported(f"there is no {family[:-1]} profile {name!r}", hint=f"known: {known}")
    path = root() / "templates" / family / f"{name}.json"
    return json.loads(path.read_text(encoding="utf-8"))


@cache
def page(family: str, name: str) -> str:
    """A page of text for people, `templates/<family>/<name>.md`.

    Raises:
        Unsupported: there is none.
    """
    path = root() / "templates" / family / f"{name}.md"
    if not path.is_file():
        raise Unsupported(f"there is no page {name!r} among the {family}")
    return path.read_text(encoding="utf-8")


@cache
def schema(name: str) -> Any:
    """The JSON Schema `schemas/<name>.schema.json`."""
    path = root() / "schemas" / f"{name}.schema.json"
    return json.loads(path.read_text(encoding="utf-8"))


@cache
def language(code: str) -> LanguageProfile:
    """The profile of a language ("en", "fr", "es", "ru", "ar", "zh").

    Raises:
        Unsupported: no such language.
    """
    return language_from(profile("languages", code))


@cache
def organ(name: str) -> OrganProfile:
    """The profile of an organ ("general-assembly", "security-council" ...).

    Raises:
        Unsupported: no such organ.
    """
    return organ_from(profile("organs", name))


@cache
def lexicon(code: str) -> Lexicon:
    """The opening words of a language; empty where none are known."""
    if code not in names("openings"):
        return Lexicon(frozenset(), frozenset())
    return lexicon_from(profile("openings", code))


@cache
def layout(name: str) -> LayoutProfile:
    """The layout profile of a page form ("new-york", "new-york-2009", "geneva").

    Raises:
        Unsupported: no such layout.
    """
    return layout_from(layout_data(name))


def layout_data(name: str) -> dict[str, Any]:
    """The content of a layout file laid over that of the one it extends."""
    own: dict[str, Any] = profile("layouts", name)
    return merged(layout_data(own["extends"]), own) if "extends" in own else own


@cache
def clause_languages() -> tuple[str, ...]:
    """The languages that drafter has clauses in, sorted."""
    return tuple(sorted(path.name for path in (root() / "templates/clauses").glob("*/")))


@cache
def clauses(code: str) -> tuple[Clause, ...]:
    """The clauses of a language that come with drafter, family by family; none where none do.

    Raises:
        Malformed: a family file breaks the rules.
    """
    files = sorted((root() / "templates" / "clauses" / code).glob("*.json"))
    return tuple(clause for file in files for clause in family_from(_json(file)))


@cache
def skeletons() -> tuple[Skeleton, ...]:
    """The outlines of documents that come with drafter, by name."""
    return tuple(skeleton_from(profile("skeletons", name)) for name in names("skeletons"))


@cache
def clause_names(code: str) -> Names:
    """The names and number words of a language; empty where none are known."""
    return names_from(profile("names", code)) if code in names("names") else Names()


def _json(file: Path) -> Any:
    return json.loads(file.read_text(encoding="utf-8"))
