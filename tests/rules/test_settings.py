from __future__ import annotations

from drafter.rules import RULES, Settings, Severity
from tests.drafts import told

LINES = "PP  *Recalling* the lamp,\nPP  *Recalling* the horn,"


def test_the_longer_of_two_codes_decides() -> None:
    settings = Settings(select=("A", "P202"), ignore=("P", "A301"))
    assert [
        code for code in ("A301", "A302", "P202", "P203", "S101") if settings.wants(RULES[code])
    ] == [
        "A302",
        "P202",
    ]


def test_without_a_selection_every_rule_is_asked() -> None:
    assert all(Settings().wants(rule) for rule in RULES.values())


def test_the_longest_code_gives_the_severity() -> None:
    settings = Settings(severity={"A": Severity.INFO, "A301": Severity.ERROR})
    assert settings.severity_of(RULES["A301"]) is Severity.ERROR
    assert settings.severity_of(RULES["A302"]) is Severity.INFO
    assert settings.severity_of(RULES["P202"]) is Severity.ERROR


def test_a_finding_is_ignored_with_a_reason() -> None:
    ignored = LINES + '  {#horn @ignore-A301="two lamps"}'
    assert told(ignored, "A", "Z") == []


def test_a_beginning_of_codes_is_enough() -> None:
    assert told(LINES + '  {#horn @ignore-A="two lamps"}', "A", "Z") == []


def test_without_a_reason_nothing_is_ignored() -> None:
    ignored = LINES + '  {#horn @ignore-A301=""}'
    assert [line[:4] for line in told(ignored, "A", "Z")] == ["A301", "Z901"]


def test_what_ignores_nothing_is_told_when_its_rule_was_asked() -> None:
    ignored = 'PP  *Recalling* the lamp,  {#lamp @ignore-A301="why"}'
    assert told(ignored, "A", "Z") == ["Z902 PP1: ignore-A301 ignores nothing here"]
    assert told(ignored, "S", "Z") == []


def test_a_holder_speaks_for_what_it_holds_and_for_its_notes() -> None:
    lines = (
        'OP  *Urges* all:  {#all @ignore-S115="quoted"}\n  -  to light it;\n  -  To keep it;\n'
        "OP  *Decides* to remain seized of the matter."
    )
    assert told(lines, "S115", "Z") == []


def test_the_title_is_spoken_for_by_the_head() -> None:
    head = 'title: Lamps.\nmeta: {"name": "ignore-P209", "text": "the name of a ship"}\n'
    assert told(head + LINES, "P209", "Z") == []
