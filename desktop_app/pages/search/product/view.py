"""One product with all its photos and all that the shop says about it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop_app.background.thumbnails import Thumbnails
from desktop_app.engine.engine import ProductDetails
from desktop_app.engine.jobs import Job, Jobs
from desktop_app.engine.qt_pictures import load_scaled
from desktop_app.look.language import Translated
from desktop_app.look.stock_words import stock, stock_tone
from desktop_app.look.theme import ThemeSwitch
from desktop_app.look.wording import dotted, price_today
from desktop_app.pages.search.product.offered_card import OfferedCard
from desktop_app.pages.search.product.words import further_columns, shown_title
from desktop_app.pages.search.results.actions import ResultActions
from desktop_app.widgets.chip import Chip
from desktop_app.widgets.flow_layout import FlowLayout
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import selectable, text_label
from desktop_app.widgets.pictures.photo_tiles import PhotoTiles
from desktop_app.widgets.pictures.picture_view import PictureView
from desktop_app.widgets.wrapped_text import WrappedText

if TYPE_CHECKING:
    from core.catalog.products.products import Product

_PHOTO_SIDE = 1600


class ProductView(Translated, QWidget):
    """Shows a product; knows nothing of where it comes from."""

    left = Signal()
    compare_wanted = Signal()
    like_wanted = Signal()
    edit_wanted = Signal()
    product_chosen = Signal(int)
    """Something else that is offered here."""

    def __init__(
        self, themes: ThemeSwitch, thumbnails: Thumbnails, jobs: Jobs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._themes = themes
        self._jobs = jobs
        self._loading: Job | None = None
        self.details: ProductDetails | None = None
        self.back_button = IconButton(themes, "back", "quiet", self)
        self.back_button.clicked.connect(self.left)
        self.photo = PictureView(themes, self)
        self.photo.setMinimumSize(240, 200)
        # It gives way before one has to scroll.
        self.photo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.photo.setMaximumHeight(440)
        self.photos = PhotoTiles(themes, thumbnails, self)
        self.photos.chosen.connect(lambda path: self._show_photo(Path(path)))
        self._title = WrappedText("display", self)
        self._caption = WrappedText("muted", self)
        self._price = selectable(text_label("price"))
        self._stock = Chip(themes, "stock")
        self._shelf = Chip(themes, "shelf")
        self.compare_button = IconButton(themes, "compare", "plain", self)
        self.like_button = IconButton(themes, "like", "plain", self)
        self.edit_button = IconButton(themes, "open", "plain", self)
        self.compare_button.clicked.connect(self.compare_wanted)
        self.like_button.clicked.connect(self.like_wanted)
        self.edit_button.clicked.connect(self.edit_wanted)
        self.offered = OfferedCard(themes, thumbnails, self)
        self.offered.strip.product_chosen.connect(self.product_chosen)
        self._description = WrappedText("body", self)
        self._facts = QGridLayout()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._build()
        self.retranslate()

    @property
    def product(self) -> Product | None:
        """What is shown."""
        return self.details.product if self.details is not None else None

    def show_details(self, details: ProductDetails) -> None:
        """Show this product; as it is now, where it is shown already."""
        before, self.details = self.details, details
        self.offered.show_offer(None)
        shown = (before.product.id, before.photos) if before is not None and self.isVisible() else None
        if shown == (details.product.id, details.photos):
            self.retranslate()
            return
        paths = [str(photo) for photo in details.photos]
        self.photos.show_photos(paths, next(iter(paths), ""))
        self._show_photo(details.photos[0] if details.photos else None)
        self.retranslate()
        self._scroll.verticalScrollBar().setValue(0)
        self.setFocus()

    def use_actions(self, actions: ResultActions) -> None:
        """What is sold and shown here as it is from the answer."""
        for action, name in ((actions.sold, "minus"), (actions.received, "plus")):
            button = IconButton(self._themes, name, "plain", self)
            button.follow(action)
            self._buttons.addWidget(button)
        self.addActions([actions.sold, actions.received, *actions.of_the_till(), actions.undo])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The same keys as in the results."""
        if event.key() == Qt.Key.Key_C and self.compare_button.isEnabled():
            self.compare_wanted.emit()
        elif event.key() == Qt.Key.Key_M and self.like_button.isEnabled():
            self.like_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        chips = QHBoxLayout()
        chips.setSpacing(8)
        chips.addWidget(self._stock)
        chips.addWidget(self._shelf)
        chips.addStretch(1)
        self._buttons = FlowLayout()
        for button in (self.compare_button, self.like_button, self.edit_button):
            self._buttons.addWidget(button)
        self._facts.setHorizontalSpacing(24)
        self._facts.setVerticalSpacing(12)
        self._facts.setColumnStretch(1, 1)
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addWidget(self._title)
        words.addWidget(self._caption)
        words.addSpacing(8)
        words.addWidget(self._price)
        words.addSpacing(4)
        words.addLayout(chips)
        words.addSpacing(8)
        words.addLayout(self._buttons)
        words.addSpacing(8)
        words.addWidget(self._description)
        words.addSpacing(16)
        words.addLayout(self._facts)
        words.addStretch(1)
        photos = QVBoxLayout()
        photos.setSpacing(8)
        photos.addWidget(self.photo, 100)
        photos.addWidget(self.photos)
        photos.addStretch(1)
        card = QFrame(self)
        card.setProperty("kind", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(24, 24, 24, 24)
        inside.setSpacing(16)
        columns = QHBoxLayout()
        columns.setSpacing(32)
        inside.addLayout(columns, 1)
        columns.addLayout(photos, 5)
        columns.addLayout(words, 6)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidget(card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 16)  # what is offered keeps off the window's foot
        column.setSpacing(12)
        column.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.offered)  # in sight however long the description is

    def _show_photo(self, path: Path | None) -> None:
        if self._loading is not None:
            self._loading.cancel()
        self.photo.show_image(QImage())
        if path is not None:
            self._loading = self._jobs.run(
                lambda _report: load_scaled(str(path), _PHOTO_SIDE), success=self.photo.show_image
            )

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.back_button.setText(self.tr("Back to the results"))
        self.back_button.setToolTip(self.tr("Esc"))
        self.compare_button.setText(self.tr("Compare"))
        self.compare_button.setToolTip(self.tr("Show it beside your picture (C)"))
        self.like_button.setText(self.tr("More like this"))
        self.like_button.setToolTip(self.tr("Show what looks like this product (M)"))
        self.edit_button.setText(self.tr("Edit"))
        self.edit_button.setToolTip(self.tr("Open this product in the catalog"))
        if self.details is None:
            return
        product = self.details.product
        title = shown_title(product.title, product.extra)
        self.photo.setAccessibleName(self.tr("Photo of {title}").format(title=title))
        self._title.setPlainText(title)
        caption = dotted(product.category, product.brand)
        self._caption.setPlainText(caption)
        self._caption.setVisible(bool(caption))
        self._price.setText(price_today(product.price_minor, product.currency, product.sale, with_days=True))
        self._stock.show_text(stock(product.stock, product.unit), stock_tone(product.stock))
        self._shelf.show_text(self.tr("Shelf {place}").format(place=product.location), "neutral")
        self._shelf.setVisible(bool(product.location))
        self._description.setPlainText(product.description)
        self._description.setVisible(bool(product.description))
        self._show_facts(product, len(self.details.photos))

    def _show_facts(self, product: Product, photos: int) -> None:
        while (cell := self._facts.takeAt(0)) is not None:
            widget = cell.widget()
            if widget is not None:
                widget.deleteLater()
        rows = [
            (self.tr("Barcode"), product.barcode),
            (self.tr("Product number"), product.sku),
            (self.tr("Tags"), ", ".join(product.tags)),
            (self.tr("Photos"), QLocale().toString(photos)),
            *further_columns(product.title, product.extra),
        ]
        for row, (name, value) in enumerate((name, value) for name, value in rows if value):
            name_label = text_label("muted")
            name_label.setText(name)
            value_label = WrappedText("body", self)
            value_label.setPlainText(value)
            value_label.setAccessibleName(f"{name}: {value}")
            self._facts.addWidget(name_label, row, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(value_label, row, 1)
