"""Lessons that begin by themselves: when nobody works, on mains power, if there is enough that is new.

Nothing is asked and nothing is in the way: the lesson lets searches pass as any bulk work does, and whoever
closes the window loses nothing that another idle hour would not make again.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

from core.hub.membership import membership
from core.learning.due import is_lesson_due
from desktop_app.background.power import on_battery
from desktop_app.engine.shop_jobs import ShopJobs

if TYPE_CHECKING:
    from core.shop.shop import Shop
    from desktop_app.background.preferences import Preferences

IDLE_SECONDS = 120.0
"""So long nobody has touched a key or the mouse."""

OTHERS_EVERY_S = 3600.0
"""So seldom the hub is asked for lessons of other stores."""

_LOOK_MS = 60_000
_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.Drop,
    }
)


class IdleLessons(QObject):
    """Watches for the hour; lives on the GUI thread."""

    due = Signal()
    """A quick lesson should be given now."""
    others_due = Signal()
    """What other stores offer at the hub should be examined now."""

    def __init__(
        self,
        jobs: ShopJobs,
        preferences: Preferences,
        is_busy: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        """Watch from now on.

        Args:
            is_busy: whether a lesson or a walk is under way.
        """
        super().__init__(parent)
        self._jobs, self._preferences, self._is_busy = jobs, preferences, is_busy
        self._asking = False
        self._others_asked = -OTHERS_EVERY_S
        self.touched = time.monotonic()
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self.consider)
        self._timer.start()
        # What is done comes in by the window that has the keys. To look at every event of every widget would
        # cost a fifth of a second where a thousand of them are told of another look.
        QGuiApplication.instance().focusWindowChanged.connect(self._watch)  # type: ignore[union-attr]
        self._watch(QGuiApplication.focusWindow())

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note when somebody works; nothing is kept from anybody."""
        if event.type() in _TOUCHES:
            self.touched = time.monotonic()
        return super().eventFilter(watched, event)

    def consider(self) -> None:
        """Ask the shop whether a lesson is due, if this is the hour for one."""
        if self._asking or not self._is_the_hour():
            return
        self._asking = True
        self._jobs.run(lambda shop, _report: _what_is_due(shop), success=self._on_told, failure=self._on_not)

    def _is_the_hour(self) -> bool:
        return (
            self._preferences.settings.learn_when_idle
            and time.monotonic() - self.touched >= IDLE_SECONDS
            and not self._is_busy()
            and not on_battery()
        )

    def _on_told(self, told: tuple[bool, bool]) -> None:
        is_due, has_joined = told
        self._asking = False
        if not self._is_the_hour():
            return
        if is_due:
            self.due.emit()
        elif has_joined and time.monotonic() - self._others_asked >= OTHERS_EVERY_S:
            self._others_asked = time.monotonic()
            self.others_due.emit()

    def _on_not(self, _failure: object) -> None:
        self._asking = False


def _what_is_due(shop: Shop) -> tuple[bool, bool]:
    """Whether a lesson is, and whether there are other stores that may offer some."""
    return is_lesson_due(shop), shop.writable and membership(shop.catalog) is not None
