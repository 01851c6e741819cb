"""A text being edited at random, and the truth about every edit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from random import Random

from benchmarks.diff_quality.texts import Line, Lines

Words = tuple[str, ...]
SMALL = 0.12
"""Share of words that a light edit changes; a rewording changes 0.2 to 0.4, half-new 0.5."""


@dataclass(slots=True)
class Script:
    """A text being edited: lines, words to take from, and what was done to which line."""

    lines: list[Line]
    strange: Sequence[Words]
    touched: set[int] = field(default_factory=set)
    kinds: dict[int, str] = field(default_factory=dict)
    origin: dict[int, tuple[int, ...]] = field(default_factory=dict)
    deleted: list[int] = field(default_factory=list)
    note_kinds: dict[int, str] = field(default_factory=dict)
    notes_deleted: list[int] = field(default_factory=list)
    marks: int = 0
    next_name: int = 20_000

    def name(self) -> int:
        """A name that no line and no note has."""
        self.next_name += 1
        return self.next_name

    def free(self, chance: Random, fewest: int = 8) -> int | None:
        """The place of a line that nothing has been done to, or None."""
        places = [
            place
            for place, line in enumerate(self.lines)
            if line.name not in self.touched and len(line.words) >= fewest
        ]
        return chance.choice(places) if places else None

    def alone(self, place: int) -> bool:
        """Whether a line has no lines below it."""
        after = place + 1
        if after == len(self.lines) or self.lines[after].area is not self.lines[place].area:
            return True
        return self.lines[after].level <= self.lines[place].level

    def put(self, place: int, line: Line, kind: str) -> None:
        """Put a changed line in its place."""
        self.lines[place] = line
        self.touched.add(line.name)
        self.kinds[line.name] = kind

    def insert(self, place: int, words: Words) -> None:
        """A new line, at the level of the one before it."""
        near = self.lines[place - 1]
        line = Line(self.name(), near.area, near.level, words)
        self.lines.insert(place, line)
        self.touched.add(line.name)
        self.kinds[line.name] = "inserted"
        self.origin[line.name] = ()
        self.marks += len(words)

    def delete(self, place: int) -> None:
        """A line less, with its notes."""
        line = self.lines.pop(place)
        self.deleted.append(line.name)
        self.marks += len(line.words) + sum(len(r.words) for r in line.remarks)
        self.notes_deleted += [remark.name for remark in line.remarks]


def start(lines: Lines, strange: Sequence[Words]) -> Script:
    """A script with nothing done yet."""
    script = Script(list(lines), strange)
    script.origin = {line.name: (line.name,) for line in lines}
    script.kinds = {line.name: "kept" for line in lines}
    return script


def reword(words: Words, share: float, script: Script, chance: Random) -> Words:
    """Some runs of words replaced, dropped or added until about this share is changed."""
    out = list(words)
    goal = max(1, round(len(words) * share))
    done = 0
    taken: set[int] = set()
    for _ in range(8 * goal):
        if done >= goal or len(out) < 4:
            break
        size = min(chance.randint(1, 3), goal - done)
        place = chance.randrange(1, max(2, len(out) - size))
        if any(abs(place - other) <= size + 3 for other in taken) and share < 0.4:
            continue
        new = _strange_words(chance.choice((0, size, size, size)), words, script, chance)
        old = out[place : place + size] if new or chance.random() < 0.5 else []
        new = new or (() if old else _strange_words(size, words, script, chance))
        out[place : place + len(old)] = new
        taken = {t + len(new) - len(old) if t > place else t for t in taken} | {place}
        script.marks += len(old) + len(new)
        done += max(len(old), len(new))
    return tuple(out)


def _strange_words(count: int, words: Words, script: Script, chance: Random) -> Words:
    """Words in a row from another text, none of them a word of this one."""
    known = set(words)
    for _ in range(30):
        source = chance.choice(script.strange)
        first = chance.randrange(max(1, len(source) - count))
        new = source[first : first + count]
        if not known.intersection(new):
            return new
    return tuple(f"word{chance.randrange(1000)}" for _ in range(count))


def fitting(line: Line) -> Line:
    """The line with its notes called inside its words."""
    most = len(line.words)
    return replace(
        line, remarks=tuple(replace(r, after=max(1, min(r.after, most))) for r in line.remarks)
    )
