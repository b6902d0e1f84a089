"""The menus of the window: File, Shop, View and Help; filled by the pages and by whoever offers something."""

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
        self._window = window
        self._shops: QMenu | None = None
        self._looks = looks
        self._file, self._view, self._help = QMenu(window), QMenu(window), QMenu(window)
        self.quit = QAction(window)
        self._before_quit = self._file.addSeparator()
        self.quit.setShortcut(QKeySequence.StandardKey.Quit)
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)
        self._file.addAction(self.quit)
        self._view.addSeparator()
        for menu in looks.all():
            self._view.addMenu(menu)
        for menu in (self._file, self._view, self._help):
            window.menuBar().addMenu(menu)
        self._help.menuAction().setVisible(False)

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

    def add_shops(self, menu: QMenu) -> None:
        """What can be done with shops as a whole."""
        self._shops = menu
        self._window.menuBar().insertMenu(self._view.menuAction(), menu)

    def add_help(self, actions: Iterable[QAction]) -> None:
        """What the Help menu has; it is not shown before there is something in it."""
        self._help.addActions(list(actions))
        self._help.menuAction().setVisible(True)

    def actions(self) -> Iterator[tuple[str, QAction]]:
        """Every action of the menus, with its menu's title."""
        for menu in (self._file, self._shops, self._view, self._help):
            if menu is None:
                continue
            for action in menu.actions():
                if not action.isSeparator() and action.menu() is None:
                    yield menu.title().replace("&", ""), action

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self._file.setTitle(self.tr("&File"))
        self._view.setTitle(self.tr("&View"))
        self._help.setTitle(self.tr("&Help"))
        self.quit.setText(self.tr("Quit"))
        self._looks.retranslate()
