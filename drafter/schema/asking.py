"""A form being filled in, one question after the other: a value, with every answer a new value.

The questions follow from the form and the answers so far: a list asks for one item more until an
answer is empty, a discriminator opens the questions of its branch, and one can always go back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from drafter.errors import BadAnswer
from drafter.schema.answers import check_value, shown
from drafter.schema.forms import Field, Form, Kind

Check: TypeAlias = Callable[[Field, str], Any]
"""What a typed text means for a field; None for nothing.

Raises BadAnswer, or another error of ours, when it cannot stand there."""

Path: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """One question: where its answer goes, its field, what it is called, the answer there now."""

    path: Path
    field: Field
    title: str
    answer: Any = None

    @property
    def text(self) -> str:
        """The answer of now as it would be typed."""
        return shown(self.field, self.answer)


@dataclass(frozen=True, slots=True)
class Asking:
    """How far the filling in has come: the answers as plain data, and the question that is next."""

    form: Form
    answers: Mapping[str, Any]
    at: int = 0
    check: Check = check_value

    @property
    def questions(self) -> tuple[Question, ...]:
        """Every question there is by the answers so far."""
        found: list[Question] = []
        for one in self.form.asked(self.answers):
            found += _questions(one, (one.name,), self.answers.get(one.name), one.title)
        return tuple(found)

    @property
    def question(self) -> Question | None:
        """The question that is next; None when all have been asked."""
        return next(iter(self.questions[self.at : self.at + 1]), None)

    def answer(self, text: str) -> Asking:
        """The text given as the answer to the question that is next.

        A text that was not changed keeps its answer as it is, with what the line does not show.

        Raises:
            BadAnswer: the text cannot stand there.
        """
        question = self.question
        if question is None:
            return self
        value = self._value(question, text)
        answers = _put(self.answers, question.path, value)
        gone = value is None and question.answer is not None and _in_list(question)
        return replace(self, answers=answers, at=self.at if gone else self.at + _step(self, value))

    def back(self) -> Asking:
        """The question before; the answers stay."""
        return replace(self, at=max(self.at - 1, 0))

    def _value(self, question: Question, text: str) -> Any:
        if question.answer is not None and text == question.text:
            return question.answer
        if not text.strip() and (self.form.open_ended or _in_list(question)):
            return None
        return self.check(question.field, text)


def asking(
    form: Form, answers: Mapping[str, Any] | None = None, check: Check = check_value
) -> Asking:
    """The form with its first question next, and the answers that there are already."""
    return Asking(form, dict(answers or {}), 0, check)


def set_answer(start: Asking, name: str, text: str) -> Asking:
    """One field answered by its name, without its question being next: `--set name=text`.

    Raises:
        BadAnswer: there is no such field, or the text cannot stand there.
    """
    for place, question in enumerate(start.questions):
        if name == "/".join(str(step) for step in question.path):
            return replace(replace(start, at=place).answer(text), at=start.at)
    known = ", ".join(str(one.path[0]) for one in start.questions)
    raise BadAnswer(start.form.title, name, "is not a field of it", hint=f"there are {known}")


def _step(state: Asking, value: Any) -> int:
    """How many questions an answer leads on: an empty first field of a group ends its list."""
    question = state.question
    if value is not None or question is None or not _in_list(question):
        return 1
    item = _item_path(question.path)
    return sum(1 for one in state.questions[state.at :] if one.path[: len(item)] == item)


def _questions(one: Field, path: Path, value: Any, title: str) -> Iterator[Question]:
    if one.kind == Kind.LIST and one.items is not None:
        items = value if isinstance(value, list) else []
        for place in range(len(items) + 1):
            there = items[place] if place < len(items) else None
            yield from _questions(one.items, (*path, place), there, f"{title} {place + 1}")
    elif one.kind == Kind.GROUP:
        inside = value if isinstance(value, Mapping) else {}
        for inner in one.fields:
            named = f"{title}: {inner.title.lower()}"
            yield from _questions(inner, (*path, inner.name), inside.get(inner.name), named)
    else:
        yield Question(path, one, title, value)


def _in_list(question: Question) -> bool:
    """Whether an empty answer takes an item of a list away: the item, or its first field."""
    return _item_path(question.path) != () and (
        isinstance(question.path[-1], int) or question.field.required
    )


def _item_path(path: Path) -> Path:
    last = max((place for place, step in enumerate(path) if isinstance(step, int)), default=-1)
    return path[: last + 1]


def _put(data: Any, path: Path, value: Any) -> Any:
    """The plain data with one value put in; None takes it away, and a list's item with it."""
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        items = list(data) if isinstance(data, list) else []
        there = items[step] if step < len(items) else None
        new = _put(there, rest, value)
        items[step : step + 1] = [] if new in (None, {}) else [new]
        return items or None
    fields = dict(data) if isinstance(data, Mapping) else {}
    new = _put(fields.pop(step, None), rest, value)
    return fields if new in (None, {}) else {**fields, step: new}
