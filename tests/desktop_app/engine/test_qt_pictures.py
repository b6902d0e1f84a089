from pathlib import Path

from PIL import Image
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from desktop_app.engine.qt_pictures import load_scaled, to_pillow, to_qimage


def test_a_picture_goes_there_and_back_without_a_change(qapp: QApplication) -> None:
    picture = Image.new("RGB", (33, 17), (1, 2, 3))  # odd widths show padded rows
    picture.putpixel((32, 16), (250, 200, 150))
    again = to_pillow(to_qimage(picture, max_side=100))
    assert again.size == (33, 17)
    assert again.tobytes() == picture.tobytes()


def test_transparency_becomes_white(qapp: QApplication) -> None:
    image = QImage(4, 4, QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    assert to_pillow(image).getpixel((1, 1)) == (255, 255, 255)


def test_large_pictures_are_bounded(qapp: QApplication) -> None:
    image = QImage(3000, 1000, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    assert to_pillow(image, max_side=300).size == (300, 100)
    assert to_qimage(Image.new("RGB", (3000, 1000)), max_side=300).width() == 300


def test_a_photo_is_read_no_larger_than_needed_and_a_missing_one_is_null(
    qapp: QApplication, tmp_path: Path
) -> None:
    Image.new("RGB", (400, 200), "red").save(tmp_path / "a.jpg")
    assert (load_scaled(str(tmp_path / "a.jpg"), 100).width()) == 100
    assert load_scaled(str(tmp_path / "none.jpg"), 100).isNull()
