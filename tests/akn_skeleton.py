"""A whole AKN4UN file around a few elements, for tests."""

from __future__ import annotations

ISO3 = {"en": "eng", "fr": "fra", "es": "spa", "ru": "rus", "ar": "ara", "zh": "zho"}


def document(elements: str, language: str = "en") -> bytes:
    """A whole file around a preamble, a body or attachments."""
    body = (
        ""
        if "<mainBody>" in elements and "<attachments>" not in elements
        else "<mainBody><p/></mainBody>"
    )
    before, after = (elements, body) if "<preamble>" in elements else (body, elements)
    return f"""<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
<statement name="resolution"><meta><identification source="#x"><FRBRExpression>
<FRBRlanguage language="{ISO3[language]}"/></FRBRExpression></identification></meta>
<coverPage><p><docNumber refersTo="#symbol">A/RES/99/1</docNumber></p></coverPage>
{before}{after}</statement></akomaNtoso>""".encode()
