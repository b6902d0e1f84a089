"""Our own SVG icons, sharp at every size and in the colour of the place they stand in.

The files draw with ``currentColor``; it is replaced before they are rendered.
"""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from core.paths import resources

_SIZES = (20, 24)
"""Rendered beforehand: what buttons and the side bar use."""


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    return (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


def paint_icon(painter: QPainter, rectangle: QRectF, name: str, colour: str) -> None:
    """Draw the icon called ``name`` into ``rectangle``."""
    _renderer(name, colour).render(painter, rectangle)


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))


@lru_cache(maxsize=256)
def icon(name: str, colour: str, *, disabled: str | None = None) -> QIcon:
    """The icon in ``colour``, for buttons and menus; ``disabled`` colours it when its control is off."""
    result = QIcon()
    modes = [(QIcon.Mode.Normal, colour)]
    if disabled is not None:
        modes.append((QIcon.Mode.Disabled, disabled))
    for mode, mode_colour in modes:
        for size in _SIZES:
            for density in _densities():
                result.addPixmap(pixmap(name, mode_colour, size, density), mode)
    return result


def _densities() -> set[float]:
    """Of the screens that are there; rendering for others took a third of the time to make a page."""
    return {1.0, *(screen.devicePixelRatio() for screen in QGuiApplication.screens())}


def pixmap(name: str, colour: str, size: int, density: float) -> QPixmap:
    """The icon ``size`` logical pixels wide for a screen with ``density`` pixels to each."""
    side = round(size * density)
    result = QPixmap(side, side)
    result.fill(QColor(Qt.GlobalColor.transparent))
    painter = QPainter(result)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_icon(painter, QRectF(0, 0, side, side), name, colour)
    painter.end()
    result.setDevicePixelRatio(density)
    return result
