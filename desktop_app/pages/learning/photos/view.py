"""The side of the learning page about photos: how many there are, more of them, a walk through the shop."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.catalog.lists.filters import ENOUGH_PHOTOS, Filter
from core.ingest.photo_folder import PhotoFolder, add_photo_folder, read_photo_folder
from core.steps.undo import undo_step
from desktop_app.engine.jobs import About, Lane
from desktop_app.engine.question import Question
from desktop_app.pages.learning.photos.card import ProductPhotosCard
from desktop_app.pages.learning.photos.material import ShortProduct, material_of, short_products
from desktop_app.pages.learning.photos.preview import FolderPreview
from desktop_app.pages.learning.walk.card import WalkCard
from desktop_app.pages.shop_page import PageServices
from desktop_app.pages.shop_work import ShopWork
from desktop_app.program.user_name import user_name
from desktop_app.widgets.message_bar import MessageBar
from desktop_app.widgets.scrolling import scrolling

if TYPE_CHECKING:
    from core.ingest.product_import import ImportReport
    from desktop_app.camera.camera import CameraWatch
    from desktop_app.pages.learning.photos.shooting import ShootingDialog

_WIDTH = 880


class PhotosView(QWidget):
    """What takes time shows its progress at the page's foot, where it is stopped and taken back."""

    def __init__(self, services: PageServices, message: MessageBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = services.shop_jobs
        self._material = Question(services.shop_jobs)
        self._message = message
        self._work = ShopWork(self._jobs, message, self)
        self._work.came_to_nothing.connect(lambda: services.news.changed.emit(None))  # some may be there
        self._watch: CameraWatch | None = None
        self.products = ProductPhotosCard(services.themes, self)
        self.walk = WalkCard(services, self)
        inside = QWidget(self)
        area = scrolling(inside)
        inside.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.products)
        column.addWidget(self.walk)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        self.products.folder_chosen.connect(self.look_into)
        self.products.list_wanted.connect(self._list_products)
        self.products.shoot_wanted.connect(self._find_short)

    def set_camera_watch(self, watch: CameraWatch) -> None:
        """Cameras can be looked for from now on."""
        self._watch = watch
        self.walk.set_camera_watch(watch)
        watch.changed.connect(lambda: self.products.show_cameras(watch.names()))
        self.products.show_cameras(watch.names())

    def is_busy(self) -> bool:
        """An import of photos would be cut off."""
        return self._work.is_busy

    def is_under_way(self) -> bool:
        """Whether photos are being taken in, of products or of a walk."""
        return self._work.is_busy or self.walk.runner.is_running

    def refresh(self) -> None:
        """Count anew."""
        self._material.ask(lambda shop, _report: material_of(shop), self.products.show_material)
        self.walk.refresh()

    def look_into(self, folder: Path) -> None:
        """Find whose photos are in ``folder``, and show that before anything is done."""
        if not self._work.is_busy:
            self._work.run(
                lambda shop, _report: read_photo_folder(shop.catalog, folder),
                self._show_preview,
                stage=lambda: self.tr("Looking through the folder"),
                lane=Lane.READING,
            )

    def add(self, found: PhotoFolder) -> None:
        """Give these photos to their products, beside all other work."""
        self._work.run(
            lambda shop, report: add_photo_folder(shop, found, who=user_name(), progress=report),
            self._on_added,
            stage=lambda: self.tr("Photos of products"),
            lane=Lane.IMPORTING,
            about=About(lambda: self.tr("Photos of products"), "learning"),
            cancelled=lambda: self.tr("Stopped. Photos that were added before that stay."),
        )

    def shoot(self, products: Sequence[ShortProduct]) -> ShootingDialog:
        """Photograph these products; :meth:`ShootingDialog.open_on` begins it."""
        from desktop_app.pages.learning.photos.shooting import ShootingDialog

        dialog = ShootingDialog(self._services, products, self.window())
        dialog.finished.connect(lambda _result: self._on_shot(dialog.taken))
        return dialog

    def _show_preview(self, found: PhotoFolder) -> None:
        self._message.clear()
        self.preview = FolderPreview(found, self.window())
        self.preview.accepted.connect(lambda: self.add(found))
        self.preview.open()

    def _on_added(self, report: ImportReport) -> None:
        count, step = report.photos_added, report.step
        undo = None if step is None else lambda: self._undo(step)
        self._message.say(lambda: (self._added_in_words(count), self.tr("Undo")), undo)
        self._services.news.changed.emit(None)

    def _undo(self, step: int) -> None:
        def done(_turned: object) -> None:
            self._message.say(lambda: (self.tr("The photos are out of the shop again."), ""))
            self._services.news.changed.emit(None)

        self._work.run(
            lambda shop, report: undo_step(shop, who=user_name(), progress=report, only=step),
            done,
            stage=lambda: self.tr("Photos of products"),
        )

    def _added_in_words(self, count: int) -> str:
        return self.tr("%n photo(s) are new.", "", count)

    def _find_short(self) -> None:
        def found(products: Sequence[ShortProduct]) -> None:
            name = self._services.preferences.settings.camera
            device = self._watch.device(name) if self._watch is not None else None
            if products and device is not None:
                self.shoot(products).open_on(device)

        self._jobs.run(lambda shop, _report: short_products(shop), success=found)

    def _on_shot(self, count: int) -> None:
        self._message.say(lambda: (self._added_in_words(count), ""))
        self._services.news.changed.emit(None)

    def _list_products(self) -> None:
        self._services.news.wanted.emit("catalog", Filter(fewer_photos=ENOUGH_PHOTOS))
