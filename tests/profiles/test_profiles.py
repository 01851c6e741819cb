from __future__ import annotations

from datetime import date

import pytest

from drafter import resources
from drafter.errors import Unsupported
from drafter.model import Role
from drafter.profiles import Lexicon

NBSP = "\u00a0"


@pytest.mark.parametrize("code", resources.names("languages"))
def test_every_language_has_twelve_months_five_levels_and_all_four_organs(code: str) -> None:
    profile = resources.language(code)
    assert profile.code == code
    assert len(profile.months) == 12
    assert len(profile.scheme.levels) >= 5
    assert set(resources.names("organs")) <= set(profile.organs)
    assert set(profile.organs) == set(profile.enacting)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("en", f"6{NBSP}October 2009"),
        ("fr", "6 octobre 2009"),
        ("es", "6 de octubre de 2009"),
        ("ru", "6 октября 2009 года"),
        ("ar", "6 تشرين الأول/أكتوبر 2009"),
        ("zh", "2009年10月6日"),
    ],
)
def test_a_date_is_written_as_its_language_writes_it(code: str, expected: str) -> None:
    printed = resources.language(code).print_date(date(2009, 10, 6))
    assert printed.replace(NBSP, " ") == expected.replace(NBSP, " ")


def test_the_first_of_a_month_is_an_ordinal_in_french() -> None:
    assert "1er" in resources.language("fr").print_date(date(2009, 10, 1))


def test_names_are_joined_as_in_a_list_of_sponsors() -> None:
    english = resources.language("en")
    assert [english.join(names) for names in ((), ("Kenya",), ("Kenya", "Mexico", "Qatar"))] == [
        "",
        "Kenya",
        "Kenya, Mexico and Qatar",
    ]


def test_an_unknown_language_is_refused_with_the_known_ones() -> None:
    with pytest.raises(Unsupported) as caught:
        resources.language("tlh")
    assert "en" in caught.value.hint


@pytest.mark.parametrize(
    ("text", "role", "expected"),
    [
        ("Noting with concern that the report", Role.PREAMBULAR, "Noting with concern"),
        ("Recalling also its resolution 62/209", Role.PREAMBULAR, "Recalling also"),
        ("Recalling, in this regard, its resolution", Role.PREAMBULAR, "Recalling"),
        ("Also requests the Secretary-General", Role.OPERATIVE, "Also requests"),
        (f"Takes{NBSP}note of the report", Role.OPERATIVE, f"Takes{NBSP}note"),
        ("Requestsing the Secretary-General", Role.OPERATIVE, ""),
        ("The report of the Secretary-General", Role.OPERATIVE, ""),
    ],
)
def test_the_longest_known_phrase_opens_a_paragraph(text: str, role: Role, expected: str) -> None:
    assert resources.lexicon("en").opening(text, role) == expected


def test_the_opening_tells_the_part() -> None:
    lexicon = resources.lexicon("en")
    assert [lexicon.role(t) for t in ("Recalling its", "Requests the", "Rice and beans")] == [
        Role.PREAMBULAR,
        Role.OPERATIVE,
        None,
    ]


def test_a_language_without_a_lexicon_knows_no_openings() -> None:
    assert Lexicon(frozenset(), frozenset()).opening("Recalling", Role.PREAMBULAR) == ""


@pytest.mark.parametrize(
    ("organ", "symbol", "kind"),
    [
        ("general-assembly", "A/RES/64/1", "resolution"),
        ("general-assembly", "A/RES/ES-10/19", "resolution"),
        ("general-assembly", "A/RES/78/254 A-C", "resolution"),
        ("general-assembly", "A/64/L.1", "draft"),
        ("general-assembly", "A/C.3/80/L.2/Rev.1", "draft"),
        ("security-council", "S/RES/2677 (2023)", "resolution"),
        ("economic-and-social-council", "E/RES/2024/12", "resolution"),
        ("human-rights-council", "A/HRC/RES/57/14", "resolution"),
        ("human-rights-council", "A/HRC/58/L.3", "draft"),
    ],
)
def test_a_symbol_tells_the_kind_of_document(organ: str, symbol: str, kind: str) -> None:
    found = {name: resources.organ(name).symbol_form(symbol) for name in resources.names("organs")}
    matching = {name: form.kind for name, form in found.items() if form is not None}
    assert matching == {organ: kind}
