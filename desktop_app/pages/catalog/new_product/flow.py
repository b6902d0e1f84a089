"""From "new product" to a product of the shop: webcam, picture, proposal, saving."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QMessageBox, QStackedWidget

from core.catalog.photos.photos import PhotoKind
from core.messages import Sentence
from core.newcomer.details import Details, details_of
from core.newcomer.proposal import Proposal
from desktop_app.engine.engine import PictureSource, QueryPicture
from desktop_app.engine.jobs import Job
from desktop_app.pages.catalog.editor import CatalogEditor
from desktop_app.pages.catalog.new_product.looking import look, preview
from desktop_app.pages.catalog.new_product.view import NewProductView
from desktop_app.pages.shop_page import NewProductWish, PageServices, WishGranted
from desktop_app.widgets.question import ask

if TYPE_CHECKING:
    from core.answer import Result, Seen
    from core.catalog.products.upsert import ProductDraft
    from core.ingest.shop_edits import AddedPictures, AddedProduct
    from desktop_app.camera.camera import CameraWatch
    from desktop_app.camera.camera_view import CameraPage

_Role = QMessageBox.ButtonRole
_LEAST_DIGITS = 8
"""Of a number that is proposed as a barcode: the shortest of trade goods has as many."""


class NewProductFlow(QObject):
    """Shows the camera and the form in ``stack``, whose first widget is where it goes back to."""

    left = Signal()
    """The list is in front again."""
    made = Signal(int)
    """The product that was made, or that the picture was added to."""
    failed = Signal(str)
    """Words for the user, at the list."""

    def __init__(
        self,
        services: PageServices,
        editor: CatalogEditor,
        stack: QStackedWidget,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._editor = editor
        self._stack = stack
        self._wish = NewProductWish()
        self._looking: Job | None = None
        self._watch: CameraWatch | None = None
        self.camera: CameraPage | None = None
        self.view = NewProductView(services.themes, stack)
        stack.addWidget(self.view)
        self.view.save_wanted.connect(self._save)
        self.view.add_to_wanted.connect(self._add_to)
        self.view.left.connect(self._on_left)
        editor.added.connect(self._on_added)
        editor.given.connect(self._on_given)
        editor.not_added.connect(self.view.show_failure)

    def set_camera_watch(self, watch: CameraWatch) -> None:
        """Cameras can be looked for from now on; whoever was asked for a product before that has the form."""
        was_early = self._watch is None and self._stack.currentWidget() is self.view
        self._watch = watch
        is_untouched = not (self._wish.pictures or self._wish.back_to or self.view.is_begun)
        if was_early and is_untouched and watch.names():
            self.ask()

    def ask(self) -> None:
        """Show the webcam's picture; without a webcam, the form."""
        if self._watch is None or not self._watch.names():
            self.begin(NewProductWish())
            return
        if self.camera is None:
            self.camera = self._make_camera(self._watch)
        self._stack.setCurrentWidget(self.camera)
        self.camera.start(self._services.preferences.settings.camera)

    def take_shot(self, image: QImage) -> None:
        """Begin a new product with what the webcam saw."""
        picture = QueryPicture(PictureSource(self.tr("Webcam"), pixels=image))
        self.begin(NewProductWish((picture,)), image)

    def begin(self, wish: NewProductWish, image: QImage | None = None, *, keeps_typed: bool = False) -> None:
        """Show the form for what is wished.

        Args:
            image: its first picture, where that is at hand.
            keeps_typed: it is the same product as before: what the user wrote stays.
        """
        if self.camera is not None:
            self.camera.stop()
        self._set_wish(wish)
        self._stack.setCurrentWidget(self.view)
        is_counter = bool(wish.pictures) and self._kind is PhotoKind.COUNTER
        self.view.start(image or QImage(), is_counter=is_counter, keeps_typed=keeps_typed)
        if wish.pictures and image is None:
            self._services.jobs.run(
                lambda _report: preview(wish.pictures[0]),
                success=lambda shown: self._on_preview(wish, shown),
                failure=lambda failure: self._on_no_picture(wish, failure),
            )
        self._services.shop_jobs.run(
            lambda shop, _report: look(shop, wish.pictures),
            success=lambda found: self._on_proposal(wish, *found),
            failure=lambda failure: self._on_no_picture(wish, failure),
        )

    def leave_camera(self) -> None:
        """Let go of the camera, if it is on."""
        if self.camera is not None and self._stack.currentWidget() is self.camera:
            self.leave()

    def leave(self) -> None:
        """Back to the list."""
        if self.camera is not None:
            self.camera.stop()
        self._set_wish(NewProductWish())
        if self._stack.currentIndex() != 0:
            self._stack.setCurrentIndex(0)
            self.left.emit()

    @property
    def _kind(self) -> PhotoKind:
        """What a search was asked with was taken at the counter."""
        return PhotoKind.COUNTER if self._wish.back_to else PhotoKind.CATALOG

    def _make_camera(self, watch: CameraWatch) -> CameraPage:
        from desktop_app.camera.camera_view import CameraPage

        camera = CameraPage(self._services.themes, watch, self._stack)
        camera.taken.connect(self.take_shot)
        camera.left.connect(self.leave)
        camera.failed.connect(self._on_camera_failed)
        camera.camera_chosen.connect(self._on_camera_chosen)
        self._stack.addWidget(camera)
        return camera

    def _set_wish(self, wish: NewProductWish) -> None:
        self._wish = wish
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None

    def _is_at(self, wish: NewProductWish) -> bool:
        return wish is self._wish

    def _on_proposal(self, wish: NewProductWish, proposed: Proposal, seen: Seen | None) -> None:
        if not self._is_at(wish):
            return
        is_number = wish.words.isdecimal() and len(wish.words) >= _LEAST_DIGITS
        self.view.propose(replace(proposed, barcode=wish.words) if is_number else proposed)
        if wish.words and not is_number:
            self.view.propose_details(Details(wish.words, ()))
        if seen is not None:
            self._looking = self._services.shop_jobs.run(
                lambda shop, report: details_of(shop, seen, report),
                success=lambda found: self._on_details(wish, found),
            )

    def _on_preview(self, wish: NewProductWish, shown: QImage) -> None:
        if self._is_at(wish):
            self.view.show_picture(shown)

    def _on_details(self, wish: NewProductWish, found: Details) -> None:
        if self._is_at(wish):
            self.view.propose_details(found)

    def _on_no_picture(self, wish: NewProductWish, failure: Sentence) -> None:
        """What was given is no picture: the product can be made without one."""
        if self._is_at(wish) and wish.pictures:
            self.begin(replace(wish, pictures=()), keeps_typed=True)
            self.view.show_failure(failure)

    def _save(self, draft: ProductDraft) -> None:
        self._editor.add_product(draft, self._wish.pictures, self._kind)

    def _on_added(self, product: AddedProduct) -> None:
        self._end(WishGranted(product.product_id, product.edit.title, product.edit.id, is_new=True))

    def _add_to(self, product: Result) -> None:
        self._editor.give_pictures(product, self._wish.pictures, self._kind)

    def _on_given(self, product: Result, added: AddedPictures) -> None:
        edit_id = added.edit.id if added.edit is not None else None
        self._end(WishGranted(product.product_id, product.title, edit_id, is_new=False))

    def _end(self, granted: WishGranted) -> None:
        back_to = self._wish.back_to
        self.leave()
        self.made.emit(granted.product_id)
        if back_to:
            self._services.news.wanted.emit(back_to, granted)

    def _on_left(self) -> None:
        """What was typed is nowhere else: ask before it goes."""
        if not self.view.is_begun:
            self._give_up()
            return
        question = self.tr("What you typed for the new product is not saved. Leave it?")
        ask(self.view, question, self.tr("Leave without saving"), self._give_up, _Role.DestructiveRole)

    def _give_up(self) -> None:
        back_to = self._wish.back_to
        self.leave()
        if back_to:
            self._services.news.wanted.emit(back_to, None)

    def _on_camera_chosen(self, name: str) -> None:
        preferences = self._services.preferences
        preferences.change(replace(preferences.settings, camera=name))

    def _on_camera_failed(self, reason: str) -> None:
        self.leave()
        words = self.tr("The webcam gives no picture. The system says: {reason}")
        self.failed.emit(words.format(reason=reason))
