"""What goes where: data to standard output, talk to standard error; pipes, signals, terminals."""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
from pathlib import Path

import pytest

from tests.cli_runner import COMMAND, EXAMPLES, drafter, environment

SKIES = EXAMPLES / "night-skies.draft"


def _on_a_terminal(*arguments: str | Path, **env: str) -> str:
    """Everything a command prints when both its outputs are a terminal of eighty columns."""
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, *map(str, arguments)],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env=environment(**{"TERM": "xterm", **env}),
        close_fds=True,
    )
    os.close(slave)
    try:
        return _all_of(master)
    finally:
        os.close(master)
        process.wait(timeout=60)


def _all_of(master: int) -> str:
    pieces = []
    while select.select([master], [], [], 60)[0]:
        try:
            piece = os.read(master, 65536)
        except OSError:  # the other end is closed: Linux says so with an error
            break
        if not piece:
            break
        pieces.append(piece)
    return b"".join(pieces).decode("utf-8")


def test_show_prints_no_escapes_into_a_pipe(tmp_path: Path) -> None:
    done = drafter("show", SKIES, cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert "\x1b" not in done.out
    assert "PP1   Recalling the Velm Charter" in done.out


def test_a_terminal_gets_italics_and_a_pager(tmp_path: Path) -> None:
    pager = tmp_path / "pager"
    pager.write_text("#!/bin/sh\necho paged\nexec cat\n", encoding="utf-8")
    pager.chmod(0o755)
    shown = _on_a_terminal("show", SKIES, PAGER=str(pager))
    assert shown.startswith("paged\r\n")
    assert "\x1b[3mRecalling\x1b[0m the Velm Charter" in shown


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_a_terminal_that_wants_no_colour_gets_none(env: dict[str, str]) -> None:
    shown = _on_a_terminal("show", SKIES, "--no-pager", **env)
    assert "\x1b" not in shown
    assert "Recalling the Velm Charter" in shown


@pytest.mark.parametrize(
    "env",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "latin-1"},
    ],
)
def test_output_is_utf_8_whatever_the_locale(env: dict[str, str], tmp_path: Path) -> None:
    done = drafter("show", SKIES, cwd=tmp_path, env=environment(**env))
    assert done.code == 0
    assert "of the Night,¹" in done.out


def test_a_reader_that_goes_away_ends_the_command_quietly(tmp_path: Path) -> None:
    command = [*COMMAND, "import", str(EXAMPLES / "night-skies.draft"), "--to", "json"]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path, env=environment()
    )
    assert process.stdout is not None
    process.stdout.close()
    assert process.wait(timeout=60) == 141
    assert process.stderr is not None
    assert process.stderr.read() == b""
    process.stderr.close()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("command", ["show", "import"])
def test_a_full_disk_behind_standard_output_is_told(command: str, tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, command, str(SKIES)],
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=tmp_path,
            env=environment(),
            check=False,
            timeout=60,
        )
    assert done.returncode == 2
    assert done.stderr == (
        b"drafter: standard output: cannot be written: No space left on device\n"
    )


def test_a_name_that_is_no_utf_8_is_shown_by_its_bytes(tmp_path: Path) -> None:
    name = os.fsdecode(b"\xff.draft")
    (tmp_path / name).write_bytes(SKIES.read_bytes())
    assert drafter("validate", name, cwd=tmp_path).err == "\\xff.draft: good\n"


def test_an_interrupt_is_told_in_a_word(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [*COMMAND, "import", "-", "--from", "txt", "-o", "out.draft"],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env=environment(),
    )
    assert process.stdin
    process.stdin.write(b"\n" * 200_000)  # more than a pipe holds: when it is gone, it is read
    process.stdin.flush()
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (130, b"drafter: interrupted\n")
    assert list(tmp_path.iterdir()) == []


def test_a_dash_reads_standard_input_and_writes_standard_output(tmp_path: Path) -> None:
    source = SKIES.read_bytes()
    done = drafter("export", "-", "--from", "draft", "-o", "-", "--to", "draft",
                   cwd=tmp_path, stdin=source)  # fmt: skip
    assert (done.code, done.out, done.err) == (0, source.decode(), "")


def test_escapes_in_names_and_texts_do_not_reach_the_terminal(tmp_path: Path) -> None:
    name = "\x1b]0;owned\x07.draft"
    (tmp_path / name).write_bytes(b"%drafter 1\n\x1b[31mred: yes\n")
    for command in ("validate", "show", "import"):
        done = drafter(command, name, cwd=tmp_path)
        assert done.code == 2
        assert "\x1b" not in done.err + done.out
        assert "\x07" not in done.err + done.out
        assert done.err.startswith("drafter: \\x1b]0;owned\\x07.draft: line 2")


def test_a_draft_that_was_cleaned_may_be_written_to_its_own_file(tmp_path: Path) -> None:
    own = tmp_path / "own.draft"
    own.write_bytes(SKIES.read_bytes())
    assert drafter("import", "own.draft", "-o", "own.draft", cwd=tmp_path).code == 0
    other = tmp_path / "other.draft"
    other.write_text("mine", encoding="utf-8")
    done = drafter("import", "own.draft", "-o", "other.draft", cwd=tmp_path)
    assert (done.code, done.err) == (
        2,
        (
            "drafter: other.draft: the file exists and holds something else\n"
            "hint: give another name, or --force to replace it\n"
        ),
    )
    assert other.read_text(encoding="utf-8") == "mine"
    assert drafter("import", "own.draft", "-o", "other.draft", "--force", cwd=tmp_path).code == 0
    assert other.read_bytes() == own.read_bytes()


@pytest.mark.parametrize(
    ("closed", "code", "told"),
    [
        ("<&-", 0, ""),
        (">&-", 2, "drafter: standard output: cannot be written"),
        ("2>&-", 0, ""),
    ],
)
def test_a_closed_stream_is_told_where_data_would_be_lost(
    closed: str, code: int, told: str
) -> None:
    line = f'exec "$@" {closed}'
    done = subprocess.run(
        ["sh", "-c", line, "sh", *COMMAND, "show", SKIES],
        capture_output=True,
        env=environment(),
        text=True,
        check=False,
    )
    assert done.returncode == code
    assert done.stderr.startswith(told)
    assert "Traceback" not in done.stderr
    assert ("PP1" in done.stdout) == (closed != ">&-")


def test_a_target_needs_no_standard_output(tmp_path: Path) -> None:
    line = 'exec "$@" >&-'
    target = tmp_path / "skies.json"
    command = ["sh", "-c", line, "sh", *COMMAND, "export", str(SKIES)]
    command += ["-o", str(target)]
    subprocess.run(command, env=environment(), check=True)
    assert target.read_bytes()
