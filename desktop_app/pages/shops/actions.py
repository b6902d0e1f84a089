"""What can be done with shops as a whole: another one, a new one, another name; as actions of a menu."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox, QWidget

from core import paths
from desktop_app.background.preferences import Preferences
from desktop_app.engine.jobs import Jobs
from desktop_app.engine.shop_choice import ShopWish, Way, gone, is_demo
from desktop_app.look.language import in_words
from desktop_app.look.tool_tip import plain_tip
from desktop_app.widgets.file_dialog import FileDialog
from desktop_app.widgets.message_box import MessageBox

if TYPE_CHECKING:
    from desktop_app.pages.shops.new_shop_dialog import NewShopDialog
    from desktop_app.pages.shops.rename_dialog import RenameDialog


class ShopActions(QObject):
    """The window's menu of shops; the start and the settings offer the same actions.

    Args:
        fixed: the administrator decided which shop it is.
    """

    wanted = Signal(object)
    """ShopWish"""
    list_changed = Signal()
    """Other shops are remembered than before."""

    def __init__(self, jobs: Jobs, preferences: Preferences, window: QWidget, *, fixed: bool) -> None:
        super().__init__(window)
        self._jobs = jobs
        self._preferences = preferences
        self._window = window
        self._fixed = fixed
        self.folder: Path | None = None
        self.new, self.open, self.rename, self.demo = (QAction(self) for _ in range(4))
        self.new.setShortcut(QKeySequence("Ctrl+Shift+N"))
        self.menu = QMenu(window)
        self.menu.setToolTipsVisible(True)
        self.menu.addActions([self.new, self.open, self.rename])
        self._before_known = self.menu.addSection("")
        self.menu.addAction(self.demo)
        self.menu.aboutToShow.connect(self._list_known)
        self._known: list[QAction] = []
        self.new.triggered.connect(lambda _checked: self.ask_for_new())
        self.open.triggered.connect(self.ask_for_shop)
        self.rename.triggered.connect(self.ask_for_name)
        self.demo.triggered.connect(lambda: self.open_shop(paths.demo_shop()))
        self.show_folder(None)
        self.retranslate()

    def show_folder(self, folder: Path | None) -> None:
        """The shop in this folder is open, or about to be; None at the start."""
        self.folder = folder
        for action in (self.new, self.open, self.demo):
            action.setEnabled(not self._fixed)
        self.rename.setEnabled(folder is not None and not self._fixed and not is_demo(folder))

    def known(self) -> tuple[str, ...]:
        """Folders of the shops that were open before, the last one first, without the one that is open."""
        if self._fixed:
            return ()
        own = str(self.folder) if self.folder is not None else ""
        return tuple(known for known in self._preferences.settings.recent_shops if known != own)

    def open_shop(self, folder: Path) -> None:
        """Work in the shop in ``folder``; where it is gone, say so and offer to take it from the list."""
        if folder.absolute() == self.folder:
            return

        def go(is_there: bool) -> None:
            if is_there:
                self.wanted.emit(ShopWish(folder.absolute()))
            else:
                self._say_gone(folder)

        self._jobs.run(lambda _report: is_demo(folder.absolute()) or folder.is_dir(), success=go)

    def forget(self, folder: Path) -> None:
        """Take a shop from the list; its folder is not touched."""
        settings = self._preferences.settings
        others = tuple(known for known in settings.recent_shops if known != str(folder))
        self._preferences.change(replace(settings, recent_shops=others))
        self.list_changed.emit()

    def ask_for_new(self, way: Way = "table", why: Callable[[], str] = lambda: "") -> NewShopDialog:
        """Ask for all that a new shop needs; see :class:`NewShopDialog`."""
        from desktop_app.pages.shops.new_shop_dialog import NewShopDialog  # after the first paint

        return self._open(NewShopDialog(self._jobs, way, why, parent=self._window))

    def ask_for_restored(self, backup: Path) -> NewShopDialog:
        """Ask what the new shop is to be called that is made of ``backup``, and where it is to lie."""
        from desktop_app.pages.shops.new_shop_dialog import NewShopDialog  # after the first paint

        dialog = NewShopDialog(self._jobs, backup=backup, parent=self._window)
        if self.folder is not None and not is_demo(self.folder):
            dialog.show_place(self.folder.parent)
        return self._open(dialog)

    def _open(self, dialog: NewShopDialog) -> NewShopDialog:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.wanted.connect(self.wanted)
        title = self.tr("Choose where the shop's folder is to lie")
        dialog.place_wanted.connect(
            lambda: self._ask_for_folder(title, dialog.show_place, dialog, dialog.place)
        )
        dialog.open()
        return dialog

    def why_not_in_the_demo(self) -> str:
        """Why a new shop is asked for where somebody wanted to bring products in."""
        return self.tr(
            "This is the demo shop, made for trying. Your own products begin in a shop of your own."
        )

    def ask_for_shop(self) -> None:
        """Ask for the folder of a shop."""
        beside = self.folder.parent if self.folder is not None else None
        self._ask_for_folder(self.tr("Choose the folder of a shop"), self.open_shop, self._window, beside)

    def ask_for_name(self) -> RenameDialog | None:
        """Ask for another name of the shop that is open."""
        from desktop_app.pages.shops.rename_dialog import RenameDialog  # after the first paint

        if self.folder is None:
            return None
        dialog = RenameDialog(self._jobs, self.folder, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.wanted.connect(self.wanted)
        dialog.open()
        return dialog

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.menu.setTitle(self.tr("&Shop"))
        self.new.setText(self.tr("New shop…"))
        self.open.setText(self.tr("Open another shop…"))
        self.rename.setText(self.tr("Rename…"))
        self.demo.setText(self.tr("Demo shop"))
        self._before_known.setText(self.tr("Opened before"))

    def _list_known(self) -> None:
        """The shops of now, each with its folder; the demo has a line of its own."""
        for action in self._known:
            self.menu.removeAction(action)
            action.deleteLater()
        self._known = []
        for folder in map(Path, self.known()):
            if is_demo(folder):
                continue
            action = QAction(folder.name.replace("&", "&&"), self)
            action.setToolTip(plain_tip(str(folder)))
            action.triggered.connect(lambda _checked=False, chosen=folder: self.open_shop(chosen))
            self.menu.insertAction(self.demo, action)
            self._known.append(action)
        self.demo.setVisible(self.folder is None or not is_demo(self.folder))

    def _say_gone(self, folder: Path) -> None:
        box = MessageBox(
            QMessageBox.Icon.Warning,
            in_words(gone(folder)),
            self._window,
            QMessageBox.StandardButton.Cancel,
        )
        look = box.addButton(self.tr("Look for it…"), QMessageBox.ButtonRole.ActionRole)
        look.clicked.connect(self.ask_for_shop)
        if str(folder) in self._preferences.settings.recent_shops:
            forget = box.addButton(self.tr("Take it from the list"), QMessageBox.ButtonRole.DestructiveRole)
            forget.clicked.connect(lambda: self.forget(folder))
        box.setDefaultButton(look)
        box.open()

    @staticmethod
    def _ask_for_folder(
        title: str, chosen: Callable[[Path], None], parent: QWidget, start: Path | None
    ) -> None:
        dialog = FileDialog(parent, title, "shops", start)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda folder: chosen(Path(folder)))
        dialog.open()
