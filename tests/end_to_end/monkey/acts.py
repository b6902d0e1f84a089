"""What a clerk can do to a window, each thing written down so that it can be done again.

An act names the widget by its way down from the window, and the place on it in shares of its size: a run that
is shortened, or played in a window of another size, still hits what was meant. Everything goes in at the
platform's edge (QTest on the native window), so that a modal dialog, a menu or a drop-down list is in the way
exactly as it is for a hand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any, Literal

from PySide6.QtCore import QMimeData, QPoint, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QInputMethodEvent,
    QKeySequence,
    QWindow,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from shiboken6 import isValid

Kind = Literal["click", "double", "menu", "drag", "hover", "wheel", "key", "type", "drop", "copy", "resize"]
PASSIVE: frozenset[Kind] = frozenset({"hover", "wheel", "copy", "resize"})
"""What never says that anything is to be changed."""
_NO_KEY = Qt.KeyboardModifier.NoModifier


@dataclass(frozen=True, slots=True)
class Act:
    """One thing done.

    Attributes:
        where: the widget, from its window down: ``MainWindow/SideBar:0/QToolButton:2``; "" for the keyboard.
        x, y: the place on it, in shares of its size; a drag ends at ``to_x``, ``to_y``.
        what: a key sequence in Qt's portable words; typed text; what is dropped (see :func:`mime_of`); a size
            ("1024x700").
        steps: of the wheel.
        hasty: whether the next act does not wait for what this one set going.
    """

    kind: Kind
    where: str = ""
    x: float = 0.5
    y: float = 0.5
    to_x: float = 0.5
    to_y: float = 0.5
    what: str = ""
    steps: int = 0
    hasty: bool = False

    def told(self) -> dict[str, Any]:
        """As it is written down: only what differs from the usual."""
        usual = asdict(Act("click"))
        return {name: value for name, value in asdict(self).items() if name == "kind" or value != usual[name]}


Deliver = Callable[[Callable[[], object]], None]
"""Hands one event to the program, and measures what it does with it."""


def do(act: Act, files: Path, deliver: Deliver) -> bool:
    """Do it; False if there is nothing to do it to.

    Args:
        files: the folder whose files are dropped and copied.
    """
    if act.kind in ("key", "type"):
        return _on_keyboard(act, deliver)
    if act.kind == "copy":
        QGuiApplication.clipboard().setMimeData(mime_of(act.what, files))
        return True
    widget = find(act.where)
    if widget is None:
        return False
    if act.kind == "resize":
        size = QSize(*map(int, act.what.split("x")))
        deliver(widget.showNormal)
        deliver(lambda: widget.resize(size))
        return True
    if act.kind == "drop":
        return _drop(act, widget, mime_of(act.what, files), deliver)
    return _by_mouse(act, widget, deliver)


def _by_mouse(act: Act, widget: QWidget, deliver: Deliver) -> bool:
    window, place = _native(widget, act.x, act.y)
    if window is None:
        return False
    _, end = _native(widget, act.to_x, act.to_y)
    for event in _mouse_events(act, window, place, end):
        if not isValid(window):  # the one before closed it
            break
        deliver(event)
    return True


def _mouse_events(act: Act, window: QWindow, place: QPoint, end: QPoint) -> Iterator[Callable[[], object]]:
    left, right = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
    match act.kind:
        case "click" | "double":
            yield lambda: QTest.mouseClick(window, left, _NO_KEY, place)
            if act.kind == "double":
                yield lambda: QTest.mouseDClick(window, left, _NO_KEY, place)
        case "menu":
            yield lambda: QTest.mouseClick(window, right, _NO_KEY, place)
        case "hover":
            yield lambda: QTest.mouseMove(window, place)
        case "wheel":
            yield lambda: QTest.wheelEvent(window, QPointF(place), QPoint(0, 120 * act.steps))
        case "drag":
            yield lambda: QTest.mousePress(window, left, _NO_KEY, place)
            for share in (0.3, 0.7, 1.0):
                yield partial(QTest.mouseMove, window, place + (end - place) * share)
            yield lambda: QTest.mouseRelease(window, left, _NO_KEY, end)


def _on_keyboard(act: Act, deliver: Deliver) -> bool:
    if _with_the_keys() is None:
        return False
    if act.kind == "key":
        keys = QKeySequence.fromString(act.what, QKeySequence.SequenceFormat.PortableText)[0]  # type: ignore[index]
        deliver(lambda: _key(keys.key(), keys.keyboardModifiers()))
    else:
        for letter in act.what:
            deliver(partial(_letter, letter))
    return True


def _key(key: int, modifiers: Qt.KeyboardModifier) -> None:
    window = _with_the_keys()
    if window is not None and isValid(window):  # a menu's, that has just closed
        QTest.keyPress(window, key, modifiers)
    if window is not None and isValid(window):  # the key may have closed it
        QTest.keyRelease(window, key, modifiers)


def _with_the_keys() -> QWindow | None:
    """The native window that gets the keys; without a desktop a closed menu gives them back to none."""
    top = QApplication.activePopupWidget() or QApplication.activeModalWidget() or QApplication.activeWindow()
    return QGuiApplication.focusWindow() or (top.windowHandle() if top is not None else None)


def _letter(letter: str) -> None:
    receiver = QGuiApplication.focusObject()
    if letter.isascii():
        shift = Qt.KeyboardModifier.ShiftModifier if letter.isupper() else _NO_KEY
        _key(ord(letter.upper()), shift)
    elif receiver is not None:  # as an input method does
        event = QInputMethodEvent()
        event.setCommitString(letter)
        QApplication.sendEvent(receiver, event)


def _drop(act: Act, widget: QWidget, mime: QMimeData, deliver: Deliver) -> bool:
    """On the innermost widget there that takes it, as the platform's own drags do."""
    modal = QApplication.activeModalWidget()
    if QApplication.activePopupWidget() or (modal is not None and widget.window() is not modal):
        return False
    inside = QPoint(int(act.x * widget.width()), int(act.y * widget.height()))
    target: QWidget | None = widget
    while target is not None and target is not target.window():
        place = widget.mapTo(target, inside) if target is not widget else inside
        if target.acceptDrops() and _take(target, place, mime, deliver):
            return True
        target = target.parentWidget()
    return False


def _take(target: QWidget, place: QPoint, mime: QMimeData, deliver: Deliver) -> bool:
    """Drop it on this widget, if that takes it."""
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(place, copy, mime, left, _NO_KEY)
    move = QDragMoveEvent(place, copy, mime, left, _NO_KEY)
    dropped = QDropEvent(QPointF(place), copy, mime, left, _NO_KEY)
    deliver(lambda: QApplication.sendEvent(target, enter))
    if not enter.isAccepted():
        return False
    deliver(lambda: QApplication.sendEvent(target, move))
    deliver(lambda: QApplication.sendEvent(target, dropped))
    return True


def mime_of(what: str, files: Path) -> QMimeData:
    """What a file manager or a browser gives: files (names parted by a bar), a picture, words."""
    mime = QMimeData()
    kind, _, rest = what.partition(":")
    if kind == "files":
        mime.setUrls([QUrl.fromLocalFile(str(files / name)) for name in rest.split("|")])
    elif kind == "picture":
        mime.setImageData(QImage(str(files / rest)))
    else:
        mime.setText(rest)
    return mime


# Widgets by their way down


def way_to(widget: QWidget) -> str:
    """The widget's way down from its window."""
    steps = list[str]()
    here: QWidget | None = widget
    while here is not None:
        parent = None if here.isWindow() else here.parentWidget()
        steps.append(_step(here, _children(parent)) if parent is not None else type(here).__name__)
        here = parent
    return "/".join(reversed(steps))


def find(way: str) -> QWidget | None:
    """The widget at the end of the way, if it can be seen."""
    first, *rest = way.split("/")
    tops = [one for one in QApplication.topLevelWidgets() if one.isVisible() and type(one).__name__ == first]
    for here in tops:
        widget: QWidget | None = here
        for step in rest:
            name, _, number = step.rpartition(":")
            same = [child for child in _children(widget) if type(child).__name__ == name]
            widget = same[int(number)] if int(number) < len(same) else None
            if widget is None:
                break
        if widget is not None and widget.isVisible():
            return widget
    return None


def _step(widget: QWidget, siblings: Sequence[QWidget]) -> str:
    same = [one for one in siblings if type(one) is type(widget)]
    return f"{type(widget).__name__}:{same.index(widget)}"


def _children(parent: QWidget | None) -> list[QWidget]:
    if parent is None:
        return []
    if isinstance(parent, QStackedWidget):  # its children change places whenever another one is shown
        return [page for number in range(parent.count()) if (page := parent.widget(number)) is not None]
    return [child for child in parent.children() if isinstance(child, QWidget) and not child.isWindow()]


def _native(widget: QWidget, x: float, y: float) -> tuple[QWindow | None, QPoint]:
    """The native window and the place in it, never outside."""
    top = widget.window()
    place = widget.mapTo(top, QPoint(int(x * widget.width()), int(y * widget.height())))
    inside = QPoint(min(max(place.x(), 0), top.width() - 1), min(max(place.y(), 0), top.height() - 1))
    return top.windowHandle(), inside
