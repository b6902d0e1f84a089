"""The binding that the window stands on does what it must; PySide6 6.12.0 did not."""

import sys

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, Signal
from PySide6.QtWidgets import QApplication


class _Emitter(QObject):
    happened = Signal(object)


class _Model(QAbstractListModel):
    def rowCount(  # noqa: N802
        self, _parent: object = None
    ) -> int:
        return 1

    def data(self, _index: object, _role: int = 0) -> None:
        return None


def test_signals_and_models_leave_the_reference_counts_of_true_and_none_alone(qapp: QApplication) -> None:
    """Each signal used to cost one reference to True: the program died after some hundred."""
    emitter, model = _Emitter(), _Model()
    index: QModelIndex = model.index(0)
    before = sys.getrefcount(True), sys.getrefcount(None)
    for _ in range(60):
        emitter.happened.emit(1)
        index.data(0)
        QCoreApplication.processEvents()
    after = sys.getrefcount(True), sys.getrefcount(None)
    assert after[0] > before[0] - 30
    assert after[1] > before[1] - 30
