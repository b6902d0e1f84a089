"""The search page before the first search: an invitation, and samples where the shop has some."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.background.thumbnails import Thumbnails
from desktop_app.look.icons import pixmap
from desktop_app.look.language import Translated
from desktop_app.look.theme import ThemeSwitch
from desktop_app.look.tool_tip import plain_tip
from desktop_app.widgets.drop_frame import DropFrame
from desktop_app.widgets.labels import text_label
from desktop_app.widgets.pictures.picture_tile import PictureTile

_SAMPLES = 6
_ICON = 56


class StartView(Translated, QWidget):
    """The page that owns it adds the buttons."""

    sample_chosen = Signal(object)
    """Path of a sample picture."""

    def __init__(self, themes: ThemeSwitch, thumbnails: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._thumbnails = thumbnails
        self._tiles: dict[str, PictureTile] = {}
        self.frame = DropFrame(themes, self)
        self._icon = QLabel(self.frame)
        self._icon.setFixedSize(QSize(_ICON, _ICON))
        self._title = text_label("display", wrap=True)
        self._words = text_label("muted", wrap=True)
        for label in (self._title, self._words):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(12)
        actions = QHBoxLayout()
        actions.addStretch(1)
        actions.addLayout(self._buttons)
        actions.addStretch(1)
        inside = QVBoxLayout(self.frame)
        inside.setContentsMargins(32, 32, 32, 32)
        inside.setSpacing(8)
        inside.addStretch(1)
        inside.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addSpacing(8)
        inside.addWidget(self._title)
        inside.addWidget(self._words)
        inside.addSpacing(16)
        inside.addLayout(actions)
        inside.addStretch(1)
        self._samples_title = text_label("section")
        self._samples = QHBoxLayout()
        self._samples.setSpacing(8)
        self._samples_box = QWidget(self)
        box = QVBoxLayout(self._samples_box)
        box.setContentsMargins(0, 16, 0, 0)
        box.setSpacing(8)
        box.addWidget(self._samples_title)
        box.addLayout(self._samples)
        self._samples_box.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 28, 32, 28)
        column.setSpacing(0)
        column.addWidget(self.frame, 1)
        column.addWidget(self._samples_box)
        thumbnails.ready.connect(self._show_sample)
        themes.changed.connect(self._paint_icon)
        self._paint_icon()
        self.retranslate()

    def add_button(self, button: QWidget) -> None:
        """Put a button below the words."""
        self._buttons.addWidget(button)

    def show_samples(self, samples: tuple[Path, ...]) -> None:
        """Offer these pictures to try the search with."""
        for number, path in enumerate(samples[:_SAMPLES]):
            tile = PictureTile(self._themes, 112, self)
            tile.setToolTip(plain_tip(path.stem))
            tile.clicked.connect(lambda _checked=False, chosen=path: self.sample_chosen.emit(chosen))
            self._tiles[str(path)] = tile
            self._samples.insertWidget(number, tile)
            self._show_sample(str(path))
        self._samples.addStretch(1)
        self._samples_box.setVisible(bool(self._tiles))
        self.retranslate()

    @property
    def tiles(self) -> tuple[PictureTile, ...]:
        """The samples that are offered."""
        return tuple(self._tiles.values())

    def _show_sample(self, path: str) -> None:
        if path in self._tiles:
            self._tiles[path].show_pixmap(self._thumbnails.get(path))

    def _paint_icon(self) -> None:
        colour = self._themes.colours.accent
        self._icon.setPixmap(pixmap("drop", colour, _ICON, self.devicePixelRatioF()))

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self._title.setText(self.tr("Drop a picture of a product here"))
        self._words.setText(
            self.tr("One picture, several, or a film. Snapshelf finds which product of your shop it is.")
        )
        self._samples_title.setText(self.tr("Or try one of these photos from the counter"))
        for number, tile in enumerate(self._tiles.values(), start=1):
            tile.setAccessibleName(self.tr("Sample photo {number}").format(number=number))
