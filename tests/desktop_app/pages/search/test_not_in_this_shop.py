"""What the shop does not have is made a product of the picture that was searched with, and found by it."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from core.catalog.photos.photos import PhotoKind, photos_of_product
from core.catalog.products.products import product_by_sku
from core.imaging.cut import Box, Cut
from core.shop.opening import open_shop
from desktop_app.engine.engine import PictureSource
from desktop_app.pages.catalog.lists.product_columns import Column
from desktop_app.pages.catalog.page import CatalogPage
from desktop_app.pages.search.page import SearchPage
from desktop_app.window.desktop import Desktop
from tests.core.conftest import draw
from tests.desktop_app.pages.search.answer.answered import (
    desktop,
    original,
    page,
    press,
    shop_engine,
    titles,
)
from tests.desktop_app.real_shop import PATIENCE_MS, window_on

__all__ = ["desktop", "original", "page"]


@pytest.fixture
def stranger(page: SearchPage, qtbot: QtBot, tmp_path: Path) -> SearchPage:
    """An orange ball was searched with, which the shop does not have."""
    path = tmp_path / "orange.png"
    draw("ellipse", (240, 140, 20), shift=6).save(path)
    page.search([PictureSource("orange.png", path=path)])
    qtbot.waitUntil(lambda: page.desk.shown is not None and page.desk.shown.is_done, timeout=PATIENCE_MS)
    return page


def is_done(page: SearchPage) -> bool:
    return page.desk.shown is not None and page.desk.shown.is_done


def form(desktop: Desktop, qtbot: QtBot) -> CatalogPage:
    catalog = desktop.window.page
    assert isinstance(catalog, CatalogPage)
    qtbot.waitUntil(catalog.new.view.save_button.isEnabled, timeout=PATIENCE_MS)
    return catalog


def test_one_key_makes_it_a_product_that_is_found_at_once_and_undo_takes_it_back_as_one_step(
    desktop: Desktop, stranger: SearchPage, qtbot: QtBot
) -> None:
    view = stranger.work.answer_view
    add = view.actions_of_results.add
    press(view, "N")
    (button,) = [one for one in view.results.decision.findChildren(QPushButton) if one.text() == add.text()]
    qtbot.waitUntil(lambda: button.property("kind") == "primary", timeout=PATIENCE_MS)  # it leads there now
    assert add.shortcut().toString() == "A" and add in view.list.actions()
    add.trigger()
    new = form(desktop, qtbot).new.view
    assert new.lines[Column.CATEGORY].line.text() == "Balls"
    assert "What you searched with is kept as its counter photo." in new._hint.text()
    qtbot.waitUntil(lambda: not new.photo.image.isNull(), timeout=PATIENCE_MS)
    new.title.line.setText("orange ball")
    new.title.line.textEdited.emit("orange ball")
    sku = new.sku.line.text()
    new.save()
    qtbot.waitUntil(lambda: desktop.window.page is stranger, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: titles(view)[0] == "orange ball", timeout=PATIENCE_MS)
    assert view.results.answer is not None and view.results.answer.verdict.value == "match"
    assert desktop.window.focusWidget() is view.list
    shop = shop_engine(view).shop
    made = product_by_sku(shop.catalog, sku)
    assert made is not None and made.category == "Balls"
    assert [photo.kind for photo in photos_of_product(shop.catalog, made.id)] == [PhotoKind.COUNTER]
    assert "“orange ball”" in view.messages.label.text()
    view.messages.button.click()
    qtbot.waitUntil(lambda: "orange ball" not in titles(view), timeout=PATIENCE_MS)
    taken_back = product_by_sku(shop.catalog, sku)
    assert taken_back is not None and taken_back.archived


def test_a_picture_of_what_the_shop_has_is_given_to_that_and_undo_takes_it_away_again(
    desktop: Desktop, page: SearchPage, qtbot: QtBot
) -> None:
    view = page.work.answer_view
    qtbot.waitUntil(lambda: is_done(page), timeout=PATIENCE_MS)
    shop = shop_engine(view).shop
    blue = product_by_sku(shop.catalog, "Balls/blue ball")
    assert blue is not None

    def photos() -> list[PhotoKind]:
        return [photo.kind for photo in photos_of_product(shop.catalog, blue.id)]

    for said in ("The picture is a photo of “blue ball” now.", "“blue ball” has this picture already."):
        view.actions_of_results.add.trigger()
        new = form(desktop, qtbot).new.view
        qtbot.waitUntil(new.add_to_button.isVisible, timeout=PATIENCE_MS)
        new.add_to_button.click()
        assert not new.save_button.isEnabled()  # one of the two
        qtbot.waitUntil(lambda: desktop.window.page is page, timeout=PATIENCE_MS)
        assert view.messages.label.text() == said
        assert photos() == [PhotoKind.CATALOG, PhotoKind.COUNTER]
    view.actions_of_results.undo.trigger()
    qtbot.waitUntil(lambda: "without that photo" in view.messages.label.text(), timeout=PATIENCE_MS)
    assert photos() == [PhotoKind.CATALOG]


def test_the_part_that_was_searched_is_its_photo_and_leaving_goes_back_to_the_search(
    desktop: Desktop, stranger: SearchPage, qtbot: QtBot
) -> None:
    stranger.desk.set_cut(Cut(Box(0.1, 0.1, 0.9, 0.9)))
    qtbot.waitUntil(lambda: stranger.desk.shown is not None and stranger.desk.shown.is_done)
    stranger.work.answer_view.actions_of_results.add.trigger()
    new = form(desktop, qtbot).new.view
    qtbot.waitUntil(lambda: new.photo.image.width() == 256, timeout=PATIENCE_MS)
    new.leave_button.click()
    assert desktop.window.page is stranger and stranger.work.answer_view.list.isVisible()


def test_words_that_find_something_are_not_added(page: SearchPage, qtbot: QtBot) -> None:
    page.field.setText("ball")
    qtbot.waitUntil(lambda: page.desk.shown is page.desk.words and is_done(page), timeout=PATIENCE_MS)
    assert not page.work.answer_view.actions_of_results.add.isEnabled()


@pytest.mark.parametrize(("words", "column"), [("4006381333931", Column.BARCODE), ("kite", None)])
def test_a_number_or_a_name_that_nothing_has_begins_a_product_with_it_and_finds_it_then(
    words: str, column: Column | None, desktop: Desktop, page: SearchPage, qtbot: QtBot
) -> None:
    page.field.setText(words)
    qtbot.waitUntil(lambda: page.desk.shown is page.desk.words and is_done(page), timeout=PATIENCE_MS)
    assert page.work.answer_view.results.decision.isVisible()
    page.work.answer_view.actions_of_results.add.trigger()
    new = form(desktop, qtbot).new.view
    line = new.lines[column] if column is not None else new.title
    assert line.line.text() == words and new.photo.image.isNull()
    new.save()
    qtbot.waitUntil(lambda: desktop.window.page is page, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: len(titles(page.work.answer_view)) == 1, timeout=PATIENCE_MS)
    assert page.field.text() == words


def test_the_first_product_of_an_empty_shop_is_made_of_the_picture_too(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    with open_shop(tmp_path / "shop", create=True, device="cpu"):
        pass
    path = tmp_path / "orange.png"
    draw("ellipse", (240, 140, 20)).save(path)
    with window_on(tmp_path / "shop", qapp, qtbot) as desktop:
        page = desktop.search_page
        page.search([PictureSource("orange.png", path=path)])
        view = page.work.answer_view
        qtbot.waitUntil(view.actions_of_results.add.isEnabled, timeout=PATIENCE_MS)
        assert view.results.decision.isVisible() and not view.actions_of_results.absent.isEnabled()
        view.actions_of_results.add.trigger()
        form(desktop, qtbot).new.view.save()
        qtbot.waitUntil(lambda: len(titles(view)) == 1, timeout=PATIENCE_MS)
