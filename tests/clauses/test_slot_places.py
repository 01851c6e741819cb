"""Every type of slot, good and bad, in every place where a value can be given.

The places: `drafter templates fill --set`, `drafter new --set` and `--answers`, a line of the
editor, the form of the shell. The message names the slot and the value, the hint the way out.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.app.desk import desk
from drafter.clauses import SlotType
from drafter.cli.main import run as command_line
from drafter.commands import Ask, Desk, State, run
from drafter.errors import DrafterError
from drafter.model import Paragraph, Part, Resolution, Role, text
from drafter.schema import asking, set_answer

VALUES = {
    SlotType.TEXT: ("safe rivers", "safe rivers;"),
    SlotType.PARAGRAPH_TEXT: ("the *Charter* of springs", "the *Charter of springs"),
    SlotType.RESOLUTION: ("64/1", "64-1"),
    SlotType.DOCUMENT: ("A/79/123", "A-79-123"),
    SlotType.DATE: ("2026-12-18", "18.12.2026"),
    SlotType.SESSION: ("81", "next"),
    SlotType.AGENDA_ITEM: ("20 (c)", "20 (c"),
    SlotType.ORGAN: ("Security Council", "Securty Council"),
    SlotType.ENTITY: ("World Bank", ""),
    SlotType.STATE: ("Kenya", "Kenia"),
    SlotType.NUMBER: ("12", "twelvish"),
    SlotType.CHOICE: ("urges", "urgs"),
    SlotType.LIST: ("Kenya; Mexico", "Kenya; Mexco"),
    SlotType.PARAGRAPH: ("p-1", "p-9"),
    SlotType.FOOTNOTE: ("A/79/123.", ""),
}
"""A good and a bad value of each type; "" where nothing but an empty one is bad: a blank."""

MORE: dict[SlotType, dict[str, object]] = {
    SlotType.CHOICE: {"choices": ["urges", "invites"]},
    SlotType.LIST: {"of": "state"},
}
SLOTS = [
    {"name": kind.value, "type": kind.value, "label": kind.value.title(), **MORE.get(kind, {})}
    for kind in SlotType
]
TYPED = [kind for kind in SlotType if kind is not SlotType.PARAGRAPH]
"""A new document has no paragraph yet that a slot could name."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of a user's own, with a clause that has all types of slots and its skeleton."""
    own = tmp_path / "own"
    (own / "skeletons").mkdir(parents=True)
    words = " ".join(f"{{{slot['name']}}}" for slot in SLOTS)
    clause = {
        "id": "op-all", "part": "operative", "title": "All", "purpose": "All types.",
        "text": f"*Requests* {words};", "slots": SLOTS,
        "example": {kind.value: good for kind, (good, _) in VALUES.items()},
    }  # fmt: skip
    family = {"language": "en", "family": "all", "clauses": [clause]}
    (own / "all.json").write_text(json.dumps(family), encoding="utf-8")
    names = {kind.value: f"{{{kind.value}}}" for kind in TYPED}
    skeleton = {
        "name": "all", "title": "All", "purpose": "All types.", "language": "en", "kind": "draft",
        "organ": "general-assembly", "masthead": {},
        "slots": [slot for slot in SLOTS if slot["name"] in names],
        "operative": [{"clause": "op-all", "set": names}],
    }  # fmt: skip
    (own / "skeletons" / "all.json").write_text(json.dumps(skeleton), encoding="utf-8")
    return own


@pytest.fixture
def laid(folder: Path) -> Desk:
    return desk((folder,))


def state_with(laid: Desk) -> State:
    first = Paragraph("p-1", Role.OPERATIVE, text("Decides to meet."))
    return State(Resolution(parts=(Part(operative=(first,)),)), laid)


def by_fill(kind: SlotType, value: str, folder: Path) -> int:
    given = f"--set={kind.value}={value}"
    return command_line(["templates", "fill", "op-all", given, "--templates", str(folder)])


def by_new(kind: SlotType, value: str, folder: Path) -> int:
    out = str(folder / "out.draft")
    given = f"--set={kind.value}={value}"
    return command_line(["new", "all", given, "--templates", str(folder), "-o", out, "--force"])


def by_answers(kind: SlotType, value: str, folder: Path) -> int:
    answers = folder / "answers.toml"
    answers.write_text(f"{kind.value} = {json.dumps(value)}\n", encoding="utf-8")
    out = str(folder / "out.draft")
    return command_line(
        ["new", "all", "--answers", str(answers), "--templates", str(folder), "-o", out, "--force"]
    )


Place = Callable[[SlotType, str, Path], int]
PLACES = [
    (place, kind) for place in (by_fill, by_new, by_answers) for kind in TYPED
]  # a paragraph is named in a draft alone: the editor below
IDS = [f"{place.__name__}-{kind.value}" for place, kind in PLACES]


@pytest.mark.parametrize(("place", "kind"), PLACES, ids=IDS)
def test_the_command_line_takes_a_good_value_and_teaches_about_a_bad_one(
    place: Place, kind: SlotType, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, bad = VALUES[kind]
    assert place(kind, good, folder) == 0
    capsys.readouterr()
    if not bad:
        return
    assert place(kind, bad, folder) == 2
    teaches(capsys.readouterr().err, kind, bad)


def teaches(said: str, kind: SlotType, value: str) -> None:
    """Whether a message names the slot and the value, and a hint follows."""
    what, _, hint = said.partition("hint: ")
    assert f"slot {kind.value!r}" in what
    assert value.rsplit("; ", maxsplit=1)[-1] in what.replace("\n", " ") or repr(value) in what
    assert hint.strip()


@pytest.mark.parametrize("kind", SlotType)
def test_a_line_of_the_editor_does(kind: SlotType, laid: Desk) -> None:
    good, bad = VALUES[kind]
    after, _ = run(f"add op op-all {kind.value}='{good}'", state_with(laid))
    assert len(after.resolution.parts[0].operative) == 2
    if bad:
        with pytest.raises(DrafterError) as caught:
            run(f"add op op-all {kind.value}='{bad}'", state_with(laid))
        teaches(f"{caught.value}\nhint: {caught.value.hint}", kind, bad)


@pytest.mark.parametrize("kind", SlotType)
def test_the_form_of_the_shell_does(kind: SlotType, laid: Desk) -> None:
    good, bad = VALUES[kind]
    _, request = run("add op op-all", state_with(laid))
    assert isinstance(request, Ask)
    start = asking(request.form, request.values, request.check)
    assert set_answer(start, kind.value, good).answers[kind.value] not in {None, ""}
    if bad:
        with pytest.raises(DrafterError) as caught:
            set_answer(start, kind.value, bad)
        teaches(f"{caught.value}\nhint: {caught.value.hint}", kind, bad)
