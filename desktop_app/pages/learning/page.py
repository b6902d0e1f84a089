"""The learning page: lessons at one side, at the other the photos that they learn from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QSpacerItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.engine.engine import ShopFacts
from desktop_app.pages.learning.evaluation_dialog import EvaluationDialog
from desktop_app.pages.learning.idle import IdleLessons
from desktop_app.pages.learning.photos.view import PhotosView
from desktop_app.pages.learning.teaching_view import TeachingView
from desktop_app.pages.shop_page import PageServices, ShopPage
from desktop_app.widgets.file_dialog import FileDialog
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import text_label
from desktop_app.widgets.message_bar import MessageBar

if TYPE_CHECKING:
    from desktop_app.camera.camera import CameraWatch


class LearningPage(ShopPage):
    """Assembly; what each side does is its own business."""

    name = "learning"
    icon_name = "learn"
    shows_work = True

    def __init__(self, services: PageServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = services.shop_jobs
        self._title = text_label("display")
        self.teaching_button, self.photos_button = QPushButton(self), QPushButton(self)
        self.measure_button = IconButton(services.themes, "chart", "plain", self)
        self.message = MessageBar(services.themes, self)
        self.teaching = TeachingView(services, self)
        self.photos = PhotosView(services, self.message, self)
        self.idle = IdleLessons(self._jobs, services.preferences, self._is_under_way, self)
        self._build()
        self._connect()
        self.retranslate()

    def title(self) -> str:
        """What stands under its icon."""
        return self.tr("Learning")

    def keys(self) -> list[tuple[str, str]]:
        """Keys of the list of lessons."""
        return [
            (self.tr("Enter"), self.tr("Use the chosen lesson")),
            (self.tr("Del"), self.tr("Remove the chosen lesson")),
        ]

    def show_shop(self, facts: ShopFacts) -> None:
        """The shop is open, or holds other products than before."""
        del facts
        self._refresh()

    def entered(self) -> None:
        """Bring both sides up to date; what the window told of a lesson was read here."""
        self._services.news.told.emit(self.name, None)
        if self.teaching.shown is not None:
            self._refresh()
        (self.teaching.list if self.teaching.isVisible() else self.photos_button).setFocus()

    def set_camera_watch(self, watch: CameraWatch) -> None:
        """Cameras can be looked for from now on."""
        self.photos.set_camera_watch(watch)

    def is_busy(self) -> bool:
        """A lesson or an import of photos would be cut off."""
        return self.teaching.is_busy() or self.photos.is_busy()

    def show_photos(self) -> None:
        """Show the photos that lessons learn from."""
        self.photos_button.setChecked(True)

    def measure(self, table: Path) -> EvaluationDialog:
        """Measure how well the products on a table's photos are recognised, beside the work."""
        dialog = EvaluationDialog(self._jobs, table, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()
        return dialog

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self._title.setText(self.tr("Learning"))
        self.teaching_button.setText(self.tr("Lessons"))
        self.photos_button.setText(self.tr("Photos"))
        self.measure_button.setText(self.tr("Measure on other photos…"))
        self.measure_button.setToolTip(
            self.tr("A table with the columns photo and sku says what is on each picture")
        )
        self.message.retranslate(self.tr("Close"))

    def _refresh(self) -> None:
        self.teaching.refresh()
        self.photos.refresh()

    def _is_under_way(self) -> bool:
        return self.teaching.runner.is_running or self.photos.is_under_way() or self.teaching.shown is None

    def _ask_for_photos(self) -> None:
        dialog = FileDialog(self, self.tr("Choose a table of photos with their products"), "tables")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Tables") + " (*.csv *.tsv *.txt *.xlsx)"])
        dialog.fileSelected.connect(lambda file: self.measure(Path(file)))
        dialog.open()

    def _show_side(self) -> None:
        photos = self.photos_button.isChecked()
        self._sides.setCurrentWidget(self.photos if photos else self.teaching)
        self.measure_button.setVisible(not photos)

    def _build(self) -> None:
        self._sides = QStackedWidget(self)
        self._sides.addWidget(self.teaching)
        self._sides.addWidget(self.photos)
        switch = QButtonGroup(self)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._title)
        top.addSpacing(16)
        for button in (self.teaching_button, self.photos_button):
            button.setCheckable(True)
            button.setProperty("kind", "choice")
            button.setAutoDefault(False)
            switch.addButton(button)
            top.addWidget(button)
        top.addStretch(1)
        top.addWidget(self.measure_button)
        top.addSpacerItem(
            QSpacerItem(0, self.measure_button.sizeHint().height())
        )  # one height for both sides
        self.teaching_button.setChecked(True)
        switch.buttonToggled.connect(lambda _button, _on: self._show_side())
        inside = QVBoxLayout()
        inside.setContentsMargins(32, 24, 32, 16)
        inside.setSpacing(8)
        inside.addLayout(top)
        inside.addWidget(self._sides, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(inside, 1)
        column.addWidget(self.message)

    def _connect(self) -> None:
        self.idle.due.connect(self.teaching.start_by_itself)
        self.idle.others_due.connect(self.teaching.examine_others)
        self.measure_button.clicked.connect(self._ask_for_photos)
        self.teaching.photos_wanted.connect(self.show_photos)
        self._services.news.changed.connect(lambda _sender: self._refresh())
