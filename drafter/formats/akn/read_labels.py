"""Labels as the source prints them: recognised, told from text, and what shape they have."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from drafter.model import Inlines, Run, Text, build, flatten, normalise, plain_text
from drafter.numbering.scheme import LOOKALIKES

_CHINESE = "一二三四五六七八九十"
_CIRCLED = "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"
_BULLETS = "–—•·●▪-"
_LABEL = re.compile(
    r"(?:"
    r"\(\w{1,6}\)|\w{1,3}\)|\d{1,3}\s?[-–.]|\d{1,3}(?:bis|ter)\.|[IVXLC]+\.|[A-Za-zА-я]\."
    rf"|[’‘']\d{{1,2}}[’‘']|[{_CHINESE}]{{1,3}}[.、．]|[㈠-㈩]|[{_BULLETS}]"
    r")(?=\s|$)"
)
"""A label at the start of a line (census of the official files, 6 (d) 3)."""

_ALONE = re.compile(rf"(?:[IVXLC]+|[A-Z]|\d{{1,3}}|[{_CHINESE}]{{1,3}}|[ء-ي])\.?")
"""A heading that is only a number."""

_NUMERAL = re.compile(rf"[{_CHINESE}]{{1,3}}|[IVX]{{1,6}}")
_ORDINALS = (
    *("أولا", "ثانيا", "ثالثا", "رابعا", "خامسا", "سادسا", "سابعا", "ثامنا", "تاسعا", "عاشرا"),
    *("حادي عشر", "ثاني عشر", "ثالث عشر", "رابع عشر", "خامس عشر", "سادس عشر", "سابع عشر"),
    *("ثامن عشر", "تاسع عشر", "عشرون", "حادي وعشرون", "ثاني وعشرون", "ثالث وعشرون"),
    *("رابع وعشرون", "خامس وعشرون", "سادس وعشرون", "سابع وعشرون", "ثامن وعشرون"),
    *("تاسع وعشرون", "ثلاثون"),
)
"""Arabic ordinals as sections are numbered, from the first on, without vowel signs."""

_LETTERS = (
    *("ألف", "باء", "جيم", "دال", "هاء", "واو", "زاي", "حاء", "طاء", "ياء", "كاف", "لام", "ميم"),
    *("نون", "سين", "عين", "فاء", "صاد", "قاف", "راء", "شين", "تاء", "ثاء", "خاء", "ذال", "ضاد"),
    *("ظاء", "غين"),
)
"""The names of the Arabic letters, as sections are lettered."""

_SPELLED = re.compile(
    rf"(?P<core>(?:{'|'.join(_LETTERS)})|(?:{'|'.join(reversed(_ORDINALS))})[\u064b\u064e]?)"
    r"\s?[-–:](?=\s)"
)
_SPELLED_ENDS = " -–:"

_ROMAN = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})")
_CHAIN = re.compile(r"(?:\d{1,3}\.)+(?P<last>\d{1,3})\.?")
_EDGE = " \u00a0\t\u200e\u200f"
_LONGEST = 12

_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_CYRILLIC = "абвгдежзиклмнопрстуфхцчшщэюя"


@dataclass(frozen=True, slots=True)
class Shape:
    """What a label can be: a form ("()", ")", ".", "bullet" ...) with counter and place.

    `readings` are (counter, place) pairs: "(i)" is the ninth letter or the first numeral.
    """

    form: str
    readings: tuple[tuple[str, int], ...]


def split_label(num: str, body: Inlines) -> tuple[str, Inlines, bool]:
    """The label of a line, its text without it, and whether the text had to be cut for it.

    Asterisks count nothing: the words after them explain a sign in the text above, as below a
    list of members. They stay in the text, as printed.
    """
    if num and set(num) == {"*"}:
        return "", normalise((Text(f"{num} "), *body)) if body else (Text(num),), False
    if num:
        return num, body, False
    if not body or (isinstance(body[0], Text) and _has_no_label(body[0].text)):
        return "", body, False
    runs = flatten(body)
    head = _head(runs)
    found = _LABEL.match(head)
    if found is None:
        return "", body, False
    return found[0], build(_cut(runs, found.end(), head)), True


def _has_no_label(text: str) -> bool:
    """A quick look at a text long enough to show its label, if it had one."""
    return len(text) > _LONGEST and _LABEL.match(text) is None


def _head(runs: tuple[Run, ...]) -> str:
    """The first signs of the text, up to the first note."""
    out = ""
    for run in runs:
        if not isinstance(run.atom, Text):
            break
        out += run.atom.text
        if len(out) > _LONGEST:
            break
    return out


def cut_start(body: Inlines, start: re.Pattern[str]) -> tuple[str, Inlines]:
    """What the text begins with, and the text without it; ("", the text) for other text."""
    runs = flatten(body)
    head = _head(runs)
    found = start.match(head)
    return (found[0], build(_cut(runs, found.end(), head))) if found else ("", body)


def _cut(runs: tuple[Run, ...], length: int, head: str) -> list[Run]:
    length += len(head[length:]) - len(head[length:].lstrip(_EDGE))
    out: list[Run] = []
    for run in runs:
        if length and isinstance(run.atom, Text):
            text = run.atom.text[length:]
            length -= len(run.atom.text) - len(text)
            if text:
                out.append(Run(Text(text), run.styles, run.href))
        else:
            out.append(run)
    if out and isinstance(atom := out[0].atom, Text):
        out[0] = Run(Text(atom.text.lstrip(_EDGE)), out[0].styles, out[0].href)
    return out


def split_spelled(body: Inlines) -> tuple[str, Inlines]:
    """The number in words that an Arabic heading begins with, and its text; else ("", text)."""
    return cut_start(body, _SPELLED)


def drop_repeated(label: str, body: Inlines) -> tuple[Inlines, str]:
    """The text without a full stop or label that repeats the label before it, and what went."""
    if not plain_text(body[:1]).startswith((label, ".")):
        return body, ""
    runs = flatten(body)
    head = _head(runs)
    for again in (label, label + ".", "."):
        end = len(again)
        alone = len(head) == end or head[end : end + 1].isspace()
        if head.startswith(again) and alone:
            return build(_cut(runs, end, head)), again
    return body, ""


def is_number(text: str) -> bool:
    """Whether a heading is only a number, to be printed above the heading that follows."""
    return _ALONE.fullmatch(text) is not None


def is_ordinal(text: str) -> bool:
    """Whether a line is only an Arabic ordinal, as sections are numbered: firstly, secondly."""
    return _plain_ordinal(text) in _ORDINALS


def _plain_ordinal(text: str) -> str:
    return "".join(sign for sign in text if sign not in "\u064b\u064e")


def is_numeral(text: str) -> bool:
    """Whether a line is only a Chinese or a Roman numeral."""
    return _NUMERAL.fullmatch(text) is not None


@lru_cache(maxsize=4096)
def shape(label: str) -> Shape:
    """What a printed label can be."""
    spelled = _plain_ordinal(label).rstrip(_SPELLED_ENDS)
    for name, signs in (("words", _ORDINALS), ("letters", _LETTERS)):
        if spelled in signs:
            return Shape("#", ((name, signs.index(spelled) + 1),))
    sign = "".join(label.split()).replace("\u0640", "").translate(LOOKALIKES)
    if not sign:
        return Shape("", ())
    if len(sign) == 1 and sign in _BULLETS:
        return Shape("bullet", ())
    if chain := _CHAIN.fullmatch(sign):
        levels = sign.rstrip(".").count(".")
        return Shape("9." * levels + "#", (("chain", int(chain["last"])),))
    core = sign.strip("().-–’‘'、．")
    form = sign.replace(core, "#", 1) if core else sign
    return Shape(form, tuple(_readings(core)))


def follows(old: Shape, new: Shape) -> bool:
    """Whether a label is the next one after another."""
    if old.form == new.form == "bullet":
        return True
    return old.form == new.form and any(
        (counter, place - 1) in old.readings for counter, place in new.readings
    )


def is_first(label: Shape) -> bool:
    """Whether a label can begin a list."""
    return any(place == 1 for _, place in label.readings)


def _readings(core: str) -> list[tuple[str, int]]:
    out: list[tuple[str, int]] = []
    if core.isdecimal() and len(core) < 10:  # no count is longer
        out.append(("decimal", int(core)))
    low = core.lower()
    if low and _ROMAN.fullmatch(low):
        out.append(("roman" if core == low else "Roman", _roman(low)))
    if low.isascii() and low.isalpha() and len(set(low)) == 1:
        place = ord(low[0]) - 96 + 26 * (len(low) - 1)
        out.append(("latin" if core == low else "Latin", place))
    for name, signs in _SCRIPTS:
        if core in signs:
            out.append((name, signs.index(core) + 1))
    return out


def _roman(text: str) -> int:
    values = [_DIGITS[sign] for sign in text]
    return sum(
        -value if place + 1 < len(values) and value < values[place + 1] else value
        for place, value in enumerate(values)
    )


_SCRIPTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("abjad", tuple(_ABJAD)),
    ("cyrillic", tuple(_CYRILLIC)),
    ("circled", tuple(_CIRCLED)),
    (
        "chinese",
        tuple(
            (tens + ones)
            for tens in ("", "十", "二十", "三十")
            for ones in ("", *"一二三四五六七八九")
            if tens + ones
        ),
    ),
    ("words", _ORDINALS),
)
