"""Edits of a paragraph's text: rewrite it, split it in two, join two into one."""

from __future__ import annotations

from dataclasses import replace

from drafter.edit.blocks import replace_block, take_out
from drafter.edit.carry import keep_notes
from drafter.edit.ends import Ends, without_end
from drafter.edit.mend import mend, tidy, unmarked
from drafter.edit.place import find
from drafter.errors import Refused, Unsupported
from drafter.model import (
    IdMaker,
    Inlines,
    Paragraph,
    Resolution,
    Run,
    Text,
    build,
    flatten,
    held,
    notes,
    plain_text,
    query,
    walk,
)


def rewrite(resolution: Resolution, id_: str, body: Inlines) -> Resolution:
    """The resolution with a new text for one paragraph; id, label and children stay.

    A note that the new text lacks, and that is called again elsewhere, passes to that call.

    Raises:
        NoSuchParagraph: no block has this id.
        Unsupported: the block is not a paragraph.
        Refused: nothing would be left of the paragraph.
    """
    paragraph = _paragraph(resolution, id_)
    tidied = tidy(body)
    if not tidied and not paragraph.children:
        raise Refused("the paragraph would be empty", hint="delete it instead")
    return keep_notes(resolution, replace_block(resolution, id_, replace(paragraph, body=tidied)))


def split(resolution: Resolution, id_: str, at: int) -> Resolution:
    """One paragraph made two at a place in its visible text; the first keeps the id.

    `at` counts visible characters from 0. Children and tail go with the second paragraph. White
    space at the cut is dropped. The second paragraph's opening words are those it begins with, if
    they were marked already.

    Raises:
        NoSuchParagraph, Unsupported: as for `rewrite`.
        Refused: the cut leaves one side empty.
    """
    paragraph = _paragraph(resolution, id_)
    head, tail = cut(paragraph.body, at)
    if not head or not tail:
        raise Refused(
            "a split leaves text on both sides", hint=f"1 to {len(plain_text(paragraph.body)) - 1}"
        )
    first = replace(paragraph, body=head, children=(), tail=())
    new_id = IdMaker(_ids(resolution)).make("p", plain_text(tail))
    second = replace(paragraph, id=new_id, body=tail, label=None, meta=())
    return walk(resolution, lambda block: (first, second) if block.id == id_ else (block,))


def join(resolution: Resolution, first: str, second: str, ends: Ends | None = None) -> Resolution:
    """Two neighbouring paragraphs made one, with a space between; the first one's id stays.

    Words that opened the second paragraph lose their style: they open none any more. With `ends`,
    the mark that ended the first paragraph goes; a colon stays.

    Raises:
        NoSuchParagraph, Unsupported: as for `rewrite`.
        Refused: they do not follow one another, or the first has sub-paragraphs.
    """
    one, two = _paragraph(resolution, first), _paragraph(resolution, second)
    if not _neighbours(resolution, first, second):
        raise Refused(f"{second!r} does not follow {first!r}", hint="move it there first")
    if one.children:
        raise Refused(f"{first!r} has sub-paragraphs", hint="move or delete them first")
    start = without_end(one.body, ends) if ends else one.body
    body = tidy((*start, Text(" "), *unmarked(two.body)))
    joined = replace(one, body=body, children=two.children, tail=two.tail)
    return mend(replace_block(take_out(resolution, second), first, joined))


def cut(inlines: Inlines, at: int) -> tuple[Inlines, Inlines]:
    """The text before and after a place in its visible characters, without white space at the cut.

    Notes called exactly at the place stay with the text before it.
    """
    before, after = cut_at(inlines, at)
    return tidy(before), tidy(after)


def cut_at(inlines: Inlines, at: int) -> tuple[Inlines, Inlines]:
    """As `cut`, with the white space at the cut kept: the two put together are the text again."""
    before: list[Run] = []
    after: list[Run] = []
    rest = at
    for run in flatten(inlines):
        if not isinstance(run.atom, Text):
            (after or before).append(run)
            continue
        here, there = run.atom.text[: max(rest, 0)], run.atom.text[max(rest, 0) :]
        rest -= len(run.atom.text)
        before.append(replace(run, atom=Text(here)))
        if there:
            after.append(replace(run, atom=Text(there)))
    return build(before), build(after)


def _paragraph(resolution: Resolution, id_: str) -> Paragraph:
    block = find(resolution, id_).block
    if not isinstance(block, Paragraph):
        raise Unsupported(f"{id_!r} is not a paragraph", hint="name a paragraph's id")
    return block


def _neighbours(resolution: Resolution, first: str, second: str) -> bool:
    site = find(resolution, first)
    if site.above:
        row = held(site.above[-1])
    else:
        row = tuple(s.block for s in query(resolution) if not s.above and s.zone is site.zone)
    ids = [block.id for block in row]
    place = ids.index(first)
    return ids[place + 1 : place + 2] == [second]


def _ids(resolution: Resolution) -> set[str]:
    return (
        {site.block.id for site in query(resolution)}
        | {annex.id for annex in resolution.annexes}
        | {note.id for note in notes(resolution)}
    )
