"""`add` and `fill`: paragraphs from clauses, or typed."""

from __future__ import annotations

import re
from dataclasses import replace

from drafter.clauses import Part, fill
from drafter.codec import nearest
from drafter.commands.command import Argument, Call, Command, Kind, Pairs
from drafter.commands.faults import Unclear
from drafter.commands.filling import clause_in, fill_again, form_of_clause, pick_clause, slot_values
from drafter.commands.find import find as find_address
from drafter.commands.find import read_address
from drafter.commands.markup import read_body
from drafter.commands.passage import several
from drafter.commands.read import Reader
from drafter.commands.requests import Edit, Outcome, Show
from drafter.commands.shared import WHAT, ended, maker, part_of
from drafter.commands.state import State, change
from drafter.edit import After, End, Inside, Position, insert
from drafter.errors import Refused
from drafter.model import Blank, Paragraph, Role, Section, Zone, plain_text, query, query_inlines

ROLES = {
    "pp": Role.PREAMBULAR,
    "op": Role.OPERATIVE,
    "sub": Role.ITEM,
    "bullet": Role.BULLET,
    "text": Role.PLAIN,
}
PARTS = {
    Role.PREAMBULAR: Part.PREAMBULAR,
    Role.OPERATIVE: Part.OPERATIVE,
    Role.ITEM: Part.SUB_PARAGRAPH,
}


_LED = re.compile(
    r"(?:to\s+)?(?:(?:op|pp)\s*(?:\d|last\b|first\b)"  # op 1 To do
    r"|\d{1,3}\s?[a-z]?(?:\s*\([a-z]+\))*(?=\s+[A-Z*{\"“]|$))",  # 1 To do; but 12 boats
    re.IGNORECASE,
)


def _add(state: State, call: Call) -> Outcome:
    typed = call.text("content")
    if not call.has("what"):
        return _add_clause(state, call, typed)
    role = ROLES[call.text("what")]
    position, quoted = call.position("position"), call.quoted("content")
    if position is None and not quoted:
        position, typed = _led(state, role, typed)
        typed, quoted = _unquoted(typed, state) if position else (typed, False)
    position = position or default_position(state, role)
    if role is Role.PREAMBULAR and isinstance(position, End) and position.zone is Zone.OPERATIVE:
        position = End(Zone.PREAMBLE, position.index)
    if not typed:
        return _search(state, role, position, "")
    found = clause_in(typed, state)
    if found is not None:
        clause, pairs = found
        return _from_clause(state, clause.id, position, role, pairs)
    if role not in PARTS or quoted or is_text(typed, role, state):
        return _typed(state, role, position, typed)
    return _search(state, role, position, typed)


def _add_clause(state: State, call: Call, typed: str) -> Outcome:
    """A clause is added where it belongs; of other words it must be said what they are.

    Raises:
        Unclear: they name no clause that a paragraph can be made of.
    """
    found = clause_in(typed, state)
    kinds = {PARTS[role]: role for role in PARTS}
    if found is None or found[0].part not in kinds:
        word = typed.partition(" ")[0]
        hint = nearest(word, ROLES) if word else "such as: add op Decides to meet"
        start = call.line.find(typed) if typed else len(call.line)
        raise Unclear(
            f"here should stand one of {', '.join(ROLES)}", hint=hint, line=call.line, at=start
        )
    clause, pairs = found
    role = kinds[clause.part]
    position = call.position("position") or default_position(state, role)
    return _from_clause(state, clause.id, position, role, pairs)


def _led(state: State, role: Role, typed: str) -> tuple[Position | None, str]:
    """The position that an address before the text means, and the text: add sub op 1 To do.

    A sub-paragraph goes below what is named, another paragraph after it.

    Raises:
        NoSuchParagraph: there is no such paragraph.
    """
    led = _LED.match(typed)
    if led is None or (typed[:1].isdigit() and not _capital_follows(typed, led.end())):
        return None, typed
    start = 3 if typed.lower().startswith("to ") else 0
    found = read_address(typed, start)
    if found is None:
        return None, typed
    id_ = find_address(found[0], state.addresses, state.here)
    below = role in {Role.ITEM, Role.BULLET}
    return Inside(id_) if below else After(id_), typed[found[1] :].strip()


def _unquoted(typed: str, state: State) -> tuple[str, bool]:
    """A text without the quotes around all of it, and whether it had some: add op 3 "To do;"."""
    inner = Reader(typed, state).quoted_rest()
    return (typed, False) if inner is None else (inner, True)


def _capital_follows(typed: str, end: int) -> bool:
    """Whether the words after a number begin as a text does: "1 To do", not "12 boats"."""
    rest = typed[end:].strip()
    return not rest or rest[0].isupper() or rest[0] in '*{"“'


def is_text(typed: str, role: Role, state: State) -> bool:
    """Whether words are a paragraph rather than a search for a clause.

    They are when they begin with known opening words and go on, or are long, or end as a paragraph
    does, or stand in several lines. Small letters at the start are those of a search: "guided
    charter".
    """
    words = typed.strip()
    if "\n" in words:
        return True
    opening = state.desk.lexicon(state.resolution.language).opening(words, role)
    goes_on = len(words.split()) > len(opening.split()) and not words[:1].islower()
    goes_on = goes_on and bool(opening)
    return goes_on or words[:1] in {"*", "{"} or words[-1:] in ".,;:" or len(words.split()) > 8


def _typed(state: State, role: Role, position: Position, typed: str) -> Outcome:
    if "\n" in typed.strip():
        return several(state, role, position, typed)
    make = maker(state)
    opens = role if role in {Role.PREAMBULAR, Role.OPERATIVE} else None
    body = read_body(typed, opens, state, make)
    if not body:
        raise Refused("the paragraph has no text", hint="type its text, or leave the form")
    return put(state, Paragraph(make.make("p", plain_text(body)), role, body), position)


def _search(state: State, role: Role, position: Position, words: str) -> Outcome:
    """A choice among clauses, with the choice to type a text."""

    def chosen(now: State, value: str) -> Outcome:
        if value:
            return _from_clause(now, value, position, role, ())
        return now, Edit(
            "text",
            words,
            lambda then, text: _typed(then, role, position, text),
            lines=True,
        )

    part = PARTS.get(role)
    if part is None:
        return chosen(state, "")
    return state, pick_clause(state, part, words, chosen)


def _from_clause(state: State, id_: str, position: Position, role: Role, pairs: Pairs) -> Outcome:
    clause = state.library.get_clause(id_, state.language.code)

    def filled(now: State, values: object) -> Outcome:
        given = dict(values) if isinstance(values, dict) else {}
        made = fill(clause, given, now.context, maker(now))
        fitted = Paragraph(made.id, role, made.body, meta=made.meta)
        return put(now, fitted, position)

    if pairs or not clause.slots:
        return filled(state, slot_values(clause, pairs, state))
    return state, form_of_clause(clause, state, filled)


def put(state: State, new: Paragraph, position: Position) -> Outcome:
    """The state with a paragraph put in, and what is shown of it."""
    there = ended(state, insert(state.resolution, new, position), new.id)
    after = change(state, there, lambda made: f"{made.address(new.id)} added", new.id)
    return after, Show((new.id,), (after.said, *_left(after, new)))


def _left(state: State, new: Paragraph) -> tuple[str, ...]:
    """What is still to be filled in a new paragraph, and how."""
    text = query_inlines((*new.body, *new.tail))
    names = list(dict.fromkeys(one.name for one in text if isinstance(one, Blank)))
    if not names or "clause" not in dict(new.meta):
        return ()
    where = state.address(new.id)
    return (f"still to be filled: {', '.join(names)}; fill {where} {names[0]}=...",)


def default_position(state: State, role: Role) -> Position:
    """Where a new paragraph goes: the end of its part; an item after the last changed one.

    Raises:
        Refused: there is no paragraph that an item could go below.
    """
    index = part_of(state)
    part = state.resolution.parts[index]
    if role in {Role.ITEM, Role.BULLET}:
        return _below(state, index)
    if role is Role.PREAMBULAR:
        return End(Zone.PREAMBLE, index)
    last = part.operative[-1] if part.operative else None
    return Inside(last.id) if isinstance(last, Section) else End(Zone.OPERATIVE, index)


def _below(state: State, index: int) -> Position:
    """Below the last changed paragraph; beside it, where that is an item itself."""
    holder = ""
    for site in query(state.resolution):
        if isinstance(site.block, Paragraph) and site.zone is Zone.OPERATIVE:
            if site.block.id == state.here:
                item = site.block.role in {Role.ITEM, Role.BULLET} and site.above
                return Inside(site.above[-1].id if item else site.block.id)
            if site.index == index and site.block.role is Role.OPERATIVE:
                holder = site.block.id
    if not holder:
        raise Refused("there is no paragraph to add it to", hint="add an op first")
    return Inside(holder)


def _fill(state: State, call: Call) -> Outcome:
    return fill_again(state, call.text("what") or _next_open(state), call.pairs("slots"))


def _next_open(state: State) -> str:
    """The first paragraph that was made from a clause and has an unfilled slot.

    Raises:
        Refused: there is none.
    """
    for site in query(state.resolution):
        block = site.block
        if isinstance(block, Paragraph) and "clause" in dict(block.meta):
            text = (*block.body, *block.tail)
            if any(isinstance(inline, Blank) for inline in query_inlines(text)):
                return block.id
    raise Refused(
        "no clause has an unfilled slot", hint="name a paragraph to fill it anew: fill op 3"
    )


_ALSO = (
    *(("preambular", "pp"), ("operative", "op"), ("paragraph", "op"), ("item", "sub")),
    *(("subparagraph", "sub"), ("sub-paragraph", "sub")),
)

ADDING: tuple[Command, ...] = (
    Command(
        "add",
        "add pp|op|sub|bullet|text [before|after|below ADDRESS] [CLAUSE slot=value ...|TEXT]",
        "Add a paragraph: from a clause, by a search for one, or typed.",
        _add,
        (
            Argument(
                "what",
                Kind.CHOICE,
                "pp, op, sub, bullet or text",
                optional=True,
                choices=tuple(ROLES),
                also=_ALSO,
            ),
            Argument("position", Kind.POSITION, "a position, such as after op 2", optional=True),
            Argument("content", Kind.CONTENT, "a clause or a text", optional=True),
        ),
        ("a", "insert"),
        help="""\
With the name of a clause and values the paragraph is there at once; slots without a value stay
visible blanks. With the name alone the slots are asked for. Other words are looked for among the
clauses, unless they begin as a paragraph does or stand in quotes: then they are its text, whose
opening words are found by themselves. Without a position it goes to the end; a sub goes below the
paragraph that was changed last.

Several lines, typed or pasted, are several paragraphs: "- " begins a sub-paragraph, two spaces more
one of the next level.

In a text {op 3} is a reference to paragraph 3, {note: words} a footnote, *words* are italic.""",
        examples=(
            "add op",
            "add op op-request-report session=81 subject='the present resolution'",
            "add pp after pp 2 Recalling its resolution 64/1,",
            "add sub op 3 The needs of islands;",
            'add op "Decides to act on {op 2};"',
            "add text below annex The programme is:",
        ),
        group="Paragraphs",
    ),
    Command(
        "fill",
        "fill [ADDRESS] [slot=value ...]",
        "Fill the slots of a paragraph made from a clause; without an address, of the next one.",
        _fill,
        (replace(WHAT, optional=True), Argument("slots", Kind.SLOTS, "slot=value", optional=True)),
        ("refill",),
        examples=("fill", "fill op 3", "fill op 3 session=82"),
        group="Paragraphs",
    ),
)
