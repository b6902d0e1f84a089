"""A thin line that moves while something is under way."""

from PySide6.QtCore import QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.look.theme import ThemeSwitch

_HEIGHT = 4


class BusyLine(QWidget):
    """Sliding while shown and busy; keeps its room when idle, so that nothing jumps."""

    def __init__(self, themes: ThemeSwitch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._busy = False
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setDuration(1100)
        self._animation.setLoopCount(-1)
        self._animation.valueChanged.connect(lambda _value: self.update())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_busy(self, busy: bool) -> None:
        """Start or stop moving."""
        self._busy = busy
        self._run_if_seen()
        self.update()

    @property
    def is_busy(self) -> bool:
        """Whether it says that something is under way."""
        return self._busy

    def sizeHint(self) -> QSize:
        """A line."""
        return QSize(64, _HEIGHT)

    def showEvent(self, event: QShowEvent) -> None:
        """Move only while somebody can see it."""
        super().showEvent(event)
        self._run_if_seen()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop moving."""
        super().hideEvent(event)
        self._animation.stop()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line, a third of it in the accent colour."""
        if not self._busy:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._themes.colours.accent_soft))
        painter.drawRoundedRect(QRectF(self.rect()), 2, 2)
        length = self.width() / 3
        start = (self.width() + length) * float(self._animation.currentValue() or 0.0) - length
        painter.setClipRect(self.rect())
        painter.setBrush(QColor(self._themes.colours.accent))
        painter.drawRoundedRect(QRectF(start, 0, length, self.height()), 2, 2)
        painter.end()

    def _run_if_seen(self) -> None:
        if self._busy and self.isVisible():
            if self._animation.state() != QVariantAnimation.State.Running:
                self._animation.start()
        else:
            self._animation.stop()
