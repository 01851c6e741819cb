"""Which suffix is which format. A family is a mapping: help and choices come from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath
from types import MappingProxyType, ModuleType
from typing import cast

from drafter.errors import Unsupported
from drafter.model import Resolution
from drafter.report import Read

Reader = Callable[..., Read[Resolution]]
Writer = Callable[..., bytes]


@dataclass(frozen=True, slots=True)
class Format:
    """A file format: its suffix, what it is, and the package that reads and writes it."""

    suffix: str
    title: str
    package: str
    reads: bool = True
    writes: bool = True

    def read(self, data: bytes, **choices: object) -> Read[Resolution]:
        """The resolution in the bytes, with notices; raises Unreadable, Malformed or Invalid.

        `choices` are those of the format's package, made to its options by its `reading`.
        """
        if not self.reads:
            raise Unsupported(f"{self.suffix} files cannot be read", hint=f"read {known('reads')}")
        package = import_module(self.package)
        return cast("Reader", package.read)(data, *self._options(package, "reading", choices))

    def write(self, resolution: Resolution, **choices: object) -> bytes:
        """The resolution as bytes of this format; raises Unsupported or Refused.

        `choices` are those of the format's package, made to its options by its `writing`.
        """
        if not self.writes:
            raise Unsupported(
                f"{self.suffix} files cannot be written", hint=f"write {known('writes')}"
            )
        package = import_module(self.package)
        return cast("Writer", package.write)(
            resolution, *self._options(package, "writing", choices)
        )

    def _options(
        self, package: ModuleType, maker: str, choices: Mapping[str, object]
    ) -> tuple[object, ...]:
        if not choices:
            return ()
        if not hasattr(package, maker):
            named = ", ".join(name.replace("_", " ") for name in choices)
            raise Unsupported(f"{self.suffix} files know no {named}", hint="leave the option out")
        return (getattr(package, maker)(**choices),)


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        form.suffix: form
        for form in (
            Format(".draft", "drafter's own text, for git and editors", "drafter.formats.draft"),
            Format(".json", "the canonical data", "drafter.formats.json"),
            Format(".txt", "plain United Nations text", "drafter.formats.text"),
            Format(".docx", "Word, in the United Nations layout", "drafter.formats.word"),
            Format(".pdf", "PDF, printed by LibreOffice", "drafter.formats.pdf", reads=False),
            Format(".xml", "Akoma Ntoso for the United Nations", "drafter.formats.akn"),
        )
    }
)


def known(ability: str) -> str:
    """The suffixes that can be read or written ("reads" or "writes"), for messages."""
    return ", ".join(form.suffix for form in FORMATS.values() if getattr(form, ability))


def format_of(name: str) -> Format:
    """The format that a file name's suffix says.

    Raises:
        Unsupported: an unknown suffix, or none.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix not in FORMATS:
        raise Unsupported(
            f"{suffix or 'a name without a suffix'} is not a known format",
            hint=f"known formats: {', '.join(FORMATS)}",
        )
    return FORMATS[suffix]
