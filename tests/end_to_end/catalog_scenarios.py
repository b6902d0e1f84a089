"""What a clerk does on the catalog page, as a scenario for scenario_driver.py."""

from tests.end_to_end.scenario_driver import Scenario, Stage


def find_edit_photograph_and_archive(stage: Stage) -> Scenario:
    """Find a product by its name, change its price and undo that, drop a picture on its row, archive it."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QLineEdit

    yield lambda: {"CPU", "GPU"} & set(stage.status())
    page = stage.page("catalog")
    yield lambda: page.isVisible() and page.model.rowCount() > 0
    stage.phase = "at work"
    stage.seen["products"] = page.model.rowCount()

    QTest.keyClicks(page.filters.field, "banana")
    yield lambda: page.model.rowCount() < 10 and page.model.index(0, 0).data() == "Banana"
    banana = page.model.id_at(0)
    page.lists.select_product(banana)
    yield lambda: page.detail.isVisible() and page.detail.product_id == banana

    def price() -> str:
        return str(page.model.index(page.model.row_of(banana), 1).data())

    before = price()
    page.lists.table.setCurrentIndex(page.model.index(page.model.row_of(banana), 1))
    QTest.keyClick(page.lists.table, Qt.Key.Key_F2)
    editor = page.lists.table.findChild(QLineEdit, "celleditor")
    editor.selectAll()
    QTest.keyClicks(editor, "4.44")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    yield lambda: price() == "4.44"
    stage.seen["price"] = [before, price()]
    yield lambda: "4.44" in page.detail.form.lines[1].line.text()
    page.acts.undo.trigger()
    yield lambda: price() == before and page.acts.redo.isEnabled()
    stage.seen["undone"] = price()

    table, row = page.lists.table, page.model.row_of(banana)
    place = table.visualRect(page.model.index(row, 0)).center()
    stage.drop(table.viewport(), stage.pictures, place)
    yield lambda: page.detail.file is not None and len(page.detail.file.photos) == 2
    stage.seen["photos"] = len(page.detail.file.photos)
    stage.photograph()

    rows = page.model.rowCount()
    page.acts.archive.trigger()
    yield lambda: page.model.row_of(banana) < 0
    stage.seen["archived"] = rows - page.model.rowCount()
    page.acts.undo.trigger()
    yield lambda: page.model.row_of(banana) >= 0
    stage.seen["back"] = page.message.label.text()
