"""Set-up: what is there is left alone in silence, what is not is named in one line."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import made_files
import pytest
import set_up

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = """
[project]
version = "1.0"
dependencies = ["numpy==2.4.6"]
[project.optional-dependencies]
dev = ["pytest==9.2.0"]
[tool.ruff]
line-length = 110
"""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the virtual environment is a link here")


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository in which everything is set up."""
    root = tmp_path / "repository"
    (root / "tools").mkdir(parents=True)
    (root / "pyproject.toml").write_text(SETTINGS)
    for name in ("set_up.py", "made_files.py"):
        shutil.copy(ROOT / "tools" / name, root / "tools")
    for name in ("constraints.txt", "system_packages.txt", "system_packages_dev.txt"):
        (root / "tools" / name).write_text("# nothing is needed\n")
    monkeypatch.setattr(set_up, "PROJECT", root / "pyproject.toml")
    monkeypatch.setattr(set_up, "CONSTRAINTS", root / "tools" / "constraints.txt")
    (root / ".venv" / "bin").mkdir(parents=True)
    (root / ".venv" / "bin" / "python").symlink_to(sys.executable)
    (root / ".venv" / "installed-pins.txt").write_text(f"{set_up.pins_fingerprint()} compare dev")
    for made in made_files.ALL:
        for path in (
            *made.files,
            *(pattern.replace("**/*", "some").replace("*", "some") for pattern in made.sources),
        ):
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).touch()
    for made in made_files.ALL:
        made_files.settle(made, root)
    return root


def run_set_up(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(root / "tools" / "set_up.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_where_everything_is_there_it_says_nothing(tree: Path) -> None:
    for extras in ((), ("--extra", "dev"), ("--extra", "dev", "--extra", "compare")):
        done = run_set_up(tree, *extras)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_one_line_says_what_is_made_and_what_the_step_prints_is_not_shown(tree: Path) -> None:
    (tree / "tools" / "update_translations.py").write_text("print('much'); print('ado')")
    (tree / "resources" / "translations" / "some.ts").write_text("a new sentence")
    done = run_set_up(tree)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "Compiling the translations (a few seconds)\n"
    assert run_set_up(tree).stdout == "", "what was made is made once"


def test_a_step_that_fails_is_shown_with_all_that_it_printed_and_tried_again(tree: Path) -> None:
    (tree / "tools" / "export_backbones.py").write_text("raise SystemExit('The disk is full.')")
    (tree / "resources" / "models" / "efficientnet-lite2.onnx").unlink()
    for _ in range(2):
        done = run_set_up(tree)
        assert done.returncode == 1
        assert "The disk is full." in done.stderr
        assert "This step of the set-up failed" in done.stderr and "export_backbones.py" in done.stderr


@pytest.mark.parametrize("made", made_files.ALL, ids=lambda made: made.command[0])
def test_a_missing_file_and_another_source_are_noticed(made: made_files.Made, tree: Path) -> None:
    assert made_files.is_current(made, tree)
    for path in (tree / made.files[-1], tree / made.stamp):
        content = path.read_bytes()
        path.unlink()
        assert not made_files.is_current(made, tree)
        path.write_bytes(content)
        assert made_files.is_current(made, tree)
    source = next(tree.glob(made.sources[0]))
    os.utime(source, (0, 0))
    assert made_files.is_current(made, tree), "the content counts, not when it was written"
    source.rename(source.with_stem("other"))
    assert not made_files.is_current(made, tree)
    source.with_stem("other").rename(source)
    source.write_text("something else")
    assert not made_files.is_current(made, tree)
    made_files.settle(made, tree)
    assert made_files.is_current(made, tree)


def test_what_is_made_has_its_sources_and_its_script_in_the_repository() -> None:
    for made in made_files.ALL:
        assert (ROOT / "tools" / made.command[0]).is_file()
        for pattern in made.sources:
            assert any(ROOT.glob(pattern)), pattern


def test_the_fingerprint_follows_the_pins_and_not_the_settings_of_tools(tree: Path) -> None:
    project, constraints = tree / "pyproject.toml", tree / "tools" / "constraints.txt"
    before = set_up.pins_fingerprint()
    project.write_text(SETTINGS.replace("110", "100"))
    assert set_up.pins_fingerprint() == before
    for old, new in (
        ('"1.0"', '"1.1"'),
        ("numpy==2.4.6", "numpy==2.4.7"),
        ("pytest==9.2.0", "pytest==9.3.0"),
    ):
        project.write_text(SETTINGS.replace(old, new))
        assert set_up.pins_fingerprint() != before
    project.write_text(SETTINGS)
    assert set_up.pins_fingerprint() == before
    constraints.write_text("torch==2.13.0")
    assert set_up.pins_fingerprint() != before


@pytest.mark.skipif(not shutil.which("dpkg-query"), reason="asks Debian's package manager")
def test_missing_system_packages_are_found_in_one_question() -> None:
    assert set_up.missing_packages(["dpkg", "no-such-package-anywhere", "libc6"]) == [
        "no-such-package-anywhere"
    ]
