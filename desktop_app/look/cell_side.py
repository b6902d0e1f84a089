"""On which side of a table's cell its words stand, in the heading as below it."""

from PySide6.QtCore import Qt


def cell_side(*, is_figure: bool) -> int:
    """Figures stand to the right, so that their places lie below one another; for ``TextAlignmentRole``."""
    side = Qt.AlignmentFlag.AlignRight if is_figure else Qt.AlignmentFlag.AlignLeft
    return (side | Qt.AlignmentFlag.AlignVCenter).value
