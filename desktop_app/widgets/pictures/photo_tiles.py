"""All photos of one product as small tiles in a row, one of them chosen; hidden where there is but one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QScrollArea, QWidget

from desktop_app.background.thumbnails import Thumbnails
from desktop_app.look.language import Translated
from desktop_app.look.theme import ThemeSwitch
from desktop_app.widgets.pictures.picture_tile import PictureTile

_TILE = 72


class PhotoTiles(Translated, QScrollArea):
    """Knows photos by their paths."""

    chosen = Signal(str)
    """The path of the photo that is to be seen large."""

    def __init__(self, themes: ThemeSwitch, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._thumbnails = thumbnails
        self._paths: tuple[str, ...] = ()
        self.tiles: list[PictureTile] = []
        self._group = QButtonGroup(self)
        inner = QWidget(self)
        self._row = QHBoxLayout(inner)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self._row.addStretch(1)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(_TILE + 16)
        self.setWidget(inner)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        thumbnails.ready.connect(self._show_tile)

    def show_photos(self, paths: Sequence[str], chosen: str) -> None:
        """Offer these; ``chosen`` is seen large."""
        if self._paths != tuple(paths):
            self._paths = tuple(paths)
            self._make_tiles()
        for path, tile in zip(self._paths, self.tiles, strict=False):
            tile.setChecked(path == chosen)
        self.setVisible(len(self._paths) > 1)

    def step(self, by: int) -> bool:
        """Choose the next photo, or the one before for −1; False if there is none to choose."""
        place = next((number for number, tile in enumerate(self.tiles) if tile.isChecked()), -1) + by
        if not self.tiles or not 0 <= place < len(self.tiles):
            return bool(self.tiles)
        self.ensureWidgetVisible(self.tiles[place])
        self.tiles[place].click()
        return True

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        for number, tile in enumerate(self.tiles, start=1):
            tile.setAccessibleName(self.tr("Photo {number}").format(number=number))

    def _make_tiles(self) -> None:
        for tile in self.tiles:
            self._group.removeButton(tile)
            tile.deleteLater()
        self.tiles = []
        for number, path in enumerate(self._paths if len(self._paths) > 1 else ()):
            tile = PictureTile(self._themes, _TILE, self)
            tile.setCheckable(True)
            tile.clicked.connect(lambda _checked=False, path=path: self.chosen.emit(path))
            self._group.addButton(tile)
            self._row.insertWidget(number, tile)
            self.tiles.append(tile)
            tile.show_pixmap(self._thumbnails.get(path))
        self.retranslate()

    def _show_tile(self, path: str) -> None:
        for shown, tile in zip(self._paths, self.tiles, strict=False):
            if shown == path:
                tile.show_pixmap(self._thumbnails.get(path))
