"""What could be typed next: candidates by what the line expects, without any terminal.

The parser of commands says what the end of an unfinished line can be; here each kind of argument
has its source. Every source is in proportion to the draft at most, and what is shown beside a
candidate is worked out only for those that are shown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import chain
from types import MappingProxyType

from drafter.clauses import Clause, clause_of
from drafter.commands import COMMANDS, NAMES, Argument, Expected, Kind, State, expected
from drafter.commands.find import find as find_address
from drafter.commands.find import read_address
from drafter.commands.head import head_form
from drafter.edit import find as find_block
from drafter.errors import DrafterError
from drafter.model import Block, Paragraph
from drafter.schema import Field, form_of, form_of_slots
from drafter.shell.fuzzy import best
from drafter.shell.memory import beginnings, cut, used
from drafter.shell.paths import files
from drafter.shell.suggest import likely

MOST = 60
"""How many candidates are offered: who does not find it among these types one sign more."""

_PARTS = {"pp": "preambular", "op": "operative", "sub": "sub-paragraph", "note": "note"}
_PART = re.compile(r"\b(pp|op|sub|note)\b", re.IGNORECASE)
_NAME = re.compile(r"(?:^|(?<=\s))([A-Za-z][\w-]*)=")
_ITEM = re.compile(
    r"(?:(?:part|annex|section) \S+ )*\b(?:op|pp) [^\s()]+(?: ?\(\w+\))* ?\(\w*$", re.IGNORECASE
)
_SEARCHED = 4
"""Words up to which a text that is being typed may be a search for a clause."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that may stand next.

    `text` takes the place of the line from `start` on; `label` is shown instead of it where there
    is one, `about` beside it.
    """

    text: str
    start: int
    about: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a source of candidates needs to know."""

    state: State
    argument: Argument
    line: str
    typed: str
    start: int

    def one(self, text: str, about: str = "", label: str = "") -> Candidate:
        """A candidate for what has been typed."""
        return Candidate(text, self.start, cut(about), label)


def candidates(line: str, state: State) -> list[Candidate]:
    """What could stand at the end of a line, the likeliest first."""
    if begun := _ITEM.search(line):
        return _below(begun, state)
    wanted = expected(line, state)
    if wanted.command is None:
        known = wanted.typed or not line.strip()
        return _commands(wanted) if known else []
    found = chain.from_iterable(
        _of_argument(_Wanted(state, argument, line, wanted.typed, wanted.start))
        for argument in wanted.arguments
    )
    distinct = {(one.start, one.text): one for one in found}
    return list(distinct.values())[:MOST]


def _below(begun: re.Match[str], state: State) -> list[Candidate]:
    """The sub-paragraphs of an address that goes on, such as op 2 (."""
    typed = begun.group().replace(" (", "(").replace("(", " (").lower()
    return [
        Candidate(text, begun.start(), beginnings(state).get(id_, ""))
        for text, id_ in state.addresses.ids.items()
        if text.lower().startswith(typed)
    ][:MOST]


def _of_argument(wanted: _Wanted) -> Iterator[Candidate]:
    """The candidates of one argument; its keyword first, where that is not there yet."""
    source = _SOURCES.get(wanted.argument.kind, _nothing)
    keyword = wanted.argument.keyword
    if not keyword:
        return source(wanted)
    said, space, rest = wanted.typed.partition(" ")
    if said.lower() == keyword and space:
        typed = rest.lstrip()
        start = wanted.start + len(wanted.typed) - len(typed)
        return source(replace(wanted, typed=typed, start=start))
    fits = not space and keyword.startswith(said.lower())
    return iter([wanted.one(f"{keyword} ", wanted.argument.help, keyword)] if fits else [])


def _commands(wanted: Expected) -> list[Candidate]:
    """Names of commands; an alias only for who begins to type it."""
    names = list(COMMANDS)
    if wanted.typed:
        names += [name for name in NAMES if name not in COMMANDS and name.startswith(wanted.typed)]
    return [
        Candidate(_goes_on(name), wanted.start, cut(COMMANDS[NAMES[name]].summary), name)
        for name in best(wanted.typed, names, most=MOST)
    ]


def _goes_on(name: str) -> str:
    """A command's name, with the space after it where it takes arguments."""
    return f"{name} " if COMMANDS[NAMES[name]].arguments else name


def _nothing(_wanted: _Wanted) -> Iterator[Candidate]:
    return iter(())


def _addresses(wanted: _Wanted) -> Iterator[Candidate]:
    texts = list(wanted.state.addresses.ids)
    return _addressed(wanted, texts, wanted.typed, wanted.start)


def _notes(wanted: _Wanted) -> Iterator[Candidate]:
    texts = [text for text in wanted.state.addresses.ids if text.startswith("note ")]
    return _addressed(wanted, texts, wanted.typed, wanted.start)


def _addressed(
    wanted: _Wanted, texts: Iterable[str], typed: str, start: int
) -> Iterator[Candidate]:
    words = beginnings(wanted.state)
    for text in best(typed.replace("(", " ("), texts, most=MOST):
        id_ = wanted.state.addresses.ids[text]
        yield Candidate(text, start, words.get(id_, ""))


def _positions(wanted: _Wanted) -> Iterator[Candidate]:
    """A word such as "before", then an address."""
    word, space, rest = wanted.typed.partition(" ")
    if not space:
        words = {"before": "before a paragraph", "after": "after a paragraph",
                 "below": "as a sub-paragraph of one"}  # fmt: skip
        yield from (wanted.one(f"{one} ", words[one], one) for one in best(word, words))
        return
    start = wanted.start + len(word) + 1
    texts = list(wanted.state.addresses.ids)
    yield from _addressed(wanted, texts, rest.lstrip(), start + len(rest) - len(rest.lstrip()))


def _choices(wanted: _Wanted) -> Iterator[Candidate]:
    chosen = best(wanted.typed, wanted.argument.choices)
    return (wanted.one(f"{choice} ", wanted.argument.help, choice) for choice in chosen)


def _content(wanted: _Wanted) -> Iterator[Candidate]:
    """A clause by search, the slots of a clause that was named, words for a text."""
    first, space, _ = wanted.typed.partition(" ")
    clause = _clause(first, wanted.state)
    if clause is not None and space:
        yield from _pairs(wanted, form_of_slots(clause.title, clause.slots).fields)
        return
    if len(wanted.typed.split()) <= _SEARCHED:
        yield from _clauses(wanted)
    yield from _words(wanted)


def _clauses(wanted: _Wanted) -> Iterator[Candidate]:
    library = wanted.state.desk.library
    head = wanted.line[: wanted.start]
    said = _PART.search(head)
    part = _PARTS[said[1].lower()] if said else None
    organ = wanted.state.resolution.masthead.organ
    found = library.search(
        wanted.typed, part=part, language=wanted.state.resolution.language, organ=organ or None
    )
    named = [clause for clause in found if clause.id.startswith(wanted.typed)]
    for clause in (named if "-" in wanted.typed and named else found)[:MOST]:
        yield wanted.one(clause.id, clause.id, clause.title)


def _clause(id_: str, state: State) -> Clause | None:
    return state.desk.library.get((state.resolution.language, id_))


def _slots(wanted: _Wanted) -> Iterator[Candidate]:
    """The slots of the clause that a paragraph was made from."""
    found = read_address(wanted.line, wanted.line.find(" "))
    if found is None:
        return iter(())
    with suppress(DrafterError):
        block = block_at(find_address(found[0], wanted.state.addresses), wanted.state)
        if isinstance(block, Paragraph):
            state = wanted.state
            clause = clause_of(block, state.library, state.language.code)
            return _pairs(wanted, form_of_slots(clause.title, clause.slots).fields)
    return iter(())


def block_at(id_: str, state: State) -> Block:
    """The block of an id.

    Raises:
        NoSuchParagraph: there is none; a note, perhaps.
    """
    return find_block(state.resolution, id_).block


def _words(wanted: _Wanted) -> Iterator[Candidate]:
    """Opening phrases at the start of a text; symbols and names that the draft has used, in it."""
    typed = wanted.typed
    if typed and " " not in typed.strip():
        yield from _openings(wanted)
    found = re.search(r"[^\s\[\](){}\"“”]+$", typed)
    if found is None or len(found.group()) < 2:
        return
    start = wanted.start + found.start()
    known = used(wanted.state)
    for text in best(found.group(), known, most=12):
        if text.casefold().startswith(found.group().casefold()):
            yield Candidate(text, start, known[text])


def _openings(wanted: _Wanted) -> Iterator[Candidate]:
    lexicon = wanted.state.desk.lexicon(wanted.state.resolution.language)
    said = _PART.search(wanted.line[: wanted.start])
    preambular = said is not None and said[1].lower() == "pp"
    phrases = lexicon.preambular if preambular else lexicon.operative
    typed = wanted.typed.strip().casefold()
    begun = sorted(phrase for phrase in phrases if phrase.startswith(typed))
    for phrase in begun[:8]:
        yield wanted.one(phrase[:1].upper() + phrase[1:], "opening words")


def _skeletons(wanted: _Wanted) -> Iterator[Candidate]:
    skeletons = wanted.state.desk.skeletons
    for name in best(wanted.typed, skeletons, lambda one: f"{one} {skeletons[one].title}"):
        yield wanted.one(name, skeletons[name].title)


def _rules(wanted: _Wanted) -> Iterator[Candidate]:
    """The codes of the rules that found something."""
    try:
        found = {one.code: one.message for one in wanted.state.problems if one.code}
    except DrafterError:
        return  # the settings cannot be read; the command says so
    typed = wanted.typed.upper()
    for code in sorted(found):
        if code.startswith(typed):
            yield wanted.one(code, found[code])


def _moments(wanted: _Wanted) -> Iterator[Candidate]:
    """The states of the draft, the newest first, with what was done after them."""
    past = wanted.state.past
    yield from (
        wanted.one(f"@{place}", f"before: {past[place].said}")
        for place in range(len(past) - 1, max(len(past) - MOST, -1), -1)
        if f"@{place}".startswith(wanted.typed)
    )
    if "saved".startswith(wanted.typed):
        yield wanted.one("saved", "the draft as its file has it")


def _fields(wanted: _Wanted) -> Iterator[Candidate]:
    return _pairs(wanted, head_form(wanted.state).fields)


def _options(wanted: _Wanted) -> Iterator[Candidate]:
    return _pairs(wanted, form_of(wanted.state.desk.schema("export")).fields)


def _pairs(wanted: _Wanted, fields: Iterable[Field]) -> Iterator[Candidate]:
    """Names that have no value yet, up to "="; after it the likely values."""
    named = {field.name.replace("_", "-"): field for field in fields}
    given = list(_NAME.finditer(wanted.typed))
    end = given[-1].end() if given else 0
    value = wanted.typed[end:]
    if given and given[-1][1] in named and not value.endswith(" "):
        field = named[given[-1][1]]
        for choice in best(value, likely(field, wanted.state), lambda one: one.value):
            yield Candidate(choice.value, wanted.start + end, cut(choice.label))
    last = value.rsplit(" ", 1)[-1]
    if given and " " not in value:
        return
    start = wanted.start + len(wanted.typed) - len(last)
    for name in best(last, [name for name in named if name not in {one[1] for one in given}]):
        yield Candidate(f"{name}=", start, cut(named[name].title))


def _files(wanted: _Wanted) -> Iterator[Candidate]:
    return (wanted.one(name) for name in files(wanted.typed)[:MOST])


def _names(wanted: _Wanted) -> Iterator[Candidate]:
    return (wanted.one(name, COMMANDS[name].summary) for name in best(wanted.typed, list(COMMANDS)))


_SOURCES: Mapping[Kind, Callable[[_Wanted], Iterator[Candidate]]] = MappingProxyType(
    {
        Kind.ADDRESS: _addresses,
        Kind.NOTE: _notes,
        Kind.POSITION: _positions,
        Kind.CHOICE: _choices,
        Kind.CONTENT: _content,
        Kind.CLAUSE: _clauses,
        Kind.SLOTS: _slots,
        Kind.TEXT: _words,
        Kind.WORDS: _words,
        Kind.FIELDS: _fields,
        Kind.OPTIONS: _options,
        Kind.FILE: _files,
        Kind.SKELETON: _skeletons,
        Kind.RULE: _rules,
        Kind.MOMENT: _moments,
        Kind.COMMAND: _names,
    }
)
