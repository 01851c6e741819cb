from __future__ import annotations

import json
from pathlib import Path

import pytest

from drafter import resources
from drafter.diff import Diff, Options, Side, compare
from drafter.formats.draft import read
from drafter.model import Resolution
from drafter.render.diffs import RENDERERS
from drafter.render.terminal import View

ENGLISH = resources.language("en")
OLD = """\
OP  Praises all lighthouse keepers of the coast;
OP  Decides to meet at noon in the old harbour;[^one]
OP  Thanks the host country for its kindness to all sailors;
OP  Urges shipyards to publish their yearly statistics on boats;
OP  Requests a report.
[^one]: See A/1/1.
"""
NEW = """\
OP  Urges shipyards to publish their yearly statistics on boats;
OP  Praises all lighthouse keepers of the coast;
OP  Decides to meet at dusk in the old harbour;[^one]
OP  Welcomes the new lighthouse;
OP  Requests a report.
[^one]: See A/1/2.
"""


def draft(lines: str) -> Diff:
    return compare(_read(OLD), _read(lines), Options(_side("old"), _side("new")))


def _read(lines: str) -> Resolution:
    return read(f"%drafter 1\ntitle: A case\n\n{lines}".encode()).value


def _side(name: str) -> Side:
    return Side(name, ENGLISH.scheme, ENGLISH)


def test_without_colour_words_stand_in_signs() -> None:
    shown = RENDERERS["terminal"](draft(NEW), View(72))
    assert shown == (
        "--- old\n"
        "+++ new\n"
        "Of 8 paragraphs and lines: 2 edited, 1 inserted, 1 deleted, 1 moved, 1\n"
        "only renumbered and 2 kept.\n"
        "\n"
        "Title\n"
        "  ... title kept\n"
        "\n"
        "Operative part\n"
        "> OP4 moved to OP1\n"
        "    Urges shipyards to publish their yearly statistics on boats;\n"
        "  OP1 -> OP2  Praises all lighthouse keepers of the coast;\n"
        "~ OP2 (now OP3) edited\n"
        "    Decides to meet at [-noon-]{+dusk+} in the old harbour;\n"
        "        note 1 edited: See [-A/1/1-]{+A/1/2+}.\n"
        "- OP3 deleted\n"
        "    [-Thanks the host country for its kindness to all sailors;-]\n"
        "+ OP4 inserted\n"
        "    {+Welcomes the new lighthouse;+}\n"
        "  OP5  Requests a report.\n"
    )


def test_colour_is_never_the_only_sign() -> None:
    shown = RENDERERS["terminal"](draft(NEW), View(72, colour=True))
    assert "\x1b[9;31mnoon\x1b[0m\x1b[4;36mdusk\x1b[0m" in shown
    assert [line[0] for line in shown.split("\n") if line[:2] in {"> ", "~ ", "- ", "+ "}] == [
        *(">", "~", "-", "+"),
    ]


def test_old_and_new_stand_side_by_side_where_there_is_room() -> None:
    shown = RENDERERS["terminal"](draft(NEW), View(120))
    assert (
        "    Decides to meet at [-noon-] in the old harbour;          "
        "| Decides to meet at {+dusk+} in the old harbour;\n" in shown
    )


def test_a_wide_terminal_may_be_told_to_show_one_column() -> None:
    shown = RENDERERS["terminal"](draft(NEW), View(120, side_by_side=False))
    assert "[-noon-]{+dusk+}" in shown


@pytest.mark.parametrize("columns", [30, 40, 80, 130])
def test_no_line_is_wider_than_the_terminal(columns: int) -> None:
    shown = RENDERERS["terminal"](draft(NEW), View(columns))
    assert max(map(len, shown.split("\n"))) <= columns


def test_equal_texts_are_told_to_be_equal() -> None:
    assert RENDERERS["terminal"](draft(OLD), View()) == "--- old\n+++ new\nNo difference.\n"
    assert RENDERERS["summary"](draft(OLD), View()) == "no difference\n"
    assert RENDERERS["markdown"](draft(OLD), View()) == "# old → new\n\nNo difference.\n"


def test_the_summary_speaks_as_a_delegate_does() -> None:
    counted = "2 edited, 1 inserted, 1 deleted, 1 moved, 1 only renumbered and 2 kept"
    assert RENDERERS["summary"](draft(NEW), View()).split("\n") == [
        f"Of 8 paragraphs and lines: {counted}.",
        "OP4 moved to OP1",
        "OP1 is now OP2 because paragraph 4 was moved to paragraph 1",
        "OP2 (now OP3) edited: note 1 edited",
        "OP3 deleted",
        "OP4 inserted",
        "",
    ]


def test_markdown_strikes_out_and_prints_bold() -> None:
    shown = RENDERERS["markdown"](draft(NEW), View())
    assert shown.startswith("# old → new\n\nOf 8 paragraphs and lines: 2 edited, 1 inserted, ")
    assert "- **OP2 (now OP3) edited**\n" in shown
    assert "  Decides to meet at ~~noon~~**dusk** in the old harbour;\n" in shown
    assert "  - note 1 edited: See ~~A/1/1~~**A/1/2**.\n" in shown


def test_markdown_in_a_text_is_escaped() -> None:
    shown = RENDERERS["markdown"](draft(OLD.replace("noon", r"<b>_noon_")), View())
    assert r"~~noon~~**\<b\>\_noon\_**" in shown


def test_a_text_cannot_drive_the_terminal(tmp_path: Path) -> None:
    name = str(tmp_path / "a\x1b[2Jb")
    diff = compare(_read(OLD), _read(NEW), Options(Side(name), Side("new")))
    for render in RENDERERS.values():
        assert "\x1b" not in render(diff, View())


def test_the_json_is_the_published_format() -> None:
    changes = json.loads(RENDERERS["json"](draft(NEW), View()))["changes"]
    edited = next(change for change in changes if change["kind"] == "edited" and change["notes"])
    assert edited == {
        "kind": "edited",
        "old": [_unit(2, edited["old"][0]["id"], "2.", "noon")],
        "new": [_unit(3, edited["new"][0]["id"], "3.", "dusk")],
        "renumbered": True,
        "words": [
            ["equal", "Decides to meet at "],
            ["delete", "noon"],
            ["insert", "dusk"],
            ["equal", " in the old harbour;"],
        ],
        "notes": edited["notes"],
        "causes": [
            {
                "kind": "renumbered",
                "text": "because paragraph 4 was moved to paragraph 1",
                "by": [1],
            }
        ],
        "similarity": 0.8889,
    }
    assert [note["kind"] for note in edited["notes"]] == ["edited"]


def _unit(index: int, id_: str, label: str, word: str) -> dict[str, object]:
    text = f"Decides to meet at {word} in the old harbour;"
    return {"index": index, "id": id_, "label": label, "section": "operative", "text": text}


def test_the_sign_between_two_parts_stands_apart_from_the_words() -> None:
    one = (
        "OP  Decides to meet at noon in the old harbour, and requests the keepers to light lamps;\n"
    )
    two = one.replace(", and requests", ";\nOP  Requests")
    shown = RENDERERS["terminal"](draft_of(one, two), View(200, side_by_side=False))
    assert "harbour[-, and requests-]{+; ¶ Requests+} the keepers" in shown


def draft_of(old: str, new: str) -> Diff:
    return compare(_read(old), _read(new), Options(_side("old"), _side("new")))


def test_a_folded_run_is_named_as_it_was_and_as_it_is() -> None:
    new = f"OP  Welcomes the new lighthouse;\n{OLD}"
    assert "  ... OP2 to OP5 kept (4), now OP3 to OP6 because paragraph 1 was inserted\n" in (
        RENDERERS["terminal"](draft(new), View(120))
    )
