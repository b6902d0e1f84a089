"""Products that may be one, two at a time: merged into the left one, or kept apart for good."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from core.catalog.products.different import take_back_different
from core.messages import Sentence
from core.progress import Progress
from core.steps.undo import undo_step
from desktop_app.engine.jobs import Job, Lane
from desktop_app.look.language import Translated, core_text, in_words
from desktop_app.look.wording import together
from desktop_app.pages.catalog.duplicates.pairs import FoundPairs, find_pairs, keep_apart, merge, read_again
from desktop_app.pages.catalog.duplicates.side import ProductSide
from desktop_app.pages.shop_page import PageServices
from desktop_app.program.user_name import user_name
from desktop_app.widgets.busy_line import BusyLine
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import text_label

if TYPE_CHECKING:
    from core.shop.shop import Shop
    from desktop_app.pages.catalog.duplicates.pairs import ShownProduct


class DuplicatesDialog(Translated, QDialog):
    """Left and Right go through the pairs; M merges, N keeps apart, S exchanges the sides."""

    changed = Signal()
    """Products were merged, or a merge was taken back."""

    def __init__(self, services: PageServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = services.shop_jobs
        self._search: Job | None = None
        self._found: FoundPairs | None = None
        self._place = 0
        self._merged: dict[int, int] = {}  # product to the one that it joined
        self._done: dict[int, Callable[[Shop], object]] = {}  # by the pair's place, what takes it back
        self._order: list[int] = []
        self._note: Callable[[], str] | None = None
        themes = services.themes
        self._title, self._counted = text_label("title"), text_label("muted")
        self.why = text_label("body", wrap=True)
        self.busy = BusyLine(themes, self)
        self.kept = ProductSide(themes, services.thumbnails, stays=True, parent=self)
        self.other = ProductSide(themes, services.thumbnails, stays=False, parent=self)
        self.swap_button = IconButton(themes, "compare", "quiet", self)
        self.merge_button = IconButton(themes, "check", "primary", self)
        self.apart_button = IconButton(themes, "split", parent=self)
        self.undo_button = IconButton(themes, "undo", "quiet", self)
        self.before_button = IconButton(themes, "left", "quiet", self)
        self.next_button = IconButton(themes, "right", "quiet", self)
        self._close = QPushButton(self)
        self._build()
        self._connect()
        self.resize(880, 600)
        self.retranslate()
        self._look()

    @property
    def is_busy(self) -> bool:
        """Whether it waits for the shop."""
        return self.busy.is_busy

    def done(self, result: int) -> None:
        """Close it, and stop looking."""
        if self._search is not None:
            self._search.cancel()
        super().done(result)

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self.setWindowTitle(self.tr("Duplicates"))
        self._title.setText(self.tr("Are these the same product?"))
        self.swap_button.setText(self.tr("Exchange"))
        self.swap_button.setToolTip(self.tr("The other one stays (S)"))
        self.merge_button.setText(self.tr("Merge"))
        self.merge_button.setToolTip(
            self.tr("Stock, photos, tags, barcode and searches join the left one (M)")
        )
        self.apart_button.setText(self.tr("Not the same"))
        self.apart_button.setToolTip(self.tr("These two are not shown again (N)"))
        self.undo_button.setText(self.tr("Undo"))
        self.before_button.setAccessibleName(self.tr("Pair before"))
        self.next_button.setAccessibleName(self.tr("Next pair"))
        self._close.setText(self.tr("Close"))
        self._write()

    # Looking

    def _look(self) -> None:
        self.busy.set_busy(True)
        self._search = self._jobs.run(
            find_pairs, success=self._on_found, failure=self._on_failure, progress=self._on_progress
        )
        self._write()

    def _on_progress(self, progress: Progress) -> None:
        share = f" {progress.done / progress.total:.0%}" if progress.total else ""
        self._counted.setText(f"{core_text(progress.stage)}…{share}")

    def _on_found(self, found: FoundPairs) -> None:
        self._search = None
        self._found = found
        self.busy.set_busy(False)
        self._show(0)
        self.merge_button.setFocus()

    def _on_failure(self, failure: Sentence) -> None:
        self._search = None
        self.busy.set_busy(False)
        self._note = lambda: in_words(failure)
        self._write()

    # The pairs

    def _show(self, place: int) -> None:
        self._place = place
        pair = self._found.pairs[place] if self._found and self._found.pairs else None
        if pair is not None:
            ids = self._now(pair.one.product.id), self._now(pair.other.product.id)
            if ids == (pair.one.product.id, pair.other.product.id):
                self._show_products((pair.one, pair.other))
            else:
                self._read(ids)
        self._write()

    def _now(self, product_id: int) -> int:
        """The product that took over, if one did."""
        while product_id in self._merged:
            product_id = self._merged[product_id]
        return product_id

    def _read(self, ids: tuple[int, int]) -> None:
        self._jobs.run(
            lambda shop, _report: read_again(shop, ids),
            success=self._show_products,
            failure=self._on_failure,
        )

    def _show_products(self, products: tuple[ShownProduct, ...]) -> None:
        if len(products) == 2:
            self.kept.show_product(products[0])
            self.other.show_product(products[1])

    def _turn(self, by: int) -> None:
        if self._found is not None and 0 <= self._place + by < len(self._found.pairs):
            self._note = None
            self._show(self._place + by)

    def _swap(self) -> None:
        if self._is_open:
            self._read((self.other.product_id, self.kept.product_id))

    @property
    def _is_open(self) -> bool:
        """Whether the pair that is shown waits for a decision."""
        return bool(
            self._found
            and self._found.pairs
            and not self.is_busy
            and self._place not in self._done
            and self.kept.product_id != self.other.product_id
        )

    # Deciding

    def _merge(self) -> None:
        if not self._is_open or self._found is None:
            return
        kept, other, copies = self.kept.product_id, self.other.product_id, self._found.copies
        self._change(
            lambda shop: merge(shop, kept, other, copies).id,
            lambda edit_id: self._on_merged(kept, other, edit_id),
        )

    def _on_merged(self, kept: int, other: int, edit_id: int) -> None:
        self._merged[other] = kept
        self._decided(lambda shop: undo_step(shop, who=user_name(), only=edit_id), lambda: self.tr("Merged."))
        self.changed.emit()

    def _keep_apart(self) -> None:
        if not self._is_open:
            return
        pair = self.kept.product_id, self.other.product_id
        self._change(
            lambda shop: keep_apart(shop, *pair),
            lambda _nothing: self._decided(
                lambda shop: take_back_different(shop.catalog, pair),
                lambda: self.tr("Remembered: not the same."),
            ),
        )

    def _decided(self, take_back: Callable[[Shop], object], note: Callable[[], str]) -> None:
        self._done[self._place] = take_back
        self._order.append(self._place)
        self._note = note
        count = len(self._found.pairs) if self._found is not None else 0
        later = (place for place in (*range(self._place, count), *range(count)) if place not in self._done)
        self._show(next(later, self._place))

    def _undo(self) -> None:
        if not self._order or self.is_busy:
            return
        place = self._order[-1]
        self._change(self._done[place], lambda _turned: self._on_undone(place))

    def _on_undone(self, place: int) -> None:
        self._order.pop()
        del self._done[place]
        if self._found is not None:
            pair = self._found.pairs[place]
            for product in (pair.one.product.id, pair.other.product.id):
                self._merged.pop(product, None)
        self._note = lambda: self.tr("Undone.")
        self._show(place)
        self.changed.emit()

    def _change(self, work: Callable[[Shop], object], success: Callable[..., None]) -> None:
        self.busy.set_busy(True)

        def done(value: object) -> None:
            self.busy.set_busy(False)
            success(value)

        self._jobs.run(
            lambda shop, _report: work(shop), success=done, failure=self._on_failure, lane=Lane.WRITING
        )
        self._write()

    # Showing

    def _write(self) -> None:
        """Say where it is, and allow what can be done."""
        pairs = self._found.pairs if self._found is not None else ()
        self._title.setVisible(bool(pairs))
        for side in (self.kept, self.other):
            side.setVisible(bool(pairs))
        note = self._note() if self._note is not None else ""
        if self._found is None and not note:
            note = self.tr("Looking through the shop…")
        elif self._found is not None and not pairs:
            note = self.tr("Every product is there once, as far as can be seen.")
        place = f"{self._place + 1} / {len(pairs)}" if pairs else ""
        self._counted.setText(note or place)
        if pairs:
            self._counted.setText("   ".join(filter(None, (place, note))))
            decided = self._place in self._done
            why = together(*(in_words(sentence) for sentence in pairs[self._place].why))
            self.why.setText(self.tr("This pair is decided.") if decided else why)
        for button in (self.merge_button, self.apart_button, self.swap_button):
            button.setEnabled(self._is_open)
        self.undo_button.setEnabled(bool(self._order) and not self.is_busy)
        self.before_button.setEnabled(self._place > 0)
        self.next_button.setEnabled(self._place + 1 < len(pairs))

    def _build(self) -> None:
        self.setModal(True)
        sides = QHBoxLayout()
        sides.setSpacing(24)
        sides.addWidget(self.kept, 1)
        sides.addWidget(self.other, 1)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        for button in (self.before_button, self.next_button):
            button.setFixedWidth(44)
            head.addWidget(button)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.undo_button)
        foot.addWidget(self.swap_button)
        foot.addStretch(1)
        for widget in (self._close, self.apart_button, self.merge_button):
            foot.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._counted)
        column.addWidget(self.busy)
        column.addLayout(sides, 1)
        column.addWidget(self.why)
        column.addStretch(0)
        column.addLayout(foot)

    def _connect(self) -> None:
        for button, act, *keys in (
            (self.merge_button, self._merge, "M"),
            (self.apart_button, self._keep_apart, "N"),
            (self.swap_button, self._swap, "S"),
            (self.undo_button, self._undo, "Ctrl+Z"),
            (self.before_button, lambda: self._turn(-1), "Left"),
            (self.next_button, lambda: self._turn(1), "Right"),
        ):
            button.clicked.connect(lambda _checked=False, act=act: act())
            for key in keys:
                QShortcut(QKeySequence(key), self, act)
        self._close.clicked.connect(self.accept)
        self._close.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
