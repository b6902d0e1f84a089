"""The log: private, bounded, and without customer data."""

import getpass
import logging
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.errors import KnownError
from core.messages import message
from desktop_app.program import logs
from desktop_app.program.discretion import discreet, discreet_trace

TITLE = "Grandma's oat milk"
_log = logging.getLogger("core.tests")


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Path]:
    """A log that has been started."""
    path = tmp_path / "state" / "snapshelf.log"
    logs.start_logging(path)
    yield path
    logs.stop_logging()


def test_the_log_says_what_happened_and_when(file: Path) -> None:
    _log.warning("the settings cannot be stored after %d tries", 3)
    line = file.read_text(encoding="utf-8")
    assert "WARNING core.tests: the settings cannot be stored after 3 tries" in line
    assert line[:4].isdigit()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
def test_only_its_user_can_read_the_log(file: Path) -> None:
    _log.warning("anything")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_full_log_turns_over_and_stays_bounded(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(logs.MOST_BYTES // 1000 * (logs.KEPT + 3)):
        _log.info("step %d %s", number, "x" * 1000)
    kept = sorted(path.name for path in file.parent.iterdir())
    assert kept == ["snapshelf.log", *(f"snapshelf.log.{n}" for n in range(1, logs.KEPT + 1))]
    assert sum(path.stat().st_size for path in file.parent.iterdir()) <= logs.MOST_BYTES * (logs.KEPT + 1)


def test_no_path_title_or_name_reaches_the_log(file: Path) -> None:
    error = KnownError(
        message(
            "core", "There is no shop in {folder}. Import a table or a folder of pictures into it first."
        ),
        folder=Path("/home/anna/Corner shop"),
    )
    _log.warning("opening failed: %s", error)
    _log.warning("cannot read %s for %s", Path("/mnt/photos/oat milk.jpg"), getpass.getuser())
    try:
        _fail(ValueError(f"bad price of {TITLE}"))
    except ValueError:
        _log.exception("import stopped")
    text = file.read_text(encoding="utf-8")
    assert "There is no shop in {folder}" in text
    assert "ValueError" in text and "test_logs.py" in text
    for secret in (TITLE, "Grandma", "Corner shop", "anna", "oat milk", "/mnt/", str(file.parent)):
        assert secret not in text
    assert f" for {getpass.getuser()}" not in text


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "occupied").write_text("")
    logs.start_logging(tmp_path / "occupied" / "snapshelf.log")
    _log.warning("nobody hears this")
    logs.stop_logging()


def test_verbose_shows_every_step_on_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    logs.start_logging(None, verbose=True)
    _log.debug("one small step")
    logs.stop_logging()
    assert "one small step" in capsys.readouterr().err


def test_the_last_problems_come_with_their_tracebacks(file: Path) -> None:
    _log.info("all is well")
    try:
        _fail(TypeError("unsupported operand"))
    except TypeError:
        _log.exception("a step failed")
    _log.warning("the disk is slow")
    first, second = logs.last_problems(file)
    assert "a step failed" in first and "TypeError: unsupported operand" in first
    assert "the disk is slow" in second


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("cannot open /home/anna/shop/photos/ab/cd.jpg now", "cannot open ‹path› now"),
        (r"cannot open C:\Users\Anna\Shop one\a.jpg", "cannot open ‹path›"),
        (r"share \\server\shop\a.jpg", "share ‹path›"),
        ("3 / 4 photos, 12 photos/s", "3 / 4 photos, 12 photos/s"),
    ],
)
def test_paths_are_left_out_and_figures_are_not(text: str, kept: str) -> None:
    assert discreet(text) == kept


def test_a_traceback_keeps_places_in_our_code_and_no_text_of_others() -> None:
    trace = "\n".join(
        [
            "Traceback (most recent call last):",
            '  File "/home/anna/snapshelf/core/catalog/products/products.py", line 12, in add',
            "    raise ValueError(title)",
            f"ValueError: {TITLE}",
            "and its second line",
            "",
            "During handling of the above exception, another exception occurred:",
            "",
            "AttributeError: 'NoneType' object has no attribute 'id'",
        ]
    )
    shown = discreet_trace(trace)
    assert '"core/catalog/products/products.py", line 12' in shown
    assert "ValueError: ‹left out›" in shown
    assert "'NoneType' object has no attribute 'id'" in shown
    for secret in ("anna", TITLE, "second line"):
        assert secret not in shown


def _fail(error: Exception) -> None:
    raise error
