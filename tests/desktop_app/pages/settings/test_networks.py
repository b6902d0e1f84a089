"""Settings: another network for the shop, and one that brings texts and pictures together."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from core.search.by_words import find_by_words
from desktop_app.engine.engine import PictureSource
from desktop_app.engine.shop_engine import ShopEngine
from desktop_app.pages.settings.page import SettingsPage
from desktop_app.widgets.file_dialog import FileDialog
from desktop_app.window.desktop import Desktop
from tests.core.embedding.text_image.tiny_towers import tiny_package, zipped
from tests.desktop_app.pages.settings.on_the_page import press, shown_question
from tests.desktop_app.real_shop import PATIENCE_MS
from tests.what_is_stored import vector_counts

pytestmark = pytest.mark.qt_log_ignore("PulseAudio", "propagateSizeHints")


def test_another_network_is_asked_about_followed_by_every_page_and_undone(
    desktop: Desktop, page: SettingsPage, qtbot: QtBot
) -> None:
    told: list[bool] = []
    desktop.news.model_changed.connect(lambda: told.append(True))
    search = desktop.search_page
    search.search([PictureSource("sign", path=next((page.shop.folder / "photos").rglob("*.jpg")))])
    qtbot.waitUntil(lambda: search.desk.shown is not None and search.desk.shown.is_done, timeout=PATIENCE_MS)
    first = search.desk.shown.answer if search.desk.shown is not None else None
    choice = page.advanced.network
    qtbot.waitUntil(lambda: choice.count() >= 2, timeout=PATIENCE_MS)
    before = choice.currentText()
    other = next(name for name in map(choice.itemText, range(choice.count())) if name != before)

    def choose_other() -> QMessageBox:
        choice.setCurrentIndex(choice.findText(other))
        choice.activated.emit(choice.currentIndex())
        return next(box for box in desktop.window.findChildren(QMessageBox) if box.isVisible())

    question = choose_other()
    assert other in question.text()
    question.reject()  # nothing is changed, and the box says so again
    qtbot.waitUntil(lambda: choice.currentText() == before and choice.isEnabled(), timeout=PATIENCE_MS)
    assert not told and not page.is_busy()
    question = choose_other()
    accept = QMessageBox.ButtonRole.AcceptRole
    next(button for button in question.buttons() if question.buttonRole(button) is accept).click()
    qtbot.waitUntil(lambda: bool(told), timeout=2 * PATIENCE_MS)
    qtbot.waitUntil(lambda: choice.currentText() == other and choice.isEnabled(), timeout=PATIENCE_MS)
    assert other in page.message.label.text()
    line = desktop.window.status_line
    qtbot.waitUntil(lambda: line.model.text() == other, timeout=PATIENCE_MS)
    shown = search.desk.shown
    assert shown is not None
    qtbot.waitUntil(lambda: shown.is_done and shown.answer is not first, timeout=PATIENCE_MS)
    page.message.button.click()  # Undo
    qtbot.waitUntil(lambda: choice.currentText() == before and choice.isEnabled(), timeout=2 * PATIENCE_MS)
    qtbot.waitUntil(lambda: line.model.text() == before, timeout=PATIENCE_MS)


def test_a_text_picture_network_comes_from_a_file_and_goes_again(
    desktop: Desktop, page: SettingsPage, tmp_path: Path, qtbot: QtBot
) -> None:
    row, line = page.advanced.text_image, page.message.label
    qtbot.waitUntil(row.add_button.isEnabled, timeout=PATIENCE_MS)
    assert not row.remove_button.isVisible()
    row.add_button.click()
    (dialog,) = desktop.window.findChildren(FileDialog)
    (tmp_path / "no.zip").write_bytes(b"holiday photos")
    dialog.fileSelected.emit(str(tmp_path / "no.zip"))
    dialog.close()
    qtbot.waitUntil(lambda: "is no text–picture network" in line.text(), timeout=PATIENCE_MS)
    qtbot.waitUntil(row.add_button.isEnabled, timeout=PATIENCE_MS)
    assert not row.remove_button.isVisible()
    row.file_chosen.emit(zipped(tiny_package(), tmp_path / "tiny.zip"))
    qtbot.waitUntil(lambda: "Any words" in line.text(), timeout=2 * PATIENCE_MS)
    qtbot.waitUntil(row.remove_button.isVisible, timeout=PATIENCE_MS)
    assert row.add_button.text() == "Replace…"
    engine = desktop.search_page.desk.engine
    assert isinstance(engine, ShopEngine)
    stored = engine.shop.text_image.stored
    assert stored is not None and vector_counts(engine.shop.catalog)[stored.spec.fingerprint] == 2
    assert find_by_words(engine.shop, "red box").hits
    row.remove_button.click()
    press(shown_question(desktop, qtbot), QMessageBox.ButtonRole.DestructiveRole)
    qtbot.waitUntil(lambda: "is removed" in line.text(), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: not row.remove_button.isVisible(), timeout=PATIENCE_MS)
    assert engine.shop.text_image.stored is None
