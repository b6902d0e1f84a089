"""One line at a page's foot: what was just done with a way to take it back, or what is under way."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QWidget

from desktop_app.look.theme import ThemeSwitch
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import text_label

Tone = Literal["plain", "bad"]

SHOWN_MS = 12_000

Words = Callable[[], tuple[str, str]]
"""A sentence and a button's text, in the language of now."""
Offer = tuple[Callable[[], str], Callable[[], None]]
"""A further button's text, and what it does."""


class MessageBar(QFrame):
    """Hidden while there is nothing to say. What is under way stays; anything else goes by itself."""

    closed = Signal()

    def __init__(self, themes: ThemeSwitch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messagebar")
        self._words: Words = lambda: ("", "")
        self._act: Callable[[], None] | None = None
        self._offer: Offer | None = None
        self.label = text_label("body", wrap=True)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(200)
        self.button = QPushButton(self)
        self.button.setProperty("kind", "quiet")
        self.button.setAutoDefault(False)
        self.button.clicked.connect(lambda: self._do(self._act))
        self.offer_button = QPushButton(self)
        self.offer_button.setProperty("kind", "quiet")
        self.offer_button.setAutoDefault(False)
        self.offer_button.clicked.connect(lambda: self._do(self._offer[1] if self._offer else None))
        self.close_button = IconButton(themes, "close", "primary", self)  # light on the line's dark ground
        self.close_button.clicked.connect(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 8, 4)
        row.setSpacing(12)
        row.addWidget(self.label, 1)
        row.addWidget(self.bar)
        row.addWidget(self.offer_button)
        row.addWidget(self.button)
        row.addWidget(self.close_button)
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._timer.timeout.connect(self.clear)
        self.hide()

    @property
    def is_working(self) -> bool:
        """Whether it shows what is under way."""
        return self.isVisible() and not self.bar.isHidden()

    def say(
        self,
        words: Words,
        act: Callable[[], None] | None = None,
        tone: Tone = "plain",
        offer: Offer | None = None,
    ) -> None:
        """Show a sentence and, with ``act``, a button; ``offer`` is a further one before it."""
        self._show(words, act, tone, offer)
        self.bar.hide()
        self.close_button.show()
        if tone == "plain":
            self._timer.start()
        else:
            self._timer.stop()

    def work(self, words: Words, cancel: Callable[[], None], done: int = 0, total: int = 0) -> None:
        """Show what is under way, how far (a total of 0: nobody knows), and the button that stops it."""
        self._timer.stop()
        self._show(words, cancel, "plain")
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.bar.setAccessibleName(self.label.text())
        self.bar.show()
        self.close_button.hide()

    def clear(self) -> None:
        """Nothing more to say."""
        self._timer.stop()
        self.hide()
        self.closed.emit()

    def retranslate(self, close: str) -> None:
        """Say all in the language of now; ``close`` names the button that closes the line."""
        self.close_button.setAccessibleName(close)
        self.close_button.setToolTip(close)
        self._write()

    def _show(
        self, words: Words, act: Callable[[], None] | None, tone: Tone, offer: Offer | None = None
    ) -> None:
        self._words, self._act, self._offer = words, act, offer
        self.setProperty("tone", tone)
        for widget in (self, self.label):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        self._write()
        self.button.setVisible(act is not None)
        self.offer_button.setVisible(offer is not None)
        self.show()

    def _write(self) -> None:
        text, button = self._words()
        self.label.setText(text)
        self.button.setText(button)
        self.offer_button.setText(self._offer[0]() if self._offer is not None else "")
        self.setAccessibleName(text)

    def _do(self, act: Callable[[], None] | None) -> None:
        if self.bar.isHidden():
            self.clear()
        if act is not None:
            act()
