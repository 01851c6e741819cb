"""The lossless text of an AKN4UN file: what two files must share to say the same.

A record is made from the elements alone, by rules that have nothing to do with the reader under
test: blocks of text with their labels, headings, zones and list depths; notes with mark and anchor;
styled spans and links by visible characters; tables; metadata; votes. `losses` compares two records
and names every difference.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from lxml import etree

INLINE = frozenset(
    (
        *("span", "a", "i", "b", "u", "sup", "sub", "small", "eol", "br", "img", "inline"),
        *("authorialNote", "ref", "date", "docDate", "location", "event", "vote", "outcome"),
        *("quantity", "organization", "session", "docAuthority", "docStatus", "docProponent"),
        *("docType", "docketNumber", "decoration", "ins", "del"),
    )
)
LISTS = frozenset(("list", "sublist", "blockList"))
HEADINGS = frozenset(("heading", "subheading"))
SKIPPED = frozenset(("meta", "coverPage", "documentRef"))
STYLES = {"i": "italic", "b": "bold", "u": "underline", "sup": "sup", "sub": "sub"}
SPACE = re.compile(r"[ \t\n\r]+")
LABEL = re.compile(
    r"(?:\(\w{1,6}\)|\w{1,3}\)|\d{1,3}\s?[-–.]|\d{1,3}(?:bis|ter)\.|[IVXLC]+\.|[A-Za-zА-я]\."
    r"|[’‘']\d{1,2}[’‘']|[一二三四五六七八九十]{1,3}[.、．]|[㈠-㈩]|\*{1,4}|[–—•·●▪-])(?=\s|$)"
)
ALONE = re.compile(r"(?:[IVXLC]+|[A-Z]|\d{1,3}|[一二三四五六七八九十]{1,3}|[ء-ي])\.?")
NOT_OURS = frozenset(("eId", "wId", "GUID"))


@dataclass(slots=True)
class Block:
    """A maximal run of inline content; offsets count visible characters."""

    zone: str
    depth: int = 0
    heading: bool = False
    title: bool = False
    cell: bool = False
    num: str = ""
    label: str = ""
    signs: list[tuple[str, frozenset[str], str]] = field(default_factory=list)
    notes: list[tuple[str, int, Block]] = field(default_factory=list)
    text: str = ""
    spans: list[tuple[str, int, int, str]] = field(default_factory=list)
    links: list[tuple[str, int, int, str]] = field(default_factory=list)


@dataclass(slots=True)
class Record:
    """Everything that two files must share."""

    blocks: list[Block] = field(default_factory=list)
    tables: list[tuple[tuple[tuple[str, str, str, str], ...], ...]] = field(default_factory=list)
    meta: Counter[tuple[str, ...]] = field(default_factory=Counter)
    votes: list[tuple[str, ...]] = field(default_factory=list)
    images: int = 0


def record(data: bytes) -> Record:
    """The record of a file; broken files are mended as a parser mends them."""
    root = etree.fromstring(data, etree.XMLParser(recover=True, resolve_entities=False))
    walk = _Walk()
    walk.enter(root, "title", frozenset(), 0)
    out = Record(blocks=_labelled(walk.blocks), tables=walk.tables, images=walk.images)
    _meta(root, out)
    return out


def name_of(element: etree._Element) -> str:
    tag: object = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


Look = tuple[frozenset[str], str]
"""Styles and link of a piece of text."""

Where = tuple[str, frozenset[str], int]
"""Zone, block elements around, depth of lists."""

PLAIN: Look = (frozenset(), "")


class _Walk:
    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.tables: list[tuple[tuple[tuple[str, str, str, str], ...], ...]] = []
        self.open: Block | None = None
        self.num = ""
        self.annexes = 0
        self.parts = 0
        self.images = 0

    def enter(self, element: etree._Element, zone: str, flags: frozenset[str], depth: int) -> None:
        """Everything in a block element, which starts and ends a block."""
        name = name_of(element)
        zone = self._zone(name, zone)
        depth += name in LISTS
        flags = flags | ({name} & {"docTitle", "td", "th", *HEADINGS})
        self.close()
        if name == "num":
            self._lone(zone, flags, depth)
            self.num = clean("".join(_all_text(element)))
            return
        self._mixed(element, (zone, flags, depth))
        self.close()
        if name == "table":
            self.tables.append(_rows(element))

    def _zone(self, name: str, zone: str) -> str:
        if name == "attachment":
            self.annexes += 1
            return f"annex {self.annexes}"
        if name == "component":
            self.parts += 1
        if zone.startswith("annex"):
            return zone
        names = {"preface": "title", "preamble": "preamble", "mainBody": "body"}
        return {**names, "conclusions": "conclusions"}.get(name, zone)

    def _lone(self, zone: str, flags: frozenset[str], depth: int) -> None:
        if self.num:
            self.blocks.append(Block(zone, depth, bool(flags & HEADINGS), num=self.num))
            self.num = ""

    def _mixed(self, element: etree._Element, where: Where) -> None:
        self.add(element.text, PLAIN, where)
        for inner in element:
            name = name_of(inner)
            if name in INLINE:
                self.inline(inner, PLAIN, where)
            elif name and name not in SKIPPED:
                self.enter(inner, *where)
            self.add(inner.tail, PLAIN, where)

    def add(self, text: str | None, look: Look, where: Where) -> None:
        if not text or (self.open is None and not text.strip()):
            return
        styles, href = look
        self._block(where).signs.extend((sign, styles, href) for sign in text)

    def _block(self, where: Where) -> Block:
        zone, flags, depth = where
        if self.open is None:
            self.open = Block(
                zone,
                depth,
                heading=bool(flags & HEADINGS),
                title="docTitle" in flags,
                cell=bool(flags & {"td", "th"}),
            )
        return self.open

    def inline(self, element: etree._Element, look: Look, where: Where) -> None:
        name = name_of(element)
        if name == "authorialNote":
            self._note(element, where)
            return
        if name == "img":
            self.images += 1
        if name in ("eol", "br"):
            self.add(" ", look, where)
        href = look[1] or (element.get("href", "") if name == "a" else "")
        look = (look[0] | _styles(element, name), href)
        self.add(element.text, look, where)
        for inner in element:
            if name_of(inner) in INLINE:
                self.inline(inner, look, where)
            elif name_of(inner):
                self.enter(inner, *where)
            self.add(inner.tail, look, where)

    def _note(self, element: etree._Element, where: Where) -> None:
        inner = _Walk()
        for child in element:
            if name_of(child):
                inner._mixed(child, ("note", frozenset(), 0))
        inner.close()
        body = inner.blocks[0] if inner.blocks else Block("note")
        _strip_empty_mark(body)
        mark = clean(element.get("marker", ""))
        block = self._block(where)
        block.notes.append((mark, -1, body))
        block.signs.append(("\0", frozenset(), ""))

    def close(self) -> None:
        """End the block that is open; one without visible text vanishes, its notes go back."""
        block, self.open = self.open, None
        if block is None:
            return
        _settle_brackets(block)
        visible = any(sign != "\0" and not sign.isspace() for sign, _, _ in block.signs)
        if visible:
            block.num, self.num = self.num, ""
            self.blocks.append(block)
        elif block.notes and self.blocks:
            self.blocks[-1].signs.extend(("\0", frozenset(), "") for _ in block.notes)
            self.blocks[-1].notes.extend(block.notes)


def _styles(element: etree._Element, name: str) -> frozenset[str]:
    if name in STYLES:
        return frozenset((STYLES[name],))
    if name == "span":
        return frozenset(element.get("class", "").split()) & {
            "bold",
            "italic",
            "underline",
            "strike",
        }
    return frozenset(("smallCaps",)) if element.get("name") == "smallCaps" else frozenset()


def _settle_brackets(block: Block) -> None:
    """Arabic: raised brackets around a note mark are not text."""
    signs = block.signs
    drop: set[int] = set()
    for place, (sign, _, _) in enumerate(signs):
        if sign == "\0":
            left = next((n for n in range(place - 1, -1, -1) if not signs[n][0].isspace()), None)
            right = next(
                (n for n in range(place + 1, len(signs)) if not signs[n][0].isspace()), None
            )
            if left is not None and right is not None:
                around = signs[left], signs[right]
                if [s[0] for s in around] == ["(", ")"] and all("sup" in s[1] for s in around):
                    drop |= {left, right}
    if drop:
        block.signs = [sign for place, sign in enumerate(signs) if place not in drop]


def _strip_empty_mark(body: Block) -> None:
    kept = [n for n, (sign, _, _) in enumerate(body.signs) if not sign.isspace()]
    if len(kept) >= 2 and [body.signs[n][0] for n in kept[:2]] == ["(", ")"]:
        body.signs = body.signs[kept[1] + 1 :]


def clean(text: str) -> str:
    return SPACE.sub(" ", text).strip(" \u00a0")


def _all_text(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for inner in element:
        if isinstance(inner.tag, str):
            yield from _all_text(inner)
        yield inner.tail or ""


def _rows(element: etree._Element) -> tuple[tuple[tuple[str, str, str, str], ...], ...]:
    return tuple(
        tuple(
            (
                name_of(cell),
                cell.get("colspan", "1"),
                cell.get("rowspan", "1"),
                " ".join(filter(None, (clean("".join(_cell_text(p))) for p in cell))),
            )
            for cell in row
            if name_of(cell) in ("td", "th")
        )
        for row in element.iter(etree.Element)
        if name_of(row) == "tr"
    )


def _cell_text(element: etree._Element) -> Iterator[str]:
    if name_of(element) == "authorialNote" or not name_of(element):
        return
    yield element.text or ""
    for inner in element:
        yield from _cell_text(inner)
        yield inner.tail or ""


def _labelled(blocks: list[Block]) -> list[Block]:
    """The blocks with text, label, spans; a number alone labels the next unlabelled block."""
    out: list[Block] = []
    waiting: Block | None = None
    for block in blocks:
        _finish(block)
        if not block.text and block.label:
            if waiting is not None:
                out.append(waiting)
            waiting = block
            continue
        if waiting is not None:
            if not block.label:
                block.label = waiting.label
                block.notes[:0] = waiting.notes
            else:
                out.append(waiting)
            waiting = None
        out.append(block)
    return [*out, waiting] if waiting is not None else out


def _finish(block: Block) -> None:
    """Text, label, notes, spans and links of a block."""
    raw = "".join(sign for sign, _, _ in block.signs if sign != "\0")
    text = clean(raw)
    whole = _whole(block, "bold")
    title = block.title or block.heading
    if (
        not block.cell
        and not block.title
        and not block.num
        and whole
        and len(text) < 300
        and not LABEL.match(text)
    ):
        block.heading = True
    block.label, cut = _label(block, text)
    rest = text[cut:].strip(" \u00a0")
    again = next((w for w in (block.label, ".") if w and _repeats(rest, w, block)), "")
    block.text = rest[len(again) :].strip(" \u00a0")
    skipped = len("".join((text[:cut] + again).split()))
    if block.heading and not block.label and ALONE.fullmatch(block.text):
        block.label, block.text = block.text, ""
    _offsets(block, skipped)
    bold = title or block.heading or (whole and not block.cell)
    block.spans = [
        span
        for style in ("italic", "bold", "underline", "strike", "sup", "sub", "smallCaps")
        if not (style == "bold" and bold)
        and not (style == "italic" and block.heading and _whole(block, "italic"))
        for span in _runs(block, skipped, style)
    ]
    block.links = list(_links(block, skipped))


def _repeats(rest: str, word: str, block: Block) -> bool:
    return (
        bool(block.num)
        and rest.startswith(word)
        and rest[len(word) :][:1] in ("", " ", "\u00a0", "\t")
    )


def _label(block: Block, text: str) -> tuple[str, int]:
    """The label, and how many characters of the text it takes."""
    together = f"{block.num} {text}" if block.num else text
    found = LABEL.match(together)
    if found is None:
        return block.num, 0
    label = found[0]
    return label, max(0, len(label) - len(block.num) - 1) if block.num else len(label)


def _whole(block: Block, style: str) -> bool:
    seen = [styles for sign, styles, _ in block.signs if sign != "\0" and not sign.isspace()]
    return bool(seen) and all(style in styles for styles in seen)


def _visible(block: Block, skipped: int) -> Iterator[tuple[int, str, frozenset[str], str]]:
    place = -skipped
    for sign, styles, href in block.signs:
        if sign != "\0" and not sign.isspace():
            if place >= 0:
                yield place, sign, styles, href
            place += 1


def _offsets(block: Block, skipped: int) -> None:
    place = -skipped
    found: list[int] = []
    for sign, _, _ in block.signs:
        if sign == "\0":
            found.append(max(place, 0))
        elif not sign.isspace():
            place += 1
    for note in block.notes:
        _finish(note[2])
    pairs = zip(block.notes, found, strict=False)
    block.notes = [(mark, place, body) for (mark, _, body), place in pairs]


def _runs(block: Block, skipped: int, style: str) -> Iterator[tuple[str, int, int, str]]:
    run: list[tuple[int, str]] = []
    for place, sign, styles, _ in _visible(block, skipped):
        if style in styles:
            run.append((place, sign))
        elif run:
            yield _span(style, run)
            run = []
    if run:
        yield _span(style, run)


def _span(kind: str, run: Sequence[tuple[int, str]]) -> tuple[str, int, int, str]:
    return kind, run[0][0], run[-1][0] + 1, "".join(sign for _, sign in run)


def _links(block: Block, skipped: int) -> Iterator[tuple[str, int, int, str]]:
    run: list[tuple[int, str]] = []
    last = ""
    for place, sign, _, href in _visible(block, skipped):
        if href != last and run:
            yield _span(last, run)
            run = []
        last = href
        if href:
            run.append((place, sign))
    if run:
        yield _span(last, run)


def _meta(root: etree._Element, out: Record) -> None:
    """Metadata and cover page as a set of pairs; votes apart."""
    for holder in root.iter("{*}meta"):
        for element in holder.iter(etree.Element):
            if not _ours(element):
                _meta_pair(element, out)
    for holder in root.iter("{*}coverPage"):
        for element in holder.iter(etree.Element):
            if name_of(element) not in ("coverPage", "p"):
                out.meta[_pair(element)] += 1
    for comment in root.iter(etree.Comment):
        out.meta[("comment", clean(comment.text or ""))] += 1


def _ours(element: etree._Element) -> bool:
    """Whether it stands in what is the program's own."""
    return any(name_of(one) == "proprietary" for one in (element, *element.iterancestors()))


def _meta_pair(element: etree._Element, out: Record) -> None:
    name = name_of(element)
    if name == "voting":
        out.votes.append(("voting", element.get("outcome", "")))
    elif name == "count":
        out.votes.append(("count", element.get("refersTo", ""), element.get("value", "")))
    elif name == "organization":
        out.votes.append(("name", clean(element.text or "")))
    elif name not in ("meta", "analysis", "parliamentary", "quorum", "voters"):
        out.meta[_pair(element)] += 1


def _pair(element: etree._Element) -> tuple[str, ...]:
    given = sorted(
        f"{key}={value}"
        for key, value in ((str(k), str(v)) for k, v in element.attrib.items())
        if key not in NOT_OURS and not key.startswith("{")
    )
    return (name_of(element), *map(str, given), clean("".join(_all_text(element))))


def losses(old: Record, new: Record) -> list[str]:
    """Every difference between two records, each in one line; none when nothing was lost."""
    out: list[str] = []
    out += _differ("block", [b.text for b in old.blocks], [b.text for b in new.blocks])
    out += _differ("label", _labels(old), _labels(new))
    out += _differ(
        "zone",
        [(b.zone, b.text[:40]) for b in old.blocks],
        [(b.zone, b.text[:40]) for b in new.blocks],
    )
    out += _differ("note", list(_notes(old)), list(_notes(new)))
    out += _differ("span", list(_spans(old)), list(_spans(new)))
    out += _differ("link", list(_all_links(old)), list(_all_links(new)))
    out += _differ("table", old.tables, new.tables)
    out += _differ("vote", old.votes, new.votes)
    gone = Counter(b.text for b in old.blocks if b.heading)
    gone -= Counter(b.text for b in new.blocks if b.heading)
    out += [f"heading lost: {text[:80]!r}" for text in gone]
    out += [f"depth lost: {text[:60]!r}" for text in _shallower(old, new)]
    out += [f"metadata lost: {pair}" for pair in old.meta - new.meta]
    out += [f"metadata added: {pair}" for pair in new.meta - old.meta]
    out += [f"image lost: {old.images} {new.images}"] if old.images != new.images else []
    return out


def _labels(one: Record) -> list[tuple[str, str]]:
    return [(block.label, block.text[:40]) for block in one.blocks]


def _notes(one: Record) -> Iterator[tuple[str, str, int, str, str]]:
    for block in one.blocks:
        for mark, place, body in block.notes:
            yield block.text[:40], mark, place, body.label, body.text


def _spans(one: Record) -> Iterator[tuple[str, int, int, str]]:
    for block in one.blocks:
        yield from block.spans
        for _, _, body in block.notes:
            yield from body.spans


def _all_links(one: Record) -> Iterator[tuple[str, int, int, str]]:
    for block in one.blocks:
        yield from block.links
        for _, _, body in block.notes:
            yield from body.links


def _shallower(old: Record, new: Record) -> Iterator[str]:
    depths: dict[tuple[str, str], list[int]] = {}
    for block in new.blocks:
        depths.setdefault((block.label, block.text), []).append(block.depth)
    for block in old.blocks:
        if block.depth and (found := depths.get((block.label, block.text))):
            depth = found.pop(0)
            yield from [block.text] if depth < block.depth else []


def _differ(kind: str, old: Sequence[object], new: Sequence[object]) -> Iterable[str]:
    if old == new:
        return []
    left, right = [repr(one) for one in old], [repr(one) for one in new]
    codes = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    return [
        f"{kind}: {' | '.join(left[a:b])[:300]} -> {' | '.join(right[c:d])[:300]}"
        for tag, a, b, c, d in codes
        if tag != "equal"
    ]
