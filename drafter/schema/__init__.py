"""JSON Schemas (2020-12) at work: checks of plain data, and forms made from schemas."""

from drafter.schema.answers import check_value, shown
from drafter.schema.asking import Asking, Check, Question, asking, set_answer
from drafter.schema.check import check
from drafter.schema.forms import (
    Branch,
    Choice,
    Field,
    Form,
    Kind,
    Slot,
    field_of,
    form_of,
    form_of_slots,
    spoken,
)

__all__ = [
    "Asking",
    "Branch",
    "Check",
    "Choice",
    "Field",
    "Form",
    "Kind",
    "Question",
    "Slot",
    "asking",
    "check",
    "check_value",
    "field_of",
    "form_of",
    "form_of_slots",
    "set_answer",
    "shown",
    "spoken",
]
