"""What may be higher than its place, and scrolls then."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


def scrolling(inside: QWidget) -> QScrollArea:
    """``inside``, as wide as its place and as high as it likes; Tab goes past the area to what is in it.

    It costs little while ``inside`` is empty: each widget in it is dressed anew where it is moved.
    """
    area = QScrollArea(inside.parentWidget())
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area
