"""Buttons in rows of three columns, their words beginning at one line."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QPushButton

_COLUMNS = 3


def button_grid(buttons: Sequence[QPushButton]) -> QGridLayout:
    """The buttons from the left and the top; all columns are equally wide."""
    grid = QGridLayout()
    grid.setSpacing(8)
    for number, button in enumerate(buttons):
        grid.addWidget(button, number // _COLUMNS, number % _COLUMNS)
    for column in range(_COLUMNS):
        grid.setColumnStretch(column, 1)
    return grid
