"""`check` and `fix`: what is wrong in the draft, why, and mended one by one or all at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from drafter.commands.command import Argument, Call, Command, Kind
from drafter.commands.inspection import Problem
from drafter.commands.requests import Choice, Outcome, Pick, Say
from drafter.commands.state import State, change
from drafter.errors import Refused
from drafter.model import Note, passages, query_inlines

if TYPE_CHECKING:
    from drafter.rules import Finding, Spot

ROUNDS = 10
"""How often a draft is looked at again after fixes: some make room for others."""

Wanted: TypeAlias = Callable[[State, Problem], bool]
Left: TypeAlias = "Counter[tuple[str, Spot, str]]"


def _check(state: State, call: Call) -> Outcome:
    wanted = _wanted(state, call)
    listed = [(n, one) for n, one in enumerate(state.problems, 1) if wanted(state, one)]
    found = [{"number": n, **one.as_data()} for n, one in listed]
    if not listed:
        return state, Say((_nothing(state),), found)
    width = len(str(listed[-1][0]))
    lines = [f"{number:{width}}  {problem}" for number, problem in listed]
    return state, Say((*lines, _summary([problem for _, problem in listed])), found)


def _nothing(state: State) -> str:
    count = len(state.problems)
    return f"nothing is wrong there; {_many(count)} elsewhere" if count else "nothing is wrong"


def _summary(listed: Sequence[Problem]) -> str:
    fixable = sum(problem.fixable for problem in listed)
    how = f"; fix mends {fixable} of them, marked [*]" if fixable else ""
    coded = next((problem.code for problem in listed if problem.code), "")
    why = f"; check explain {coded} tells why" if coded else ""
    return f"{_many(len(listed))}{how}{why}"


def _many(count: int) -> str:
    return f"{count} problem{'' if count == 1 else 's'}"


def _explain(state: State, call: Call) -> Outcome:
    return state, Say(tuple(_lines(state.desk.inspector.explanation(call.text("code")))))


def _lines(page: str) -> Iterator[str]:
    """A page in Markdown with each paragraph in one line; what stands between fences indented."""
    for place, stretch in enumerate(page.strip().split("```")):
        if place % 2:
            yield from (f"    {line}" for line in stretch.splitlines()[1:])
            yield ""
            continue
        for block in filter(None, stretch.strip("\n").split("\n\n")):
            plain = block.startswith(("-", "*", "|"))
            yield from block.splitlines() if plain else [block.replace("\n", " ")]
            yield ""


def _fix(state: State, call: Call) -> Outcome:
    if call.has("number"):
        return _one(state, call.number("number", 0))
    wanted = _wanted(state, call)
    if not any(_findings(state, wanted)):
        return state, Say((_no_fix(state),))
    if call.has("code") or call.has("where") or call.has("all"):
        return _all(state, wanted)
    return _next(state, Counter(), 0)


def _no_fix(state: State) -> str:
    count = len(state.problems)
    return (
        f"nothing can be fixed by itself; check lists {_many(count)}" if count else _nothing(state)
    )


def _one(state: State, number: int) -> Outcome:
    """One problem fixed, by its number in the list of `check`."""
    if not 0 < number <= len(state.problems):
        raise Refused(
            f"there is no problem {number}", hint=f"check lists {_many(len(state.problems))}"
        )
    problem = state.problems[number - 1]
    fixed = _fixed(state, [problem.finding]) if problem.finding and problem.fixable else None
    if fixed is None:
        explain = f"; check explain {problem.code} tells why" if problem.code else ""
        raise Refused(
            f"problem {number} cannot be fixed by itself: {problem.message}",
            hint=f"edit it in {problem.where}{explain}",
        )
    return fixed, Say((fixed.said,))


def _fixed(state: State, findings: Sequence[Finding]) -> State | None:
    """The state with findings fixed in one change; None where no fix can be made."""
    new, done = state.desk.inspector.mended(state.resolution, state.path, findings)
    if not done:
        return None
    said = _told(state, done[0]) if len(done) == 1 else f"{_many(len(done))} fixed"
    owner = done[0].spot.owner
    return change(state, new, said, owner if owner in state.addresses.texts else "", follow=False)


def _told(state: State, finding: Finding) -> str:
    message = finding.fix.message if finding.fix else finding.message
    return f"{_where(state, finding)}: {message} ({finding.code})"


def _where(state: State, finding: Finding) -> str:
    return state.address(finding.spot.owner) if finding.spot.owner else finding.section


def _all(state: State, wanted: Wanted) -> Outcome:
    """All that is wanted fixed in one change, and what comes to light by that."""
    now, told = state, list[str]()
    for _ in range(ROUNDS):
        new, done = state.desk.inspector.mended(
            now.resolution, state.path, tuple(_findings(now, wanted))
        )
        if not done:
            break
        told += [_told(now, finding) for finding in done]
        now = replace(now, resolution=new, known=None)
    if not told:
        return state, Say((_no_fix(state),))
    said = told[0] if len(told) == 1 else f"{_many(len(told))} fixed"
    fixed = change(state, now.resolution, said, follow=False)
    left = f"; {_many(len(fixed.problems))} left" if fixed.problems else ""
    return fixed, Say((*told, f"{_many(len(told))} fixed{left}"))


def _next(state: State, left: Left, done: int, lines: tuple[str, ...] = ()) -> Outcome:
    """Ask about the first finding that can be fixed and was not left as it is."""
    finding = _first(state, left)
    if finding is None or finding.fix is None:
        stay = "as it is" if left.total() == 1 else "as they are"
        kept = f"; {_many(left.total())} left {stay}" if left else ""
        return state, Say((*lines, f"{_many(done)} fixed{kept}"))
    excerpt = f" “{finding.excerpt}”" if finding.excerpt else ""
    title = f"{_where(state, finding)}: {finding.message}{excerpt} ({finding.code})"
    choices = (
        Choice("yes", "yes", finding.fix.message),
        Choice("no", "no", "Leave it as it is."),
        Choice("all", "all", "Fix this and all that follow."),
        Choice("quit", "quit", "Fix no more."),
    )

    def resume(now: State, answer: str) -> Outcome:
        return _answered(now, finding, answer, left, done)

    hint = "say fix all, or fix 2 for the second problem of check"
    return state, Pick(title, choices, resume, hint=hint, lines=lines)


def _answered(state: State, finding: Finding, answer: str, left: Left, done: int) -> Outcome:
    if answer == "all":
        kept = left.copy()
        return _all(state, lambda now, problem: not _is_left(now, problem, kept))
    if answer == "quit":
        return state, Say((f"{_many(done)} fixed",))
    fixed = _fixed(state, [finding]) if answer == "yes" else None
    if fixed is None:
        said = ("that cannot be fixed by itself",) if answer == "yes" else ()
        return _next(state, left + Counter([_key(finding)]), done, said)
    return _next(fixed, left, done + 1, (fixed.said,))


def _first(state: State, left: Left) -> Finding | None:
    """The first finding with a fix; as many of the same kind and place as were left are passed."""
    passed = left.copy()
    for finding in _findings(state, lambda _state, _problem: True):
        if passed[_key(finding)] <= 0:
            return finding
        passed[_key(finding)] -= 1
    return None


def _is_left(_: State, problem: Problem, left: Left) -> bool:
    return problem.finding is not None and left[_key(problem.finding)] > 0


def _key(finding: Finding) -> tuple[str, Spot, str]:
    return finding.code, finding.spot, finding.message


def _findings(state: State, wanted: Wanted) -> Iterator[Finding]:
    """The findings that are wanted and have a fix."""
    for problem in state.problems:
        if problem.finding is not None and problem.fixable and wanted(state, problem):
            yield problem.finding


def _wanted(_: State, call: Call) -> Wanted:
    code, where = call.text("code").upper(), call.text("where")

    def wanted(state: State, problem: Problem) -> bool:
        if code and not problem.code.startswith(code):
            return False
        return not where or _inside(state, problem.owner, where)

    return wanted


def _inside(state: State, owner: str, where: str) -> bool:
    """Whether a block or note is `where`, or stands or is called in it."""
    if owner == where:
        return True
    caller = _callers(state).get(owner, owner)
    return caller == where or where in state.numbering.above.get(caller, ())


def _callers(state: State) -> dict[str, str]:
    """The blocks that call the notes, by the ids of the notes."""
    return {
        inline.id: passage.owner
        for passage in passages(state.resolution)
        for inline in query_inlines(passage.text)
        if isinstance(inline, Note)
    }


_CODE = Argument(
    "code", Kind.RULE, "the code of a rule, such as S103, or its beginning", optional=True
)
_WHERE = Argument("where", Kind.ADDRESS, "an address, such as op 2", optional=True)

CHECKING: tuple[Command, ...] = (
    Command(
        "check",
        "check [CODE | ADDRESS]",
        "List what is wrong: broken rules of the draft, then what the editorial rules find.",
        _check,
        (_CODE, _WHERE),
        ("validate", "lint"),
        help="A problem with [*] can be mended by `fix`. The nearest drafter.toml chooses rules.",
        examples=("check", "check op 2", "check P"),
        group="Looking",
        changes=False,
    ),
    Command(
        "check explain",
        "check explain CODE",
        "Tell the rule behind a problem: what it asks, why, with examples.",
        _explain,
        (Argument("code", Kind.WORD, "the code of a rule, such as S103"),),
        ("explain",),
        examples=("check explain S103",),
        group="Looking",
        changes=False,
    ),
    Command(
        "fix",
        "fix [all | NUMBER | CODE | ADDRESS]",
        "Mend what `check` marks with [*]: one after the other, asking, or as named.",
        _fix,
        (
            Argument("all", Kind.CHOICE, "all", optional=True, choices=("all",)),
            Argument("number", Kind.NUMBER, "the number of a problem in `check`", optional=True),
            _CODE,
            _WHERE,
        ),
        help="Each fix is a change that undo takes back; fix all is one change.",
        examples=("fix", "fix all", "fix 2", "fix A301", "fix op 3"),
        group="Texts",
    ),
)
