"""The built program, where there is one: started and used as on a computer that never saw it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from installed_program import home_alone

ROOT = Path(__file__).resolve().parents[2]
DIST = ROOT / "dist"


def built(flavour: str) -> Path:
    """The folder of a built program; the test is skipped where there is none."""
    folder = DIST / f"snapshelf-{flavour}"
    if not (folder / "_internal").is_dir():
        pytest.skip(f"dist/snapshelf-{flavour} is not built; `make package` builds it")
    return folder


@pytest.mark.parametrize("flavour", ["full", "light"])
def test_a_built_program_starts_in_an_empty_environment_and_tells_its_version(
    flavour: str, tmp_path: Path
) -> None:
    program = built(flavour) / ("snapshelf-cli.exe" if os.name == "nt" else "snapshelf")
    ended = subprocess.run(
        [program, "--version"],
        env=home_alone(tmp_path / "nobody"),
        capture_output=True,
        text=True,
        check=True,
    )
    assert ended.stdout.startswith("Snapshelf ")
    assert not (tmp_path / "nobody").exists()


@pytest.mark.long
@pytest.mark.parametrize("flavour", ["full", "light"])
def test_the_program_is_built_and_does_a_days_work(flavour: str) -> None:
    command = [sys.executable, str(ROOT / "packaging" / "build_package.py"), "--flavour", flavour]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout[-2000:] + ended.stderr[-4000:]
