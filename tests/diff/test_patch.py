from __future__ import annotations

import pytest
from hypothesis import given

from drafter.diff import Keep, Put, apply, compare
from drafter.diff.patch import put_together, take_apart
from drafter.errors import Refused
from drafter.model import Paragraph, Part, Resolution, Role, text
from tests.strategies import resolutions


def of(*words: str) -> Resolution:
    blocks = (Paragraph(f"p-{w.lower()}", Role.OPERATIVE, text(w)) for w in words)
    return Resolution(parts=(Part(operative=tuple(blocks)),))


@given(resolutions())
def test_a_resolution_taken_apart_and_put_together_is_the_same(resolution: Resolution) -> None:
    assert put_together(take_apart(resolution)) == resolution


def test_what_is_kept_is_taken_from_the_old_text() -> None:
    patch = compare(of("One", "Two", "Three"), of("Three", "New", "One")).patch
    steps = [step if isinstance(step, Keep) else len(step.pieces) for step in patch.steps]
    assert steps == [Keep(0, 2), Keep(4, 5), 1, Keep(2, 3)]
    put = [step for step in patch.steps if isinstance(step, Put)]
    assert [getattr(piece.shell, "id", "") for step in put for piece in step.pieces] == ["p-new"]


def test_a_comparison_of_another_text_is_refused() -> None:
    diff = compare(of("One", "Two"), of("Two"))
    with pytest.raises(Refused, match="made from another text"):
        apply(diff, of("One", "Three"))
