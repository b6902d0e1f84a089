"""From "new product" to a product of the shop: webcam, picture, proposal, saving."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QStackedWidget

from core.messages import Sentence
from desktop_app.engine.decoded_pictures import WHOLE_SIDE
from desktop_app.engine.engine import PictureSource
from desktop_app.engine.qt_pictures import to_qimage
from desktop_app.engine.shop_engine import decode_picture
from desktop_app.pages.catalog.editor import CatalogEditor
from desktop_app.pages.catalog.new_product.proposal import Proposal, propose
from desktop_app.pages.catalog.new_product.view import NewProductView
from desktop_app.pages.shop_page import PageServices

if TYPE_CHECKING:
    from core.catalog.products.products import ProductDraft
    from desktop_app.camera.camera import CameraWatch
    from desktop_app.camera.camera_view import CameraPage

_PREVIEW_SIDE = 1024


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
        self._source: PictureSource | None = None
        self._watch: CameraWatch | None = None
        self.camera: CameraPage | None = None
        self.view = NewProductView(services.themes, stack)
        stack.addWidget(self.view)
        self.view.save_wanted.connect(self._save)
        self.view.add_to_wanted.connect(self._add_to)
        self.view.left.connect(self.leave)
        editor.added.connect(self._on_added)
        editor.not_added.connect(self.view.show_failure)

    def set_camera_watch(self, watch: CameraWatch) -> None:
        """Cameras can be looked for from now on."""
        self._watch = watch

    def ask(self) -> None:
        """Show the webcam's picture; without a webcam, the form."""
        if self._watch is None or not self._watch.names():
            self._begin(None, QImage())
            return
        if self.camera is None:
            self.camera = self._make_camera(self._watch)
        self._stack.setCurrentWidget(self.camera)
        self.camera.start(self._services.preferences.settings.camera)

    def take_shot(self, image: QImage) -> None:
        """Begin a new product with what the webcam saw."""
        self._begin(PictureSource(self.tr("Webcam"), pixels=image), image)

    def begin_with(self, source: PictureSource) -> None:
        """Begin a new product with a picture that was dropped."""
        self._begin(source, QImage())
        self._services.jobs.run(
            lambda _report: to_qimage(decode_picture(source, WHOLE_SIDE), max_side=_PREVIEW_SIDE),
            success=self.view.show_picture,
            failure=self._on_no_picture,
        )

    def leave_camera(self) -> None:
        """Let go of the camera, if it is on."""
        if self.camera is not None and self._stack.currentWidget() is self.camera:
            self.leave()

    def leave(self) -> None:
        """Back to the list."""
        if self.camera is not None:
            self.camera.stop()
        self._source = None
        if self._stack.currentIndex() != 0:
            self._stack.setCurrentIndex(0)
            self.left.emit()

    def _make_camera(self, watch: CameraWatch) -> CameraPage:
        from desktop_app.camera.camera_view import CameraPage

        camera = CameraPage(self._services.themes, watch, self._stack)
        camera.taken.connect(self.take_shot)
        camera.left.connect(self.leave)
        camera.failed.connect(self._on_camera_failed)
        camera.camera_chosen.connect(self._on_camera_chosen)
        self._stack.addWidget(camera)
        return camera

    def _begin(self, source: PictureSource | None, image: QImage) -> None:
        if self.camera is not None:
            self.camera.stop()
        self._source = source
        self._stack.setCurrentWidget(self.view)
        self.view.start(image)
        self._services.shop_jobs.run(
            lambda shop, _report: propose(shop, source),
            success=lambda proposal: self._on_proposal(source, proposal),
            failure=self._on_no_picture,
        )

    def _on_proposal(self, source: PictureSource | None, proposal: Proposal) -> None:
        if source is self._source:
            self.view.propose(proposal)

    def _on_no_picture(self, failure: Sentence) -> None:
        """What was given is no picture: the product can be made without one."""
        if self._source is not None:
            self._begin(None, QImage())
            self.view.show_failure(failure)

    def _save(self, draft: ProductDraft) -> None:
        self._editor.add_product(draft, [self._source] if self._source is not None else [])

    def _on_added(self, product_id: int) -> None:
        self.leave()
        self.made.emit(product_id)

    def _add_to(self, product_id: int) -> None:
        source = self._source
        self.leave()
        self.made.emit(product_id)
        if source is not None:
            self._editor.add_pictures(product_id, [source])

    def _on_camera_chosen(self, name: str) -> None:
        preferences = self._services.preferences
        preferences.change(replace(preferences.settings, camera=name))

    def _on_camera_failed(self, reason: str) -> None:
        self.leave()
        words = self.tr("The webcam gives no picture. The system says: {reason}")
        self.failed.emit(words.format(reason=reason))
