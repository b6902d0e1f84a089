import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.widgets.fields.count_field import CountField


class Heard:
    """Everything that the field said."""

    def __init__(self, field: CountField) -> None:
        self.said: list[tuple[str, object]] = []
        field.asked.connect(lambda text: self.said.append(("asked", text)))
        field.numbered.connect(lambda number: self.said.append(("numbered", number)))
        field.stepped.connect(lambda step: self.said.append(("stepped", step)))
        field.moved.connect(lambda step: self.said.append(("moved", step)))


@pytest.fixture
def field(qtbot: QtBot) -> CountField:
    made = CountField()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("12", ("numbered", "12")),
        ("0", ("numbered", "0")),
        ("=1200", ("numbered", "1200")),
        ("=1200.5", ("numbered", "1200.5")),
        ("0,375", ("numbered", "0,375")),
        (".5", ("numbered", ".5")),
        ("1.2.3", ("asked", "1.2.3")),
        ("1200", ("asked", "1200")),
        ("4006381333931", ("asked", "4006381333931")),
        ("green apple", ("asked", "green apple")),
        ("F-001", ("asked", "F-001")),
    ],
)
def test_a_short_number_means_a_quantity_and_anything_else_a_product(
    field: CountField, typed: str, said: tuple[str, object]
) -> None:
    heard = Heard(field)
    QTest.keyClicks(field, typed)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert heard.said == [said] and field.text() == ""


def test_plus_and_minus_act_at_once_in_the_empty_line_only(field: CountField) -> None:
    heard = Heard(field)
    QTest.keyClicks(field, "+-")
    QTest.keyClicks(field, "a+b")
    assert heard.said == [("stepped", 1), ("stepped", -1)] and field.text() == "a+b"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""


def test_up_and_down_go_through_the_list_and_enter_in_the_empty_line_does_nothing(field: CountField) -> None:
    heard = Heard(field)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return):
        QTest.keyClick(field, key)
    assert heard.said == [("moved", 1), ("moved", -1)]
