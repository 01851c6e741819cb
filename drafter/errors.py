"""Every error that drafter raises on purpose: one base, few children, fields instead of sentences.

An error says what is wrong, where, and what to try next. The command line turns each into one
message and an exit code; a traceback that reaches a user is a defect.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a source something stands; lines and columns count from 1, 0 means unknown.

    `path` names a place inside structured data ("parts/0/operative/2"), `excerpt` is the offending
    line as it stands in the source.
    """

    line: int = 0
    column: int = 0
    path: str = ""
    excerpt: str = ""

    def __str__(self) -> str:
        """Short form for messages: "line 3, column 7" or the path; empty when nothing is known."""
        if self.line and self.column:
            return f"line {self.line}, column {self.column}"
        if self.line:
            return f"line {self.line}"
        return self.path


class DrafterError(Exception):
    """Base of all errors. `what` is the fault, `hint` what to try next.

    `where` is the place in the source, `source` its name (a file name or "standard input"). `also`
    are the further faults that the same pass over the source found, in its order.
    """

    def __init__(
        self,
        what: str,
        *,
        hint: str = "",
        where: Place | None = None,
        source: str = "",
        also: Sequence[DrafterError] = (),
    ) -> None:
        super().__init__(what)
        self.what = what
        self.hint = hint
        self.where = where if where is not None else Place()
        self.source = source
        self.also = tuple(also)

    def named(self, source: str) -> DrafterError:
        """Give the error the name of its source, if it has none yet; returns the same error."""
        self.source = self.source or source
        for other in self.also:
            other.named(source)
        return self

    def __str__(self) -> str:
        """One line: source, place, fault."""
        head = ": ".join(part for part in (self.source, str(self.where)) if part)
        return f"{head}: {self.what}" if head else self.what

    def __eq__(self, other: object) -> bool:
        """Errors are compared by their fields, so that tests can say `==`."""
        if not isinstance(other, DrafterError):
            return NotImplemented
        return (type(self), self.fields()) == (type(other), other.fields())

    def __hash__(self) -> int:
        return hash((type(self), self.fields()))

    def fields(self) -> tuple[str, str, Place, str, tuple[DrafterError, ...]]:
        """Everything the error says: what, hint, where, source, also."""
        return (self.what, self.hint, self.where, self.source, self.also)


class Unreadable(DrafterError):
    """The source is not what its reader needs: empty, binary, too large, not a resolution."""


class Malformed(DrafterError):
    """The source has the right form but a part of it breaks the rules of its format."""


class Invalid(DrafterError):
    """A value breaks an invariant of the model: duplicate ids, a control character, a bad level."""


class NoSuchParagraph(DrafterError):
    """An id or address that names nothing in this resolution."""

    def __init__(self, address: str, *, hint: str = "") -> None:
        super().__init__(f"there is no paragraph {address!r}", hint=hint)
        self.address = address


class BadAnswer(DrafterError):
    """An answer that the field of a form cannot take; `what` names both, the hint says what can."""

    def __init__(self, field: str, answer: str, fault: str, *, hint: str = "") -> None:
        said = f"{answer!r} {fault}" if answer else fault
        super().__init__(f"{field}: {said}", hint=hint)
        self.field = field
        self.answer = answer


class BadSlot(DrafterError):
    """A value that a slot of a clause cannot take; names the slot, the value and the fix."""

    def __init__(self, slot: str, value: object, why: str, *, hint: str) -> None:
        shown = repr(value) if isinstance(value, str) else f"{value!s:.80}"
        super().__init__(f"slot {slot!r}: {shown[:120]} {why}", hint=hint)
        self.slot = slot
        self.value = value


class Unsupported(DrafterError):
    """A thing that the chosen format, profile or program cannot do; the hint says what can."""


class Refused(DrafterError):
    """Something drafter does not do unasked: overwrite, or write what does not read back."""


class Unwritable(DrafterError):
    """The target cannot be written: no such folder, no permission, no space."""
