"""The code that lets one phone in, where it leads, and by what the phone knows this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QLocale, Qt, QTimer
from PySide6.QtGui import QHideEvent, QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core.paper.symbols import qr
from desktop_app.look.theme import ThemeSwitch
from desktop_app.widgets.fields.wheel import ChoiceBox
from desktop_app.widgets.icon_button import IconButton
from desktop_app.widgets.labels import text_label
from desktop_app.widgets.wrapped_text import WrappedText

if TYPE_CHECKING:
    from desktop_app.phone.service import PhoneService

_SIDE = 222
"""Pixels of the code's side, its light margin with it: read from a phone held at arm's length."""
_MARGIN = 4
"""Modules (ISO/IEC 18004)."""


class PhoneCode(QWidget):
    """Hidden while nothing is served. The code is drawn dark on light in either theme: phones expect that."""

    def __init__(self, themes: ThemeSwitch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._service: PhoneService | None = None
        self._secret = ""
        self.picture = QLabel(self)
        self.picture.setFixedSize(_SIDE, _SIDE)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.button = IconButton(themes, "camera", "plain", self)
        self._how = text_label("body", wrap=True)
        self._left = text_label("muted", wrap=True)
        self.where = ChoiceBox(self)
        self._seal_title = text_label("small", wrap=True)
        self.seal = WrappedText("small", self)
        self._clock = QTimer(self, interval=1000)
        self._clock.timeout.connect(self._show_code)
        self._build()
        self.button.clicked.connect(self.new_code)
        self.where.currentIndexChanged.connect(lambda _number: self._show_code())

    @property
    def leads_to(self) -> str:
        """What the code on show says; "" where there is none."""
        return f"{self.where.currentText()}/pair#{self._secret}" if self._secret else ""

    def new_code(self) -> None:
        """Show a code; the one before works no more."""
        if self._service is not None:
            self._secret = self._service.pairing.new_code()
            self._clock.start()
            self._show_code()

    def show_service(self, service: PhoneService | None) -> None:
        """Show where phones are served, if they are."""
        self._service = service
        served = service.served if service is not None else None
        self.setVisible(served is not None)
        if served is None:
            self._forget()
            return
        if served.addresses != tuple(map(self.where.itemText, range(self.where.count()))):
            self.where.clear()
            self.where.addItems(served.addresses)
        self.where.setVisible(len(served.addresses) > 1)
        self.seal.setPlainText(served.fingerprint)
        for widget in (self._seal_title, self.seal):
            widget.setVisible(bool(served.fingerprint))
        self._show_code()

    def retranslate(self) -> None:
        """Put every text into the language of now."""
        self._seal_title.setText(
            self.tr(
                "The phone's browser warns once, as nobody else vouches for this computer. It is the right "
                "one if the certificate that it shows has this SHA-256 fingerprint:"
            )
        )
        self.where.setAccessibleName(self.tr("Address of this computer"))
        self.picture.setAccessibleName(self.tr("Code for a phone's camera"))
        self._show_code()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody sees the code any more: it works no more."""
        self._forget()
        super().hideEvent(event)

    def _show_code(self) -> None:
        left = self._service.pairing.seconds_left if self._service is not None else 0.0
        if not left and self._secret:  # it was used, or is too old
            self._forget()
        is_shown = bool(self._secret)
        self.picture.setVisible(is_shown)
        self._left.setVisible(is_shown)
        self.button.setText(self.tr("Another code") if is_shown else self.tr("Let a phone in…"))
        address = self.where.currentText()
        if not is_shown:
            words = self.tr("Phones in the same network reach this computer at {address}.")
            self._how.setText(words.format(address=address))
            return
        self.picture.setPixmap(_drawn(self.leads_to, self.devicePixelRatioF()))
        self._how.setText(
            self.tr("Point the phone's camera at the code and open the page. Then say yes here.")
        )
        words = self.tr("{address} · works once, for {seconds} more seconds")
        self._left.setText(words.format(address=address, seconds=QLocale().toString(round(left))))

    def _forget(self) -> None:
        self._secret = ""
        self._clock.stop()
        self.picture.clear()
        if self._service is not None:
            self._service.pairing.forget_code()

    def _build(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.button)
        buttons.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addWidget(self._how)
        words.addWidget(self._left)
        words.addWidget(self.where, 0, Qt.AlignmentFlag.AlignLeft)
        words.addLayout(buttons)
        words.addSpacing(8)
        words.addWidget(self._seal_title)
        words.addWidget(self.seal)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(24)
        row.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)


def _drawn(text: str, ratio: float) -> QPixmap:
    """``text`` as a code of whole pixels a module, on a screen of ``ratio``."""
    grey = np.where(np.pad(qr(text).modules, _MARGIN), 0, 255).astype(np.uint8)
    side = len(grey)
    image = QImage(grey.tobytes(), side, side, side, QImage.Format.Format_Grayscale8)
    module = max(1, int(_SIDE * ratio) // side)
    pixmap = QPixmap.fromImage(image.scaled(side * module, side * module))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
