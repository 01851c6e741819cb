"""Clean drafts of our own, for machines without the real documents: invented, dull and various."""

from __future__ import annotations

from random import Random

from drafter.formats import draft
from drafter.model import Resolution

_PREAMBLE = (
    *("Recalling", "Noting", "Welcoming", "Stressing", "Mindful of", "Concerned about"),
    *("Reaffirming", "Emphasizing", "Recognizing", "Bearing in mind", "Acknowledging"),
)
_OPERATIVE = (
    *("Welcomes", "Notes", "Stresses", "Recognizes", "Reaffirms", "Emphasizes", "Endorses"),
    *("Acknowledges", "Commends", "Supports", "Underlines"),
)
_ASKING = ("Requests", "Invites", "Encourages", "Urges", "Calls upon")
_WHOM = ("all Member States", "the Secretary-General", "the river commissions", "Governments")
_KINDS = ("yearly", "joint", "regional", "written", "timely", "voluntary", "inland", "public")
_SUBJECTS = ("ferry", "harbour", "library", "lighthouse", "canal", "glacier", "orchard", "bridge")
_THINGS = ("statistics", "timetables", "agreements", "surveys", "budgets", "workshops", "charts")
_DEEDS = ("To keep", "To publish", "To review", "To support", "To finance", "To complete")


def clean_drafts(count: int) -> list[tuple[str, Resolution]]:
    """So many drafts in which nothing is to be found, the same each time."""
    return [(f"invented {number}", _draft(Random(number))) for number in range(count)]  # noqa: S311 - no secret


_NOTING = ("Rappelant", "Notant", "Soulignant", "Reconnaissant", "Constatant", "Considérant")
_DOING = ("Approuve", "Souligne", "Réaffirme", "Constate", "Appuie", "Salue")
_OBJECTS = ("la lampe", "le phare", "la cloche", "le pont", "la carte", "le canal", "la barque")
_WHERE = ("du port", "du fleuve", "de la côte", "du village", "de la vallée", "des îles")


def clean_french(count: int) -> list[tuple[str, Resolution]]:
    """So many French drafts in which nothing is to be found."""
    return [(f"inventé {number}", _french(Random(number))) for number in range(count)]  # noqa: S311 - no secret


def _french(chance: Random) -> Resolution:
    objects = [f"{what} {where}" for what in _OBJECTS for where in _WHERE]
    said = iter(chance.sample(objects, 11))
    lines = ["%drafter 1", "kind: draft", "language: fr", "organ: general-assembly"]
    lines += [f"title: Avenir de {next(said)}", "", "ENACTING  *L’Assemblée générale*,"]
    lines += [f"PP  *{word}* {next(said)}," for word in chance.sample(_NOTING, 4)]
    lines += [f"OP  *{word}* {next(said)}\u00a0;" for word in chance.sample(_DOING, 5)]
    lines += ["OP  *Décide* de rester saisie de la question.", ""]
    return draft.read("\n".join(lines).encode()).value


def _draft(chance: Random) -> Resolution:
    lines = ["%drafter 1", "kind: draft", "organ: general-assembly"]
    lines += [f"title: {_thing(chance).capitalize()} and {_thing(chance)}", ""]
    lines.append("ENACTING  *The General Assembly*,")
    words = chance.sample(_PREAMBLE, 8)
    lines += [f"PP  *{word}* the {_object(chance)}," for word in words]
    lines += _operative(chance)
    lines.append("OP  *Decides* to remain seized of the matter.")
    lines[7] = lines[7].removesuffix(",") + ",[^first]"
    lines += ["", "[^first]: See resolution 79/12, annex.", ""]
    return draft.read("\n".join(lines).encode()).value


def _operative(chance: Random) -> list[str]:
    lines = [f"OP  *{word}* the {_object(chance)};" for word in chance.sample(_OPERATIVE, 6)]
    asking = list(zip(chance.sample(_ASKING, 4), chance.sample(_WHOM, 4), strict=True))
    for verb, whom in asking[:2]:
        lines.append(f"OP  *{verb}* {whom} to complete the {_object(chance)};")
    for verb, whom in asking[2:]:
        lines.append(f"OP  *{verb}* {whom}:")
        lines += [f"  -  {deed} the {_object(chance)};" for deed in chance.sample(_DEEDS, 3)]
    return lines


def _object(chance: Random) -> str:
    return f"{_thing(chance)} of the {_thing(chance)}"


def _thing(chance: Random) -> str:
    return " ".join(chance.choice(words) for words in (_KINDS, _SUBJECTS, _THINGS))
