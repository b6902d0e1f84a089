"""The mouse wheel scrolls; what lies under the pointer stays as it was chosen."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QDial, QSlider, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

import desktop_app
from tests.desktop_app.real_shop import window_on
from tests.painted_shop import make_shop

pytestmark = pytest.mark.qt_log_ignore("PulseAudio", "propagateSizeHints")


def turn(widget: QWidget, by: int) -> bool:
    """Turn the wheel over the middle of the widget; whether it left that to what scrolls."""
    place = QPointF(widget.rect().center())
    event = QWheelEvent(
        place,
        widget.mapToGlobal(place),
        QPoint(),
        QPoint(0, by),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)
    return not event.isAccepted()


def test_the_wheel_changes_no_choice_and_no_number_on_any_page(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    shop = make_shop(tmp_path / "shop", products=2, counter_photos=0)
    with window_on(shop, qapp, qtbot) as desktop:
        boxes: list[QComboBox | QSpinBox] = []
        for page in desktop.window.pages:
            desktop.window.show_page(page.name)
            qtbot.wait(10)
            boxes += page.findChildren(QComboBox) + page.findChildren(QSpinBox)
            assert not page.findChildren(QSlider) and not page.findChildren(QDial)
        choices = [box for box in boxes if isinstance(box, QComboBox)]
        assert len(choices) >= 10
        language, device = desktop.languages.choice, desktop.preferences.settings.device
        for box in boxes:
            desktop.window.setFocus()
            before = box.currentIndex() if isinstance(box, QComboBox) else box.value()
            for by in (-120, 120, 120):
                assert turn(box, by) or not box.isEnabled(), box.accessibleName()
            assert before == (box.currentIndex() if isinstance(box, QComboBox) else box.value())
            assert not box.focusPolicy() & Qt.FocusPolicy.WheelFocus & ~Qt.FocusPolicy.StrongFocus
        assert (desktop.languages.choice, desktop.preferences.settings.device) == (language, device)


def test_every_box_of_the_window_is_of_the_kind_that_lets_the_wheel_pass() -> None:
    kinds = "|".join(kind.__name__ for kind in (QComboBox, QSpinBox, QAbstractSpinBox, QSlider, QDial))
    made = re.compile(rf"\b(?:{kinds}|QDoubleSpinBox|QDateEdit|QDateTimeEdit|QTimeEdit)\(")
    root = Path(desktop_app.__file__).parent
    files = [file for file in root.rglob("*.py") if made.search(file.read_text(encoding="utf-8"))]
    assert files == []
