"""The start, a new shop, and the menu of shops, on the real window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from core import paths
from core.catalog.currencies.shop_currency import shop_currency
from core.policy import Policy
from core.settings import Settings
from core.shop.opening import open_shop
from desktop_app.engine.shop_choice import ShopWish
from desktop_app.pages.importing.dialog import ImportDialog
from desktop_app.pages.shops.new_shop_dialog import NewShopDialog
from desktop_app.pages.shops.start_page import StartPage
from desktop_app.window.frame import WindowFrame, build_frame
from tests.desktop_app.real_shop import window_on
from tests.desktop_app.test_accessibility import EVERYTHING, nameless, unreached

pytestmark = pytest.mark.qt_log_ignore("PulseAudio", "propagateSizeHints", "raise")


@pytest.fixture
def known(tmp_path: Path) -> tuple[str, ...]:
    """Shops that were open before; the second one is gone."""
    open_shop(tmp_path / "High street", create=True).close()
    return str(tmp_path / "High street"), str(tmp_path / "Market")


@pytest.fixture
def frame(qapp: QApplication, tmp_path: Path, known: tuple[str, ...], qtbot: QtBot) -> Iterator[WindowFrame]:
    """The window at its start."""
    settings = Settings(language="en", theme="light", recent_shops=known)
    made = build_frame(qapp, settings, tmp_path / "settings.json")
    made.show_start()
    with qtbot.waitExposed(made.window):
        made.window.show()
    yield made
    made.languages.choose("en")
    made.close()
    made.window.deleteLater()
    made.languages.end()


def start_of(frame: WindowFrame) -> StartPage:
    (page,) = frame.window.findChildren(StartPage)
    return page


def wishes_of(frame: WindowFrame) -> list[ShopWish]:
    wishes: list[ShopWish] = []
    frame.news.shop_wanted.connect(wishes.append)
    return wishes


def test_all_that_the_start_has_is_named_and_reached_in_every_language(frame: WindowFrame) -> None:
    start = start_of(frame)
    for language in ("zh_CN", "en"):
        frame.languages.choose(language)
        assert nameless(frame.window, EVERYTHING) == []
        assert unreached(start, frame.window) == []
        assert all(card.accessibleDescription() for card in (start.demo, start.own, start.open))
    dialog = frame.shops.ask_for_new()
    assert nameless(dialog, EVERYTHING) == [] and unreached(dialog, dialog) == []
    dialog.reject()


def test_a_language_that_is_chosen_at_the_start_is_kept(frame: WindowFrame) -> None:
    frame.languages.choose("zh_CN")
    assert frame.preferences.settings.language == "zh_CN"


def test_a_shop_of_before_is_opened_or_forgotten_by_the_keyboard(
    frame: WindowFrame, qtbot: QtBot, known: tuple[str, ...]
) -> None:
    wishes, listed = wishes_of(frame), start_of(frame).known
    listed.setFocus()
    listed.setCurrentIndex(listed.model().index(0, 0))
    QTest.keyClick(listed, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(wishes))
    assert wishes[0].folder == Path(known[0])
    listed.setCurrentIndex(listed.model().index(1, 0))
    QTest.keyClick(listed, Qt.Key.Key_Delete)
    assert frame.preferences.settings.recent_shops == known[:1]
    assert listed.model().rowCount() == 1


def test_a_shop_that_is_gone_is_looked_for_or_forgotten(
    frame: WindowFrame, qtbot: QtBot, known: tuple[str, ...]
) -> None:
    frame.shops.open_shop(Path(known[1]))
    qtbot.waitUntil(lambda: bool(frame.window.findChildren(QMessageBox)))
    (box,) = frame.window.findChildren(QMessageBox)
    assert "“Market” is no longer in" in box.text()
    assert box.defaultButton().text() == "Look for it…"
    box.defaultButton().click()
    assert [one.fileMode() for one in frame.window.findChildren(QFileDialog)] == [
        QFileDialog.FileMode.Directory
    ]
    assert frame.preferences.settings.recent_shops == known


def test_a_new_shop_has_its_name_its_currency_and_its_place(
    frame: WindowFrame, qtbot: QtBot, tmp_path: Path
) -> None:
    wishes = wishes_of(frame)
    QTest.keyClick(start_of(frame).own, Qt.Key.Key_Return)
    (dialog,) = frame.window.findChildren(NewShopDialog)
    assert dialog.name.text == "My shop" and dialog.name.line.selectedText() == "My shop"
    dialog.show_place(tmp_path)
    dialog.name.line.setText("What?")
    QTest.keyClick(dialog.name.line, Qt.Key.Key_Return)
    assert "cannot hold the character ?" in dialog.name.problem.text()
    dialog.name.line.setText("High street")
    QTest.keyClick(dialog.name.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "There is something in" in dialog.name.problem.text())
    dialog.name.line.setText("Harbour")
    assert not dialog.name.problem.isVisible()
    dialog.currency.setCurrentIndex(dialog.currency.findData("JPY"))
    dialog.ways["folder"].click()
    QTest.keyClick(dialog.name.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(wishes))
    (wish,) = wishes
    assert (wish.folder, wish.begin_with) == (tmp_path / "Harbour", "folder") and wish.prepare is not None
    wish.prepare(lambda _progress: None)
    with open_shop(tmp_path / "Harbour") as shop:
        assert shop_currency(shop.catalog) == "JPY"


def test_own_products_never_go_into_the_demo(qapp: QApplication, qtbot: QtBot) -> None:
    if not paths.finished_demo().joinpath("shop.zip").is_file():
        pytest.skip("the demo shop has not been drawn: run tools/draw_demo.py")
    with window_on(paths.demo_shop().absolute(), qapp, qtbot) as desktop:
        window = desktop.window
        assert window.import_actions is not None
        window.import_actions.folder.trigger()
        (dialog,) = window.findChildren(NewShopDialog)
        assert dialog.way == "folder" and "made for trying" in dialog._why.text()
        assert not window.findChildren(ImportDialog) and not window.findChildren(QFileDialog)
        dialog.reject()
        assert desktop.window.shop_button.text() == "Demo shop"


def test_where_the_shop_is_fixed_no_other_can_be_chosen(
    qapp: QApplication, tmp_path: Path, known: tuple[str, ...]
) -> None:
    settings = Settings(language="en", recent_shops=known)
    frame = build_frame(qapp, settings, tmp_path / "settings.json", Policy(shop=Path(known[0])))
    shops = frame.shops
    shops.show_folder(Path(known[0]))
    assert not any(action.isEnabled() for action in (shops.new, shops.open, shops.rename, shops.demo))
    assert shops.known() == ()
    frame.close()
    frame.window.deleteLater()
    frame.languages.end()
