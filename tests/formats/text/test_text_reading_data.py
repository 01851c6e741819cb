"""The reading data of every language: it meets its schema, and its expressions match real forms."""

from __future__ import annotations

import pytest

from drafter import resources
from drafter.formats.common.line import fold
from drafter.formats.common.masthead import scan
from drafter.formats.common.words import words
from drafter.schema import check

FORMS = {
    "en": ("Sixty-fourth session", "Agenda item 69 (b)", "15th plenary meeting"),
    "fr": ("Quatre-vingtième session", "Point 16 c) de l’ordre du jour", "64e séance plénière"),
    "es": ("Octogésimo período de sesiones", "Tema 16 c) del programa", "64ª sesión plenaria"),
    "ru": ("Восьмидесятая сессия", "Пункт 16 c) повестки дня", "64-е пленарное заседание"),
    "zh": ("第八十届会议", "议程项目16(c)", "第64次全体会议"),
    "ar": ("الدورة الثمانون", "البند 16 (ج) من جدول الأعمال", "الجلسة العامة 64"),
}


@pytest.mark.parametrize("code", resources.names("reading"))
def test_the_data_meet_their_schema(code: str) -> None:
    assert check(resources.profile("reading", code), resources.schema("reading")) == ()


@pytest.mark.parametrize("code", FORMS)
def test_session_agenda_and_meeting_are_seen(code: str) -> None:
    session, agenda, meeting = map(fold, FORMS[code])
    own = words(code)
    assert [field.name for field in scan(session, own)] == ["session"]
    assert [field.name for field in scan(agenda, own)] == ["agenda"]
    assert own.meeting.fullmatch(meeting)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        (
            "United NationsA/RES/64/1General AssemblyDistr.: General",
            ["united-nations", "symbol", "organ", "distribution"],
        ),
        ("7 October 2009Sixty-fourth session", ["date", "session"]),
        ("1 October 2009Original: EnglishSixty-fourth session", ["date", "original", "session"]),
        ("A/C.3/79/L.12 General Assembly", ["symbol", "organ"]),
        ("Agenda item 114Follow-up to the Summit", ["agenda", "agenda-title"]),
        ("General Assembly resolution 64/1", []),
        ("The General Assembly,", []),
    ],
)
def test_a_masthead_line_is_read_field_by_field(line: str, names: list[str]) -> None:
    assert [field.name for field in scan(line, words("en"))] == names
