from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from desktop_app.look.painting import paint_card, paint_line, paint_picture
from desktop_app.look.theme import LIGHT

FRAME = QRectF(10, 10, 80, 80)


def painted(paint: Callable[[QPainter], object]) -> QImage:
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("magenta"))
    painter = QPainter(image)
    paint(painter)
    painter.end()
    return image


@pytest.fixture
def wide(qapp: QApplication) -> QPixmap:
    made = QPixmap(200, 100)
    made.fill(QColor("#204060"))
    return made


@pytest.mark.parametrize(
    ("ringed", "raised", "edge"),
    [(False, False, LIGHT.border), (False, True, LIGHT.outline), (True, True, LIGHT.accent)],
)
def test_what_is_chosen_has_a_ring_and_what_the_mouse_is_over_a_stronger_edge(
    qapp: QApplication, ringed: bool, raised: bool, edge: str
) -> None:
    image = painted(lambda painter: paint_card(painter, FRAME, LIGHT, ringed=ringed, raised=raised))
    assert image.pixelColor(50, 10) == QColor(edge)
    assert image.pixelColor(50, 50) == QColor(LIGHT.surface)


def test_the_whole_of_a_picture_is_seen_on_white(wide: QPixmap) -> None:
    image = painted(lambda painter: paint_picture(painter, FRAME, wide, LIGHT, 8))
    assert image.pixelColor(50, 50) == QColor("#204060")
    assert image.pixelColor(50, 15) == QColor("white")


def test_a_cropped_picture_fills_its_frame_but_not_the_corners(wide: QPixmap) -> None:
    image = painted(lambda painter: paint_picture(painter, FRAME, wide, LIGHT, 8, cropped=True))
    assert image.pixelColor(50, 15) == QColor("#204060")
    assert image.pixelColor(10, 10) == QColor("magenta")


def test_a_mark_stands_where_there_is_no_picture(qapp: QApplication) -> None:
    image = painted(lambda painter: paint_picture(painter, FRAME, QPixmap(), LIGHT, 8))
    assert image.pixelColor(15, 50) == QColor(LIGHT.raised)
    assert any(image.pixelColor(column, 50) != QColor(LIGHT.raised) for column in range(30, 70))


def test_a_line_that_is_too_long_stays_in_its_room(qapp: QApplication) -> None:
    room = QRectF(10, 10, 60, 30)
    image = painted(lambda painter: paint_line(painter, room, 16, "#000000", "Earl Grey tea 100 g"))
    columns = {x for x in range(100) for y in range(100) if image.pixelColor(x, y) != QColor("magenta")}
    assert min(columns) >= 10
    assert 40 < max(columns) <= 71
