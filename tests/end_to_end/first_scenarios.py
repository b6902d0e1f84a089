"""The first quarter of an hour with the program, as scenarios for scenario_driver.py.

Nothing is set up: no shop, no settings. Only the platform's own file dialogs are answered by the scenario.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.end_to_end.scenario_driver import Scenario, Stage


def own_shop_from_a_table(stage: Stage) -> Scenario:
    """From the cards to a shop with a name and a currency, to its table, to the first product found."""
    yield from _make_a_shop(stage, "Corner shop", "table")
    yield _asked_for_file(stage)
    _answer(stage, stage.folder / "goods.csv")
    yield from _import(stage)
    stage.seen["currency"] = stage.window._facts.currency
    yield from _find(stage, "mug")


def own_shop_from_a_folder(stage: Stage) -> Scenario:
    """The same from a folder of pictures, and a picture is found."""
    yield from _make_a_shop(stage, "Corner shop", "folder")
    yield _asked_for_file(stage)
    _answer(stage, stage.folder / "pictures")
    yield from _import(stage)
    page = stage.page("search")
    stage.drop(page, [stage.folder / "pictures" / "red ball.png"])
    yield lambda: page.desk.film.at(0) is not None and page.desk.film.at(0).is_done
    stage.seen["found"] = page.desk.film.at(0).answer.results[0].title


def import_in_the_background(stage: Stage) -> Scenario:
    """An import goes on while the pages are looked at; it is told of on each, and at its end."""
    from desktop_app.pages.importing.dialog import ImportDialog
    from desktop_app.pages.importing.empty_shop import EmptyShopView

    yield from _make_a_shop(stage, "Corner shop", "folder")
    yield _asked_for_file(stage)
    _answer(stage, stage.folder / "pictures")
    yield lambda: bool(_visible(stage, ImportDialog))
    (dialog,) = _visible(stage, ImportDialog)
    stage.seen["into"] = dialog._into.text()
    dialog.start()
    window, line = stage.window, stage.window.status_line
    (empty,) = window.findChildren(EmptyShopView)
    yield lambda: "of" in line.activity.toolTip()
    stage.seen["dialog is away"] = not dialog.isVisible()
    stage.seen["pages"] = {}
    for page in window.pages:
        window.show_page(page.name)
        stage.seen["pages"][page.name] = line.activity.isVisible() and line.activity.toolTip()
        stage.seen["waiting"] = stage.seen.get("waiting") or (empty.isVisible() and empty._title.text())
    yield lambda: line.note.isVisible() and not line.activity.isVisible()
    stage.seen["note"] = line.note.toolTip()
    line.note.click()
    yield dialog.isVisible
    stage.seen["report"] = dialog._summary.text()
    stage.seen["read"] = not line.note.isVisible()
    dialog.reject()


def own_shop_one_by_one(stage: Stage) -> Scenario:
    """The first product is made by hand, where there is no webcam."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    yield from _make_a_shop(stage, "Corner shop", "one by one")
    yield lambda: stage.window.page.name == "catalog" and stage.window.page.new.view.isVisible()
    view = stage.window.page.new.view
    yield view.save_button.isEnabled
    QTest.keyClicks(view.title.line, "Blue mug")
    QTest.keyClick(view.title.line, Qt.Key.Key_Return)
    yield lambda: stage.window._facts.products == 1
    yield from _find(stage, "blue")


def other_shops(stage: Stage) -> Scenario:
    """A shop is renamed, another one is made beside it, and one that is gone is said and forgotten."""
    from PySide6.QtWidgets import QMessageBox

    yield from _make_a_shop(stage, "First", "one by one")
    yield from _leave_the_new_product(stage)
    shops = stage.window._shops
    dialog = shops.ask_for_name()
    dialog.name.line.setText("Second")
    dialog.rename.click()
    yield lambda: stage.is_open("Second")
    stage.seen["renamed"] = [folder.name for folder in sorted((stage.folder / "shops").iterdir())]
    yield lambda: not stage.window._shops.known()  # its name of before is no other shop

    dialog = stage.window._shops.ask_for_new("one by one")
    dialog.show_place(stage.folder / "shops")
    dialog.name.line.setText("Second")
    dialog.make.click()
    yield dialog.name.problem.isVisible
    stage.seen["taken"] = dialog.name.problem.text()
    dialog.name.line.setText("Third")
    dialog.make.click()
    yield lambda: stage.is_open("Third")
    yield from _leave_the_new_product(stage)
    stage.seen["button"] = stage.window.shop_button.text()

    (stage.folder / "shops" / "Second").rename(stage.folder / "elsewhere")
    shops = stage.window._shops
    shops.menu.aboutToShow.emit()
    second = next(action for action in shops.menu.actions() if action.text() == "Second")
    second.trigger()
    yield lambda: _visible(stage, QMessageBox)
    box = _visible(stage, QMessageBox)[0]
    stage.seen["gone"] = box.text()
    role = QMessageBox.ButtonRole.DestructiveRole
    next(button for button in box.buttons() if box.buttonRole(button) is role).click()
    stage.seen["known at the end"] = list(shops.known())


def last_shop_is_gone(stage: Stage) -> Scenario:
    """The program is started where its shop was, and is told where it went."""
    from desktop_app.pages.shops.start_page import StartPage

    yield lambda: _start(stage) is not None
    start = _start(stage)
    assert isinstance(start, StartPage)
    stage.seen["said"] = start._said.text()
    stage.seen["known"] = start.known.model().index(0, 0).data()
    start.known.setCurrentIndex(start.known.model().index(0, 0))
    start._shops.open_shop(stage.folder / "no shop")  # as if its folder had been chosen
    yield lambda: stage.windows() and _start(stage) not in (None, start)
    stage.seen["said then"] = _start(stage)._said.text()


def _make_a_shop(stage: Stage, name: str, way: Any) -> Scenario:
    from desktop_app.pages.shops.new_shop_dialog import NewShopDialog

    yield lambda: _start(stage) is not None
    start = _start(stage)
    stage.seen["cards"] = [card.accessibleName() for card in (start.demo, start.own, start.open)]
    stage.seen["focus"] = start.own.hasFocus()
    start.own.click()
    yield lambda: bool(_visible(stage, NewShopDialog))
    (dialog,) = _visible(stage, NewShopDialog)
    dialog.show_place(stage.folder / "shops")
    dialog.name.line.setText(name)
    dialog.currency.setCurrentIndex(dialog.currency.findData("PLN"))
    dialog.ways[way].setChecked(True)
    dialog.make.click()
    stage.window.activateWindow()  # as a desktop does when a dialog is closed
    yield lambda: stage.is_open(name)


def _leave_the_new_product(stage: Stage) -> Scenario:
    yield lambda: stage.window.page.name == "catalog" and stage.window.page.new.view.isVisible()
    stage.window.page.new.leave()


def _import(stage: Stage) -> Scenario:
    from desktop_app.pages.importing.dialog import ImportDialog

    yield lambda: bool(_visible(stage, ImportDialog))
    (dialog,) = _visible(stage, ImportDialog)
    yield dialog.is_ready
    dialog.start()
    yield lambda: stage.window._facts.products > 0
    stage.seen["products"] = stage.window._facts.products
    dialog.reject()


def _find(stage: Stage, words: str) -> Scenario:
    from PySide6.QtTest import QTest

    page = stage.page("search")
    page.field.setFocus()
    QTest.keyClicks(page.field, words)
    yield lambda: page.desk.shown is not None and page.desk.shown.answer is not None
    stage.seen["found"] = page.desk.shown.answer.results[0].title


def _asked_for_file(stage: Stage) -> Callable[[], object]:
    from PySide6.QtWidgets import QFileDialog

    return lambda: bool(_visible(stage, QFileDialog))


def _answer(stage: Stage, path: Path) -> None:
    from PySide6.QtWidgets import QFileDialog

    (dialog,) = _visible(stage, QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.close()


def _visible(stage: Stage, kind: Any) -> list[Any]:
    return [dialog for dialog in stage.window.findChildren(kind) if dialog.isVisible()]


def _start(stage: Stage) -> Any:
    """The cards, where they are shown."""
    windows = stage.windows()
    return windows[0].shown.start if len(windows) == 1 else None
