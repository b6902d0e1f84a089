"""A product's photos in the panel: one large, the others below it, and what can be done with each."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.background.thumbnails import Thumbnails
from desktop_app.engine.jobs import Job, Jobs
from desktop_app.engine.qt_pictures import load_scaled
from desktop_app.look.language import Translated
from desktop_app.look.theme import ThemeSwitch
from desktop_app.pages.catalog.detail.seen_bar import SeenBar
from desktop_app.pages.catalog.facts import ShownPhoto
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import text_label
from desktop_app.widgets.pictures.picture_tile import PictureTile
from desktop_app.widgets.pictures.picture_view import PictureView

_PHOTO_SIDE = 900
_TILE = 64


class PhotoStrip(Translated, QWidget):
    """Shows photos; every change is a wish that the page fulfils."""

    add_wanted = Signal()
    remove_wanted = Signal(str)
    move_wanted = Signal(str, int)
    """A photo's hash and its new place."""
    kind_wanted = Signal(str, bool)
    """A photo's hash, and whether it is to be a counter photo."""
    decision_wanted = Signal(str, bool)
    """A photo's hash, and whether it may be shown."""

    def __init__(
        self, themes: ThemeSwitch, thumbnails: Thumbnails, jobs: Jobs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._themes = themes
        self._thumbnails = thumbnails
        self._jobs = jobs
        self._photos: tuple[ShownPhoto, ...] = ()
        self._chosen = ""
        self._loading: Job | None = None
        self._title = ""
        self._tiles: list[PictureTile] = []
        self._group = QButtonGroup(self)
        self.photo = PictureView(themes, self)
        self.photo.setFixedHeight(176)
        self._state = text_label("small", wrap=True)
        self._row = QHBoxLayout()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self._row.addStretch(1)
        strip = QWidget(self)
        strip.setLayout(self._row)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFixedHeight(_TILE + 14)
        self._area.setWidget(strip)
        self.add_button = IconButton(themes, "plus", "quiet", self)
        self.left_button = IconButton(themes, "left", "quiet", self)
        self.right_button = IconButton(themes, "right", "quiet", self)
        self.kind_button = IconButton(themes, "picture", "quiet", self)
        self.remove_button = IconButton(themes, "remove", "quiet", self)
        self.seen = SeenBar(themes, self)
        self._build()
        self._connect()
        self.retranslate()

    @property
    def chosen(self) -> str:
        """Hash of the photo that is shown large; "" without any."""
        return self._chosen

    def show_photos(self, photos: Sequence[ShownPhoto], title: str) -> None:
        """Show the photos of the product called ``title``; the one that was large stays so if it is there."""
        self._photos, self._title = tuple(photos), title
        for tile in self._tiles:
            self._group.removeButton(tile)
            tile.deleteLater()
        self._tiles = []
        for number, photo in enumerate(photos):
            tile = PictureTile(self._themes, _TILE, self)
            tile.setCheckable(True)
            tile.clicked.connect(lambda _checked=False, sha256=photo.sha256: self._choose(sha256))
            tile.show_pixmap(self._thumbnails.get(photo.thumbnail))
            self._group.addButton(tile)
            self._row.insertWidget(number, tile)
            self._tiles.append(tile)
        self._area.setVisible(len(photos) > 1)
        known = {photo.sha256 for photo in photos}
        self._choose(self._chosen if self._chosen in known else photos[0].sha256 if photos else "")

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        for button, words in (
            (self.add_button, self.tr("Add photos")),
            (self.left_button, self.tr("Move to the left; the first photo stands for the product")),
            (self.right_button, self.tr("Move to the right")),
            (self.remove_button, self.tr("Remove this photo")),
        ):
            button.setToolTip(words)
            button.setAccessibleName(words)
        self.photo.setAccessibleName(self.tr("Photo of {title}").format(title=self._title))
        for number, tile in enumerate(self._tiles, 1):
            tile.setAccessibleName(self.tr("Photo {number}").format(number=number))
        self._name_state()

    def _build(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        buttons.addWidget(self._state, 1)
        for button in (
            self.left_button,
            self.right_button,
            self.kind_button,
            self.remove_button,
            self.add_button,
        ):
            button.setFixedWidth(44)
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.photo)
        column.addWidget(self._area)
        column.addLayout(buttons)
        column.addWidget(self.seen)

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.add_wanted)
        self.remove_button.clicked.connect(lambda: self.remove_wanted.emit(self._chosen))
        self.left_button.clicked.connect(lambda: self._move(-1))
        self.right_button.clicked.connect(lambda: self._move(1))
        self.kind_button.clicked.connect(self._turn_kind)
        self.seen.decided.connect(lambda shown: self.decision_wanted.emit(self._chosen, shown))
        self._thumbnails.ready.connect(self._show_tile)

    def _place(self) -> int:
        return next((n for n, photo in enumerate(self._photos) if photo.sha256 == self._chosen), -1)

    def _move(self, by: int) -> None:
        self.move_wanted.emit(self._chosen, self._place() + by)

    def _turn_kind(self) -> None:
        photo = self._photos[self._place()]
        self.kind_wanted.emit(photo.sha256, not photo.is_counter)

    def _choose(self, sha256: str) -> None:
        if self._loading is not None:
            self._loading.cancel()
        changed = sha256 != self._chosen or self.photo.image.isNull()
        self._chosen = sha256
        place = self._place()
        for number, tile in enumerate(self._tiles):
            tile.setChecked(number == place)
        self.left_button.setEnabled(place > 0)
        self.right_button.setEnabled(0 <= place < len(self._photos) - 1)
        self.kind_button.setEnabled(place >= 0)
        self.remove_button.setEnabled(place >= 0)
        self.seen.show_photo(self._photos[place] if place >= 0 else None)
        self._name_state()
        if place < 0:
            self.photo.show_image(QImage())
        elif changed:
            path = self._photos[place].path
            self._loading = self._jobs.run(
                lambda _report: load_scaled(path, _PHOTO_SIDE), success=self.photo.show_image
            )

    def _name_state(self) -> None:
        place = self._place()
        if place < 0:
            self._state.setText(self.tr("No photo yet: drop one here"))
            return
        photo = self._photos[place]
        words = self.tr("Counter photo") if photo.is_counter else self.tr("Catalog photo")
        if photo.faces_gone:
            words = self.tr("Counter photo, faces blurred: {count}").format(count=photo.faces_gone)
        if photo.is_missing:
            words = self.tr("The file is missing")
        if len(self._photos) > 1:
            words = f"{place + 1} / {len(self._photos)} · {words}"
        self._state.setText(words)
        turn = self.tr("Make it a catalog photo") if photo.is_counter else self.tr("Make it a counter photo")
        self.kind_button.setToolTip(turn)
        self.kind_button.setAccessibleName(turn)

    def _show_tile(self, path: str) -> None:
        for tile, photo in zip(self._tiles, self._photos, strict=True):
            if photo.thumbnail == path:
                tile.show_pixmap(self._thumbnails.get(path))
