"""Clauses and skeletons from folders: users' own first, broken files told and left out."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from drafter.app.clauses import configuration, context, sound_templates, templates
from drafter.app.new import new_draft, skeleton_of
from drafter.clauses import Library, Part, fill
from drafter.errors import DrafterError, Unsupported
from drafter.formats.registry import FORMATS
from drafter.model import (
    Emphasis,
    IdMaker,
    Masthead,
    Paragraph,
    Resolution,
    Style,
    Text,
    plain_text,
    query,
    text,
)
from drafter.model import Part as TextPart

CLAUSE: dict[str, Any] = {
    "id": "op-remain-seized",
    "part": "operative",
    "title": "My own",
    "purpose": "Mine.",
    "text": "*Decides* to keep an eye on it;",
    "example": {},
}


@pytest.fixture(autouse=True)
def no_configuration(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DRAFTER_CONFIG", str(tmp_path / "configuration"))


def family(folder: Path, *clauses: dict[str, Any], name: str = "mine") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{name}.json"
    data = {"language": "en", "family": name, "clauses": clauses}
    file.write_text(json.dumps(data), encoding="utf-8")
    return file


def test_own_clauses_come_before_those_of_drafter(tmp_path: Path) -> None:
    family(tmp_path / "own", CLAUSE)
    found = sound_templates([tmp_path / "own"])
    assert found.library["en", "op-remain-seized"].title == "My own"
    assert found.library["fr", "op-remain-seized"].title != "My own"


def test_the_configuration_folder_comes_after_the_folders_that_are_named(tmp_path: Path) -> None:
    family(configuration() / "templates", {**CLAUSE, "title": "Configured"})
    assert templates().library["en", "op-remain-seized"].title == "Configured"
    family(tmp_path / "own", CLAUSE)
    assert templates([tmp_path / "own"]).library["en", "op-remain-seized"].title == "My own"


def test_the_configuration_folder_is_where_xdg_has_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DRAFTER_CONFIG")
    monkeypatch.setenv("XDG_CONFIG_HOME", "/somewhere")
    assert configuration() == Path("/somewhere/drafter")
    monkeypatch.delenv("XDG_CONFIG_HOME")
    assert configuration() == Path.home() / ".config" / "drafter"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"{", "line 1, column 2: this is not JSON"),
        (b"\xff\xfe", "this is not UTF-8"),
        (b"[]", "an object is expected"),
        (b'{"clauses": 3}', "the field 'language' is missing"),
        (b'{"masthead": 3}', "the field 'name' is missing"),
        (b"[" * 100_000, "this is not JSON"),
    ],
)
def test_a_broken_file_is_told_and_the_others_count(
    tmp_path: Path, content: bytes, message: str
) -> None:
    family(tmp_path, CLAUSE)
    (tmp_path / "broken.json").write_bytes(content)
    found = templates([tmp_path])
    assert found.library["en", "op-remain-seized"].title == "My own"
    assert len(found.faults) == 1
    assert message in str(found.faults[0])
    assert "broken.json" in str(found.faults[0])
    with pytest.raises(DrafterError, match=r"broken\.json"):
        sound_templates([tmp_path])


def test_an_id_in_two_files_of_a_folder_is_told(tmp_path: Path) -> None:
    family(tmp_path, CLAUSE)
    family(tmp_path, CLAUSE, name="second")
    told = templates([tmp_path]).faults
    assert "the clause 'op-remain-seized' stands in mine.json too" in str(told[0])


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert "no such folder" in str(templates([tmp_path / "nowhere"]).faults[0])


ANSWERS = {
    "title": "Springs",
    "subject": "the springs",
    "session": 81,
    "item": "20 (c)",
    "item-title": "Sustainable use of springs",
    "earlier": "79/215",
    "earlier-date": "2024-12-19",
    "next-session": 83,
    "sponsors": ["Kenya", "Togo"],
}


@pytest.mark.parametrize(
    ("language", "session", "item", "enacting"),
    [
        ("en", "Eighty-first session", "Agenda item 20 (c)", "The General Assembly,"),
        (
            "fr",
            "Quatre-vingt-unième session",
            "Point 20 (c) de l’ordre du jour",
            "L’Assemblée générale,",
        ),
        (
            "es",
            "Octogésimo primer período de sesiones",
            "Tema 20 (c) del programa",
            "La Asamblea General,",
        ),
    ],
)
def test_a_skeleton_is_printed_in_the_language_of_the_draft(
    language: str, session: str, item: str, enacting: str
) -> None:
    found = templates()
    skeleton = skeleton_of(found, "assembly-plenary")
    draft = new_draft(found, skeleton, ANSWERS, language)
    assert draft.language == language
    assert draft.masthead.session == session
    assert draft.masthead.original == (language,)
    assert plain_text(draft.masthead.agenda[0].line) == item
    assert plain_text(draft.parts[0].enacting) == enacting
    last = draft.parts[0].operative[-1]
    assert isinstance(last, Paragraph)
    assert plain_text(last.body).endswith(".")


def test_a_skeleton_in_a_language_without_its_clauses_says_so() -> None:
    found = replace(templates(), library=Library())
    with pytest.raises(DrafterError, match="'assembly-plenary' has no clauses in 'zh'"):
        new_draft(found, skeleton_of(found, "assembly-plenary"), {}, "zh")
    with pytest.raises(DrafterError, match="there is no clause"):
        new_draft(found, skeleton_of(found, "assembly-plenary"), {})


def test_words_of_one_language_agree_with_the_organ() -> None:
    found = templates()
    council = skeleton_of(found, "human-rights-council")
    said = {code: said_by(new_draft(found, council, {}, code)) for code in ("en", "fr", "es")}
    assert said["en"][0].startswith("Guided by")
    assert said["fr"][0].startswith("Guidé par")
    assert said["es"][0].startswith("Guiado por")
    assert any(words.startswith("Demande à tous les États") for words in said["fr"])


def said_by(draft: Resolution) -> list[str]:
    """The words of every paragraph."""
    blocks = (site.block for site in query(draft))
    return [plain_text(one.body) for one in blocks if isinstance(one, Paragraph)]


def test_an_unknown_skeleton_is_told_with_the_nearest_name() -> None:
    with pytest.raises(Unsupported) as caught:
        skeleton_of(templates(), "assembly-plenry")
    assert caught.value.hint == "did you mean 'assembly-plenary'?"


@pytest.mark.parametrize("suffix", [".draft", ".json", ".docx", ".xml"])
def test_what_filled_paragraphs_remember_outlives_every_format(suffix: str) -> None:
    make, where = IdMaker(), context("en")
    library = templates().library
    rows: dict[Part, tuple[Paragraph, ...]] = {
        part: tuple(
            fill(clause, clause.example, where, make)
            for clause in library.search(part=part, language="en")
        )
        for part in (Part.PREAMBULAR, Part.OPERATIVE)
    }
    part = TextPart(
        enacting=(Emphasis(Style.ITALIC, text("The General Assembly")), Text(",")),
        preamble=rows[Part.PREAMBULAR],
        operative=rows[Part.OPERATIVE],
    )
    draft = Resolution(
        masthead=Masthead(organ="general-assembly"), title=text("Springs"), parts=(part,)
    )
    form = FORMATS[suffix]
    assert form.read(form.write(draft)).value == draft
