"""The program where it has no console, as on Windows with a window, and where a pipe speaks one language."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

WITHOUT_STREAMS = """
import sys
sys.stdout = sys.stderr = None
from desktop_app.__main__ import main
sys.exit(main())
"""


def without_streams(*words: object) -> int:
    """The exit code of the program run as if it had neither stdout nor stderr."""
    command = [sys.executable, "-c", WITHOUT_STREAMS, *map(str, words)]
    displays = {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"}  # on one of these a window would stay open
    environment = {name: value for name, value in os.environ.items() if name not in displays}
    return subprocess.run(command, check=False, timeout=250, env=environment).returncode


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A table with a title that Western Windows has no characters for."""
    file = tmp_path / "products.csv"
    file.write_text("sku,title\nA1,燕麦饼干 oat biscuits\n", encoding="utf-8")
    return file


def test_the_window_needs_no_streams(tmp_path: Path) -> None:
    picture = tmp_path / "window.png"
    assert without_streams("demo", "--picture", picture) == 0
    assert picture.stat().st_size > 10_000


def test_commands_with_a_progress_bar_need_no_streams(tmp_path: Path, original: Path) -> None:
    shop = tmp_path / "shop"
    assert without_streams("--verbose", "--shop", shop, "import", original / "pictures") == 0
    assert without_streams("--shop", shop, "search", original / "pictures" / "red ball.png") == 0


@pytest.mark.parametrize(("words", "code"), [(["--help"], 0), (["--version"], 0), (["--nonsense"], 2)])
def test_what_is_only_words_needs_no_streams(words: list[str], code: int) -> None:
    assert without_streams(*words) == code


def test_a_pipe_gets_utf8_whatever_the_language_of_the_computer(tmp_path: Path, table: Path) -> None:
    shop = tmp_path / "shop"
    environment = os.environ | {"PYTHONIOENCODING": "cp1252"}
    program = [sys.executable, "-m", "desktop_app", "--shop", str(shop)]
    subprocess.run([*program, "import", str(table)], check=True, env=environment, capture_output=True)
    ended = subprocess.run(
        [*program, "find", "oat", "--json"], check=True, env=environment, capture_output=True
    )
    assert "燕麦饼干" in json.dumps(json.loads(ended.stdout.decode()), ensure_ascii=False)


def test_a_reader_that_has_seen_enough_ends_the_program_quietly(tmp_path: Path, table: Path) -> None:
    program = [sys.executable, "-m", "desktop_app", "--shop", str(tmp_path / "shop")]
    subprocess.run([*program, "import", str(table)], check=True, capture_output=True)
    reads, writes = os.pipe()
    os.close(reads)
    with os.fdopen(writes, "wb") as pipe:
        ended = subprocess.run(
            [*program, "find", "oat", "--json"], stdout=pipe, stderr=subprocess.PIPE, check=False
        )
    assert (ended.returncode, ended.stderr) == (0, b"")
