"""Whole well-formed resolutions for property tests: everything the model has, in hostile words.

Entry points: `inlines`, `paragraphs`, `resolutions`, `small_resolutions`. Ids are made unique and
texts brought into normal form by a last pass, so that generation itself stays simple and quick.
Targets of references and marks are drawn from the same few ids: some are valid, some are gone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import count
from typing import TypeVar

from hypothesis import strategies as st

from drafter import resources
from drafter.model import (
    Adoption,
    AgendaItem,
    Annex,
    Blank,
    Block,
    Blocks,
    Break,
    Cell,
    Count,
    DocumentKind,
    Embedded,
    Emphasis,
    Form,
    Heading,
    Inline,
    Inlines,
    Link,
    Masthead,
    Meta,
    Note,
    NoteMark,
    Opaque,
    Paragraph,
    Part,
    Reference,
    Resolution,
    Role,
    Row,
    Run,
    Section,
    Separator,
    Series,
    Style,
    Submission,
    Table,
    Text,
    Vote,
    build,
    flatten,
    map_inlines,
    text,
    walk,
    walk_text,
)
from drafter.numbering import number

T = TypeVar("T")

LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")
WORDS = (
    *(
        "Decides",
        "Recalling",
        "the",
        "States",
        "résolution",
        "решение",
        "الجمعية",
        "大会",
        "e\u0301",
    ),
    *("PP", "OP", "TAIL", "PART", "META", "title:", "1.", "(a)", "(i)", "–", "* * *", "Annex"),
    *("#", "[", "]", "{", "}", "\\", "^", ":", "-", "*", '"', "'", "&", "<", ">", "|", "=", "_"),
    *("[^n-1]", "{para:p-1}", "{#p-1}", "%drafter 1", "a\u00a0b", "\u00a0", "non\u2011paper"),
    *("78/187", "5", "3 bis", "“so”", "«\u00a0non\u00a0»", ";", ",", ".", "\u200f", "/", "//", "`"),
)
_STYLES = tuple(style for style in Style if style is not Style.OPENING)
_NAMES = ("class", "data-width", "odd name", "é:1", "style")


@cache
def words(most: int = 5) -> st.SearchStrategy[str]:
    """A few words, apart or glued; now and then with a space at an edge."""
    parts = st.lists(st.sampled_from((*WORDS, " ", " ", " ")), min_size=1, max_size=most)
    return parts.map(" ".join) | parts.map("".join)


@cache
def names() -> st.SearchStrategy[str]:
    """A plain string that is not empty and has no space at its edges."""
    return words(3).map(lambda word: " ".join(word.split(" ")).strip(" ") or "x")


@cache
def targets() -> st.SearchStrategy[str]:
    """An id that some block or note has, or none."""
    return st.builds("{}-{}".format, st.sampled_from("pphsan"), st.integers(0, 12))


@cache
def _plain() -> st.SearchStrategy[Inline]:
    return words().map(Text)


@cache
def _atoms() -> st.SearchStrategy[Inline]:
    pinned = st.none() | names()
    return st.one_of(
        _plain(),
        _plain(),
        st.builds(Reference, targets(), st.sampled_from(Form), pinned),
        st.builds(Blank, names()),
        st.just(Break()),
        st.builds(NoteMark, targets()),
    )


def _styled(inner: st.SearchStrategy[Inline]) -> st.SearchStrategy[Inline]:
    bodies = st.lists(inner, min_size=1, max_size=2).map(tuple)
    return st.one_of(
        st.builds(Emphasis, st.sampled_from(_STYLES), bodies),
        st.builds(Emphasis, st.just(Style.ITALIC), bodies),
        st.builds(Link, names(), bodies),
    )


@cache
def _quiet() -> st.SearchStrategy[Inline]:
    """An inline that is no note and holds none."""
    return _plain() | _atoms() | _styled(_atoms() | _styled(_plain()))


@cache
def _notes() -> st.SearchStrategy[Inline]:
    bodies = st.lists(_quiet(), min_size=1, max_size=2).map(lambda parts: tidy(tuple(parts)))
    marks = st.sampled_from((None, None, None, None, "†", "900"))
    return st.builds(Note, st.just("n"), bodies, st.sampled_from(Series), marks)


@cache
def inlines(*, full: bool = False) -> st.SearchStrategy[Inlines]:
    """Running text in normal form, with notes; never empty when `full`."""
    parts = st.lists(_plain() | _quiet() | _notes(), max_size=4)
    least = text("Decides") if full else ()
    return parts.map(lambda some: tidy(tuple(some)) or least)


@cache
def _bodies() -> st.SearchStrategy[Inlines]:
    """The text of a paragraph: with opening words, usually."""
    opening = st.lists(_plain() | _styled(_plain()), min_size=1, max_size=2)
    return st.builds(_opened, opening.map(tuple), inlines(full=True)) | inlines(full=True)


def _opened(opening: Inlines, rest: Inlines) -> Inlines:
    unlinked = build(replace(run, href="") for run in flatten(opening))
    return tidy((Emphasis(Style.OPENING, unlinked), Text(" "), *rest))


def tidy(some: Inlines) -> Inlines:
    """The text in normal form and with its spaces in order."""
    forward = list(_without_spaces(flatten(some), from_end=False))
    backward = list(_without_spaces(reversed(forward), from_end=True))
    return build(reversed(backward))


def _without_spaces(runs: Iterator[Run] | tuple[Run, ...], *, from_end: bool) -> Iterator[Run]:
    """Runs without a space that follows a space, a break or the start (or the end)."""
    after = " "
    for run in runs:
        if not isinstance(run.atom, Text):
            after = " " if isinstance(run.atom, Break) else "#"
            yield run
            continue
        signs = []
        for sign in reversed(run.atom.text) if from_end else run.atom.text:
            if sign != " " or after != " ":
                signs.append(sign)
            after = sign
        kept = "".join(reversed(signs) if from_end else signs)
        yield replace(run, atom=Text(kept))


@cache
def metas() -> st.SearchStrategy[Meta]:
    """Pairs kept with a block; mostly none."""
    some = st.dictionaries(st.sampled_from(_NAMES), words(2), max_size=2)
    return st.just(()) | st.just(()) | some.map(lambda pairs: tuple(sorted(pairs.items())))


@cache
def opaques(depth: int = 2) -> st.SearchStrategy[tuple[Opaque, ...]]:
    """Kept elements; mostly none."""
    children = opaques(depth - 1) if depth > 1 else st.just(())
    one = st.builds(Opaque, names(), metas(), st.just("") | words(2), children)
    return st.just(()) | st.lists(one, max_size=2).map(tuple)


_LABELS = st.sampled_from((None, None, None, None, None, "3 bis", "IV bis.", ""))


@cache
def paragraphs(role: Role | None = None, depth: int = 2) -> st.SearchStrategy[Paragraph]:
    """A paragraph with sub-paragraphs down to `depth`; ids are not yet unique."""
    roles = tuple(one for one in Role if one is not Role.TABLE_NOTE)
    roled = st.sampled_from(roles) if role is None else st.just(role)
    if depth == 0:
        return st.builds(Paragraph, st.just("p"), roled, _bodies(), label=_LABELS, meta=metas())
    children = st.lists(blocks(depth - 1, child=True), max_size=2).map(tuple)
    tails = st.just(()) | inlines()
    made = st.builds(Paragraph, st.just("p"), roled, _bodies(), children, tails, _LABELS, metas())
    return paragraphs(role, 0) | made.map(_sound)


def _sound(block: Paragraph) -> Paragraph:
    return block if block.children else replace(block, tail=())


@cache
def blocks(depth: int = 2, *, child: bool = False) -> st.SearchStrategy[Block]:
    """A block of any type, holding others down to `depth`."""
    likely = paragraphs(Role.ITEM if child else Role.OPERATIVE, depth)
    if depth == 0:
        return likely | paragraphs(None, 0) | _leaves()
    return st.one_of(likely, likely, paragraphs(None, depth), _leaves(), _holders(depth))


@cache
def _leaves() -> st.SearchStrategy[Block]:
    signs = st.sampled_from(("* * *", "____", "{#x}", "-"))
    return st.one_of(_headings(), st.builds(Separator, st.just("r"), signs), _tables())


@cache
def _headings() -> st.SearchStrategy[Heading]:
    levels = st.integers(1, 6)
    bare = st.builds(
        Heading, st.just("h"), st.just(()), levels, st.just(value=True), _LABELS, metas()
    )
    full = inlines(full=True)
    return bare | st.builds(Heading, st.just("h"), full, levels, st.booleans(), _LABELS, metas())


@cache
def _tables() -> st.SearchStrategy[Table]:
    spans = st.sampled_from((1, 1, 1, 2, 3))
    cells = st.builds(Cell, inlines(), st.booleans(), spans, spans, metas())
    rows = st.builds(Row, st.lists(cells, max_size=3).map(tuple), metas())
    below = st.lists(paragraphs(Role.TABLE_NOTE, 0), max_size=1).map(tuple)
    return st.builds(
        Table, st.just("t"), st.lists(rows, min_size=1, max_size=2).map(tuple), below, metas()
    )


@cache
def _holders(depth: int) -> st.SearchStrategy[Block]:
    inside = st.lists(
        blocks(depth - 1) | paragraphs(Role.PREAMBULAR, 0), min_size=1, max_size=3
    ).map(tuple)
    headings = st.none() | _headings()
    sections = st.builds(Section, st.just("s"), headings, inside, st.booleans(), metas())
    return sections | st.builds(Embedded, st.just("e"), inlines(), _enacting(), inside, metas())


@cache
def _enacting() -> st.SearchStrategy[Inlines]:
    line = (Emphasis(Style.ITALIC, text("The General Assembly")), Text(","))
    return st.just(line) | inlines()


def _several(one: st.SearchStrategy[T], most: int) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(one, max_size=most).map(tuple)


@cache
def mastheads() -> st.SearchStrategy[Masthead]:
    """What stands above the text."""
    agenda = st.builds(AgendaItem, inlines(full=True), inlines())
    return st.builds(
        Masthead,
        st.sampled_from(("", *resources.names("organs"), "Trusteeship Council")),
        st.sampled_from(("", "A/RES/64/1", "A/C.3/79/L.12", "S/2024/255")),
        st.sampled_from(("", "general", "limited", "For participants only")),
        st.none() | st.dates(date(1946, 1, 1), date(2030, 12, 31)),
        _several(st.sampled_from(LANGUAGES), 2),
        st.sampled_from(("", "Sixty-fourth session", "第六十四届会议")),
        st.sampled_from(("", "third-committee", "Credentials Committee")),
        _several(agenda, 2),
        st.sampled_from(("", "09-46189")),
    )


@cache
def _origins() -> st.SearchStrategy[Submission | Adoption]:
    dates = st.just(date(2009, 10, 6))
    return st.one_of(
        st.builds(Submission, _several(inlines(full=True), 3), inlines()),
        st.builds(Adoption, inlines(), inlines(), dates),
        st.builds(Adoption, inlines(full=True), inlines(), st.none()),
    )


@cache
def _votes() -> st.SearchStrategy[Vote]:
    sides = st.sampled_from(("in-favour", "against", "abstaining"))
    counts = st.builds(Count, sides, st.none() | st.integers(0, 193), _several(names(), 2))
    return st.builds(Vote, st.sampled_from(("without-vote", "recorded-vote")), _several(counts, 3))


@cache
def parts(letter: str, depth: int) -> st.SearchStrategy[Part]:
    """One part; preambular paragraphs usually stand where they belong."""
    preambular = paragraphs(Role.PREAMBULAR, depth)
    return st.builds(
        Part,
        st.just(letter),
        inlines(),
        _enacting(),
        _several(preambular, 3) | _several(preambular | blocks(depth), 2),
        _several(paragraphs(Role.OPERATIVE, depth), 3) | _several(blocks(depth), 3),
        _several(inlines(full=True), 2),
        opaques(),
    )


@cache
def _parted(depth: int) -> st.SearchStrategy[tuple[Part, ...]]:
    one = parts("", depth).map(lambda part: (part,))
    return one | one | st.tuples(parts("A", depth), parts("B", depth))


@cache
def resolutions(depth: int = 2) -> st.SearchStrategy[Resolution]:
    """A whole well-formed resolution."""
    annexes = st.builds(
        Annex,
        st.just("a"),
        inlines(),
        _several(blocks(depth), 2),
        st.sampled_from((None, None, "Appendix", "")),
        opaques(),
    )
    return st.builds(
        Resolution,
        st.sampled_from(DocumentKind),
        st.sampled_from(LANGUAGES),
        mastheads(),
        _origins(),
        st.sampled_from(("", "64/1", "2677 (2023)")),
        inlines(),
        _parted(depth),
        _several(annexes, 2),
        _several(_votes(), 1),
        opaques(),
    ).map(finished)


@cache
def small_resolutions() -> st.SearchStrategy[Resolution]:
    """A resolution of a few paragraphs with sub-paragraphs and notes, and a title."""
    preambular = _several(paragraphs(Role.PREAMBULAR, 0), 2)
    operative = _several(paragraphs(Role.OPERATIVE, 1), 3)
    one = st.builds(Part, enacting=_enacting(), preamble=preambular, operative=operative)
    return st.builds(
        Resolution,
        language=st.sampled_from(LANGUAGES),
        title=inlines(),
        parts=one.map(lambda part: (part,)),
    ).map(finished)


def finished(draft: Resolution) -> Resolution:
    """Unique ids, and no override that says what numbering would say anyway."""
    new_id = _ids()
    renamed = walk(draft, lambda block: (_renamed(block, new_id),))
    renamed = walk_text(renamed, lambda some: _with_note_ids(some, new_id))
    annexes = tuple(replace(annex, id=new_id("a")) for annex in renamed.annexes)
    return _without_idle_labels(replace(renamed, annexes=annexes))


def _ids() -> Callable[[str], str]:
    places = count()

    def new(prefix: str) -> str:
        place = next(places)
        return f"{prefix}-{place}" if place % 7 else f"named-{place}-with-a-long-id-of-32"[:32]

    return new


def _renamed(block: Block, new_id: Callable[[str], str]) -> Block:
    return replace(block, id=new_id(block.id))


def _with_note_ids(some: Inlines, new_id: Callable[[str], str]) -> Inlines:
    def named(inline: Inline) -> Inlines:
        return (replace(inline, id=new_id("n")) if isinstance(inline, Note) else inline,)

    return map_inlines(some, named)


def _without_idle_labels(draft: Resolution) -> Resolution:
    profile = resources.language(draft.language)
    plain = _labelled(draft, lambda _id, _label: None)
    derived = [
        number(plain, profile.numbering(single_operative=single)).labels for single in (False, True)
    ]

    def kept(id_: str, label: str | None) -> str | None:
        return None if any(labels[id_] == label for labels in derived) else label

    return _labelled(draft, kept)


def _labelled(draft: Resolution, change: Callable[[str, str | None], str | None]) -> Resolution:
    def relabelled(block: Block) -> Blocks:
        if isinstance(block, Paragraph | Heading):
            return (replace(block, label=change(block.id, block.label)),)
        return (block,)

    changed = walk(draft, relabelled)
    annexes = tuple(
        replace(annex, label=change(annex.id, annex.label)) for annex in changed.annexes
    )
    return replace(changed, annexes=annexes)
