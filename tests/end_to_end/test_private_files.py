"""What the program writes is its user's alone."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a user's folders private by their access lists")
def test_a_shop_an_export_and_a_backup_can_be_read_by_their_user_alone(
    original: Path, tmp_path: Path
) -> None:
    environment = os.environ | {"SNAPSHELF_HOME": str(tmp_path / "home"), "PYTHONPATH": str(ROOT)}
    os.umask(0o022)  # as most systems have it
    for arguments in (
        ("import", original / "pictures"),
        ("search", original / "pictures" / "red ball.png"),
        ("export", tmp_path / "products.csv"),
        ("backup", tmp_path / "backup.zip"),
    ):
        program: list[str | Path] = [sys.executable, "-m", "desktop_app", "--shop", tmp_path / "shop"]
        command = [*program, *arguments]
        subprocess.run(command, env=environment, cwd=tmp_path, check=True, capture_output=True)
    made = [path for path in tmp_path.rglob("*") if path != tmp_path]
    assert len(made) > 10
    assert {path: oct(path.stat().st_mode & 0o777) for path in made if path.stat().st_mode & 0o077} == {}
