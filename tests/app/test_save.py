from __future__ import annotations

import io
import os
import stat
from pathlib import Path

import pytest

from drafter.app import write_whole
from drafter.errors import Refused, Unwritable


def _holds(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_new_file_is_written_and_nothing_else_is_left(tmp_path: Path) -> None:
    write_whole(b"text", str(tmp_path / "a.draft"))
    assert _holds(tmp_path) == {"a.draft": b"text"}


def test_another_document_is_not_overwritten(tmp_path: Path) -> None:
    target = tmp_path / "a.draft"
    target.write_bytes(b"theirs")
    with pytest.raises(Refused) as caught:
        write_whole(b"ours", str(target))
    assert caught.value == Refused(
        "the file exists and holds something else",
        hint="give another name, or --force to replace it",
        source=str(target),
    )
    assert _holds(tmp_path) == {"a.draft": b"theirs"}


def test_force_overwrites(tmp_path: Path) -> None:
    target = tmp_path / "a.draft"
    target.write_bytes(b"theirs")
    write_whole(b"ours", str(target), force=True)
    assert _holds(tmp_path) == {"a.draft": b"ours"}


def test_the_same_content_and_the_own_file_are_no_other_document(tmp_path: Path) -> None:
    target = tmp_path / "a.draft"
    target.write_bytes(b"text")
    write_whole(b"text", str(target))
    write_whole(b"later text", str(target), own=str(tmp_path / "." / "a.draft"))
    assert _holds(tmp_path) == {"a.draft": b"later text"}


def test_a_replaced_file_keeps_its_permissions(tmp_path: Path) -> None:
    target = tmp_path / "a.draft"
    target.write_bytes(b"theirs")
    target.chmod(0o640)
    write_whole(b"ours", str(target), force=True)
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_new_file_gets_the_permissions_of_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_whole(b"text", str(tmp_path / "a.draft"))
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.draft").stat().st_mode) == 0o640


def test_a_link_is_written_through(tmp_path: Path) -> None:
    real = tmp_path / "real.draft"
    real.write_bytes(b"theirs")
    link = tmp_path / "link.draft"
    link.symlink_to(real)
    write_whole(b"ours", str(link), force=True)
    assert link.is_symlink()
    assert real.read_bytes() == b"ours"


def test_a_failed_write_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.draft"
    target.write_bytes(b"theirs")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Unwritable) as caught:
        write_whole(b"ours", str(target), force=True)
    assert str(caught.value) == f"{target}: cannot be written: No space left on device"
    assert _holds(tmp_path) == {"a.draft": b"theirs"}


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("nowhere/a.draft", "cannot be written: No such file or directory"),
        (".", "this is a folder"),
        ("a\0b", "cannot be written: its name is not a file name"),
    ],
)
def test_a_place_that_cannot_be_written_is_named(tmp_path: Path, name: str, message: str) -> None:
    target = str(tmp_path / name) if name != "." else str(tmp_path)
    with pytest.raises(Unwritable) as caught:
        write_whole(b"text", target)
    assert str(caught.value) == f"{target}: {message}"
    assert _holds(tmp_path) == {}


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(Unwritable) as caught:
        write_whole(b"text", str(tmp_path / "far" / "away" / "a.draft"))
    assert caught.value.hint == f"there is no folder {tmp_path / 'far'}: make it first"


def test_a_device_is_written_to(tmp_path: Path) -> None:
    write_whole(b"text", os.devnull)
    assert not Path(os.devnull).is_file()
    assert _holds(tmp_path) == {}


def test_a_dash_is_standard_output() -> None:
    stdout = io.BytesIO()
    write_whole(b"text", "-", stdout=stdout)
    assert stdout.getvalue() == b"text"


def test_a_link_in_a_circle_cannot_be_written(tmp_path: Path) -> None:
    loop = tmp_path / "loop.draft"
    loop.symlink_to(loop)
    with pytest.raises(Unwritable, match="cannot be written"):
        write_whole(b"x", str(loop))
