"""The first steps: three cards in a corner of the window, over no button of the work that they speak of."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.look.language import Translated
from desktop_app.look.theme import ThemeSwitch
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import text_label

STEPS = 3
_WIDTH, _MARGIN, _HEAD, _FOOT = 400, 24, 104, 52


class FirstSteps(Translated, QFrame):
    """Search with a picture, teach it, bring products in; each step can be tried from here."""

    wanted = Signal(str, object)
    """Go to the page of this name."""
    import_wanted = Signal()
    finished = Signal()
    """All seen, or skipped."""

    def __init__(self, themes: ThemeSwitch, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("kind", "floating")
        self.setFixedWidth(_WIDTH)
        self._window = window
        self._step = 0
        self._count = text_label("section")
        self._title = text_label("title", wrap=True)
        self._words = text_label("body", wrap=True)
        self.try_button = IconButton(themes, "open", "plain", self)
        self.skip_button = QPushButton(self)
        self.skip_button.setProperty("kind", "quiet")
        self.next_button = QPushButton(self)
        self.next_button.setProperty("kind", "primary")
        self.try_button.clicked.connect(self._try)
        self.skip_button.clicked.connect(self.finish)
        self.next_button.clicked.connect(self._go_on)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.try_button)
        buttons.addStretch(1)
        buttons.addWidget(self.skip_button)
        buttons.addWidget(self.next_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        column.addWidget(self._count)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addSpacing(8)
        column.addLayout(buttons)
        # The pages have been laid out by the time it ends, and their buttons stand where they stay.
        self._settled = QTimer(self, singleShot=True, interval=0)
        self._settled.timeout.connect(self._fit)
        window.installEventFilter(self)
        self.retranslate()
        self.hide()

    @property
    def step(self) -> int:
        """Which step is shown, from 0."""
        return self._step

    def begin(self) -> None:
        """Show the first step; the focus stays where it is."""
        self._step = 0
        self.retranslate()
        self.show()
        self.raise_()

    def finish(self) -> None:
        """Put it away, for good unless it is asked for in the Help menu."""
        self.hide()
        self.finished.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the corner."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._settled.start()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape skips it."""
        if event.key() == Qt.Key.Key_Escape:
            self.finish()
        else:
            super().keyPressEvent(event)

    def _go_on(self) -> None:
        if self._step + 1 == STEPS:
            self.finish()
            return
        self._step += 1
        self.retranslate()

    def _try(self) -> None:
        if self._step + 1 == STEPS:
            self.import_wanted.emit()
        else:
            self.wanted.emit("search" if self._step == 0 else "learning", None)
            self._settled.start()

    def _fit(self) -> None:
        layout = self.layout()
        height = layout.totalHeightForWidth(_WIDTH) if layout is not None else self.sizeHint().height()
        room = self._window.rect()
        right = room.right() - _WIDTH - _MARGIN
        corners = [QRect(right, top, _WIDTH, height) for top in (room.bottom() - height - _FOOT, _HEAD)]
        self.setGeometry(next((corner for corner in corners if not self._covers(corner)), corners[0]))

    def _covers(self, corner: QRect) -> bool:
        """Whether it would lie over a button of the page in front."""
        window = self._window
        return any(
            corner.intersects(QRect(button.mapTo(window, QPoint()), button.size()))
            for button in window.findChildren(QPushButton)
            if button.isVisible() and not self.isAncestorOf(button)
        )

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        titles = (
            self.tr("Search with a picture"),
            self.tr("Teach it"),
            self.tr("Bring your products in"),
        )
        words = (
            self.tr(
                "Drop a picture on the window, paste one, or hold the product in front of the webcam. The "
                "window says which product of your shop it is."
            ),
            self.tr(
                "A lesson learns what your products look like at your counter. It is put in use only if it "
                "proves better, and one click goes back."
            ),
            self.tr(
                "Import the table of your products, or a folder of pictures. Tables of many web shops and "
                "tills are understood as they are."
            ),
        )
        tries = (self.tr("Go to the search"), self.tr("Go to learning"), self.tr("Import a table…"))
        self._count.setText(
            self.tr("First steps · {step} of {steps}").format(step=self._step + 1, steps=STEPS)
        )
        self._title.setText(titles[self._step])
        self._words.setText(words[self._step])
        self.try_button.setText(tries[self._step])
        self.skip_button.setText(self.tr("Skip"))
        self.skip_button.setVisible(self._step + 1 < STEPS)
        self.next_button.setText(self.tr("Next") if self._step + 1 < STEPS else self.tr("Done"))
        self.setAccessibleName(f"{self._title.text()}. {self._words.text()}")
        self._settled.start()
