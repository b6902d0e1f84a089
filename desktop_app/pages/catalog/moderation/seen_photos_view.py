"""The photos on which something was seen: look at each with its frames, and decide."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from core.finding import FindingKind
from desktop_app.engine.qt_pictures import load_scaled
from desktop_app.look.language import Translated, in_words
from desktop_app.pages.catalog.moderation.kind_words import kind_name
from desktop_app.pages.catalog.moderation.model import PRODUCT, SeenModel
from desktop_app.widgets.fields.wheel import ChoiceBox
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import text_label
from desktop_app.widgets.pictures.boxed_picture import BoxedPicture
from desktop_app.widgets.row_table import RowTable

if TYPE_CHECKING:
    from desktop_app.engine.jobs import Job
    from desktop_app.pages.catalog.moderation.shown import SeenPhoto, SeenPhotos
    from desktop_app.pages.shop_page import PageServices

_ROW, _SIDE = 40, 1000
_STATES: tuple[Callable[[SeenPhoto], bool], ...] = (
    lambda photo: photo.shown is None,
    lambda photo: photo.shown is False,
    lambda photo: photo.shown is True,
    lambda _photo: True,
)


class SeenPhotosView(Translated, QWidget):
    """Asks for decisions, and for faces to go; the dialog carries them out.

    A allows the chosen photos, N does not show them, B blurs the faces on them.
    """

    decided = Signal(object, bool)
    """Hashes, and whether these photos may be shown."""
    blur_wanted = Signal(object)
    """Hashes of counter photos with faces."""

    def __init__(self, services: PageServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = services.jobs
        self._found: tuple[SeenPhoto, ...] = ()
        self._loading: Job | None = None
        self._may_decide = self._is_looking = False
        self.kind, self.state = ChoiceBox(self), ChoiceBox(self)
        self.model = SeenModel(self)
        self.table = RowTable(_ROW, self)
        self.nothing = text_label("muted", wrap=True)
        self.picture = BoxedPicture(services.themes, self)
        self.words = text_label("body", wrap=True)
        self.blur_button = IconButton(services.themes, "picture", "quiet", self)
        self.allow_button = IconButton(services.themes, "check", parent=self)
        self.hide_button = IconButton(services.themes, "close", "primary", self)
        self._build()
        self._connect()
        self.retranslate()

    @property
    def chosen(self) -> list[SeenPhoto]:
        """The photos whose rows are chosen."""
        rows = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        return [self.model.photos[row] for row in rows if row < len(self.model.photos)]

    def show_found(self, found: SeenPhotos) -> None:
        """Show these; the row stays where it is, so that the next photo takes a decided one's place."""
        self._found = found.photos
        self._fill()

    def allow_deciding(self, allowed: bool) -> None:
        """Nothing is decided while the shop is asked, or can only be read."""
        self._may_decide = allowed
        self._allow()

    def tell_looking(self, looking: bool) -> None:
        """While photos are looked at nobody can say that nothing waits."""
        self._is_looking = looking
        self._write()

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self._name_choices()
        self.kind.setAccessibleName(self.tr("What was seen"))
        self.state.setAccessibleName(self.tr("What was decided"))
        self.table.setAccessibleName(self.tr("Photos on which something was seen"))
        self.blur_button.setText(self.tr("Blur faces"))
        self.blur_button.setToolTip(self.tr("Make the faces on the chosen counter photos unrecognisable (B)"))
        self.allow_button.setText(self.tr("May be shown"))
        self.allow_button.setToolTip(self.tr("A person has looked, and it is fine (A)"))
        self.hide_button.setText(self.tr("Do not show"))
        self.hide_button.setToolTip(self.tr("Customers do not see it; it stays in the shop (N)"))
        self.model.retranslate()
        self._write()

    def _fill(self) -> None:
        row = max(0, self.table.currentIndex().row())
        self.model.show_photos([one for one in self._found if self._is_wanted(one)])
        count = self.model.rowCount()
        self.table.setVisible(count > 0)
        self.nothing.setVisible(count == 0)
        if count:
            self.table.selectRow(min(row, count - 1))
        self._on_chosen()

    def _is_wanted(self, photo: SeenPhoto) -> bool:
        if not _STATES[max(0, self.state.currentIndex())](photo):
            return False
        kind = self.kind.currentData()
        if kind is None:
            return photo.shown is not None or photo.kinds != {FindingKind.QUALITY}
        return kind in photo.kinds

    def _on_chosen(self) -> None:
        self._allow()
        self._write()
        if self._loading is not None:
            self._loading.cancel()
        chosen = self.chosen
        if not chosen or not chosen[0].path:
            self.picture.show_boxes(QImage(), ())
            return
        photo = chosen[0]
        self._loading = self._jobs.run(
            lambda _report: load_scaled(photo.path, _SIDE),
            success=lambda image: self.picture.show_boxes(image, photo.boxes),
            whose=self,
        )

    def _decide(self, *, shown: bool) -> None:
        hashes = [one.sha256 for one in self.chosen if one.sha256]
        if hashes and self._may_decide:
            self.decided.emit(hashes, shown)

    def _blur(self) -> None:
        hashes = [one.sha256 for one in self.chosen if one.may_be_blurred]
        if hashes and self._may_decide:
            self.blur_wanted.emit(hashes)

    def _allow(self) -> None:
        some = self._may_decide and any(one.sha256 for one in self.chosen)
        self.allow_button.setEnabled(some)
        self.hide_button.setEnabled(some)
        can_be_blurred = any(one.may_be_blurred for one in self.chosen)
        self.blur_button.setVisible(can_be_blurred)
        self.blur_button.setEnabled(self._may_decide and can_be_blurred)

    def _write(self) -> None:
        chosen = self.chosen
        self.nothing.setText(
            self.tr("Still looking. Nothing was seen so far.")
            if self._is_looking
            else self.tr("Nothing waits here.")
        )
        if not chosen:
            self.words.setText("")
            return
        told = [in_words(one.text) for one in chosen[0].findings]
        if not chosen[0].path:
            told.append(self.tr("It has no photo: change its words, or archive it."))
        self.words.setText("\n".join(dict.fromkeys(told)))
        self.picture.setAccessibleName(chosen[0].title)
        self.picture.setAccessibleDescription(self.words.text())

    def _name_choices(self) -> None:
        for box, names in (
            (
                self.kind,
                [(self.tr("Whatever must not be shown"), None), *((kind_name(k), k) for k in FindingKind)],
            ),
            (
                self.state,
                [
                    (self.tr("Waiting"), None),
                    (self.tr("Not shown"), None),
                    (self.tr("May be shown"), None),
                    (self.tr("All"), None),
                ],
            ),
        ):
            row = max(0, box.currentIndex())
            box.blockSignals(True)
            box.clear()
            for name, data in names:
                box.addItem(name, data)
            box.setCurrentIndex(row)
            box.blockSignals(False)

    def _build(self) -> None:
        self.table.setModel(self.model)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(PRODUCT, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        choices = QHBoxLayout()
        choices.setSpacing(8)
        choices.addWidget(self.kind, 1)
        choices.addWidget(self.state)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addLayout(choices)
        left.addWidget(self.table, 1)
        left.addWidget(self.nothing)
        left.addStretch(0)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.blur_button)
        buttons.addStretch(1)
        buttons.addWidget(self.allow_button)
        buttons.addWidget(self.hide_button)
        self.picture.setMinimumSize(240, 160)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self.picture, 1)
        right.addWidget(self.words)
        right.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 16, 0, 0)
        row.setSpacing(24)
        row.addLayout(left, 5)
        row.addLayout(right, 4)

    def _connect(self) -> None:
        self.kind.activated.connect(lambda _row: self._fill())
        self.state.activated.connect(lambda _row: self._fill())
        self.table.selectionModel().selectionChanged.connect(lambda _on, _off: self._on_chosen())
        for button, key, act in (
            (self.allow_button, "A", partial(self._decide, shown=True)),
            (self.hide_button, "N", partial(self._decide, shown=False)),
            (self.blur_button, "B", self._blur),
        ):
            button.clicked.connect(lambda _checked=False, act=act: act())
            shortcut = QShortcut(QKeySequence(key), self, act)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
