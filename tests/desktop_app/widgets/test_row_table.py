"""A table whose rows are chosen whole."""

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.widgets.row_table import RowTable


def test_a_row_is_chosen_while_ctrl_of_the_key_that_opened_it_is_held(qtbot: QtBot) -> None:
    table = RowTable(30)
    qtbot.addWidget(table)
    table.setModel(QStringListModel(["tea", "milk"]))
    QTest.keyPress(table, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    for _filled_again in range(2):
        table.selectRow(0)
    QTest.keyRelease(table, Qt.Key.Key_M, Qt.KeyboardModifier.NoModifier)
    assert [index.row() for index in table.selectionModel().selectedRows()] == [0]
