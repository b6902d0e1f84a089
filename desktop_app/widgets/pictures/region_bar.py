"""Small pictures of the parts that may be meant; pressing one chooses it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Signal
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from core.imaging.cut import Box
from desktop_app.look.theme import ThemeSwitch
from desktop_app.look.tool_tip import plain_tip
from desktop_app.widgets.pictures.picture_tile import PictureTile

SIDE = 48
MOST = 4
_GAP = 4


class RegionBar(QWidget):
    """Keeps its room while there is nothing to choose, so that nothing jumps; where that is too little for
    all, the first are shown, and the others are chosen by their keys."""

    chosen = Signal(object)
    """The Box."""
    pointed_at = Signal(object)
    """The Box under the pointer or with the focus; None when there is none."""

    def __init__(self, themes: ThemeSwitch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._regions: tuple[Box, ...] = ()
        self._picture = 0
        self.tiles = [PictureTile(themes, SIDE, self) for _ in range(MOST)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        for number, tile in enumerate(self.tiles):
            tile.setCheckable(True)
            tile.clicked.connect(lambda _checked=False, place=number: self.choose(place))
            tile.installEventFilter(self)
            tile.hide()
            row.addWidget(tile)
        row.addStretch(1)
        self.setFixedHeight(SIDE)
        self.setMinimumWidth(SIDE)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def regions(self) -> tuple[Box, ...]:
        """What can be chosen."""
        return self._regions

    def show_regions(self, image: QImage, regions: Sequence[Box], chosen: Box) -> None:
        """Offer these parts of ``image``; ``chosen`` is the one that is searched."""
        regions = tuple(regions[:MOST])
        if (regions, image.cacheKey()) != (self._regions, self._picture):
            self._regions, self._picture = regions, image.cacheKey()
            for number, tile in enumerate(self.tiles):
                if number < len(regions):
                    tile.show_pixmap(_part(image, regions[number]))
            self._show_what_fits()
        for tile, region in zip(self.tiles, regions, strict=False):
            tile.setChecked(region == chosen)
            tile.update()

    def choose(self, place: int) -> None:
        """Choose one by its place; nothing where there is none."""
        if place < len(self._regions):
            self.chosen.emit(self._regions[place])

    def name_tiles(self, names: Sequence[str], tips: Sequence[str]) -> None:
        """What they are called, in the user's language."""
        for tile, name, tip in zip(self.tiles, names, tips, strict=True):
            tile.setAccessibleName(name)
            tile.setToolTip(plain_tip(tip))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many as there is room for."""
        super().resizeEvent(event)
        self._show_what_fits()

    def _show_what_fits(self) -> None:
        room = (self.width() + _GAP) // (SIDE + _GAP)
        for number, tile in enumerate(self.tiles):
            tile.setVisible(number < min(room, len(self._regions)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say which part the user looks at."""
        if event.type() in (QEvent.Type.Enter, QEvent.Type.FocusIn):
            place = next((n for n, tile in enumerate(self.tiles) if tile is watched), MOST)
            self.pointed_at.emit(self._regions[place] if place < len(self._regions) else None)
        elif event.type() in (QEvent.Type.Leave, QEvent.Type.FocusOut, QEvent.Type.Hide):
            self.pointed_at.emit(None)
        return super().eventFilter(watched, event)


def _part(image: QImage, box: Box) -> QPixmap:
    if image.isNull():
        return QPixmap()
    area = QRect(
        int(box.left * image.width()),
        int(box.top * image.height()),
        max(1, round(box.width * image.width())),
        max(1, round(box.height * image.height())),
    )
    return QPixmap.fromImage(image.copy(area))
