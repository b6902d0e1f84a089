"""The catalog as a table, as a grid with a product beside it, with many chosen, and a new product."""

from collections.abc import Callable, Iterator

from PySide6.QtGui import QImage
from screenshots.catalog_dialog_states import catalog_dialog_states
from screenshots.driver import Driver, State

from desktop_app.pages.catalog.page import CatalogPage


def catalog_states(driver: Driver) -> Iterator[State]:
    """The page itself, and the dialogs that are opened from it."""
    page = driver.desktop.window.show_page("catalog")
    assert isinstance(page, CatalogPage)  # noqa: S101
    shot = QImage(str(driver.pictures.known[0]))

    def show(act: Callable[[], object], is_there: Callable[[], bool]) -> None:
        driver.desktop.window.show_page("catalog")
        driver.wait(lambda: page.model.rowCount() > 0)
        act()
        driver.wait(is_there)

    def choose_many() -> None:
        page.acts.table.trigger()
        page.lists.table.selectAll()
        page.bulk.price.line.setText("-10")

    def choose_one() -> None:
        page.acts.grid.trigger()
        page.lists.select_product(page.model.id_at(1) or 0)

    yield "catalog", lambda: show(page.acts.table.trigger, lambda: page.model.product_at(0) is not None)
    yield "catalog-grid", lambda: show(choose_one, page.detail.isVisible)
    yield "catalog-many", lambda: show(choose_many, page.bulk.apply_button.isEnabled)
    yield from catalog_dialog_states(driver, page)
    yield (
        "catalog-new",
        lambda: show(lambda: page.new.take_shot(shot), page.new.view.save_button.isEnabled),
    )
    page.new.leave()
    page.lists.view.clearSelection()
    driver.desktop.window.show_page("search")
