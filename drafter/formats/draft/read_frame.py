"""What holds the blocks: parts with their titles, enacting and closing lines, and annexes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from drafter.codec import decode_opaque
from drafter.formats.draft.content import ContentReader
from drafter.formats.draft.faults import Line
from drafter.formats.draft.lines import Node
from drafter.formats.draft.read_blocks import BlockReader
from drafter.formats.draft.read_head import read_kept
from drafter.formats.draft.words import FRAME, MARKER
from drafter.model import Annex, Block, Inlines, Opaque, Paragraph, Part, Resolution, Role

_ORDER = ("PART", "ANNEX", "TITLE", "ENACTING", "META", "OPERATIVE", "CLOSING")
_BLOCKS = _ORDER.index("OPERATIVE")
_ONCE = frozenset({"TITLE", "ENACTING", "OPERATIVE"})
_IN_ANNEX = frozenset({"META"})


@dataclass(slots=True)
class _Holder:
    """A part or an annex while it is read; `split` is where OPERATIVE stands, -1 for nowhere."""

    line: Line | None
    path: str
    annex: Annex | None = None
    letter: str = ""
    title: Inlines = ()
    enacting: Inlines = ()
    meta: list[Opaque] = field(default_factory=list)
    blocks: list[tuple[Block, Line]] = field(default_factory=list)
    split: int = -1
    closing: list[Inlines] = field(default_factory=list)
    reached: int = 0
    met: set[str] = field(default_factory=set)


@dataclass(slots=True)
class FrameReader:
    """Reads the lines after the head."""

    contents: ContentReader
    parts: list[_Holder] = field(default_factory=list)
    annexes: list[_Holder] = field(default_factory=list)

    def read(self, head: Resolution, nodes: Sequence[Node]) -> Resolution:
        """The resolution with this head and the text that the lines are."""
        reader = BlockReader(self.contents)
        for node in nodes:
            found = MARKER.match(node.line.text, node.line.start, node.line.end)
            if found and found["marker"] in FRAME:
                reader.leaf(node)
                self._frame(node.line, found["marker"], found.end())
            elif block := reader.block(node):
                self._block(block, node.line)
        return replace(
            head,
            parts=tuple(self._part(holder) for holder in self.parts) or (Part(),),
            annexes=tuple(map(_annex, self.annexes)),
        )

    def _current(self) -> _Holder:
        if self.annexes:
            return self.annexes[-1]
        if not self.parts:
            self.parts.append(_Holder(None, "parts/0"))
        return self.parts[-1]

    def _block(self, block: Block, line: Line) -> None:
        holder = self._current()
        if holder.reached > _BLOCKS:
            self._fault(line, "a paragraph stands after the closing lines", "move it up")
        holder.reached = max(holder.reached, _BLOCKS)
        holder.blocks.append((block, line))

    def _frame(self, line: Line, marker: str, after: int) -> None:
        if marker == "PART":
            self._open_part(line, after)
            return
        if marker == "ANNEX":
            self._open_annex(line, after)
            return
        holder = self._current()
        self._in_order(holder, line, marker)
        self.contents.lines.setdefault(_path(holder, marker), line)
        match marker:
            case "TITLE":
                holder.title = self._text(line, after)
            case "ENACTING":
                holder.enacting = self._text(line, after)
            case "CLOSING":
                holder.closing.append(self._text(line, after))
            case "META":
                kept = read_kept(self.contents, line, after, decode_opaque)
                holder.meta.extend((kept,) if kept else ())
            case "OPERATIVE":
                holder.split = len(holder.blocks)
                if after < line.end:
                    hint = "write the paragraphs in the lines below"
                    self._fault(line, "nothing can follow OPERATIVE", hint)

    def _in_order(self, holder: _Holder, line: Line, marker: str) -> None:
        place = _ORDER.index(marker)
        if holder.annex and marker not in _IN_ANNEX:
            hint = "an annex has its title in its line, META lines, and blocks"
            self._fault(line, f"{marker} cannot stand in an annex", hint)
        elif marker in holder.met and marker in _ONCE:
            self._fault(line, f"{marker} stands twice in this part", "take one of the two away")
        elif place < holder.reached:
            order = ", ".join((*_ORDER[2:_BLOCKS], "the paragraphs", _ORDER[-1]))
            self._fault(line, f"{marker} stands too late", f"the order is {order}")
        holder.met.add(marker)
        holder.reached = max(holder.reached, place)

    def _open_part(self, line: Line, after: int) -> None:
        if self.annexes:
            self._fault(line, "a part stands after an annex", "move it up")
            return
        letter = line.text[after : line.end]
        path = f"parts/{len(self.parts)}"
        self.contents.lines.setdefault(path, line)
        self.parts.append(_Holder(line, path, letter=letter))

    def _open_annex(self, line: Line, after: int) -> None:
        found = self.contents.content(line, after, {"label": str})
        label = found.attributes.values.get("label")
        annex = Annex(found.attributes.id, found.text, label=label)
        path = f"annexes/{len(self.annexes)}"
        self.annexes.append(_Holder(line, path, annex=annex))

    def _text(self, line: Line, after: int) -> Inlines:
        text = self.contents.text(line, after)
        if not text:
            self._fault(line, "the line has no text", "write its text, or delete the line")
        return text

    def _part(self, holder: _Holder) -> Part:
        blocks = [block for block, _ in holder.blocks]
        split = holder.split
        if split < 0:
            split = sum(1 for _ in takewhile(_is_preambular, blocks))
            self._tell_strays(holder.blocks[split:])
        return Part(
            letter=holder.letter,
            title=holder.title,
            enacting=holder.enacting,
            preamble=tuple(blocks[:split]),
            operative=tuple(blocks[split:]),
            closing=tuple(holder.closing),
            meta=tuple(holder.meta),
        )

    def _tell_strays(self, operative: Sequence[tuple[Block, Line]]) -> None:
        for block, line in operative:
            if _is_preambular(block):
                hint = "move it up, or write the line OPERATIVE where the operative part begins"
                self._fault(line, "PP stands in the operative part", hint)

    def _fault(self, line: Line, what: str, hint: str) -> None:
        self.contents.faults.add(line, line.start, what, hint)


def _path(holder: _Holder, marker: str) -> str:
    place = len(holder.closing)
    return (
        f"{holder.path}/closing/{place}"
        if marker == "CLOSING"
        else (f"{holder.path}/{marker.lower()}")
    )


def _is_preambular(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role is Role.PREAMBULAR


def _annex(holder: _Holder) -> Annex:
    blocks = tuple(block for block, _ in holder.blocks)
    annex = holder.annex or Annex("")
    return replace(annex, blocks=blocks, meta=tuple(holder.meta))
