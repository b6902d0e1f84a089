"""A clerk's whole day without a mouse, as a scenario for scenario_driver.py.

Every key is sent to the window that has the keys, as a keyboard does: nothing is told where to go. It must
go to something that can be seen. What each task took is counted.
"""

from typing import Any

from tests.end_to_end.scenario_driver import Scenario, Stage


class Hands:
    """Two hands on a keyboard; pictures come by the clipboard, from another program."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._task = ""
        stage.seen["keys"] = {}
        stage.seen["lost"] = []

    def begin(self, task: str) -> None:
        """What follows belongs to this."""
        self._task = task
        self._stage.seen["keys"][task] = 0
        self._stage.phase = task

    def press(self, *keys: str) -> None:
        """Keys in Qt's portable words, one after the other."""
        from PySide6.QtGui import QGuiApplication, QKeySequence
        from PySide6.QtTest import QTest

        for key in keys:
            combination = QKeySequence.fromString(key, QKeySequence.SequenceFormat.PortableText)[0]  # type: ignore[index]
            self._count(key)
            QTest.keyClick(QGuiApplication.focusWindow(), combination.key(), combination.keyboardModifiers())

    def type(self, text: str) -> None:
        """Letters and figures."""
        from PySide6.QtCore import Qt
        from PySide6.QtGui import QGuiApplication
        from PySide6.QtTest import QTest

        for letter in text:
            shift = Qt.KeyboardModifier.ShiftModifier if letter.isupper() else Qt.KeyboardModifier.NoModifier
            self._count(letter)
            QTest.keyClick(QGuiApplication.focusWindow(), ord(letter.upper()), shift)

    def copy_elsewhere(self, name: str) -> None:
        """Another program puts a picture on the clipboard."""
        from PySide6.QtCore import QMimeData, QUrl
        from PySide6.QtGui import QGuiApplication

        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(self._stage.folder / name))])
        QGuiApplication.clipboard().setMimeData(mime)

    def _count(self, key: str) -> None:
        from PySide6.QtWidgets import QApplication

        self._stage.seen["keys"][self._task] += 1
        focus = QApplication.focusWidget()
        if QApplication.activePopupWidget() is None and (focus is None or not focus.isVisible()):
            self._stage.seen["lost"].append(f"{self._task}: {key!r} goes to {focus}")


def the_day(stage: Stage) -> Scenario:
    """Find, correct, sell, add, edit, tag, count, import, and take that back."""
    yield lambda: stage.is_open("shop") and len(stage.window.pages) > 5
    hands, page = Hands(stage), stage.window.page
    yield from _find(stage, hands, page)
    yield from _add(stage, hands, page)
    yield from _edit(stage, hands)
    yield from _tag(stage, hands)
    yield from _count(stage, hands)
    yield from _import(stage, hands)
    from PySide6.QtGui import QGuiApplication

    QGuiApplication.clipboard().clear()  # what is in there is Python's, which ends before it


def _find(stage: Stage, hands: Hands, page: Any) -> Scenario:
    desk, view = page.desk, page.work.answer_view
    hands.begin("find by name")
    hands.type("juice")
    hands.press("Return")
    yield page.work.products.view.isVisible
    hands.press("Escape", "Escape")
    hands.begin("find by picture")
    hands.copy_elsewhere("1.png")
    hands.press("Ctrl+V")
    yield lambda: desk.shown is not None and desk.shown.is_done and view.list.hasFocus()
    stage.seen["found"] = view.model.index(0).data()
    hands.begin("say that it is right")
    hands.press("R")
    yield lambda: desk.shown.is_done and bool(desk.shown.said)
    hands.begin("take it back")
    hands.press("Ctrl+Z")
    yield lambda: desk.shown.is_done and not desk.shown.said
    hands.begin("say what it is instead")
    hands.press("I")
    yield view.pick_view.isVisible
    hands.type("soap")
    yield lambda: view.pick_view.list.model().rowCount() == 1
    hands.press("Return")
    yield lambda: desk.shown.is_done and view.model.index(0).data() == "Soap"
    hands.begin("sell one")
    yield view.list.hasFocus
    hands.press("-")


def _add(stage: Stage, hands: Hands, page: Any) -> Scenario:
    hands.begin("add what the shop does not have")
    hands.copy_elsewhere("unknown.png")
    hands.press("Ctrl+V")
    desk, view = page.desk, page.work.answer_view
    yield lambda: desk.shown.is_done and desk.shown.query.name == "unknown.png" and view.list.hasFocus()
    hands.press("A")
    yield lambda: stage.window.page.name == "catalog" and stage.window.page.new.view.isVisible()
    new = stage.window.page.new.view
    yield lambda: new.save_button.isEnabled() and new.isAncestorOf(_focus())
    hands.type("Lamp")
    hands.press("Return")
    yield lambda: stage.window._facts.products == 7


def _edit(stage: Stage, hands: Hands) -> Scenario:
    hands.begin("change a price")
    hands.press("Ctrl+2")
    page = stage.window.page
    hands.press("Ctrl+F")
    hands.type("plums")
    yield lambda: page.model.rowCount() == 1 and page.model.product_at(0) is not None
    hands.press("Return")
    column = _column(page, "Price")
    hands.press(*["Right"] * column)
    hands.type("5")
    hands.press("Return")
    yield lambda: page.model.product_at(0) is not None and page.model.product_at(0).product.price_minor == 500
    hands.begin("take a price back")
    hands.press("Ctrl+Z")
    yield lambda: page.model.product_at(0) is not None and page.model.product_at(0).product.price_minor == 340


def _tag(stage: Stage, hands: Hands) -> Scenario:
    hands.begin("tag a group")
    hands.press("Ctrl+3")
    page = stage.window.page
    yield lambda: page.step is not None and not page.is_working
    before = page.step.tagged
    hands.type("shelf")
    hands.press("Return")
    hands.press("Return")
    yield lambda: not page.is_working and page.step.tagged > before


def _count(stage: Stage, hands: Hands) -> Scenario:
    hands.begin("count a product and book it")
    hands.press("Ctrl+4")
    page = stage.window.page
    yield lambda: page.standing is not None and not page.is_busy() and page.start_view.isAncestorOf(_focus())
    hands.press("Return")
    yield lambda: page.standing.stocktake is not None and not page.is_busy()
    hands.type("2000000010014")
    hands.press("Return")
    hands.type("12")
    hands.press("Return")
    yield lambda: not page.is_busy() and bool(page.standing.counted)
    hands.press("Ctrl+Return")
    yield lambda: page.review_view.isVisible() and not page.is_busy()
    hands.press("Ctrl+Return")
    yield lambda: page.start_view.isVisible() and not page.is_busy()


def _import(stage: Stage, hands: Hands) -> Scenario:
    from PySide6.QtWidgets import QApplication, QFileDialog

    from desktop_app.pages.importing.dialog import ImportDialog

    hands.begin("import a table")
    hands.press("Ctrl+2", "Alt+F")
    yield lambda: QApplication.activePopupWidget() is not None
    menu: Any = QApplication.activePopupWidget()
    for _ in menu.actions():
        hands.press("Down")
        if menu.activeAction() is stage.window.import_actions.table:
            break
    hands.press("Return")
    yield lambda: any(one.isVisible() for one in stage.window.findChildren(QFileDialog))
    (dialog,) = [one for one in stage.window.findChildren(QFileDialog) if one.isVisible()]
    dialog.fileSelected.emit(
        str(stage.folder / "more.csv")
    )  # the platform's own dialog, by whatever keys it has
    dialog.close()
    yield lambda: any(one.isVisible() and one.is_ready() for one in stage.window.findChildren(ImportDialog))
    hands.press("Return")
    yield lambda: stage.window._facts.products == 9
    dialogs = [one for one in stage.window.findChildren(ImportDialog) if one.isVisible()]
    if dialogs:
        hands.press("Escape")
    yield lambda: not any(one.isVisible() for one in stage.window.findChildren(ImportDialog))
    stage.window.activateWindow()  # as a desktop does when a dialog is closed
    hands.begin("take the import back")
    yield stage.window.isActiveWindow
    hands.press("Ctrl+Z")
    yield lambda: stage.window._facts.products == 7


def _focus() -> Any:
    from PySide6.QtWidgets import QApplication

    return QApplication.focusWidget()


def _column(page: Any, title: str) -> int:
    """How many steps to the right of the current cell the column stands."""
    table, model = page.lists.table, page.model
    header = table.horizontalHeader()
    wanted = next(
        section
        for section in range(model.columnCount())
        if model.headerData(section, header.orientation()) == title
    )
    shown = [
        number
        for number in map(header.logicalIndex, range(header.count()))
        if not header.isSectionHidden(number)
    ]
    return shown.index(wanted) - shown.index(table.currentIndex().column())
