"""References to paragraphs: the words they are printed as, and the state they are in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from drafter.model import Form, Reference, Resolution, passages, query_inlines
from drafter.numbering.number import Numbering


class State(StrEnum):
    """What has become of a reference."""

    VALID = "valid"
    GONE = "gone"  # the paragraph no longer exists
    SELF = "self"  # it stands in the very paragraph that it names
    PINNED = "pinned"  # its text is fixed and does not follow
    UNNUMBERED = "unnumbered"  # the paragraph exists but has no label to name it by


@dataclass(frozen=True, slots=True)
class Resolved:
    """A reference as printed, and its state."""

    text: str
    state: State


def resolve(reference: Reference, numbering: Numbering, within: str = "") -> Resolved:
    """The printed words of a reference that stands in the block `within`.

    A sub-paragraph of the same paragraph is named alone, "subparagraph (b) above", any other by the
    whole chain, "paragraph 3 (b) above" (un-conventions: the forms counted in 902 resolutions).
    """
    if reference.pinned is not None:
        return Resolved(reference.pinned, State.PINNED)
    phrases = numbering.scheme.phrases
    if reference.target not in numbering.labels:
        return Resolved(phrases.gone, State.GONE)
    if reference.target == within:
        return Resolved(phrases.here, State.SELF)
    chain = [numbering.bare[id_] for id_ in named_by(reference.target, numbering, within)]
    state = (
        State.VALID
        if "".join(chain) or reference.target in numbering.preambular
        else (State.UNNUMBERED)
    )
    if state is State.UNNUMBERED:
        return Resolved(phrases.gone, state)
    if reference.form is Form.BARE:
        return Resolved(" ".join(chain) or _named(reference.target, chain, numbering), state)
    named = _named(reference.target, chain, numbering)
    if reference.form is Form.NAMED:
        return Resolved(named, state)
    return Resolved(_place(reference.target, named, numbering, within), state)


def states(
    resolution: Resolution, numbering: Numbering
) -> Iterator[tuple[str, Reference, Resolved]]:
    """Every reference with the id of the block it stands in ("" outside blocks), in order."""
    for passage in passages(resolution):
        for inline in query_inlines(passage.text):
            if isinstance(inline, Reference):
                yield passage.owner, inline, resolve(inline, numbering, passage.owner)


def named_by(target: str, numbering: Numbering, within: str = "") -> tuple[str, ...]:
    """The blocks whose labels name a block, from the outermost down: 3 and (a) for "3 (a)".

    Those that also hold `within`, where the reference stands, go without saying.
    """
    own = [*numbering.above.get(target, ()), target]
    place = {*numbering.above.get(within, ()), within}
    rest = [id_ for id_ in own if id_ not in place] if own[0] in place else own
    return tuple(id_ for id_ in rest if numbering.bare.get(id_, ""))


def _named(target: str, chain: list[str], numbering: Numbering) -> str:
    phrases = numbering.scheme.phrases
    if target not in numbering.order:
        return phrases.annex.format(label=numbering.label(target))
    label = " ".join(chain)
    if target in numbering.preambular and not label:
        return phrases.preambular.format(ordinal=_ordinal(numbering.preambular[target], numbering))
    whole = _is_top(target, chain, numbering)
    return (phrases.operative if whole else phrases.item).format(label=label)


def _is_top(target: str, chain: list[str], numbering: Numbering) -> bool:
    """Whether the chain starts with an operative paragraph's label."""
    holders = [*numbering.above.get(target, ()), target]
    labelled = [id_ for id_ in holders if numbering.bare.get(id_)]
    return len(chain) == len(labelled)


def _ordinal(place: int, numbering: Numbering) -> str:
    ordinals = numbering.scheme.phrases.ordinals
    return ordinals[place - 1] if place <= len(ordinals) else str(place)


def _place(target: str, named: str, numbering: Numbering, within: str) -> str:
    phrases = numbering.scheme.phrases
    here = numbering.order.get(within)
    there = numbering.order.get(target)
    if here is None or there is None:
        return named
    return (phrases.above if there < here else phrases.below).format(reference=named)
