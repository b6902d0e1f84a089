import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.quantities.quantity import whole
from core.stocktake.differences import Line
from core.stocktake.past import PastCount
from core.stocktake.stocktake import Outcome, Stocktake
from desktop_app.look.stock_words import signed
from desktop_app.pages.stocktake.views.difference_model import (
    COUNTED,
    DIFFERENCE,
    VALUE,
    DifferenceModel,
    signed_price,
)
from desktop_app.pages.stocktake.views.past_model import SCOPE, PastCountModel
from desktop_app.pages.stocktake.views.review_view import StocktakeReviewView
from desktop_app.pages.stocktake.views.stock_rows import ROW_ROLE, StockRow, StockRowModel
from desktop_app.window.desktop import Desktop

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def rows(count: int) -> list[StockRow]:
    return [
        StockRow(n, f"Product {n}", f"S{n} · A{n}", "", f"Product {n} · {n}", amount=str(n))
        for n in range(count)
    ]


def line(counted: int | None, price: int | None = 150) -> Line:
    found = None if counted is None else whole(counted)
    return Line(1, "A", "Apple", "Fruit", "F1", None, whole(5), whole(5), found, price, "EUR", False)


def test_the_counted_products_pass_the_model_tester_through_every_change(qapp: QApplication) -> None:
    model = StockRowModel()
    tester = QAbstractItemModelTester(model, FATAL)
    for count in (3, 0, 10):
        model.show_rows(rows(count))
    assert model.rowCount() == 10 and model.at(10) is None
    assert model.index(2).data(ROW_ROLE).amount == "2"
    assert model.index(2).data(Qt.ItemDataRole.AccessibleTextRole) == "Product 2 · 2"
    assert tester.model() is model


def test_a_value_of_many_digits_is_shown_whole_in_a_small_window(desktop: Desktop, qtbot: QtBot) -> None:
    view = StocktakeReviewView(desktop.themes)
    qtbot.addWidget(view)
    view.resize(832, 400)
    view.show()
    view.model.show_lines([line(3, price=1_234_567_890)])
    needed = view.table.sizeHintForColumn(VALUE)
    assert needed > view.table.horizontalHeader().defaultSectionSize()
    qtbot.waitUntil(lambda: view.table.horizontalHeader().sectionSize(VALUE) >= needed)


def test_the_differences_pass_the_model_tester_through_every_change(desktop: Desktop) -> None:
    model = DifferenceModel(desktop.themes)
    tester = QAbstractItemModelTester(model, FATAL)
    for lines in ([line(7)], [], [line(3), line(None), line(5)]):
        model.show_lines(lines)
    cells = [model.index(0, column).data() for column in (COUNTED, DIFFERENCE, VALUE)]
    assert cells == ["3", "−2", "−€3.00"]
    assert [model.index(1, column).data() for column in (COUNTED, DIFFERENCE, VALUE)] == ["–", "–", "–"]
    assert (
        model.index(0, DIFFERENCE).data(Qt.ItemDataRole.ForegroundRole).name() == desktop.themes.colours.bad
    )
    assert tester.model() is model


def test_the_past_counts_pass_the_model_tester_through_every_change(qapp: QApplication) -> None:
    model = PastCountModel()
    tester = QAbstractItemModelTester(model, FATAL)
    booked = Stocktake(1, "Fruit", "A3", "Ann", "2026-11-29", "2026-11-29T18:30:00Z", Outcome.BOOKED)
    for counts in ([PastCount(booked, 1200, 3)], [], [PastCount(booked, 1, 0)] * 3):
        model.show_counts(counts)
    assert model.index(0, SCOPE).data() == "Fruit · A3"
    assert model.at(3) is None
    assert tester.model() is model


@pytest.mark.parametrize(("number", "text"), [(0, "0"), (2, "+2"), (-1200, "−1,200")])
def test_a_difference_shows_its_sign(desktop: Desktop, number: int, text: str) -> None:
    assert signed(whole(number)) == text


def test_an_amount_shows_its_sign_and_no_price_is_a_dash(desktop: Desktop) -> None:
    assert signed_price(-309, "EUR") == "−€3.09" and signed_price(5, "EUR") == "+€0.05"
    assert signed_price(None, "EUR") == "–" and signed_price(0, "EUR") == "€0.00"
