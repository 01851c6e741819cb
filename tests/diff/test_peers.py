from __future__ import annotations

from collections import Counter

from benchmarks.diff_quality.cases import Case, cases
from benchmarks.diff_quality.invented import invented_texts
from benchmarks.diff_quality.judge import Printed, Sides, judge
from benchmarks.diff_quality.peers import Answer, Compared, Peer, as_files, peers, run_peer
from benchmarks.diff_quality.redline import END, Piece, Redline, read_redline
from drafter.diff import compare
from drafter.render.tracked import Options, render

_FIRST, _SECOND = "the first harbour of the island", "the second bridge of the river"


def test_two_files_without_marks_are_all_kept() -> None:
    finding = judge(
        _stream(Piece(_FIRST), Piece(END)), _sides([_FIRST], [_FIRST]), (), forgiving=False
    )
    assert finding is not None
    assert finding.changes == (("kept", (0,), (0,)),)
    assert (finding.marked, finding.leaks) == (0, 0)


def test_a_marked_number_is_a_leak_and_an_edit_unless_forgiven() -> None:
    stream = _stream(Piece("1.", new=False), Piece("2.", old=False), Piece(_FIRST), Piece(END))
    sides = _sides([f"1.{_FIRST}"], [f"2.{_FIRST}"], label=2)
    strict = judge(stream, sides, (), forgiving=False)
    mild = judge(stream, sides, (), forgiving=True)
    assert strict is not None
    assert mild is not None
    assert (strict.changes, strict.marked, strict.leaks) == ((("edited", (0,), (0,)),), 2, 2)
    assert (mild.changes, mild.marked, mild.leaks) == ((("kept", (0,), (0,)),), 0, 2)


def test_a_move_is_told_by_its_name_and_counts_as_marks_when_it_is_false() -> None:
    stream = _stream(
        *(Piece(_FIRST, new=False, move="m"), Piece(END, new=False)),
        *(Piece(_SECOND), Piece(END)),
        *(Piece(_FIRST, old=False, move="m"), Piece(END, old=False)),
    )
    sides = _sides([_FIRST, _SECOND], [_SECOND, _FIRST])
    found = ("moved", (0,), (1,))
    right = judge(stream, sides, {found}, forgiving=False)
    wrong = judge(stream, sides, (), forgiving=False)
    assert right is not None
    assert wrong is not None
    assert Counter(right.changes) == Counter([found, ("kept", (1,), (0,))])
    assert (right.marked, wrong.marked) == (0, 6)


def test_a_new_end_inside_a_paragraph_is_a_split_and_a_gone_one_a_merger() -> None:
    both = [f"{_FIRST}{_SECOND}"]
    parts = [_FIRST, _SECOND]
    split = _stream(Piece(_FIRST), Piece(END, old=False), Piece(_SECOND), Piece(END))
    merged = _stream(Piece(_FIRST), Piece(END, new=False), Piece(_SECOND), Piece(END))
    one = judge(split, _sides(both, parts), (), forgiving=False)
    other = judge(merged, _sides(parts, both), (), forgiving=False)
    assert one is not None
    assert other is not None
    assert one.changes == (("split", (0,), (0, 1)),)
    assert other.changes == (("merged", (0, 1), (0,)),)


def test_a_redline_that_does_not_give_the_texts_back_is_not_judged() -> None:
    stream = _stream(Piece(_FIRST), Piece(END))
    assert judge(stream, _sides([_SECOND], [_FIRST]), (), forgiving=False) is None


def test_the_pairs_of_a_real_file_with_tracked_changes_are_read_from_it() -> None:
    chosen = list(cases(invented_texts(4), "notes", 6, "judge"))
    files = [some for case in chosen if (some := as_files(case, "typed"))]
    peer = Peer("ours", "", lambda pairs: (_answer(pair) for pair in pairs))
    score, _ = run_peer(peer, files)
    assert (len(files), score.misread) == (4, 0)
    assert score.pairs.f1 == 1
    assert score.notes.recall == 1


def test_an_absent_tool_says_why() -> None:
    for peer in peers():
        assert peer.absent == "" or "not" in peer.absent


def _answer(pair: Compared) -> Answer:
    case: Case = pair.case
    data = render(case.old, case.new, compare(case.old, case.new), Options())
    return Answer(read_redline(data), pair.sides)


def _stream(*pieces: Piece) -> Redline:
    return Redline(pieces)


def _sides(old: list[str], new: list[str], label: int = 0) -> Sides:
    texts = tuple([Printed(k, text, label) for k, text in enumerate(side)] for side in (old, new))
    return Sides((texts[0], texts[1]), ((), ()))
