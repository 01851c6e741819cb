"""What differs between two texts although no reader sees it, by key and in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from drafter.model import Adoption, Meta, Resolution, Separator, query

_TOLD = {
    "kind": "the kind of document",
    "votes": "the record of the vote",
    "adoption date": "the date of adoption that is kept with the text",
}


def unseen(old: Resolution, new: Resolution) -> Iterator[tuple[str, str]]:
    """Each thing that differs unseen: its key in the published format, and words for people.

    Details are what a file keeps without printing it: the clause that a paragraph was made from,
    keywords, steps of the procedure. Those of a paragraph count where both texts have it.
    """
    if old.kind != new.kind:
        yield "kind", _TOLD["kind"]
    if old.language != new.language:
        yield "language", f"the language ({old.language}, now {new.language})"
    if old.votes != new.votes:
        yield "votes", _TOLD["votes"]
    if names := tuple(dict.fromkeys(_details(old, new))):
        yield "meta", f"details that are kept but not printed ({', '.join(names)})"
    if _adopted(old) != _adopted(new):
        yield "adoption date", _TOLD["adoption date"]


def _details(old: Resolution, new: Resolution) -> Iterator[str]:
    """The names of the details that differ."""
    yield from (detail.name for detail in old.meta if detail not in new.meta)
    yield from (detail.name for detail in new.meta if detail not in old.meta)
    if old.meta != new.meta and set(old.meta) == set(new.meta):
        yield "their order"
    before = dict(_block_details(old))
    for id_, after in _block_details(new):
        if (was := before.pop(id_, after)) != after:
            yield from (f"{name} of a paragraph" for name in _names(was, after))


def _block_details(resolution: Resolution) -> Iterator[tuple[str, Meta]]:
    blocks = (site.block for site in query(resolution))
    return ((block.id, block.meta) for block in blocks if not isinstance(block, Separator))


def _names(was: Meta, now: Meta) -> Iterable[str]:
    return sorted({name for name, _ in set(was) ^ set(now)})


def _adopted(resolution: Resolution) -> object:
    origin = resolution.origin
    return origin.date if isinstance(origin, Adoption) else None
