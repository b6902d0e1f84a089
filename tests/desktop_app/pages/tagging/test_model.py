from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from core.tagging.members import Member
from desktop_app.pages.tagging.model import MEMBER_ROLE, TaggingModel


def members(count: int) -> tuple[Member, ...]:
    return tuple(Member(n, f"S{n}", f"Product {n}", "Tea", (), "") for n in range(1, count + 1))


def test_the_group_passes_the_model_tester_through_every_change(qapp: QApplication) -> None:
    model = TaggingModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for count in (3, 0, 12):
        model.show_members(members(count))
        model.toggle(count - 1)
    assert model.rowCount() == 12 and model.included == 11
    assert tester.model() is model


def test_a_product_is_left_out_and_taken_in_again_and_a_screen_reader_hears_it(qapp: QApplication) -> None:
    model = TaggingModel()
    model.show_members(members(3))
    model.toggle(1)
    index = model.index(1)
    assert model.left_out == {2}
    assert index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked.value
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Product 2 · Tea · S2 · left out"
    assert model.setData(index, Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)
    assert model.left_out == frozenset() and index.data(MEMBER_ROLE).sku == "S2"


def test_another_group_begins_whole(qapp: QApplication) -> None:
    model = TaggingModel()
    model.show_members(members(3))
    model.toggle(0)
    model.show_members(members(3))
    assert model.included == 3
