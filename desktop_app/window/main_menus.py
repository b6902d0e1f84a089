"""The menus of the window: File, View and Help, filled by the pages and by whoever has something to offer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from desktop_app.window.look_menus import LookMenus


class MainMenus(QObject):
    """Puts the menus into the menu bar of ``window``."""

    def __init__(self, window: QMainWindow, looks: LookMenus) -> None:
        super().__init__(window)
        self._looks = looks
        self._file, self._view, self.help = QMenu(window), QMenu(window), QMenu(window)
        self.quit = QAction(window)
        self._before_quit = self._file.addSeparator()
        self.quit.setShortcut(QKeySequence.StandardKey.Quit)
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)
        self._file.addAction(self.quit)
        self._view.addSeparator()
        for menu in looks.all():
            self._view.addMenu(menu)
        for menu in (self._file, self._view, self.help):
            window.menuBar().addMenu(menu)

    def add_page(self, number: int, shortcut: QAction, actions: Sequence[QAction]) -> None:
        """The way to the page in this place of the View menu, and what it offers in the File menu."""
        self._view.insertAction(self._view.actions()[number], shortcut)
        for action in actions:
            self._file.insertAction(self._before_quit, action)
        if actions:
            self._before_quit = self._file.insertSeparator(self.quit)

    def add_imports(self, actions: Iterable[QAction]) -> None:
        """The ways products come into the shop, in the File menu."""
        for action in actions:
            self._file.insertAction(self._before_quit, action)

    def actions(self) -> Iterator[tuple[str, QAction]]:
        """Every action of the menus, with its menu's title."""
        for menu in (self._file, self._view, self.help):
            for action in menu.actions():
                if not action.isSeparator() and action.menu() is None:
                    yield menu.title().replace("&", ""), action

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self._file.setTitle(self.tr("&File"))
        self._view.setTitle(self.tr("&View"))
        self.help.setTitle(self.tr("&Help"))
        self.quit.setText(self.tr("Quit"))
        self._looks.retranslate()
