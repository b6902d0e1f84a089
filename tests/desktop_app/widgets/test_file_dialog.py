"""File dialogs open where the user was last for the same purpose, also tomorrow."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from core.settings import Settings, load_settings
from desktop_app.widgets.file_dialog import FileDialog, Purpose
from desktop_app.window.frame import WindowFrame, build_frame

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the user's settings are."""
    return tmp_path / "settings.json"


@pytest.fixture
def frame(qapp: QApplication, file: Path) -> Iterator[WindowFrame]:
    made = build_frame(qapp, Settings(language="en"), file)
    yield made
    made.close()


def folder(parent: QWidget, purpose: Purpose, first: Path | None = None) -> str:
    """Where a dialog would open."""
    dialog = FileDialog(parent, "Choose", purpose, first)
    where = dialog.directory().absolutePath()
    dialog.deleteLater()
    return where


def test_each_purpose_has_a_folder_of_its_own_that_lasts(
    frame: WindowFrame, qapp: QApplication, file: Path, tmp_path: Path
) -> None:
    tables, shots = tmp_path / "tables", tmp_path / "shots"
    for made in (tables, shots):
        made.mkdir()
    inner = QDialog(frame.window)  # a dialog's own dialogs belong to the same window
    FileDialog(frame.window, "Choose", "tables").filesSelected.emit([str(tables / "goods.csv")])
    FileDialog(inner, "Choose", "pictures").filesSelected.emit([str(shots / "1.jpg"), str(shots / "2.jpg")])
    assert folder(inner, "tables") == str(tables) and folder(frame.window, "pictures") == str(shots)
    frame.close()
    again = build_frame(qapp, load_settings(file), file)
    assert folder(again.window, "tables") == str(tables)
    again.close()


def test_a_folder_that_is_chosen_is_found_among_its_neighbours(frame: WindowFrame, tmp_path: Path) -> None:
    (tmp_path / "shops" / "mine").mkdir(parents=True)
    FileDialog(frame.window, "Choose", "shops").filesSelected.emit([str(tmp_path / "shops" / "mine")])
    assert folder(frame.window, "shops") == str(tmp_path / "shops")


def test_before_that_it_opens_where_it_is_told_and_never_where_the_program_was_started(
    frame: WindowFrame, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    started_in = tmp_path / "started here"
    started_in.mkdir()
    monkeypatch.chdir(started_in)
    assert folder(frame.window, "shops", tmp_path) == str(tmp_path)
    alone = QWidget()
    qtbot.addWidget(alone)
    assert folder(alone, "tables") != str(started_in)


def test_the_window_makes_its_file_dialogs_in_one_place() -> None:
    program = Path(sys.modules["desktop_app"].__path__[0])
    plain = [
        path.name for path in program.rglob("*.py") if "QFileDialog(" in path.read_text(encoding="utf-8")
    ]
    assert plain == []  # FileDialog itself is a kind of one
