"""Random edits of paragraphs with a known truth: what a negotiation does to a draft.

An edit takes a script (the lines as they stand, and the truth so far) and a source of chance. No
paragraph is edited twice, so that the truth stays certain.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from random import Random

from benchmarks.diff_quality.script import SMALL, Script, fitting, reword
from drafter.diff import Area


def edit(script: Script, chance: Random, share: float = SMALL) -> None:
    """Change some words of a paragraph where it stands."""
    place = script.free(chance)
    if place is None:
        return
    line = script.lines[place]
    new = replace(line, words=reword(line.words, share, script, chance))
    script.put(place, fitting(new), "edited")


def half_new(script: Script, chance: Random) -> None:
    """Change half of the words of a paragraph where it stands."""
    edit(script, chance, share=0.5)


def insert(script: Script, chance: Random) -> None:
    """A paragraph from another text."""
    place = chance.randrange(1, len(script.lines))
    script.insert(place, chance.choice(script.strange))


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
    script.insert(chance.choice((place, place + 1, chance.randrange(1, len(script.lines)))), words)


def delete(script: Script, chance: Random) -> None:
    """A paragraph less."""
    place = script.free(chance)
    if place is not None and script.alone(place):
        script.delete(place)


def exchange(script: Script, chance: Random) -> None:
    """A paragraph less, and an unrelated one in its place."""
    place = script.free(chance)
    if place is not None and script.alone(place):
        script.delete(place)
        script.insert(max(1, place), chance.choice(script.strange))


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
        line = fitting(replace(line, words=reword(line.words, share, script, chance)))
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
    one = fitting(replace(one, remarks=tuple(remarks)))
    shift = len(opening) - cut
    other = fitting(
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
    new = fitting(replace(one, words=words, remarks=remarks))
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
        script.put(place, replace(script.lines[place], level=0), "moved")


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
    pieces = [line.words[a:b] for a, b in pairwise(cuts)]
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
    script.put(place, fitting(new), "edited")
    script.insert(place + chance.choice((0, 1)) if place else 1, words)
