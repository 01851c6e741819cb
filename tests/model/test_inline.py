from __future__ import annotations

from drafter.model import (
    Break,
    Emphasis,
    Inlines,
    Link,
    Note,
    Run,
    Style,
    Text,
    build,
    flatten,
    map_inlines,
    normalise,
    plain_text,
    query_inlines,
    text,
)


def italic(*body: Text | Emphasis) -> Emphasis:
    return Emphasis(Style.ITALIC, body)


def bold(*body: Text | Emphasis) -> Emphasis:
    return Emphasis(Style.BOLD, body)


def test_neighbouring_text_is_one_text_and_nothing_is_empty() -> None:
    assert normalise((Text("Re"), Text(""), Text("calling"), italic())) == (Text("Recalling"),)


def test_nesting_follows_the_order_of_styles() -> None:
    assert normalise((bold(italic(Text("a")), Text("b")),)) == (
        italic(bold(Text("a"))),
        bold(Text("b")),
    )


def test_equal_looks_have_one_normal_form() -> None:
    split = (italic(Text("Tre")), italic(Text("aty")), Text(" Series"))
    whole = (italic(Text("Treaty")), Text(" Series"))
    assert normalise(split) == normalise(whole)


def test_notes_and_breaks_carry_no_style() -> None:
    note = Note("n-1", text("See annex."))
    styled: Inlines = (Emphasis(Style.BOLD, (Text("A"), note, Text("B"), Break())),)
    assert normalise(styled) == (bold(Text("A")), note, bold(Text("B")), Break())


def test_a_link_goes_around_its_styles() -> None:
    assert normalise((italic(Text("See ")), Emphasis(Style.ITALIC, (Link("u:1", text("x")),)))) == (
        italic(Text("See ")),
        Link("u:1", (italic(Text("x")),)),
    )


def test_flat_runs_and_inlines_are_two_views_of_one_thing() -> None:
    inlines = (italic(Text("Treaty "), bold(Text("Series"))), Text(", vol. 1"))
    assert flatten(inlines) == (
        Run(Text("Treaty "), (Style.ITALIC,)),
        Run(Text("Series"), (Style.ITALIC, Style.BOLD)),
        Run(Text(", vol. 1")),
    )
    assert build(flatten(inlines)) == inlines


def test_plain_text_has_the_words_and_no_marks() -> None:
    body = (italic(Text("Recalling")), Text(" it,"), Note("n-1", text("Note.")), Break(), Text("b"))
    assert plain_text(body) == "Recalling it, b"


def test_map_goes_into_notes_and_query_finds_what_is_inside() -> None:
    body = (Text("a"), Note("n-1", text("b")))

    def louder(inline: object) -> Inlines:
        return (Text(inline.text.upper()),) if isinstance(inline, Text) else (inline,)  # type: ignore[return-value] # the other inlines pass through

    assert map_inlines(body, louder) == (Text("A"), Note("n-1", text("B")))
    assert [type(i).__name__ for i in query_inlines(body)] == ["Text", "Note", "Text"]


def test_runs_with_doubled_or_disordered_styles_build_the_normal_form() -> None:
    runs = (
        Run(Text("a"), (Style.BOLD, Style.ITALIC)),
        Run(Text("b"), (Style.ITALIC, Style.BOLD, Style.ITALIC)),
    )
    assert build(runs) == (italic(bold(Text("ab"))),)
