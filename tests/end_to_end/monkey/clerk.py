"""A clerk who does anything: what can be pressed is pressed, what can be typed into is typed into.

Everything is chosen by one source of chance from what the window offers at that moment; what was chosen is
written down as an :class:`Act`, by which the run is played again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QMenuBar,
    QScrollBar,
    QTabBar,
    QTableView,
    QWidget,
)

from tests.end_to_end.monkey.acts import Act, Kind, way_to

CONTROLS = (QAbstractButton, QLineEdit, QAbstractItemView, QComboBox, QTabBar, QMenuBar)
SIZES = ("1024x700", "1366x768", "1920x1080", "960x640", "1240x800")
KEYS = (
    *("Return",) * 6,
    *("Escape",) * 4,
    *("Tab", "Shift+Tab", "Down", "Up", "Left", "Right") * 3,
    *("Space", "Del", "Backspace", "Home", "End", "PgDown", "PgUp", "F1", "F2", "F5", "F10"),
    *("Ctrl+Z",) * 4,
    *("Ctrl+Y", "Ctrl+Shift+Z", "Ctrl+A", "Ctrl+C", "Ctrl+F", "Ctrl+N", "Ctrl+K", "Ctrl+Return", "Ctrl+O"),
    *("Ctrl+V",) * 4,
    *(f"Ctrl+{number}" for number in range(1, 7)),
    *"12345",
    *"RWICNLGFE+-?/",
    "Alt+1",
    "Shift+Down",
    "Shift+Tab",
)
WORDS = (
    "Apple", "ju", "Oat milk", "苹果", "绿茶", "zzzz", "2000000010014", "2000000010021", "4006381333931",
    "0", "1", "3", "12", "+1", "-1", "0.5", "1,25", "99999999", "-10 %", "A1", "new", "a b c", "'\"<b>%",
    "Sign", "tea\n", "7\n", "2\n", "Apple\n", "2000000010014\n", "4006381333931\n", "nothing\n",
)  # fmt: skip
TREATS = (
    "files:0-0.png", "files:1-0.png", "files:2-0.png", "files:0-0.png|3-0.png", "files:unknown.png",
    "files:broken.jpg", "files:table.csv", "files:shelf", "picture:1-1.png", "picture:unknown.png",
    "text:Apple", "files:notes.txt",
)  # fmt: skip

HABITS = (
    "Escape > Escape > Ctrl+1 > copy PICTURE > Ctrl+V > 1",
    "Escape > Ctrl+1 > copy PICTURE > Ctrl+V > N > Return",
    "Escape > Ctrl+1 > type Apple > Return > Escape",
    "Escape > Ctrl+2 > Down > F2 > type Plum > Return > Ctrl+Z",
    "Escape > Ctrl+2 > Ctrl+A > Del > Ctrl+Z",
    "Escape > Ctrl+3 > Space > type fruit > Return",
    "Escape > Ctrl+4 > Return > type 2000000010014 > Return > type 7 > Return",
    "Escape > Ctrl+4 > Return > type Oat milk > Return > type 4 > Return > Ctrl+Return > Ctrl+Return",
    "Escape > Ctrl+I > Return > Escape",
)
"""What clerks do again and again, and chance alone hardly ever in this order."""


class Clerk:
    """Chooses the next act."""

    def __init__(self, seed: int) -> None:
        self._chance = Random(seed)
        self._planned: list[Act] = []

    def next(self) -> Act:
        """What is done next in the window that is in front."""
        if self._planned:
            return self._planned.pop(0)
        top = _front()
        if top is None:
            return Act("key", what="Escape")
        kinds: tuple[tuple[int, Callable[[QWidget], Act]], ...] = (
            (40, self._press),
            (25, self._key),
            (14, self._type),
            (6, self._drop),
            (4, self._copy),
            (5, self._wheel),
            (3, self._hover),
            (4, self._drag),
            (2, self._resize),
            (4, self._habit),
        )
        (make,) = self._chance.choices([make for _, make in kinds], [weight for weight, _ in kinds])
        return replace(make(top), hasty=self._chance.random() < 0.3)

    def _press(self, top: QWidget) -> Act:
        kind: Kind = self._chance.choices(("click", "double", "menu"), (16, 2, 1))[0]
        if isinstance(top, QMenu):
            return self._in_menu(top)
        controls = _controls(top)
        if not controls or self._chance.random() < 0.1:
            return self._anywhere(top, kind)
        widget = self._chance.choice(controls)
        if isinstance(widget, QAbstractItemView):
            return self._in_list(widget, kind)
        if isinstance(widget, QMenuBar):
            return self._in_menu_bar(widget)
        if isinstance(widget, QTabBar):
            return _at(widget, widget.tabRect(self._chance.randrange(max(1, widget.count()))).center(), kind)
        return Act(kind, way_to(widget))

    def _in_list(self, view: QAbstractItemView, kind: Kind) -> Act:
        """One of the rows that can be seen."""
        viewport, model = view.viewport(), view.model()
        if model is None or not model.rowCount() or self._chance.random() < 0.15:
            return Act(kind, way_to(viewport), self._chance.random(), self._chance.random())
        for _ in range(5):
            row = self._chance.randrange(model.rowCount())
            column = self._chance.randrange(model.columnCount()) if isinstance(view, QTableView) else 0
            shown = view.visualRect(model.index(row, column)) & viewport.rect()
            if not shown.isEmpty():
                return _at(viewport, shown.center(), kind)
        return Act(kind, way_to(viewport), self._chance.random(), self._chance.random())

    def _in_menu(self, menu: QMenu) -> Act:
        offered = [
            action
            for action in menu.actions()
            if action.isEnabled() and action.isVisible() and not action.isSeparator()
        ]
        if not offered or self._chance.random() < 0.2:
            return Act("key", what="Escape")
        return _at(menu, menu.actionGeometry(self._chance.choice(offered)).center(), "click")

    def _in_menu_bar(self, bar: QMenuBar) -> Act:
        offered = [action for action in bar.actions() if action.isEnabled() and action.isVisible()]
        if not offered:
            return Act("click", way_to(bar))
        return _at(bar, bar.actionGeometry(self._chance.choice(offered)).center(), "click")

    def _anywhere(self, top: QWidget, kind: Kind) -> Act:
        place = QPoint(
            self._chance.randrange(max(1, top.width())), self._chance.randrange(max(1, top.height()))
        )
        return _at(top, place, kind)

    def _key(self, _top: QWidget) -> Act:
        return Act("key", what=self._chance.choice(KEYS))

    def _type(self, _top: QWidget) -> Act:
        text = self._chance.choice(WORDS)
        if text.endswith("\n"):
            self._planned.append(Act("key", what="Return"))
        return Act("type", what=text.rstrip("\n"), hasty=True)

    def _drop(self, top: QWidget) -> Act:
        return replace(self._anywhere(top, "drop"), what=self._chance.choice(TREATS))

    def _copy(self, _top: QWidget) -> Act:
        self._planned.append(Act("key", what="Ctrl+V"))
        return Act("copy", what=self._chance.choice(TREATS))

    def _wheel(self, top: QWidget) -> Act:
        controls = _controls(top)
        act = (
            Act("wheel", way_to(self._chance.choice(controls))) if controls else self._anywhere(top, "wheel")
        )
        return replace(act, steps=self._chance.choice((-3, -1, 1, 3)))

    def _hover(self, top: QWidget) -> Act:
        return self._anywhere(top, "hover")

    def _drag(self, top: QWidget) -> Act:
        act = self._anywhere(top, "drag")
        return replace(act, to_x=self._chance.random(), to_y=self._chance.random())

    def _resize(self, top: QWidget) -> Act:
        main = next((one for one in QApplication.topLevelWidgets() if _is_main(one)), top)
        return Act("resize", way_to(main), what=self._chance.choice(SIZES))

    def _habit(self, _top: QWidget) -> Act:
        picture = self._chance.choice(TREATS[:6])
        first, *rest = map(_habitual, self._chance.choice(HABITS).replace("PICTURE", picture).split(" > "))
        self._planned.extend(rest)
        return first


def _habitual(words: str) -> Act:
    """``type Apple``, ``copy files:0-0.png`` or a key."""
    kind, _, rest = words.partition(" ")
    return (
        Act("type", what=rest)
        if kind == "type"
        else Act("copy", what=rest)
        if rest
        else Act("key", what=kind)
    )


def _front() -> QWidget | None:
    """What a hand can reach: an open menu or list, else a dialog, else the window."""
    return QApplication.activePopupWidget() or QApplication.activeModalWidget() or _main_or_active()


def _main_or_active() -> QWidget | None:
    active = QApplication.activeWindow()
    if active is not None and active.isVisible():
        return active
    return next((one for one in QApplication.topLevelWidgets() if _is_main(one)), None)


def _is_main(widget: QWidget) -> bool:
    return type(widget).__name__ == "MainWindow" and widget.isVisible()


def _controls(top: QWidget) -> list[QWidget]:
    """What can be pressed or typed into, and is on the screen."""
    found = list[QWidget]()
    for kind in CONTROLS:
        found += [
            one for one in top.findChildren(kind) if one.isVisible() and one.isEnabled() and _is_seen(one)
        ]
    return [one for one in found if one.window() is top and not isinstance(one, QScrollBar)]


def _is_seen(widget: QWidget) -> bool:
    return not widget.visibleRegion().isEmpty()


def _at(widget: QWidget, place: QPoint, kind: Kind) -> Act:
    """At that place, on the innermost widget there."""
    inner = widget.childAt(place) or widget
    inside = inner.mapFrom(widget, place) if inner is not widget else place
    area = QRect(QPoint(), inner.size())
    return Act(
        kind,
        way_to(inner),
        round(inside.x() / max(1, area.width()), 3),
        round(inside.y() / max(1, area.height()), 3),
    )
