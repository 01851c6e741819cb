"""Random edits by another hand: other shapes of change than those that thresholds were set on.

Single words are replaced all over a paragraph, clauses are added and cut, dates change, copies with
few words changed stand beside their originals, three paragraphs become one and one becomes three.
"""

from __future__ import annotations

from dataclasses import replace
from random import Random

from benchmarks.diff_quality.script import Script, Words, fitting
from benchmarks.diff_quality.texts import Line
from drafter.diff import Area


def scattered(words: Words, share: float, script: Script, chance: Random) -> Words:
    """Single words replaced at random places until about this share is changed."""
    out, known = list(words), set(words)
    places = chance.sample(range(1, len(words)), max(1, round((len(words) - 1) * share)))
    for place in places:
        word = chance.choice(chance.choice(script.strange))
        while word in known:
            word = f"word{chance.randrange(10_000)}"
        out[place] = word
        script.marks += 2
    return tuple(out)


def edit_words(script: Script, chance: Random, share: float = 0.1) -> None:
    """Single words changed all over a paragraph."""
    place = script.free(chance)
    if place is not None:
        line = script.lines[place]
        new = replace(line, words=scattered(line.words, share, script, chance))
        script.put(place, fitting(new), "edited")


def edit_half(script: Script, chance: Random) -> None:
    """Every second word another one."""
    edit_words(script, chance, chance.uniform(0.35, 0.5))


def edit_number(script: Script, chance: Random) -> None:
    """A date or a session: one number of a paragraph changed."""
    places = [
        (place, k)
        for place, line in enumerate(script.lines)
        if line.name not in script.touched
        for k, word in enumerate(line.words)
        if k and word.strip(",;.").isdigit()
    ]
    if places:
        place, k = chance.choice(places)
        line = script.lines[place]
        digits = line.words[k].strip(",;.")
        other = line.words[k].replace(digits, str(int(digits) + chance.randint(1, 9)))
        script.put(
            place, replace(line, words=(*line.words[:k], other, *line.words[k + 1 :])), "edited"
        )
        script.marks += 2


def add_clause(script: Script, chance: Random) -> None:
    """Words added at the end or in the middle: five to thirty of them."""
    place = script.free(chance)
    if place is None:
        return
    line = script.lines[place]
    source = [word for word in chance.choice(script.strange) if word not in line.words]
    clause = tuple(source[: chance.randint(5, 30)]) or ("urgently",)
    at = chance.choice((len(line.words) - 1, chance.randrange(1, len(line.words))))
    remarks = tuple(
        replace(r, after=r.after + len(clause)) if r.after > at else r for r in line.remarks
    )
    words = (*line.words[:at], *clause, *line.words[at:])
    script.put(place, replace(line, words=words, remarks=remarks), "edited")
    script.marks += len(clause)


def cut_clause(script: Script, chance: Random) -> None:
    """Up to four words in ten less, in one run."""
    place = script.free(chance, 12)
    if place is None or script.lines[place].remarks:
        return
    line = script.lines[place]
    size = round(len(line.words) * chance.uniform(0.1, 0.4))
    at = chance.randrange(2, len(line.words) - size)
    script.put(place, replace(line, words=line.words[:at] + line.words[at + size :]), "edited")
    script.marks += size


def copy_near(script: Script, chance: Random) -> None:
    """A copy with few words changed, beside its original or anywhere in the part."""
    place = script.free(chance, 12)
    if place is None or not script.alone(place):
        return
    line, before = script.lines[place], script.marks
    words = scattered(line.words, chance.uniform(0.1, 0.3), script, chance)
    script.marks = before
    script.touched.add(line.name)
    script.insert(
        max(1, chance.choice((place, place + 1, _somewhere(script, line, chance)))), words
    )


def move_any(script: Script, chance: Random, share: float = 0.0) -> None:
    """A paragraph, also a short one, at least three places away."""
    place = script.free(chance, 6)
    if place is None or not script.alone(place) or script.lines[place].level:
        return
    tops = [
        t
        for t, other in enumerate(script.lines)
        if other.area is script.lines[place].area and not other.level and not -3 < t - place < 4
    ]
    if not tops:
        return
    target = chance.choice(tops)
    line = script.lines.pop(place)
    if share:
        line = fitting(replace(line, words=scattered(line.words, share, script, chance)))
    script.lines.insert(target - (target > place), line)
    script.touched.add(line.name)
    script.kinds[line.name] = "moved"


def move_scattered(script: Script, chance: Random) -> None:
    """A paragraph elsewhere, single words of it changed."""
    move_any(script, chance, chance.uniform(0.1, 0.35))


def swap_places(script: Script, chance: Random) -> None:
    """Two paragraphs of a part change places, at least three others between them."""
    places = [
        place
        for place, line in enumerate(script.lines)
        if not line.level and script.alone(place) and line.name not in script.touched
        if len(line.words) > 7
    ]
    pairs = [
        (a, b)
        for a in places
        for b in places
        if b - a > 3 and script.lines[a].area is script.lines[b].area
    ]
    if pairs:
        a, b = chance.choice(pairs)
        lines = script.lines
        lines[a], lines[b] = lines[b], lines[a]
        for place in (a, b):
            script.touched.add(lines[place].name)
            script.kinds[lines[place].name] = "moved"


def split_three(script: Script, chance: Random) -> None:
    """A paragraph becomes three, the later ones with openings of their own."""
    place = script.free(chance, 36)
    if place is None or not script.alone(place) or script.lines[place].remarks:
        return
    line = script.lines[place]
    third = len(line.words) // 3
    cuts = (0, third + chance.randint(-3, 3), 2 * third + chance.randint(-3, 3), len(line.words))
    new = []
    for k in range(3):
        opening = chance.choice((("Notes", "that"), ("Also", "urges"))) if k else ()
        script.marks += len(opening)
        name = script.name() if k else line.name
        new.append(replace(line, name=name, words=(*opening, *line.words[cuts[k] : cuts[k + 1]])))
    script.lines[place : place + 1] = new
    for part in new:
        script.touched.add(part.name)
        script.kinds[part.name] = "split"
        script.origin[part.name] = (line.name,)


def merge_three(script: Script, chance: Random) -> None:
    """Three neighbours become one paragraph, the openings of the later ones cut."""
    place = script.free(chance, 10)
    if place is None or place + 2 >= len(script.lines):
        return
    some = script.lines[place : place + 3]
    one = some[0]
    fits = all(
        line.area is one.area
        and line.level == one.level
        and line.name not in script.touched
        and len(line.words) > 9
        and not line.remarks
        for line in some
    )
    if not fits or not script.alone(place + 2):
        return
    words: Words = one.words
    for line in some[1:]:
        words = (*words, "and", *line.words[1:])
        script.marks += 2
    script.lines[place : place + 3] = [replace(one, words=words)]
    script.touched |= {line.name for line in some}
    script.kinds[one.name] = "merged"
    script.origin[one.name] = tuple(line.name for line in some)


def demote(script: Script, chance: Random) -> None:
    """A paragraph becomes the last sub-paragraph of the list before it."""
    places = [
        place
        for place in range(2, len(script.lines))
        if not script.lines[place].level and script.lines[place - 1].level == 1
        if script.lines[place].name not in script.touched and script.alone(place)
    ]
    if places:
        place = chance.choice(places)
        script.put(place, replace(script.lines[place], level=1), "moved")


def promote_edited(script: Script, chance: Random) -> None:
    """The last sub-paragraph of a list becomes a paragraph with an opening of its own."""
    places = [
        place
        for place, line in enumerate(script.lines)
        if line.level == 1 and line.name not in script.touched and len(line.words) > 9
        if place + 1 == len(script.lines) or not script.lines[place + 1].level
    ]
    if places:
        place = chance.choice(places)
        line = script.lines[place]
        opening = ("Decides", "furthermore")
        remarks = tuple(replace(r, after=r.after + 2) for r in line.remarks)
        new = replace(line, level=0, words=(*opening, *line.words), remarks=remarks)
        script.put(place, new, "moved")
        script.marks += 2


def _somewhere(script: Script, near: Line, chance: Random) -> int:
    places = [place for place, line in enumerate(script.lines) if line.area is near.area]
    return chance.choice(places) if near.area is Area.OPERATIVE else max(1, chance.choice(places))
