"""The masthead: fields found one after the other in a line, glued together or not.

Extraction runs the cells of the masthead's table together ("United NationsA/RES/64/1General
AssemblyDistr.: General"). A line belongs to the masthead only when its fields cover it whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from drafter.formats.common.furniture import Found
from drafter.formats.common.line import Line, Stretch
from drafter.formats.common.log import Log
from drafter.formats.common.words import Words, known_symbol, organs
from drafter.model import AgendaItem, Inlines, Masthead
from drafter.report import Kind

_GAP = re.compile(r"[\s*|]*")
_ANY_SYMBOL = re.compile(r"[A-Z][A-Za-z]{0,9}(?:/[A-Za-z0-9.()-]+)+\*?")


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a masthead line: what it is, our word for it, and the end of its text."""

    name: str
    value: str
    end: int


def scan(text: str, words: Words) -> tuple[Field, ...]:
    """The fields that a folded line consists of; none when it is not all masthead."""
    fields: list[Field] = []
    at = _skip(text, 0)
    while at < len(text):
        found = next(_fields_at(text, at, words), None)
        if found is None:
            return _with_rest(text, at, fields)
        fields.append(found)
        at = _skip(text, found.end)
    return tuple(fields)


def is_masthead(line: Line, words: Words) -> bool:
    """Whether a line is masthead and could be nothing else: more than a date or a name."""
    fields = scan(line.folded, words)
    telling = [f for f in fields if f.name in {"distribution", "session", "agenda", "original"}]
    return bool(telling) or len(fields) > 1


def any_symbol(line: Line) -> str:
    """A line that has the form of a document symbol, known to a profile or not."""
    return line.folded.rstrip("*") if _ANY_SYMBOL.fullmatch(line.folded) else ""


def _skip(text: str, at: int) -> int:
    found = _GAP.match(text, at)
    return found.end() if found else at


def _with_rest(text: str, at: int, fields: list[Field]) -> tuple[Field, ...]:
    """An agenda item may have its title glued to it; any other rest says: no masthead."""
    if fields and fields[-1].name == "agenda" and text[at : at + 1].isupper():
        return (*fields, Field("agenda-title", text[at:], len(text)))
    return ()


def _fields_at(text: str, at: int, words: Words) -> Iterator[Field]:
    for name, pattern in _patterns(words):
        if (found := pattern.match(text, at)) and found.end() > at:
            value = found["languages"] if name == "original" else found[0]
            yield Field(name, value, found.end())
    rest = text[at:].casefold()
    for name, printed in _printed(words):
        for phrase, own in printed.items():
            if rest.startswith(phrase.casefold()):
                yield Field(name, own, at + len(phrase))


def _patterns(words: Words) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return (
        ("united-nations", words.united_nations),
        ("symbol", known_symbol()),
        ("original", words.original),
        ("date", words.day),
        ("agenda", words.agenda),
        ("session", words.session),
    )


def _printed(words: Words) -> tuple[tuple[str, Mapping[str, str]], ...]:
    return (
        ("distribution", words.distribution),
        ("committee", words.committees),
        ("organ", words.organs),
    )


@dataclass(slots=True)
class Gathered:
    """The masthead as it is gathered from its lines; the first value of a field stands."""

    words: Words
    log: Log
    values: dict[str, str] = field(default_factory=dict)
    agenda: list[Stretch] = field(default_factory=list)
    titles: dict[int, list[Stretch]] = field(default_factory=dict)
    organs: dict[str, Line] = field(default_factory=dict)

    def line(self, line: Line, fields: tuple[Field, ...]) -> None:
        """Take the fields of one line; glued ones are reported as read apart."""
        if len(fields) == 1 and self.values.get(fields[0].name) == fields[0].value:
            self.log.skip(line, f"the {fields[0].name}, repeated", line.text)
        start = 0
        for one in fields:
            self._field(line, one, start)
            start = one.end
        if len(fields) > 1:
            names = ", ".join(one.name for one in fields)
            self.log.add(
                Kind.REPAIRED, line, f"masthead fields run together, read as {names}", line.text
            )

    def found(self, found: Found, line: Line) -> None:
        """Take what furniture says about the document."""
        for name, value in (("job", found.job), ("symbol", found.symbol)):
            if value:
                self._value(line, name, value)

    def agenda_title(self, stretch: Stretch) -> None:
        """A stretch of the title of the agenda item found last."""
        self.titles.setdefault(len(self.agenda) - 1, []).append(stretch)

    def stretches(self) -> Iterator[Stretch]:
        """Everything of the masthead that may call a note, in reading order."""
        for place, item in enumerate(self.agenda):
            yield item
            yield from self.titles.get(place, ())

    def masthead(self, inlines: Callable[[Iterable[Stretch]], Inlines]) -> Masthead:
        """The masthead; `inlines` makes text of stretches of lines, with its notes."""
        values = self.values
        return Masthead(
            organ=self._organ(),
            symbol=values.get("symbol", ""),
            distribution=values.get("distribution", ""),
            date=self.words.read_date(values.get("date", "")),
            original=self._languages(values.get("original", "")),
            session=values.get("session", ""),
            committee=values.get("committee", ""),
            agenda=tuple(
                AgendaItem(inlines((item,)), inlines(self.titles.get(place, ())))
                for place, item in enumerate(self.agenda)
            ),
            job_number=values.get("job", ""),
        )

    def _field(self, line: Line, found: Field, start: int) -> None:
        if found.name == "agenda":
            end = found.end + (line.text[found.end : found.end + 1] == "*")
            self.agenda.append(Stretch(line, _skip(line.text, start), end))
        elif found.name == "agenda-title":
            self.agenda_title(Stretch(line, start, found.end))
        elif found.name != "united-nations":
            self._value(line, found.name, found.value)

    def _value(self, line: Line, name: str, value: str) -> None:
        before = self.values.setdefault(name, value)
        if name == "organ":
            self.organs.setdefault(value, line)
        elif before != value:
            self.log.add(
                Kind.METADATA,
                line,
                f"the {name} is {before!r} and, here, {value!r}: the first one stands",
                line.text,
            )

    def _organ(self) -> str:
        """The organ: of several, the one whose symbol it is, else the first.

        Subsidiary organs print their parent above them: the Human Rights Council, the Assembly.
        """
        named = (one.name for one in organs() if one.symbol_form(self.values.get("symbol", "")))
        own = next((name for name in named if name in self.organs), next(iter(self.organs), ""))
        for name, line in self.organs.items():
            if name != own:
                self.log.skip(line, f"the organ {name!r} beside {own!r}", line.text)
        return own

    def _languages(self, printed: str) -> tuple[str, ...]:
        names = sorted(self.words.languages, key=len, reverse=True)
        if not names:
            return ()
        every = re.compile("|".join(re.escape(name) for name in names), re.IGNORECASE)
        by_name = {name.casefold(): code for name, code in self.words.languages.items()}
        return tuple(by_name[found[0].casefold()] for found in every.finditer(printed))
