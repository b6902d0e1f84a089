import base64
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from desktop_app.engine.picture_mime import Refusal, may_hold_pictures, pictures_in
from tests.desktop_app.conftest import mime_of_files, picture


def image() -> QImage:
    made = QImage(20, 20, QImage.Format.Format_RGB32)
    made.fill(QColor("red"))
    return made


def test_files_come_in_their_order_with_their_names(tmp_path: Path) -> None:
    found = pictures_in(mime_of_files(tmp_path / "b.jpg", tmp_path / "苹果.png"), "Picture")
    assert not isinstance(found, Refusal)
    assert [(source.name, source.path) for source in found] == [
        ("b.jpg", tmp_path / "b.jpg"),
        ("苹果.png", tmp_path / "苹果.png"),
    ]


def test_a_file_wins_over_the_pixels_that_a_file_manager_adds(tmp_path: Path) -> None:
    mime = mime_of_files(tmp_path / "a.jpg")
    mime.setImageData(image())
    found = pictures_in(mime, "Picture")
    assert not isinstance(found, Refusal) and found[0].path == tmp_path / "a.jpg"


def test_a_picture_dragged_from_a_browser_is_taken_by_its_pixels(qapp: QApplication) -> None:
    mime = QMimeData()
    mime.setImageData(image())
    mime.setUrls([QUrl("https://example.org/apple.jpg")])
    found = pictures_in(mime, "Picture")
    assert not isinstance(found, Refusal)
    assert found[0].name == "Picture" and found[0].pixels is not None


def test_a_data_address_holds_its_picture(tmp_path: Path) -> None:
    content = picture(tmp_path / "a.png", "red").read_bytes()
    mime = QMimeData()
    mime.setText("data:image/png;base64," + base64.b64encode(content).decode())
    found = pictures_in(mime, "Picture")
    assert not isinstance(found, Refusal) and found[0].data == content


@pytest.mark.parametrize("where", ["url", "text"])
def test_an_address_on_the_internet_alone_is_refused_as_such(where: str) -> None:
    mime = QMimeData()
    if where == "url":
        mime.setUrls([QUrl("https://example.org/apple.jpg")])
    else:
        mime.setText(" http://example.org/apple.jpg ")
    assert pictures_in(mime, "Picture") is Refusal.ONLINE
    assert may_hold_pictures(mime)  # taken, so that the page can explain


def test_words_and_nothing_hold_no_picture() -> None:
    words = QMimeData()
    words.setText("two apples, please")
    assert pictures_in(words, "Picture") is Refusal.NOTHING
    assert pictures_in(QMimeData(), "Picture") is Refusal.NOTHING
    assert not may_hold_pictures(QMimeData())
