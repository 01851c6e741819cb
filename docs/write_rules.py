"""Write docs/rules/ from the pages of the rules in templates/rules/, and the list of all rules.

python docs/write_rules.py
"""

from __future__ import annotations

from pathlib import Path

from drafter import resources
from drafter.rules import FAMILIES, Rule

FOLDER = Path(__file__).parent / "rules"
LIST = FOLDER / "README.md"

ABOUT = """# The editorial rules

`drafter check` asks these rules. `drafter check --explain CODE` prints the page of one. The pages
are kept in `templates/rules/`, from which this folder is written by `docs/write_rules.py`.

An **error** is certain: official texts do not do it. A **warning** is mostly right: usage is
mixed, or the words may be meant. **Info** is something to know. \\* marks the rules whose
findings `--fix` mends.

"""

USE = """
## Choosing rules

`--select S,P2` asks only the rules whose codes begin so, `--ignore A` leaves some out; where both
fit, the longer beginning wins. For good, `drafter.toml` beside the draft or in a folder above it
(the nearest one counts) says the same:

```toml
[check]
ignore = ["A303"]

[check.severity]
A = "info"

[check.per-file-ignores]
"amendments/*" = ["S"]

[check.options]
word-limit = 2500
```

## Ignoring one finding

The paragraph says it in its attributes, with the reason:
`{#p-k8qg1 @ignore-A301="two different reports"}`. It holds for the paragraph, what stands under
it, and its notes; the code may be the beginning of codes. The title, the enacting line and the
closing lines are spoken for by a line of the head:
`meta: {"name": "ignore-P209", "text": "the title of a film"}`.

## Mending

`--fix` writes `.draft` and `.json` files, and those `.docx` files which lose nothing by being
written anew; others are only reported on. A fix changes what its finding names and nothing else.
Fixes that touch each other are made one after the other, until nothing more can be mended. The
file is replaced in one step, and each fix is told.

## For programs

`--format json` prints one object for a file, for several files a list of them:
`schemas/findings.schema.json`. `--format sarif` prints SARIF 2.1.0. Exit codes are 0 for nothing
found, 1 for something, 2 for trouble; with `--exit-zero`, 1 becomes 0. `--level error` leaves
warnings and information out. For drafts kept in git, `.pre-commit-hooks.yaml` has the hooks
`drafter-check` and `drafter-fix`.
"""


def listed() -> str:
    """The page that lists all rules."""
    return ABOUT + "\n".join(map(_family, FAMILIES)) + USE


def _family(name: str) -> str:
    rows = "\n".join(map(_row, FAMILIES[name]))
    title = f"{name[0].upper()}{name[1:]}"
    return f"## {title}\n\n| code | rule | severity |\n|---|---|---|\n{rows}\n"


def _row(rule: Rule) -> str:
    mended = " \\*" if rule.fixes else ""
    return f"| [{rule.code}]({rule.code}.md) | {rule.summary} | {rule.severity}{mended} |"


def main() -> None:
    """Write the list and a page for each rule."""
    FOLDER.mkdir(exist_ok=True)
    LIST.write_text(listed(), encoding="utf-8")
    for family in FAMILIES.values():
        for rule in family:
            page = resources.page("rules", rule.code)
            (FOLDER / f"{rule.code}.md").write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
