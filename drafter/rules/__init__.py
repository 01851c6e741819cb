"""The editorial rules: pure functions from a text to findings, and fixes as data.

subject = Subject(resolution, numbering, language, lexicon, organ, vocabulary)
findings = review(subject, Settings(ignore=("A",)))
better = mended(subject, findings).resolution
"""

from drafter.rules.finding import (
    Edit,
    Exchange,
    Finding,
    Fix,
    Hit,
    Replace,
    Rewrite,
    Severity,
    Spot,
)
from drafter.rules.line import Call, Line, Piece
from drafter.rules.mend import Mended
from drafter.rules.registry import FAMILIES, RULES
from drafter.rules.rule import Rule
from drafter.rules.run import mended, review
from drafter.rules.settings import Settings
from drafter.rules.subject import Subject, Vocabulary

__all__ = [
    "FAMILIES",
    "RULES",
    "Call",
    "Edit",
    "Exchange",
    "Finding",
    "Fix",
    "Hit",
    "Line",
    "Mended",
    "Piece",
    "Replace",
    "Rewrite",
    "Rule",
    "Settings",
    "Severity",
    "Spot",
    "Subject",
    "Vocabulary",
    "mended",
    "review",
]
