"""Carries out what is changed on the catalog page: in the writing lane, one after the other."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QMimeData, QObject, Signal

from core.answer import Result
from core.care.deletion import delete_for_good
from core.catalog.edits.bulk_edit import BulkPlan
from core.catalog.edits.deletion import Deletion
from core.catalog.edits.edit_log import Edit, EditKind
from core.catalog.edits.edit_undo import Turned
from core.catalog.edits.product_change import ProductChange
from core.catalog.photos.photos import PhotoKind
from core.catalog.products.upsert import ProductDraft
from core.catalog.stock import Reason
from core.ingest.shop_edits import (
    AddedPictures,
    AddedProduct,
    add_pictures,
    add_product,
    book_stock,
    edit_shop,
    move_picture,
    redo_edit,
    remove_picture,
    set_picture_kind,
)
from core.moderation.deciding import decide
from core.progress import ReportProgress
from core.quantities.quantity import Quantity
from core.shop.shop import Shop
from core.steps.undo import undo_step
from desktop_app.engine.engine import QueryPicture
from desktop_app.engine.jobs import Lane
from desktop_app.engine.picture_mime import Refusal, pictures_in
from desktop_app.engine.shop_jobs import ShopJobs
from desktop_app.look.language import in_words
from desktop_app.pages.catalog.changes import edit_by_hand, new_pictures
from desktop_app.pages.catalog.edit_words import done_words, named, turned_words
from desktop_app.pages.shop_work import ShopWork
from desktop_app.program.user_name import user_name
from desktop_app.widgets.message_bar import MessageBar

_WORTH_SHOWING = 200
"""Products: what changes fewer is over before a progress bar could be read."""


class CatalogEditor(QObject):
    """Runs the work and says what came of it; knows nothing of how products are shown."""

    changed = Signal(bool)
    """The shop is different now; whether other products, or others in order, may have to be listed."""
    undone = Signal()
    """A step was taken back and can be done again."""
    added = Signal(object)
    """AddedProduct: a product was made."""
    given = Signal(object, object)
    """(product: Result, AddedPictures): what was to be a new product's is now of one that the shop had."""
    not_added = Signal(object)
    """Sentence: why neither."""

    def __init__(
        self, jobs: ShopJobs, work: ShopWork, bar: MessageBar, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._work = work
        self._bar = bar

    # Edits

    def change(self, changes: Mapping[int, ProductChange], *, relist: bool = False) -> None:
        """Change products."""
        self._run(
            lambda shop, report: edit_by_hand(shop, changes, report),
            lambda done: self._on_edit(done[0], relist=relist, note=done[1]),
            len(changes),
        )

    def change_many(self, plan: BulkPlan, done: Callable[[], None]) -> None:
        """Carry out a bulk edit; ``done`` is called once it is."""

        def success(edit: Edit | None) -> None:
            self._on_edit(edit, relist=True)
            done()

        self._run(
            lambda shop, report: edit_shop(shop, plan.changes, who=user_name(), progress=report),
            success,
            len(plan.changes),
        )

    def book(self, product_id: int, reason: str, quantity: Quantity) -> None:
        """Book a stock movement: ``quantity`` more or less, or what a count found."""
        self._run(
            lambda shop, _report: book_stock(shop, product_id, quantity, Reason(reason), who=user_name()),
            self._on_edit,
        )

    def set_archived(self, ids: NDArray[np.int64], archived: bool) -> None:
        """Take products off the shelf, or put them back."""
        change = ProductChange(archived=archived)
        self._run(
            lambda shop, report: edit_shop(
                shop, dict.fromkeys(ids.tolist(), change), who=user_name(), progress=report
            ),
            lambda edit: self._on_edit(edit, relist=True),
            len(ids),
        )

    def delete(self, ids: Sequence[int]) -> None:
        """Delete archived products for good; the caller has asked."""
        self._run(
            lambda shop, report: delete_for_good(shop, ids, report),
            self._on_deleted,
            len(ids),
        )

    def undo(self, products: int = 1) -> None:
        """Take the last step back: an edit, an import, a booking; of so many products."""
        self._run(
            lambda shop, report: undo_step(shop, who=user_name(), progress=report), self._on_turned, products
        )

    def redo(self, products: int = 1) -> None:
        """Do the edit again that was undone last."""
        self._run(
            lambda shop, report: redo_edit(shop, who=user_name(), progress=report), self._on_turned, products
        )

    # Photos and products

    def pictures_in(self, mime: QMimeData) -> tuple[QueryPicture, ...]:
        """The pictures that were dropped or pasted; with none, the reason is said."""
        found = pictures_in(mime, self.tr("Picture"))
        if not isinstance(found, Refusal):
            return tuple(QueryPicture(source) for source in found)
        online = found is Refusal.ONLINE
        self._bar.say(
            lambda: (
                self.tr("This picture is on the internet. Save it on this computer first, then drop it here.")
                if online
                else self.tr("There is no picture in it."),
                "",
            ),
            tone="bad",
        )
        return ()

    def add_pictures(self, product_id: int, pictures: Sequence[QueryPicture]) -> None:
        """Keep pictures as photos of a product."""
        self._work.run(
            lambda shop, _report: add_pictures(shop, product_id, new_pictures(pictures), who=user_name()),
            self._on_pictures,
            stage=lambda: self.tr("Adding photos"),
        )

    def remove_picture(self, product_id: int, sha256: str) -> None:
        """Take a photo from a product."""
        self._run(
            lambda shop, _report: remove_picture(shop, product_id, sha256, who=user_name()), self._on_edit
        )

    def move_picture(self, product_id: int, sha256: str, position: int) -> None:
        """Put a photo at another place."""
        self._run(
            lambda shop, _report: move_picture(shop, product_id, sha256, position, who=user_name()),
            self._on_edit,
        )

    def set_counter(self, product_id: int, sha256: str, is_counter: bool) -> None:
        """Say that a photo is a counter photo, or a catalog photo."""
        kind = PhotoKind.COUNTER if is_counter else PhotoKind.CATALOG
        self._run(
            lambda shop, _report: set_picture_kind(shop, product_id, sha256, kind, who=user_name()),
            self._on_edit,
        )

    def decide(self, sha256: str, shown: bool) -> None:
        """Say whether a photo may be shown."""
        self._run(
            lambda shop, _report: decide(shop, [sha256], shown=shown, who=user_name()),
            lambda edit: self._on_edit(edit, relist=True),
        )

    def add_product(
        self, draft: ProductDraft, pictures: Sequence[QueryPicture], kind: PhotoKind = PhotoKind.CATALOG
    ) -> None:
        """Make a product."""

        def success(product: AddedProduct) -> None:
            self._on_edit(product.edit, relist=True)
            self.added.emit(product)

        self._jobs.run(
            lambda shop, _report: add_product(
                shop, draft, new_pictures(pictures), who=user_name(), kind=kind
            ),
            success=success,
            failure=self.not_added.emit,
            lane=Lane.WRITING,
        )

    def give_pictures(self, product: Result, pictures: Sequence[QueryPicture], kind: PhotoKind) -> None:
        """Keep pictures that were to be of a new product as photos of one that the shop has."""

        def success(added: AddedPictures) -> None:
            self._on_pictures(added)
            self.given.emit(product, added)

        self._jobs.run(
            lambda shop, _report: add_pictures(
                shop, product.product_id, new_pictures(pictures), who=user_name(), kind=kind
            ),
            success=success,
            failure=self.not_added.emit,
            lane=Lane.WRITING,
        )

    # What comes of it

    def _run(
        self,
        operation: Callable[[Shop, ReportProgress], Any],
        success: Callable[[Any], None],
        products: int = 1,
    ) -> None:
        is_long = products >= _WORTH_SHOWING
        self._work.run(operation, success, stage=(lambda: self.tr("Changing products")) if is_long else None)

    def _on_edit(self, edit: Edit | None, *, relist: bool = False, note: str = "") -> None:
        if edit is None:
            self._bar.clear()
            self._work.came_to_nothing.emit()
            return

        def words() -> tuple[str, str]:
            text = done_words(edit)
            if note:
                text += " " + self.tr("“{title}” has the same barcode.").format(title=note)
            return text, self.tr("Undo")

        self._bar.say(words, lambda: self.undo(edit.products))
        self.changed.emit(relist)

    def _on_pictures(self, added: AddedPictures) -> None:
        if added.edit is None:
            self._bar.say(lambda: (self.tr("The product has this photo already."), ""))
            return
        self._on_edit(added.edit)
        if added.skipped:
            reason = added.skipped[0].reason
            self._bar.say(lambda: (in_words(reason), ""), tone="bad")

    def _on_turned(self, turned: Turned) -> None:
        # Many products may have gone by one key: the way back stands beside the message.
        can_redo = turned.edit.kind is EditKind.IMPORT and turned.edit.undone is not None
        self._bar.say(
            lambda: (turned_words(turned), self.tr("Redo") if can_redo else ""),
            (lambda: self.redo(turned.edit.products)) if can_redo else None,
        )
        if turned.edit.undone is not None:
            self.undone.emit()
        self.changed.emit(True)

    def _on_deleted(self, deletion: Deletion) -> None:
        self._bar.say(
            lambda: (
                self.tr("Deleted for good: {products}").format(
                    products=named(deletion.title, deletion.products)
                ),
                "",
            )
        )
        self.changed.emit(True)
