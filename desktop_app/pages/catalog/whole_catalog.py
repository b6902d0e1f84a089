"""The dialogs that look through the whole catalog, or through what comes into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from desktop_app.pages.catalog.actions import CatalogActions
from desktop_app.pages.catalog.listing import CatalogListing
from desktop_app.pages.shop_page import PageServices, ShopPage

if TYPE_CHECKING:
    from desktop_app.camera.camera import CameraWatch
    from desktop_app.pages.catalog.tracing.dialog import TracingDialog


class WholeCatalog(QObject):
    """Opens each when its action asks for it; what they bring with them is loaded only then."""

    changed = Signal()
    """Products, stock or findings are others than before."""

    def __init__(
        self, page: ShopPage, acts: CatalogActions, listing: CatalogListing, services: PageServices
    ) -> None:
        super().__init__(page)
        self.camera_watch: CameraWatch | None = None
        self._page, self._listing, self._services = page, listing, services
        self._tracing: TracingDialog | None = None
        for action, slot in (
            (acts.delivery, self._show_delivery),
            (acts.duplicates, self._show_duplicates),
            (acts.moderation, self.show_moderation),
            (acts.trace, self._show_tracing),
        ):
            action.triggered.connect(lambda _checked=False, slot=slot: slot())

    def show_moderation(self) -> None:
        """What may not be shown."""
        from desktop_app.pages.catalog.moderation.dialog import ModerationDialog  # brings what sees pictures

        if self._listing.is_open:
            dialog = ModerationDialog(self._services, self._page)
            dialog.changed.connect(self.changed)
            dialog.open()

    def _show_delivery(self) -> None:
        from desktop_app.pages.catalog.deliveries.dialog import DeliveryDialog  # brings the tables' library

        if self._listing.is_open:
            dialog = DeliveryDialog(self._services, self.camera_watch, self._page)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.changed.connect(self.changed)
            dialog.open()

    def _show_duplicates(self) -> None:
        from desktop_app.pages.catalog.duplicates.dialog import DuplicatesDialog  # brings what sees pictures

        if self._listing.is_open:
            dialog = DuplicatesDialog(self._services, self._page)
            dialog.changed.connect(self.changed)
            dialog.open()

    def _show_tracing(self) -> None:
        from desktop_app.pages.catalog.tracing.dialog import TracingDialog  # brings what sees pictures

        if self._tracing is None and self._listing.is_open:
            self._tracing = TracingDialog(self._services, self._page)
            self._tracing.product_wanted.connect(
                lambda product: self._services.news.wanted.emit(self._page.name, product)
            )
        if self._tracing is not None:
            self._tracing.open()
