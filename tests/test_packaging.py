"""What users install: the wheel, in an environment of its own, run from another folder."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.external import CHECKOUT

pytestmark = pytest.mark.timeout(600)  # the empty environment downloads what drafter depends on


def _run(*command: str | Path, cwd: Path) -> str:
    """The output of a program in an environment that knows nothing of the checkout."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        command, cwd=cwd, env=plain, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the source archive as a package index would get it."""
    folder = tmp_path_factory.mktemp("dist")
    build = (sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, CHECKOUT)
    _run(*build, cwd=folder)
    return next(folder.glob("un_drafter-*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of an empty environment with the wheel installed."""
    folder = tmp_path_factory.mktemp("environment")
    _run(sys.executable, "-m", "venv", folder, cwd=folder)
    programs = folder / "bin"
    _run(programs / "python", "-m", "pip", "install", "--quiet", wheel, cwd=folder)
    return programs


def test_the_wheel_carries_every_template_and_schema(wheel: Path) -> None:
    templates = (path for path in CHECKOUT.glob("templates/**/*") if path.is_file())
    data = [*templates, *CHECKOUT.glob("schemas/*.json")]
    wanted = {f"drafter/_data/{path.relative_to(CHECKOUT).as_posix()}" for path in data}
    with zipfile.ZipFile(wheel) as archive:
        assert wanted - set(archive.namelist()) == set()


def test_the_installed_program_finds_its_own_data(installed: Path, tmp_path: Path) -> None:
    code = "from drafter import resources; print(resources.root())"
    root = Path(_run(installed / "python", "-c", code, cwd=tmp_path).strip())
    assert root.name == "_data"
    assert root.is_relative_to(installed.parent)


def test_the_installed_program_works_from_another_folder(installed: Path, tmp_path: Path) -> None:
    example = CHECKOUT / "examples" / "night-skies.draft"
    drafter = installed / "drafter"
    assert _run(drafter, "--version", cwd=tmp_path).startswith("drafter ")
    _run(drafter, "validate", example, cwd=tmp_path)
    _run(drafter, "export", example, "-o", "skies.docx", cwd=tmp_path)
    shown = _run(drafter, "show", "skies.docx", cwd=tmp_path)
    assert shown == _run(drafter, "show", example, cwd=tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["skies.docx"]
