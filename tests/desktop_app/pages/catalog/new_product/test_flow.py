"""From the webcam or a picture to a new product."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QCameraDevice, QVideoFrame
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from core.catalog.photos.photos import photos_of_product
from core.catalog.products.products import product_by_sku
from core.quantities.quantity import whole
from desktop_app.camera.camera import CameraWatch
from desktop_app.pages.catalog.lists.product_columns import Column
from desktop_app.pages.catalog.page import CatalogPage
from desktop_app.widgets.file_dialog import FileDialog
from tests.desktop_app.pages.catalog.conftest import draw
from tests.desktop_app.pages.catalog.on_the_page import product, shop_of


class PluggedIn(CameraWatch):
    """A camera that is there; its frames come through the sink that a camera feeds too."""

    def names(self) -> list[str]:
        return ["Counter camera"]

    def device(self, name: str) -> QCameraDevice | None:
        return QCameraDevice()


@pytest.mark.qt_log_ignore("propagateSizeHints", "No RHI backend", "Couldn't (load|resolve)")
def test_a_webcam_that_is_found_after_the_form_came_takes_its_place_unless_something_was_typed(
    page: CatalogPage,
) -> None:
    page.acts.new.trigger()  # as a new shop does as soon as it is open
    assert page.new.view.isVisible()
    page.set_camera_watch(PluggedIn())
    camera = page.new.camera
    assert camera is not None and camera.isVisible()


def test_a_form_that_was_begun_stays_when_a_webcam_is_found(page: CatalogPage) -> None:
    page.acts.new.trigger()
    QTest.keyClicks(page.new.view.title.line, "Mug")
    page.set_camera_watch(PluggedIn())
    assert page.new.view.isVisible() and page.new.camera is None


@pytest.mark.qt_log_ignore("propagateSizeHints", "No RHI backend", "Couldn't (load|resolve)")
def test_a_new_product_takes_three_keystrokes(page: CatalogPage, qtbot: QtBot, tmp_path: Path) -> None:
    page.set_camera_watch(PluggedIn())
    page.activateWindow()
    page.lists.table.setFocus()
    page.acts.new.trigger()  # Ctrl+N
    camera = page.new.camera
    assert camera is not None and camera.isVisible()
    picture = QImage(str(draw(tmp_path / "shot.png", "ellipse", (205, 45, 45), 8)))
    frame = QVideoFrame(picture.convertToFormat(QImage.Format.Format_RGBX8888))
    camera.sink.setVideoFrame(frame)
    qtbot.waitUntil(camera.take_button.isEnabled)
    QTest.keyClick(camera, Qt.Key.Key_Space)
    new = page.new.view
    qtbot.waitUntil(lambda: new.isVisible() and new.save_button.isEnabled())
    assert new.sku.line.text() == "R-5"
    assert "Red ball" in new.alike_words.text()
    assert camera.session.session.camera() is None
    QTest.keyClick(new.title.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: product_by_sku(shop_of(page).catalog, "R-5") is not None)
    made = product(page, "R-5")
    assert made.title == "New product R-5" and made.category == "Balls"
    assert len(photos_of_product(shop_of(page).catalog, made.id)) == 1
    qtbot.waitUntil(lambda: page.detail.isVisible() and page.detail.product_id == made.id)
    page.acts.undo.trigger()
    qtbot.waitUntil(lambda: page.model.rowCount() == 4)
    assert product(page, "R-5").archived


def test_without_a_webcam_a_product_is_made_by_hand_and_a_taken_number_is_refused(
    page: CatalogPage, qtbot: QtBot
) -> None:
    page.acts.new.trigger()
    new = page.new.view
    qtbot.waitUntil(new.save_button.isEnabled)
    assert page.is_busy()
    new.title.line.setText("Kite")
    new.title.line.textEdited.emit("Kite")
    new.sku.line.setText("R-1")
    new.lines[Column.PRICE].line.setText("12.5")
    new.lines[Column.STOCK].line.setText("3")
    new.save()
    qtbot.waitUntil(new.problem.isVisible)
    assert "Red ball" in new.problem.text()
    new.sku.line.setText("K-1")
    new.save()
    qtbot.waitUntil(lambda: product_by_sku(shop_of(page).catalog, "K-1") is not None)
    made = product(page, "K-1")
    assert (made.title, made.price_minor, made.currency, made.stock) == ("Kite", 1250, "EUR", whole(3))
    qtbot.waitUntil(lambda: not page.is_busy())


def test_leaving_a_form_that_was_typed_into_asks_and_an_untouched_one_just_goes(
    page: CatalogPage, qtbot: QtBot
) -> None:
    new = page.new.view
    page.acts.new.trigger()
    qtbot.waitUntil(new.save_button.isEnabled)
    QTest.keyClick(new.title.line, Qt.Key.Key_Escape)
    assert not new.isVisible() and not page.findChildren(QMessageBox)
    page.acts.new.trigger()
    qtbot.waitUntil(new.save_button.isEnabled)
    QTest.keyClicks(new.title.line, "Kite")
    new.title.finish()  # as Tab does
    QTest.keyClicks(new.lines[Column.PRICE].line, "12")
    QTest.keyClick(new.lines[Column.PRICE].line, Qt.Key.Key_Escape)  # takes back this line alone
    assert new.isVisible() and new.lines[Column.PRICE].line.text() == ""
    QTest.keyClick(new.lines[Column.PRICE].line, Qt.Key.Key_Escape)
    (question,) = page.findChildren(QMessageBox)
    question.button(QMessageBox.StandardButton.Cancel).click()
    assert new.isVisible() and new.title.line.text() == "Kite"
    qtbot.waitUntil(lambda: not page.findChildren(QMessageBox))
    new.leave_button.click()
    (question,) = page.findChildren(QMessageBox)
    (leave,) = (one for one in question.buttons() if "Leave" in one.text())
    leave.click()
    assert not new.isVisible()


def test_a_picture_that_comes_late_leaves_what_was_typed(
    page: CatalogPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page.acts.new.trigger()
    new = page.new.view
    qtbot.waitUntil(new.save_button.isEnabled)
    QTest.keyClicks(new.title.line, "Kite")
    QTest.keyClicks(new.lines[Column.PRICE].line, "12.5")
    new.choose_button.click()
    dialog = page.findChild(FileDialog)
    assert dialog is not None
    dialog.filesSelected.emit([str(draw(tmp_path / "kite.png", "ellipse", (40, 160, 40), 8))])
    dialog.close()
    qtbot.waitUntil(lambda: not new.photo.image.isNull() and new.save_button.isEnabled())
    assert (new.title.line.text(), new.lines[Column.PRICE].line.text()) == ("Kite", "12.5")
    number = new.sku.line.text()
    new.save()
    qtbot.waitUntil(lambda: product_by_sku(shop_of(page).catalog, number) is not None)
    made = product(page, number)
    assert (made.title, made.price_minor) == ("Kite", 1250)
    assert len(photos_of_product(shop_of(page).catalog, made.id)) == 1


def test_a_file_that_is_no_picture_is_said_and_leaves_what_was_typed(
    page: CatalogPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page.acts.new.trigger()
    new = page.new.view
    qtbot.waitUntil(new.save_button.isEnabled)
    QTest.keyClicks(new.title.line, "Kite")
    new.choose_button.click()
    dialog = page.findChild(FileDialog)
    assert dialog is not None
    (tmp_path / "kite.png").write_text("not a picture")
    dialog.filesSelected.emit([str(tmp_path / "kite.png")])
    dialog.close()
    qtbot.waitUntil(new.problem.isVisible)
    assert new.title.line.text() == "Kite"


def test_a_picture_of_what_the_shop_has_can_be_added_to_that_instead(
    page: CatalogPage, qtbot: QtBot, tmp_path: Path
) -> None:
    page.new.take_shot(QImage(str(draw(tmp_path / "shot.png", "ellipse", (205, 45, 45), 8))))
    qtbot.waitUntil(page.new.view.add_to_button.isVisible)
    page.new.view.add_to_button.click()
    red = product(page, "R-1").id
    qtbot.waitUntil(lambda: len(photos_of_product(shop_of(page).catalog, red)) == 2)
    qtbot.waitUntil(lambda: not page.new.view.isVisible())
