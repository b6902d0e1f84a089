"""The action that shows the shop's tags, over whichever page is in front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from desktop_app.pages.shop_page import PageServices
    from desktop_app.pages.tagging.managing.dialog import TagDialog


class ManageTags(QAction):
    """Off until a shop is open; the dialog is made when it is wanted for the first time."""

    tags_changed = Signal()
    closed = Signal()

    def __init__(self, services: PageServices, page: QWidget) -> None:
        super().__init__(page)
        self._services = services
        self._page = page
        self.dialog: TagDialog | None = None
        self.setShortcut(QKeySequence("Ctrl+T"))
        self.setEnabled(False)
        self.triggered.connect(self.show_tags)
        services.news.tags_wanted.connect(self.trigger)

    def show_tags(self) -> None:
        """Show the tags as they are now."""
        if self.dialog is None:
            from desktop_app.pages.tagging.managing.dialog import TagDialog

            self.dialog = TagDialog(self._services, self._page.window())
            self.dialog.changed.connect(self.tags_changed)
            self.dialog.finished.connect(lambda _result: self.closed.emit())
        self.dialog.show_tags()

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.setText(self.tr("Manage tags…"))
        self.setToolTip(self.tr("Rename tags, merge them, remove them"))
