"""Marking a part of a picture with the mouse and with the keyboard."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.imaging.cut import WHOLE, Box, Cut
from desktop_app.widgets.pictures.cut_view import CutView
from desktop_app.window.desktop import Desktop

LEFT, NONE, SHIFT = (
    Qt.MouseButton.LeftButton,
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@pytest.fixture
def view(desktop: Desktop, qtbot: QtBot) -> CutView:
    """A picture of 200 × 200 shown at 400 × 400: a share of 0.1 is 40 pixels."""
    made = CutView(desktop.themes)
    qtbot.addWidget(made)
    made.resize(400, 400)
    image = QImage(200, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    image.setPixelColor(0, 0, QColor("red"))
    made.show_picture(image, WHOLE)
    made.show()
    return made


def drag(widget: QWidget, start: tuple[int, int], end: tuple[int, int]) -> None:
    QTest.mousePress(widget, LEFT, NONE, QPoint(*start))
    middle = QPoint((start[0] + end[0]) // 2, (start[1] + end[1]) // 2)
    QTest.mouseMove(widget, middle)
    QTest.mouseMove(widget, QPoint(*end))
    QTest.mouseRelease(widget, LEFT, NONE, QPoint(*end))


def edges(view: CutView) -> list[float]:
    box = view.cut.box
    return [round(edge, 2) for edge in (box.left, box.top, box.right, box.bottom)]


def test_a_frame_is_drawn_and_told_while_it_is_drawn(view: CutView) -> None:
    told: list[Cut] = []
    view.cut_changed.connect(told.append)
    drag(view, (80, 40), (320, 200))
    assert edges(view) == [0.2, 0.1, 0.8, 0.5]
    assert len(told) >= 2 and told[-1] == view.cut


@pytest.mark.parametrize(
    ("start", "end", "after"),
    [
        ((80, 80), (40, 40), [0.1, 0.1, 0.6, 0.6]),  # upper left corner
        ((240, 240), (320, 280), [0.2, 0.2, 0.8, 0.7]),  # lower right
        ((240, 80), (280, 40), [0.2, 0.1, 0.7, 0.6]),  # upper right
        ((80, 240), (120, 280), [0.3, 0.2, 0.6, 0.7]),  # lower left
        ((160, 80), (200, 40), [0.2, 0.1, 0.6, 0.6]),  # the upper edge alone
        ((160, 240), (200, 280), [0.2, 0.2, 0.6, 0.7]),
        ((80, 160), (40, 200), [0.1, 0.2, 0.6, 0.6]),
        ((240, 160), (280, 200), [0.2, 0.2, 0.7, 0.6]),
        ((160, 160), (200, 120), [0.3, 0.1, 0.7, 0.5]),  # inside: all of it moves
        ((160, 160), (399, 160), [0.6, 0.2, 1.0, 0.6]),  # not beyond the picture
    ],
)
def test_each_handle_takes_its_edges_along_and_the_inside_the_whole_frame(
    view: CutView, start: tuple[int, int], end: tuple[int, int], after: list[float]
) -> None:
    view.choose(Cut(Box(0.2, 0.2, 0.6, 0.6)))
    drag(view, start, end)
    assert edges(view) == after


def test_a_corner_dragged_over_the_opposite_one_turns_the_frame_over(view: CutView) -> None:
    view.choose(Cut(Box(0.5, 0.5, 0.7, 0.7)))
    drag(view, (280, 280), (80, 80))
    assert edges(view) == [0.2, 0.2, 0.5, 0.5]


def test_a_click_marks_nothing_and_a_double_click_takes_the_whole_picture(view: CutView) -> None:
    QTest.mouseClick(view, LEFT, NONE, QPoint(100, 100))
    assert view.cut == WHOLE
    view.choose(Cut(Box(0.2, 0.2, 0.6, 0.6)))
    QTest.mouseDClick(view, LEFT, NONE, QPoint(160, 160))
    assert view.cut == WHOLE


def test_the_keyboard_does_all_that_the_mouse_does(view: CutView) -> None:
    for _ in range(5):
        QTest.keyClick(view, Qt.Key.Key_Minus)
    assert edges(view) == [0.1, 0.1, 0.9, 0.9]
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert edges(view) == [0.12, 0.08, 0.92, 0.88]
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_Left, SHIFT)
    QTest.keyClick(view, Qt.Key.Key_Down, SHIFT)
    assert edges(view) == [0.12, 0.08, 0.86, 0.9]
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert edges(view) == [0.1, 0.06, 0.88, 0.92]
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.cut == WHOLE


def test_every_step_can_be_taken_back_also_the_whole_picture(view: CutView) -> None:
    first = Cut(Box(0.2, 0.2, 0.6, 0.6))
    view.choose(first)
    drag(view, (160, 160), (200, 200))
    view.take_whole()
    told: list[Cut] = []
    view.cut_changed.connect(told.append)
    QTest.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert edges(view) == [0.3, 0.3, 0.7, 0.7]
    QTest.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert view.cut == first
    QTest.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert view.cut == WHOLE and told[-1] == WHOLE and len(told) == 3


def test_turning_turns_the_picture_and_the_same_part_stays_marked(view: CutView) -> None:
    view.choose(Cut(Box(0.0, 0.0, 0.5, 0.25)))
    QTest.keyClick(view, Qt.Key.Key_BracketRight)
    assert view.cut == Cut(Box(0.0, 0.0, 0.5, 0.25), 1)
    assert view.image.pixelColor(199, 0) == QColor("red")
    drag(view, (360, 180), (360, 140))  # inside the frame, which is upper right now: it cannot go further up
    assert edges(view) == [0.0, 0.0, 0.5, 0.25]
    drag(view, (350, 100), (310, 100))  # to the left on the screen is down in the picture
    assert edges(view) == [0.0, 0.1, 0.5, 0.35]
    QTest.keyClick(view, Qt.Key.Key_BracketLeft)
    assert view.image.pixelColor(0, 0) == QColor("red")


def test_another_picture_forgets_the_steps_and_the_same_one_keeps_them(view: CutView) -> None:
    view.choose(Cut(Box(0.2, 0.2, 0.6, 0.6)))
    other = QImage(100, 50, QImage.Format.Format_RGB32)
    other.fill(QColor("blue"))
    view.show_picture(other, WHOLE)
    assert view.cut == WHOLE
    view.step_back()
    assert view.cut == WHOLE


def test_without_a_picture_nothing_can_be_marked(desktop: Desktop, qtbot: QtBot) -> None:
    empty = CutView(desktop.themes)
    qtbot.addWidget(empty)
    empty.resize(200, 200)
    empty.show()
    drag(empty, (20, 20), (100, 100))
    QTest.keyClick(empty, Qt.Key.Key_Minus)
    empty.turn(1)
    assert empty.cut == WHOLE


def test_what_lies_outside_the_frame_is_dimmed_and_the_handles_are_seen(view: CutView) -> None:
    view.choose(Cut(Box(0.25, 0.25, 0.75, 0.75)))
    seen = view.grab().toImage()
    scale = seen.width() / 400
    assert seen.pixelColor(int(40 * scale), int(200 * scale)).lightness() < 160
    assert seen.pixelColor(int(200 * scale), int(200 * scale)) == QColor("white")
    assert seen.pixelColor(int(100 * scale), int(140 * scale)) != QColor("white")
