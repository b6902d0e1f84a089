"""Words that do not fit where they stand: a widget's own wish for space, compared with the space it has."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QToolButton,
    QWidget,
)

from desktop_app.pages.shop_page import ShopPage

_ELLIPSIS = "…"
_RING = 2
"""Pixels that the mark of the focus, or of what Enter does, adds to a button."""
_TOLERANCE = 1
"""Pixels that a font's rounding may take."""


def misfits(root: QWidget) -> list[str]:
    """What of ``root`` cannot be read whole. Words that are shortened on purpose have a tool tip with all."""
    found = []
    for page in root.findChildren(ShopPage):
        needed, there = page.minimumSizeHint(), page.size()
        if page.isVisible() and needed != needed.boundedTo(there):
            found.append(f"{page.name} needs {needed.toTuple()} of {there.toTuple()}")
    for area in root.findChildren(QScrollArea):
        beyond = area.horizontalScrollBar().maximum()
        if area.isVisible() and beyond > 0:
            found.append(f"{_name(area)}: what scrolls is {beyond} wider than its room")
    for kind in (QLabel, QAbstractButton, QComboBox, QLineEdit, QTabBar):
        for widget in root.findChildren(kind):
            if widget.isVisible() and not _is_part(widget):
                found += [f"{_name(widget)}: {why}" for why in _reasons(widget)]
    return found


def _reasons(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel):
        yield from _of_label(widget)
    elif isinstance(widget, QAbstractButton):
        yield from _of_button(widget)
    elif isinstance(widget, QComboBox):
        yield from _of_choice(widget)
    elif isinstance(widget, QLineEdit):
        wanted = widget.fontMetrics().horizontalAdvance(widget.placeholderText())
        room = widget.contentsRect().width() - widget.textMargins().left() - widget.textMargins().right()
        if wanted > room + _TOLERANCE and not widget.text():
            yield f"the hint {widget.placeholderText()!r} needs {wanted} of {room}"
    elif isinstance(widget, QTabBar) and widget.sizeHint().width() > widget.width() + _TOLERANCE:
        yield f"the tabs need {widget.sizeHint().width()} of {widget.width()}"
    yield from _cut_off(widget)


def _of_label(label: QLabel) -> Iterator[str]:
    text = label.text()
    if not text or not label.pixmap().isNull():
        return
    if label.wordWrap():
        high = label.heightForWidth(label.width())
        if high > label.height() + _TOLERANCE:
            yield f"{text!r} needs {high} of {label.height()} in height at a width of {label.width()}"
        longest = label.minimumSizeHint().width()
        if longest > label.width() + _TOLERANCE and text.isascii():
            yield f"a word of {text!r} needs {longest} of {label.width()}"
        return
    wanted = label.sizeHint()
    if wanted.width() > label.width() + _TOLERANCE:
        yield f"{text!r} needs {wanted.width()} of {label.width()}"
    if wanted.height() > label.height() + _TOLERANCE:
        yield f"{text!r} needs {wanted.height()} of {label.height()} in height"
    if text.endswith(_ELLIPSIS) and _is_shortened(label):
        yield f"{text!r} is shortened, and no tool tip says it whole"


def _is_shortened(label: QLabel) -> bool:
    """Whether the dots stand for something: the label of a command may end in dots by itself."""
    return not label.toolTip() and label.sizePolicy().horizontalPolicy().name == "Ignored"


def _of_button(button: QAbstractButton) -> Iterator[str]:
    text = button.text()
    if not text or (
        isinstance(button, QToolButton) and button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
    ):
        return
    wanted = button.sizeHint()
    if wanted.width() > button.width() + _TOLERANCE:
        yield f"{text!r} needs {wanted.width()} of {button.width()}"
    if wanted.height() > button.height() + _RING:
        yield f"{text!r} needs {wanted.height()} of {button.height()} in height"


def _of_choice(box: QComboBox) -> Iterator[str]:
    if box.isEditable():
        return
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    room = box.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, box
    )
    wanted = box.fontMetrics().horizontalAdvance(box.currentText())
    if wanted > room.width() + _TOLERANCE and not box.toolTip():
        yield f"{box.currentText()!r} needs {wanted} of {room.width()}"


def _cut_off(widget: QWidget) -> Iterator[str]:
    """Whether it reaches beyond something that it lies in; what scrolls may."""
    inner, parent = QRect(widget.rect()), widget.parentWidget()
    here: QWidget = widget
    while parent is not None and not here.isWindow():
        inner.translate(here.pos())
        area = parent.parentWidget()
        if isinstance(area, QAbstractScrollArea):
            is_fixed = area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            if isinstance(area, QScrollArea) and is_fixed and inner.right() > parent.width() + 2:
                yield f"it reaches {inner.right() - parent.width()} beyond what does not scroll sideways"
            return
        if not parent.rect().adjusted(-2, -2, 2, 2).contains(inner):
            yield f"it is cut off by {type(parent).__name__}"
            return
        here, parent = parent, parent.parentWidget()


def _is_part(widget: QWidget) -> bool:
    """Whether it is an inner part of another control."""
    return widget.objectName().startswith("qt_") or isinstance(
        widget.parent(), QLineEdit | QComboBox | QAbstractSpinBox | QTabBar
    )


def _name(widget: QWidget) -> str:
    parent = widget.parentWidget()
    return f"{type(parent).__name__ if parent is not None else ''}/{type(widget).__name__}"
