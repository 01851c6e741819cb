"""Random edit scripts with a known truth: what a negotiation does to a draft.

An edit takes a script (the lines as they stand, and the truth so far) and a source of chance. No
paragraph is edited twice, so that the truth stays certain.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from random import Random
from types import MappingProxyType

from benchmarks.diff_quality.texts import Line, Lines, Remark
from drafter.diff import Area

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


Edit = Callable[[Script, Random], None]


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


def edit(script: Script, chance: Random, share: float = SMALL) -> None:
    """Change some words of a paragraph where it stands."""
    place = script.free(chance)
    if place is None:
        return
    line = script.lines[place]
    new = replace(line, words=reword(line.words, share, script, chance))
    _put(script, place, _fitting(new), "edited")


def half_new(script: Script, chance: Random) -> None:
    """Change half of the words of a paragraph where it stands."""
    edit(script, chance, share=0.5)


def insert(script: Script, chance: Random) -> None:
    """A paragraph from another text."""
    place = chance.randrange(1, len(script.lines))
    _insert(script, place, chance.choice(script.strange))


def insert_like(script: Script, chance: Random) -> None:
    """A paragraph that resembles one of this text and does not replace it."""
    place = script.free(chance, 15)
    if place is None:
        return
    model = script.lines[place]
    before = script.marks
    words = reword(model.words, 0.3, script, chance)
    script.marks = before
    script.touched.add(model.name)
    _insert(
        script, chance.choice((place, place + 1, chance.randrange(1, len(script.lines)))), words
    )


def delete(script: Script, chance: Random) -> None:
    """A paragraph less."""
    place = script.free(chance)
    if place is not None and script.alone(place):
        _delete(script, place)


def exchange(script: Script, chance: Random) -> None:
    """A paragraph less, and an unrelated one in its place."""
    place = script.free(chance)
    if place is not None and script.alone(place):
        _delete(script, place)
        _insert(script, max(1, place), chance.choice(script.strange))


def move(script: Script, chance: Random, share: float = 0.0) -> None:
    """A paragraph elsewhere in the same part, at least four places away."""
    place = script.free(chance, 10)
    if place is None or not script.alone(place) or script.lines[place].level:
        return
    targets = _places_for(script, place)
    if not targets:
        return
    target = chance.choice(targets)
    line = script.lines.pop(place)
    if share:
        line = _fitting(replace(line, words=reword(line.words, share, script, chance)))
    script.lines.insert(target if target < place else target - 1, line)
    script.touched.add(line.name)
    script.kinds[line.name] = "moved"


def move_reworded(script: Script, chance: Random) -> None:
    """A paragraph elsewhere in other words."""
    move(script, chance, chance.uniform(0.15, 0.4))


def swap(script: Script, chance: Random) -> None:
    """Two paragraphs change places."""
    move(script, chance)
    move(script, chance)


def _places_for(script: Script, place: int) -> list[int]:
    """Where a top-level line can go: before another top-level line of its part, far enough."""
    lines, own = script.lines, script.lines[place]
    return [
        target
        for target, line in enumerate(lines)
        if line.area is own.area and not line.level and abs(target - place) > 4
    ]


def split(script: Script, chance: Random, share: float = 0.0) -> None:
    """A paragraph becomes two, the second with an opening of its own."""
    place = script.free(chance, 24)
    if place is None or not script.alone(place):
        return
    line = script.lines[place]
    cut = chance.randint(round(len(line.words) * 0.3), round(len(line.words) * 0.7))
    opening = chance.choice(((), ("Also", "stresses"), ("Recalls", "further", "that")))
    first, second = line.words[:cut], line.words[cut:]
    if share:
        first, second = (reword(half, share, script, chance) for half in (first, second))
    script.marks += len(opening)
    one = replace(line, words=(*first[:-1], first[-1].rstrip(",;") + ";"), remarks=())
    other = replace(one, name=script.name(), words=(*opening, *second))
    remarks = [r for r in line.remarks if r.after <= min(cut, len(first))]
    late = [r for r in line.remarks if r not in remarks]
    one = _fitting(replace(one, remarks=tuple(remarks)))
    shift = len(opening) - cut
    other = _fitting(
        replace(other, remarks=tuple(replace(r, after=max(1, r.after + shift)) for r in late))
    )
    script.lines[place : place + 1] = [one, other]
    script.touched |= {one.name, other.name}
    for part in (one, other):
        script.kinds[part.name] = "split"
        script.origin[part.name] = (line.name,)


def split_edited(script: Script, chance: Random) -> None:
    """A paragraph becomes two, both in partly other words."""
    split(script, chance, 0.2)


def merge(script: Script, chance: Random, share: float = 0.0) -> None:
    """Two neighbours become one paragraph."""
    place = script.free(chance, 8)
    if place is None or place + 1 >= len(script.lines):
        return
    one, two = script.lines[place : place + 2]
    fits = one.area is two.area and one.level == two.level and two.name not in script.touched
    if not fits or len(two.words) < 8 or not script.alone(place + 1):
        return
    glue = chance.choice((("and",), ("as", "well", "as"), ()))
    words = (*one.words, *glue, *two.words)
    script.marks += len(glue)
    if share:
        words = reword(words, share, script, chance)
    shift = len(one.words) + len(glue)
    remarks = (*one.remarks, *(replace(r, after=r.after + shift) for r in two.remarks))
    new = _fitting(replace(one, words=words, remarks=remarks))
    script.lines[place : place + 2] = [new]
    script.touched |= {one.name, two.name}
    script.kinds[one.name] = "merged"
    script.origin[one.name] = (one.name, two.name)


def merge_edited(script: Script, chance: Random) -> None:
    """Two neighbours become one paragraph in partly other words."""
    merge(script, chance, 0.2)


def promote(script: Script, chance: Random) -> None:
    """The last sub-paragraph of a list becomes a paragraph."""
    places = [
        place
        for place, line in enumerate(script.lines)
        if line.level == 1 and line.name not in script.touched and len(line.words) >= 6
        if place + 1 == len(script.lines) or not script.lines[place + 1].level
    ]
    if places:
        place = chance.choice(places)
        _put(script, place, replace(script.lines[place], level=0), "moved")


def move_across(script: Script, chance: Random) -> None:
    """A preambular paragraph becomes an operative one, its verb changed."""
    place = script.free(chance, 14)
    if place is None or script.lines[place].area is not Area.PREAMBLE:
        return
    line = script.lines.pop(place)
    words = ("Recalls", *line.words[1:-1], line.words[-1].rstrip(",") + ";")
    script.marks += 2 * (words[0] != line.words[0])
    tops = [
        p
        for p, other in enumerate(script.lines)
        if other.area is Area.OPERATIVE and not other.level
    ]
    target = chance.choice(tops) if tops else len(script.lines)
    script.lines.insert(target, replace(line, area=Area.OPERATIVE, words=words))
    script.touched.add(line.name)
    script.kinds[line.name] = "moved"


def move_group(script: Script, chance: Random) -> None:
    """A paragraph elsewhere together with the lines below it."""
    heads = [
        place
        for place, line in enumerate(script.lines)
        if not line.level and not script.alone(place) and line.name not in script.touched
    ]
    if not heads:
        return
    place = chance.choice(heads)
    end = place + 1
    while end < len(script.lines) and script.lines[end].level:
        end += 1
    group = script.lines[place:end]
    targets = [t for t in _places_for(script, place) if t < place or t >= end]
    far = [t for t in targets if abs(t - (place if t < place else end)) > len(group)]
    if not far or any(line.name in script.touched for line in group):
        return
    target = chance.choice(far)
    del script.lines[place:end]
    at = target if target < place else target - len(group)
    script.lines[at:at] = group
    for line in group:
        script.touched.add(line.name)
        script.kinds[line.name] = "moved"


def split_list(script: Script, chance: Random) -> None:
    """A paragraph becomes an introduction and two or three sub-paragraphs."""
    place = script.free(chance, 40)
    if place is None or not script.alone(place) or script.lines[place].area is Area.PREAMBLE:
        return
    line = script.lines[place]
    if line.level > 1 or line.remarks:
        return
    parts = chance.choice((3, 4))
    size = len(line.words) // parts
    cuts = [0, *(size * k + chance.randint(-2, 2) for k in range(1, parts)), len(line.words)]
    pieces = [line.words[a:b] for a, b in zip(cuts, cuts[1:], strict=False)]
    new = [replace(line, words=pieces[0])]
    for piece in pieces[1:]:
        words = (piece[0].capitalize(), *piece[1:])
        script.marks += 2 * (words[0] != piece[0])
        new.append(replace(line, name=script.name(), level=line.level + 1, words=words))
    script.lines[place : place + 1] = new
    for part in new:
        script.touched.add(part.name)
        script.kinds[part.name] = "split"
        script.origin[part.name] = (line.name,)


def like_and_edit(script: Script, chance: Random) -> None:
    """A paragraph edited, and another inserted beside it that resembles it."""
    place = script.free(chance, 15)
    if place is None or not script.alone(place):
        return
    line = script.lines[place]
    before = script.marks
    words = reword(line.words, 0.35, script, chance)
    script.marks = before
    new = replace(line, words=reword(line.words, SMALL, script, chance))
    _put(script, place, _fitting(new), "edited")
    _insert(script, place + chance.choice((0, 1)) if place else 1, words)


def note_edit(script: Script, chance: Random) -> None:
    """Other words in a note."""
    found = _note_place(script, chance)
    if found is None:
        return
    place, remark = found
    if len(remark.words) < 5:
        return
    new = replace(remark, words=reword(remark.words, 0.25, script, chance))
    _put_note(script, place, remark, (new,))
    script.note_kinds[remark.name] = "edited"


def note_add(script: Script, chance: Random) -> None:
    """A note more."""
    place = script.free(chance)
    if place is None:
        return
    line = script.lines[place]
    words = tuple(f"A/{chance.randint(60, 80)}/{chance.randint(1, 900)}, annex.".split())
    remark = Remark(script.name(), words, chance.randint(2, len(line.words)))
    script.lines[place] = replace(line, remarks=(*line.remarks, remark))
    script.note_kinds[remark.name] = "added"
    script.marks += len(words)


def note_delete(script: Script, chance: Random) -> None:
    """A note less."""
    found = _note_place(script, chance)
    if found is None:
        return
    place, remark = found
    _put_note(script, place, remark, ())
    script.notes_deleted.append(remark.name)
    script.marks += len(remark.words)


def _note_place(script: Script, chance: Random) -> tuple[int, Remark] | None:
    places = [
        (place, remark)
        for place, line in enumerate(script.lines)
        for remark in line.remarks
        if remark.name not in script.note_kinds
    ]
    return chance.choice(places) if places else None


def _put_note(script: Script, place: int, old: Remark, new: tuple[Remark, ...]) -> None:
    line = script.lines[place]
    kept = tuple(r for remark in line.remarks for r in ((remark,) if remark != old else new))
    script.lines[place] = replace(line, remarks=kept)


def _fitting(line: Line) -> Line:
    """The line with its notes called inside its words."""
    most = len(line.words)
    return replace(
        line, remarks=tuple(replace(r, after=max(1, min(r.after, most))) for r in line.remarks)
    )


def _put(script: Script, place: int, line: Line, kind: str) -> None:
    script.lines[place] = line
    script.touched.add(line.name)
    script.kinds[line.name] = kind


def _insert(script: Script, place: int, words: Words) -> None:
    near = script.lines[place - 1]
    line = Line(script.name(), near.area, near.level, words)
    script.lines.insert(place, line)
    script.touched.add(line.name)
    script.kinds[line.name] = "inserted"
    script.origin[line.name] = ()
    script.marks += len(words)


def _delete(script: Script, place: int) -> None:
    line = script.lines.pop(place)
    script.deleted.append(line.name)
    script.marks += len(line.words) + sum(len(r.words) for r in line.remarks)
    script.notes_deleted += [remark.name for remark in line.remarks]


LIGHT = (edit, edit, edit, insert, delete)
STRUCTURAL = (
    *(edit, edit, insert, insert_like, delete, exchange),
    *(move, swap, split, merge, promote),
)
REWRITE = (
    *(edit, half_new, half_new, insert, insert_like, delete, exchange),
    *(move_reworded, move_reworded, split_edited, merge_edited),
)
NOTES = (edit, insert, delete, move, note_edit, note_edit, note_add, note_delete)
HARD = (
    *(edit, half_new, insert_like, insert_like, like_and_edit, delete, exchange, exchange),
    *(move_reworded, move_across, move_group, split_edited, split_list, merge_edited, swap),
)
REGIMES: Mapping[str, tuple[Edit, ...]] = MappingProxyType(
    {"light": LIGHT, "structural": STRUCTURAL, "rewrite": REWRITE, "notes": NOTES, "hard": HARD}
)


def run(lines: Lines, strange: Sequence[Words], regime: str, count: int, seed: str) -> Script:
    """A script of so many random edits of a regime."""
    chance = Random(seed)  # noqa: S311 - chance for tests, published with its seed
    script = start(lines, strange)
    for _ in range(count):
        chance.choice(REGIMES[regime])(script, chance)
    return script


def areas(lines: Sequence[Line]) -> set[Area]:
    """The areas that some lines stand in."""
    return {line.area for line in lines}
