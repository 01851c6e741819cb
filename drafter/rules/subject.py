"""What rules look at: a resolution with everything that several of them would work out again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Any, TypeVar, cast

from drafter.model import (
    Block,
    DocumentKind,
    Embedded,
    Form,
    Note,
    Paragraph,
    Reference,
    Resolution,
    Role,
    Site,
    Zone,
    query,
)
from drafter.numbering import Numbering, resolve
from drafter.profiles import LanguageProfile, Lexicon, OrganProfile
from drafter.rules.finding import Spot
from drafter.rules.line import Line, lines_of

T = TypeVar("T")


class Vocabulary:
    """The data of the rules for one language, `templates/check/<language>/<family>.json` by family.

    The family "openings" are the opening phrases, `templates/openings/<language>.json`.

    `of` gives what a family makes of its data (compiled expressions, sets) and makes it once.
    """

    def __init__(self, families: Mapping[str, Any] = MappingProxyType({})) -> None:
        self._families = families
        self._made: dict[object, object] = {}

    def __contains__(self, family: object) -> bool:
        return family in self._families

    def of(self, family: str, make: Callable[[Any], T]) -> T:
        """What `make` makes of a family's data; of an empty mapping where the language has none."""
        if make not in self._made:
            self._made[make] = make(self._families.get(family, {}))
        return cast("T", self._made[make])

    def of_all(self, make: Callable[[Mapping[str, Any]], T]) -> T:
        """What `make` makes of all the data, family by family; made once."""
        if make not in self._made:
            self._made[make] = make(self._families)
        return cast("T", self._made[make])


@dataclass(frozen=True)
class Subject:
    """A resolution under review; everything derived from it is worked out once, when asked for.

    `organ` is None where no profile knows it; `organ_name` is then the printed name. `options` are
    those of the configuration for the rules ("word-limit", "note-policy").
    """

    resolution: Resolution
    numbering: Numbering
    language: LanguageProfile
    lexicon: Lexicon
    organ: OrganProfile | None = None
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    options: Mapping[str, Any] = field(default_factory=dict)
    _made: dict[object, object] = field(default_factory=dict, repr=False, compare=False)

    def once(self, make: Callable[[Subject], T]) -> T:
        """What `make` makes of this subject, made when first asked for: several rules share it."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast("T", self._made[make])

    @property
    def organ_name(self) -> str:
        """The name of the organ's profile, or the printed name, or ""."""
        return self.organ.name if self.organ else self.resolution.masthead.organ

    @property
    def kind(self) -> DocumentKind:
        """What kind of text it is."""
        return self.resolution.kind

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every text that is not empty, in reading order, notes after the text that calls them."""
        return lines_of(self.resolution, self.numbering)

    @cached_property
    def by_spot(self) -> Mapping[Spot, Line]:
        """The lines by their spots."""
        return {line.spot: line for line in self.lines}

    @cached_property
    def sites(self) -> tuple[Site, ...]:
        """Every block with where it stands, in reading order."""
        return tuple(query(self.resolution))

    @cached_property
    def site_of(self) -> Mapping[str, Site]:
        """Sites by the id of their block."""
        return {site.block.id: site for site in self.sites}

    @cached_property
    def order(self) -> Mapping[tuple[str, str, int], int]:
        """The place of each line in reading order, and of each block without a field of its own."""
        out: dict[tuple[str, str, int], int] = {}
        for place, line in enumerate(self.lines):
            out[line.spot.owner, line.spot.field, line.spot.nth] = place
            out.setdefault((line.spot.owner, "", 0), place)
        return out

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        """Every footnote in reading order."""
        return tuple(
            call.mark for line in self.lines for call in line.calls if isinstance(call.mark, Note)
        )

    def name(self, id_: str) -> str:
        """A paragraph as people name it: "paragraph 3 (a)", "the 4th preambular paragraph"."""
        return resolve(Reference(id_, Form.NAMED), self.numbering).text

    def label(self, id_: str) -> str:
        """A paragraph by what is printed before it: "3.", "3. (a)"; "PP4" in the preamble."""
        held_by = (*self.numbering.above.get(id_, ()), id_)
        printed = " ".join(filter(None, map(self.numbering.label, held_by)))
        place = next(filter(None, map(self.numbering.preambular.get, held_by)), None)
        return f"PP{place} {printed}".rstrip() if place else printed

    def line(self, spot: Spot) -> Line | None:
        """The text at a spot; None where it is empty."""
        return self.by_spot.get(spot)

    def own_lines(self, *zones: Zone) -> Iterator[Line]:
        """The texts of these zones and their notes, without those of embedded and quoted texts."""
        return (line for line in self.lines if line.zone in zones and not self.is_foreign(line))

    def is_foreign(self, line: Line) -> bool:
        """Whether a text, or the text that calls it, belongs to a text inside the text."""
        site = self.site_of.get(line.caller.owner if line.caller else line.spot.owner)
        if site is None:
            return False
        quoted = isinstance(site.block, Paragraph) and site.block.role is Role.QUOTED
        return quoted or isinstance(site.block, Embedded) or in_embedded(site)

    def body(self, block: Block) -> Line | None:
        """The text of a paragraph's body; None where it is empty."""
        return self.by_spot.get(Spot(block.id, "body"))

    def last_line(self, paragraph: Paragraph) -> Line | None:
        """The text with which a paragraph ends, its sub-paragraphs aside."""
        return self.by_spot.get(Spot(paragraph.id, "tail" if paragraph.tail else "body"))

    def paragraphs(self, role: Role, *zones: Zone) -> Iterator[tuple[Paragraph, Line]]:
        """The paragraphs of a role that have words, with their bodies; in some zones or in all.

        Those of embedded and quoted texts are among them only where `zones` is empty.
        """
        for site in self.sites:
            block = site.block
            if not isinstance(block, Paragraph) or block.role is not role:
                continue
            if zones and (site.zone not in zones or in_embedded(site)):
                continue
            body = self.body(block)
            if body is not None:
                yield block, body


def in_embedded(site: Site) -> bool:
    """Whether a block stands in a text inside the text, which has habits of its own."""
    return any(isinstance(holder, Embedded) for holder in site.above)
