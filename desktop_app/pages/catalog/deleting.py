"""Deleting archived products for good: what would go is said before, for there is no undo."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox, QWidget

from core.catalog.edits.deletion import what_would_go
from desktop_app.engine.shop_jobs import ShopJobs
from desktop_app.pages.catalog.edit_words import named
from desktop_app.pages.catalog.editor import CatalogEditor
from desktop_app.widgets.question import ask

if TYPE_CHECKING:
    from core.catalog.edits.deletion import Deletion


class ProductDeletion(QObject):
    """Asks on ``page``, and has the editor carry it out."""

    def __init__(self, page: QWidget, jobs: ShopJobs, editor: CatalogEditor) -> None:
        super().__init__(page)
        self._page = page
        self._jobs = jobs
        self._editor = editor

    def ask(self, ids: Sequence[int]) -> None:
        """Look what would go, then ask."""
        if ids:
            self._jobs.run(
                lambda shop, _report: what_would_go(shop.catalog, ids),
                success=lambda deletion: self._ask(ids, deletion),
                failure=self._editor.refuse,
            )

    def _ask(self, ids: Sequence[int], deletion: Deletion) -> None:
        words = [
            self.tr("Delete {products} for good?").format(products=named(deletion.title, deletion.products)),
            self.tr("%n photo(s)", "", deletion.photos)
            + self.tr(" and %n stock movement(s) go with it, and every count.", "", deletion.movements),
            self.tr(
                "This cannot be undone. What lessons learned stays learned, and older backups hold what they "
                "held."
            ),
        ]
        ask(
            self._page.window(),
            "\n\n".join(words),
            self.tr("Delete for good"),
            lambda: self._editor.delete(ids),
            QMessageBox.ButtonRole.DestructiveRole,
        )
