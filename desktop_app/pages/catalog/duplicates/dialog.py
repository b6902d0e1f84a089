"""Products that may be one, two at a time: merged into the left one, or kept apart for good."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from core.catalog.products.different import take_back_different
from core.steps.undo import undo_step
from desktop_app.look.language import in_words
from desktop_app.look.wording import together
from desktop_app.pages.catalog.duplicates.copies_dialog import CopiesDialog
from desktop_app.pages.catalog.duplicates.pairs import FoundPairs, find_pairs, keep_apart, merge, read_again
from desktop_app.pages.catalog.duplicates.review import Review, TakeBack
from desktop_app.pages.catalog.duplicates.review_dialog import ReviewDialog
from desktop_app.pages.catalog.duplicates.side import ProductSide
from desktop_app.pages.shop_page import PageServices
from desktop_app.program.user_name import user_name
from desktop_app.widgets.icon_button import IconButton

if TYPE_CHECKING:
    from core.catalog.edits.edit_log import Edit
    from desktop_app.pages.catalog.duplicates.pairs import ShownProduct


class DuplicatesDialog(ReviewDialog):
    """Left and Right go through the pairs; M merges, N keeps apart, S exchanges the sides."""

    def __init__(self, services: PageServices, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._review: Review | None = None
        self._services = services
        themes = services.themes
        self.kept = ProductSide(themes, services.thumbnails, stays=True, parent=self)
        self.other = ProductSide(themes, services.thumbnails, stays=False, parent=self)
        self.swap_button = IconButton(themes, "compare", "quiet", self)
        self.merge_button = IconButton(themes, "check", "primary", self)
        self.apart_button = IconButton(themes, "split", parent=self)
        self.copies_button = IconButton(themes, "copy", "quiet", self)
        decisions = (self._close, self.apart_button, self.merge_button)
        self._put_together((self.kept, self.other), (self.swap_button, self.copies_button), decisions)
        self._connect(
            (
                (self.merge_button, self._merge, "M"),
                (self.apart_button, self._keep_apart, "N"),
                (self.swap_button, self._swap, "S"),
                (self.copies_button, self._show_copies, ""),
            )
        )
        self.resize(880, 600)
        self.retranslate()
        self._look()

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
        self._work.read(find_pairs, self._on_found, self._on_progress)

    def _on_found(self, found: FoundPairs) -> None:
        self._review = Review(found)
        self._show()
        self.merge_button.setFocus()

    # The pairs

    def _show(self) -> None:
        pair = self._review.pair if self._review is not None else None
        if self._review is not None and pair is not None:
            ids = self._review.products_now()
            if self._review.is_decided or ids == (pair.one.product.id, pair.other.product.id):
                self._show_products((pair.one, pair.other))
            else:
                self._read_products(ids)
        self._write()

    def _read_products(self, ids: tuple[int, int]) -> None:
        self._work.read(lambda shop, _report: read_again(shop, ids), self._show_products)

    def _show_products(self, products: tuple[ShownProduct, ...]) -> None:
        if len(products) == 2:
            self.kept.show_product(products[0])
            self.other.show_product(products[1])
        self._write()

    def _turn(self, by: int) -> None:
        if self._review is not None and not self.is_busy and self._review.turn(by):
            self._note = None
            self._show()

    def _swap(self) -> None:
        if self._is_open:
            self._read_products((self.other.product_id, self.kept.product_id))

    @property
    def _is_open(self) -> bool:
        """Whether the pair that is shown waits for a decision."""
        return (
            self._review is not None
            and self._review.pair is not None
            and not self.is_busy
            and not self._review.is_decided
            and self.kept.product_id != self.other.product_id
        )

    # Deciding

    def _merge(self) -> None:
        if self._is_open and self._review is not None:
            kept, other, copies = self.kept.product_id, self.other.product_id, self._review.found.copies
            self._work.change(
                lambda shop: merge(shop, kept, other, copies),
                lambda edit: self._on_merged(edit, (other, kept)),
            )

    def _on_merged(self, edit: Edit, joined: tuple[int, int]) -> None:
        edit_id = edit.id
        self.changed.emit()
        self._decided(
            lambda shop: undo_step(shop, who=user_name(), only=edit_id), joined, lambda: self.tr("Merged.")
        )

    def _keep_apart(self) -> None:
        if self._is_open:
            pair = self.kept.product_id, self.other.product_id
            self._work.change(
                lambda shop: keep_apart(shop, *pair),
                lambda _nothing: self._decided(
                    lambda shop: take_back_different(shop.catalog, pair),
                    None,
                    lambda: self.tr("Remembered: not the same."),
                ),
            )

    def _decided(self, take_back: TakeBack, joined: tuple[int, int] | None, note: Callable[[], str]) -> None:
        if self._review is not None:
            self._review.decide(take_back, joined)
        self._note = note
        self._show()
        self.merge_button.setFocus()  # a button that could not be pressed for a moment has lost it

    def _undo(self) -> None:
        if self._review is not None and self._review.decisions and not self.is_busy:
            self._work.change(self._review.decisions[-1].take_back, lambda _turned: self._on_undone())

    def _on_undone(self) -> None:
        if self._review is not None:
            self._review.undone()
        self._note = lambda: self.tr("Undone.")
        self.changed.emit()
        self._show()

    def _show_copies(self) -> None:
        if self._review is not None and not self.is_busy:
            dialog = CopiesDialog(self._services, self._review.found.groups, self)
            dialog.changed.connect(self.changed)
            dialog.open()

    # Showing

    def _write(self) -> None:
        """Say where it is, and allow what can be done."""
        review = self._review
        pair = review.pair if review is not None else None
        decisions = (self.merge_button, self.apart_button, self.swap_button, self.undo_button)
        sides = (self._title, self.kept, self.other, self.before_button, self.next_button)
        for widget in (*sides, *decisions):
            widget.setVisible(pair is not None)
        note = self._note() if self._note is not None else ""
        if review is None:
            self._counted.setText(note or self.tr("Looking through the shop…"))
        elif pair is None:
            self._counted.setText(self.tr("Every product is there once, as far as can be seen."))
        else:
            count = len(review.found.pairs)
            self._count(review.place, count)
            why = together(*(in_words(sentence) for sentence in pair.why))
            self.why.setText(self.tr("This pair is decided.") if review.is_decided else why)
        for button in decisions[:3]:
            button.setEnabled(self._is_open)
        groups = 0 if review is None else len(review.found.groups)
        self.copies_button.setText(self.tr("Copied photos (%n)…", "", groups))
        self.copies_button.setVisible(groups > 0)
        self.undo_button.setEnabled(review is not None and bool(review.decisions) and not self.is_busy)
        self.before_button.setEnabled(review is not None and review.place > 0)
        self.next_button.setEnabled(review is not None and review.place + 1 < len(review.found.pairs))
