from __future__ import annotations

from tests.drafts import fixed, found, told

LONE = "OP  *Decides* to remain seized of the matter."


def test_a_slip_of_the_keyboard_is_mended_to_the_nearest_opening_word() -> None:
    lines = "PP  *Reccalling also* the lamps of old,"
    assert told(lines, "S1") == [
        "S105 PP1: 'Reccalling' is no known opening word; did you mean 'Recalling'?"
    ]
    assert fixed(lines, "S1") == "PP  *Recalling also* the lamps of old,"


def test_an_adverb_before_a_known_verb_makes_no_unknown_opening() -> None:
    assert told("PP  *Utterly deploring* the darkness,", "S1") == []


def test_a_new_word_of_the_right_form_is_none_of_our_business() -> None:
    assert told("PP  *Praising* the keepers,", "S1") == []
    assert told("PP  Praising the keepers,", "S1") != []


def test_a_word_that_is_not_like_any_known_one_is_not_mended() -> None:
    (finding,) = found("PP  *Above* the keepers,", "S1")
    assert (finding.code, finding.fix) == ("S105", None)


def test_paragraphs_of_a_declaration_are_one_finding() -> None:
    lines = f"OP  We see the lamps.\nOP  We see the horns.\nOP  We see the ships.\n{LONE}"
    assert told(lines, "S106") == [
        (
            "S106 1.: 3 paragraphs in a row have no opening words: an operative paragraph opens"
            " with a verb in the present tense"
        )
    ]


def test_the_enacting_line_is_that_of_the_organ() -> None:
    lines = "organ: human-rights-council\nENACTING  *The General Assembly*,\nPP  *Noting* it,"
    (finding,) = found(lines, "S102")
    assert finding.message == (
        "the enacting line reads 'The General Assembly'; that of the organ is"
        " 'The Human Rights Council'"
    )
    assert finding.fix is None


def test_capitals_of_the_enacting_line_are_mended_and_the_comma_stays() -> None:
    assert fixed("ENACTING  *The general assembly*,\nPP  *Noting* it,", "S102") == (
        "ENACTING  *The General Assembly*,\nPP  *Noting* it,"
    )


def test_a_lone_paragraph_of_the_security_council_may_have_its_number() -> None:
    lines = "organ: security-council\ntitle: none\nENACTING  *The Security Council*,\n"
    assert told(f'{lines}{LONE}  {{#a label="1."}}', "S108") == []


def test_a_label_that_is_no_number_is_left_alone() -> None:
    lines = f'OP  *Notes* the lamp;\nOP  *Welcomes* it;  {{#a label="1 bis."}}\n{LONE}'
    assert told(lines, "S109") == []


def test_parts_with_titles_of_their_own_need_no_common_one() -> None:
    lines = (
        "%drafter 1\norgan: general-assembly\n\nPART A\nTITLE  Lamps\n"
        "ENACTING  *The General Assembly*\nOP  *Notes* the lamp.\n"
        "PART B\nTITLE  Horns\nENACTING  *The General Assembly*\nOP  *Notes* the horn.\n"
    )
    assert told(lines, "S110") == []


def test_a_heading_of_a_section_counts_as_its_own() -> None:
    lines = (
        "SECTION\n  # Lamps\n  OP  *Notes* the lamp;\nSECTION\n  # Horns\n"
        "  OP  *Decides* to remain seized of the matter."
    )
    assert told(lines, "S116", "S117") == []


def test_a_text_inside_the_text_has_habits_of_its_own() -> None:
    lines = "OP  *Recommends* the following:\nEMBEDDED  Draft\n  OP  a lamp\n"
    assert told(lines, "S104", "S106", "S115") == []


def test_a_text_without_italics_has_one_finding() -> None:
    lines = "\n".join(f"PP  Noting lamp {number}," for number in range(5))
    said = "the opening words 'Noting' are not in italics; nor are those of 4 more"
    assert told(lines, "S107") == [f"S107 PP1: {said}: PP2, PP3, PP4, PP5"]
    assert fixed(lines, "S107") == lines.replace("Noting", "*Noting*")


def test_a_verb_in_ise_suggests_a_participle_in_ize() -> None:
    (finding,) = found("PP  *Recognises* the keepers,", "S103")
    assert finding.message.endswith("such as 'Recognizing'")
