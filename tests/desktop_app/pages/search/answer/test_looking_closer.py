"""What one looks at in an answer, on a real small shop: filter, order, likeness, pictures side by side."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from core.catalog.products.products import product_by_sku
from core.ingest.shop_edits import NewPicture, add_pictures
from core.search.comparison import Comparison
from desktop_app.engine.engine import PictureSource
from desktop_app.pages.search.answer.view import AnswerView
from desktop_app.pages.search.compare.compared import ComparedPictures
from desktop_app.pages.search.compare.match_overlay import sides
from desktop_app.pages.search.page import SearchPage
from desktop_app.pages.search.results.model import RESULT_ROLE
from desktop_app.window.desktop import Desktop
from tests.core.conftest import SHAPES, draw
from tests.desktop_app.pages.search.answer.answered import (
    CountingEngine,
    desktop,
    original,
    page,
    press,
    shop_engine,
    titles,
    view,
)
from tests.desktop_app.real_shop import PATIENCE_MS

__all__ = ["desktop", "original", "page", "view"]


def test_a_filter_answers_live_stays_for_the_next_search_and_is_never_forgotten(
    page: SearchPage, view: AnswerView, qtbot: QtBot, tmp_path: Path
) -> None:
    qtbot.waitUntil(lambda: view.bar.categories.rowCount() == 2, timeout=PATIENCE_MS)
    view.bar.in_stock.click()
    qtbot.waitUntil(lambda: set(titles(view)) == {"green box", "yellow box"}, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: view.bar.narrowed.text == "Filtered: 2 of 4 products", timeout=PATIENCE_MS)
    assert view.bar.narrowed.isVisible()
    path = tmp_path / "red.png"
    draw(*SHAPES["Balls/red ball"], shift=5).save(path)
    page.search([PictureSource("red.png", path=path)])
    qtbot.waitUntil(lambda: page.desk.shown is not None and page.desk.shown.is_done, timeout=PATIENCE_MS)
    assert set(titles(view)) == {"green box", "yellow box"}
    view.bar.clear_button.click()
    qtbot.waitUntil(lambda: titles(view)[0] == "red ball", timeout=PATIENCE_MS)
    assert not view.bar.narrowed.isVisible()


def test_under_a_filter_the_shop_is_asked_once_a_picture(
    page: SearchPage, view: AnswerView, qtbot: QtBot, tmp_path: Path
) -> None:
    engine = view.desk.engine
    assert isinstance(engine, CountingEngine)
    view.bar.in_stock.click()
    qtbot.waitUntil(lambda: set(titles(view)) == {"green box", "yellow box"}, timeout=PATIENCE_MS)
    assert engine.asked == 2  # without the filter, and with it
    paths = [tmp_path / f"{number}.png" for number in range(3)]
    for number, path in enumerate(paths):
        draw(*SHAPES["Balls/red ball"], shift=number).save(path)
    page.search([PictureSource(path.name, path=path) for path in paths])
    qtbot.waitUntil(lambda: all(search.is_done for search in page.desk.film.rows()), timeout=PATIENCE_MS)
    assert set(titles(view)) == {"green box", "yellow box"}
    assert engine.asked == 5


def test_categories_are_ticked_with_their_counts(view: AnswerView, qtbot: QtBot) -> None:
    model = view.bar.categories
    qtbot.waitUntil(lambda: model.rowCount() == 2, timeout=PATIENCE_MS)
    assert sorted(model.index(row).data() for row in range(2)) == ["Balls  (2)", "Boxes  (2)"]
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    boxes = next(row for row in range(2) if "Boxes" in model.index(row).data())
    assert model.setData(model.index(boxes), Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)
    qtbot.waitUntil(lambda: set(titles(view)) == {"green box", "yellow box"}, timeout=PATIENCE_MS)
    assert view.bar.category.text() == "Boxes"


def test_what_is_like_a_product_is_one_key_away_and_one_back(
    page: SearchPage, view: AnswerView, qtbot: QtBot
) -> None:
    press(view, "M")
    qtbot.waitUntil(lambda: view.banner.headline.text() == "More like blue ball", timeout=PATIENCE_MS)
    assert "blue ball" not in titles(view)
    assert not view.actions_of_results.wrong.isEnabled()
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert titles(view)[0] == "blue ball"


def test_pictures_are_compared_one_product_after_another(
    page: SearchPage, view: AnswerView, qtbot: QtBot
) -> None:
    press(view, "C")
    compare = view.compare_view
    qtbot.waitUntil(lambda: compare.is_ready, timeout=PATIENCE_MS)
    assert not page.work.query_panel.isVisible() and not compare.photos.isVisible()
    QTest.keyClick(compare.pictures, Qt.Key.Key_Plus)
    assert compare.pictures.zoom > 1
    first = compare.result
    QTest.keyClick(compare, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: compare.is_ready and compare.result != first, timeout=PATIENCE_MS)
    assert compare.result == view.model.index(1).data(RESULT_ROLE)
    QTest.keyClick(compare, Qt.Key.Key_Escape)
    assert view.list.isVisible() and page.work.query_panel.isVisible()


def test_what_matches_is_found_and_shown_when_it_is_asked_for(view: AnswerView, qtbot: QtBot) -> None:
    press(view, "C")
    compare = view.compare_view
    qtbot.waitUntil(lambda: compare.is_ready, timeout=PATIENCE_MS)
    assert not compare.pictures.shows_match and not compare.has_map
    QTest.keyClick(compare, Qt.Key.Key_P)
    assert compare.map_button.isChecked()
    qtbot.waitUntil(lambda: compare.is_ready and compare.has_map, timeout=PATIENCE_MS)
    compare.map_button.click()
    qtbot.waitUntil(lambda: not compare.pictures.shows_match)


def test_every_photo_of_the_product_can_be_compared_with_the_zoom_as_it_is(
    desktop: Desktop, view: AnswerView, qtbot: QtBot
) -> None:
    shop = shop_engine(view).shop
    blue = product_by_sku(shop.catalog, "Balls/blue ball")
    assert blue is not None
    darker = draw("ellipse", (20, 30, 150))
    add_pictures(shop, blue.id, [NewPicture("Shelf", image=darker)], who="test")
    press(view, "C")
    compare = view.compare_view
    qtbot.waitUntil(lambda: compare.is_ready and len(compare.photos.tiles) == 2, timeout=PATIENCE_MS)
    chosen = [tile.isChecked() for tile in compare.photos.tiles]
    compare.pictures.zoom_by(2)
    first = compare.pictures.theirs.pixelColor(160, 120)
    QTest.keyClick(compare, Qt.Key.Key_Down if chosen[0] else Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: compare.is_ready, timeout=PATIENCE_MS)
    assert [tile.isChecked() for tile in compare.photos.tiles] == chosen[::-1]
    assert compare.pictures.theirs.pixelColor(160, 120) != first and compare.pictures.zoom == 2
    assert compare.result is not None and compare.result.product_id == blue.id


def test_pictures_without_a_map_are_shown_as_they_are() -> None:
    whole = (0.0, 0.0, 1.0)
    image = QImage(8, 6, QImage.Format.Format_RGB32)
    mine, theirs = sides(ComparedPictures(image, image, Comparison(whole, whole, None)))
    for side in (mine, theirs):
        assert side.image is image
        assert side.shade.isNull() and not side.marks


def test_order_and_shape_are_remembered(desktop: Desktop, view: AnswerView) -> None:
    view.bar.orders[3].trigger()
    assert titles(view) == ["blue ball", "green box", "red ball", "yellow box"]
    view.bar.shape_button.click()
    settings = desktop.preferences.settings
    assert (settings.result_order, settings.result_shape) == ("title", "grid")
    QAbstractItemModelTester(view.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
