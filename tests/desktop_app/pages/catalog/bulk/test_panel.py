"""Many products at the right of the list: one change to all of them."""

from pytestqt.qtbot import QtBot

from core.quantities.quantity import whole
from desktop_app.pages.catalog.page import CatalogPage
from tests.desktop_app.pages.catalog.on_the_page import product, select


def test_many_products_are_changed_at_once_after_a_preview_and_undone_as_one(
    page: CatalogPage, qtbot: QtBot
) -> None:
    select(page, qtbot, "R-1", "R-2", "R-3", "R-4")
    bulk = page.bulk
    bulk.form.category.line.setText("Toys")
    bulk.form.add_tags.line.setText("sale")
    bulk.form.low.line.setText("5")
    bulk.form.price.line.setText("10")
    qtbot.waitUntil(lambda: bulk.plan is not None)
    assert "4 of 4" in bulk.preview.text() and "1 have no price" in bulk.preview.text()
    assert "€2.50 → €2.75" in bulk.preview.text()
    bulk.apply_button.click()
    qtbot.waitUntil(lambda: product(page, "R-2").price_minor == 330)
    assert {product(page, sku).category for sku in ("R-1", "R-3", "R-4")} == {"Toys"}
    assert product(page, "R-3").tags == ("sale",) and product(page, "R-3").low == whole(5)
    qtbot.waitUntil(lambda: bulk.form.category.line.text() == "")
    page.acts.undo.trigger()
    qtbot.waitUntil(lambda: product(page, "R-2").price_minor == 300)
    assert product(page, "R-3").tags == () and product(page, "R-1").category == "Balls"


def test_a_bulk_change_of_price_that_is_no_number_is_said(page: CatalogPage, qtbot: QtBot) -> None:
    select(page, qtbot, "R-1", "R-2")
    page.bulk.form.price.line.setText("ten")
    assert not page.bulk.form.price.finish()
    assert "no number" in page.bulk.form.price.problem.text()
    assert not page.bulk.apply_button.isEnabled()
