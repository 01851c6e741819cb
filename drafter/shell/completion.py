"""What could be typed next: candidates by what the line expects, without any terminal.

The parser of commands says what the end of an unfinished line can be; here each kind of argument
has its source. Every source is in proportion to the draft at most, and what is shown beside a
candidate is worked out only for those that are shown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from types import MappingProxyType

from drafter.clauses import Clause
from drafter.commands import COMMANDS, NAMES, Argument, Expected, Kind, State, expected
from drafter.model import Paragraph, passages, plain_text, query
from drafter.shell.fuzzy import best
from drafter.shell.paths import files

MOST = 60
"""How many candidates are offered: who does not find it among these types one sign more."""

ABOUT = 48
"""Most signs of what is shown beside a candidate."""

_PARTS = {"pp": "preambular", "op": "operative", "sub": "sub-paragraph", "note": "note"}
_PART = re.compile(r"\b(pp|op|sub|note)\b", re.IGNORECASE)
_CITED = re.compile(
    r"(?<![\w/])(?:[A-Z][A-Z0-9]*(?:/[A-Z0-9][\w.-]*\w)+|(?:E?S-)?\d{1,4}/\d{1,4}"
    r"|\d{1,4}(?: [A-Z])? \((?:[IVXLC]+|\d{4})\))"
)


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
        return Candidate(text, self.start, about[:ABOUT], label)


def candidates(line: str, state: State) -> list[Candidate]:
    """What could stand at the end of a line, the likeliest first."""
    wanted = expected(line, state)
    if wanted.command is None:
        return _commands(wanted)
    found = chain.from_iterable(
        _SOURCES.get(argument.kind, _nothing)(
            _Wanted(state, argument, line, wanted.typed, wanted.start)
        )
        for argument in wanted.arguments
    )
    distinct = {(one.start, one.text): one for one in found}
    return list(distinct.values())[:MOST]


def _commands(wanted: Expected) -> list[Candidate]:
    """Names of commands; an alias only for who begins to type it."""
    names = list(COMMANDS)
    if wanted.typed:
        names += [name for name in NAMES if name not in COMMANDS and name.startswith(wanted.typed)]
    return [
        Candidate(_goes_on(name), wanted.start, COMMANDS[NAMES[name]].summary[:ABOUT], name)
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
        yield from _slots(wanted, clause)
        return
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
    for clause in found[:MOST]:
        yield wanted.one(clause.id, clause.title)


def _clause(id_: str, state: State) -> Clause | None:
    return state.desk.library.get((state.resolution.language, id_))


def _slots(wanted: _Wanted, clause: Clause) -> Iterator[Candidate]:
    """The names of the slots that have no value yet."""
    last = wanted.typed.rsplit(" ", 1)[-1]
    if "=" in last:
        return
    given = set(re.findall(r"(\S+)=", wanted.typed))
    start = wanted.start + len(wanted.typed) - len(last)
    slots = {slot.name: slot for slot in clause.slots if slot.name not in given}
    for name in best(last, slots):
        yield Candidate(f"{name}=", start, slots[name].label[:ABOUT])


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
    for name in best(wanted.typed, skeletons):
        yield wanted.one(name, skeletons[name].title)


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


def _pairs(wanted: _Wanted) -> Iterator[Candidate]:
    """Names of fields or options, up to "="; then what the language profile has for them."""
    last = wanted.typed.rsplit(" ", 1)[-1]
    start = wanted.start + len(wanted.typed) - len(last)
    if "=" not in last:
        for name in best(last, wanted.argument.choices):
            yield Candidate(f"{name}=", start, wanted.argument.help[:ABOUT])


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
        Kind.SLOTS: _content,
        Kind.TEXT: _words,
        Kind.WORDS: _words,
        Kind.FIELDS: _pairs,
        Kind.OPTIONS: _pairs,
        Kind.FILE: _files,
        Kind.SKELETON: _skeletons,
        Kind.MOMENT: _moments,
        Kind.COMMAND: _names,
    }
)


class _Last:
    """What was worked out for a draft, kept until another draft is asked for."""

    def __init__(self, make: Callable[[State], dict[str, str]]) -> None:
        self.make = make
        self.draft: object = None
        self.made: dict[str, str] = {}

    def __call__(self, state: State) -> dict[str, str]:
        if state.resolution is not self.draft:
            self.made = self.make(state)
            self.draft = state.resolution
        return self.made


def _beginnings(state: State) -> dict[str, str]:
    return {
        site.block.id: plain_text(site.block.body)[:ABOUT]
        for site in query(state.resolution)
        if isinstance(site.block, Paragraph)
    }


def _used(state: State) -> dict[str, str]:
    """Symbols that the draft has used, and the names of organs and committees."""
    found: dict[str, str] = {}
    for passage in passages(state.resolution):
        for symbol in _CITED.findall(plain_text(passage.text)):
            found.setdefault(symbol, "used in the draft")
    language = state.language
    for names in (language.organs, language.committees):
        found.update((name, "organ") for name in names.values() if name not in found)
    return {**found, **_known(state)}


def _known(state: State) -> dict[str, str]:
    """States and entities, where the desk knows their names."""
    known = state.desk.names(state.resolution.language)
    return {**dict.fromkeys(known.states, "State"), **dict.fromkeys(known.entities, "entity")}


beginnings = _Last(_beginnings)
"""The first words of each paragraph of a draft, by id."""
used = _Last(_used)
"""Names and symbols for a text, with what they are."""
