"""A new draft from a skeleton: masthead, title, enacting line and clauses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from drafter.clauses.clause import Slot, SlotType
from drafter.clauses.fill import check_values, fill
from drafter.clauses.library import Library
from drafter.clauses.names import Context
from drafter.clauses.skeleton import Entry, Skeleton, slot_named
from drafter.clauses.slots import check_slot, print_slot
from drafter.clauses.tidy import tidy
from drafter.clauses.values import Value, value_text
from drafter.errors import BadSlot, DrafterError, Invalid, Malformed
from drafter.model import (
    AgendaItem,
    Blank,
    Emphasis,
    IdMaker,
    Inlines,
    Masthead,
    Paragraph,
    Part,
    Resolution,
    Role,
    Style,
    Submission,
    Text,
    normalise,
    text,
)
from drafter.model.invariants import faults


def draft_from(
    skeleton: Skeleton, values: Mapping[str, object], library: Library, context: Context
) -> Resolution:
    """The draft that a skeleton gives; what is not filled is a `Blank`, in the masthead empty.

    Raises:
        BadSlot: a value is not what its slot takes, or there is no such slot.
        Malformed: the skeleton names a clause that is not there in this language, or gives what
            cannot stand in its place.
    """
    maker = _Maker(
        skeleton, check_values(skeleton.slots, values, context), library, context, IdMaker()
    )
    part = Part(
        enacting=maker.enacting(),
        preamble=tuple(maker.paragraph(entry) for entry in skeleton.preamble),
        operative=tuple(maker.paragraph(entry) for entry in skeleton.operative),
    )
    draft = Resolution(
        kind=skeleton.kind,
        language=context.language.code,
        masthead=maker.masthead(),
        origin=Submission(maker.sponsors(), maker.words(skeleton.submitted)),
        title=maker.words(skeleton.heading),
        parts=(part,),
    )
    for fault in faults(draft):
        error = Invalid(f"{fault.path}: {fault.message}", hint=fault.hint)
        raise maker.malformed(error) from error
    return draft


@dataclass(frozen=True, slots=True)
class _Maker:
    """What a draft is made of."""

    skeleton: Skeleton
    values: Mapping[str, Value]
    library: Library
    context: Context
    make: IdMaker

    def slot(self, name: str) -> Slot:
        return next(slot for slot in self.skeleton.slots if slot.name == name)

    def value(self, wanted: str) -> Value | None:
        """The value that a text of the skeleton stands for; None for a slot that is not filled."""
        name = slot_named(wanted)
        return self.values.get(name) if name else wanted

    def words(self, wanted: str) -> Inlines:
        """A text of the skeleton as running text; a needed slot without a value is blank."""
        name = slot_named(wanted)
        if not name:
            return tidy(text(wanted))
        slot = self.slot(name)
        if name in self.values:
            return normalise(print_slot(slot, self.values[name], self.context, self.make))
        return () if slot.optional else (Blank(name),)

    def masthead(self) -> Masthead:
        lines = {name: self.value(wanted) for name, wanted in self.skeleton.masthead.items()}
        plain = {
            name.replace("-", "_"): " ".join(value_text(value).split())
            for name in ("symbol", "distribution", "committee", "job-number")
            if (value := lines.get(name)) is not None
        }
        return Masthead(
            **plain,
            organ=self.skeleton.organ,
            date=self.day(lines.get("date")),
            original=_codes(lines.get("original") or self.context.language.code),
            session=self.session(lines.get("session")),
            agenda=self.agenda(),
        )

    def day(self, value: Value | None) -> date | None:
        """The date of the document, which a skeleton may give as it is."""
        if value is None:
            return None
        checked = self.checked(Slot("date", SlotType.DATE, "Date"), value)
        return checked if isinstance(checked, date) else None

    def checked(self, slot: Slot, value: Value) -> Value:
        """A value of the skeleton's own, checked."""
        try:
            return check_slot(slot, value, self.context)
        except BadSlot as error:
            raise self.malformed(error) from error

    def malformed(self, error: DrafterError) -> Malformed:
        """What is wrong with the skeleton itself."""
        return Malformed(f"skeleton {self.skeleton.name!r}: {error.what}", hint=error.hint)

    def session(self, value: Value | None) -> str:
        """The line of the session: "Eighty-first session"."""
        known = self.context.names.session_lines
        if isinstance(value, int):
            return known[value - 1]
        return "" if value is None else " ".join(value_text(value).split())

    def agenda(self) -> tuple[AgendaItem, ...]:
        wanted = self.skeleton.masthead
        number = self.words(wanted.get("agenda", ""))
        title = self.words(wanted.get("agenda-title", ""))
        if not number:
            return (AgendaItem(title),) if title else ()
        before, _, after = self.context.language.phrases["agenda-item"].partition("{number}")
        return (AgendaItem(normalise((Text(before), *number, Text(after))), title),)

    def sponsors(self) -> tuple[Inlines, ...]:
        value = self.value(self.skeleton.sponsors) if self.skeleton.sponsors else None
        names = value if isinstance(value, tuple) else () if value is None else (value,)
        return tuple(tidy(text(value_text(name))) for name in names)

    def enacting(self) -> Inlines:
        """The enacting line as the language prints it for the organ, or the skeleton's own."""
        language = self.context.language
        own = self.words(self.skeleton.enacting)
        line = own or text(language.enacting.get(self.skeleton.organ, ""))
        if not line:
            return ()
        return normalise((Emphasis(Style.ITALIC, line), Text(language.enacting_end)))

    def paragraph(self, entry: Entry, *, below: bool = False) -> Paragraph:
        """The paragraph of an entry, with those below it."""
        values = entry.values(self.context.language.code)
        given = {name: self.given(value) for name, value in values.items()}
        try:
            clause = self.library.get_clause(entry.clause, self.context.language.code)
            found = fill(clause, given, self.context, self.make)
        except DrafterError as error:
            raise self.malformed(error) from error
        return Paragraph(
            id=found.id,
            role=Role.ITEM if below else found.role,
            body=found.body,
            children=tuple(self.paragraph(one, below=True) for one in entry.below),
            meta=found.meta,
        )

    def given(self, value: Any) -> object:
        """A preset value, or that of the skeleton's slot that it names; None where it is empty."""
        name = slot_named(value) if isinstance(value, str) else ""
        if not name:
            return value
        found = self.values.get(name)
        return None if found is None else _plain(found)


def _plain(value: Value) -> object:
    """A value as a slot of any type takes it: a list stays one."""
    if isinstance(value, tuple):
        return [value_text(item) for item in value]
    return value_text(value)


def _codes(value: Value | None) -> tuple[str, ...]:
    if value is None:
        return ()
    return tuple(value_text(value).replace(";", " ").replace(",", " ").split())
