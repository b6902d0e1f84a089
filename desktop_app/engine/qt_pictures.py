"""Qt's pictures to Pillow's and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

if TYPE_CHECKING:
    from PIL.Image import Image


def to_pillow(image: QImage, *, max_side: int = 2048) -> Image:
    """``image`` as RGB, transparency on white, its longer side at most ``max_side`` pixels."""
    from PIL import Image as pillow  # noqa: N813  (after the first paint)

    if max(image.width(), image.height()) > max_side:
        image = image.scaled(
            max_side,
            max_side,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    if image.hasAlphaChannel():
        flat = QImage(image.size(), QImage.Format.Format_RGB888)
        flat.fill(QColor("white"))
        painter = QPainter(flat)
        painter.drawImage(0, 0, image)
        painter.end()
        image = flat
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    return pillow.frombytes(
        "RGB", (image.width(), image.height()), bytes(image.constBits()), "raw", "RGB", image.bytesPerLine()
    )


def to_qimage(picture: Image, *, max_side: int) -> QImage:
    """A Pillow RGB picture for the screen, its longer side at most ``max_side`` pixels."""
    if max(picture.size) > max_side:
        picture = picture.copy()
        picture.thumbnail((max_side, max_side))
    width, height = picture.size
    shared = QImage(picture.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888)
    return shared.copy()  # the bytes above end with this call


def load_scaled(path: str, side: int) -> QImage:
    """A picture file within ``side`` × ``side`` pixels; a null image if it cannot be read.

    For the shop's own photos and thumbnails, which core has decoded before. Made for threads.
    """
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QImageReader

    reader = QImageReader(path)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > side:
        reader.setScaledSize(size.scaled(QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()
