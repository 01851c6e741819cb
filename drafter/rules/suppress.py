"""Findings that somebody has looked at and wants kept quiet, with the reason.

A block says it in its metadata: the pair `ignore-A301` with the reason as its value, in `.draft`
`{#p-k8qg1 @ignore-A301="two different reports"}`. It holds for the block, for what stands in it and
for the notes it calls. What stands outside blocks (title, enacting line) is silenced by an element
of that name in the metadata of the resolution. The code may be a beginning of codes: `ignore-A`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from drafter.model import Annex, Block, Resolution, Separator
from drafter.rules.finding import Finding, Hit, Spot
from drafter.rules.line import NOTE
from drafter.rules.subject import Subject

PREFIX = "ignore-"


@dataclass(frozen=True, slots=True)
class Silence:
    """A wish to keep quiet: where ("" outside blocks), the beginning of codes, the reason."""

    owner: str
    code: str
    reason: str


@dataclass(frozen=True)
class Silences:
    """Every wish to keep quiet in a text, by the id that carries it."""

    subject: Subject

    @cached_property
    def all(self) -> tuple[Silence, ...]:
        """All of them, in reading order."""
        resolution = self.subject.resolution
        return (
            *_of_opaques("", resolution),
            *(silence for site in self.subject.sites for silence in _of_block(site.block)),
            *(silence for annex in resolution.annexes for silence in _of_opaques(annex.id, annex)),
        )

    @cached_property
    def by_owner(self) -> Mapping[str, tuple[Silence, ...]]:
        """Those with a reason, by the id that carries them."""
        out: dict[str, tuple[Silence, ...]] = {}
        for silence in self.all:
            if silence.reason.strip():
                out[silence.owner] = (*out.get(silence.owner, ()), silence)
        return out

    def silencing(self, code: str, spot: Spot) -> Silence | None:
        """What keeps a finding quiet, the nearest first; None when nothing does."""
        if not self.by_owner:
            return None
        return next(
            (
                silence
                for owner in self._owners(spot)
                for silence in self.by_owner.get(owner, ())
                if code.startswith(silence.code)
            ),
            None,
        )

    def _owners(self, spot: Spot) -> Iterator[str]:
        """The ids that answer for a spot: its own, those around it, the caller of a note."""
        line = self.subject.line(spot)
        if spot.field == NOTE and line is not None and line.caller is not None:
            yield from self._owners(line.caller)
            return
        yield spot.owner
        site = self.subject.site_of.get(spot.owner)
        if site is not None:
            yield from (holder.id for holder in reversed(site.above))


def keep(
    found: Iterable[Finding], silences: Silences
) -> tuple[tuple[Finding, ...], frozenset[Silence]]:
    """The findings that nothing keeps quiet, and the silences that kept one quiet."""
    kept: list[Finding] = []
    used: set[Silence] = set()
    for finding in found:
        silence = silences.silencing(finding.code, finding.spot)
        if silence is None:
            kept.append(finding)
        else:
            used.add(silence)
    return tuple(kept), frozenset(used)


def without_reason(silences: Silences) -> Iterator[Hit]:
    """A hit for each silence that gives no reason; it keeps nothing quiet."""
    for silence in silences.all:
        if not silence.reason.strip():
            message = f"{PREFIX}{silence.code} gives no reason, so nothing is ignored"
            yield Hit(Spot(silence.owner), message)


def idle(silences: Silences, used: frozenset[Silence], asked: frozenset[str]) -> Iterator[Hit]:
    """A hit for each silence that kept nothing quiet, of those whose rules were all `asked`."""
    for silence in silences.all:
        heard = any(code.startswith(silence.code) for code in asked)
        if silence.reason.strip() and silence not in used and heard:
            yield Hit(Spot(silence.owner), f"{PREFIX}{silence.code} ignores nothing here")


def _of_block(block: Block) -> Iterator[Silence]:
    if isinstance(block, Separator):
        return
    for name, reason in block.meta:
        if name.startswith(PREFIX):
            yield Silence(block.id, name.removeprefix(PREFIX), reason)


def _of_opaques(owner: str, holder: Resolution | Annex) -> Iterator[Silence]:
    for opaque in holder.meta:
        if opaque.name.startswith(PREFIX):
            yield Silence(owner, opaque.name.removeprefix(PREFIX), opaque.text)
