"""Drawings: pictures in line and at a place of the page, and the rule after the end."""

from __future__ import annotations

from dataclasses import dataclass

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart

from drafter.errors import Unsupported
from drafter.formats.word.writing import Writing
from drafter.formats.word.xml import NAMESPACES, Element, Value, node, w
from drafter.profiles import LayoutProfile

_EMU = 635
"""English Metric Units in a twip."""
_KINDS = (
    (0, b"\x89PNG\r\n\x1a\n", "png", "image/png"),
    (0, b"\xff\xd8\xff", "jpg", "image/jpeg"),
    (0, b"GIF8", "gif", "image/gif"),
    (40, b" EMF", "emf", "image/x-emf"),
)
"""Pictures that Word shows: where their sign stands and what it is, suffix, content type."""
_LARGEST = 5 * 2**20
"""Bytes; the emblem in the official files has some thousand."""
_PICTURE = NAMESPACES["pic"]
_SHAPE = NAMESPACES["wps"]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: its bytes, its size on the sheet in twips, and words for who cannot see it."""

    blob: bytes
    size: tuple[int, int]
    says: str


def inline_picture(picture: Picture, part: XmlPart, writing: Writing) -> Element:
    """A run with a picture that stands in the line."""
    graphic = _graphic(picture, part, writing)
    extent = _extent("wp:extent", picture.size)
    number = _number(writing, picture.says)
    none = {"distT": 0, "distB": 0, "distL": 0, "distR": 0}
    return w("r", w("drawing", node("wp:inline", none, extent, number, graphic)))


def placed_picture(
    picture: Picture, place: tuple[int, int], part: XmlPart, writing: Writing
) -> Element:
    """A run with a picture at a place counted from the sheet's upper left corner, in twips."""
    graphic = _graphic(picture, part, writing)
    number = _number(writing, picture.says)
    positions = (_position("H", "page", place[0]), _position("V", "page", place[1]))
    return w("r", w("drawing", _anchor(picture.size, positions, number, graphic)))


def end_rule(layout: LayoutProfile) -> Element:
    """A run with the rule after the end, centred on the sheet below the line it stands in."""
    rule = layout.end_rule
    size = (rule.length, 0)
    centre = node("wp:positionH", {"relativeFrom": "page"}, node("wp:align", text="center"))
    positions = (centre, _position("V", "line", rule.below))
    number = node("wp:docPr", {"id": 1, "name": "End rule"})
    anchor = _anchor(size, positions, number, _line(rule.length, rule.thickness))
    choice = node("mc:Choice", {"Requires": "wps"}, w("drawing", anchor))
    fallback = node("mc:Fallback", None, w("pict", _old_line(layout)))
    return w("r", node("mc:AlternateContent", None, choice, fallback))


def _graphic(picture: Picture, part: XmlPart, writing: Writing) -> Element:
    rid = _stored(picture.blob, part, writing)
    blip = node("a:blip", {"r:embed": rid})
    fill = node("pic:blipFill", None, blip, node("a:stretch", None, node("a:fillRect")))
    name = node("pic:cNvPr", {"id": writing.pictures, "name": picture.says})
    names = node("pic:nvPicPr", None, name, node("pic:cNvPicPr"))
    shape = node("pic:spPr", None, _frame(picture.size), _geometry("rect"))
    whole = node("pic:pic", None, names, fill, shape)
    return node("a:graphic", None, node("a:graphicData", {"uri": _PICTURE}, whole))


def _stored(blob: bytes, part: XmlPart, writing: Writing) -> str:
    """Put a picture into the package; returns the relationship of the part that shows it."""
    suffix, content_type = _kind(blob)
    writing.pictures += 1
    name = PackURI(f"/word/media/image{writing.pictures}.{suffix}")
    image = Part(name, content_type, blob, part.package)
    return part.relate_to(image, RELATIONSHIP_TYPE.IMAGE)


def _kind(blob: bytes) -> tuple[str, str]:
    """Suffix and content type of a picture; only the emblem can be too large or none."""
    if len(blob) > _LARGEST:
        raise Unsupported("the emblem is larger than 5 MB", hint="use a smaller picture")
    for place, sign, suffix, content_type in _KINDS:
        if blob.startswith(sign, place):
            return suffix, content_type
    raise Unsupported("the emblem is no picture", hint="use a PNG, JPEG, GIF or EMF file")


def _number(writing: Writing, says: str) -> Element:
    return node("wp:docPr", {"id": writing.pictures + 1, "name": says, "descr": says})


def _extent(tag: str, size: tuple[int, int]) -> Element:
    return node(tag, {"cx": size[0] * _EMU, "cy": size[1] * _EMU})


def _frame(size: tuple[int, int]) -> Element:
    return node("a:xfrm", None, node("a:off", {"x": 0, "y": 0}), _extent("a:ext", size))


def _geometry(name: str) -> Element:
    return node("a:prstGeom", {"prst": name}, node("a:avLst"))


def _position(axis: str, origin: str, offset: int) -> Element:
    distance = node("wp:posOffset", text=str(offset * _EMU))
    return node(f"wp:position{axis}", {"relativeFrom": origin}, distance)


def _anchor(
    size: tuple[int, int], positions: tuple[Element, Element], number: Element, graphic: Element
) -> Element:
    attributes: dict[str, Value] = {"distT": 0, "distB": 0, "distL": 0, "distR": 0}
    attributes |= {"simplePos": 0, "relativeHeight": number.get("id", "1"), "behindDoc": 0}
    attributes |= {"locked": 0, "layoutInCell": 1, "allowOverlap": 1}
    return node(
        "wp:anchor",
        attributes,
        node("wp:simplePos", {"x": 0, "y": 0}),
        *positions,
        _extent("wp:extent", size),
        node("wp:effectExtent", {"l": 0, "t": 0, "r": 0, "b": 0}),
        node("wp:wrapNone"),
        number,
        node("wp:cNvGraphicFramePr"),
        graphic,
    )


def _line(length: int, thickness: int) -> Element:
    """A straight line as a shape; `thickness` in eighths of a point."""
    black = node("a:solidFill", None, node("a:srgbClr", {"val": "010000"}))
    pen = node("a:ln", {"w": thickness * 12700 // 8}, black)
    shape = node("wps:spPr", None, _frame((length, 0)), _geometry("line"), pen)
    whole = node("wps:wsp", None, node("wps:cNvCnPr"), shape, node("wps:bodyPr"))
    return node("a:graphic", None, node("a:graphicData", {"uri": _SHAPE}, whole))


def _old_line(layout: LayoutProfile) -> Element:
    """The same line for programs that know no shapes."""
    rule = layout.end_rule
    left = (layout.page.width - rule.length) / 2 - layout.page.left
    below = rule.below / 20
    style = "position:absolute;mso-position-vertical-relative:line"
    return node(
        "v:line",
        {
            "style": style,
            "from": f"{left / 20:g}pt,{below:g}pt",
            "to": f"{(left + rule.length) / 20:g}pt,{below:g}pt",
            "strokecolor": "#010000",
            "strokeweight": f"{rule.thickness / 8:g}pt",
        },
    )
