import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.widgets.fields.tag_field import TagField


@pytest.fixture
def field(qtbot: QtBot) -> TagField:
    made = TagField()
    qtbot.addWidget(made)
    made.offer(["apple", "apricot", "Brot", "苹果"])
    return made


def test_the_most_usual_tag_is_completed_and_marked(field: TagField) -> None:
    QTest.keyClicks(field, "ap")
    assert field.text() == "apple" and field.selectedText() == "ple"
    QTest.keyClicks(field, "r")
    assert field.text() == "apricot" and field.tags() == ["apricot"]


def test_up_and_down_go_through_the_others(field: TagField) -> None:
    QTest.keyClicks(field, "a")
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert field.text() == "apricot"
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.text() == "apple"


def test_what_was_completed_can_be_refused_with_one_key(field: TagField) -> None:
    QTest.keyClicks(field, "ap")
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert field.text() == "ap"
    QTest.keyClicks(field, "x")
    assert field.tags() == ["apx"]


def test_several_tags_are_completed_each(field: TagField) -> None:
    QTest.keyClicks(field, "br,")
    assert field.text() == "br,"  # a comma ends a name as it was typed
    QTest.keyClicks(field, "a")
    assert field.tags() == ["br", "apple"]


def test_enter_submits_and_escape_or_backspace_in_the_empty_line_leave(field: TagField, qtbot: QtBot) -> None:
    QTest.keyClicks(field, "b")
    with qtbot.waitSignal(field.submitted):
        QTest.keyClick(field, Qt.Key.Key_Return)
    with qtbot.waitSignal(field.left):
        QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    with qtbot.waitSignal(field.left):
        QTest.keyClick(field, Qt.Key.Key_Backspace)
