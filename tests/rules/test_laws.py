"""What holds for every text: rules never fail, fixes leave a well-formed text, words stay."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from drafter.app.review import findings, fix, subject_of
from drafter.model import Resolution, plain_text
from drafter.model.invariants import faults
from drafter.rules import Exchange, Finding, Fix, Replace, Rewrite, Severity, Spot, mended
from drafter.rules.line import lines_of
from tests.strategies import resolutions

SECTIONS = {"masthead", "title", "enacting", "preamble", "operative", "closing", "annex", "note"}


@given(resolutions())
def test_rules_find_things_in_any_text_and_fail_in_none(resolution: Resolution) -> None:
    for finding in findings(resolution):
        assert finding.section in SECTIONS
        assert finding.message


@given(resolutions())
def test_a_mended_text_is_well_formed(resolution: Resolution) -> None:
    better, _ = fix(resolution)
    assert faults(better) == ()


@given(resolutions())
def test_a_fix_changes_the_words_that_its_finding_names_and_no_others(
    resolution: Resolution,
) -> None:
    subject = subject_of(resolution)
    for finding in findings(resolution):
        result = mended(subject, [finding])
        after = {line.spot: line.plain for line in lines_of(result.resolution, subject.numbering)}
        for line in subject.lines:
            mended_ = _expected(line.plain, line.spot, finding)
            assert after.get(line.spot, "") == (mended_ if result.findings else line.plain)


def _expected(words: str, spot: Spot, finding: Finding) -> str:
    """The words of a text after a fix, worked out from its edits alone."""
    edits = finding.fix.edits if finding.fix else ()
    own = [edit for edit in edits if isinstance(edit, Replace) and edit.spot == spot]
    for edit in sorted(own, key=lambda edit: edit.start, reverse=True):
        new = edit.new if isinstance(edit.new, str) else edit.old  # a reference prints the same
        words = words[: edit.start] + new + words[edit.end :]
    return _rewritten(words, spot, finding)


def _rewritten(words: str, spot: Spot, finding: Finding) -> str:
    """A text is rewritten with other words only where it is the enacting line."""
    edits = finding.fix.edits if finding.fix else ()
    new = [edit.new for edit in edits if isinstance(edit, Rewrite) and edit.spot == spot]
    return plain_text(new[0]) if new and finding.code == "S102" else words


@given(resolutions(), st.data())
def test_words_put_anywhere_stand_there_and_nothing_else_moves(
    resolution: Resolution, data: st.DataObject
) -> None:
    subject = subject_of(resolution)
    fitting = [line for line in subject.lines if line.plain and line.plain_at(0, len(line.plain))]
    if not fitting:
        return
    line = data.draw(st.sampled_from(fitting))
    start = data.draw(st.integers(0, len(line.plain)))
    end = data.draw(st.integers(start, len(line.plain)))
    edit = Replace(line.spot, start, end, "x-x")
    finding = Finding("P201", Severity.INFO, "", "title", "m", "", line.spot, fix=Fix("f", (edit,)))
    result = mended(subject, [finding])
    after = {one.spot: one.plain for one in lines_of(result.resolution, subject.numbering)}
    wanted = {one.spot: one.plain for one in subject.lines}
    if result.findings:
        wanted[line.spot] = line.plain[:start] + "x-x" + line.plain[end:]
    assert after == wanted


def test_every_kind_of_edit_names_the_owner_that_it_changes() -> None:
    spot = Spot("p-1", "body")
    assert [Replace(spot, 0, 0, "").owner, Rewrite(spot, ()).owner, Exchange("p-1", ()).owner] == [
        "p-1"
    ] * 3
