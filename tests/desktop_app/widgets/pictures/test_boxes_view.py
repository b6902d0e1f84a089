"""What is written on the boxes of a picture."""

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from core.imaging.cut import Box
from desktop_app.widgets.pictures.boxes_view import BoxesView, NamedBox
from desktop_app.window.desktop import Desktop


@pytest.fixture
def view(desktop: Desktop, qtbot: QtBot) -> BoxesView:
    made = BoxesView(desktop.themes)
    qtbot.addWidget(made)
    made.resize(400, 400)
    made.show()
    return made


def painted(view: BoxesView, name: str, box: Box) -> QImage:
    image = QImage(200, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    view.show_boxes(image, [NamedBox(box, name, is_sure=True)])
    return view.grab().toImage()


def test_two_products_of_one_brand_are_told_apart_in_a_narrow_box(view: BoxesView) -> None:
    narrow = Box(0.1, 0.1, 0.35, 0.9)
    one = painted(view, "Morning Mill Oat Flakes 375 g", narrow)
    assert one != painted(view, "Morning Mill Nut Granola 375 g", narrow)


def test_a_low_box_has_its_name_in_one_line(view: BoxesView) -> None:
    low = Box(0.1, 0.1, 0.35, 0.2)
    one = painted(view, "Morning Mill Oat Flakes 375 g", low)
    assert one == painted(view, "Morning Mill Nut Granola 375 g", low)
