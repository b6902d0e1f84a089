"""One product at the page's right: its photos, its fields to edit, its stock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from core.quantities.quantity import Quantity
from desktop_app.background.thumbnails import Thumbnails
from desktop_app.engine.jobs import Jobs
from desktop_app.engine.picture_mime import may_hold_pictures
from desktop_app.look.language import Translated
from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.catalog.actions import CatalogActions
from desktop_app.pages.catalog.detail.photo_strip import PhotoStrip
from desktop_app.pages.catalog.detail.product_form import ProductForm
from desktop_app.pages.catalog.detail.seen_tags import SeenTags
from desktop_app.pages.catalog.detail.stock_book import StockBook
from desktop_app.pages.catalog.facts import Choices, ProductFile
from desktop_app.pages.catalog.shelf_buttons import ShelfButtons
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import text_label
from desktop_app.widgets.scrolling import scrolling
from desktop_app.widgets.wrapped_text import WrappedText

if TYPE_CHECKING:
    from core.catalog.edits.product_change import ProductChange


class _Description(QPlainTextEdit):
    """Tells when somebody leaves it."""

    left = Signal()

    def focusOutEvent(self, event: QEvent) -> None:
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self.left.emit()


class DetailPanel(Translated, QFrame):
    """Shows a :class:`ProductFile`; every change is a wish that the page fulfils."""

    change_wanted = Signal(int, object)
    """A product's id and a ProductChange."""
    booked = Signal(int, str, object)
    """A product's id, the reason's value and the quantity, as :attr:`StockBook.booked`."""
    pictures_dropped = Signal(int, object)
    """A product's id and the QMimeData."""
    closed = Signal()

    def __init__(
        self,
        themes: ThemeSwitch,
        thumbnails: Thumbnails,
        jobs: Jobs,
        acts: CatalogActions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self._file: ProductFile | None = None
        self._number = WrappedText("small", self)
        self._title = WrappedText("title", self)
        self.photos = PhotoStrip(themes, thumbnails, jobs, self)
        self.stock = StockBook(themes, acts, self)
        self.form = ProductForm(self)
        self.seen_tags = SeenTags(themes, self)
        self._description_label = text_label("small")
        self.description = _Description(self)
        self.description.setFixedHeight(96)
        self.description.setTabChangesFocus(True)
        self._extra = WrappedText("small", self)
        self._shelf = ShelfButtons(themes, acts, self)
        self.close_button = IconButton(themes, "close", "quiet", self)
        self.setAcceptDrops(True)
        self._build()
        self._connect()
        self.retranslate()

    @property
    def product_id(self) -> int:
        """The product shown; -1 if none is."""
        return self._file.product.id if self._file is not None else -1

    @property
    def file(self) -> ProductFile | None:
        """What is shown."""
        return self._file

    def show_file(self, file: ProductFile) -> None:
        """Show this product; what is being typed into a field of the same product is left alone."""
        is_same = self._file is not None and self._file.product.id == file.product.id
        self._file = file
        self.form.show_file(file, keep_typed=is_same)
        if not (is_same and self.description.hasFocus()):
            self.description.setPlainText(file.product.description)
        self.seen_tags.show_proposed(file.proposed)
        self.photos.show_photos(file.photos, file.product.title)
        self.stock.show_stock(file)
        if not is_same:
            self._area.verticalScrollBar().setValue(0)
        self.retranslate()

    def show_choices(self, choices: Choices) -> None:
        """Names to choose from while typing."""
        self.form.show_choices(choices)
        for widget in (self.form, self.seen_tags, self.description, self.stock, self.photos, self._shelf):
            widget.setEnabled(choices.writable)

    def finish(self) -> None:
        """Enter what is being typed."""
        self.form.finish()
        self.stock.finish()
        self._on_description()

    def forget(self) -> None:
        """Show no product."""
        self._file = None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what may hold pictures."""
        if self._file is not None and may_hold_pictures(event.mimeData()):
            event.acceptProposedAction()
            self._set_hovered(True)

    def dragLeaveEvent(self, _event: QEvent) -> None:
        """It went elsewhere."""
        self._set_hovered(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """These are photos of the product."""
        self._set_hovered(False)
        event.acceptProposedAction()
        self.pictures_dropped.emit(self.product_id, event.mimeData())

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self._description_label.setText(self.tr("Description"))
        self.description.setAccessibleName(self.tr("Description"))
        self.close_button.setAccessibleName(self.tr("Close the product"))
        self.close_button.setToolTip(self.tr("Close the product"))
        if self._file is None:
            return
        product = self._file.product
        self._title.setPlainText(product.title)
        number = f"{product.sku} · " + self.tr("Archived") if product.archived else product.sku
        self._number.setPlainText(number)
        self._extra.setPlainText("\n".join(f"{name}: {value}" for name, value in product.extra.items()))
        self._extra.setVisible(bool(product.extra))
        self.setAccessibleName(product.title)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._number)
        head.addLayout(words, 1)
        self.close_button.setFixedWidth(44)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        description = QVBoxLayout()
        description.setSpacing(2)
        description.addWidget(self._description_label)
        description.addWidget(self.description)
        inner = QWidget(self)
        self._area = scrolling(inner)
        column_ = QVBoxLayout(inner)
        column_.setContentsMargins(20, 16, 20, 20)
        column_.setSpacing(16)
        column_.addLayout(head)
        column_.addWidget(self.photos)
        column_.addWidget(self.form)
        column_.addWidget(self.seen_tags)
        column_.addWidget(self.stock)
        column_.addLayout(description)
        column_.addWidget(self._extra)
        column_.addWidget(self._shelf)
        column_.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.addWidget(self._area)

    def _connect(self) -> None:
        self.form.changed.connect(self._want)
        self.stock.change_wanted.connect(self._want)
        self.seen_tags.chosen.connect(self._on_seen_tag)
        self.description.left.connect(self._on_description)
        self.stock.booked.connect(self._on_booked)
        self.close_button.clicked.connect(self.closed)

    def _want(self, change: ProductChange) -> None:
        if self._file is not None:
            self.change_wanted.emit(self.product_id, change)

    def _on_description(self) -> None:
        text = self.description.toPlainText()
        if self._file is not None and text.strip() != self._file.product.description:
            from core.catalog.edits.product_change import ProductChange

            self._want(ProductChange(description=text))

    def _on_seen_tag(self, tag: str) -> None:
        if self._file is not None:
            from core.catalog.edits.product_change import ProductChange

            self.form.finish()
            self._want(ProductChange(tags=(*self._file.product.tags, tag)))

    def _on_booked(self, reason: str, quantity: Quantity) -> None:
        self.booked.emit(self.product_id, reason, quantity)

    def _set_hovered(self, hovered: bool) -> None:
        self.setProperty("hovered", hovered)
        self.style().unpolish(self)
        self.style().polish(self)
