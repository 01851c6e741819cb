"""Write `docs/shell.md` from the registry of commands: `python docs/write_shell.py`.

A test compares the page with what this makes, so that the two cannot drift apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from drafter.commands import COMMANDS, Command

PAGE = Path(__file__).with_name("shell.md")

HEAD = """\
# Commands of the editor

Made from the registry of commands by `docs/write_shell.py`; a test keeps the two in step.

The same commands serve `drafter shell` and, one or several without a shell, `drafter edit FILE
COMMAND`. Names may be shortened as far as they stay clear: `mov op 3 up`.

## Addresses

| address | names |
|---|---|
| `pp 3` | the third preambular paragraph |
| `op 2`, `2` | operative paragraph 2 |
| `op 2 (a)`, `op 2 (a) (i)`, `2a` | its sub-paragraphs |
| `op first`, `op last`, `op 2 last` | the ends of a row |
| `note 4` | the footnote with this mark |
| `section II`, `heading 1`, `table 1`, `text 1` | other things by their label or place |
| `annex`, `annex II op 3` | an annex, a paragraph of it |
| `part B op 2` | a paragraph of a lettered part |
| `section II op 2` | where the numbers of sections begin again |
| `here` | the paragraph that was changed last |
| `#p-k8qg1` | the id, which stays when numbers change |

Positions are `before op 2`, `after pp last`, `below op 3` (the last of its sub-paragraphs),
`to annex II`.

## Text as it is typed

| typed | means |
|---|---|
| `Recalling its resolution` | opening words are found by themselves |
| `*Recalling* its` | opening words, said explicitly, at the start of a paragraph |
| `*words*`, `{bold:words}` | italic, bold; also `underline`, `superscript`, `subscript` ... |
| `{op 3}`, `{op 3 named}`, `{op 3 bare}` | a living reference: paragraph 3 above, paragraph 3, 3 |
| `{note: A/79/123.}` | a new footnote |
| `[^4]` | footnote 4, in an edited text that calls it |
| `{mark 4}` | the mark of footnote 4 once more |
| `{link:https://un.org words}` | words that lead to an address |
| `{blank:session}`, `{br}` | an unfilled slot, a line break |
| `\\{`, `\\*` | the sign itself |
"""


def page() -> str:
    """The whole page."""
    return "\n".join([HEAD, *_groups()])


def _groups() -> Iterator[str]:
    for group, members in groupby(COMMANDS.values(), key=lambda command: command.group):
        yield f"## {group}\n"
        for command in members:
            yield _section(command)


def _section(command: Command) -> str:
    lines = [f"### {command.name}", "", "```text", command.usage, "```", "", command.summary]
    if command.help:
        lines += ["", command.help.strip()]
    if command.examples:
        lines += ["", "```text", *command.examples, "```"]
    if command.aliases:
        lines += ["", f"Also: {', '.join(f'`{alias}`' for alias in command.aliases)}"]
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
