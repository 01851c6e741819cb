"""`head`: the fields of the masthead, as a form or by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from drafter.codec import decode, encode, nearest
from drafter.commands.command import Argument, Call, Command, Kind, Pairs
from drafter.commands.faults import Unclear
from drafter.commands.requests import Ask, Outcome, Say
from drafter.commands.state import State, change
from drafter.model import Part, Resolution
from drafter.schema.asking import asking, set_answer
from drafter.schema.forms import Form, field_of, form_of

ROOT = ("kind", "language", "number")
"""The fields of the resolution itself that are asked with its masthead."""


def head_form(state: State) -> Form:
    """The form of the masthead, from the schema of a resolution."""
    schema = state.desk.schema("resolution")
    head = form_of(schema, "masthead", "Masthead")
    root = tuple(field_of(name, schema["properties"][name], schema) for name in ROOT)
    return replace(head, fields=(*root, *head.fields))


def head_values(state: State) -> dict[str, Any]:
    """What the masthead has now, as plain data by the names of the form's fields."""
    data = encode(replace(state.resolution, parts=(Part(),), annexes=()))
    root = {name: data[name] for name in ROOT if name in data}
    return {**root, **data.get("masthead", {})}


def _head(state: State, call: Call) -> Outcome:
    pairs = call.pairs("fields")
    form = head_form(state)
    if not pairs:
        ask = Ask(form, headed, head_values(state), hint="name a field: head symbol=A/C.3/79/L.12")
        return state, ask
    return headed(state, _answers(state, form, pairs))


def _answers(state: State, form: Form, pairs: Pairs) -> Mapping[str, Any]:
    """The answers with some set by name; agenda=... is the line of the first agenda item."""
    start = asking(form, head_values(state))
    known = [field.name for field in form.fields]
    for name, typed in pairs:
        field = name.replace("-", "_")
        if field.split("/")[0] not in known:
            raise Unclear(f"the masthead has no field {name!r}", hint=nearest(field, known))
        start = set_answer(start, _path(field, start.questions), typed)
    return start.answers


def _path(name: str, questions: Any) -> str:
    """The first question of a field that has several: original is original/0."""
    paths = ["/".join(map(str, question.path)) for question in questions]
    return next((path for path in paths if path == name or path.startswith(f"{name}/")), name)


def headed(state: State, answers: Mapping[str, Any]) -> Outcome:
    """The state with the masthead that a form's answers give.

    Raises:
        DrafterError: they are no masthead.
    """
    root = {name: answers[name] for name in ROOT if name in answers}
    head = {name: value for name, value in answers.items() if name not in ROOT and value}
    bare = decode({**encode(Resolution()), **root, "masthead": head})
    state.desk.language(bare.language)
    new = replace(
        state.resolution,
        kind=bare.kind,
        language=bare.language,
        number=bare.number,
        masthead=bare.masthead,
    )
    after = change(state, new, "masthead edited")
    was, is_now = head_values(state), head_values(after)
    return after, Say(
        tuple(
            _line(name, is_now.get(name))
            for name in {**was, **is_now}
            if was.get(name) != is_now.get(name)
        )
    )


def _line(name: str, value: Any) -> str:
    """A field as it is told after a change."""
    if value is None:
        return f"{name}: none"
    return f"{name}: {value if isinstance(value, str) else ', '.join(map(_shown, value))}"


def _shown(item: Any) -> str:
    """An item of a list: a code, or the words of an agenda item."""
    if not isinstance(item, dict):
        return str(item)
    return " - ".join(
        "".join(one for one in words if isinstance(one, str)) for words in item.values()
    )


HEAD: tuple[Command, ...] = (
    Command(
        "head",
        "head [field=value ...]",
        "Edit the masthead: as a form, or field by field.",
        _head,
        (Argument("fields", Kind.FIELDS, "field=value", optional=True),),
        ("masthead", "edit head"),
        help="""\
The fields are those of the schema of a resolution: kind, language, number, organ, symbol,
distribution, date (2026-11-23), original, session, committee, agenda, job_number. An empty value
takes a field away.""",
        examples=("head", "head symbol=A/C.3/79/L.12 session='Seventy-ninth session'"),
        group="Frame",
    ),
)
